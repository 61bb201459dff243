"""`workspace macros list|check|export|import`: macros as files, without a window or a key."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workspace import macro_exchange, macro_files
from workspace.cli.session import Session
from workspace.domain.errors import NotFound
from workspace.domain.macros import Changes
from workspace.macro_files import Library, MacroFile
from workspace.settings import load_settings


def run(session: Session, arguments: argparse.Namespace) -> int:
    """One of the four."""
    actions = {"list": _list, "check": _check, "export": _export, "import": _import}
    return actions[arguments.action](session, arguments)


def _library(session: Session) -> Library:
    shared = load_settings(session.paths.settings_file).macro_folders
    library = macro_files.read_library(session.paths, shared)
    for folder, why in library.problems:
        session.say(f"{folder} can't be read: {why}.")
    return library


def _list(session: Session, arguments: argparse.Namespace) -> int:
    """Own ones first, then each shared folder's; what can't be used says why."""
    files = _library(session).files
    lines = []
    for one in files:
        state = "faulty" if one.macro is None else "hidden" if one.hidden else ""
        name = one.macro.name if one.macro else ""
        key = one.macro.key if one.macro else ""
        lines.append(f"{one.id:<28} {name:<36} {key:<12} {state}".rstrip())
    session.print([_shape(one) for one in files], "\n".join(lines) or "There are no macros yet.")
    return 0


def _check(session: Session, arguments: argparse.Namespace) -> int:
    """Every fault with its line; exit code 1 where a macro can't be used."""
    files = _named(arguments.paths) if arguments.paths else list(_library(session).files)
    shapes = [
        {
            "file": str(one.path),
            "line": fault.line or None,
            "level": fault.level,
            "field": fault.field or None,
            "kind": fault.kind,
            "message": fault.message,
        }
        for one in files
        for fault in one.faults
    ]
    lines = macro_files.fault_lines(files)
    lines += [
        f"{one.path}:1: warning: The file to attach “{name}” is not there"
        for one in files
        for name in sorted(one.missing)
    ]
    shapes += [
        {
            "file": str(one.path),
            "line": None,
            "level": "warning",
            "field": "files",
            "kind": "missing_file",
            "message": f"The file to attach “{name}” is not there",
        }
        for one in files
        for name in sorted(one.missing)
    ]
    bad = sum(one.macro is None for one in files)
    told = f"{len(files)} macros, {bad} of them can't be used."
    session.print(shapes, "\n".join([*lines, told]))
    return 1 if bad else 0


def _named(paths: list[Path]) -> list[MacroFile]:
    """The macros in these files and folders."""
    files = []
    for path in paths:
        if path.is_dir():
            files += macro_files.read_folder(path.absolute(), own=False)
        elif path.exists():
            files.append(macro_files.read_file(path.absolute(), own=False))
        else:
            raise NotFound(f"There is no {path}.", "Name a .toml file, or a folder of such.")
    return files


def _export(session: Session, arguments: argparse.Namespace) -> int:
    """All that can be used, or the named ones, with the files that they attach."""
    library = _library(session)
    files = library.usable()
    if arguments.ids:
        files = []
        for identity in arguments.ids:
            found = library.find(identity)
            if found is None or found.macro is None:
                raise NotFound(f"There is no macro “{identity}”.", "See `workspace macros list`.")
            files.append(found)
    count = macro_exchange.export(files, arguments.target)
    session.print(
        {"target": str(arguments.target), "macros": [one.id for one in files]},
        f"{count} macros written to {arguments.target}.",
    )
    return 0


def _import(session: Session, arguments: argparse.Namespace) -> int:
    """Into one's own folder; refuses where one of that name is there, unless told what to do."""
    session.paths.ensure()
    found = macro_exchange.take(arguments.source, session.paths, arguments.on_conflict)
    session.print(
        [{"id": one.id, "done": one.done, "offered_id": one.offered_id} for one in found],
        "\n".join(f"{one.done:<9} {one.id}" for one in found),
    )
    return 1 if any(one.done == "faulty" for one in found) else 0


def _shape(file: MacroFile) -> dict[str, Any]:
    """A macro as JSON; one that can't be used has its faults only."""
    shape: dict[str, Any] = {
        "id": file.id,
        "file": str(file.path),
        "own": file.own,
        "hidden": file.hidden,
        "usable": file.macro is not None and not file.hidden,
        "faults": [
            {"line": one.line or None, "level": one.level, "message": one.message}
            for one in file.faults
        ],
    }
    if file.macro is None:
        return shape
    macro = file.macro
    return shape | {
        "name": macro.name,
        "keywords": list(macro.keywords),
        "key": macro.key,
        "languages": {
            code: {"name": one.name, "text": one.text, "note": one.note}
            for code, one in macro.variants.items()
        },
        "set": _changes(macro.changes),
        "snooze": macro.snooze,
        "files": list(macro.files),
        "missing_files": sorted(file.missing),
        "accounts": list(macro.accounts),
        "channels": list(macro.channels),
    }


def _changes(changes: Changes) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: getattr(changes, name)
        for name in ("status", "assignee", "team", "priority")
        if getattr(changes, name) is not None
    }
    found |= {"tags_add": list(changes.tags_add), "tags_remove": list(changes.tags_remove)}
    return found | {"fields": {name: list(given) for name, given in changes.fields.items()}}
