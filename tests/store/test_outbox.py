"""The outbox against a plain model: order, waiting, and states that only change as they may."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from tests.builders import StoreForTests, a_store
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import Conflict, NotFound, Problem
from workspace.domain.words import AccountId, OutboxState
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import open_database
from workspace.store.journal_bulk import Batch
from workspace.store.outbox_entry import OVERRIDE

PROBLEM = Problem("unavailable", "No answer.", "Wait.")


def enqueue(store: StoreForTests, ticket: str = "7", count: int = 1, **fields: Any) -> list[str]:
    commands = [AddNote(text="x"), *[SetFields(status="open")] * (count - 1)]
    return store.journal.enqueue(
        AccountId(1), ticket, commands, base_revision=3, base_entry="e1", **fields
    )


def due(store: StoreForTests, at: int | None = None) -> list[str]:
    return [entry.id for entry in store.outbox.due(1, at or store.clock.now_ms())]


def test_first_in_first_out_per_ticket_and_tickets_apart(store: StoreForTests) -> None:
    (a1,), (b1,), (a2,) = enqueue(store, "a"), enqueue(store, "b"), enqueue(store, "a")
    assert due(store) == [a1, b1]
    store.outbox.mark_sending(a1)
    assert due(store) == [b1]
    store.outbox.mark_sent(a1, "r")
    assert due(store) == [b1, a2]
    assert store.outbox.due(2, store.clock.now_ms()) == []


def test_a_single_command_is_not_behind_all_that_were_put_at_once(
    store: StoreForTests, set_clock: SetClock
) -> None:
    one = (SetFields(status="solved"),)
    many = [Batch(AccountId(1), f"t{n}", 0, one) for n in range(50)]
    bulk = [each[0] for each in store.journal.enqueue_many(many)]
    set_clock.advance(0.001)
    (reply,) = enqueue(store, "z")
    assert due(store) == [reply, *bulk]
    now = store.clock.now_ms()
    first, next_at = store.outbox.choose(1, now, most=2)
    assert [each.id for each in first] == [reply, bulk[0]]
    assert next_at == store.outbox.next_due_at(1)
    others, _ = store.outbox.choose(
        1, now, most=2, passed_over=lambda _, ticket: ticket in ("z", "t0")
    )
    assert [each.id for each in others] == [bulk[1], bulk[2]]
    alone, _ = store.outbox.choose(1, now, most=1)  # a backend that takes one at a time
    assert [each.id for each in alone] == [reply]


def test_the_undo_window_holds_back_what_comes_later_too(store: StoreForTests) -> None:
    now = store.clock.now_ms()
    (first,) = enqueue(store, not_before=now + 5000)
    enqueue(store)
    assert due(store) == []
    assert store.outbox.next_due_at(1) == now + 5000
    assert due(store, now + 5000) == [first]


def test_a_failed_one_steps_aside_but_not_for_what_hangs_on_it(store: StoreForTests) -> None:
    reply, status = enqueue(store, count=2)
    (later,) = enqueue(store)
    store.outbox.mark_sending(reply)
    store.outbox.mark_failed(reply, PROBLEM)
    assert due(store) == [later]
    store.outbox.retry(reply)
    assert due(store) == [reply]
    for one in (reply, status, later):
        assert due(store) == [one]
        store.outbox.mark_sending(one)
        store.outbox.mark_sent(one, "r")


def test_doubt_holds_the_ticket_until_it_is_settled(store: StoreForTests) -> None:
    (first,), (later,) = enqueue(store), enqueue(store)
    now = store.clock.now_ms()
    store.outbox.mark_sending(first)
    store.outbox.mark_in_doubt(first, now + 30_000, PROBLEM)
    assert due(store) == []
    assert store.outbox.next_due_at(1) == now + 30_000
    assert due(store, now + 30_000) == [first]
    assert store.outbox.get(first).state == OutboxState.IN_DOUBT
    store.outbox.mark_needs_agent(first, PROBLEM)
    assert due(store, now + 10**9) == []
    assert store.outbox.next_due_at(1) is None
    store.outbox.resolve(first, sent=False)
    assert due(store) == [first]
    store.outbox.mark_sending(first)
    store.outbox.mark_in_doubt(first, now, PROBLEM, look_at=now)
    store.outbox.mark_needs_agent(first, PROBLEM)
    store.outbox.resolve(first, sent=True)
    assert due(store) == [later]


def test_what_was_being_sent_when_the_engine_died_is_in_doubt(store: StoreForTests) -> None:
    (first,), (other,) = enqueue(store, "a"), enqueue(store, "b")
    store.outbox.mark_sending(first)
    assert store.outbox.recover(settle_ms=7000) == [first]
    entry = store.outbox.get(first)
    assert entry.state == OutboxState.IN_DOUBT
    assert entry.settle_until == store.clock.now_ms() + 7000
    assert due(store) == [first, other]
    assert store.outbox.recover() == []


def test_taken_back_in_the_last_moment_nothing_is_sent(store: StoreForTests) -> None:
    (first,) = enqueue(store)
    store.journal.take_back(first, restore_draft=False)
    assert not store.outbox.mark_sending(first)
    assert not store.outbox.mark_failed(first, PROBLEM)
    assert store.outbox.get(first).state == OutboxState.CANCELLED


def test_attempts_and_times_are_kept(store: StoreForTests, set_clock: SetClock) -> None:
    (first,) = enqueue(store)
    start = set_clock.now_ms()
    store.outbox.mark_sending(first)
    set_clock.advance(5)
    store.outbox.mark_queued(first, set_clock.now_ms() + 1000, PROBLEM)
    set_clock.advance(1)
    store.outbox.mark_sending(first)
    entry = store.outbox.get(first)
    assert (entry.attempts, entry.first_try_at) == (2, start)
    assert entry.last_try_at == start + 6000
    assert (entry.base_revision, entry.base_entry) == (3, "e1")


def test_a_conflict_is_overridden_by_the_agent_alone(store: StoreForTests) -> None:
    (first,) = enqueue(store)
    store.outbox.mark_sending(first)
    store.outbox.mark_conflict(first, PROBLEM)
    assert due(store) == []
    store.outbox.retry(first)
    assert store.outbox.get(first).base_revision == OVERRIDE


def test_no_retry_where_it_could_send_twice(store: StoreForTests) -> None:
    (first,) = enqueue(store)
    store.outbox.mark_sending(first)
    with pytest.raises(Conflict):
        store.outbox.retry(first)
    store.outbox.mark_in_doubt(first, 0, PROBLEM)
    for call in (store.outbox.retry, lambda one: store.outbox.resolve(one, sent=False)):
        with pytest.raises(Conflict):
            call(first)
    with pytest.raises(NotFound):
        store.outbox.retry("nothing")


def test_a_payload_damaged_on_the_disk_is_not_sent(
    store: StoreForTests, paths: Paths, key: MasterKey
) -> None:
    (first,), (second,) = enqueue(store), enqueue(store)
    with open_database(paths.journal_db, key.subkey("journal")) as connection:
        connection.execute("DROP TRIGGER outbox_payload_is_frozen")
        connection.execute(
            "UPDATE outbox SET payload = CAST(replace(CAST(payload AS TEXT), 'x', 'y') AS BLOB)"
            " WHERE id = ?",
            (first,),
        )
    connection.close()
    assert due(store) == []
    row = store.reader().one(
        "SELECT state, error_message FROM journal.outbox WHERE id = ?", (first,)
    )
    assert row is not None
    assert row[0] == "failed"
    assert "damaged" in row[1]
    assert due(store) == [second]


def test_pruning_keeps_what_is_still_needed(store: StoreForTests, set_clock: SetClock) -> None:
    sent_file = store.journal.add_file("a", "text/plain", io.BytesIO(b"a"))
    kept_file = store.journal.add_file("b", "text/plain", io.BytesIO(b"b"))
    lost_file = store.journal.add_file("c", "text/plain", io.BytesIO(b"c"))
    done, waiting = (
        store.journal.enqueue(
            1, ticket, [SendReply(text="x", attachments=(file,))], base_revision=0, base_entry=""
        )[0]
        for ticket, file in (("a", sent_file), ("b", kept_file))
    )
    store.outbox.mark_sending(done)
    store.outbox.mark_sent(done, "r")
    store.outbox.prune()
    assert len(store.outbox.open_files().names()) == 3
    set_clock.advance(2 * 24 * 3600)
    store.outbox.prune()
    assert store.outbox.open_files().names() == [kept_file.id]
    assert store.outbox.get(done).state == OutboxState.SENT
    set_clock.advance(8 * 24 * 3600)
    store.outbox.prune()
    with pytest.raises(NotFound):
        store.outbox.get(done)
    assert store.outbox.get(waiting).state == OutboxState.QUEUED
    assert lost_file.id not in store.outbox.open_files().names()


@dataclass
class Modelled:
    """A command as plain values."""

    ticket: str
    after: str = ""
    state: str = "queued"
    not_before: int = 0
    asked: bool = False


class OutboxMachine(RuleBasedStateMachine):
    """Random doings of agent and engine; after each, outbox and model say the same."""

    commands = Bundle("commands")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SetClock()
        paths = Paths(Path(self.folder.name) / "base").ensure()
        self.store = a_store(paths, MasterKey(bytes(32)), self.clock)
        self.store.account("store")
        self.reader = self.store.reader()
        self.model: dict[str, Modelled] = {}

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(
        target=commands,
        ticket=st.sampled_from("ab"),
        second=st.booleans(),
        undo=st.sampled_from((0, 4000)),
    )
    def enqueue(self, ticket: str, second: bool, undo: int) -> str:
        not_before = self.clock.now_ms() + undo if undo else 0
        ids = enqueue(self.store, ticket, 1 + second, not_before=not_before)
        for one in ids:
            after = ids[0] if one != ids[0] else ""
            self.model[one] = Modelled(ticket, after, "queued", not_before)
        return ids[-1]

    @rule(seconds=st.sampled_from((1, 10, 60)))
    def wait(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @rule(
        one=commands,
        to=st.sampled_from(("sent", "queued", "in_doubt", "ask", "failed", "conflict")),
    )
    def settle(self, one: str, to: str) -> None:
        known, now = self.model[one], self.clock.now_ms()
        box = self.store.outbox
        allowed = {"sending", "in_doubt"}
        if to == "sent":
            moved = box.mark_sent(one, "r")
        elif to == "queued":
            moved = box.mark_queued(one, now + 5000, PROBLEM)
            allowed = allowed | {"queued"}
        elif to == "in_doubt":
            moved = box.mark_in_doubt(one, now + 30_000, PROBLEM)
        elif to == "ask":
            moved = box.mark_needs_agent(one, PROBLEM)
        else:
            moved = (
                box.mark_failed(one, PROBLEM) if to == "failed" else box.mark_conflict(one, PROBLEM)
            )
            allowed = allowed | {"queued"}
        assert moved == (known.state in allowed)
        if moved:
            known.asked = to == "ask" or (to == "in_doubt" and known.asked)
            known.state = "in_doubt" if to == "ask" else to
            if to in ("queued", "in_doubt"):
                known.not_before = now + (5000 if to == "queued" else 30_000)

    @rule()
    def send_what_is_due(self) -> None:
        for entry in self.store.outbox.due(1, self.clock.now_ms()):
            moved = self.store.outbox.mark_sending(entry.id)
            assert moved == (self.model[entry.id].state == "queued")
            if moved:
                self.model[entry.id].state = "sending"

    @rule()
    def restart(self) -> None:
        found = self.store.outbox.recover(settle_ms=0)
        for one in found:
            self.model[one].not_before = self.clock.now_ms()
        assert set(found) == {one for one, known in self.model.items() if known.state == "sending"}
        for one in found:
            self.model[one].state = "in_doubt"

    @rule(one=commands)
    def take_back(self, one: str) -> None:
        known = self.model[one]
        may = known.state in ("queued", "failed", "conflict") or (
            known.state == "in_doubt" and known.asked
        )
        try:
            self.store.journal.take_back(one, restore_draft=False)
        except Conflict:
            assert not may
            return
        assert may
        known.state = "cancelled"
        for other in self.model.values():
            if other.after == one and other.state in ("queued", "failed", "conflict"):
                other.state = "cancelled"

    @rule(one=commands, sent=st.booleans())
    def resolve(self, one: str, sent: bool) -> None:
        known = self.model[one]
        may = known.state == "in_doubt" and known.asked
        try:
            self.store.outbox.resolve(one, sent)
        except Conflict:
            assert not may
            return
        assert may
        known.state, known.asked = ("sent" if sent else "queued"), False
        known.not_before = self.clock.now_ms()

    @rule(one=commands)
    def retry(self, one: str) -> None:
        known = self.model[one]
        may = known.state in ("queued", "failed", "conflict")
        try:
            self.store.outbox.retry(one)
        except Conflict:
            assert not may
            return
        assert may
        known.state, known.not_before = "queued", self.clock.now_ms()

    @invariant()
    def states_agree(self) -> None:
        stored = self.reader.all("SELECT id, state, needs_agent FROM journal.outbox")
        assert {one: (state, bool(asked)) for one, state, asked in stored} == {
            one: (known.state, known.asked and known.state == "in_doubt")
            for one, known in self.model.items()
        }

    @invariant()
    def due_agrees(self) -> None:
        now = self.clock.now_ms()
        expected = []
        blocked: set[str] = set()
        for one, known in self.model.items():
            if (
                known.state in ("sent", "cancelled", "failed", "conflict")
                or known.ticket in blocked
            ):
                continue
            waits_for = self.model.get(known.after)
            if waits_for and waits_for.state in ("failed", "conflict"):
                continue
            blocked.add(known.ticket)
            ready = known.not_before <= now and known.state != "sending" and not known.asked
            if ready and (not waits_for or waits_for.state in ("sent", "cancelled")):
                expected.append(one)
        assert due(self.store) == expected


TestOutboxMachine = OutboxMachine.TestCase
TestOutboxMachine.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
