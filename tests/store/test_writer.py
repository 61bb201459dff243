"""The cache writer: pages whole or not at all, replays that change nothing, derived columns."""

from __future__ import annotations

from typing import Any

import pytest

from builders import ME, START, StoreForTests, a_store
from tests.conftest import SetClock
from workspace.domain.errors import ContractBug
from workspace.domain.items import (
    Address,
    AgentItem,
    Directory,
    EntryItem,
    Fetched,
    Page,
    PersonItem,
    StatusItem,
    TicketItem,
    Tombstone,
)
from workspace.domain.words import Kind, Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import writer_attachments
from workspace.store.files import SealedFiles


@pytest.fixture
def store(paths: Paths, key: MasterKey, set_clock: SetClock) -> Any:
    with a_store(paths, key, set_clock) as store:
        store.account("store")
        yield store


def ticket_row(store: StoreForTests, remote_id: str = "T", *columns: str) -> dict[str, Any]:
    names = columns or ("subject", "status", "snippet", "snippet_kind", "needs_reply")
    row = store.reader().one(
        f"SELECT {', '.join(names)} FROM ticket WHERE remote_id = ?", (remote_id,)
    )
    assert row is not None
    return dict(zip(names, row, strict=True))


def everything(store: StoreForTests) -> dict[str, list[Any]]:
    """Every row of the cache that a reader could see."""
    reader = store.reader()
    tables = [
        row[0]
        for row in reader.all(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
            " AND name NOT LIKE 'sqlite_%'"
        )
    ]
    found = {table: reader.all(f"SELECT rowid, * FROM {table}") for table in tables}
    found["search_doc"] = reader.all("SELECT * FROM search_doc ORDER BY doc")
    return found


def fetched(store: StoreForTests, **fields: Any) -> Fetched:
    """What was built since the last write, as the answer to a fetch."""
    page = store.page()
    ticket = next((item for item in page.items if isinstance(item, TicketItem)), None)
    entries = tuple(item for item in page.items if isinstance(item, EntryItem))
    return Fetched(ticket=ticket, entries=entries, **({"complete": True} | fields))


# --- Derived columns ---------------------------------------------------------------------------


