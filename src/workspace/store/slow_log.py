"""The slow statements of this process: which read, how long, how many rows. Never their values."""

from __future__ import annotations

import logging
import sys
import time
from collections import deque
from typing import NamedTuple

log = logging.getLogger("workspace.store")

LIMIT_S = 0.050
KEPT = 200
_DOORS = {
    "workspace.store.connect",
    "workspace.store.cache_file",
    "workspace.store.journal_file",
    "contextlib",
}


class SlowQuery(NamedTuple):
    """One statement, or a write transaction as a whole (`write: …`, without rows).

    `at` in ms UTC; `name` is the module and function that asked.
    """

    at: int
    name: str
    spent_ms: float
    rows: int


slow_queries: deque[SlowQuery] = deque(maxlen=KEPT)
"""The last ones, oldest first. Appended on reader threads; copy it before going through it."""


def note_write(spent_s: float) -> None:
    """Keep a write transaction that took longer than `LIMIT_S`, by the function that made it."""
    _keep("write: " + _asker(), spent_s, 0)


def note(sql: str, spent_s: float, rows: int) -> None:
    """Keep and log a statement that took longer than `LIMIT_S`."""
    name = _asker()
    _keep(name, spent_s, rows)
    short = " ".join(sql.split())[:300]
    log.info("slow query %.0f ms, %d rows, %s: %s", spent_s * 1000, rows, name, short)


def _keep(name: str, spent_s: float, rows: int) -> None:
    slow_queries.append(SlowQuery(time.time_ns() // 1_000_000, name, spent_s * 1000, rows))


def _asker() -> str:
    """Module and function that use the database's door now."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_globals.get("__name__") in _DOORS:
        frame = frame.f_back
    module = str(frame.f_globals.get("__name__", "")).rpartition(".")[2]
    return f"{module}.{frame.f_code.co_name}"
