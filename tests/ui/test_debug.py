"""The debugging view: true figures, nothing of customers, and what blocked the window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.domain.commands import SendReply
from workspace.ipc.protocol import Changed
from workspace.store import slow_log
from workspace.store.connect import Reader
from workspace.ui.debug.debug_page import DebugPage
from workspace.ui.runtime.watchdog import Watchdog

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    some_tickets(desk, 2, assignee=ME, subject="Blue sofa of Ms Kim")
    with a_window(qtbot, desk) as made:
        settle(qtbot, made)
        yield made


def opened(window: MainWindow) -> DebugPage:
    window.open_debug()
    page = window.pages._open["debug"]
    assert isinstance(page, DebugPage)
    return page


def cells(page: DebugPage, table: str) -> list[str]:
    shown = getattr(page, table)
    return [
        shown.item(row, column).text()
        for row in range(shown.rowCount())
        for column in range(shown.columnCount())
    ]


def test_view_tells_states_and_numbers_and_nothing_of_customers(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    watchdog = Watchdog()
    desk.ctx.trace.follow(desk.ctx.engine, watchdog)
    desk.engine.answers["status"] = lambda _: {
        "pid": 4711,
        "memory_bytes": 50_000_000,
        "queue": {"cache": 3},
        "slow": [[1_700_000_000_000, "write: writer.apply_page", 81.0, 0]],
        "accounts": [{"account_id": 1, "name": "store", "state": "ok", "requests": 17}],
    }
    remote_id = desk.store.reader().one("SELECT remote_id FROM ticket LIMIT 1")
    assert remote_id is not None
    command = SendReply(text="Your password is hunter2", channel="email")
    ids = desk.store.journal.enqueue(
        desk.store.current, remote_id[0], [command], base_revision=1, base_entry=""
    )
    desk.ctx.engine.changed.emit(Changed(seq=88, tickets=(1, 2), entries_of=(1,), outbox=True))
    page = opened(window)
    qtbot.waitUntil(lambda: ids[0] in cells(page, "outbox"))
    assert "queued" in cells(page, "outbox")
    assert "seq 88, tickets 2, entries 1, outbox" in cells(page, "notices")
    assert "4711" in cells(page, "engine")
    assert any("requests 17" in cell for cell in cells(page, "engine"))
    assert {"engine", "write: writer.apply_page", "81"} <= set(cells(page, "slow"))
    page.copy.click()
    text = QGuiApplication.clipboard().text()
    assert ids[0] in text
    assert "seq 88" in text
    for word in ("hunter2", "sofa", "Kim", "store"):
        assert word not in text
    page.close()


def test_slow_statement_is_named_without_its_values(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow_log, "LIMIT_S", 0.0)
    slow_log.slow_queries.clear()

    def customers_named(reader: Reader) -> None:
        reader.all("SELECT ? UNION SELECT 'x'", ("Ms Kim",))
        reader.one("SELECT ?", ("Ms Kim",))

    customers_named(desk.store.reader())
    kept = list(slow_log.slow_queries)
    slow_log.slow_queries.clear()
    assert [(q.name, q.rows) for q in kept] == [
        ("test_debug.customers_named", 2),
        ("test_debug.customers_named", 1),
    ]
    assert "Kim" not in repr(kept)


def test_slow_write_is_named_by_who_made_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_log, "LIMIT_S", 0.0)
    slow_log.slow_queries.clear()
    desk.store.ticket()
    desk.store.write()
    names = {query.name for query in slow_log.slow_queries}
    slow_log.slow_queries.clear()
    assert "write: writer.apply_page" in names


def test_what_held_up_the_window_is_listed_with_its_stack(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    watchdog = Watchdog()
    desk.ctx.trace.follow(desk.ctx.engine, watchdog)
    probe = QWidget()
    qtbot.addWidget(probe)

    def hold_up_the_window() -> None:
        deadline = time.monotonic() + 20
        while not watchdog.blocked and time.monotonic() < deadline:
            pass

    watchdog.start()
    QTimer.singleShot(0, probe, hold_up_the_window)
    qtbot.waitUntil(lambda: bool(watchdog.blocks))
    page = opened(window)
    qtbot.waitUntil(lambda: page.blocks.rowCount() > 0)
    page.blocks.setCurrentCell(page.blocks.rowCount() - 1, 0)
    assert "hold_up_the_window" in page.stack.toPlainText()
    assert "/" not in page.stack.toPlainText()
    page.close()
    watchdog.close()
