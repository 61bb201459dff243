"""Texts of outside as the cache keeps them."""

from __future__ import annotations

import re

import msgspec

from workspace.domain.sensitive import mask

SNIPPET = 160

_unstorable = re.compile("[\0\ud800-\udfff]")
_blanks = re.compile(r"\s+")


def clean(text: str) -> str:
    """Without what SQLite or UTF-8 can't hold: zero bytes go, lone surrogates become U+FFFD."""
    if "\0" in text or not (text.isascii() or _is_whole(text)):
        return _unstorable.sub(lambda found: "" if found.group() == "\0" else "\ufffd", text)
    return text


def _is_whole(text: str) -> bool:
    """Without lone surrogates; encoding finds out faster than looking at each character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def dump(value: object) -> str:
    """JSON text of plain data, storable."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_cleaned(value)).decode()


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(name)): _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]
    return value


def snippet(text: str) -> str:
    """The first words on one line, at most 160 characters; numbers of cards and persons hidden."""
    folded = mask(_blanks.sub(" ", text[: SNIPPET * 8]).strip())
    return folded if len(folded) <= SNIPPET else folded[: SNIPPET - 1].rstrip() + "…"
