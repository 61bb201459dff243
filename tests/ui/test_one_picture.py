"""Choosing a ticket is one paint of it, and lays out nothing but itself. Counted, not timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.store.connect import Reader
from workspace.ui.main_window import MainWindow
from workspace.ui.ticket_tabs import one_picture

PAINT, LAYOUT = QEvent.Type.Paint, QEvent.Type.LayoutRequest
LONG_MS, SHORT_MS = 60_000, 50


class Events(QObject):
    """How often each of these widgets was painted or asked to lay out, since the last `clear`."""

    def __init__(self, app: QApplication, **watched: QWidget) -> None:
        super().__init__()
        self.count: Counter[tuple[str, QEvent.Type]] = Counter()
        self._names = {id(widget): name for name, widget in watched.items()}
        self._widgets = watched
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = self._names.get(id(watched))
        if name is not None:
            self.count[name, event.type()] += 1
        return False

    def end(self) -> None:
        self._app.removeEventFilter(self)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(one_picture, "LONGEST_MS", LONG_MS)  # on a busy machine, too
    some_tickets(desk, 4, assignee=ME)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        yield window


def shown(window: MainWindow) -> bool:
    source = window.conversation.source
    return source.ticket is not None and source.ticket.id == window.ticket_id


def test_a_ticket_is_painted_once_and_the_window_is_not_laid_out(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    first, second, third = window.list.model.ids_between(0, 3)
    for ticket_id in (first, second):  # chips and rows are made once
        window.show_ticket(ticket_id)
        qtbot.waitUntil(lambda: shown(window))
        qtbot.wait(SHORT_MS)
    events = Events(
        qapp,
        words=window.conversation.view.viewport(),
        header=window.header,
        bar=window.conversation.bar,
        behind=window.tabs,
        window=window,
    )
    once = {"words": 1, "header": 1, "bar": 1, "behind": 0, "laid out": 0}
    seen = []
    for ticket_id in (third, first, second):  # rooms that come late may fall into one of them
        events.count.clear()
        window.show_ticket(ticket_id)
        qtbot.waitUntil(lambda: shown(window) and events.count["words", PAINT] > 0)
        qtbot.wait(SHORT_MS)
        painted = {name: events.count[name, PAINT] for name in ("words", "header", "bar", "behind")}
        seen.append(painted | {"laid out": events.count["window", LAYOUT]})
    events.end()
    assert once in seen, seen


def test_a_read_that_takes_long_leaves_nothing_of_the_ticket_before(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = window.list.model.ids_between(0, 2)
    window.show_ticket(first)
    qtbot.waitUntil(lambda: shown(window) and bool(window.header.subject.text()))
    monkeypatch.setattr(window.pane.picture, "longest_ms", SHORT_MS)
    go_on = Event()
    held: list[None] = []

    def hold(_reader: Reader) -> None:
        go_on.wait(20)

    for _ in range(2):  # both reader threads
        window.ctx.reads.ask(hold, then=held.append, owner=window)
    try:
        window.show_ticket(second)
        qtbot.waitUntil(lambda: window.pane.header.updatesEnabled())
        assert not window.header.subject.text()
        assert not window.header.status.isVisible()
        assert not any(char.isdigit() for char in window.conversation.bar.filters[""].text())
        assert window.conversation.view.rows == []
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: shown(window) and bool(window.header.subject.text()))
