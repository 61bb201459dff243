"""Snoozing by words, long changes, and dragging tickets onto queues in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.store.queries.tickets import count, list_ids
from workspace.ui.bulk import changes, feed, limits, run, snoozing
from workspace.ui.main_window import MainWindow
from workspace.ui.runtime.notices import Notice
from workspace.ui.ticket_list.snooze_dialog import SnoozeDialog
from workspace.ui.words import clock_time

LEFT = Qt.MouseButton.LeftButton


def act(desk: Desk, start: str) -> None:
    """Press what the newest notice that begins so offers."""
    notice = next(n for n in reversed(desk.notices) if n.text.startswith(start))
    assert notice.on_action is not None
    notice.on_action()


def said(desk: Desk, start: str) -> Notice | None:
    return next((n for n in reversed(desk.notices) if n.text.startswith(start)), None)


def in_queue(desk: Desk, queue: str) -> int:
    return count(desk.store.reader(), queue)


def the_dialog(qtbot: QtBot, window: MainWindow) -> SnoozeDialog:
    qtbot.waitUntil(lambda: window.findChild(QDialog, "snooze") is not None)
    dialog = window.findChild(QDialog, "snooze")
    assert isinstance(dialog, SnoozeDialog)
    return dialog


# --- snooze ----------------------------------------------------------------------------------


def test_snooze_by_words_says_what_it_understood_and_can_be_undone(
    qtbot: QtBot, desk: Desk
) -> None:
    some_tickets(desk, 3)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        window.list.mark_all()
        qtbot.waitUntil(lambda: len(window.list.marks) == 3)
        window.snooze()
        dialog = the_dialog(qtbot, window)
        assert dialog.about is None
        assert not dialog.go.isEnabled()
        qtbot.keyClicks(dialog.field, "wibble")
        assert "name no time" in dialog.said.text()
        assert dialog.field.accessibleDescription() == dialog.said.text()
        dialog.field.clear()
        qtbot.keyClicks(dialog.field, "in 2 hours")
        assert clock_time(desk.ctx.clock.now_ms() + 7_200_000) in dialog.said.text()
        assert "when the customer writes" in dialog.said.text()
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: said(desk, "Snoozed until") is not None)
        assert (in_queue(desk, "open"), in_queue(desk, "snoozed")) == (0, 3)
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 0)
        act(desk, "Snoozed until")
        qtbot.waitUntil(lambda: said(desk, "Taken back: 3") is not None)
        assert (in_queue(desk, "open"), in_queue(desk, "snoozed")) == (3, 0)


def test_korean_words_and_until_a_reply(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 1, subject="<b>Two</b> left shoes")
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.ticket_id is not None)
        window.snooze()
        dialog = the_dialog(qtbot, window)
        qtbot.waitUntil(lambda: "<b>Two</b> left shoes" in dialog.accessibleDescription())
        assert dialog.about is not None
        assert dialog.about.text() == dialog.accessibleDescription()
        dialog.field.setText("답장 올 때까지")
        assert dialog.said.text() == "Until the customer writes"
        dialog.field.setText("내일 오전 9시")
        assert "9:00" in dialog.said.text()
        qtbot.mouseClick(dialog.presets[-1], LEFT)
        qtbot.waitUntil(lambda: said(desk, "Snoozed until the customer writes") is not None)
        assert in_queue(desk, "snoozed") == 1


def test_woken_tickets_are_back_and_can_be_put_off_again(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 2)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        ids = list_ids(desk.store.reader(), "open")
        until = desk.ctx.clock.now_ms() + 3_600_000
        window.ticket_actions.snooze(ids, until, True)
        qtbot.waitUntil(lambda: said(desk, "Snoozed until") is not None)
        window.ticket_actions.snooze(ids[:1], snoozing.WAKE, False)
        qtbot.waitUntil(lambda: said(desk, "Woken") is not None)
        assert (in_queue(desk, "open"), in_queue(desk, "snoozed")) == (1, 1)
        act(desk, "Woken")
        qtbot.waitUntil(lambda: said(desk, "Taken back: 1") is not None)
        assert in_queue(desk, "snoozed") == 2


# --- long changes ----------------------------------------------------------------------------


def test_long_change_shows_progress_and_stopping_takes_all_back(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (run, feed):
        monkeypatch.setattr(module, "PART", 4)
    some_tickets(desk, 30)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        pane, begun = window.list, []
        window.ticket_actions.began.connect(begun.append)
        seen: list[int] = []

        def stop_later(done: int, _whole: int) -> None:
            seen.append(done)
            assert pane.bar.progress.isVisible()
            if done >= 12:
                qtbot.mouseClick(pane.bar.stop, LEFT)

        ids = list_ids(desk.store.reader(), "open")
        window.ticket_actions.change(ids, changes.add_tag("spring"))
        begun[0].progressed.connect(stop_later)
        qtbot.waitUntil(lambda: said(desk, "Taken back: 12") is not None)
        assert seen == [4, 8, 12]
        assert not pane.bar.progress.isVisible()
        assert said(desk, "Tagged") is None
        waiting = "SELECT count(*) FROM journal.outbox WHERE state <> 'cancelled'"
        assert desk.store.reader().one(waiting) == (0,)


def test_too_many_are_refused_in_words(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST", 2)
    some_tickets(desk, 3)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        window.ticket_actions.solve(list_ids(desk.store.reader(), "open"))
        assert said(desk, "At most 2 tickets") is not None
        assert desk.store.reader().all("SELECT id FROM journal.outbox") == []


def test_what_is_so_already_is_not_sent(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 2, priority="high")
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        ids = list_ids(desk.store.reader(), "open")
        window.ticket_actions.change(ids, changes.set_priority("high"))
        qtbot.waitUntil(lambda: said(desk, "There was nothing to change") is not None)
        assert desk.store.reader().all("SELECT id FROM journal.outbox") == []


# --- dragging --------------------------------------------------------------------------------


def place_of(window: MainWindow, key: str) -> QPoint:
    """The middle of a queue's row, on the screen."""
    view = window.queues.view
    index = window.queues.model.index(window.queues.model.position_of(key))
    return view.viewport().mapToGlobal(view.visualRect(index).center())


