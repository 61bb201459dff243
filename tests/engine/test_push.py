"""What agents write arrives once, in order, whatever happens on the way."""

from __future__ import annotations

import io
import threading

import pytest

from tests.conftest import SetClock
from tests.engine.backend import Backend
from tests.engine.conftest import Base
from tests.waiting import wait_for
from workspace.clock import SystemClock
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import Conflict
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.journal import JournalDoor
from workspace.store.journal_bulk import Batch


def test_a_reply_arrives_and_its_twin_is_pulled(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        (command,) = base.send(ticket, "안녕하세요")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(command) == ("sent", False))
        wait_for(base.is_equal)
    row = base.reader.one("SELECT text, command_id FROM entry WHERE command_id <> ''")
    assert row == ("안녕하세요", command)
    assert backend.count(command) == 1


@pytest.mark.parametrize("fault", ["lost", "half", "reset", "late:0.4", "nonsense"])
def test_a_doubtful_send_is_settled_without_loss_or_double(
    base: Base, backend: Backend, fault: str
) -> None:
    ticket = backend.add_ticket()
    backend.faults["push"].append(fault)
    with base.engine() as client:
        first, second = base.send(ticket, "first", "second")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(second) == ("sent", False))
    backend.catch_up()
    assert base.outbox(first) == ("sent", False)
    assert (backend.count(first), backend.count(second)) == (1, 1)
    assert backend.texts(ticket)[-2:] == ["first", "second"]


def test_a_second_doubt_goes_the_same_way(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    backend.faults["push"].extend(["reset", "reset", "lost"])
    with base.engine() as client:
        (command,) = base.send(ticket, "stubborn")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(command) == ("sent", False))
    assert backend.count(command) == 1


class JumpingClock(SystemClock):
    """The machine's clock, which somebody sets while the engine runs."""

    jumped_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() + self.jumped_ms


@pytest.mark.parametrize("days", [1, -1])
def test_a_clock_that_is_set_doubles_nothing(base: Base, backend: Backend, days: int) -> None:
    """A day more on the clock is not a day in which the backend had time to settle."""
    ticket = backend.add_ticket()
    clock = JumpingClock()

    def before(op: str) -> None:
        if op == "push":
            clock.jumped_ms = days * 86_400_000

    with base.engine(clock) as client:
        client.call("sync.once")
        backend.before = before
        backend.faults["push"].append("late:0.5")
        first, second = base.send(ticket, "first", "second")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(second) == ("sent", False))
    backend.catch_up()
    assert base.outbox(first) == ("sent", False)
    assert (backend.count(first), backend.count(second)) == (1, 1)


def test_a_key_that_the_backend_knows_may_be_sent_again(
    paths: Paths, key: MasterKey, backend: Backend
) -> None:
    base = Base(paths, key, backend)
    base.add_account(idempotent="yes")
    ticket = backend.add_ticket()
    backend.faults["push"].append("reset")
    backend.faults["find"].append("undecidable")
    with base.engine() as client:
        (command,) = base.send(ticket, "the same")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(command) == ("sent", False))
    base.close()
    assert backend.count(command) == 1


def test_what_nobody_can_decide_waits_for_the_agent(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    backend.faults["push"].append("lost")
    backend.faults["find"].extend(["undecidable"] * 100)
    with base.engine() as client:
        first, second = base.send(ticket, "maybe", "later")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(first) == ("in_doubt", True))
        assert base.outbox(second) == ("queued", False)
        client.call("outbox.resolve", id=first, sent=True)
        wait_for(lambda: base.outbox(second) == ("sent", False))
    backend.catch_up()
    assert base.outbox(first) == ("sent", False)
    assert backend.count(first) == 1


def test_the_agents_no_sends_it_again(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    backend.faults["push"].append("reset")
    backend.faults["find"].extend(["undecidable"] * 100)
    with base.engine() as client:
        (command,) = base.send(ticket, "maybe")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(command) == ("in_doubt", True))
        client.call("outbox.resolve", id=command, sent=False)
        wait_for(lambda: base.outbox(command) == ("sent", False))
    assert backend.count(command) == 1


def test_undo_within_the_window(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    with base.engine() as client:
        later = SystemClock().now_ms() + 3_600_000
        (taken,) = base.send(ticket, "oops", not_before=later)
        (sent,) = base.send(backend.add_ticket(), "meant")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(sent) == ("sent", False))
        assert base.outbox(taken) == ("queued", False)
        command = base.door.take_back(taken, restore_draft=True)
        client.call("outbox.changed")
        client.call("sync.once")
    assert isinstance(command, SendReply)
    assert base.outbox(taken) == ("cancelled", False)
    assert backend.count(taken) == 0


def test_what_is_on_its_way_cannot_be_taken_back(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    with base.engine() as client:
        (command,) = base.send(ticket, "done")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(command) == ("sent", False))
        with pytest.raises(Conflict):
            base.door.take_back(command, restore_draft=True)


def test_order_within_a_ticket_and_after(base: Base, backend: Backend) -> None:
    tickets = [backend.add_ticket() for _ in range(4)]
    backend.faults["push"].extend(["rate:0.05", "lost", "", "half"])
    with base.engine() as client:
        ids = []
        for number in range(5):
            for ticket in tickets:
                ids += base.send(ticket, f"n{number}", SetFields(status="pending"))
            client.call("outbox.changed")
        wait_for(lambda: all(base.outbox(one) == ("sent", False) for one in ids))
    for ticket in tickets:
        assert backend.texts(ticket)[1:] == [f"n{number}" for number in range(5)]
    assert all(backend.count(one) == 1 for one in ids)


