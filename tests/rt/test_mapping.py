"""RT's rows in our words, and the places in its feeds: pure functions on shapes as recorded."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.domain.commands import AddNote, OutgoingFile, SendReply
from workspace.domain.errors import BadAnswer, CursorLost, Gone, UsageError
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.rt import client, mapping
from workspace.sync.connectors.rt.activity import EntryWords
from workspace.sync.connectors.rt.connector import _own_statuses
from workspace.sync.connectors.rt.content import base64_in_json
from workspace.sync.connectors.rt.cursors import (
    RANGES_PER_POLL,
    REREAD_IDS,
    REREAD_S,
    LiveCursor,
    load_history,
    load_live,
)
from workspace.sync.connectors.rt.mapping import Part, TicketWords
from workspace.sync.connectors.rt.push import fingerprint, fingerprint_of, message_body

USER = {"type": "user", "id": "minji@customer.test", "EmailAddress": "minji@customer.test"}
AGENT = {"type": "user", "id": "agent", "RealName": "한지우", "EmailAddress": "agent@example.test"}
TICKET: dict[str, Any] = {
    "id": "7",
    "EffectiveId": "7",
    "Subject": "환불",
    "Status": "stalled",
    "Queue": {"type": "queue", "id": "3"},
    "Owner": {"type": "user", "id": "Nobody"},
    "Priority": "0",
    "Created": "2026-11-21T19:06:07Z",
    "LastUpdated": "2026-11-21T19:06:08Z",
    "Due": "1970-01-01T00:00:00Z",
    "Requestor": [{**USER, "RealName": "김민지", "Lang": "ko"}],
    "Cc": [{"type": "user", "id": "chris@customer.test", "EmailAddress": "Chris@customer.test"}],
    "CustomFields": [
        {"id": "4", "name": "Tags", "values": ["vip", None, ""]},
        {"id": "2", "name": "Product", "values": []},
        {"id": "9", "name": "Photo", "values": [{"filename": "a.png", "_url": "x"}]},
    ],
}


def transaction(number: int, kind: str, **more: Any) -> dict[str, Any]:
    row = {
        "id": str(number),
        "Type": kind,
        "Created": "2026-11-21T19:06:08Z",
        "Creator": AGENT,
        "ObjectId": "7",
        "Field": "",
        "OldValue": "",
        "NewValue": "",
    }
    return {**row, **more}


def part(
    number: int, media_type: str, content: str = "", *, name: str = "", headers: str = ""
) -> Part:
    return Part(number, 1, media_type, name, len(content), headers, content)


def entry(row: dict[str, Any], *parts: Part, words: EntryWords | None = None) -> Any:
    return mapping.entry(row, parts, "7", mapping.voices(TICKET), words or EntryWords())


# --- Tickets ----------------------------------------------------------------------------------


def test_ticket() -> None:
    item = mapping.ticket(TICKET, 12, TicketWords(web="https://rt.example.com"))
    assert (item.remote_id, item.revision, item.subject) == ("7", 12, "환불")
    assert (item.status, item.backend_status) == (Status.PENDING, "stalled")
    assert (item.assignee, item.team, item.priority) == ("", "3", "0")
    assert item.tags == ("vip",)
    assert item.custom_fields == {"Photo": ["a.png"]}
    assert item.due_at is None
    assert item.created_at == 1795287967000
    assert item.requester is not None
    assert item.requester.name == "김민지"
    assert item.cc == ("Chris@customer.test",)
    assert item.url == "https://rt.example.com/Ticket/Display.html?id=7"


@pytest.mark.parametrize("junk", [None, "", [], "text", 5, {"id": None}])
def test_a_ticket_of_junk_is_still_a_ticket(junk: object) -> None:
    row = dict.fromkeys(TICKET, junk) | {"id": 7}
    item = mapping.ticket(row, 1, TicketWords())
    assert item.status in Status
    assert item.requester is None or isinstance(junk, dict)


def test_statuses_of_the_sites_own() -> None:
    own = _own_statuses("in repair = on_hold, Handed Out=closed,")
    words = TicketWords(statuses={**mapping.STATUSES, **own})
    strange = {**TICKET, "Status": "handed out"}
    assert mapping.ticket(strange, 1, words).status is Status.CLOSED
    assert mapping.ticket({**TICKET, "Status": "unheard of"}, 1, words).status is Status.OPEN
    with pytest.raises(UsageError):
        _own_statuses("open=somehow")


@pytest.mark.parametrize(
    ("text", "millis"),
    [
        ("2026-11-21T19:06:07Z", 1795287967000),
        ("2026-11-22T04:06:07+09:00", 1795287967000),
        ("1970-01-01T00:00:00Z", 0),
        ("2026-11-21T19:06:07", 0),
        ("Sat, 21 Nov 2026", 0),
        (None, 0),
    ],
)
def test_times(text: object, millis: int) -> None:
    assert mapping.millis(text) == millis


# --- Entries ----------------------------------------------------------------------------------


def test_who_speaks_decides_the_direction() -> None:
    incoming = entry(transaction(1, "Correspond", Creator=USER), part(1, "text/plain", "hi"))
    assert (incoming.kind, incoming.direction) == (Kind.MESSAGE, Direction.IN)
    copied = {"id": "x", "EmailAddress": "CHRIS@customer.test"}
    assert entry(transaction(1, "Correspond", Creator=copied)).direction is Direction.IN
    assert entry(transaction(1, "Correspond")).direction is Direction.OUT
    note = entry(transaction(1, "Comment", Creator=USER), part(1, "text/plain", "hm"))
    assert (note.kind, note.direction) == (Kind.NOTE, Direction.IN)


def test_a_creation_without_words_is_an_activity() -> None:
    assert entry(transaction(1, "Create")).kind is Kind.ACTIVITY
    assert entry(transaction(1, "Create"), part(1, "text/plain", "hi")).kind is Kind.MESSAGE


def test_bodies_and_files() -> None:
    alternative = (
        part(1, "multipart/alternative"),
        part(2, "text/plain", "words"),
        part(3, "text/html", "<p>words</p>"),
        part(4, "image/png", "p", name="a.png", headers="Content-ID: <x@y>\nA: b"),
        part(5, "text/plain", "log", name="log.txt"),
        part(6, "text/html", "<p>other</p>", headers="Content-Disposition: attachment"),
    )
    item = entry(transaction(1, "Correspond"), *alternative)
    assert (item.text, item.html) == ("words", "<p>words</p>")
    names = [(a.name, a.content_id) for a in item.attachments]
    assert names == [("a.png", "x@y"), ("log.txt", ""), ("part-6.html", "")]


def test_html_beside_text_is_no_other_shape_of_it() -> None:
    item = entry(
        transaction(1, "Correspond"),
        part(1, "multipart/mixed"),
        part(2, "text/plain", "words"),
        part(3, "text/html", "<p>a page</p>"),
        part(4, "text/plain", "footer"),
    )
    assert (item.text, item.html) == ("words\n\nfooter", "")
    assert [a.name for a in item.attachments] == ["part-3.html"]


def test_a_giant_body_becomes_a_file() -> None:
    giant = Part(2, 1, "text/plain", "", mapping.MAX_BODY + 1, "")
    item = entry(transaction(1, "Correspond"), giant)
    assert item.text == ""
    assert [(a.name, a.size) for a in item.attachments] == [("part-2.txt", giant.size)]


@pytest.mark.parametrize(
    ("row", "change", "text"),
    [
        (
            transaction(1, "Status", Field="Status", OldValue="new", NewValue="open"),
            {"field": "status", "old": "new", "new": "open"},
            "Status: new → open",
        ),
        (
            transaction(1, "Set", Field="Owner", OldValue="6", NewValue="32"),
            {"field": "assignee", "old": "", "new": "agent"},
            "Assignee: agent",
        ),
        (
            transaction(1, "Set", Field="Queue", OldValue="3", NewValue="4"),
            {"field": "team", "old": "Support", "new": "4"},
            "Team: Support → 4",
        ),
        (
            transaction(1, "CustomField", Field="4", OldValue="vip", NewValue=""),
            {"field": "custom:Tags", "old": "vip", "new": ""},
            "Tags: vip removed",
        ),
        (
            transaction(1, "AddLink", Field="RefersTo", NewValue="fsck.com-rt://x/ticket/15"),
            {"field": "link:RefersTo", "old": "", "new": "#15"},
            "RefersTo: #15",
        ),
        (
            transaction(1, "AddWatcher", Field="Cc", NewValue="32"),
            {"field": "watcher:Cc", "old": "", "new": "agent"},
            "Cc: agent",
        ),
        (transaction(1, "Create"), {"field": "created", "old": "", "new": ""}, "Ticket created"),
        (
            transaction(1, "SomethingNew"),
            {"field": "SomethingNew", "old": "", "new": ""},
            "Somethingnew changed",
        ),
    ],
)
def test_activities(row: dict[str, Any], change: dict[str, str], text: str) -> None:
    words = EntryWords(fields={"4": "Tags"}, users={"32": "agent"}, queues={"3": "Support"})
    item = entry(row, words=words)
    assert item.kind is Kind.ACTIVITY
    assert item.direction is Direction.NONE
    assert (item.change, item.text) == (change, text)


def test_records_of_mails_are_not_shown() -> None:
    for kind in ("EmailRecord", "CommentEmailRecord", "SetWatcher", "SystemError"):
        assert entry(transaction(1, kind)) is None


# --- Our key in a message ---------------------------------------------------------------------

KEY = "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001"


def test_the_key_is_found_in_the_headers_rt_writes() -> None:
    body = message_body(SendReply(text="hi"), KEY)
    assert KEY in body["ContentType"]
    headers = f'Content-Type: text/plain;\n charset="utf-8";\n x-workspace-id="{KEY}"\nA: b'
    assert entry(transaction(1, "Correspond"), part(1, "text/plain", "hi", headers=headers))
    assert mapping.marker([part(1, "text/plain", headers=headers)]) == KEY
    assert mapping.marker([part(1, "text/plain", headers="X: y")]) == ""


def test_a_bare_zero_is_sent() -> None:
    assert message_body(AddNote(text="0"), KEY)["Content"] == "0\n"


def test_fingerprints_outlast_what_rt_does_to_a_text() -> None:
    file = OutgoingFile(id="1", name="a b.png", size=1, media_type="image/png", sha256="")
    sent = SendReply(text="One\r\ntwo   three", attachments=(file,))
    stored = [
        part(1, "text/plain", "One\ntwo three\n"),
        part(2, "image/png", "x", name="a b.png"),
    ]
    assert fingerprint(sent) == fingerprint_of(stored)
    assert fingerprint(sent) != fingerprint_of(stored[:1])
    page = AddNote(text="ignored", html="<p>One &amp; <b>two</b></p>")
    assert fingerprint(page) == fingerprint_of([part(1, "text/html", "<p>One &amp; two</p>")])


# --- Base64 inside JSON -----------------------------------------------------------------------


@given(data=st.binary(max_size=400), cuts=st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_content_is_decoded_wherever_the_chunks_are_cut(data: bytes, cuts: list[int]) -> None:
    text = base64.encodebytes(data).decode()
    shape = {"Headers": 'x\n"Content" : "no"', "Content": text, "id": 5}
    answer = json.dumps(shape, indent=3, separators=(",", " : ")).encode()

    def chunks() -> Any:
        at = turn = 0
        while at < len(answer):
            size = cuts[turn % len(cuts)]
            yield answer[at : at + size]
            at, turn = at + size, turn + 1

    assert b"".join(base64_in_json(chunks())) == data


def test_content_that_breaks_off() -> None:
    whole = b'{"Content" : "' + base64.b64encode(b"x" * 99)
    with pytest.raises(BadAnswer):
        list(base64_in_json(iter([whole])))
    with pytest.raises(BadAnswer):
        list(base64_in_json(iter([b'{"Content" : "!!!!"}'])))
    with pytest.raises(Gone):
        list(base64_in_json(iter([b'{"id" : 5}'])))
    assert list(base64_in_json(iter([b'{"Content" : null}']))) == []


# --- Cursors ----------------------------------------------------------------------------------


def matches(cursor: LiveCursor, number: int) -> bool:
    """What RT would bring for the cursor's query."""
    return number >= cursor.highest or any(a <= number <= b for a, b in cursor.asked())


