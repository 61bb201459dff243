"""Tickets in tabs, side by side, in windows of their own: each its place, a ticket one draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk, a_desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.settings import Settings
from workspace.ui.main_window import MainWindow
from workspace.ui.ticket_tabs.ticket_pane import TicketPane
from workspace.ui.ticket_tabs.ticket_tabs import MOST_LIVE

if TYPE_CHECKING:
    from tests.conftest import SetClock

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    some_tickets(desk, 7, assignee=ME)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        window.focus_list()
        yield window


def ids_of(window: MainWindow) -> list[int]:
    return window.list.model.ids_between(0, window.list.model.rowCount())


def reply_of(pane: TicketPane) -> str:
    return pane.composer.panes["reply"].edit.toPlainText()


def type_reply(pane: TicketPane, qtbot: QtBot, text: str) -> None:
    edit = pane.composer.panes["reply"].edit
    qtbot.waitUntil(lambda: not edit.isReadOnly())
    qtbot.keyClicks(edit, text)


def test_one_ticket_needs_no_tabs(window: MainWindow) -> None:
    assert window.tabs.strip.isHidden()


def test_tabs_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    first, second, third = ids_of(window)[:3]
    window.show_ticket(first)
    qtbot.keyClick(window.list.view, Key.Key_T, CONTROL)
    window.show_ticket(second)
    assert window.tabs.strip.isVisible()
    assert [tab.ticket_id for tab in window.tabs.tabs] == [second, first]
    qtbot.keyClick(window.list.view, Key.Key_Tab, CONTROL)
    assert window.ticket_id == first
    qtbot.waitUntil(lambda: window.contact._ticket_id == first)
    qtbot.keyClick(window.list.view, Key.Key_J)  # the list goes on where it was
    assert window.tabs.tab is window.tabs.tabs[0]
    assert window.ticket_id == third
    qtbot.keyClick(window.list.view, Key.Key_Tab, CONTROL | SHIFT)
    assert window.ticket_id == first
    qtbot.keyClick(window.list.view, Key.Key_W, CONTROL)
    assert window.ticket_id == third
    assert window.tabs.strip.isHidden()
    qtbot.keyClick(window.list.view, Key.Key_W, CONTROL)  # the list's own tab stays
    assert window.ticket_id == third


def test_tabs_have_names_and_a_cross(qtbot: QtBot, window: MainWindow) -> None:
    first = ids_of(window)[0]
    window.tabs.open_tab(first)
    row = window.list.model.row_at(0)
    assert row is not None
    qtbot.waitUntil(lambda: row.subject in window.tabs.strip.accessibleTabName(1))
    cross = window.tabs.strip.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert cross.accessibleName()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert len(window.tabs.tabs) == 1


def test_a_tab_is_made_when_it_is_first_shown_and_only_few_stay_alive(
    qtbot: QtBot, window: MainWindow
) -> None:
    ids = ids_of(window)
    tab = window.tabs.open_tab(ids[0], front=False)
    assert tab.pane is None
    for ticket_id in ids:
        window.tabs.open_tab(ticket_id)
        type_reply(window.pane, qtbot, f"draft {ticket_id}")
    live = [tab for tab in window.tabs.tabs if tab.pane is not None]
    assert len(live) <= MOST_LIVE
    assert len(window.findChildren(TicketPane)) <= MOST_LIVE
    window.tabs.activate(tab)
    qtbot.waitUntil(lambda: reply_of(window.pane) == f"draft {ids[0]}")


def test_a_tab_that_rested_comes_back_where_it_was_read(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    long = desk.store.ticket(assignee=ME)
    desk.store.messages(long, 300)
    desk.write()
    tab = window.tabs.open_tab(desk.store.id_of(long))
    area = window.conversation
    qtbot.waitUntil(lambda: bool(area.view.rows))
    for _ in range(3):
        qtbot.keyClick(area.view, Key.Key_PageUp)
    place = area.place()
    assert place is not None
    for ticket_id in ids_of(window)[:6]:
        window.tabs.open_tab(ticket_id)
    assert tab.pane is None
    window.tabs.activate(tab)
    view = window.conversation.view
    qtbot.waitUntil(lambda: f"e{place}" in [view.rows[i].key for i, _ in view.stack.placements])


def test_side_by_side_each_has_its_draft_and_the_keyboard_says_which_is_in_front(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    first, second = ids_of(window)[:2]
    window.show_ticket(first)
    qtbot.keyClick(window.list.view, Key.Key_Backslash, CONTROL)
    assert window.tabs.is_split
    right = window.pane
    window.show_ticket(second)
    left = window.pane
    assert left is not right
    assert left.isVisible()
    assert right.isVisible()
    type_reply(left, qtbot, "to the second")
    type_reply(right, qtbot, "to the first")
    assert (reply_of(left), reply_of(right)) == ("to the second", "to the first")
    right.composer.focus_reply()
    qtbot.waitUntil(lambda: window.ticket_id == first)
    qtbot.waitUntil(lambda: window.contact._ticket_id == first)
    left.composer.focus_reply()
    qtbot.waitUntil(lambda: window.ticket_id == second)

    def open_now() -> set[str]:
        now: set[str] = set()
        for call in desk.engine.named("ticket.open"):
            (now.add if call["open"] else now.discard)(str(call["remote_id"]))
        return now

    qtbot.waitUntil(lambda: len(open_now()) == 2)
    right.composer.focus_reply()
    qtbot.waitUntil(lambda: window.ticket_id == first)
    window.split()  # the one in front stays, and who writes there writes on
    assert not window.tabs.is_split
    assert not right.isHidden()
    assert right.composer.panes["reply"].edit.hasFocus()


def test_one_ticket_in_two_places_has_one_draft(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    first = ids_of(window)[0]
    window.show_ticket(first)
    here = window.pane
    popped = window.open_tickets.pop_out(first)
    there = popped.pane
    type_reply(here, qtbot, "begun here")
    qtbot.waitUntil(lambda: reply_of(there) == "begun here")
    type_reply(there, qtbot, ", ended there")
    assert reply_of(here) == reply_of(there)
    sent: list[object] = []
    there.sent.connect(lambda: sent.append(1))
    there.composer.panes["reply"].send.click()
    here.composer.panes["reply"].send.click()  # at the same time, from both
    qtbot.waitUntil(lambda: bool(sent))
    qtbot.waitUntil(lambda: reply_of(here) == reply_of(there) == "")
    rows = desk.store.reader().all("SELECT command FROM journal.outbox")
    assert len(rows) == 1
    popped.close()


def test_a_window_of_its_own_has_the_keys_and_goes_with_the_main_window(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = ids_of(window)[:2]
    window.show_ticket(first)
    window.tabs.open_tab(second)
    window.pop_out()
    (popped,) = window.open_tickets.windows
    assert popped.pane.ticket_id == second
    assert window.ticket_id == first
    qtbot.waitUntil(lambda: bool(popped.windowTitle()))
    popped.activateWindow()
    popped.focus_conversation()
    qtbot.keyClick(popped, Key.Key_F, CONTROL)
    assert popped.pane.conversation.finding.is_open
    assert not window.conversation.finding.is_open
    qtbot.waitUntil(lambda: bool(popped.ref))
    monkeypatch.setattr(type(popped), "isActiveWindow", lambda _window: True)
    window.ctx.notices.show("Here too")
    assert [card.notice.text for card in popped.notice_bar.cards()] == ["Here too"]
    type_reply(popped.pane, qtbot, "not lost")
    window.close()
    assert not window.open_tickets.windows
    assert popped.ref in window.ctx.settings.value.tabs


def test_open_tabs_come_back_after_a_start(
    qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    with a_desk(paths, key, set_clock) as desk:
        desk.store.account("store")
        some_tickets(desk, 4, assignee=ME)
        with a_window(qtbot, desk) as window:
            settle(qtbot, window)
            first, second = ids_of(window)[:2]
            window.tabs.open_tab(first)
            window.split()
            window.tabs.open_tab(second)
            qtbot.waitUntil(lambda: len(desk.ctx.settings.value.tabs) == 2)
        saved = desk.ctx.settings.value
        assert saved.tab_beside in saved.tabs
    with a_desk(paths, key, set_clock, settings=saved) as desk, a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: len(window.tabs.tabs) == 3)
        assert {tab.ticket_id for tab in window.tabs.tabs[1:]} == {first, second}
        assert window.tabs.is_split
        assert window.tabs.tab is window.tabs.tabs[0]
        assert sum(tab.pane is not None for tab in window.tabs.tabs) == 2


def test_time_counts_for_the_ticket_at_work_and_pauses(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ids_of(window)[0]
    window.show_ticket(first)
    time = window.open_tickets.time
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: window))
    for _ in range(13):
        time.tick()
    assert time.seconds(first) == 65
    assert window.conversation.bar.time.text() == "1 min"
    for _ in range(100):
        time.tick()
    assert time.seconds(first) <= 65 + 120  # nothing moved: nobody was there
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    before = time.seconds(first)
    time.tick()
    assert time.seconds(first) == before


def test_two_tickets_side_by_side_have_room_or_it_is_said_why_not(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.resize(1440, 900)
    assert window.contact.isVisible()
    window.show_ticket(ids_of(window)[0])
    window.split()
    qtbot.waitUntil(lambda: window.tabs.width() >= 2 * 270)
    assert not window.contact.isVisible()  # it makes room
    window.toggle_customer()
    assert window.contact.isVisible()  # the agent's own word holds
    window.toggle_customer()
    window.split()
    window.setMinimumSize(300, 300)
    window.resize(500, 500)
    window.split()
    assert not window.tabs.is_split
    assert "no room" in desk.notices[-1].text


def test_the_list_opens_tabs_by_ctrl_enter_and_by_the_middle_button(
    qtbot: QtBot, window: MainWindow
) -> None:
    first, second = ids_of(window)[:2]
    view = window.list.view
    view.choose(first)
    qtbot.keyClick(view, Key.Key_Return, CONTROL)
    assert window.ticket_id == first
    assert window.tabs.tab is not window.tabs.tabs[0]
    spot = view.visualRect(window.list.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    assert window.ticket_id == second
    assert [tab.ticket_id for tab in window.tabs.tabs[1:]] == [first, second]


def test_a_filter_is_remembered_for_the_window_but_not_by_own_windows(
    qtbot: QtBot, window: MainWindow
) -> None:
    first, second = ids_of(window)[:2]
    window.show_ticket(first)
    window.next_filter()
    assert window.ctx.settings.value.conversation_filter == "message"
    window.tabs.open_tab(second)
    assert window.conversation.source.kind == "message"
    popped = window.open_tickets.pop_out(first)
    assert popped.pane.conversation.source.kind == ""
    popped.pane.conversation.next_filter()
    popped.pane.conversation.next_filter()
    assert window.ctx.settings.value.conversation_filter == "message"
    popped.close()


def test_a_ticket_in_two_panes_is_left_when_the_last_one_goes(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    def told() -> list[str]:
        return [call["kind"] for call in desk.engine.named("signal") if call["kind"] != "read"]

    first, second = ids_of(window)[:2]
    window.show_ticket(first)
    qtbot.waitUntil(lambda: told()[-1:] == ["viewing"])
    popped = window.open_tickets.pop_out(first)
    qtbot.waitUntil(lambda: popped.pane.conversation.source.ticket is not None)
    before = told()
    popped.close()
    assert told() == before
    window.show_ticket(second)
    assert told()[len(before)] == "left"


def test_tabs_of_tickets_that_are_gone_are_forgotten(
    qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    settings = Settings(tabs=("store:nowhere", "gone:1"))
    with a_desk(paths, key, set_clock, settings=settings) as desk:
        desk.store.account("store")
        some_tickets(desk, 1, assignee=ME)
        with a_window(qtbot, desk) as window:
            settle(qtbot, window)
            qtbot.waitUntil(lambda: desk.ctx.settings.value.tabs == ())
            assert len(window.tabs.tabs) == 1
