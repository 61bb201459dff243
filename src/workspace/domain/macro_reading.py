"""Reads a macro from the text of its file, and says what is wrong with it, line by line."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Literal

from workspace.domain.macro_toml import write
from workspace.domain.macros import (
    Changes,
    Fault,
    FaultKind,
    Macro,
    Variant,
    check_key,
    is_macro_id,
    is_safe_file_name,
)
from workspace.domain.placeholders import unknown_names
from workspace.domain.snooze import parse_snooze

FILE_CAP = 64 * 1024
TEXT_CAP = 20_000
NAME_CAP = 120
LIST_CAP = 50
DEPTH_CAP = 20


_ANY_TIME = 1_700_000_000_000  # whether words name a time does not depend on when

_language = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_decode_line = re.compile(r"\(at line (\d+), column \d+\)")
_header = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?\Z")

_TOP = ("name", "keywords", "key", "text", "note", "snooze", "files", "accounts", "channels")
_SET = ("status", "assignee", "team", "priority", "tags_add", "tags_remove", "fields")
_LANGUAGE = ("name", "text", "note")


def parse(identity: str, source: str) -> tuple[Macro | None, tuple[Fault, ...]]:
    """A macro from the text of its file, and what is wrong. None if any of it is an error."""
    reading = _Reading(source)
    macro = reading.read(identity)
    faults = tuple(reading.faults)
    return (None if any(one.level == "error" for one in faults) else macro), faults


def check(macro: Macro) -> tuple[Fault, ...]:
    """What would be wrong with this macro were it saved and read again."""
    return parse(macro.id, write(macro))[1]


class _Reading:
    """One file, taken apart; collects faults instead of stopping at the first."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.unknown: dict[str, Any] = {}

    def read(self, identity: str) -> Macro | None:
        if not is_macro_id(identity):
            self._fault("", "file_name", identity[:40])
        if len(self.source.encode("utf-8", "replace")) > FILE_CAP:
            self._fault("", "too_large", str(FILE_CAP // 1024))
            return None
        try:
            top = tomllib.loads(self.source)
        except tomllib.TOMLDecodeError as error:
            found = _decode_line.search(str(error))
            message = _decode_line.sub("", str(error)).strip()
            line = int(found.group(1)) if found else self.source.rstrip().count("\n") + 1
            self.faults.append(Fault("", "not_toml", message[:200], line))
            return None
        except RecursionError:
            self._fault("", "too_deep")
            return None
        if _depth(top) > DEPTH_CAP:
            self._fault("", "too_deep")
            return None
        return self._macro(identity, top)

    def _macro(self, identity: str, top: dict[str, Any]) -> Macro:
        name = self._text(top, "name", NAME_CAP, one_line=True)
        if not name and "name" not in {fault.field for fault in self.faults}:
            self._fault("name", "no_name")
        key = self._text(top, "key", 40, one_line=True)
        if key and (why := check_key(key)):
            self._fault("key", why, key)
        files = self._texts(top, "files")
        for one in files:
            if not is_safe_file_name(one):
                self._fault("files", "bad_file", one[:60])
        variants = self._variants(top)
        changes = self._changes(top)
        snooze = self._text(top, "snooze", 80, one_line=True)
        if snooze and parse_snooze(snooze, _ANY_TIME).fault == "unknown":
            self._fault("snooze", "bad_time", snooze)
        if not (any(v.text or v.note for v in variants.values()) or changes.any or snooze or files):
            self._fault("", "does_nothing")
        for name_, value in top.items():
            if name_ not in (*_TOP, "set", "language"):
                self._keep(name_, value)
        return Macro(
            identity,
            name,
            self._texts(top, "keywords"),
            key,
            variants,
            changes,
            snooze,
            files,
            self._texts(top, "accounts"),
            self._texts(top, "channels"),
            _leading_comment(self.source),
            self.unknown,
        )

    def _variants(self, top: dict[str, Any]) -> dict[str, Variant]:
        variants: dict[str, Variant] = {}
        general = Variant("", self._words(top, "text"), self._words(top, "note"))
        if general != Variant():
            variants[""] = general
        tables = self._table(top, "language")
        for code, table in tables.items():
            where = f"language.{code}"
            if not _language.fullmatch(code):
                self._fault(where, "bad_language", code[:20])
                continue
            if not isinstance(table, dict):
                self._fault(where, "not_table", where)
                continue
            variants[code] = Variant(
                self._text(table, "name", NAME_CAP, where, one_line=True),
                self._words(table, "text", where),
                self._words(table, "note", where),
            )
            for name, value in table.items():
                if name not in _LANGUAGE:
                    self._keep(f"{where}.{name}", value)
        return variants

    def _changes(self, top: dict[str, Any]) -> Changes:
        table = self._table(top, "set")
        given = {
            name: self._text(table, name, NAME_CAP, "set", one_line=True)
            for name in ("status", "assignee", "team", "priority")
            if name in table
        }
        for name in ("status", "priority", "team"):
            if given.get(name) == "":
                self._fault(f"set.{name}", "empty", name)
        fields: dict[str, tuple[str, ...]] = {}
        for name, value in self._table(table, "fields", "set").items():
            values = value if isinstance(value, list) else [value]
            if all(isinstance(one, str) and len(one) <= NAME_CAP for one in values):
                fields[name] = tuple(values)
            else:
                self._fault(f"set.fields.{name}", "not_list", name[:40])
        for name, value in table.items():
            if name not in _SET:
                self._keep(f"set.{name}", value)
        return Changes(
            **given,
            tags_add=self._texts(table, "tags_add", "set"),
            tags_remove=self._texts(table, "tags_remove", "set"),
            fields=fields,
        )

    # --- values -----------------------------------------------------------------------------

    def _words(self, table: dict[str, Any], name: str, where: str = "") -> str:
        """A text of several lines, its placeholders looked at."""
        text = self._text(table, name, TEXT_CAP, where).strip("\n")
        path = f"{where}.{name}" if where else name
        begins = self._text_begins(path)
        for unknown, line in unknown_names(text):
            at = begins + line - 1 if begins else 0
            self._fault(path, "no_placeholder", f"{{{{{unknown}}}}}", level="warning", line=at)
        return text

    def _text(
        self, table: dict[str, Any], name: str, cap: int, where: str = "", *, one_line: bool = False
    ) -> str:
        value = table.get(name, "")
        path = f"{where}.{name}" if where else name
        if not isinstance(value, str):
            self._fault(path, "not_text", name)
            return ""
        if len(value) > cap:
            self._fault(path, "too_long", name)
            return ""
        if one_line:
            return " ".join("".join(c if c.isprintable() else " " for c in value).split())
        lines = value.replace("\r\n", "\n").replace("\r", "\n")
        return "".join(c for c in lines if c in "\n\t" or c.isprintable())

    def _texts(self, table: dict[str, Any], name: str, where: str = "") -> tuple[str, ...]:
        value = table.get(name, [])
        path = f"{where}.{name}" if where else name
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._fault(path, "not_list", name)
            return ()
        if len(value) > LIST_CAP or any(len(one) > NAME_CAP for one in value):
            self._fault(path, "too_much", name)
            return ()
        cleaned = (" ".join("".join(filter(str.isprintable, one)).split()) for one in value)
        return tuple(dict.fromkeys(one for one in cleaned if one))

    def _table(self, table: dict[str, Any], name: str, where: str = "") -> dict[str, Any]:
        value = table.get(name, {})
        if isinstance(value, dict):
            return value
        self._fault(f"{where}.{name}" if where else name, "not_table", name)
        return {}

    def _keep(self, path: str, value: Any) -> None:
        self.unknown[path] = value
        self._fault(path, "kept", path[:60], level="warning")

    def _fault(
        self,
        path: str,
        kind: FaultKind,
        value: str = "",
        *,
        level: Literal["error", "warning"] = "error",
        line: int | None = None,
    ) -> None:
        where = self._line(path) if line is None else line
        self.faults.append(Fault(path, kind, value, where, level))

    def _text_begins(self, path: str) -> int:
        """The line of a text's first word; blank lines before it don't count."""
        lines = self.source.split("\n")
        at = self._line(path)
        if at and lines[at - 1].rstrip().endswith(("'''", '"""')):
            while at < len(lines) and not lines[at].strip():
                at += 1
            return at + 1
        return at

    def _line(self, path: str) -> int:
        """Where a field stands: its table's header, then its name. 0 if it can't be told."""
        if not path:
            return 0
        table, _, name = path.rpartition(".")
        names = (name, f'"{name}"', f"'{name}'")
        current = header_line = 0
        inside = ""
        for current, line in enumerate(self.source.split("\n"), 1):
            header = _header.match(line)
            if header:
                inside = header.group(1).replace('"', "").replace(" ", "")
                header_line = current if inside == path.replace(" ", "") else header_line
            elif inside == table.replace(" ", "") and line.partition("=")[0].strip() in names:
                return current
        return header_line


def _leading_comment(source: str) -> str:
    lines = []
    for line in source.lstrip().split("\n"):
        if not line.startswith("#"):
            break
        lines.append(line.rstrip())
    return "\n".join(lines)


def _depth(value: Any) -> int:
    """How deeply tables and lists stand in each other; stops counting soon beyond the cap."""
    deepest, layer = 0, [value]
    while layer and deepest <= DEPTH_CAP:
        deepest += 1
        layer = [
            inner
            for one in layer
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return deepest