@pytest.mark.parametrize(
    ("fault", "state"),
    [("rejected", "failed"), ("forbidden", "failed"), ("gone", "failed"), ("conflict", "conflict")],
)
def test_a_refusal_is_kept_and_does_not_block(
    base: Base, backend: Backend, fault: str, state: str
) -> None:
    ticket = backend.add_ticket()
    backend.faults["push"].append(fault)
    with base.engine() as client:
        first, dependent = base.send(ticket, "no", SetFields(status="solved"))
        (other,) = base.send(ticket, "yes")
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(other) == ("sent", False))
        assert base.outbox(first) == (state, False)
        assert base.outbox(dependent) == ("queued", False)
        client.call("outbox.retry", id=first)
        wait_for(lambda: base.outbox(dependent) == ("sent", False))
    assert backend.count(first) == backend.count(dependent) == 1
    assert backend.tickets[ticket].status == "solved"


def test_offline_commands_leave_once_the_backend_is_back(base: Base, backend: Backend) -> None:
    tickets = [backend.add_ticket() for _ in range(3)]
    with base.engine() as client:
        client.call("sync.once")
        backend.stop()
        ids = [base.send(ticket, f"to {ticket}")[0] for ticket in tickets]
        client.call("outbox.changed")
        wait_for(lambda: base.account()[0] == "offline")
        assert {base.outbox(one)[0] for one in ids} <= {"queued", "sending"}
        backend.start()
        wait_for(lambda: all(base.outbox(one) == ("sent", False) for one in ids))
        wait_for(lambda: base.account() == ("idle", ""))
    assert [backend.count(one) for one in ids] == [1, 1, 1]


def test_new_credentials_let_commands_go(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        backend.secret = "another password"
        (command,) = base.send(ticket, "hello")
        client.call("outbox.changed")
        wait_for(lambda: base.account() == ("error", "auth_failed"))
        assert base.outbox(command) == ("queued", False)
        client.call("account.recheck", name="shelf", secret="another password")
        wait_for(lambda: base.outbox(command) == ("sent", False))
    assert backend.count(command) == 1


def test_a_damaged_attachment_is_noticed_before_anything_leaves(
    base: Base, backend: Backend
) -> None:
    ticket = backend.add_ticket()
    good = base.door.add_file("a.txt", "text/plain", io.BytesIO(b"x" * 200_000))
    bad = base.door.add_file("b.txt", "text/plain", io.BytesIO(b"y" * 200_000))
    (base.paths.outgoing / bad.id).write_bytes(b"damaged")
    with base.engine() as client:
        (broken,) = base.send(ticket, AddNote(text="see file", attachments=(bad,)))
        (whole,) = base.send(ticket, AddNote(text="see file", attachments=(good,)))
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(whole) == ("sent", False))
    assert base.outbox(broken) == ("failed", False)
    assert backend.sizes == [200_000]
    assert backend.count(broken) == 0
    assert {entry["kind"] for entry in backend.tickets[ticket].entries[1:]} == {"note"}


def test_what_was_put_off_does_not_leave_over_the_customers_newer_words(
    base: Base, backend: Backend
) -> None:
    silent, overtaken = backend.add_ticket(), backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        seen = {ticket: base.cached()[ticket][1][-1] for ticket in (silent, overtaken)}
        backend.add_entry(overtaken, "never mind, I found it")
        client.call("sync.once")
        now = SystemClock().now_ms()
        yesterday = JournalDoor(base.paths, base.key, SetClock(now - 24 * 3_600_000))
        ids = {
            ticket: yesterday.enqueue(
                base.account_id,
                ticket,
                [SendReply(text="good morning")],
                base_revision=0,
                base_entry=seen[ticket],
                not_before=now,
            )[0]
            for ticket in (silent, overtaken)
        }
        yesterday.close()
        client.call("outbox.changed")
        wait_for(lambda: base.outbox(ids[silent]) == ("sent", False))
        wait_for(lambda: base.outbox(ids[overtaken]) == ("conflict", False))
        assert backend.count(ids[overtaken]) == 0
        client.call("outbox.retry", id=ids[overtaken])  # the agent read it and insists
        wait_for(lambda: base.outbox(ids[overtaken]) == ("sent", False))
    assert backend.count(ids[overtaken]) == 1


def test_a_reply_goes_before_the_rest_of_a_change_of_many_tickets(
    base: Base, backend: Backend
) -> None:
    tickets = [backend.add_ticket() for _ in range(61)]
    came: list[str] = []
    let_go = threading.Event()

    def before(op: str) -> None:
        if op == "push":
            came.append(op)
            let_go.wait(60)

    backend.before = before
    solve = (SetFields(status="solved"),)
    with base.engine() as client:
        base.door.enqueue_many([Batch(base.account_id, one, 0, solve) for one in tickets[:60]])
        client.call("outbox.changed")
        wait_for(lambda: bool(came))  # its first are under way when the agent writes
        (reply,) = base.send(tickets[60], "right now")
        client.call("outbox.changed")
        let_go.set()
        wait_for(lambda: len(backend.keys) == 61)
    place = [key for key, _ in backend.keys].index(reply)
    assert place <= 6, f"{place} commands went before it; three are sent at a time"
