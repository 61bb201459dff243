"""The ticket list: what rows say, that they stay in place, that no cost grows with the cache."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import ME, START
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.domain.commands import SetFields
from workspace.store.queries import tickets
from workspace.store.queries.rows import TicketRow
from workspace.ui.theme.theme import Theme
from workspace.ui.ticket_list import spoken
from workspace.ui.ticket_list.delegate import TicketDelegate
from workspace.ui.ticket_list.hold import RowHold
from workspace.ui.ticket_list.model import Role, TicketListModel
from workspace.ui.ticket_list.pane import TicketListPane
from workspace.ui.ticket_list.reading import read_part

if TYPE_CHECKING:
    pass

HOUR = 3_600_000


def rows_of(desk: Desk, queue: str = "open") -> list[TicketRow]:
    return tickets.list_tickets(desk.store.reader(), queue)


def a_pane(qtbot: QtBot, desk: Desk, queue: str = "open") -> TicketListPane:
    pane = TicketListPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.resize(320, 600)
    pane.show_queue(queue, "All open")
    pane.show()
    return pane


def shown_subjects(pane: TicketListPane) -> list[str]:
    count = pane.model.rowCount()
    return [row.subject for n in range(count) if (row := pane.model.row_at(n)) is not None]


def test_model_keeps_qts_rules_while_rows_come_go_and_move(
    desk: Desk, qtmodeltester: ModelTester
) -> None:
    some_tickets(desk, 12)
    rows = rows_of(desk)
    model = TicketListModel()
    qtmodeltester.check(model, force_py=True)
    model.start(rows[:5], 5)
    model.place(0, rows[1:6], 5)
    model.place(0, [rows[7], *rows[2:6]], 9)
    model.place(4, rows[8:12], 8)
    assert model.rowCount() == 8
    assert model.ids_between(4, 8) == [row.id for row in rows[8:12]]
    model.place(0, [], 0)
    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([0, 1, 2, 3], [3, 2, 1, 0]),
        ([0, 1, 2, 3], [4, 0, 1, 2]),
        ([0, 1, 2, 3], [0, 2, 3, 5]),
        ([0, 1, 2, 3], [4, 5, 6, 7]),
        ([0, 1, 2, 3], [0]),
        ([0], [3, 0, 2]),
    ],
)
def test_placing_rows_ends_in_their_order(
    desk: Desk, before: list[int], after: list[int], qtmodeltester: ModelTester
) -> None:
    some_tickets(desk, 8)
    rows = rows_of(desk)
    model = TicketListModel()
    model.start([rows[n] for n in before], len(before))
    qtmodeltester.check(model, force_py=True)
    model.place(0, [rows[n] for n in after], len(after))
    assert model.ids_between(0, 99) == [rows[n].id for n in after]


def test_a_page_that_is_read_fills_its_place_and_nothing_moves(
    desk: Desk, qtmodeltester: ModelTester
) -> None:
    some_tickets(desk, 12)
    rows = rows_of(desk)
    model = TicketListModel()
    model.start(rows[:4], 600)
    qtmodeltester.check(model, force_py=True)
    moved: list[object] = []
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset):
        signal.connect(lambda *told: moved.append(told))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.place(0, rows[:8], 600)  # its first rows stand there already
    model.place(400, rows[8:], 600)
    assert moved == []
    assert told == [(4, 7), (400, 403)]
    assert model.ids_between(0, 9) == [*(row.id for row in rows[:8]), 0]
    assert model.ids_between(399, 600) == [0, *(row.id for row in rows[8:]), *[0] * 196]
    model.place(200, rows[2:4], 600)  # these stood elsewhere: nothing may stand twice
    known = [ticket_id for ticket_id in model.ids_between(0, 600) if ticket_id]
    assert sorted(known) == sorted(row.id for row in rows[:8])


def test_a_long_queue_is_held_as_far_as_somebody_looked(desk: Desk) -> None:
    some_tickets(desk, 8)
    rows = rows_of(desk)
    model = TicketListModel()
    model.start(rows[:4], 1_000_000)
    assert model.rowCount() == 1_000_000
    assert len(model._ids) == 4
    assert model.data(model.index(999_999), Role.TICKET_ID) == 0
    model.place(999_996, rows[4:], 1_000_000)
    assert model.ids_between(999_996, 1_000_000) == [row.id for row in rows[4:]]


def test_a_refresh_looks_at_the_rows_it_read_not_at_the_queue(desk: Desk) -> None:
    class NeverWalked(list[int]):
        def __iter__(self) -> Iterator[int]:
            raise AssertionError("all ids of the queue were looked at")

    some_tickets(desk, 8)
    rows = rows_of(desk)
    model = TicketListModel()
    model.start(rows, 1_000_000)
    model._ids = NeverWalked(model._ids)
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.update_rows(rows)
    assert told == []
    model.update_rows([replace(row, subject="other") for row in rows[2:5]], 2)
    model.update_rows([replace(rows[7], subject="moved since")])
    assert told == [2, 3, 4, 7]


def test_chosen_ticket_stays_chosen_while_rows_move(qtbot: QtBot, desk: Desk) -> None:
    remote_ids = some_tickets(desk, 6)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 6)
    chosen = desk.store.id_of(remote_ids[2])
    pane.view.choose(chosen)
    desk.store.ticket(remote_ids[0], subject="Now the newest", updated_at=START + 9 * HOUR)
    with qtbot.assertNotEmitted(pane.ticket_chosen):
        desk.write()
        qtbot.waitUntil(lambda: shown_subjects(pane)[0] == "Now the newest")
    assert pane.view.current_id == chosen
    assert pane.view.currentIndex().data(Role.TICKET_ID) == chosen
    assert pane.view.selectionModel().selectedRows()[0].data(Role.TICKET_ID) == chosen


def test_rows_do_not_move_under_the_pointer(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote_ids = some_tickets(desk, 4)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4)
    order = pane.model.ids_between(0, 4)
    top = pane.view.mapTo(pane, QPoint(0, 0))
    monkeypatch.setattr(RowHold, "holds", lambda self: True)
    desk.store.ticket(remote_ids[0], subject="Moved up", updated_at=START + 9 * HOUR)
    desk.store.ticket(subject="Brand new", updated_at=START + 10 * HOUR)
    desk.write()
    qtbot.waitUntil(pane.news.isVisible)
    assert pane.view.mapTo(pane, QPoint(0, 0)) == top  # not even by the button's height
    assert pane.model.ids_between(0, 4) == order  # in place,
    assert "Moved up" in shown_subjects(pane)  # but with the new words
    monkeypatch.undo()
    qtbot.mouseClick(pane.news, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown_subjects(pane)[:2] == ["Brand new", "Moved up"])
    assert not pane.news.isVisible()


def point_at(pane: TicketListPane, row: int) -> None:
    """As if the pointer moved over this row; the platform of tests has no pointer of its own."""
    pane.view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    place = QPoint(50, round(pane.delegate.row_height * (row + 0.5)))
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(pane.view.viewport().mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(pane.view.viewport(), move)


def leave(pane: TicketListPane) -> None:
    pane.view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(pane.view, QEvent(QEvent.Type.Leave))


def test_leaving_the_list_shows_what_waited(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 2)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    point_at(pane, 1)
    desk.store.ticket(subject="Brand new", updated_at=START + 10 * HOUR)
    desk.write()
    qtbot.waitUntil(pane.news.isVisible)
    assert pane.news.text() == "1 new"
    leave(pane)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    assert not pane.news.isVisible()


def test_a_row_that_left_the_queue_stays_dimmed_until_the_pointer_leaves(
    qtbot: QtBot, desk: Desk
) -> None:
    remote_ids = some_tickets(desk, 3)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    point_at(pane, 0)
    desk.store.ticket(remote_ids[1], status="solved")
    desk.write()
    gone = desk.store.id_of(remote_ids[1])
    qtbot.waitUntil(lambda: pane.model.left == {gone})
    assert pane.model.position_of(gone) == 1
    said = pane.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("No longer in this queue")
    leave(pane)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    assert not pane.model.left


def test_rows_pushed_out_of_what_is_known_have_not_left(desk: Desk) -> None:
    some_tickets(desk, 8)
    reader = desk.store.reader()
    known = [row.id for row in read_part(reader, "open", "newest", 0, 5, []).rows]
    for number in range(3):
        desk.store.ticket(subject=f"New {number}", updated_at=START + (10 + number) * HOUR)
    desk.write()
    part = read_part(desk.store.reader(), "open", "newest", 0, 5, known)
    assert (part.fresh, part.left) == (3, frozenset())


def test_a_pointer_that_lies_still_lets_rows_go_only_when_one_works_elsewhere(
    qtbot: QtBot, desk: Desk
) -> None:
    some_tickets(desk, 2)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    pane.focus_list()
    point_at(pane, 0)
    desk.store.ticket(subject="Brand new", updated_at=START + 10 * HOUR)
    desk.write()
    qtbot.waitUntil(pane.news.isVisible)
    pane.hold.still.setInterval(1)
    pane.hold.still.start()
    qtbot.waitUntil(lambda: not pane.hold.still.isActive())
    assert pane.model.rowCount() == 2  # the pointer may be reading this very row
    pane.head.search.setFocus()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)


def test_going_by_keyboard_lets_rows_go_and_keeps_the_ticket(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 4)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4)
    ids = pane.model.ids_between(0, 4)
    pane.view.choose(ids[0])
    point_at(pane, 3)
    desk.store.ticket(subject="Brand new", updated_at=START + 10 * HOUR)
    desk.write()
    qtbot.waitUntil(pane.news.isVisible)
    pane.view.step(1)
    assert pane.view.current_id == ids[1]  # the next one as it was seen
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    assert pane.view.current_id == pane.view.cursor_id == ids[1]


def test_a_ticket_that_leaves_the_queue_stays_open_and_the_next_is_the_next(
    qtbot: QtBot, desk: Desk
) -> None:
    remote_ids = some_tickets(desk, 4)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        window.queues.choose("open")
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 4)
        ids = window.list.model.ids_between(0, 4)
        window.list.view.choose(ids[1])
        window.composer.focus_reply()
        qtbot.keyClicks(window.composer.focusWidget() or window.composer, "for this customer")
        remote_id = next(one for one in remote_ids if desk.store.id_of(one) == ids[1])
        with qtbot.assertNotEmitted(window.list.ticket_chosen):
            desk.store.ticket(remote_id, status="solved")  # by a colleague
            desk.write()
            qtbot.waitUntil(lambda: window.list.model.rowCount() == 3)
        assert window.ticket_id == ids[1]  # what is typed goes where it was meant to
        window.next_ticket()
        assert window.ticket_id == ids[2]
        window.list.view.choose(ids[3])
        desk.store.ticket(remote_ids[0], status="solved")
        desk.write()
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 2)
        window.previous_ticket()
        assert window.ticket_id == ids[2]


def test_readers_place_is_kept_when_rows_come_above(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 40)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 40)
    height = pane.delegate.row_height
    pane.view.verticalScrollBar().setValue(10 * height + 7)
    top = pane.view.anchor()
    assert top[0]
    desk.store.ticket(subject="Above", updated_at=START + 99 * HOUR)
    desk.write()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 41)
    assert pane.view.verticalScrollBar().value() == 11 * height + 7
    assert pane.view.anchor() == top


def test_pending_change_shows_at_once_and_leaves_the_queue(qtbot: QtBot, desk: Desk) -> None:
    remote_ids = some_tickets(desk, 2, assignee=ME)
    pane = a_pane(qtbot, desk, "mine")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    account = desk.store.current
    assert account is not None
    desk.store.journal.enqueue(
        account, remote_ids[0], [SetFields(priority="high")], base_revision=1, base_entry=""
    )
    desk.ctx.bus.announce({desk.store.id_of(remote_ids[0])}, outbox=True)

    def waits() -> bool:
        position = pane.model.position_of(desk.store.id_of(remote_ids[0]))
        row = pane.model.row_at(position)
        return row is not None and row.pending_state == "queued" and row.priority == "high"

    qtbot.waitUntil(waits)
    desk.store.journal.enqueue(
        account, remote_ids[1], [SetFields(status="solved")], base_revision=1, base_entry=""
    )
    desk.ctx.bus.announce({desk.store.id_of(remote_ids[1])}, outbox=True)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_row_is_spoken_in_full(qtbot: QtBot, desk: Desk) -> None:
    ticket = desk.store.ticket(
        subject="Wrong size", channel="whatsapp", due_at=START - HOUR, tags=("vip",)
    )
    desk.store.message(ticket, "It is still too small")
    desk.write()
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    said = pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("WhatsApp", "Wrong size", "too small", "waits for us", "Overdue", "vip", "Open"):
        assert part in said


def test_at_most_three_chips_the_promise_first(desk: Desk) -> None:
    ticket = desk.store.ticket(
        priority="urgent", tags=("a", "b", "c"), due_at=START + HOUR, status="pending"
    )
    desk.store.message(ticket)
    desk.write()
    chips = spoken.chips(rows_of(desk)[0], START)
    assert [text for text, _ in chips] == ["Due in 1 h", "Pending", "Urgent"]


@pytest.mark.parametrize(
    ("left_s", "told"),
    [
        (61, ("Due in 1 min", "warn")),
        (59, ("Due now", "warn")),
        (-1, ("Due now", "bad")),
        (-60, ("Overdue 1 min", "bad")),
    ],
)
def test_a_promise_of_this_minute_is_due_now_and_not_in_0_min(
    left_s: int, told: tuple[str, str]
) -> None:
    assert spoken.due_chip(START + 1_000 * left_s, START) == told


def test_hostile_subject_is_one_short_plain_line(desk: Desk) -> None:
    desk.store.ticket(subject="<b>bold</b>\n\u202eevil\u2066" + "x" * 100_000)
    desk.write()
    row = rows_of(desk)[0]
    words = spoken.subject(row)
    assert words.startswith("<b>bold</b> evil")
    assert "\u202e" not in words
    delegate = TicketDelegate(Theme("light"), desk.ctx.clock)
    paint(delegate, row)  # must not lay out 100,000 characters; it would take seconds


def paint(delegate: TicketDelegate, row: TicketRow) -> QImage:
    model = TicketListModel()
    model.start([row], 1)
    image = QImage(QSize(320, delegate.row_height), QImage.Format.Format_RGB32)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return image


def test_a_ticket_that_waits_for_us_looks_different(desk: Desk) -> None:
    answered = desk.store.ticket(subject="Same", updated_at=START)
    desk.store.message(answered, "x", created_at=START)
    desk.store.message(answered, "x", direction="out", created_at=START + 1)
    desk.write()
    waiting = desk.store.ticket("w", subject="Same", updated_at=START)
    desk.store.message(waiting, "x", created_at=START)
    desk.write()
    delegate = TicketDelegate(Theme("light"), desk.ctx.clock)
    first, second = rows_of(desk)
    assert {first.needs_reply, second.needs_reply} == {True, False}
    assert paint(delegate, first) != paint(delegate, second)


@pytest.mark.parametrize("count", [30, 450])
def test_opening_a_queue_costs_the_same_at_any_size(qtbot: QtBot, desk: Desk, count: int) -> None:
    some_tickets(desk, count)
    reader = desk.store.reader()
    before = reader.statements
    part = read_part(reader, "open", "newest", 0, 200, [])
    assert part.total == count
    assert len(part.rows) == min(count, 200)
    assert reader.statements - before <= 12
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)
    pane.delegate.painted = 0
    pane.view.viewport().grab()
    rows_seen = pane.view.viewport().height() // pane.delegate.row_height + 2
    assert 0 < pane.delegate.painted <= rows_seen


def test_what_is_seen_of_a_queue_is_read_and_painted_first(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 450)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.ids_between(199, 200) not in ([], [0]))
    qtbot.wait(20)  # the pane has its scroll bar
    pane.delegate.painted = 0
    with qtbot.waitSignal(pane.model.modelReset):
        pane.set_order("waiting")
    rows_seen = pane.view.viewport().height() // pane.delegate.row_height + 2
    assert rows_seen <= sum(map(bool, pane.model.ids_between(0, 450))) <= rows_seen + 20
    qtbot.waitUntil(lambda: pane.model.ids_between(199, 200) != [0])
    qtbot.waitUntil(lambda: pane.delegate.painted > 0)
    qtbot.wait(20)
    assert pane.delegate.painted <= rows_seen  # the rest of the page didn't paint it again


def test_end_of_a_long_queue_is_read_when_looked_at(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 450)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 450)
    assert pane.model.ids_between(449, 450) == [0]
    pane.view.scrollToBottom()
    pane.view.viewport().grab()
    qtbot.waitUntil(lambda: pane.model.ids_between(449, 450) != [0])
    last = rows_of(desk)[0]
    assert pane.model.ids_between(0, 1) == [last.id]


def test_arrows_choose_and_enter_opens(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 3)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        ids = window.list.model.ids_between(0, 3)
        window.focus_list()
        qtbot.keyClick(window.list.view, Qt.Key.Key_Down)
        qtbot.keyClick(window.list.view, Qt.Key.Key_Down)
        assert window.ticket_id in ids
        with qtbot.waitSignal(window.list.ticket_opened):
            qtbot.keyClick(window.list.view, Qt.Key.Key_Return)


def test_click_opens_the_row_under_the_pointer(qtbot: QtBot, desk: Desk) -> None:
    some_tickets(desk, 3)
    pane = a_pane(qtbot, desk)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    with qtbot.waitSignal(pane.ticket_chosen) as chosen:
        qtbot.mouseClick(
            pane.view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(40, round(pane.delegate.row_height * 1.5)),
        )
    assert chosen.args == [pane.model.ids_between(1, 2)[0]]
