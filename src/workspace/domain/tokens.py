"""How text becomes index tokens, and what it means that a query matches a text.

Text is folded (NFKC and case), then cut into *runs*: Hangul syllables, Chinese characters and
kana, or a word of other letters and digits. A word is one token; a run of Hangul or of Chinese
characters and kana becomes its overlapping pairs, so that any two neighbours are found wherever
they stand; a run of one character is its own token. Where one such run ends with the character
that the next one begins with, the token `BREAK` stands between, so that a chain of pairs never
matches across a gap.

What matches, as a person would check it on the runs of the text:

- two or more Hangul syllables: a run that contains them;
- one syllable: a run that holds it anywhere but at its end, or that is it;
- a word: a run equal to it, or beginning with it where the query says prefix;
- several runs (`ORD-1234567`, a quoted phrase): consecutive runs of the text; the first may end
  with the first asked for and the last may begin with the last, those between are equal. A
  single syllable at the begin of several, or at the end of a quoted phrase, is a run of its own.

Words longer than `LONGEST_WORD` are compared by their first characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from operator import add

import msgspec

BREAK = "_"
LONGEST_WORD = 64
SHORTEST_PREFIX = 2

HANGUL = "\uac00-\ud7a3"
_CJK = "\u3005\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_CJK += "\u31f0-\u31ff\uf900-\ufaff\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
LETTER = rf"[^\W_{HANGUL}{_CJK}]"
"""A letter or digit that makes words, as a regular expression."""
_IGNORED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


# Compiled when first used: these classes are large, and the window's start needs none of them.
@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"[{HANGUL}]+|[{_CJK}]+|{LETTER}+")


@cache
def _paired() -> re.Pattern[str]:
    return re.compile(rf"[{HANGUL}{_CJK}]")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(rf"[0-9a-z{HANGUL}\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5]+\Z")


def fold(text: str) -> str:
    """The text as it is compared: compatibility forms, case and invisible characters undone."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", _IGNORED.sub("", text)).casefold()
    return unicodedata.normalize("NFKC", folded)


def runs(folded: str) -> list[str]:
    """The runs of a folded text."""
    return _run().findall(folded)


def is_paired(run: str) -> bool:
    """Whether a run is cut into pairs of characters."""
    return "\uac00" <= run < "\ud7a4" or (run > "\u3000" and _paired().match(run) is not None)


def tokens(text: str) -> list[str]:
    """The index tokens of a text, in order. Each is made of letters, digits and `_` only."""
    return _tokens_of_runs(_run().findall(fold(text)))


def _tokens_of_runs(found: Sequence[str]) -> list[str]:
    # Runs of two to four syllables are most of Korean: they are cut without a loop.
    result: list[str] = []
    append = result.append
    end = ""
    for run in found:
        if "\uac00" <= run < "\ud7a4":
            if run[0] == end:
                append(BREAK)
            size = len(run)
            if size == 3:
                append(run[:2])
                append(run[1:])
            elif size == 2:
                append(run)
            elif size == 4:
                append(run[:2])
                append(run[1:3])
                append(run[2:])
            elif size == 1:
                append(run)
                end = ""
                continue
            else:
                result += map(add, run, run[1:])
            end = run[-1]
        elif run.isascii():
            append(run if len(run) <= LONGEST_WORD else run[:LONGEST_WORD])
            end = ""
        else:
            end = _cut_other(run, end, result)
    return result


def _cut_other(run: str, end: str, result: list[str]) -> str:
    """Tokens of a run that is neither Hangul nor ASCII; the character a next run chains to."""
    if not is_paired(run):
        result.append(_safe(run[:LONGEST_WORD]))
        return ""
    if run[0] == end:
        result.append(BREAK)
    if len(run) == 1:
        result.append(_safe(run))
        return ""
    result += map(_safe, map(add, run, run[1:]))
    return run[-1]


def tokens_with_spans(folded: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of a folded text and where each stands in it; a BREAK has no length."""
    matches = list(_run().finditer(folded))
    found = _tokens_of_runs([match.group() for match in matches])
    spans: list[tuple[int, int]] = []
    for match in matches:
        begin, end = match.span()
        if len(spans) < len(found) and found[len(spans)] == BREAK:
            spans.append((begin, begin))
        if is_paired(match.group()) and end - begin > 1:
            spans += [(at, at + 2) for at in range(begin, end - 1)]
        else:
            spans.append((begin, end))
    return found, spans


def _safe(token: str) -> str:
    """Characters that the index's own tokeniser may not take for letters, written as hex."""
    if _plain().match(token):
        return token
    return "".join(c if _is_old_letter(c) else f"{BREAK}{ord(c):06x}" for c in token)


def _is_old_letter(character: str) -> bool:
    # Unicode 3.2: whatever was a letter or digit then is one in every SQLite's tables.
    return character < "\ufb00" and unicodedata.ucd_3_2_0.category(character)[0] in "LN"


class Phrase(msgspec.Struct, frozen=True):
    """Consecutive tokens; with `prefix` the last one is only the beginning of a token."""

    tokens: tuple[str, ...]
    prefix: bool = False


def phrase(text: str, *, quoted: bool = False, typing: bool = False) -> Phrase | None:
    """What one term of a query looks for; None if it holds nothing that is indexed.

    `quoted` takes a last single syllable as a run of its own. `typing` makes a last word of at
    least `SHORTEST_PREFIX` characters a prefix.
    """
    found = _run().findall(fold(text))
    if not found:
        return None
    last = found[-1]
    if is_paired(last):
        prefix = len(last) == 1 and not quoted
    else:
        prefix = typing and not quoted and SHORTEST_PREFIX <= len(last) <= LONGEST_WORD
    return Phrase(tuple(_tokens_of_runs(found)), prefix)


def holds(text_tokens: Sequence[str], wanted: Phrase) -> bool:
    """Whether the tokens of a text hold a phrase; the same as the index would say."""
    return bool(positions(text_tokens, wanted, most=1))


def positions(text_tokens: Sequence[str], wanted: Phrase, most: int = 100) -> list[int]:
    """Where a phrase begins among the tokens of a text, at most so many places."""
    first, size = wanted.tokens[0], len(wanted.tokens)
    found: list[int] = []
    start = -1
    while len(found) < most:
        start = _next(text_tokens, first, start + 1, wanted.prefix and size == 1)
        if start < 0:
            break
        if size == 1 or _follows(text_tokens, wanted, start):
            found.append(start)
    return found


def _next(text_tokens: Sequence[str], wanted: str, start: int, prefix: bool) -> int:
    if prefix:
        for at in range(start, len(text_tokens)):
            if text_tokens[at].startswith(wanted):
                return at
        return -1
    try:
        return text_tokens.index(wanted, start)
    except ValueError:
        return -1


def _follows(text_tokens: Sequence[str], wanted: Phrase, start: int) -> bool:
    there = tuple(text_tokens[start : start + len(wanted.tokens)])
    if not wanted.prefix:
        return there == wanted.tokens
    return (
        len(there) == len(wanted.tokens)
        and there[:-1] == wanted.tokens[:-1]
        and there[-1].startswith(wanted.tokens[-1])
    )
