"""Whole windows for tests: real store, real threads, a recorded engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow

Key = Qt.Key


@contextmanager
def a_window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    """The main window over a desk, shown, its queues read."""
    from workspace.ui.main_window import MainWindow

    window = MainWindow(desk.ctx)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.status.standing_read, timeout=10_000):
        window.start()
        window.show()
    if desk.store.current is not None:
        qtbot.waitUntil(lambda: window.queues.model.rowCount() > 0, timeout=10_000)
        qtbot.waitUntil(lambda: bool(window.list.queue), timeout=10_000)
    yield window
    window.close()


def some_tickets(desk: Desk, count: int, **fields: object) -> list[str]:
    """Write so many open tickets, each with a message of its customer; their remote ids."""
    remote_ids = []
    for number in range(count):
        ticket = desk.store.ticket(**{"channel": "email", **fields})
        desk.store.message(ticket, f"Message of {number}")
        remote_ids.append(ticket.remote_id)
    desk.write()
    return remote_ids


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the list shows its rows."""
    qtbot.waitUntil(lambda: bool(window.list.model.ids_between(0, 1)), timeout=10_000)
