"""Choosing several tickets: by mouse and keyboard, over the whole queue, by a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import ME, START
from tests.ui.desk import Desk
from tests.ui.whole_window import some_tickets
from workspace.domain.errors import Problem
from workspace.store.queries.rows import QueueRow
from workspace.ui.bulk import limits
from workspace.ui.bulk.changes import Refusal
from workspace.ui.ticket_list.drop_rules import AskTime, drop_on
from workspace.ui.ticket_list.model import Role
from workspace.ui.ticket_list.pane import TicketListPane

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
HOUR = 3_600_000


def a_pane(qtbot: QtBot, desk: Desk, count: int, queue: str = "open") -> TicketListPane:
    pane = TicketListPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.resize(320, 700)
    pane.show_queue(queue, "All open")
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)
    return pane


def click(qtbot: QtBot, pane: TicketListPane, row: int, keys: object = None) -> None:
    place = QPoint(60, round(pane.delegate.row_height * (row + 0.5)))
    modifiers = keys if isinstance(keys, Qt.KeyboardModifier) else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(pane.view.viewport(), LEFT, modifiers, place)


def marked(pane: TicketListPane) -> list[int]:
    """Rows that are marked, as painted and as a screen reader finds them selected."""
    rows = [n for n in range(pane.model.rowCount()) if pane.model.index(n).data(Role.MARKED)]
    if rows:
        assert sorted(i.row() for i in pane.view.selectionModel().selectedRows()) == rows
    return rows


def test_ctrl_and_shift_click_choose_and_open_nothing(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 6)
    pane = a_pane(qtbot, desk, 6)
    click(qtbot, pane, 0)
    opened = pane.view.current_id
    top = pane.view.mapTo(pane, QPoint(0, 0))
    with qtbot.assertNotEmitted(pane.ticket_chosen):
        click(qtbot, pane, 2, CTRL)
        assert marked(pane) == [0, 2]  # the open one is the first of those chosen
        click(qtbot, pane, 4, SHIFT)
        assert marked(pane) == [2, 3, 4]
        click(qtbot, pane, 3, CTRL)
        assert marked(pane) == [2, 4]
    assert pane.view.current_id == opened
    assert pane.view.mapTo(pane, QPoint(0, 0)) == top  # the bar moved no row
    assert pane.bar.isVisible()
    assert pane.bar.count.text() == "2 chosen"
    click(qtbot, pane, 5)
    assert marked(pane) == []
    assert not pane.bar.isVisible()
    assert pane.view.current_id == pane.model.ids_between(5, 6)[0]


def test_a_click_on_a_chosen_row_lets_the_others_go_when_no_drag_came(
    qtbot: QtBot, desk: Desk
) -> None:
    some_tickets(desk, 3)
    pane = a_pane(qtbot, desk, 3)
    click(qtbot, pane, 0)
    click(qtbot, pane, 2, SHIFT)
    assert marked(pane) == [0, 1, 2]
    click(qtbot, pane, 1)
    assert marked(pane) == []
    assert pane.view.current_id == pane.model.ids_between(1, 2)[0]


def test_all_of_it_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 6)
    pane = a_pane(qtbot, desk, 6)
    view = pane.view
    view.step(-1)
    opened = view.current_id
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert marked(pane) == [0]
    qtbot.keyClick(view, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert (view.current_id, marked(pane)) == (opened, [0])
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert marked(pane) == [0, 2]
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert (view.current_id, marked(pane)) == (opened, [2, 3, 4])
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert marked(pane) == [2, 3]
    qtbot.keyClick(view, Qt.Key.Key_Down)  # plain arrows open and leave the marks
    assert marked(pane) == [2, 3]
    assert view.current_id == pane.model.ids_between(4, 5)[0]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert marked(pane) == []
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: len(pane.marks) == 6)
    assert marked(pane) == [0, 1, 2, 3, 4, 5]
    pane.bar.chips["assign"].setFocus()
    qtbot.keyClick(pane.bar.chips["assign"], Qt.Key.Key_Escape)
    assert marked(pane) == []
    assert view.hasFocus()  # the bar took the keyboard with it


def test_whole_queue_is_chosen_also_where_nobody_looked(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 450)
    pane = a_pane(qtbot, desk, 450)
    assert pane.model.ids_between(449, 450) == [0]
    pane.mark_all()
    qtbot.waitUntil(lambda: len(pane.marks) == 450)
    assert len(pane.model.known(pane.marks.ids)) <= 260  # no row was read for it
    assert pane.bar.count.text() == "450 chosen"
    assert not pane.bar.every.isVisible()
    pane.clear_marks()
    click(qtbot, pane, 1)
    pane.view.scrollToBottom()
    qtbot.waitUntil(lambda: pane.model.row_at(449) is not None)
    pane.view.mark_to(449)
    qtbot.waitUntil(lambda: len(pane.marks) == 449)


def test_range_over_rows_not_known_yet(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 450)
    pane = a_pane(qtbot, desk, 450)
    click(qtbot, pane, 3)
    pane.view.mark_to(440)
    qtbot.waitUntil(lambda: len(pane.marks) == 438)
    assert 0 not in pane.marks


def test_marks_stay_with_their_tickets_and_hold_the_rows(qtbot: QtBot, desk: Desk) -> None:
    remote_ids = some_tickets(desk, 4)
    pane = a_pane(qtbot, desk, 4)
    click(qtbot, pane, 0)
    click(qtbot, pane, 2, CTRL)
    chosen = pane.marks.ids
    order = pane.model.ids_between(0, 4)
    desk.store.ticket(remote_ids[0], subject="Moved up", updated_at=START + 9 * HOUR)
    desk.store.ticket(subject="Brand new", updated_at=START + 10 * HOUR)
    desk.write()
    qtbot.waitUntil(pane.news.isVisible)
    assert pane.news.text() == "1 new"
    assert (pane.model.ids_between(0, 4), pane.marks.ids) == (order, chosen)
    qtbot.mouseClick(pane.news, LEFT)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    assert pane.marks.ids == chosen
    assert marked(pane) == sorted(pane.model.position_of(one) for one in chosen)


def test_what_left_the_queue_is_not_chosen_any_more(qtbot: QtBot, desk: Desk) -> None:
    remote_ids = some_tickets(desk, 4, assignee=ME)
    pane = a_pane(qtbot, desk, 4, "mine")
    pane.mark_all()
    qtbot.waitUntil(lambda: len(pane.marks) == 4)
    desk.store.ticket(remote_ids[1], assignee="somebody-else")
    desk.write()
    qtbot.waitUntil(lambda: len(pane.marks) == 3)
    assert desk.store.id_of(remote_ids[1]) not in pane.marks


def test_screen_reader_hears_how_many_and_which(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 3)
    pane = a_pane(qtbot, desk, 3)
    click(qtbot, pane, 0)
    click(qtbot, pane, 1, CTRL)
    said = pane.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Chosen: ")
    table = QAccessible.queryAccessibleInterface(pane.view)
    states = [
        table.child(n).state().selected  # type: ignore[attr-defined]
        for n in range(table.childCount())
        if table.child(n).role() == QAccessible.Role.Cell
    ]
    assert states == [True, True, False]
    names = {chip.accessibleName() for chip in pane.bar.chips.values()}
    assert {"Claim", "Assign", "Solve", "Snooze", "More"} <= names


def test_bar_is_as_high_as_the_head_at_any_width(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 3)
    pane = a_pane(qtbot, desk, 3)
    for width in (190, 250, 316, 500, 900):
        pane.resize(width, 700)
        pane.marks.clear()
        before = pane.view.mapTo(pane, QPoint(0, 0))
        pane.marks.put(pane.model.ids_between(0, 2))
        QApplication.processEvents()
        assert pane.view.mapTo(pane, QPoint(0, 0)) == before
        for chip in (each for each in pane.bar.chips.values() if each.isVisible()):
            box = chip.rect().translated(chip.mapTo(pane.bar, QPoint(0, 0)))
            assert pane.bar.rect().contains(box), (width, chip.text())
        assert pane.bar.chips["more"].isVisible()


# --- order -----------------------------------------------------------------------------------


def test_each_queue_keeps_the_order_it_was_given(qtbot: QtBot, desk: Desk) -> None:
    for number, due in enumerate((3, 1, 2)):
        ticket = desk.store.ticket(
            subject=f"Due in {due} h", due_at=START + due * HOUR, updated_at=START + number
        )
        desk.store.message(ticket)
    desk.write()
    pane = a_pane(qtbot, desk, 3)
    menu = pane.head.order.menu()
    assert [each.text() for each in menu.actions()] == [
        "Newest first",
        "Waiting longest",
        "Next due",
    ]
    menu.actions()[2].trigger()

    def subjects() -> list[str]:
        return [row.subject for row in pane.model.known(pane.model.ids_between(0, 3))]

    qtbot.waitUntil(lambda: subjects() == ["Due in 1 h", "Due in 2 h", "Due in 3 h"])
    assert pane.head.order.accessibleName() == "Order: Next due"
    pane.show_queue("all", "All tickets")
    assert pane.head.order.accessibleName() == "Order: Newest first"
    pane.show_queue("snoozed", "Snoozed")
    assert pane.head.order.accessibleName() == "Order: Wakes next"
    pane.show_queue("open", "All open")
    assert pane.head.order.accessibleName() == "Order: Next due"
    assert desk.ctx.settings.value.orders == {"open": "due"}


# --- menu ------------------------------------------------------------------------------------


def open_menu(qtbot: QtBot, pane: TicketListPane, row: int) -> dict[str, bool]:
    """Right click; the entries and whether they can be chosen."""
    place = QPoint(60, round(pane.delegate.row_height * (row + 0.5)))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, pane.view.viewport().mapToGlobal(place)
    )
    before = pane.commands.menu
    QApplication.sendEvent(pane.view.viewport(), event)
    qtbot.waitUntil(lambda: pane.commands.menu is not before)
    menu = pane.commands.menu
    assert menu is not None
    return {a.text(): a.isEnabled() for a in menu.actions() if not a.isSeparator()}


def test_menu_of_several_says_why_an_entry_is_not_possible(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 3)
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account, capabilities='{"set_status": true, "why": {"set_team": "No teams here."}}'
    )
    pane = a_pane(qtbot, desk, 3)
    opened = pane.view.current_id
    click(qtbot, pane, 0)
    click(qtbot, pane, 1, CTRL)
    entries = open_menu(qtbot, pane, 1)
    assert entries["Open · Choose a single ticket for this"] is False
    assert entries["Team · No teams here."] is False
    assert entries["Status"] is True
    assert entries["Solve"] is True
    assert len(pane.marks) == 2
    assert pane.commands.menu is not None
    pane.commands.menu.close()
    entries = open_menu(qtbot, pane, 2)  # outside of what is chosen: for that one alone
    assert entries["Open"] is True
    assert len(pane.marks) == 0
    assert pane.view.current_id != opened or opened
    assert pane.view.cursor_id == pane.model.ids_between(2, 3)[0]
    pane.commands.menu.close()


def test_tag_of_several_by_menu_is_one_undo(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 3, tags=("vip",))
    pane = a_pane(qtbot, desk, 3)
    pane.mark_all()
    qtbot.waitUntil(lambda: len(pane.marks) == 3)
    pane.commands.act("tags", QPoint(10, 10))
    qtbot.waitUntil(lambda: pane.commands.menu is not None)
    assert pane.commands.menu is not None
    remove = next(a for a in pane.commands.menu.actions() if a.text() == "Remove vip")
    remove.trigger()
    pane.commands.menu.close()

    def tags() -> list[tuple[str, ...]]:
        return [row.tags for row in pane.model.known(pane.model.ids_between(0, 3))]

    qtbot.waitUntil(lambda: tags() == [(), (), ()])
    assert len(pane.marks) == 3  # they stand in the queue, so they stay chosen
    notice = desk.notices[-1]
    assert notice.text == "Tag vip removed: 3 tickets"
    assert notice.on_action is not None
    notice.on_action()
    qtbot.waitUntil(lambda: tags() == [("vip",)] * 3)


def test_a_disk_that_refuses_is_told_and_changes_nothing(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.domain.errors import StoreError
    from workspace.store.journal import JournalDoor

    some_tickets(desk, 3)
    pane = a_pane(qtbot, desk, 3)
    ids = pane.model.ids_between(0, 3)

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("It could not be kept on this computer.", "Make room.")

    monkeypatch.setattr(JournalDoor, "enqueue_many", refuse)
    pane.actions_of_tickets.solve(ids)
    qtbot.waitUntil(lambda: any("could not be kept" in n.text + n.detail for n in desk.notices))
    assert pane.model.rowCount() == 3
    assert isinstance(StoreError("x").problem(), Problem)


# --- dragging --------------------------------------------------------------------------------


def a_queue(key: str, section: str = "own") -> QueueRow:
    return QueueRow(key=key, section=section, title="Billing", count=1)


def test_what_a_drop_means() -> None:
    here = "open"
    assert drop_on(a_queue("mine"), "Mine", {1}, here).words == "Claim"
    assert drop_on(a_queue("unassigned"), "Unassigned", {1}, here).possible
    assert isinstance(drop_on(a_queue("snoozed"), "Snoozed", {1}, here).does, AskTime)
    team = a_queue("team:1:billing", "team")
    assert drop_on(team, "Billing", {1}, here).words == "Move to Billing"
    for queue in (
        a_queue("team:2:billing", "team"),
        a_queue("open"),
        a_queue("all"),
        a_queue("channel:email", "channel"),
        a_queue("account:1", "account"),
    ):
        refused = drop_on(queue, "x", {1}, here)
        assert isinstance(refused.does, Refusal), queue.key
        assert refused.words


def test_more_than_can_be_changed_at_once_is_told_before(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST", 5)
    some_tickets(desk, 8)
    pane = a_pane(qtbot, desk, 8)
    pane.mark_all()
    qtbot.waitUntil(lambda: len(pane.marks) == 8)
    assert pane.bar.limit_words.text().startswith("At most 5 ")
    assert not pane.bar.chips["solve"].isVisible()
    top = [pane.model.row_at(row) for row in range(5)]
    qtbot.mouseClick(pane.bar.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pane.marks) == 5)
    assert pane.marks.ids == {row.id for row in top if row is not None}
    assert pane.bar.chips["solve"].isVisible()
    assert not pane.bar.limit_words.isVisible()
