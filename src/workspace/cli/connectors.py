"""`workspace connectors [new NAME]`."""

from __future__ import annotations

import argparse

from workspace.cli.session import Session
from workspace.domain.errors import UsageError


def run(session: Session, arguments: argparse.Namespace) -> int:
    """List what is installed, with the reason where one can't be loaded; or scaffold one."""
    if arguments.action == "new":
        return _new(session, arguments)
    from workspace.sync.connectors import registry

    shapes = []
    lines = []
    for name, connector in sorted(registry.available(session.paths).items()):
        manifest = connector.manifest
        shapes.append(
            {
                "name": name,
                "title": manifest.title,
                "kind": manifest.kind,
                "settings": [
                    {"name": item.name, "kind": item.kind, "required": item.required}
                    for item in manifest.settings
                ],
                "problem": None,
            }
        )
        lines.append(f"{name:<16} {manifest.title}")
    for name, problem in sorted(registry.problems(session.paths).items()):
        shapes.append({"name": name, "title": "", "kind": "", "settings": [], "problem": problem})
        lines.append(f"{name:<16} can't be loaded: {problem}")
    session.print(shapes, "\n".join(lines))
    return 0


def _new(session: Session, arguments: argparse.Namespace) -> int:
    if not arguments.name:
        raise UsageError("The new connector has no name.", "Write `workspace connectors new NAME`.")
    from workspace.sync.connectors.testing.scaffold import create

    folder = create(arguments.into, arguments.name)
    session.print({"folder": str(folder)}, f"Made {folder}. Its README.md says what comes next.")
    return 0