def test_a_ticket_shows_its_last_words(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    store.message(ticket, "처음  온\n\n 말")
    store.write()
    assert ticket_row(store)["snippet"] == "처음 온 말"
    assert ticket_row(store)["snippet_kind"] == "message-in"
    assert ticket_row(store)["needs_reply"] == 1
    store.note(ticket, "n" * 500)
    store.activity(ticket)
    store.write()
    row = ticket_row(store, "T", "snippet", "snippet_kind", "needs_reply", "message_count")
    assert row == {
        "snippet": "n" * 159 + "…",
        "snippet_kind": "note",
        "needs_reply": 1,
        "message_count": 2,
    }
    store.message(ticket, "답장", direction="out")
    store.write()
    row = ticket_row(store, "T", "snippet_kind", "needs_reply", "message_count")
    assert row == {"snippet_kind": "message-out", "needs_reply": 0, "message_count": 3}


def test_older_history_does_not_become_the_last_words(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    store.message(ticket, "new", direction="out")
    store.write("history")
    store.message(ticket, "old", created_at=START - 10**9)
    store.write("history")
    row = ticket_row(store, "T", "snippet", "needs_reply", "message_count", "last_entry_at")
    assert row == {
        "snippet": "new",
        "needs_reply": 0,
        "message_count": 2,
        "last_entry_at": START + 2 * 60_000,
    }


def test_closing_and_opening_again_moves_needs_reply(store: StoreForTests) -> None:
    store.message(store.ticket("T"))
    store.write()
    for status, needed in ((Status.SOLVED, 0), (Status.PENDING, 1), (Status.CLOSED, 0)):
        store.ticket("T", status=status)
        store.write()
        assert ticket_row(store)["needs_reply"] == needed


def test_the_backends_count_wins_and_can_go_away_again(store: StoreForTests) -> None:
    ticket = store.ticket("T", message_count=40)
    store.message(ticket)
    store.write()
    assert ticket_row(store, "T", "message_count") == {"message_count": 40}
    store.ticket("T")
    store.note("T")
    store.write()
    assert ticket_row(store, "T", "message_count") == {"message_count": 2}


def test_mine_follows_the_directory(store: StoreForTests) -> None:
    store.ticket("T", assignee="agent-2")
    store.write()
    assert ticket_row(store, "T", "mine") == {"mine": 0}
    me = AgentItem(remote_id="agent-2", name="Grace Lee", me=True)
    assert store.writer.set_directory(1, Directory(agents=(me,)))
    assert ticket_row(store, "T", "mine") == {"mine": 1}
    counts = dict(store.reader().all("SELECT * FROM queue_count"))
    assert counts["mine"] == 1


def test_counts_of_queues_are_those_of_counting(store: StoreForTests) -> None:
    store.ticket("1", channel="web", team="")
    store.ticket("2", assignee=ME)
    store.ticket("3", status=Status.SOLVED)
    store.ticket("4", team="returns")
    store.write()
    store.ticket("4", team="support", channel="phone", status=Status.NEW)
    store.gone("2")
    store.write()
    counts = {key: n for key, n in store.reader().all("SELECT * FROM queue_count") if n}
    assert counts == {
        "all": 3,
        "open": 2,
        "unassigned": 2,
        "channel:web": 1,
        "channel:phone": 1,
        "account:1": 2,
        "team:1:support": 1,
    }


# --- Replays and order -------------------------------------------------------------------------


def test_the_same_page_again_changes_and_logs_nothing(store: StoreForTests) -> None:
    ticket = store.ticket("T", tags=("vip",), custom_fields={"order": ["17"]})
    store.message(ticket, "", html="<b>안녕</b>", attachments=(store.attachment(),))
    store.note(ticket)
    store.activity(ticket)
    store.message(ticket, channel="web", route_remote_id="thread-1")
    page = store.page()
    first = store.writer.apply_page(1, "live", page, me=ME)
    before = everything(store)
    again = store.writer.apply_page(1, "live", page, me=ME)
    assert everything(store) == before
    assert again.seq == first.seq
    assert (again.tickets, again.entries_of, again.entries) == (frozenset(), frozenset(), 0)


def test_an_older_state_of_a_ticket_is_ignored_but_its_new_entries_are_not(
    store: StoreForTests,
) -> None:
    now = store.ticket("T", subject="now", revision=7)
    seen = store.message(now, "seen", state="read")
    store.write()
    store.ticket("T", subject="before", revision=3, requester=PersonItem(remote_id="p", name="x"))
    store.message("T", "other")
    page = store.page()
    older = EntryItem(**{f: getattr(seen, f) for f in seen.__struct_fields__} | {"state": "sent"})
    page = Page(items=(*page.items, older), next="c")
    store.writer.apply_page(1, "history", page, me=ME)
    assert ticket_row(store)["subject"] == "now"
    assert store.reader().all("SELECT text, state FROM entry ORDER BY created_at") == [
        ("seen", "read"),
        ("other", ""),
    ]


def test_an_entry_changes_where_the_backend_changed_it(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    sent = store.message(ticket, "hello", direction="out", state="sent", command_id="c-1")
    store.write()
    store.ticket("T")
    changed = {f: getattr(sent, f) for f in sent.__struct_fields__}
    changed |= {"state": "read", "command_id": "", "attachments": (store.attachment("a.pdf"),)}
    store._items[1].append(EntryItem(**changed))
    applied = store.write()
    assert applied.entries == 1
    (row,) = store.reader().all("SELECT state, command_id, attachments, text FROM entry")
    assert row == ("read", "c-1", 1, "hello")
    assert store.reader().all("SELECT name, size FROM attachment") == [("a.pdf", 12_345)]


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.ACTIVITY])
def test_an_entry_never_changes_its_kind(store: StoreForTests, kind: Kind) -> None:
    ticket = store.ticket("T")
    message = store.message(ticket, "public")
    store.write()
    before = everything(store)
    values = {f: getattr(message, f) for f in message.__struct_fields__}
    page = Page(items=(EntryItem(**values | {"kind": kind}),), next="after")
    with pytest.raises(ContractBug, match="kind"):
        store.writer.apply_page(1, "live", page, me=ME)
    assert everything(store) == before


@pytest.mark.parametrize(
    "entry",
    [
        {"ticket_remote_id": "unknown"},
        {"created_at": 2**70},
        {"seq": "many"},
    ],
)
def test_what_can_not_be_is_the_connectors_fault_and_leaves_no_trace(
    store: StoreForTests, entry: dict[str, Any]
) -> None:
    before = everything(store)
    ticket = store.ticket("T")
    good = store.message(ticket)
    values = {f: getattr(good, f) for f in good.__struct_fields__} | {"remote_id": "x"} | entry
    page = store.page()
    with pytest.raises(ContractBug):
        store.writer.apply_page(
            1, "live", Page(items=(*page.items, EntryItem(**values)), next="n"), me=ME
        )
    assert everything(store) == before
    assert store.writer.cursor(1, "live") == ("", False)
    store.writer.apply_page(1, "live", page, me=ME)


def test_texts_that_no_file_can_hold_are_made_to_fit(store: StoreForTests) -> None:
    ticket = store.ticket("T", subject="a\ud800b\0c", tags=("\udfff",))
    store.message(ticket, "x\0y\ud83d", author_name="\ud800", html="")
    store.message(ticket, "", html="<p>\ud800</p>")
    page = store.page()
    store.writer.apply_page(1, "live", page, me=ME)
    assert ticket_row(store)["subject"] == "a\ufffdbc"
    assert store.writer.apply_page(1, "live", page, me=ME).entries == 0


def test_html_is_sanitised_its_text_derived_and_its_source_kept(
    store: StoreForTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "<p onclick=x()>Hello <script>alert(1)</script><b>세계</b></p>"
    store.message(store.ticket("T"), "", html=source)
    store.write()
    query = "SELECT text, html FROM entry"
    ((text, html),) = store.reader().all(query)
    assert text == "Hello 세계"
    assert "script" not in html
    assert "onclick" not in html
    assert store.writer.resanitise(10) == 0
    monkeypatch.setattr(writer_attachments, "SANITISER_VERSION", 10_000)
    assert store.writer.resanitise(10) == 1
    assert store.writer.resanitise(10) == 0
    assert store.reader().all(query) == [(text, html)]


def test_a_requester_by_name_only_blanks_nothing(store: StoreForTests) -> None:
    full = PersonItem(
        remote_id="p", name="김민지", addresses=(Address("email", "m@x"),), organization="ACME"
    )
    store._items[1] = [full]
    store.ticket("T", requester=PersonItem(remote_id="p", name="김 민지"))
    store.write()
    person = "SELECT name, addresses, organization FROM person"
    assert store.reader().all(person) == [("김 민지", '[["email","m@x"]]', "ACME")]
    store._items[1] = [PersonItem(remote_id="p", name="Minji")]
    applied = store.write()
    assert store.reader().all(person) == [("Minji", "[]", "")]
    assert applied.tickets == {store.id_of("T")}, "the list shows the new name"


def test_routes_are_kept_per_ticket(store: StoreForTests) -> None:
    a, b = store.ticket("A"), store.ticket("B")
    for ticket in (a, b, a):
        store.message(ticket, route_remote_id="r", channel="web")
    store.write()
    store.message(a, route_remote_id="r", channel="web")
    store.write()
    assert store.reader().one("SELECT count(*) FROM route") == (2,)
    routes = store.reader().all("SELECT ticket_id, count(DISTINCT route_id) FROM entry GROUP BY 1")
    assert [count for _, count in routes] == [1, 1]


# --- Cursors, change log -----------------------------------------------------------------------


def test_the_cursor_goes_with_its_rows(store: StoreForTests) -> None:
    assert store.writer.cursor(1, "history") == ("", False)
    store.ticket("T")
    page = store.page(next_='{"before": 9}')
    store.writer.apply_page(1, "history", Page(items=page.items, next=page.next, more=True), me=ME)
    assert store.writer.cursor(1, "history") == ('{"before": 9}', False)
    store.writer.apply_page(1, "history", Page(next="end"), me=ME)
    assert store.writer.cursor(1, "history") == ("end", True)
    assert store.writer.cursor(1, "live") == ("", False)
    store.writer.forget_cursors(1)
    assert store.writer.cursor(1, "history") == ("", False)
    assert ticket_row(store)["status"] == "open"


def test_one_line_in_the_change_log_per_ticket_and_page(store: StoreForTests) -> None:
    start = store.writer.seq()
    for name in ("A", "B"):
        ticket = store.ticket(name)
        store.message(ticket)
        store.note(ticket)
    applied = store.write()
    store.ticket("A", subject="other")
    store.gone("B")
    store.write()
    log = store.reader().all(
        "SELECT seq, ticket_id, what FROM change_log WHERE seq > ? ORDER BY seq", (start,)
    )
    a, b = store.id_of("A"), store.id_of("B")
    assert [row[1:] for row in log] == [(a, "entry"), (b, "entry"), (a, "ticket"), (b, "gone")]
    assert log[1][0] == applied.seq
    assert store.writer.seq() == log[-1][0]


def test_the_search_index_goes_along(store: StoreForTests) -> None:
    def documents() -> list[int]:
        return [row[0] for row in store.reader().all("SELECT entry_id FROM search_doc")]

    ticket = store.ticket("T")
    message = store.message(ticket, "배송")
    store.activity(ticket)
    store.write()
    found = "SELECT count(*) FROM search WHERE search MATCH ?"
    assert len(documents()) == 2
    assert store.reader().one(found, ("배송",)) == (1,)
    gone = Tombstone(kind="entry", remote_id=message.remote_id, ticket_remote_id="T")
    store.writer.apply_page(1, "live", Page(tombstones=(gone,), next="n"), me=ME)
    assert documents() == [-store.id_of("T")]
    assert store.reader().one(found, ("배송",)) == (0,)
    store.gone("T")
    store.write()
    assert documents() == []


# --- Going away --------------------------------------------------------------------------------


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
    for table in ("entry", "entry_source", "attachment", "route", "search_doc"):
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
