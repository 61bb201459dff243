"""`workspace export-diagnostics FILE`: versions, states, counts, logs; no customer text."""

from __future__ import annotations

import argparse

from workspace.cli.session import Session
from workspace.domain.errors import UsageError
from workspace.store import diagnostics


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Write the report as a zip; account names and hosts are left out, states stay."""
    try:
        diagnostics.write(arguments.file, diagnostics.gather(session.paths, session.reader))
    except OSError as error:
        raise UsageError(
            f"{arguments.file} can't be written ({error.strerror}).", "Choose another place."
        ) from error
    session.journal.record("export.diagnostics")
    session.print(
        {"file": str(arguments.file)}, f"Wrote {arguments.file}; read it before you send it."
    )
    return 0
