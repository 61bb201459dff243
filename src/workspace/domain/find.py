"""Finding typed words inside a text, as one reads it: any letters in a row, a syllable included."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from workspace.domain.tokens import fold

MOST = 1000
"""So many places of one text are told; a text with more is not read match by match."""


def find_count(text: str, needle: str) -> int:
    """How often a folded needle stands in a text, without overlaps; at most MOST."""
    return min(MOST, fold(text).count(needle)) if needle else 0


def find_spans(text: str, needle: str) -> list[tuple[int, int]]:
    """(begin, end) of each place, in characters of the text as it is. `needle` is folded."""
    if not needle:
        return []
    folded, places = fold_with_places(text)
    found: list[tuple[int, int]] = []
    at = folded.find(needle)
    while at >= 0 and len(found) < MOST:
        end = at + len(needle)
        stop = places[end] if end < len(places) else len(text)
        begin = places[at]
        found.append((begin, max(stop, begin + 1)))
        at = folded.find(needle, end)
    return found


def find_all_spans(text: str, needles: Sequence[str]) -> list[tuple[int, int]]:
    """The places of several needles, in order; those that overlap are one."""
    if len(needles) == 1:
        return find_spans(text, needles[0])
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(span for needle in needles for span in find_spans(text, needle)):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place it came from."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded, range(len(text))
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
    return "".join(pieces), places
