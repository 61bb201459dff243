"""Writes a macro as TOML that a person likes to read and a team likes to compare."""

from __future__ import annotations

import datetime
import re
from typing import Any

from workspace.domain.macros import Changes, Macro, Variant

_bare = re.compile(r"[A-Za-z0-9_-]+")


def write(macro: Macro) -> str:
    """The text of its file: `domain.macro_reading.parse` reads the same macro from it."""
    general = macro.variants.get("", Variant())
    pairs: list[tuple[str, Any]] = [
        ("name", macro.name),
        ("keywords", macro.keywords),
        ("key", macro.key),
        ("snooze", macro.snooze),
        ("files", macro.files),
        ("accounts", macro.accounts),
        ("channels", macro.channels),
        ("text", general.text),
        ("note", general.note),
    ]
    lines = [f"{name} = {value(given)}" for name, given in pairs if given]
    lines += [f"{_name(path)} = {value(kept, True)}" for path, kept in _kept(macro, "")]
    lines += _changes(macro)
    for code, variant in macro.variants.items():
        if code:
            lines += _variant(macro, code, variant)
    return "\n".join(([macro.comment] if macro.comment else []) + lines) + "\n"


def _changes(macro: Macro) -> list[str]:
    changes: Changes = macro.changes
    lines = []
    for name in ("status", "assignee", "team", "priority"):
        given = getattr(changes, name)
        if given is not None:
            lines.append(f"{name} = {value(given)}")
    tags = (("tags_add", changes.tags_add), ("tags_remove", changes.tags_remove))
    lines += [f"{name} = {value(given)}" for name, given in tags if given]
    lines += [f"{_name(path)} = {value(kept, True)}" for path, kept in _kept(macro, "set.")]
    if changes.fields:
        lines += ["", "[set.fields]"]
        for name, values in changes.fields.items():
            single = values[0] if len(values) == 1 else values
            lines.append(f"{_name(name)} = {value(single)}")
    return ["", "[set]", *lines] if lines else []


def _variant(macro: Macro, code: str, variant: Variant) -> list[str]:
    lines = ["", f"[language.{code}]"]
    words = (("name", variant.name), ("text", variant.text), ("note", variant.note))
    lines += [f"{name} = {value(given)}" for name, given in words if given]
    prefix = f"language.{code}."
    return lines + [f"{_name(path)} = {value(kept, True)}" for path, kept in _kept(macro, prefix)]


def _kept(macro: Macro, prefix: str) -> list[tuple[str, Any]]:
    """What this version does not know, of one table; at the top what belongs to no other."""
    if prefix:
        return [
            (path[len(prefix) :], kept)
            for path, kept in macro.unknown.items()
            if path.startswith(prefix)
        ]
    return [
        (path, kept)
        for path, kept in macro.unknown.items()
        if not path.startswith(("set.", "language."))
    ]


def value(given: Any, exact: bool = False) -> str:
    """Any TOML value on the right of an equals sign.

    Texts of several lines end with a line break, as they are written best; not where `exact`.
    """
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return _lines(given) if exact and not given.endswith("\n") else _text(given)
    if isinstance(given, int | float):
        return repr(given)
    if isinstance(given, datetime.date | datetime.time):
        return given.isoformat()
    if isinstance(given, dict):
        inner = ", ".join(f"{_name(name)} = {value(one, exact)}" for name, one in given.items())
        return f"{{ {inner} }}" if inner else "{}"
    return "[" + ", ".join(value(one, exact) for one in given) + "]"


def _name(name: str) -> str:
    return name if _bare.fullmatch(name) else _quoted(name)


def _text(text: str) -> str:
    if "\n" not in text:
        if '"' in text and "'" not in text and text.isprintable() and "\\" not in text:
            return f"'{text}'"
        return _quoted(text)
    if "'''" not in text and not text.endswith("'") and _is_plain(text):
        return f"'''\n{text}\n'''" if not text.endswith("\n") else f"'''\n{text}'''"
    return _lines(text)


def _lines(text: str) -> str:
    if "\n" not in text:
        return _text(text)
    escaped = "\n".join(_quoted(line)[1:-1] for line in text.split("\n"))
    return f'"""\n{escaped}"""'


def _is_plain(text: str) -> bool:
    return all(sign in "\n\t" or sign.isprintable() for sign in text)


def _quoted(text: str) -> str:
    signs = []
    for sign in text:
        if sign in '"\\':
            signs.append("\\" + sign)
        elif sign.isprintable():
            signs.append(sign)
        elif ord(sign) > 0xFFFF:
            signs.append(f"\\U{ord(sign):08x}")
        else:
            signs.append(f"\\u{ord(sign):04x}")
    return '"' + "".join(signs) + '"'
