"""Pages in any order, any number of times, over both feeds: the cache ends where the backend is."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import ME, PEOPLE, START, a_store
from workspace.domain.items import EntryItem, Fetched, Page, TicketItem
from workspace.domain.words import OPEN_STATUSES, Direction, Kind, Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader

KINDS = {
    Kind.MESSAGE: (Direction.IN, Direction.OUT),
    Kind.NOTE: (Direction.OUT,),
    Kind.ACTIVITY: (Direction.NONE,),
}
ENTRY_STATES = ("", "sent", "delivered", "read")


@dataclass
class Backend:
    """Tickets with their history: at each revision the ticket and all its entries of then."""

    revisions: dict[str, list[tuple[TicketItem, tuple[EntryItem, ...]]]] = field(
        default_factory=dict
    )

    def now(self) -> dict[str, tuple[TicketItem, tuple[EntryItem, ...]]]:
        return {name: states[-1] for name, states in self.revisions.items()}


@st.composite
def backends(draw: st.DrawFn) -> Backend:
    backend = Backend()
    for name in draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=3, unique=True)):
        states = []
        entries: list[EntryItem] = []
        for revision in range(1, draw(st.integers(1, 4)) + 1):
            ticket = TicketItem(
                remote_id=name,
                revision=revision * 10,
                subject=draw(st.sampled_from(("배송", "refund", "환불 요청"))),
                status=draw(st.sampled_from(list(Status))),
                assignee=draw(st.sampled_from(("", ME, "agent-2"))),
                team=draw(st.sampled_from(("", "support"))),
                channel=draw(st.sampled_from(("email", "web"))),
                requester=draw(st.sampled_from((None, *PEOPLE))),
                message_count=draw(st.sampled_from((None, None, 7))),
                updated_at=START + revision,
            )
            for entry in range(draw(st.integers(0, 2))):
                kind = draw(st.sampled_from(list(KINDS)))
                entries.append(
                    EntryItem(
                        ticket_remote_id=name,
                        remote_id=f"{name}-{revision}-{entry}",
                        kind=kind,
                        direction=draw(st.sampled_from(KINDS[kind])),
                        created_at=START + draw(st.integers(0, 3)),
                        seq=len(entries),
                        text=draw(st.sampled_from(("안녕하세요", "hello there", ""))),
                        html=draw(st.sampled_from(("", "<b>굵게</b>"))),
                    )
                )
            entries = [_with_state(one, draw(st.sampled_from(ENTRY_STATES))) for one in entries]
            states.append((ticket, tuple(entries)))
        backend.revisions[name] = states
    return backend


def _with_state(entry: EntryItem, state: str) -> EntryItem:
    values = {name: getattr(entry, name) for name in entry.__struct_fields__}
    return EntryItem(**values | {"state": state})


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[Backend, list[tuple[str, Page | Fetched]]]:
    """Everything a backend ever was, as pages and fetches; what it is now is among them."""
    backend = draw(backends())
    moments = [state for states in backend.revisions.values() for state in states]
    sent = [*backend.now().values(), *draw(st.lists(st.sampled_from(moments), max_size=6))]
    given_out: list[tuple[str, Page | Fetched]] = []
    for ticket, entries in draw(st.permutations(sent)):
        how = draw(st.sampled_from(("live", "history", "fetch")))
        if how == "fetch":
            given_out.append(
                (ticket.remote_id, Fetched(ticket=ticket, entries=entries, complete=True))
            )
        else:
            given_out.append((how, Page(items=(ticket, *entries), next=str(len(given_out)))))
    return backend, given_out


@settings(max_examples=40, deadline=None)
@given(deliveries())
def test_any_order_and_number_of_pages_ends_at_the_same_cache(
    drawn: tuple[Backend, list[tuple[str, Page | Fetched]]],
) -> None:
    backend, given_out = drawn
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "base").ensure()
        with a_store(paths, MasterKey(bytes(32))) as store:
            store.account("store")

            def deliver(where: str, what: Page | Fetched) -> None:
                if isinstance(what, Fetched):
                    store.writer.apply_fetch(1, where, what, older=False, me=ME)
                else:
                    store.writer.apply_page(1, where, what, me=ME)

            for where, what in given_out:
                deliver(where, what)
            reader = store.reader()
            check(reader, backend)
            seq = store.writer.seq()
            for where, what in given_out:
                deliver(where, what)
            assert store.writer.seq() == seq, "a replay was logged"
            check(reader, backend)


def check(reader: Reader, backend: Backend) -> None:
    """The cache says what the backend says, and every derived thing follows from it."""
    now = backend.now()
    tickets = {
        row[0]: row[1:]
        for row in reader.all(
            "SELECT remote_id, revision, subject, status, assignee, mine, needs_reply,"
            " message_count, snippet_kind, last_entry_at, id FROM ticket"
        )
    }
    assert tickets.keys() == now.keys()
    counts: Counter[str] = Counter()
    for name, (ticket, entries) in now.items():
        *row, local_id = tickets[name]
        ordered = sorted(entries, key=lambda one: (one.created_at, one.seq))
        words = [one for one in ordered if one.kind != Kind.ACTIVITY]
        messages = [one for one in words if one.kind == Kind.MESSAGE]
        is_open = ticket.status in OPEN_STATUSES
        waiting = bool(messages) and messages[-1].direction == Direction.IN
        last = words[-1] if words else None
        kind = "" if last is None else "note"
        if last is not None and last.kind == Kind.MESSAGE:
            kind = f"message-{last.direction}"
        assert row == [
            ticket.revision,
            ticket.subject,
            ticket.status,
            ticket.assignee,
            int(ticket.assignee == ME),
            int(waiting and is_open),
            len(words) if ticket.message_count is None else ticket.message_count,
            kind,
            last.created_at if last else ticket.updated_at,
        ]
        stored = reader.all(
            "SELECT remote_id, kind, direction, state FROM entry WHERE ticket_id = ?"
            " ORDER BY created_at, seq",
            (local_id,),
        )
        assert stored == [(one.remote_id, one.kind, one.direction, one.state) for one in ordered]
        counts["all"] += 1
        if is_open:
            counts.update(["open", "account:1", f"channel:{ticket.channel}"])
            counts["mine"] += ticket.assignee == ME
            counts["unassigned"] += ticket.assignee == ""
            counts["team:1:support"] += ticket.team == "support"
    kept = {queue: n for queue, n in reader.all("SELECT queue, tickets FROM queue_count") if n}
    assert kept == {queue: n for queue, n in counts.items() if n}
    indexed = {row[0] for row in reader.all("SELECT entry_id FROM search_doc")}
    wanted = {
        row[0] for row in reader.all("SELECT id FROM entry WHERE kind <> 'activity' OR text <> ''")
    }
    assert indexed == wanted | {-row[-1] for row in tickets.values()}
