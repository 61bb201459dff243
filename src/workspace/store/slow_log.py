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
_DOOR = "workspace.store.connect"


class SlowQuery(NamedTuple):
    """One statement. `at` in ms UTC; `name` is the module and function that asked."""

    at: int
    name: str
    spent_ms: float
    rows: int


slow_queries: deque[SlowQuery] = deque(maxlen=KEPT)
"""The last ones, oldest first. Appended on reader threads; copy it before going through it."""


def note(sql: str, spent_s: float, rows: int) -> None:
    """Keep and log a statement that took longer than `LIMIT_S`."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__name__") == _DOOR:
        frame = frame.f_back
    module = str(frame.f_globals.get("__name__", "")).rpartition(".")[2]
    name = f"{module}.{frame.f_code.co_name}"
    slow_queries.append(SlowQuery(time.time_ns() // 1_000_000, name, spent_s * 1000, rows))
    short = " ".join(sql.split())[:300]
    log.info("slow query %.0f ms, %d rows, %s: %s", spent_s * 1000, rows, name, short)
