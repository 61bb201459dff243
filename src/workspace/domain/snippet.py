"""The words around what was found, and where in them the found words stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from workspace.domain.tokens import BREAK, Phrase, fold, positions, tokens, tokens_with_spans

BEFORE = 40
LENGTH = 200
TRIES = 20

_SPACE = re.compile(r"\s+")


def snippet(text: str, words: Sequence[Phrase]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most LENGTH characters of a text around the first found word, in one line.

    Second: (start, length) of every found word in it, in characters of the snippet, in order.
    """
    start = min((at for word in words if (at := _find(text, word)) is not None), default=0)
    shown, cut = _around(text, start)
    marks = sorted({span for word in words for span in _marks(shown, word)})
    merged: list[tuple[int, int]] = []
    for begin, end in marks:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    ahead = "…" if cut else ""
    return ahead + shown, tuple((len(ahead) + begin, end - begin) for begin, end in merged)


def _find(text: str, word: Phrase) -> int | None:
    """Where in the text a phrase first stands; None if it doesn't."""
    folded = fold(text)
    first = next(token for token in word.tokens if token != BREAK)
    at = folded.find(first)
    for _ in range(TRIES):
        if at < 0:
            return None
        # Begin where the run begins, so that no word is taken for its end.
        begin = at
        while begin > 0 and at - begin < LENGTH and folded[begin - 1].isalnum():
            begin -= 1
        if positions(tokens(folded[begin : at + LENGTH]), word, most=1):
            return _unfolded(text, folded, at)
        at = folded.find(first, at + 1)
    return None


def _unfolded(text: str, folded: str, at: int) -> int:
    """The place in the text of a place in the folded text."""
    if len(text) == len(folded):
        return at
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(fold(text[:middle])) <= at:
            low = middle + 1
        else:
            high = middle
    return max(0, low - 1)


def _around(text: str, at: int) -> tuple[str, bool]:
    begin = max(0, at - BEFORE)
    if begin:
        gap = _SPACE.search(text, begin, at)
        begin = gap.end() if gap else at
    # Twice as much, since runs of white space shrink to one.
    shown = _SPACE.sub(" ", text[begin : begin + 2 * LENGTH]).strip()
    return shown[: LENGTH - 1], begin > 0


def _marks(shown: str, word: Phrase) -> list[tuple[int, int]]:
    folded, places = _fold_with_places(shown)
    found, spans = tokens_with_spans(folded)
    result = []
    for start in positions(found, word):
        last = start + len(word.tokens) - 1
        begin, end = spans[start][0], spans[last][1]
        if word.prefix:
            end = min(end, spans[last][0] + len(word.tokens[-1]))
        result.append((places[begin], places[end - 1] + 1 if end > begin else places[end]))
    return result


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place it came from."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded, list(range(len(text) + 1))
    pieces: list[str] = []
    places: list[int] = []
    begin = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.combining(text[end]) or "ᅠ" <= text[end] <= "ᇿ"):
            continue  # belongs to the character before
        piece = fold(text[begin:end])
        pieces.append(piece)
        places += [begin] * len(piece)
        begin = end
    return "".join(pieces), [*places, len(text)]
