"""Pending work laid over the cache shows what a plain application of the commands would show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from tests.builders import ME, START, StoreForTests, a_store
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.errors import NotFound, Problem, UsageError
from workspace.domain.words import OPEN_STATUSES, AccountId, Kind, Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.outbox import list_outbox
from workspace.store.queries.queue_kinds import EVERYWHERE
from workspace.store.queries.queues import list_queues
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.search import search
from workspace.store.queries.tickets import count, find_ticket, get_tickets, list_tickets

NAMES = {ME: "박지훈", "agent-2": "Grace Lee", "": ""}
TEAMS = {"support": "Support", "returns": "반품", "": ""}
REFUSED = Problem("rejected", "The backend said no.", "Change it.")


@dataclass
class Plain:
    """A ticket as a list of facts that commands are applied to one by one."""

    remote_id: str
    status: str
    assignee: str
    team: str
    priority: str
    channel: str
    tags: list[str]
    updated_at: int
    due_at: int | None
    last_entry_at: int
    waits: bool  # the customer had the last word
    message_count: int
    snippet: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    said: list[tuple[str, str, str]] = field(default_factory=list)  # kind, text, state
    pending: int = 0

    def apply(self, command: Command, state: str, at: int) -> None:
        self.pending += state != "sent"
        taken = state in ("queued", "sending", "sent", "in_doubt")
        if isinstance(command, SetFields):
            if taken:
                self._set(command)
                self.updated_at = max(self.updated_at, at)
            return
        note = isinstance(command, AddNote)
        self.said.append(("note" if note else "message", command.text, state))
        if not taken:
            return
        self.updated_at = max(self.updated_at, at)
        self.last_entry_at = max(self.last_entry_at, at)
        self.message_count += 1
        self.snippet = command.text
        self.waits = self.waits and note

    def _set(self, command: SetFields) -> None:
        for name in ("status", "assignee", "team", "priority"):
            if getattr(command, name) is not None:
                setattr(self, name, getattr(command, name))
        self.tags = [tag for tag in self.tags if tag not in command.tags_remove]
        self.tags += [tag for tag in command.tags_add if tag not in self.tags]
        self.fields = self.fields | command.custom_fields

    @property
    def needs_reply(self) -> bool:
        return self.waits and self.status in OPEN_STATUSES

    def queues(self) -> set[str]:
        keys = {"all"}
        if self.status in OPEN_STATUSES:
            keys |= {"open", "account:1", f"channel:{self.channel}"}
            keys |= {"mine"} if self.assignee == ME else set()
            keys |= {"unassigned"} if not self.assignee else set()
            keys |= {f"team:1:{self.team}"} if self.team else set()
        return keys

    def seen(self, row: TicketRow) -> None:
        assert (row.status, row.assignee, row.team, row.priority, list(row.tags)) == (
            self.status,
            self.assignee,
            self.team,
            self.priority,
            self.tags,
        )
        assert row.mine == (self.assignee == ME)
        assert (row.assignee_name, row.team_name) == (NAMES[self.assignee], TEAMS[self.team])
        assert row.custom_fields == self.fields
        assert row.needs_reply == self.needs_reply
        assert row.message_count == self.message_count
        assert row.snippet == self.snippet
        assert row.pending == self.pending


def sorted_as(order: str, tickets: list[tuple[int, Plain]]) -> list[str]:
    keys: dict[str, Any] = {
        "newest": lambda t: (-t[1].updated_at, -t[0]),
        "waiting": lambda t: (not t[1].needs_reply, t[1].last_entry_at, t[0]),
        "due": lambda t: (t[1].due_at is None, t[1].due_at or 0, -t[1].updated_at, -t[0]),
    }
    return [plain.remote_id for _, plain in sorted(tickets, key=keys[order])]


def some_tickets(store: StoreForTests, random: Random, total: int) -> dict[str, Plain]:
    store.account("store")
    tickets: dict[str, Plain] = {}
    for number in range(total):
        plain = Plain(
            remote_id=str(number),
            status=random.choice(["new", "open", "open", "pending", "solved", "closed"]),
            assignee=random.choice([ME, "agent-2", ""]),
            team=random.choice(["support", "returns", ""]),
            priority=random.choice(["low", "high"]),
            channel=random.choice(["email", "web"]),
            tags=random.choice([[], ["vip"], ["vip", "환불"]]),
            updated_at=START + random.randrange(50),
            due_at=random.choice([None, START + random.randrange(20)]),
            last_entry_at=0,
            waits=False,
            message_count=0,
            snippet="",
        )
        ticket = store.ticket(
            plain.remote_id,
            status=plain.status,
            backend_status=plain.status,
            assignee=plain.assignee,
            team=plain.team,
            priority=plain.priority,
            channel=plain.channel,
            tags=tuple(plain.tags),
            updated_at=plain.updated_at,
            due_at=plain.due_at,
        )
        for index in range(random.randrange(4)):
            inward = random.random() < 0.6
            text = f"{number} 번째 문의 {index}"
            at = START + index * 10 + random.randrange(9)
            store.message(ticket, text, direction="in" if inward else "out", created_at=at)
            plain.last_entry_at, plain.waits, plain.snippet = at, inward, text
            plain.message_count += 1
            plain.said.append(("message", text, ""))
        plain.last_entry_at = plain.last_entry_at or plain.updated_at
        tickets[plain.remote_id] = plain
    store.write("history")
    return tickets


def a_command(random: Random, number: int) -> Command:
    kind = random.randrange(6)
    if kind == 0:
        return SendReply(text=f"답장 {number}", channel="email")
    if kind == 1:
        return AddNote(text=f"메모 {number}")
    if kind == 2:
        return SetFields(status=random.choice(["open", "pending", "solved", "closed"]))
    if kind == 3:
        return SetFields(assignee=random.choice([ME, "agent-2", ""]))
    if kind == 4:
        return SetFields(tags_add=("급함",), tags_remove=("vip",), custom_fields={"size": ["L"]})
    return SetFields(
        team=random.choice(["support", "returns"]), priority=random.choice(["low", "urgent"])
    )


def put(store: StoreForTests, remote_id: str, command: Command, state: str) -> str:
    """Bring a command into the outbox and into a state, by the doors the program uses."""
    store.clock.advance(1)  # type: ignore[attr-defined]
    [identity] = store.journal.enqueue(1, remote_id, [command], base_revision=1, base_entry="")
    outbox = store.outbox
    if state in ("sending", "sent", "in_doubt", "failed", "conflict"):
        assert outbox.mark_sending(identity)
    if state == "sent":
        assert outbox.mark_sent(identity, f"remote-{identity}")
    elif state == "in_doubt":
        assert outbox.mark_in_doubt(identity, START, REFUSED)
    elif state == "failed":
        assert outbox.mark_failed(identity, REFUSED)
    elif state == "conflict":
        assert outbox.mark_conflict(identity, REFUSED)
    return identity


def settled(command: Command, state: str, plain: Plain) -> bool:
    """A sent change of fields that changes nothing is in effect, so it is not laid over."""
    if state != "sent" or not isinstance(command, SetFields):
        return False
    before = (plain.status, plain.assignee, plain.team, plain.priority, list(plain.tags))
    fields = dict(plain.fields)
    trial = Plain(**{**vars(plain), "tags": list(plain.tags), "fields": dict(plain.fields)})
    trial.apply(command, "sent", 0)
    after = (trial.status, trial.assignee, trial.team, trial.priority, trial.tags)
    return before == after and trial.fields == fields


STATES = ("queued", "queued", "queued", "sending", "sent", "in_doubt", "failed", "conflict")


@pytest.fixture
def store(paths: Paths, key: MasterKey) -> Iterator[StoreForTests]:
    clock = SetClock(START + 10**6)
    with a_store(paths, key, clock) as filled:
        yield filled


@pytest.mark.parametrize("seed", range(6))
def test_random_commands_over_random_tickets(store: StoreForTests, seed: int) -> None:
    random = Random(f"overlay {seed}")
    tickets = some_tickets(store, random, 60)
    reader = store.reader()
    for number in range(random.choice((5, 40, 120))):
        plain = tickets[str(random.randrange(0, 60, random.choice((1, 10))))]
        command, state = a_command(random, number), random.choice(STATES)
        put(store, plain.remote_id, command, state)
        if not settled(command, state, plain):
            plain.apply(command, state, store.clock.now_ms())
    ids = dict(reader.all("SELECT remote_id, id FROM ticket"))
    check_rows(reader, tickets, ids)
    check_lists(reader, tickets, ids, random)
    check_conversations(reader, tickets, ids)


def check_rows(reader: Reader, tickets: dict[str, Plain], ids: dict[str, int]) -> None:
    rows = get_tickets(reader, ids.values())
    for remote_id, ticket_id in ids.items():
        tickets[remote_id].seen(rows[ticket_id])


def check_lists(
    reader: Reader, tickets: dict[str, Plain], ids: dict[str, int], random: Random
) -> None:
    counts = {queue.key: queue.count for queue in list_queues(reader)}
    keys = ["all", "open", "mine", "unassigned", "channel:email", "account:1", "team:1:returns"]
    for key in keys:
        members = [(ids[t.remote_id], t) for t in tickets.values() if key in t.queues()]
        assert count(reader, key) == counts[key] == len(members)
        for order in EVERYWHERE:
            expected = sorted_as(order, members)
            whole = list_tickets(reader, key, order=order, limit=1000)
            assert [row.remote_id for row in whole] == expected
            start = 0
            while start <= len(expected) + 5:
                size = random.choice((1, 3, 7, 20))
                page = list_tickets(reader, key, order=order, limit=size, offset=start)
                assert [row.remote_id for row in page] == expected[start : start + size]
                start += size


def check_conversations(reader: Reader, tickets: dict[str, Plain], ids: dict[str, int]) -> None:
    for remote_id, plain in tickets.items():
        page = get_conversation(reader, ids[remote_id])
        said = [
            (entry.kind, entry.text, entry.state)
            for entry in page.entries
            if entry.kind != Kind.ACTIVITY
        ]
        assert said == plain.said
        plain.seen(page.ticket)


def test_a_sent_reply_stays_until_its_twin_is_here(store: StoreForTests) -> None:
    store.account("store")
    ticket = store.ticket("7")
    store.message(ticket, "hello")
    store.write()
    reader, ticket_id = store.reader(), store.id_of("7")
    first = put(store, "7", SendReply(text="one"), "sent")
    second = put(store, "7", SendReply(text="two"), "in_doubt")

    def said() -> list[tuple[str, str]]:
        return [(e.text, e.state) for e in get_conversation(reader, ticket_id).entries]

    assert said() == [("hello", ""), ("one", "sent"), ("two", "in_doubt")]
    assert [hit.snippet for hit in search(reader, "one").hits] == ["one"]
    # Matched by the remote id that the answer brought,
    ticket = store.ticket("7")
    store.message(ticket, "one", direction="out", remote_id=f"remote-{first}", state="delivered")
    store.write()
    assert said() == [("hello", ""), ("one", "delivered"), ("two", "in_doubt")]
    assert len(search(reader, "one").hits) == 1
    # or by the command id, even though we never learned what became of it.
    store.message(store.ticket("7"), "two", direction="out", command_id=second, state="sent")
    store.write()
    assert said() == [("hello", ""), ("one", "delivered"), ("two", "sent")]
    row = get_tickets(reader, [ticket_id])[ticket_id]
    assert (row.pending, row.pending_state, row.message_count) == (0, "", 3)


def test_a_sent_change_of_status_stays_until_it_is_pulled(store: StoreForTests) -> None:
    account = store.account("store")
    store.ticket("7", status="open")
    store.write()
    reader, ticket_id = store.reader(), store.id_of("7")
    put(store, "7", SetFields(status="solved"), "sent")

    def status() -> str:
        return get_tickets(reader, [ticket_id])[ticket_id].status

    assert status() == "solved"
    # A customer's message pulled meanwhile carries the old status: no flicker back.
    store.ticket("7", status="open")
    store.write()
    assert status() == "solved"
    store.ticket("7", status="solved")
    store.write()
    assert status() == "solved"
    # Somebody else opens it again: once a later sync is over, theirs is what counts.
    store.ticket("7", status="open")
    store.write()
    store.clock.advance(60)  # type: ignore[attr-defined]
    store.writer.set_account_state(account, last_sync_at=store.clock.now_ms())
    assert status() == "open"


def test_pending_states_and_problems_are_shown(store: StoreForTests) -> None:
    store.account("store")
    store.ticket("7", status="open")
    store.write()
    reader, ticket_id = store.reader(), store.id_of("7")
    put(store, "7", SendReply(text="hello there"), "queued")
    put(store, "7", SetFields(status="solved", tags_add=("a",)), "failed")
    page = get_conversation(reader, ticket_id)
    reply, change = page.entries
    assert (reply.state, reply.author_me, reply.id) == ("queued", True, 0)
    assert (change.kind, change.state) == ("activity", "failed")
    assert change.change == {"field": "status", "old": "open", "new": "solved"}
    assert (change.error_message, change.error_action) == (REFUSED.message, REFUSED.action)
    assert page.ticket.status == "open"
    assert (page.ticket.pending, page.ticket.pending_state) == (2, "failed")
    assert [row.preview for row in list_outbox(reader)] == ["status=solved tag+=a", "hello there"]
    assert [row.subject for row in list_outbox(reader)] == [page.ticket.subject] * 2


def test_backend_status_words_are_understood(store: StoreForTests) -> None:
    store.account("store")
    store.ticket("7", status="open", backend_status="open")
    store.write()
    reader = store.reader()
    put(store, "7", SetFields(status="on_hold"), "queued")
    row = find_ticket(reader, "store", "7")
    assert row is not None
    assert (row.status, row.backend_status) == ("on_hold", "on_hold")
    put(store, "7", SetFields(status="a word of tomorrow"), "queued")
    row = find_ticket(reader, "store", "7")
    assert row is not None
    assert (row.status, row.backend_status) == ("on_hold", "a word of tomorrow")


def test_search_finds_what_is_noted_only_here(store: StoreForTests) -> None:
    store.account("store")
    store.account("second", connector="rt")
    for number, account in enumerate((1, 1, 2)):
        ticket = store.ticket(str(number), account=AccountId(account), status=Status.OPEN)
        store.message(ticket, "가격 문의")
    store.write()
    store.journal.add_local_note(1, "0", "사장님이 환불을 약속함 (봄)")
    store.journal.add_local_note(2, "2", "refund promised by the boss")
    store.journal.add_local_note(1, "not here yet", "refund of nothing")
    reader = store.reader()

    def found(query: str) -> set[str]:
        hits = search(reader, query).hits
        assert all(hit.kind == "note" and hit.entry_id == 0 for hit in hits if hit.is_local)
        return {hit.ticket.remote_id for hit in hits if hit.is_local}

    assert found("환불") == {"0"}
    assert found("refund") == {"2"}
    assert found("refu") == {"2"}
    assert found("is:local") == {"0", "2"}
    assert found("is:note account:second") == {"2"}
    assert found("is:message") == found("refund account:store") == set()
    assert found("refund -boss") == found("refund before:2020") == found("refund status:solved")
    assert found("refund -boss") == set()
    assert [hit.is_local for hit in search(reader, "가격 OR refund").hits].count(False) == 3
    store.gone("2")
    store.write()
    assert found("refund") == set()


def test_paging_back_through_a_conversation(store: StoreForTests) -> None:
    store.account("store")
    ticket = store.ticket("7")
    for number in range(25):
        store.message(ticket, str(number), created_at=START + number // 3, seq=number % 3)
    store.write()
    store.journal.add_local_note(1, "7", "only here")
    put(store, "7", AddNote(text="pending"), "queued")
    reader, ticket_id = store.reader(), store.id_of("7")
    page = get_conversation(reader, ticket_id, limit=10)
    assert [entry.text for entry in page.entries[-2:]] == ["only here", "pending"]
    assert not page.has_newer
    texts = [entry.text for entry in page.entries[:-2]]
    while page.has_older:
        oldest = page.entries[0]
        page = get_conversation(
            reader,
            ticket_id,
            limit=10,
            before=(oldest.created_at, oldest.seq, oldest.id),
        )
        assert page.has_newer
        texts = [entry.text for entry in page.entries] + texts
    assert texts == [str(number) for number in range(25)]


def test_html_too_large_to_show_is_said_to_be(store: StoreForTests) -> None:
    store.account("store")
    ticket = store.ticket("7")
    store.message(ticket, "", html="<p>short</p>")
    store.message(ticket, "", html="<p>long</p>" * 200_000)
    store.write()
    short, long = get_conversation(store.reader(), store.id_of("7")).entries
    assert (short.capped, short.text) == (False, "short")
    assert (long.capped, long.html) == (True, "")


def test_a_ticket_that_is_gone(store: StoreForTests) -> None:
    store.account("store")
    store.ticket("7")
    store.ticket("8")
    store.write()
    reader, ticket_id, other = store.reader(), store.id_of("7"), store.id_of("8")
    put(store, "7", SetFields(status="solved"), "queued")
    store.gone("7", reason="merged", merged_into="8")
    store.write()
    assert get_tickets(reader, [ticket_id]) == {}
    assert [row.remote_id for row in list_tickets(reader, "all")] == ["8"]
    assert count(reader, "all") == 1
    merged = find_ticket(reader, "store", "7")
    assert merged is not None
    assert merged.id == other
    with pytest.raises(NotFound):
        get_conversation(reader, ticket_id)
    assert find_ticket(reader, "nobody", "7") is None
    assert find_ticket(reader, "store", "99") is None


@pytest.mark.parametrize("queue", ["", "nonsense", "account:x", "team:1", "channel:", "mine:1"])
def test_unknown_queues_are_refused(store: StoreForTests, queue: str) -> None:
    reader = store.reader()
    with pytest.raises(UsageError):
        list_tickets(reader, queue)
    with pytest.raises(UsageError):
        count(reader, queue)
