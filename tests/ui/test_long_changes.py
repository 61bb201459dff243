"""Changes of more tickets than may wait in the outbox at once: they go on as the backend takes
them, can be stopped, undone as a whole, and are not lost unasked when the window closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.domain.commands import SetFields, decode_command
from workspace.domain.errors import Problem, StoreError
from workspace.store.journal import JournalDoor
from workspace.store.journal_bulk import Batch
from workspace.store.queries.tickets import list_ids
from workspace.ui.bulk import changes, feed, run
from workspace.ui.bulk.results import ResultsDialog
from workspace.ui.bulk.run import BulkRun
from workspace.ui.main_window import MainWindow
from workspace.ui.runtime.notices import Notice

PART, AHEAD, ALL = 4, 8, 30
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    for module in (run, feed):
        monkeypatch.setattr(module, "PART", PART)
        monkeypatch.setattr(module, "AHEAD", AHEAD)
    monkeypatch.setattr(feed, "FLOW", AHEAD)
    some_tickets(desk, ALL)
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        window.list.mark_all()
        qtbot.waitUntil(lambda: len(window.list.marks) == ALL)
        yield window


def begin(qtbot: QtBot, desk: Desk, window: MainWindow) -> BulkRun:
    """Tag all, until the outbox has no room for more."""
    begun: list[BulkRun] = []
    window.ticket_actions.began.connect(begun.append)
    window.ticket_actions.change(list_ids(desk.store.reader(), "open"), changes.add_tag("spring"))
    qtbot.waitUntil(lambda: begun[0].is_paced)
    return begun[0]


def lying(desk: Desk, state: str = "queued") -> list[str]:
    sql = "SELECT id FROM journal.outbox WHERE state = ? ORDER BY seq"
    return [row[0] for row in desk.store.reader().all(sql, (state,))]


def take(desk: Desk, count: int, refuse: int = 0) -> None:
    """The backend takes so many of those that wait, and refuses some."""
    for number, one in enumerate(lying(desk)[:count]):
        desk.store.outbox.mark_sending(one)
        if number < refuse:
            desk.store.outbox.mark_failed(one, Problem("rejected", "No.", "Ask."))
        else:
            desk.store.outbox.mark_sent(one, f"r-{one}")
    desk.ctx.bus.announce(set(), outbox=True)


def take_all(qtbot: QtBot, desk: Desk, change: BulkRun) -> None:
    def taken() -> bool:
        take(desk, AHEAD)
        return change.is_over and not change.feed.waits

    qtbot.waitUntil(taken)


def last(desk: Desk, start: str) -> Notice | None:
    return next((n for n in reversed(desk.notices) if n.text.startswith(start)), None)


def press(desk: Desk, start: str) -> None:
    notice = last(desk, start)
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()


def test_no_more_waits_at_once_than_has_room_and_the_list_is_free(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    change = begin(qtbot, desk, window)
    assert len(lying(desk)) == AHEAD
    assert not window.list.marks
    assert not window.list.bar.progress.isVisible()
    told = last(desk, "Tagged spring: 8 of 30 tickets")
    assert told is not None
    assert told.action == "Stop"
    most = 0
    while not (change.is_over and not lying(desk)):
        most = max(most, len(lying(desk)))
        take(desk, 3)
        qtbot.wait(20)
    assert most == AHEAD
    assert len(lying(desk, "sent")) == ALL
    assert last(desk, "Tagged spring: 28 of 30 tickets") is not None
    end = last(desk, "Tagged spring: 30 tickets")
    assert end is not None
    assert end.seconds == 0  # the way back stays until somebody closes it


def test_one_undo_takes_back_what_waits_and_turns_round_what_was_sent(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    change = begin(qtbot, desk, window)
    while not change.is_over:
        if len(lying(desk)) > PART:  # else the backend could be done before all was put
            take(desk, 3)
        qtbot.wait(20)
    waited, sent = lying(desk), lying(desk, "sent")
    assert waited
    press(desk, "Tagged spring: 30 tickets")
    while last(desk, "Taken back: 30 tickets") is None:
        take(desk, 2)
        qtbot.wait(20)
    gone = set(lying(desk, "cancelled"))
    assert gone <= set(waited)
    rows = desk.store.reader().all(
        "SELECT ticket_remote_id, payload FROM journal.outbox WHERE state <> 'cancelled'"
    )
    commands = [(ticket, decode_command(bytes(payload))) for ticket, payload in rows]
    added = {ticket for ticket, one in commands if one == SetFields(tags_add=("spring",))}
    removed = {ticket for ticket, one in commands if one == SetFields(tags_remove=("spring",))}
    assert added == removed
    assert len(added) + len(gone) == ALL
    assert len(added) >= len(sent)


def test_stopping_takes_back_what_waits_and_offers_the_rest(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    change = begin(qtbot, desk, window)
    take(desk, 5)
    qtbot.waitUntil(lambda: change.puts and len(change.puts) == 12)
    press(desk, "Tagged spring: 12 of 30 tickets")
    qtbot.waitUntil(lambda: last(desk, "Stopped. Tagged spring: 5 tickets") is not None)
    assert lying(desk) == []
    assert len(lying(desk, "cancelled")) == 7
    press(desk, "Stopped.")
    qtbot.waitUntil(lambda: last(desk, "Taken back: 5 tickets") is not None)
    assert len(lying(desk)) == 5


def test_what_is_refused_is_listed_and_left_at_once(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    change = begin(qtbot, desk, window)
    take(desk, AHEAD, refuse=5)
    qtbot.waitUntil(lambda: last(desk, "Not changed: 5 of") is not None)
    step = last(desk, "Tagged spring: 8 of 30 tickets")
    assert step is not None
    assert "until you decide" in step.detail  # the backend takes nothing more meanwhile
    press(desk, "Not changed: 5 of")
    dialog = window.findChild(ResultsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.cards.findChildren(QPushButton)) == 15)
    assert len(lying(desk)) <= AHEAD - 5  # what was refused takes room until it is settled
    qtbot.mouseClick(dialog.drop_all, LEFT)
    qtbot.waitUntil(lambda: not dialog.drop_all.isEnabled())
    take_all(qtbot, desk, change)
    assert len(lying(desk, "sent")) == ALL - 5
    dialog.close()


def test_what_was_put_before_the_disk_refused_can_be_taken_back(
    qtbot: QtBot, desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    enqueue, times = JournalDoor.enqueue_many, iter(range(9))

    def refuse_later(self: JournalDoor, batches: Sequence[Batch], **more: int) -> list[list[str]]:
        if next(times):
            raise StoreError("The disk is full.", "Make room.")
        return enqueue(self, batches, **more)

    monkeypatch.setattr(JournalDoor, "enqueue_many", refuse_later)
    window.ticket_actions.change(list_ids(desk.store.reader(), "open"), changes.add_tag("spring"))
    qtbot.waitUntil(lambda: last(desk, "Stopped. Tagged spring: 4 tickets") is not None)
    press(desk, "Stopped. Tagged spring: 4 tickets")
    qtbot.waitUntil(lambda: last(desk, "Taken back: 4 tickets") is not None)
    assert lying(desk) == []


def test_undo_pressed_twice_undoes_once(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    change = begin(qtbot, desk, window)
    take_all(qtbot, desk, change)
    press(desk, "Tagged spring: 30 tickets")
    press(desk, "Tagged spring: 30 tickets")
    while last(desk, "Taken back: 30 tickets") is None:
        take(desk, 2)
        qtbot.wait(20)
    take_all(qtbot, desk, change)
    assert len(lying(desk, "sent")) == 2 * ALL


def test_what_may_have_arrived_is_not_tried_again(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    change = begin(qtbot, desk, window)
    (doubtful, *_) = lying(desk)
    desk.store.outbox.mark_sending(doubtful)
    desk.store.outbox.mark_needs_agent(doubtful, Problem("in_doubt", "Who knows?", "Look."))
    desk.ctx.bus.announce(set(), outbox=True)
    qtbot.waitUntil(lambda: last(desk, "Not changed: 1 of") is not None)
    press(desk, "Not changed: 1 of")
    dialog = window.findChild(ResultsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.cards.findChildren(QPushButton)))
    assert not dialog.retry_all.isEnabled()
    change.again(change.feed.standing.problems)
    take(desk, 5)
    qtbot.waitUntil(lambda: len(change.puts) > AHEAD)  # reads and writes went through meanwhile
    assert lying(desk, "in_doubt") == [doubtful]
    dialog.close()


def test_closing_the_window_asks_first(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    change = begin(qtbot, desk, window)
    window.close()
    box = window.findChild(QMessageBox, "close_over_bulk")
    assert box is not None
    assert window.isVisible()
    assert "22 tickets" in box.text()
    assert box.defaultButton() is box.escapeButton()
    box.reject()
    take_all(qtbot, desk, change)
    assert len(lying(desk, "sent")) == ALL
    assert change.rest == 0  # now it may close unasked
