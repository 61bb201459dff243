"""Work in the real window: queue open, conversation switch, scrolling, typing, searching."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from workspace.bench.figures import Figure, from_samples, sample
from workspace.bench.memory_cases import measure_memory
from workspace.domain.errors import EngineUnavailable
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.ui.runtime.engine_link import Client

PATIENCE_S = 20.0
REST_MS = 80  # all that a click asks for is done by then, the customer's pane and the counts too


class _Paints(QObject):
    """`since`: the window painted this widget, by itself, since that was last set to False."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.since = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.since |= event.type() == QEvent.Type.Paint
        return False


def measure_window(paths: Paths, key: MasterKey, repeat: int) -> list[Figure]:
    """Open the window on the cache, without an engine, and drive it on this thread."""
    with driven(paths, key) as driver:
        return driver.measure(repeat)


@contextmanager
def driven(paths: Paths, key: MasterKey) -> Iterator[Driver]:
    """A window without an engine, driven on this thread."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from workspace.ui.app_window import open_window

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    started = open_window(paths, key, start_client=_no_engine)
    try:
        started.window.resize(1440, 900)
        yield Driver(app, started.window, paths, key)
    finally:
        started.window.close()
        started.end()


def _no_engine(*_: object) -> Client:
    raise EngineUnavailable("The benchmark measures the window alone.")


class Driver:
    """Acts as the agent does, and waits for the paint that shows the result."""

    def __init__(self, app: object, window: object, paths: Paths, key: MasterKey) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from workspace.ui.main_window import MainWindow

        assert isinstance(app, QApplication)
        assert isinstance(window, MainWindow)
        self.app = app
        self.window = window
        self.paths, self.key = paths, key
        reader = Reader(paths, key)
        self.plain = self._tickets(reader, "html = ''")
        self.html = self._tickets(reader, "html <> ''")
        row = reader.one(
            "SELECT ticket_id FROM entry GROUP BY ticket_id ORDER BY count(*) DESC LIMIT 1"
        )
        self.longest = int(row[0]) if row else 0
        row = reader.one(
            "SELECT id FROM entry WHERE ticket_id = ? ORDER BY created_at, seq, id LIMIT 1",
            (self.longest,),
        )
        self.first_words = int(row[0]) if row else 0
        row = reader.one("SELECT count(*) FROM entry WHERE ticket_id = ?", (self.longest,))
        self.length = int(row[0]) if row else 0
        reader.close()
        self._opened = self._resets = 0
        self._words = _Paints(window.conversation.view.viewport())
        self._rows = _Paints(window.list.view.viewport())
        self._wake = QTimer()  # an event now and then, so that waiting for ever is noticed
        self._wake.start(500)
        window.list.model.modelReset.connect(self._on_reset)
        window.conversation.source.opened.connect(self._on_opened)

    @staticmethod
    def _tickets(reader: Reader, condition: str) -> list[int]:
        rows = reader.all(
            f"SELECT DISTINCT ticket_id FROM entry WHERE kind = 'message' AND {condition}"
            " ORDER BY id DESC LIMIT 400"
        )
        return [int(row[0]) for row in rows]

    def _on_opened(self) -> None:
        self._opened += 1
        self._words.since = False

    def _on_reset(self) -> None:
        self._resets += 1
        self._rows.since = False

    def _until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until this holds; asleep between events, as its own loop is."""
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + PATIENCE_S
        while not condition():
            self.app.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )
            if time.monotonic() > end:
                raise TimeoutError("the window did not show what was asked of it")

    def measure(self, repeat: int) -> list[Figure]:
        """All figures of the window."""
        model = self.window.list.model
        self._until(lambda: model.rowCount() > 0 and model.row_at(0) is not None)
        figures = [
            self._switching("conversation switch from rest, plain", self.plain, repeat, 16.7, 50),
            self._switching(
                "conversation switch from rest, with HTML mail", self.html, repeat, 33, 100
            ),
            self._switching_without_rest(repeat),
            *self._long_ticket(repeat),
            self._queues("queue open", repeat),
            self._scrolling("list scroll frame, a page", repeat),
            self._typing(repeat),
        ]
        return [*figures, *measure_memory(self.paths, self.key)]

    def measure_queue(self, name: str, repeat: int) -> list[Figure]:
        """The list alone."""
        model = self.window.list.model
        self._until(lambda: model.rowCount() > 0 and model.row_at(0) is not None)
        return [
            self._queues(f"{name}: open", repeat),
            self._refreshing(f"{name}: refresh", repeat),
            self._scrolling(f"{name}: scroll frame", repeat),
        ]

    def _switching(
        self, name: str, ids: list[int], repeat: int, reach: float, never: float
    ) -> Figure:
        """A click in a window that has done all the click before asked for."""

        def switch(index: int) -> None:
            self._switch(ids[index % len(ids)])

        def rest(_: int) -> None:
            self._rest()

        if len(ids) < 2:
            ids = [*ids, self.plain[0]]
        return sample("window", name, switch, repeat=repeat, reach=reach, never=never, before=rest)

    def _switching_without_rest(self, repeat: int) -> Figure:
        """As many tickets as can be shown: each waits for what the one before left to do."""

        def switch(index: int) -> None:
            self._switch(self.plain[index % len(self.plain)])

        return sample(
            "window", "conversation switch, one on the heels of another", switch, repeat=repeat
        )

    def _rest(self) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(REST_MS, loop.quit)
        loop.exec()

    def _switch(self, ticket_id: int) -> None:
        before = self._opened
        self.window.show_ticket(ticket_id)
        self._until(lambda: self._opened > before)
        self._until(lambda: self._words.since)

    def _long_ticket(self, repeat: int) -> list[Figure]:
        """Its newest words, its first ones, and pages of it, scrolled."""
        name = f"a ticket of {self.length:,} entries"
        window = self.window
        view = window.conversation.view

        def jump(index: int) -> None:
            leave(index)
            before = self._opened
            began = time.perf_counter(), time.process_time()
            window.conversation.show_ticket(self.longest, self.first_words)
            self._until(lambda: self._opened > before)
            self._until(lambda: self._words.since)
            walls.append((time.perf_counter() - began[0]) * 1000)
            cpus.append((time.process_time() - began[1]) * 1000)

        def scroll(index: int) -> None:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if index % 40 < 20 else -bar.pageStep()))
            view.viewport().repaint()

        def leave(index: int) -> None:
            self._switch(self.plain[index % len(self.plain)])
            self._rest()

        figures = [
            sample(
                "window",
                f"{name}: open",
                lambda _: self._switch(self.longest),
                repeat=repeat,
                reach=16.7,
                never=50,
                before=leave,
            )
        ]
        walls: list[float] = []
        cpus: list[float] = []
        for index in range(max(10, repeat // 4)):
            jump(index)
        jumped = f"{name}: jump to its first"
        scrolled = f"{name}: scroll a page"
        figures += [
            from_samples("window", jumped, walls, cpus, reach=16.7, never=50),
            sample("window", scrolled, scroll, repeat=repeat, reach=16.7, never=50),
        ]
        return figures

    def _refreshing(self, name: str, repeat: int) -> Figure:
        """What a change makes the list do: its read, here on this thread, and a whole paint."""
        from workspace.ui.ticket_list.reading import read_part

        model, viewport = self.window.list.model, self.window.list.view.viewport()
        known = model.ids_between(0, 200)
        reader = Reader(self.paths, self.key)

        def refresh(_: int) -> None:
            part = read_part(reader, "all", "newest", 0, 200, known)
            model.update_rows(part.rows)
            viewport.repaint()

        figure = sample("window", name, refresh, repeat=repeat, reach=30, never=100)
        reader.close()
        return figure

    def _queues(self, name: str, repeat: int) -> Figure:
        view = self.window.list
        queues = [("all", "All tickets"), ("open", "All open")]

        def switch(index: int) -> None:
            before = self._resets
            view.show_queue(*queues[index % 2])
            self._until(lambda: self._resets > before)
            self._until(lambda: self._rows.since)

        return sample("window", name, switch, repeat=repeat, reach=30, never=100)

    def _scrolling(self, name: str, repeat: int) -> Figure:
        bar = self.window.list.view.verticalScrollBar()

        def scroll(index: int) -> None:
            bar.setValue((bar.value() + max(1, bar.pageStep())) % max(1, bar.maximum()))
            self.window.list.view.viewport().repaint()

        figure = sample("window", name, scroll, repeat=repeat, reach=11, never=16.7)
        self.app.processEvents()
        return figure

    def _typing(self, repeat: int) -> Figure:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeyEvent

        self.window.show_ticket(self.plain[0])
        self.window.start_reply()
        self.app.processEvents()
        edit = self.window.focusWidget() or self.window.composer

        def key(index: int) -> None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                event = QKeyEvent(kind, Qt.Key.Key_unknown, none, "가a나b"[index % 4])
                self.app.sendEvent(edit, event)
            edit.repaint()

        figure = sample(
            "window", "key to paint in the composer", key, repeat=repeat, reach=10, never=16.7
        )
        figure.note = "a key event delivered and painted on this thread"
        return figure
