"""The desk's feeds: nothing lost, nothing twice, gone things told."""

from __future__ import annotations

import json
from collections import Counter

import msgspec
import pytest

from tests.desk.conftest import Desk, a_connector
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import CursorLost, Gone
from workspace.domain.items import EntryItem, TicketItem
from workspace.domain.words import Kind
from workspace.sync.connectors.contract import TicketRef
from workspace.sync.connectors.desk import DeskConnector
from workspace.sync.connectors.desk import manifest as desk_manifest


def _small_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    small = msgspec.structs.replace(desk_manifest.MANIFEST, page_limit=limit)
    monkeypatch.setattr(DeskConnector, "manifest", small)


def test_history_gives_all_newest_ticket_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    expected: set[str] = set()
    for number in range(7):
        desk.clock.advance(60)
        ticket = desk.ticket(f"ticket {number}")
        for line in range(number):
            desk.customers.write(ticket, desk.minji, f"line {line}")
        expected |= {entry.remote_id for entry in desk.entries(ticket)}
    _small_pages(desk, monkeypatch, 5)
    items, tombstones, _ = desk.drain("history", "")
    entries = [item for item in items if isinstance(item, EntryItem)]
    assert {entry.remote_id for entry in entries} == expected
    assert len(entries) == len(expected)
    created = [item.created_at for item in items if isinstance(item, TicketItem)]
    assert created == sorted(created, reverse=True)
    assert not tombstones


def test_history_goes_on_behind_whatever_is_written_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tickets = []
    for number in range(6):
        desk.clock.advance(60)
        tickets.append(desk.ticket(f"ticket {number}"))
    _small_pages(desk, monkeypatch, 4)
    live = desk.connector.pull("live", "").next
    page = desk.connector.pull("history", "")
    desk.clock.advance(60)
    new = desk.ticket("came during the first sync")
    desk.customers.write(tickets[0], desk.minji, "an old one, written to again")
    rest, _, _ = desk.drain("history", page.next)
    fresh, _, _ = desk.drain("live", live)
    old = (*page.items, *rest)
    assert {item.remote_id for item in old if isinstance(item, TicketItem)} == set(tickets)
    seen = Counter(item.remote_id for item in old if isinstance(item, EntryItem))
    assert set(seen.values()) == {1}
    assert len(seen) == 7
    assert {item.remote_id for item in fresh if isinstance(item, TicketItem)} == {new, tickets[0]}
    texts = [item.text for item in fresh if isinstance(item, EntryItem)]
    assert texts == ["came during the first sync", "an old one, written to again"]


