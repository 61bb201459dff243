"""What happened lately, in numbers and without any customer's data; the debugging view shows it."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from workspace.ipc.protocol import Changed, Live, Progress

if TYPE_CHECKING:
    from workspace.ui.runtime.engine_link import EngineLink
    from workspace.ui.runtime.watchdog import Watchdog

KEPT = 300


class Heard(NamedTuple):
    """A notice of the engine. `at` in ms UTC; `numbers` are ids and counts only."""

    at: int
    kind: str
    numbers: str


class Trace:
    """Keeps the last notices; a few µs each. GUI thread only."""

    def __init__(self) -> None:
        self.heard: deque[Heard] = deque(maxlen=KEPT)
        self.counts: dict[str, int] = {}
        self.watchdog: Watchdog | None = None

    def follow(self, engine: EngineLink, watchdog: Watchdog) -> None:
        """Take down what these two tell from now on."""
        self.watchdog = watchdog
        engine.changed.connect(self._on_changed)
        engine.live.connect(self._on_live)
        engine.progress.connect(self._on_progress)
        engine.connected.connect(lambda up: self.note("connected" if up else "lost"))

    def note(self, kind: str, numbers: str = "") -> None:
        """Take one line down."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.heard.append(Heard(time.time_ns() // 1_000_000, kind, numbers))

    def _on_changed(self, frame: Changed) -> None:
        marks = [
            name for name in ("outbox", "accounts", "standing", "bulk") if getattr(frame, name)
        ]
        numbers = f"seq {frame.seq}, tickets {len(frame.tickets)}, entries {len(frame.entries_of)}"
        self.note("changed", ", ".join((numbers, *marks)))

    def _on_live(self, frame: Live) -> None:
        self.note("live", f"account {frame.account_id}, {frame.kind[:20]}")

    def _on_progress(self, frame: Progress) -> None:
        self.note("progress", f"{frame.what[:20]} {frame.done}/{frame.total}")
