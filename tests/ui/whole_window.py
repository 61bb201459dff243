"""Whole windows for tests: real store, real threads, a recorded engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk

if TYPE_CHECKING:
    from workspace.keys import MasterKey
    from workspace.paths import Paths
    from workspace.ui.app_window import Started
    from workspace.ui.main_window import MainWindow
    from workspace.ui.theme.theme import Wanted

Key = Qt.Key

SLOW_MS = 120_000
"""For what an engine process has to do, on machines that have other work."""


@contextmanager
def a_window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    """The main window over a desk, shown, its queues read."""
    from workspace.ui.main_window import MainWindow

    window = MainWindow(desk.ctx)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.status.standing_read):
        window.start()
        window.show()
    if desk.store.current is not None:
        qtbot.waitUntil(lambda: window.queues.model.rowCount() > 0)
        qtbot.waitUntil(lambda: bool(window.list.queue))
    yield window
    window.close()


@contextmanager
def a_program(qtbot: QtBot, paths: Paths, key: MasterKey, theme: Wanted) -> Iterator[Started]:
    """The window as it is started, with an engine process of its own."""
    from workspace.ui.app_window import open_window

    started = open_window(paths, key, theme=theme, language="en")
    yield started
    stopped: list[object] = []
    if started.ctx.engine.is_connected:
        started.ctx.engine.call("stop", then=stopped.append, failed=stopped.append)
        qtbot.waitUntil(lambda: bool(stopped), timeout=SLOW_MS)
    started.window.close()
    started.end()
    started.window.deleteLater()


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
    qtbot.waitUntil(lambda: bool(window.list.model.ids_between(0, 1)))