def drag(window: MainWindow, row: int, to: QPoint, *, let_go: bool = True) -> None:
    """Real mouse events: press on a row, over to a place of the screen, let go."""
    view = window.list.view
    start = QPoint(60, round(window.list.delegate.row_height * (row + 0.5)))
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.1, 0.5, 1.0):
        on_screen = view.viewport().mapToGlobal(start)
        step = on_screen + (to - on_screen) * share
        QTest.mouseMove(view.viewport(), view.viewport().mapFromGlobal(step))
        # The platform of tests moves no pointer with a button held, so say it in full.
        send_move(window, step)
    if let_go:
        QTest.mouseRelease(
            view.viewport(),
            LEFT,
            Qt.KeyboardModifier.NoModifier,
            view.viewport().mapFromGlobal(to),
        )


def send_move(window: MainWindow, place: QPoint) -> None:
    viewport = window.list.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(viewport.mapFromGlobal(place)),
        QPointF(place),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def test_tickets_dragged_onto_mine_are_claimed(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 4)
    with a_window(qtbot, desk) as window:
        window.resize(1200, 800)
        window.queues.choose("open")
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 4)
        window.list.mark_all()
        qtbot.waitUntil(lambda: len(window.list.marks) == 4)
        drag(window, 1, place_of(window, "mine"), let_go=False)
        ghost = window.findChild(object, "drag_ghost")
        assert ghost is not None
        assert ghost.text() == "4 tickets · Claim"
        assert window.list.hold.holds()
        drag_end(window, "mine")
        qtbot.waitUntil(lambda: in_queue(desk, "mine") == 4)
        qtbot.waitUntil(lambda: said(desk, "Claimed: 4 tickets") is not None)


def drag_end(window: MainWindow, key: str) -> None:
    viewport = window.list.view.viewport()
    place = viewport.mapFromGlobal(place_of(window, key))
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, place)


def test_an_impossible_drop_says_why_and_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 2, assignee=ME)
    with a_window(qtbot, desk) as window:
        window.resize(1200, 800)
        window.queues.choose("open")
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 2)
        drag(window, 0, place_of(window, "channel:email"))
        assert said(desk, "A ticket's channel") is not None
        drag(window, 0, place_of(window, "open"))
        assert said(desk, "They are in this queue already") is not None
        assert desk.store.reader().all("SELECT id FROM journal.outbox") == []
        assert QApplication.overrideCursor() is None
        drag(window, 0, place_of(window, "snoozed"))
        dialog = the_dialog(qtbot, window)
        dialog.reject()


def test_escape_ends_a_drag(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 2, assignee=ME)
    with a_window(qtbot, desk) as window:
        window.resize(1200, 800)
        window.queues.choose("open")
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 2)
        drag(window, 0, place_of(window, "unassigned"), let_go=False)
        qtbot.keyClick(window.list.view, Qt.Key.Key_Escape)
        drag_end(window, "unassigned")
        assert QApplication.overrideCursor() is None
        assert desk.store.reader().all("SELECT id FROM journal.outbox") == []
