"""The window beside its real engine: a first sync flat out, then news, then rest.

The engine is a process of its own, as always; its desk is an embedded one, so that neither a
network nor a server's speed is in the figures.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from workspace.bench.figures import Figure, from_samples
from workspace.bench.generator import fill_in_child
from workspace.bench.memory_cases import both_figure, memory_figures
from workspace.bench.processes import usage
from workspace.clock import SystemClock
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader

ACCOUNT = "bench"
TICK_MS = 16
PATIENCE_S = 1_800.0
IDLE_S = 40.0  # a whole round: that an account is in step is told every 40 s
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def measure_engine(key: MasterKey, messages: int, repeat: int) -> list[Figure]:
    """Sync a desk of so many messages into an empty cache, using the window meanwhile."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="workspace-bench-") as folder:
        paths = Paths(Path(folder)).ensure()
        fill_in_child(paths.base, key, messages, "--desk", "--no-account")
        return _Together(paths, key, messages).measure(repeat)


class _Together:
    """A window with its engine, driven on the GUI thread."""

    def __init__(self, paths: Paths, key: MasterKey, messages: int) -> None:
        from workspace.ui.app_window import open_window

        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.app, self.paths, self.key, self.messages = app, paths, key, messages
        self.started = open_window(paths, key)
        self.window = self.started.window
        self.window.resize(1440, 900)
        self.engine_pid = 0
        self.failure: Exception | None = None

    def measure(self, repeat: int) -> list[Figure]:
        """All figures; ends window and engine."""
        engine = self.window.ctx.engine
        try:
            self._until(lambda: engine.is_connected and self.paths.engine_file.exists())
            self.engine_pid = int(json.loads(self.paths.engine_file.read_text())["pid"])
            figures = self._first_sync()
            figures += self._news(min(repeat, 50))
            figures += self._rest()
            return figures
        finally:
            stopped: list[object] = []
            engine.call("stop", then=stopped.append, failed=stopped.append)
            self._until(lambda: bool(stopped))
            self.window.close()
            self.started.end()

    def _fail(self, error: Exception) -> None:
        self.failure = error

    def _until(self, condition: Callable[[], bool]) -> None:
        waker = QTimer()
        waker.start(200)
        end = time.monotonic() + PATIENCE_S
        while not condition():
            self.app.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )
            if self.failure is not None:
                raise self.failure
            if time.monotonic() > end:
                raise TimeoutError("the window did not show what was asked of it")

    # --- the first sync ----------------------------------------------------------------------

    def _first_sync(self) -> list[Figure]:
        view = self.window.list
        start = usage(self.engine_pid).cpu_s  # of its start, which is no part of a sync
        began = time.perf_counter()
        self.window.ctx.engine.call(
            "account.add",
            failed=self._fail,
            slow=True,
            name=ACCOUNT,
            connector="desk",
            check=False,
        )
        self._until(lambda: view.model.rowCount() > 0 and view.model.row_at(0) is not None)
        view.view.viewport().repaint()
        usable = (time.perf_counter() - began) * 1000
        first = view.model.row_at(0)
        assert first is not None
        self.window.show_ticket(first.id)
        self.window.start_reply()
        typist = _Typist(self.app, self.window.focusWidget() or self.window.composer)
        done = _Completion(self.paths, self.key)
        done.start()
        self._until(done.event.is_set)
        typist.stop()
        seconds = done.at - began
        self._until(lambda: not done.is_alive())
        engine = usage(self.engine_pid)
        return [
            from_samples(
                "engine",
                "first usable queue on an empty cache, after sign-in",
                [usable],
                reach=1000,
                never=3000,
            ),
            Figure(
                part="engine",
                name="first sync by the engine, index included",
                unit="/s",
                p50=self.messages / seconds,
                reach=7000,
                never=4000,
                higher_is_better=True,
                note=f"{self.messages:,} messages, wall; beside a window that is typed into",
            ),
            Figure(
                part="engine",
                name="first sync by the engine, for each second of its CPU",
                unit="/s",
                p50=self.messages / max(0.01, engine.cpu_s - start),
                reach=7000,
                never=4000,
                higher_is_better=True,
            ),
            *typist.figures(),
            *memory_figures("engine", "after the first sync", usage(os.getpid()), engine),
        ]

    # --- news --------------------------------------------------------------------------------

    def _news(self, repeat: int) -> list[Figure]:
        """A customer writes; until the row of the list shows the words."""
        from workspace.domain.items import Address
        from workspace.sync.connectors.desk import CustomerSide

        side = CustomerSide(self.paths.desks / ACCOUNT, self.key.subkey("desk"), SystemClock())
        walls: list[float] = []
        view = self.window.list
        self.window.queues.choose("all")
        self._until(lambda: view.queue == "all" and view.model.rowCount() > 0)
        self._until(lambda: view.model.rowCount() > 0 and view.model.row_at(0) is not None)
        try:
            person = side.meet("Ada Miller", [Address("email", "ada@example.com")])
            ticket = side.open_ticket(person, "email", "news number 0", subject="News")
            for number in range(repeat + 3):
                text = f"news number {number}."
                self._sleep(0.3)  # news on its own: what follows within 120 ms is told together
                side.write(ticket, person, text)
                began = time.perf_counter()
                self.window.ctx.engine.call("poke", account=ACCOUNT)
                self._until(lambda wanted=text: self._shows(wanted))  # type: ignore[misc]
                view.view.viewport().repaint()
                walls.append((time.perf_counter() - began) * 1000)
        finally:
            side.close()
        return [
            from_samples(
                "engine",
                "change at the backend to visible row",
                walls[3:],
                reach=100,
                never=250,
                note="poke, pull, commit, notice, read, paint",
            )
        ]

    def _shows(self, text: str) -> bool:
        model = self.window.list.model
        row = model.row_at(0) if model.rowCount() else None
        return row is not None and row.snippet == text

    # --- rest --------------------------------------------------------------------------------

    def _rest(self) -> list[Figure]:
        self.window.list.focus_list()
        self._sleep(12.0)  # the desk is looked at less often after ten seconds of rest
        before = usage(os.getpid()), usage(self.engine_pid)
        began = time.perf_counter()
        self._sleep(IDLE_S)
        seconds = time.perf_counter() - began
        after = usage(os.getpid()), usage(self.engine_pid)
        cpu = sum(b.cpu_s - a.cpu_s for a, b in zip(before, after, strict=True)) / seconds * 100
        woken = sum(b.woken_since(a) for a, b in zip(before, after, strict=True)) / seconds
        return [
            from_samples(
                "idle", "CPU of both processes", [cpu], unit="% of a core", reach=0.3, never=1
            ),
            from_samples("idle", "wake-ups of both processes", [woken], unit="/s", reach=2),
            both_figure("idle", "at rest", *after),
        ]

    def _sleep(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()


class _Typist:
    """Types a key every other tick; measures how late the loop is, and when a key is painted."""

    def __init__(self, app: QApplication, edit: QWidget) -> None:
        self._app, self._edit = app, edit
        self.late: list[float] = []
        self.painted: list[float] = []
        self._due = time.perf_counter() + TICK_MS / 1000
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)

    def _on_tick(self) -> None:
        self.late.append(max(0.0, time.perf_counter() - self._due) * 1000)
        if len(self.late) % 2:
            sign = "가a나b"[len(self.late) % 4]
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, NO_MODIFIER, sign)
                self._app.sendEvent(self._edit, key)
            self._edit.repaint()
            self.painted.append((time.perf_counter() - self._due) * 1000)
        self._due = time.perf_counter() + TICK_MS / 1000
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        """No more keys."""
        self._timer.stop()

    def figures(self) -> list[Figure]:
        """What was seen while the engine synced."""
        return [
            from_samples(
                "engine",
                "key to paint while the engine syncs",
                self.painted,
                reach=10,
                never=16.7,
                note="from the moment the key was due",
            ),
            from_samples(
                "engine",
                "lateness of the GUI loop while the engine syncs",
                self.late,
                reach=8,
                never=16.7,
            ),
        ]


class _Completion(threading.Thread):
    """Looks into the cache until the history is complete; sets `event`, and when it was."""

    def __init__(self, paths: Paths, key: MasterKey) -> None:
        super().__init__(name="bench-completion", daemon=True)
        self._paths, self._key = paths, key
        self.event = threading.Event()
        self.at = 0.0

    def run(self) -> None:
        reader = Reader(self._paths, self._key)
        pause = threading.Event()
        sql = "SELECT count(*) FROM cursor WHERE feed = 'history' AND complete = 1"
        while not self.event.is_set():
            row = reader.one(sql)
            if row and row[0]:
                self.at = time.perf_counter()
                self.event.set()
            pause.wait(0.2)
        reader.close()
