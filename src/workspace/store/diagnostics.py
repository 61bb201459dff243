"""A report for those who help: versions, states, counts, logs; no customer's text, no names."""

from __future__ import annotations

import datetime
import json
import platform
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from workspace import __version__, versions
from workspace.paths import Paths
from workspace.shared_files import put_in_place
from workspace.store.connect import Reader
from workspace.store.queries.accounts import list_accounts
from workspace.store.queries.outbox import list_outbox

TABLES = ("ticket", "entry", "attachment", "person", "change_log", "search_doc")
LOG_BYTES = 2_000_000


class Part(NamedTuple):
    """One file of the report."""

    name: str
    data: bytes


def gather(
    paths: Paths, reader: Reader, progress: Callable[[int, int], None] | None = None
) -> list[Part]:
    """All parts as they would be written; `progress(done, total)` after each. OSError."""
    logs = sorted(paths.logs.glob("*.log*"))
    total = len(logs) + 1
    report = json.dumps(_report(paths, reader), indent=1, ensure_ascii=False)
    parts = [Part("report.json", report.encode())]
    for log in logs:
        if progress is not None:
            progress(len(parts), total)
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - LOG_BYTES))
            parts.append(Part(f"logs/{log.name}", stream.read()))
    if progress is not None:
        progress(total, total)
    return parts


def write(file: Path, parts: Iterable[Part]) -> None:
    """The parts as a zip, which has its name once it is whole. May raise OSError."""
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in parts:
                archive.writestr(part.name, part.data)
        put_in_place(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)


def _report(paths: Paths, reader: Reader) -> dict[str, Any]:
    accounts = [
        {
            "connector": row.connector,
            "state": row.state,
            "error_kind": row.error_kind,
            "last_sync_at": _iso(row.last_sync_at),
            "history_complete": row.history_complete,
            "clock_ahead_s": round(row.clock_offset_ms / 1000),
        }
        for row in list_accounts(reader)
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
        "libraries": {name: versions.library(name) for name in versions.LIBRARIES},
        "sqlcipher": (reader.one("PRAGMA cipher_version") or ("",))[0],
        "accounts": accounts,
        "outbox": dict(states),
        "rows": counts,
        "bytes": {
            path.name: path.stat().st_size
            for path in (paths.cache_db, paths.journal_db)
            if path.exists()
        },
    }


def _iso(at_ms: int) -> str:
    return datetime.datetime.fromtimestamp(at_ms / 1000, datetime.UTC).isoformat() if at_ms else ""
