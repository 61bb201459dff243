"""The cache writer: pages whole or not at all, replays that change nothing, derived columns."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import ME, START, StoreForTests
from tests.store.writer_parts import everything, ticket_row
from workspace.domain.errors import ContractBug
from workspace.domain.items import (
    Address,
    AgentItem,
    Directory,
    EntryItem,
    Page,
    PersonItem,
    Tombstone,
)
from workspace.domain.words import Kind, Status
from workspace.store import html_pack, writer_attachments

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
    ((text, packed),) = store.reader().all(query)
    html = html_pack.shown_html(packed)
    assert html_pack.source_html(packed) == source
    assert text == "Hello 세계"
    assert "script" not in html
    assert "onclick" not in html
    assert store.writer.resanitise(10) == 0
    monkeypatch.setattr(writer_attachments, "SANITISER_VERSION", 10_000)
    assert store.writer.resanitise(10) == 1
    assert store.writer.resanitise(10) == 0
    assert store.reader().all(query) == [(text, packed)]


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
