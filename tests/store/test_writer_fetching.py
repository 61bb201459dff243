"""The cache writer: what to fetch next, directories and attachments."""

from __future__ import annotations

import pytest

from tests.builders import ME, START, StoreForTests
from tests.conftest import SetClock
from tests.store.writer_parts import fetched, ticket_row
from workspace.domain.items import (
    AgentItem,
    Directory,
    EntryItem,
    Fetched,
    StatusItem,
)
from workspace.domain.words import Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.files import SealedFiles

# --- Fetching ----------------------------------------------------------------------------------


def test_what_to_fetch_first(store: StoreForTests) -> None:
    later = {"entries_by_feed": False}
    store.ticket("closed-new", status=Status.CLOSED, updated_at=START + 9, **later)
    store.ticket("open-old", updated_at=START + 1, **later)
    store.ticket("open-new", updated_at=START + 5, **later)
    store.ticket("mine", assignee=ME, updated_at=START, **later)
    store.ticket("by-feed")
    store.write()
    wanted = store.writer.tickets_to_fetch(1, 9)
    assert [one.remote_id for one in wanted] == ["mine", "open-new", "open-old", "closed-new"]
    assert not any(one.older for one in wanted)
    plan = " ".join(
        str(row)
        for row in store.reader().all(
            "EXPLAIN QUERY PLAN SELECT id FROM ticket WHERE account_id = 1"
            " AND gone = 0 AND (complete = 0 OR fetched_revision < revision)"
            " ORDER BY (mine = 1) + (status IN ('new','open','pending','on_hold')) DESC,"
            " updated_at DESC LIMIT 5"
        )
    )
    assert "ticket_to_fetch" in plan
    assert "TEMP B-TREE" not in plan


def test_a_ticket_is_fetched_back_to_its_beginning(store: StoreForTests) -> None:
    store.ticket("T", entries_by_feed=False)
    store.message("T", "third")
    answer = fetched(store, complete=False, next_before="2")
    store.writer.apply_fetch(1, "T", answer, older=False, me=ME)
    (wanted,) = store.writer.tickets_to_fetch(1, 9)
    assert (wanted.before, wanted.older) == ("2", True)
    store.message("T", "first", created_at=START - 100)
    store.writer.apply_fetch(1, "T", fetched(store), older=True, me=ME)
    assert store.writer.tickets_to_fetch(1, 9) == []
    assert ticket_row(store, "T", "complete", "snippet") == {"complete": 1, "snippet": "third"}


def test_news_join_what_is_there_or_leave_a_gap_to_fetch(store: StoreForTests) -> None:
    store.ticket("T", entries_by_feed=False)
    known = store.message("T", "known")
    store.writer.apply_fetch(1, "T", fetched(store), older=False, me=ME)

    def news(*entries: EntryItem) -> None:
        ticket = store.ticket("T", entries_by_feed=False)
        store.page()
        answer = Fetched(ticket=ticket, entries=entries, complete=False, next_before="gap")
        store.writer.apply_fetch(1, "T", answer, older=False, me=ME)

    def entry(name: str) -> EntryItem:
        values = {f: getattr(known, f) for f in known.__struct_fields__}
        return EntryItem(**values | {"remote_id": name, "created_at": START + 10**6})

    news(entry("e2"), known)
    assert ticket_row(store, "T", "complete", "next_before") == {"complete": 1, "next_before": ""}
    news(entry("e4"))
    (wanted,) = store.writer.tickets_to_fetch(1, 9)
    assert wanted.before == "gap"


def test_a_newer_revision_asks_for_another_fetch(store: StoreForTests) -> None:
    store.ticket("T", entries_by_feed=False)
    store.writer.apply_fetch(1, "T", fetched(store), older=False, me=ME)
    assert store.writer.tickets_to_fetch(1, 9) == []
    store.ticket("T", entries_by_feed=False)
    store.write()
    (wanted,) = store.writer.tickets_to_fetch(1, 9)
    assert wanted.before == ""


def test_news_by_feed_do_not_make_a_partial_ticket_complete(store: StoreForTests) -> None:
    store.ticket("T", entries_by_feed=False)
    store.write()
    store.ticket("T")
    store.message("T", "only what is new")
    store.write()
    assert [one.remote_id for one in store.writer.tickets_to_fetch(1, 9)] == ["T"]


# --- Accounts and attachments ------------------------------------------------------------------


def test_the_directory_is_replaced_only_where_it_differs(store: StoreForTests) -> None:
    directory = Directory(
        agents=(AgentItem(remote_id="a", name="박", me=True),),
        statuses=(StatusItem(backend_status="stalled", status=Status.PENDING),),
        priorities=("1", "2"),
    )
    assert store.writer.set_directory(1, directory)
    seq = store.writer.seq()
    assert not store.writer.set_directory(1, directory)
    assert store.writer.seq() == seq
    assert store.reader().all("SELECT remote_id, name, me FROM agent") == [("a", "박", 1)]
    assert store.reader().one("SELECT priorities FROM account_state") == ('["1","2"]',)


def test_progress_is_kept_but_is_no_news_of_the_account(store: StoreForTests) -> None:
    assert store.writer.set_account_state(1, state="syncing", total=10)
    seq = store.writer.seq()
    assert store.writer.set_account_state(1, done=5)
    assert not store.writer.set_account_state(1, done=5)
    assert store.writer.seq() == seq
    assert store.reader().one("SELECT state, done, total FROM account_state") == ("syncing", 5, 10)
    with pytest.raises(ValueError, match="no such columns"):
        store.writer.set_account_state(1, mood="good")


def test_attachments_are_found_stored_wanted_and_trimmed(
    store: StoreForTests, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    mine = store.ticket("mine", assignee=ME)
    theirs = store.ticket("theirs", assignee="agent-2")
    for ticket in (mine, theirs):
        store.message(ticket, attachments=(store.attachment(), store.attachment(size=10**8)))
    store.write()
    files = SealedFiles(paths.attachments, key.subkey("attachments"))
    (wanted,) = store.writer.attachments_wanted(1, max_bytes=5_000_000, limit=9)
    found = store.writer.attachment(wanted)
    assert found is not None
    assert (found.ticket_remote_id, found.size, found.file) == ("mine", 12_345, "")
    assert store.writer.attachment(999) is None
    for number in range(1, 4):
        name, size, _ = files.write([b"x" * 1000])
        applied = store.writer.attachment_stored(number, name, size)
        assert len(applied.entries_of) == 1
        set_clock.advance(1)
    assert store.writer.attachments_wanted(1, max_bytes=5_000_000, limit=9) == []
    assert store.writer.trim_attachments(keep_bytes=2000) == 1
    kept = [row[0] for row in store.reader().all("SELECT id FROM attachment WHERE file <> ''")]
    assert kept == [2, 3], "the least recently stored one goes"
    assert len(files.names()) == 2
    orphan, _, _ = files.write([b"y"])
    store.writer.attachment_stored(999, orphan)
    assert orphan not in files.names()


def test_news_by_feed_do_not_hide_a_fetch_that_is_due(store: StoreForTests) -> None:
    """Left to fetch at one revision, by feed at the next: the first part is still missing."""
    store.ticket("T", entries_by_feed=False)
    store.writer.apply_fetch(1, "T", fetched(store), older=False, me=ME)
    store.ticket("T", entries_by_feed=False)
    store.write()
    store.message(store.ticket("T"), "by feed")
    store.write()
    assert [one.remote_id for one in store.writer.tickets_to_fetch(1, 9)] == ["T"]
