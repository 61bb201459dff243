"""Tells what held up the GUI thread for more than 100 ms: its stack goes to the log."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback

from PySide6.QtCore import QAbstractEventDispatcher, QObject

log = logging.getLogger("workspace.ui")

LIMIT_S = 0.1
QUIET_S = 1.0


class Watchdog(QObject):
    """A thread that looks only while the event loop works, and sleeps when it is idle.

    Attributes:
        blocked: how many times the limit was passed since `start`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocked = 0
        self._busy_since = 0.0
        self._last_awake = 0.0
        self._parked = True
        self._work = threading.Event()
        self._stop = threading.Event()
        self._gui = threading.get_ident()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watch the calling thread's event loop."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is None:
            return
        dispatcher.awake.connect(self._on_awake)
        dispatcher.aboutToBlock.connect(self._on_idle)
        self._thread.start()

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()
        self._work.set()
        if self._thread.is_alive():
            self._thread.join(2)

    def _on_awake(self) -> None:
        self._busy_since = self._last_awake = time.monotonic()
        if self._parked:
            self._parked = False
            self._work.set()

    def _on_idle(self) -> None:
        self._busy_since = 0.0

    def _watch(self) -> None:
        while not self._stop.is_set():
            self._work.wait()
            self._work.clear()
            reported = 0.0
            while not self._stop.wait(LIMIT_S / 2):
                since, now = self._busy_since, time.monotonic()
                if since and now - since > LIMIT_S and since != reported:
                    reported = since
                    self._report(now - since)
                if not since and now - self._last_awake > QUIET_S:
                    self._parked = True
                    break

    def _report(self, spent_s: float) -> None:
        frame = sys._current_frames().get(self._gui)
        if frame is None:
            return
        self.blocked += 1
        stack = "".join(traceback.format_stack(frame, limit=12))
        log.warning("the GUI thread is blocked for %.0f ms:\n%s", spent_s * 1000, stack)
