"""Snoozed, breaching and mentioned tickets stand where plain rules put them, as time goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from tests.builders import ME, MINUTE, START, StoreForTests, a_store
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.errors import UsageError
from workspace.domain.words import OPEN_STATUSES
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries.queue_kinds import SOON_MS, orders_of
from workspace.store.queries.queues import list_queues, next_moment
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.snoozes import WOKE_SHOWN_MS
from workspace.store.queries.tickets import count, get_tickets, list_ids, list_tickets

KEYS = ("mine", "unassigned", "mentions", "breaching", "snoozed", "open", "all")
KEYS += ("channel:email", "account:1", "team:1:returns")


@dataclass
class Plain:
    """A ticket as somebody with pen and paper would keep it."""

    remote_id: str
    status: str
    assignee: str
    team: str
    updated_at: int
    due_at: int | None
    last_at: int = 0
    waits: bool = False
    heard_at: int = 0
    named_at: int = 0
    until: int | None = None  # of a snooze; 0 until a reply
    on_reply: bool = True
    messages: list[int] = field(default_factory=list)
    seen_at: int = 0
    answering: bool = False  # a reply waits to be sent

    @property
    def open(self) -> bool:
        return self.status in OPEN_STATUSES

    def replied(self) -> bool:
        return self.on_reply and any(at > self.seen_at for at in self.messages)

    def asleep(self, now: int) -> bool:
        return (
            self.until is not None and not self.replied() and (not self.until or self.until > now)
        )

    def woke_at(self, now: int) -> int:
        if self.until and self.until <= now and not self.replied():
            return self.until if self.until > now - WOKE_SHOWN_MS else 0
        return 0

    def queues(self, now: int) -> set[str]:
        keys = {"all"} | ({"mentions"} if self.named_at else set())
        if not self.open:
            return keys
        if self.due_at is not None and self.due_at <= now + SOON_MS:
            keys.add("breaching")
        if self.asleep(now):
            return keys | {"snoozed"}
        keys |= {"open", "account:1", "channel:email"}
        keys |= {"mine"} if self.assignee == ME else set()
        keys |= {"unassigned"} if not self.assignee else set()
        return keys | ({f"team:1:{self.team}"} if self.team else set())

    def place(self, order: str, ticket_id: int, now: int) -> Any:
        return {
            "newest": (-max(self.updated_at, self.woke_at(now)), -ticket_id),
            "waiting": (not (self.waits and self.open), self.last_at, ticket_id),
            "due": (self.due_at is None, self.due_at or 0, -self.updated_at, -ticket_id),
            "mentioned": (-self.named_at, -ticket_id),
            "wake": (self.until or 1 << 62, -self.updated_at, -ticket_id),
        }[order]


@pytest.fixture
def store(paths: Paths, key: MasterKey) -> Iterator[StoreForTests]:
    with a_store(paths, key, SetClock(START + 10 * MINUTE)) as filled:
        filled.account("store")
        yield filled


def some_tickets(store: StoreForTests, random: Random) -> dict[str, Plain]:
    tickets: dict[str, Plain] = {}
    for number in range(50):
        plain = Plain(
            remote_id=str(number),
            status=random.choice(["new", "open", "open", "pending", "solved"]),
            assignee=random.choice([ME, "agent-2", ""]),
            team=random.choice(["support", "returns", ""]),
            updated_at=START + random.randrange(50),
            due_at=random.choice([None, None, START + random.randrange(200) * MINUTE]),
        )
        plain.last_at = plain.heard_at = plain.updated_at
        tickets[plain.remote_id] = plain
        bring(store, plain)
    store.write("history")
    for plain in tickets.values():
        if random.random() < 0.6:
            say(store, plain, random)
    return tickets


def go_to(store: StoreForTests, moment: int) -> None:
    store.clock.advance((moment - store.clock.now_ms() + 0.5) / 1000)  # type: ignore[attr-defined]
    assert store.clock.now_ms() == moment


def bring(store: StoreForTests, plain: Plain) -> None:
    store.ticket(
        plain.remote_id,
        status=plain.status,
        backend_status=plain.status,
        assignee=plain.assignee,
        team=plain.team,
        channel="email",
        updated_at=plain.updated_at,
        due_at=plain.due_at,
    )


def say(store: StoreForTests, plain: Plain, random: Random) -> None:
    """The customer writes, or a colleague makes a note that names me or nobody."""
    at = store.clock.now_ms()
    store.clock.advance(1)  # type: ignore[attr-defined]
    plain.updated_at = plain.last_at = plain.heard_at = at
    bring(store, plain)
    kind = 0 if plain.answering else random.randrange(3)
    if kind == 0:
        store.message(plain.remote_id, "언제 되나요?", created_at=at)
        plain.waits = True
        plain.messages.append(at)
    else:
        text = "@박지훈 확인 부탁해요" if kind == 1 else "@Grace Lee done"
        store.note(plain.remote_id, text, author_remote_id="agent-2", created_at=at)
        plain.named_at = at if kind == 1 else plain.named_at
    store.write()


def row_of(store: StoreForTests, reader: Reader, plain: Plain) -> TicketRow:
    ticket_id = store.id_of(plain.remote_id)
    return get_tickets(reader, [ticket_id])[ticket_id]


def act(store: StoreForTests, reader: Reader, plain: Plain, random: Random) -> None:
    """I snooze, wake, dismiss, answer or solve."""
    now = store.clock.now_ms()
    kind = random.randrange(6)
    row = row_of(store, reader, plain)
    if kind < 2:
        until = random.choice([0, now + random.randrange(1, 90) * MINUTE])
        on_reply = random.random() < 0.7
        store.journal.snooze([row], until, on_reply)
        plain.until, plain.on_reply = until, on_reply or not until
        plain.seen_at = plain.heard_at
    elif kind == 2:
        store.journal.unsnooze([row])
        plain.until = None
    elif kind == 3 and plain.named_at:
        store.journal.dismiss_mentions([row])
        plain.named_at = 0
    else:
        command: Command = random.choice(
            [SendReply(text="네"), AddNote(text="memo"), SetFields(status="solved")]
        )
        store.journal.enqueue(1, plain.remote_id, [command], base_revision=1, base_entry="")
        store.clock.advance(1)  # type: ignore[attr-defined]
        plain.updated_at = max(plain.updated_at, now)
        if plain.until and plain.until <= now:
            plain.until = None  # worked on: no news any more
        if isinstance(command, SetFields):
            plain.status = "solved"
            return
        plain.last_at = max(plain.last_at, now)
        plain.named_at = 0
        if isinstance(command, SendReply):
            plain.waits, plain.answering = False, True


def check(store: StoreForTests, reader: Reader, tickets: dict[str, Plain], random: Random) -> None:
    now = store.clock.now_ms()
    ids = dict(reader.all("SELECT remote_id, id FROM ticket"))
    counts = {queue.key: queue.count for queue in list_queues(reader)}
    for key in KEYS:
        members = [t for t in tickets.values() if key in t.queues(now)]
        assert count(reader, key) == counts.get(key, 0) == len(members), key
        for order in orders_of(key):
            wanted = sorted(members, key=lambda t: t.place(order, ids[t.remote_id], now))
            expected = [ids[t.remote_id] for t in wanted]
            assert list_ids(reader, key, order=order) == expected, (key, order)
            start = 0
            while start <= len(expected):
                size = random.choice((1, 7, 20))
                page = list_tickets(reader, key, order=order, limit=size, offset=start)
                assert [row.id for row in page] == expected[start : start + size], (key, order)
                start += size
    for row in get_tickets(reader, ids.values()).values():
        plain = tickets[row.remote_id]
        assert row.snoozed == plain.asleep(now)
        assert row.snoozed_until == (plain.until if plain.asleep(now) else 0)
        assert row.woke_at == plain.woke_at(now)
        assert (row.mentioned_at, row.heard_at) == (plain.named_at, plain.heard_at)


@pytest.mark.parametrize("seed", range(4))
def test_queues_as_time_goes_on(store: StoreForTests, seed: int) -> None:
    random = Random(f"clock {seed}")
    tickets = some_tickets(store, random)
    reader = store.reader()
    check(store, reader, tickets, random)
    for _ in range(6):
        for _ in range(8):
            plain = tickets[str(random.randrange(0, 50, random.choice((1, 5))))]
            if random.random() < 0.3 and plain.open:
                say(store, plain, random)
            else:
                act(store, reader, plain, random)
        moment = next_moment(reader)
        assert moment == 0 or moment > store.clock.now_ms()
        check(store, reader, tickets, random)
        if moment and random.random() < 0.7:
            # Until the moment that was told nothing changes by itself; then something does.
            before = {key: count(reader, key) for key in KEYS}
            go_to(store, moment - 1)
            assert {key: count(reader, key) for key in KEYS} == before
            go_to(store, moment)
        else:
            store.clock.advance(random.randrange(1, 40) * 60)  # type: ignore[attr-defined]
        check(store, reader, tickets, random)


def test_a_message_that_was_on_its_way_wakes_a_ticket_too(store: StoreForTests) -> None:
    """Written before the snooze, pulled after it: the agent has not seen it."""
    store.message(store.ticket("1"), "hello", created_at=START)
    store.write()
    reader = store.reader()
    row = row_of(store, reader, Plain("1", "open", "", "", 0, None))
    store.clock.advance(60)  # type: ignore[attr-defined]
    store.journal.snooze([row], store.clock.now_ms() + MINUTE)
    assert count(reader, "snoozed") == 1
    store.message(store.ticket("1"), "one more thing", created_at=START + 10)
    store.write()
    assert count(reader, "snoozed") == 0
    assert count(reader, "open") == 1


def test_undo_brings_back_what_stood_before(store: StoreForTests) -> None:
    for remote_id in ("1", "2"):
        store.ticket(remote_id)
    store.write()
    reader = store.reader()
    rows = list_tickets(reader, "open")
    later, much_later = (store.clock.now_ms() + minutes * MINUTE for minutes in (5, 500))
    store.journal.snooze(rows[:1], later)

    def snoozed() -> dict[int, int]:
        return {row.id: row.snoozed_until for row in list_tickets(reader, "snoozed", order="wake")}

    before = store.journal.snooze(rows, much_later)
    assert snoozed() == {row.id: much_later for row in rows}
    store.journal.put_back_snoozes(rows, before)
    assert snoozed() == {rows[0].id: later}
    before = store.journal.unsnooze(rows)
    assert snoozed() == {}
    store.journal.put_back_snoozes(rows, before)
    assert snoozed() == {rows[0].id: later}


def test_without_deadlines_nothing_can_breach(store: StoreForTests) -> None:
    store.ticket("1")
    store.write()
    reader = store.reader()
    assert "breaching" not in {queue.key for queue in list_queues(reader)}
    store.ticket("2", due_at=START)
    store.write()
    assert {queue.key: queue.count for queue in list_queues(reader)}["breaching"] == 1


def test_a_queue_has_only_its_own_orders(store: StoreForTests) -> None:
    for key, order in (("mine", "wake"), ("snoozed", "mentioned"), ("open", "biggest")):
        with pytest.raises(UsageError, match="order"):
            list_tickets(store.reader(), key, order=order)
