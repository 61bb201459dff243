"""The words around what was found, and where in them the found words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from workspace.domain.find import fold_with_places
from workspace.domain.sensitive import mask
from workspace.domain.tokens import (
    LETTER,
    LONGEST_WORD,
    Phrase,
    fold,
    is_paired,
    positions,
    tokens_with_spans,
)

BEFORE = 40
LENGTH = 200
TRIES = 50

_SPACE = re.compile(r"\s+")


def snippet(text: str, words: Sequence[Phrase]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most LENGTH characters of a text around the first found word, in one line.

    Numbers of cards, persons and bank accounts are hidden in it, whatever was looked for.
    Second: (start, length) of every found word in it, in characters of the snippet, in order.
    """
    shown, cut = _around(mask(text), _first(text, words))
    marks = _marks(shown, words)
    merged: list[tuple[int, int]] = []
    for begin, end in marks:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    ahead = "…" if cut else ""
    return ahead + shown, tuple((len(ahead) + begin, end - begin) for begin, end in merged)


def _first(text: str, words: Sequence[Phrase]) -> int:
    """Where in the text one of the phrases first stands; 0 if none does (or after TRIES others)."""
    folded = fold(text)
    found = (next(_occurrences(folded, word), None) for word in words)
    start = min((span[0] for span in found if span is not None), default=None)
    return 0 if start is None else _unfolded(text, folded, start)


def _occurrences(folded: str, word: Phrase) -> Iterator[tuple[int, int]]:
    """Begin and end of each place where a phrase stands in a folded text."""
    run = one_run(word)
    if run:
        at = folded.find(run)
        while at >= 0:
            yield at, at + len(run)
            at = folded.find(run, at + len(run))
        return
    plain = one_word(word)
    if plain:
        yield from (found.span() for found in plain.finditer(folded))
        return
    first = word.tokens[0]
    size = 40 + 4 * sum(map(len, word.tokens))
    at = folded.find(first)
    for _ in range(TRIES):
        if at < 0:
            return
        # Cut the text where runs end, so that no part of a word is taken for the whole.
        begin, end = at, min(len(folded), at + size)
        while begin > 0 and at - begin < LENGTH and folded[begin - 1].isalnum():
            begin -= 1
        while end < len(folded) and folded[end].isalnum():
            end += 1
        found, spans = tokens_with_spans(folded[begin:end])
        for start in positions(found, word):
            if spans[start][0] + begin == at:
                last = spans[start + len(word.tokens) - 1]
                stop = last[0] + len(word.tokens[-1]) if word.prefix else last[1]
                yield at, begin + min(stop, last[1])
        at = folded.find(first, at + 1)


@lru_cache(maxsize=64)
def one_word(word: Phrase) -> re.Pattern[str] | None:
    """Finds a phrase that is one word of plain letters in a folded text, which it doesn't cut into
    tokens; None for any other phrase.
    """
    token = word.tokens[0]
    if len(word.tokens) > 1 or not (token.isascii() and token.isalnum()):
        return None
    if len(token) >= LONGEST_WORD:  # may be the beginning of a longer one
        return None
    return re.compile(rf"(?<!{LETTER}){token}" + ("" if word.prefix else rf"(?!{LETTER})"))


def one_run(word: Phrase) -> str:
    """The syllables asked for, where a phrase is just two or more of them; else ""."""
    first = word.tokens[0]
    if len(first) != 2 or not all(is_paired(token) for token in word.tokens):
        return ""
    if any(a[1:] != b[:1] for a, b in pairwise(word.tokens)) or len(word.tokens[-1]) != 2:
        return ""
    return first + "".join(token[1] for token in word.tokens[1:])


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
    shown = " ".join(text[begin : begin + 2 * LENGTH].split())
    return shown[: LENGTH - 1], begin > 0


def _marks(shown: str, words: Sequence[Phrase]) -> list[tuple[int, int]]:
    if not words:
        return []
    folded, places = fold_with_places(shown)
    return sorted(
        {
            (places[begin], places[end - 1] + 1)
            for word in words
            for begin, end in _occurrences(folded, word)
        }
    )