@given(
    order=st.permutations(range(101, 160)),
    sizes=st.lists(st.integers(1, 7), min_size=1, max_size=60),
    limit=st.integers(1, 5),
)
def test_whatever_the_order_of_commits_each_comes_once(
    order: list[int], sizes: list[int], limit: int
) -> None:
    cursor = LiveCursor(highest=100)
    committed: set[int] = {100}
    brought: list[int] = []
    waiting = list(order)
    now = 1_000
    while waiting or len(brought) < len(order):
        step = sizes.pop() if sizes else 7
        committed |= set(waiting[:step])
        waiting = waiting[step:]
        now += 1
        page = sorted(n for n in committed if matches(cursor, n))[: limit + 1]
        brought += [n for n in page if cursor.is_new(n)]
        cursor = load_live(cursor.after(set(page), now).dumps())
    assert sorted(brought) == sorted(order)
    assert cursor.gaps == []


def test_gaps_are_given_up_only_when_far_and_old() -> None:
    cursor = LiveCursor(highest=10).after({12}, 1000)
    assert cursor.gaps == [(11, 11)]
    far = cursor.after({12 + REREAD_IDS + 5}, 1001)
    assert far.gaps[0] == (11, 11)
    old = far.after(set(), 1002 + REREAD_S)
    assert all(low > 12 for low, _ in old.gaps)
    near = LiveCursor(highest=10).after({12}, 1000).after(set(), 1000 + 10 * REREAD_S)
    assert near.gaps == [(11, 11)]


def test_many_gaps_are_asked_for_in_turns() -> None:
    cursor = LiveCursor(highest=0).after(set(range(2, 400, 2)), 1000)
    asked = set()
    for _ in range(8):
        assert len(cursor.asked()) <= RANGES_PER_POLL
        assert len(cursor.query()) < 4000
        asked |= set(cursor.asked())
        cursor = cursor.after(set(), 1001)
    assert asked == set(cursor.gaps)


@pytest.mark.parametrize("text", ["", "x", "{}", "[]", '{"highest": -1}', '{"v": 2, "highest": 1}'])
def test_cursors_that_are_not_ours(text: str) -> None:
    with pytest.raises(CursorLost):
        load_live(text)
    if text:
        with pytest.raises(CursorLost):
            load_history(text)


def test_values_for_ticket_sql_are_quoted() -> None:
    assert client.quoted("O'Neil \\ x") == "'O\\'Neil \\\\ x'"
