"""Placeholders in a macro's words: `{{customer.first_name or "고객님"}}`, filled in one pass.

What is filled in is data: it is never looked at again, whatever it holds. Only names with a root
that we know are placeholders; other double braces are somebody's text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from workspace.domain.korean import josa

ROOTS = frozenset({"customer", "company", "ticket", "agent", "account", "date"})
NAMES = frozenset(
    {
        "customer.name",
        "customer.first_name",
        "customer.last_name",
        "customer.email",
        "customer.phone",
        "customer.language",
        "company.name",
        "ticket.id",
        "ticket.ref",
        "ticket.subject",
        "ticket.status",
        "ticket.priority",
        "ticket.team",
        "ticket.channel",
        "ticket.created",
        "agent.name",
        "agent.first_name",
        "account.name",
        "date.today",
        "date.tomorrow",
        "date.time",
        "date.weekday",
    }
)
FIELD = "ticket.field."
VALUE_CAP = 1_000

_braces = re.compile(r"\{\{([^{}\n]{1,300})\}\}(?:\[([^\[\]/\s]{1,8}/[^\[\]/\s]{1,8})\])?")
_fallback = re.compile(r"\s+or\s+(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)'|‘([^’]*)’)\s*\Z")

_TWO_SYLLABLE_FAMILIES = frozenset(
    ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "어금", "망절")
)


class Unresolved(msgspec.Struct, frozen=True):
    """A placeholder that stands in a text: offsets in characters, the line counts from 1."""

    start: int
    end: int
    name: str
    line: int


class Filled(msgspec.Struct, frozen=True):
    """A text with its values in place, and what could not be filled, in offsets of that text."""

    text: str
    unresolved: tuple[Unresolved, ...]


def unresolved(text: str) -> tuple[Unresolved, ...]:
    """The placeholders in a text, in order."""
    return tuple(
        Unresolved(
            match.start(),
            match.start(1) + len(match.group(1)) + 2,
            _parted(match.group(1))[0],
            text.count("\n", 0, match.start()) + 1,
        )
        for match in _braces.finditer(text)
        if _is_ours(match.group(1))
    )


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Put values in place of their placeholders, in one pass.

    An empty or missing value gives way to the fallback; without one the placeholder stays as it
    is. A Korean particle behind it (`{{customer.name}}[을/를]`) is chosen by what was put there.
    """
    pieces: list[str] = []
    left: list[Unresolved] = []
    at = length = line = 0

    def add(piece: str) -> None:
        nonlocal length, line
        pieces.append(piece)
        length += len(piece)
        line += piece.count("\n")

    for match in _braces.finditer(text):
        if not _is_ours(match.group(1)):
            continue
        add(text[at : match.start()])
        name, fallback = _parted(match.group(1))
        value = clean(values.get(name, "")) or fallback
        if value:
            add(value + (josa(value, match.group(2)) if match.group(2) else ""))
        else:
            whole = match.group(0)
            left.append(
                Unresolved(length, length + len(match.group(1)) + 4, name, line + 1),
            )
            add(whole)
        at = match.end()
    add(text[at:])
    return Filled("".join(pieces), tuple(left))


def unknown_names(text: str) -> list[tuple[str, int]]:
    """Placeholders that nothing can ever fill, with their lines."""
    return [
        (one.name, one.line)
        for one in unresolved(text)
        if one.name not in NAMES and not (one.name.startswith(FIELD) and len(one.name) > len(FIELD))
    ]


def clean(value: str) -> str:
    """One line of printable characters: what a stranger wrote must not shape the text."""
    line = " ".join(value[: 2 * VALUE_CAP].split())
    return "".join(sign for sign in line if sign.isprintable())[:VALUE_CAP]


def name_in(name: str, language: str) -> str:
    """Of a name in two scripts (김민지 Kim Min-ji) the part that a language writes."""
    words = clean(name).split(" ")
    own = [word for word in words if _is_hangul(word)]
    other = [word for word in words if not any(ord(sign) >= 0x2E80 for sign in word)]
    if not own or len(own) + len(other) < len(words) or not other:
        return clean(name)
    return " ".join(own if language.startswith("ko") else other)


def first_name(name: str) -> str:
    """The given name, "" where it can't be told from the family's."""
    given, _ = _names(name)
    return given


def last_name(name: str) -> str:
    """The family name, "" where it can't be told."""
    _, family = _names(name)
    return family


def _names(name: str) -> tuple[str, str]:
    name = clean(name)
    if not name or "@" in name or any(sign.isdigit() for sign in name):
        return "", ""
    if "," in name:  # Rossi, Marco
        family, given = (part.strip() for part in name.split(",", 1))
        return given.split(" ")[0], family
    words = name.split(" ")
    if all(_is_hangul(word) for word in words):
        if len(words) == 2:
            return words[1], words[0]
        if len(words) == 1 and 2 <= len(name) <= 4:
            cut = 2 if name[:2] in _TWO_SYLLABLE_FAMILIES and len(name) > 2 else 1
            return name[cut:], name[:cut]
        return "", ""
    if any(ord(sign) >= 0x2E80 for sign in name):  # Chinese, Japanese: no telling
        return "", ""
    return words[0], words[-1] if len(words) > 1 else ""


def _is_hangul(word: str) -> bool:
    return bool(word) and all("가" <= sign <= "힣" for sign in word)


def _is_ours(inside: str) -> bool:
    root, dot, _ = inside.strip().partition(".")
    return bool(dot) and root in ROOTS


def _parted(inside: str) -> tuple[str, str]:
    """Name and fallback of what stands between the braces."""
    match = _fallback.search(inside)
    if match is None:
        return inside.strip(), ""
    return inside[: match.start()].strip(), "".join(match.groups(""))
