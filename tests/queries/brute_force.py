"""What a search must find, said a second time: over plain texts, without tokens or index.

Written from the rules in domain/tokens.py, sharing no code with them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

GAP = "\0"
IDEOGRAPHS = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U0001aff0", "\U0001b16f"),  # old and small kana
    ("\U00020000", "\U0003ffff"),
)


@cache
def kind_of(character: str) -> str:
    """hangul, cjk, word, or "" for what separates."""
    if "가" <= character <= "힣":
        return "hangul"
    if any(first <= character <= last for first, last in IDEOGRAPHS):
        return "cjk"
    name = unicodedata.name(character, "")
    if name.startswith(("HIRAGANA LETTER", "KATAKANA LETTER")) or character in "々ーゝゞヽヾ":
        return "cjk"
    return "word" if character.isalnum() else ""


@lru_cache(maxsize=1024)
def split(text: str) -> list[str]:
    """The runs of a text."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    result: list[str] = []
    before = ""
    for character in folded:
        kind = kind_of(character)
        if kind and kind == before:
            result[-1] += character
        elif kind:
            result.append(character)
        before = kind
    return result


@dataclass
class Text:
    """A text ready to be looked through: its runs, and all of them in one string."""

    runs: list[str]
    joined: str = ""

    @classmethod
    def of(cls, text: str) -> Text:
        runs = split(text)
        return cls(runs, GAP + GAP.join(runs) + GAP)


def finds(text: Text, wanted: str, *, quoted: bool, prefix: bool) -> bool:
    """Whether the words `wanted` stand in the text."""
    runs = split(wanted)
    if not runs:
        raise ValueError("nothing to look for")
    if runs[0] not in text.joined or runs[-1] not in text.joined:
        return False
    ends = _ends(runs[-1], quoted=quoted, prefix=prefix)
    if len(runs) == 1:
        if kind_of(runs[0][0]) == "word" or (quoted and len(runs[0]) == 1):
            return any(map(ends, text.runs))
        if len(runs[0]) == 1:
            return any(runs[0] in run[:-1] or run == runs[0] for run in text.runs)
        return True
    begins: Callable[[str], bool]
    if kind_of(runs[0][0]) == "word" or len(runs[0]) == 1:
        begins = runs[0].__eq__
    else:
        begins = lambda run: run.endswith(runs[0])  # noqa: E731
    middle = runs[1:-1]
    return any(
        begins(text.runs[at])
        and ends(text.runs[at + len(runs) - 1])
        and text.runs[at + 1 : at + len(runs) - 1] == middle
        for at in range(len(text.runs) - len(runs) + 1)
    )


def _ends(last: str, *, quoted: bool, prefix: bool) -> Callable[[str], bool]:
    if kind_of(last[0]) != "word":
        if len(last) == 1 and quoted:
            return last.__eq__
        return lambda run: run.startswith(last)
    if prefix and not quoted and len(last) >= 2:
        return lambda run: run.startswith(last)
    return last.__eq__


@dataclass
class Doc:
    """An entry (or a ticket's subject) and its ticket, as a person would list them."""

    entry_id: int
    ticket_id: int
    created_at: int
    texts: list[Text]
    author: Text
    channel: str
    account: str
    kind: str
    attachment: bool
    place: int = 0  # where the index put it
    ticket: dict[str, object] = field(default_factory=dict)


Wanted = Callable[[Doc], bool]
