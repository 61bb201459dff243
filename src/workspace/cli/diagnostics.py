"""`workspace export-diagnostics FILE`: versions, states, counts, logs; no customer text."""

from __future__ import annotations

import argparse
import json
import platform
import zipfile
from collections import Counter
from importlib.metadata import version
from typing import Any

from workspace import __version__
from workspace.cli import shapes
from workspace.cli.session import Session
from workspace.domain.errors import UsageError

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "requests", "keyring", "msgspec")
TABLES = ("ticket", "entry", "attachment", "person", "change_log", "search_doc")
LOG_BYTES = 2_000_000


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Write the report as a zip; account names and hosts are left out, states stay."""
    try:
        with zipfile.ZipFile(arguments.file, "w", zipfile.ZIP_DEFLATED) as archive:
            report = json.dumps(_report(session), indent=1, ensure_ascii=False)
            archive.writestr("report.json", report)
            for log in sorted(session.paths.logs.glob("*.log*")):
                with log.open("rb") as stream:
                    stream.seek(max(0, log.stat().st_size - LOG_BYTES))
                    archive.writestr(f"logs/{log.name}", stream.read())
    except OSError as error:
        raise UsageError(
            f"{arguments.file} can't be written ({error.strerror}).", "Choose another place."
        ) from error
    session.journal.record("export.diagnostics")
    session.print(
        {"file": str(arguments.file)}, f"Wrote {arguments.file}; read it before you send it."
    )
    return 0


def _report(session: Session) -> dict[str, Any]:
    from workspace.store.queries.outbox import list_outbox

    reader = session.reader
    accounts = [
        {
            "connector": row.connector,
            "state": row.state,
            "error_kind": row.error_kind,
            "last_sync_at": shapes.iso(row.last_sync_at),
            "history_complete": row.history_complete,
        }
        for row in session.accounts()
    ]
    states = Counter(row.state for row in list_outbox(reader, limit=10_000))
    counts = {}
    for table in TABLES:
        row = reader.one(f"SELECT count(*) FROM {table}")
        counts[table] = row[0] if row else 0
    return {
        "workspace": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "sqlcipher": (reader.one("PRAGMA cipher_version") or ("",))[0],
        "accounts": accounts,
        "outbox": dict(states),
        "rows": counts,
        "bytes": {
            path.name: path.stat().st_size
            for path in (session.paths.cache_db, session.paths.journal_db)
            if path.exists()
        },
    }
