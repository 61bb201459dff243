"""The list's row says how a draft begins, as it is and not as it was."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle
from workspace.ui.composer.draft_notices import TELL_MS
from workspace.ui.main_window import MainWindow
from workspace.ui.ticket_list import spoken


def drafts_told(window: MainWindow) -> set[str]:
    rows = (window.list.model.row_at(n) for n in range(window.list.model.rowCount()))
    return {spoken.last_words(row) for row in rows if row is not None and row.draft}


def two_tickets(desk: Desk) -> None:
    for subject in ("Broken lamp", "No invoice"):
        ticket = desk.store.ticket(subject=subject, assignee=ME, channel="email")
        desk.store.message(ticket, f"About: {subject}")
    desk.write()


def test_the_row_follows_what_is_typed(desk: Desk, qtbot: QtBot) -> None:
    two_tickets(desk)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.composer.known is not None)
        window.start_reply()
        edit = window.composer.panes["reply"].edit
        qtbot.keyClicks(edit, "We see t")
        qtbot.waitUntil(lambda: drafts_told(window) == {"Draft: We see t"})
        qtbot.keyClicks(edit, "he fault")
        qtbot.waitUntil(lambda: drafts_told(window) == {"Draft: We see the fault"})
        edit.setPlainText("")
        qtbot.waitUntil(lambda: not drafts_told(window))


def test_the_row_of_a_ticket_that_was_left_has_the_last_words(desk: Desk, qtbot: QtBot) -> None:
    two_tickets(desk)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.composer.known is not None)
        window.start_reply()
        first = window.composer.known
        edit = window.composer.panes["reply"].edit
        qtbot.keyClicks(edit, "A lamp")
        qtbot.waitUntil(lambda: drafts_told(window) == {"Draft: A lamp"})
        qtbot.keyClicks(edit, " comes")
        window.next_ticket()  # before it was saved
        qtbot.waitUntil(lambda: window.composer.known not in (None, first))
        qtbot.waitUntil(lambda: drafts_told(window) == {"Draft: A lamp comes"})


def test_a_long_text_tells_the_list_no_more(desk: Desk, qtbot: QtBot) -> None:
    two_tickets(desk)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.composer.known is not None)
        window.start_reply()
        pane = window.composer.panes["reply"]
        pane.edit.setPlainText("word " * 60)
        qtbot.waitUntil(lambda: bool(drafts_told(window)))
        told = QSignalSpy(desk.ctx.bus.tickets_changed)
        with qtbot.waitSignal(window.composer.book.saved):
            pane.edit.appendPlainText("and more")
        qtbot.wait(TELL_MS + 200)
        assert told.count() == 0