def test_a_ticket_is_paged_within(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = desk.ticket("0")
    for line in range(1, 23):
        desk.customers.write(ticket, desk.minji, str(line))
    _small_pages(desk, monkeypatch, 5)
    items, _, _ = desk.drain("history", "")
    texts = [int(item.text) for item in items if isinstance(item, EntryItem)]
    assert texts == list(range(22, -1, -1))


def test_history_tells_its_progress(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        desk.clock.advance(1)
        desk.ticket(str(number))
    _small_pages(desk, monkeypatch, 4)
    done, cursor = [], ""
    while True:
        page = desk.connector.pull("history", cursor)
        assert page.total == 5
        done.append(page.done)
        cursor = page.next
        if not page.more:
            break
    assert done == [2, 4, 5]


def test_an_empty_desk_has_an_empty_history(desk: Desk) -> None:
    page = desk.connector.pull("history", "")
    assert (page.items, page.more) == ((), False)
    assert page.next
    desk.ticket("later")
    assert desk.connector.pull("history", page.next).items == ()


def test_live_gives_each_thing_once_as_it_stands(desk: Desk) -> None:
    ticket = desk.ticket()
    live = desk.connector.pull("live", "")
    assert (live.items, live.more) == ((), False)
    desk.push(ticket, SendReply(text="one"))
    desk.push(ticket, SetFields(status="open", priority="high"))
    desk.customers.read(ticket, desk.minji)
    items, _, cursor = desk.drain("live", live.next)
    (item,) = [item for item in items if isinstance(item, TicketItem)]
    assert (item.backend_status, item.priority) == ("open", "high")
    entries = [item for item in items if isinstance(item, EntryItem)]
    assert len({entry.remote_id for entry in entries}) == len(entries) == 3
    assert next(entry for entry in entries if entry.kind is Kind.MESSAGE).state == "read"
    assert desk.drain("live", cursor)[0] == []


def test_a_deadline_is_told_when_it_moves(desk: Desk) -> None:
    ticket = desk.ticket()
    cursor = desk.connector.pull("live", "").next
    for due in (desk.clock.now_ms() + 60_000, None):
        desk.connector.agent_side().set_deadline(ticket, due)
        items, _, cursor = desk.drain("live", cursor)
        assert [item.due_at for item in items if isinstance(item, TicketItem)] == [due]
        desk.connector.agent_side().set_deadline(ticket, due)
        assert desk.drain("live", cursor)[0] == []


def test_the_same_cursor_gives_the_same_page(desk: Desk) -> None:
    cursor = desk.connector.pull("live", "").next
    desk.ticket()
    assert desk.connector.pull("live", cursor) == desk.connector.pull("live", cursor)


def test_cursors_outlive_the_connector(desk: Desk, tmp_path: object) -> None:
    cursor = desk.connector.pull("live", "").next
    desk.ticket("after the restart")
    again = a_connector(desk.folder, desk.clock)
    try:
        page = again.pull("live", cursor)
    finally:
        again.close()
    assert "after the restart" in [item.text for item in page.items if isinstance(item, EntryItem)]


@pytest.mark.parametrize("feed", ["live", "history"])
@pytest.mark.parametrize(
    "cursor",
    ["{", "[]", "7", '{"type":"other"}', '{"type":"live","epoch":"x","seq":1}', "garbage", "{}"],
)
def test_a_foreign_cursor_is_lost(desk: Desk, feed: str, cursor: str) -> None:
    with pytest.raises(CursorLost):
        desk.connector.pull(feed, cursor)  # type: ignore[arg-type]


@pytest.mark.parametrize("seq", [-1, 10_000])
def test_a_cursor_beyond_the_desk_is_lost(desk: Desk, seq: int) -> None:
    cursor = json.loads(desk.connector.pull("live", "").next)
    with pytest.raises(CursorLost):
        desk.connector.pull("live", json.dumps({**cursor, "seq": seq}))


def test_what_is_deleted_is_told(desk: Desk) -> None:
    kept, deleted = desk.ticket(), desk.ticket()
    note = desk.push(kept, AddNote(text="a slip", attachments=(desk.file("a", b"slip"),)))
    cursor = desk.connector.pull("live", "").next
    side = desk.connector.agent_side()
    side.delete_ticket(deleted)
    side.delete_entry(kept, note.remote_id)
    items, tombstones, _ = desk.drain("live", cursor)
    assert {(stone.kind, stone.remote_id, stone.reason) for stone in tombstones} == {
        ("ticket", deleted, "deleted"),
        ("entry", note.remote_id, "deleted"),
    }
    assert [item.remote_id for item in items if isinstance(item, TicketItem)] == [kept]
    assert desk.get(kept).message_count == 1
    assert "a slip" not in str(desk.dump())
    with pytest.raises(Gone):
        desk.connector.fetch(TicketRef(deleted))
    history, _, _ = desk.drain("history", "")
    assert {item.remote_id for item in history if isinstance(item, TicketItem)} == {kept}


def test_a_merge_moves_the_entries_and_names_the_heir(desk: Desk) -> None:
    source, heir = desk.ticket("one"), desk.ticket("two")
    desk.push(source, SendReply(text="answer"))
    cursor = desk.connector.pull("live", "").next
    desk.connector.agent_side().merge(source, heir)
    items, (tombstone,), _ = desk.drain("live", cursor)
    assert (tombstone.remote_id, tombstone.reason, tombstone.merged_into) == (
        source,
        "merged",
        heir,
    )
    moved = [item for item in items if isinstance(item, EntryItem)]
    assert {entry.ticket_remote_id for entry in moved} == {heir}
    assert {"one", "answer"} <= {entry.text for entry in moved}
    assert desk.get(heir).message_count == 3
    fetched = desk.connector.fetch(TicketRef(source))
    assert fetched.ticket is not None
    assert fetched.ticket.merged_into == heir
    assert fetched.entries == ()
    # The customer writes to the old one, and it arrives at the heir.
    desk.customers.write(source, desk.minji, "still me")
    assert desk.entries(heir)[-1].text == "still me"


def test_fetch_gives_the_newest_part_first(desk: Desk) -> None:
    ticket = desk.ticket("0")
    with desk.customers.database.write():
        for line in range(1, 450):
            desk.customers.write(ticket, desk.minji, str(line))
    first = desk.connector.fetch(TicketRef(ticket))
    assert not first.complete
    assert first.entries[0].text == "449"
    assert [int(entry.text) for entry in desk.entries(ticket)] == list(range(450))


def test_a_new_person_is_told_before_the_ticket(desk: Desk) -> None:
    items, _, _ = desk.drain("history", "")
    assert items == []
    ticket = desk.ticket()
    assert desk.get(ticket).requester is not None
    requester = desk.get(ticket).requester
    assert requester is not None
    assert [address.kind for address in requester.addresses] == ["email", "whatsapp", "phone"]


def test_search_finds_every_word(desk: Desk) -> None:
    one = desk.ticket("신발이 작아요, 교환 부탁드려요")
    two = desk.ticket("100% cotton_laces?")
    assert desk.connector.search("교환 신발", 10) == [TicketRef(one)]
    assert desk.connector.search("100%", 10) == [TicketRef(two)]
    assert desk.connector.search("n_l", 10) == [TicketRef(two)]
    assert desk.connector.search("교환 cotton", 10) == []
    assert desk.connector.search("%", 10) == [TicketRef(two)]
    assert {ref.remote_id for ref in desk.connector.search("김민지", 10)} == {one, two}
    assert len(desk.connector.search("김민지", 1)) == 1
    assert desk.connector.search("  ", 10) == []
    desk.connector.agent_side().delete_ticket(one)
    assert desk.connector.search("신발", 10) == []
