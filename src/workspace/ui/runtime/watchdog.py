"""Tells what held up the GUI thread for more than 100 ms: its stack goes to the log."""

from __future__ import annotations

import faulthandler
import logging
import re
import threading
import time
from collections import deque
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal

log = logging.getLogger("workspace.ui")

LIMIT_S = 0.1
AFTER_INPUT_S = 1.0
AFTER_NEWS_S = 0.1  # each of them, and each answer of a reader, is looked at anew
KEPT = 50
DEPTH = 12

_frame = re.compile(r'  File "(.*)", line (\S+) in (.*)')


class Block(NamedTuple):
    """One time that the thread was held up. `at` in ms UTC; `stack`: where it was at the
    limit, outermost call first, without paths."""

    at: int
    spent_ms: float
    stack: str


class Watchdog(QObject):
    """A thread that pings the event loop while there is something to do, and sleeps when not.

    Input to a watched window wakes it for a second, `touch` for a tenth of one: an idle window
    costs nothing, and a notice of the engine a few wake-ups. (The dispatcher's awake and
    aboutToBlock can't be used: under GLib, slots run between the two, as waiting does.)

    Attributes:
        blocked: how many times the limit was passed since `start`.
        blocks: the last ones that are over, oldest first. Appended on the watching thread.
    """

    _ping = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocked = 0
        self.blocks: deque[Block] = deque(maxlen=KEPT)
        self._until = 0.0
        self._work = threading.Event()
        self._pong = threading.Event()
        self._end = threading.Event()
        self._gui = threading.get_ident()
        self._ping.connect(self._pong.set, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watch the thread that made this."""
        self._thread.start()
        self._look_for(AFTER_INPUT_S)

    def watch(self, window: QObject | None) -> None:
        """Input to this QWindow wakes the watchdog, before it reaches any widget."""
        if window is not None:
            window.installEventFilter(self)

    def touch(self, *_: object) -> None:
        """Something is about to run on the GUI thread. From any thread."""
        self._look_for(AFTER_NEWS_S)

    def close(self) -> None:
        """Stop watching."""
        self._end.set()
        self._work.set()
        self._pong.set()
        if self._thread.is_alive():
            self._thread.join(2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._look_for(AFTER_INPUT_S)
        return False

    def _look_for(self, seconds: float) -> None:
        self._until = max(self._until, time.monotonic() + seconds)
        if not self._work.is_set():
            self._work.set()

    def _watch(self) -> None:
        while not self._end.is_set():
            self._work.wait()
            self._pong.clear()
            if self._end.is_set():
                return
            began = time.monotonic()
            self._ping.emit()
            if not self._pong.wait(LIMIT_S):
                stack = self._report(time.monotonic() - began)
                at = time.time_ns() // 1_000_000
                self._pong.wait()
                if stack and not self._end.is_set():
                    self.blocks.append(Block(at, (time.monotonic() - began) * 1000, stack))
            if time.monotonic() < self._until:
                self._end.wait(LIMIT_S / 2)
                continue
            self._work.clear()
            if time.monotonic() < self._until:  # touched before it was cleared
                self._work.set()

    def _report(self, spent_s: float) -> str:
        """Log at once (it may hang for ever), and return the stack; "" at the end of the watch."""
        if self._end.is_set():
            return ""
        stack = stack_of(self._gui)
        self.blocked += 1
        log.warning("the GUI thread is blocked for %.0f ms:\n%s", spent_s * 1000, stack)
        return stack


def stack_of(thread: int) -> str:
    """Where a thread is, outermost call first, without paths; "" where the disk takes nothing.

    Not by `sys._current_frames`: whoever holds a frame keeps what runs there alive beyond its
    function. A QPainter of a `paintEvent` would then end after the next one has begun, and on the
    holder's thread, which crashes. This holds nothing: it writes while all other threads stand.
    """
    import tempfile  # not on the way to the first paint

    try:
        with tempfile.TemporaryFile() as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            told = file.read().decode("ascii", "replace")
    except OSError:
        return ""
    lines: list[str] = []
    for block in told.split("hread 0x")[1:]:
        number, _, calls = block.partition(" ")
        if int(number, 16) == thread:
            found = _frame.findall(calls)[:DEPTH]
            lines = [f"{Path(file).name}:{line} {name}" for file, line, name in reversed(found)]
    return "\n".join(lines)
