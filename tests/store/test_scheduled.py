"""What the agent put off to a later time: it waits alone, survives a restart, and can be moved."""

from __future__ import annotations

import pytest

from tests.builders import StoreForTests
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import Conflict, NotFound, Problem
from workspace.domain.words import AccountId
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.outbox import Outbox

HOUR = 3_600_000


def put_off(store: StoreForTests, by: int = 10 * HOUR) -> list[str]:
    return store.journal.enqueue(
        AccountId(1),
        "7",
        [SendReply(text="good morning"), SetFields(status="solved")],
        base_revision=1,
        base_entry="e1",
        not_before=store.clock.now_ms() + by,
    )


def note(store: StoreForTests) -> str:
    (made,) = store.journal.enqueue(
        AccountId(1), "7", [AddNote(text="x")], base_revision=1, base_entry="e1"
    )
    return made


def due(store: StoreForTests, after: int = 0) -> list[str]:
    return [entry.id for entry in store.outbox.due(1, store.clock.now_ms() + after)]


def test_it_holds_nothing_back_but_what_hangs_on_it(store: StoreForTests) -> None:
    reply, _ = put_off(store)
    later = note(store)
    assert due(store) == [later]
    store.outbox.mark_sending(later)
    store.outbox.mark_sent(later, "r1")
    assert due(store) == []
    assert store.outbox.next_due_at(1) == store.clock.now_ms() + 10 * HOUR
    assert due(store, 10 * HOUR) == [reply]


def test_it_survives_a_restart_and_a_clock_set_back(
    store: StoreForTests, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    reply, _ = put_off(store)
    again = Outbox(paths, key, set_clock)
    try:
        again.recover()
        now = set_clock.now_ms()
        assert again.due(1, now) == []
        assert again.due(1, now - HOUR) == []  # not taken for the short wait for an undo
        assert [entry.id for entry in again.due(1, now + 10 * HOUR)] == [reply]
    finally:
        again.close()


def test_it_can_be_sent_now_or_at_another_time(store: StoreForTests) -> None:
    reply, change = put_off(store)
    store.journal.reschedule(reply, store.clock.now_ms() + 20 * HOUR)
    assert due(store, 10 * HOUR) == []
    assert due(store, 20 * HOUR) == [reply]
    store.journal.reschedule(reply, 0)
    assert due(store) == [reply]
    store.outbox.mark_sending(reply)
    store.outbox.mark_sent(reply, "r1")
    assert due(store) == [change]


def test_what_left_or_was_tried_is_not_moved(store: StoreForTests) -> None:
    reply, _ = put_off(store, 0)
    store.outbox.mark_sending(reply)
    with pytest.raises(Conflict):
        store.journal.reschedule(reply, 0)
    store.outbox.mark_queued(reply, store.clock.now_ms() + HOUR, Problem("unavailable", "x", "y"))
    with pytest.raises(Conflict):
        store.journal.reschedule(reply, 0)
    with pytest.raises(NotFound):
        store.journal.reschedule("nobody", 0)


def test_a_second_try_keeps_its_place_in_the_line(store: StoreForTests) -> None:
    first = note(store)
    store.outbox.mark_sending(first)
    store.outbox.mark_queued(first, store.clock.now_ms() + HOUR, Problem("unavailable", "x", "y"))
    note(store)
    assert due(store) == []


def test_taken_back_it_is_a_draft_again(store: StoreForTests) -> None:
    reply, _ = put_off(store)
    store.journal.take_back(reply, restore_draft=True)
    assert due(store, 10 * HOUR) == []
    row = store.reader().one("SELECT text FROM journal.draft")
    assert row == ("good morning",)
