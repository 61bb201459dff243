"""The cache writer: what goes away, and what a flood of it means."""

from __future__ import annotations

from tests.builders import ME, StoreForTests
from tests.conftest import SetClock
from tests.store.writer_parts import everything, fetched, ticket_row
from workspace.domain.items import (
    Fetched,
    Page,
    Tombstone,
)
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.files import SealedFiles


def test_a_ticket_that_went_leaves_its_row_and_nothing_else(
    store: StoreForTests, paths: Paths, key: MasterKey
) -> None:
    ticket = store.ticket("T")
    store.message(ticket, html="<b>x</b>", attachments=(store.attachment(),), route_remote_id="r")
    store.write()
    files = SealedFiles(paths.attachments, key.subkey("attachments"))
    name, _, _ = files.write([b"bytes"])
    store.writer.attachment_stored(1, name)
    store.gone("T", reason="merged", merged_into="M")
    store.write()
    row = ticket_row(store, "T", "gone", "merged_into", "snippet", "message_count")
    assert row == {"gone": 2, "merged_into": "M", "snippet": "", "message_count": 0}
    for table in ("entry", "attachment", "route", "search_doc"):
        assert store.reader().one(f"SELECT count(*) FROM {table}") == (0,), table
    assert files.names() == []


def test_gone_stays_gone_until_the_backend_says_something_newer(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    store.message(ticket)
    page = store.page()
    store.writer.apply_page(1, "history", page, me=ME)
    store.gone("T")
    store.write()
    assert store.writer.apply_page(1, "history", page, me=ME).tickets == frozenset()
    assert ticket_row(store, "T", "gone") == {"gone": 1}
    store.ticket("T")
    store.write()
    assert ticket_row(store, "T", "gone", "complete") == {"gone": 0, "complete": 0}
    assert [one.remote_id for one in store.writer.tickets_to_fetch(1, 9)] == ["T"]


def test_a_fetch_brings_a_ticket_back_and_a_gone_one_away(store: StoreForTests) -> None:
    store.message(store.ticket("T"))
    page = store.page()
    store.writer.apply_page(1, "live", page, me=ME)
    lost = Fetched(
        ticket=None,
        entries=(),
        complete=True,
        tombstones=(Tombstone(kind="ticket", remote_id="T", reason="no_access"),),
    )
    store.writer.apply_fetch(1, "T", lost, older=False, me=ME)
    assert ticket_row(store, "T", "gone") == {"gone": 3}
    store._items[1] = list(page.items)
    back = fetched(store)
    applied = store.writer.apply_fetch(1, "T", back, older=False, me=ME)
    assert applied.entries == 1
    assert ticket_row(store, "T", "gone", "message_count") == {"gone": 0, "message_count": 1}


def test_a_tombstone_of_an_entry_without_its_ticket(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    store.message(ticket, "stays")
    message = store.message(ticket, "goes")
    page = store.page()
    tombstones = (Tombstone(kind="entry", remote_id=message.remote_id),)
    store.writer.apply_page(1, "live", page, me=ME)
    store.writer.apply_page(1, "live", Page(tombstones=tombstones, next="n"), me=ME)
    assert ticket_row(store, "T", "snippet", "message_count") == {
        "snippet": "stays",
        "message_count": 1,
    }
    both = Page(items=page.items, tombstones=tombstones, next="n")
    seq = store.writer.seq()
    store.writer.apply_page(1, "live", both, me=ME)
    assert store.writer.seq() == seq


def test_too_many_at_once_are_held_until_the_agent_says_so(store: StoreForTests) -> None:
    for number in range(100):
        store.ticket(str(number))
    store.write()
    tombstones = tuple(Tombstone(kind="ticket", remote_id=str(number)) for number in range(31))
    page = Page(tombstones=tombstones, next="after")
    cursor = store.writer.cursor(1, "live")
    applied = store.writer.apply_page(1, "live", page, me=ME)
    assert "31 of 100 tickets" in applied.held
    assert store.writer.cursor(1, "live") == cursor
    assert store.reader().one("SELECT count(*) FROM ticket WHERE gone = 0") == (100,)
    applied = store.writer.apply_page(1, "live", page, me=ME, trust=True)
    assert not applied.held
    assert len(applied.tickets) == 31
    assert store.writer.cursor(1, "live") == ("after", True)


def test_many_small_pages_in_a_row_are_a_flood_too(
    store: StoreForTests, set_clock: SetClock
) -> None:
    for number in range(100):
        store.ticket(str(number))
    store.write()
    held_at = None
    for number in range(0, 60, 6):
        tombstones = tuple(
            Tombstone(kind="ticket", remote_id=str(one)) for one in range(number, number + 6)
        )
        page = Page(tombstones=tombstones, next="n")
        if store.writer.apply_page(1, "live", page, me=ME).held:
            held_at = number
            break
    assert held_at == 30
    set_clock.advance(3600)
    assert not store.writer.apply_page(1, "live", page, me=ME).held


def test_a_small_account_may_lose_its_twenty_tickets(store: StoreForTests) -> None:
    for number in range(20):
        store.ticket(str(number))
    store.write()
    for number in range(20):
        store.gone(str(number))
    assert len(store.write().tickets) == 20


def test_dropping_an_account_leaves_the_others(store: StoreForTests) -> None:
    store.message(store.ticket("T"), attachments=(store.attachment(),))
    store.write()
    before = everything(store)
    other = store.account("other")
    for number in range(250):
        store.message(store.ticket(f"o{number}"), html="<i>x</i>", route_remote_id="r")
    store.write()
    store.writer.drop_account(other)
    after = everything(store)
    for table in ("change_log", "queue_count"):
        before.pop(table)
        after.pop(table)
    assert after == before
    assert store.reader().all("SELECT queue FROM queue_count WHERE queue LIKE 'account:%'") == [
        ("account:1",)
    ]
