"""Every trap that RT 5 has been seen to set, against the real server."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.rt.support import Pulled, RtAccount
from tests.servers.rt_fixture import RtServer
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import (
    AuthFailed,
    Conflict,
    CursorLost,
    Gone,
    ReadOnly,
    Rejected,
    Unsupported,
)
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import (
    AttachmentRef,
    NotSent,
    Sent,
    TicketRef,
    Undecidable,
    Unknown,
)

pytestmark = pytest.mark.rt

Make = Callable[..., RtAccount]
CUSTOMER = "sehun.oh@customer.test"
OTHER = "daeun.yoon@customer.test"


@pytest.fixture
def ticket(rt_server: RtServer) -> str:
    made: str = rt_server.work("create", who=CUSTOMER, subject="trap", text="first words")
    return made


def messages(rt_server: RtServer, ticket: str) -> list[tuple[str, str]]:
    rows = rt_server.work("entries", ticket=ticket)
    return [(row["type"], row["text"] or row["html"]) for row in rows[1:]]


# --- Answers that lie about a commit ----------------------------------------------------------


@contextmanager
def speaking(rt_server: RtServer, user: str, lang: str) -> Iterator[None]:
    rt_server.work("lang", user=user, lang=lang)
    try:
        yield
    finally:
        rt_server.work("lang", user=user, lang="")


def test_an_answer_that_is_no_utf8_after_a_committed_reply(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    """German: the body is Latin-1 and says UTF-8. What counts is 201 and Location."""
    raw = rt_server.rest("german").call(
        "POST", f"ticket/{ticket}/correspond", json={"Content": "x", "ContentType": "text/plain"}
    )
    with pytest.raises(UnicodeDecodeError):
        raw.content.decode()
    account = rt_account("german")
    sent = account.push(account.outgoing(ticket, SendReply(text="Schöne Grüße")))
    assert isinstance(sent, Sent)
    assert messages(rt_server, ticket)[1:] == [("Correspond", "Schöne Grüße")]


@pytest.mark.parametrize("command", [AddNote(text="비밀 메모"), SendReply(text="你好")])
def test_a_reset_after_a_committed_message(
    rt_server: RtServer, rt_account: Make, ticket: str, command: AddNote | SendReply
) -> None:
    """Chinese: RT commits, then dies of a wide character. Unknown, found by our key, one copy."""
    account = rt_account("chinese")
    outgoing = account.outgoing(ticket, command)
    result = account.push(outgoing)
    assert isinstance(result, Unknown)
    found = account.find(outgoing)
    assert isinstance(found, Sent)
    kind = "Comment" if isinstance(command, AddNote) else "Correspond"
    assert messages(rt_server, ticket) == [(kind, command.text)]
    again = rt_account("chinese").find(outgoing)
    assert again == found
    never = account.outgoing(ticket, command)
    assert isinstance(account.find(never), NotSent)


def test_a_lost_message_without_our_key_is_found_by_its_shape(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    """As on a site that strips the parameter: author, time, text; two of a kind ask the agent."""
    account = rt_account()
    outgoing = account.outgoing(ticket, SendReply(text="OK, done"))
    assert isinstance(account.find(outgoing), NotSent)
    rt_server.work("say", ticket=ticket, who="agent2", public=True, text="OK, done")
    rt_server.work("say", ticket=ticket, who="agent", public=False, text="OK, done")
    assert isinstance(account.find(outgoing), NotSent)
    (first,) = rt_server.work("say", ticket=ticket, who="agent", public=True, text="OK,  done\n")
    assert account.find(outgoing) == Sent(remote_id=str(first))
    later = account.outgoing(ticket, SendReply(text="OK, done"), base_entry=str(first))
    assert isinstance(account.find(later), NotSent)
    rt_server.work("say", ticket=ticket, who="agent", public=True, text="OK, done")
    assert isinstance(account.find(outgoing), Undecidable)


def test_our_key_leaves_in_no_mail(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    account = rt_account()
    file = account.file("a.txt", b"file", "text/plain")
    page = SendReply(text="page", html="<p>mail with key</p>", attachments=(file,))
    for command in (SendReply(text="mail with key"), page):
        outgoing = account.outgoing(ticket, command)
        account.push(outgoing)
        mails = [mail for mail in rt_server.mails() if "mail with key" in mail]
        assert mails
        assert not [mail for mail in mails if outgoing.key in mail]


# --- PUT says 200 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (SetFields(status="bogus"), "valid status"),
        (SetFields(assignee="nobody-knows"), "does not exist"),
        (SetFields(custom_fields={"Severity": ["nonsense"]}), "Invalid value"),
        (SetFields(custom_fields={"No such field": ["x"]}), "No such field"),
        (SetFields(team="1"), "ermission"),
    ],
)
def test_200_is_not_done(rt_account: Make, ticket: str, command: SetFields, words: str) -> None:
    account = rt_account()
    with pytest.raises(Rejected) as raised:
        account.push(account.outgoing(ticket, command))
    assert words in raised.value.message


def test_fields_of_all_kinds(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    account = rt_account()
    command = SetFields(
        status="solved",
        assignee="agent2",
        priority="42",
        tags_add=("a, b", "배송"),
        custom_fields={"Languages": ["ko", "ja"], "Order number": ["B-1"]},
    )
    assert account.push(account.outgoing(ticket, command)) == Sent(remote_id=ticket)
    got = rt_server.work("ticket", ticket=ticket)
    assert (got["status"], got["owner"], got["priority"]) == ("resolved", "agent2", "42")
    assert sorted(got["fields"]["Tags"]) == ["a, b", "배송"]
    less = SetFields(
        assignee="", tags_add=("vip",), tags_remove=("배송",), custom_fields={"Languages": []}
    )
    account.push(account.outgoing(ticket, less))
    got = rt_server.work("ticket", ticket=ticket)
    assert got["owner"] == "Nobody"
    assert sorted(got["fields"]["Tags"]) == ["a, b", "vip"]
    assert "Languages" not in got["fields"]
    account.push(account.outgoing(ticket, SetFields(custom_fields={"Order number": []})))
    assert "Order number" not in rt_server.work("ticket", ticket=ticket)["fields"]


def test_what_is_so_already_is_no_request_to_change(rt_account: Make, ticket: str) -> None:
    account = rt_account()
    outgoing = account.outgoing(ticket, SetFields(status="stalled", assignee="agent"))
    assert isinstance(account.find(outgoing), NotSent)
    account.push(outgoing)
    before = account.connector.requests
    assert account.push(outgoing) == Sent(remote_id=ticket)
    assert account.connector.requests == before + 1
    assert account.find(outgoing) == Sent(remote_id=ticket)


def test_an_owned_ticket_is_taken_over(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    rt_server.work("change", ticket=ticket, who="agent2", set={"SetOwner": "agent2"})
    account = rt_account()
    account.push(account.outgoing(ticket, SetFields(assignee="agent")))
    assert rt_server.work("ticket", ticket=ticket)["owner"] == "agent"


# --- Conflicts --------------------------------------------------------------------------------


def test_a_change_of_the_same_field_by_another_is_a_conflict(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account()
    seen = account.fetch(ticket).tickets[ticket].revision
    rt_server.work("change", ticket=ticket, who="agent2", set={"SetStatus": "stalled"})
    by_value = SetFields(status="solved", base={"status": "new"})
    with pytest.raises(Conflict):
        account.push(account.outgoing(ticket, by_value))
    with pytest.raises(Conflict):
        account.push(account.outgoing(ticket, SetFields(status="solved"), base_revision=seen))
    assert rt_server.work("ticket", ticket=ticket)["status"] == "stalled"


def test_changes_of_other_fields_and_own_ones_are_none(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account()
    seen = account.fetch(ticket).tickets[ticket].revision
    rt_server.work("change", ticket=ticket, who="agent2", set={"SetPriority": 9})
    rt_server.work("say", ticket=ticket, who=CUSTOMER, public=True, text="still waiting")
    account.push(account.outgoing(ticket, SetFields(status="open")))
    both = account.outgoing(ticket, SetFields(status="solved"), base_revision=seen)
    assert isinstance(account.push(both), Sent)


def test_if_match_is_refused_where_stale(rt_server: RtServer, ticket: str) -> None:
    """What the connector builds on: 412 for a PUT, and for every correspond with If-Match."""
    rest = rt_server.rest("agent")
    tag = rest.call("GET", f"ticket/{ticket}").headers["ETag"]
    rt_server.work("change", ticket=ticket, who="agent2", set={"SetPriority": 1})
    stale = {"If-Match": tag}
    put = rest.call("PUT", f"ticket/{ticket}", json={"Priority": 7}, headers=stale)
    assert put.status_code == 412
    fresh = {"If-Match": rest.call("GET", f"ticket/{ticket}").headers["ETag"]}
    said = {"Content": "x", "ContentType": "text/plain"}
    post = rest.call("POST", f"ticket/{ticket}/correspond", json=said, headers=fresh)
    assert post.status_code == 412


def test_a_reply_does_not_go_to_another_person(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account()
    with pytest.raises(Conflict):
        account.push(account.outgoing(ticket, SendReply(text="for you", recipient=OTHER)))
    assert messages(rt_server, ticket) == []
    sent = account.push(account.outgoing(ticket, SendReply(text="for you", recipient=CUSTOMER)))
    assert isinstance(sent, Sent)


# --- Gone, merged, odd ------------------------------------------------------------------------


def test_nothing_is_said_into_a_deleted_ticket(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    """RT answers 201 to a comment there."""
    rt_server.work("change", ticket=ticket, who="root", set={"SetStatus": "deleted"})
    account = rt_account()
    for command in (AddNote(text="x"), SendReply(text="x"), SetFields(status="open")):
        with pytest.raises(Gone):
            account.push(account.outgoing(ticket, command))
    with pytest.raises(Gone):
        account.fetch(ticket)
    assert messages(rt_server, ticket) == []


def test_nothing_is_said_into_a_merged_ticket(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    """RT would carry it to the other one, and so to other people."""
    into = rt_server.work("create", who=OTHER, subject="into", text="other words")
    rt_server.work("change", ticket=ticket, who="agent2", set={"MergeInto": into})
    account = rt_account()
    for command in (SendReply(text="x"), SetFields(status="open")):
        with pytest.raises(Gone) as raised:
            account.push(account.outgoing(ticket, command))
        assert f"#{into}" in raised.value.message


@pytest.mark.parametrize("remote_id", ["99999999", "0", "x", "../user/1", "1/history", "１"])
def test_tickets_that_are_none(rt_account: Make, remote_id: str) -> None:
    with pytest.raises(Gone):
        rt_account().connector.fetch(TicketRef(remote_id))


def test_messages_that_rt_would_mangle(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    account = rt_account()
    for empty in (SendReply(text=" \n"), AddNote(text="")):
        with pytest.raises(Rejected):
            account.push(account.outgoing(ticket, empty))
    account.push(account.outgoing(ticket, SendReply(text="0")))
    assert [text.strip() for _, text in messages(rt_server, ticket)] == ["0"]
    nothing = account.file("empty.txt", b"", "text/plain")
    with pytest.raises(Rejected):
        account.push(account.outgoing(ticket, AddNote(text="x", attachments=(nothing,))))


def test_files_arrive_byte_by_byte(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    """A non-ASCII name is a 500 in JSON; EUC-KR text would be re-encoded if called text."""
    account = rt_account()
    wanted = {
        "스크린샷 1.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "image/png"),
        "옛글.txt": ("오래된 글\r\n".encode("euc-kr"), "text/plain"),
        "log é.txt": ("첫 줄\r\nsecond\n".encode(), "text/plain"),
        'quo"te.html': (b"<p>page</p>", "text/html"),
        "big.bin": (bytes(range(256)) * 9000, "application/octet-stream"),
    }
    files = tuple(account.file(name, *what) for name, what in wanted.items())
    outgoing = account.outgoing(ticket, AddNote(text="with files", attachments=files))
    sent = account.push(outgoing)
    assert isinstance(sent, Sent)
    assert sent.warnings == ()
    pulled = account.fetch(ticket)
    note = pulled.entries[sent.remote_id]
    assert (note.kind, note.text, note.command_id) == (Kind.NOTE, "with files", outgoing.key)
    got = {a.name: a for a in note.attachments}
    assert set(got) == {name.replace('"', "_") for name in wanted}
    for name, (data, _) in wanted.items():
        item = got[name.replace('"', "_")]
        ref = AttachmentRef(ticket, note.remote_id, item.remote_id)
        chunks = list(account.connector.get_attachment(ref))
        assert b"".join(chunks) == data
        assert item.size == len(data)
        assert max(map(len, chunks)) <= 1024 * 1024


def test_an_inline_picture_keeps_its_content_id(rt_server: RtServer, rt_account: Make) -> None:
    rows = rt_server.rest("agent").get("tickets", query="Subject = '사진이 있는 문의'")["items"]
    (first,) = rt_account().fetch(rows[0]["id"]).of(rows[0]["id"])
    assert "cid:photo1@customer.test" in first.html
    assert [a.content_id for a in first.attachments] == ["photo1@customer.test"]


# --- Live -------------------------------------------------------------------------------------


def test_changes_made_in_rt_arrive(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    account = rt_account()
    cursor = account.begin()
    rest = rt_server.rest("agent2")
    rest.post(f"ticket/{ticket}/correspond", Content="<p>공개</p>", ContentType="text/html")
    rest.post(f"ticket/{ticket}/comment", Content="내부", ContentType="text/plain")
    rest.put(f"ticket/{ticket}", Status="resolved", Owner="agent", Subject="다른 제목")
    rest.put(f"ticket/{ticket}", CustomFields={"Tags": ["vip"]})
    before = account.connector.requests
    pulled, cursor = account.poll(cursor)
    # transactions, tickets, parts, texts; one for each user who is new to us
    assert account.connector.requests - before <= 6
    item = pulled.tickets[ticket]
    assert (item.subject, item.status, item.assignee) == ("다른 제목", Status.SOLVED, "agent")
    assert item.tags == ("vip",)
    said = {e.kind: e for e in pulled.of(ticket) if e.kind is not Kind.ACTIVITY}
    assert said[Kind.MESSAGE].html == "<p>공개</p>"
    assert said[Kind.MESSAGE].direction is Direction.OUT
    assert said[Kind.NOTE].text == "내부"
    words = [e.text for e in pulled.of(ticket) if e.kind is Kind.ACTIVITY]
    assert "Status: new → resolved" in " ".join(words) or "→ resolved" in " ".join(words)
    assert "Assignee: agent" in words
    assert "Tags: vip" in words
    before = account.connector.requests
    assert account.poll(cursor)[0] == Pulled()
    assert account.connector.requests == before + 1


def test_three_changes_in_one_second_all_arrive(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account()
    pulled, cursor = Pulled(), account.begin()
    revisions = []
    for priority in ("11", "12", "13"):
        rt_server.work("change", ticket=ticket, who="agent2", set={"SetPriority": priority})
        pulled, cursor = account.poll(cursor, pulled)
        assert pulled.tickets[ticket].priority == priority
        revisions.append(pulled.tickets[ticket].revision)
    assert revisions == sorted(set(revisions))


def test_numbers_that_become_visible_late_are_not_lost(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account()
    other = rt_server.work("create", who=OTHER, subject="other", text="x")
    cursor = account.begin()
    (late,) = rt_server.work("say", ticket=ticket, who=CUSTOMER, public=True, text="begun first")
    rt_server.hide(late)
    rt_server.work("say", ticket=other, who=OTHER, public=True, text="done first")
    pulled, cursor = account.poll(cursor)
    assert [e.text for e in pulled.of(other)] == ["done first"]
    assert pulled.of(ticket) == []
    for number in range(8):
        rt_server.work("say", ticket=other, who="agent", public=False, text=f"meanwhile {number}")
    pulled, cursor = account.poll(cursor, pulled)
    rt_server.show(late)
    pulled, cursor = account.poll(cursor, pulled)
    assert [e.text for e in pulled.of(ticket)] == ["begun first"]
    assert pulled.tickets[ticket].revision >= late
    assert account.poll(cursor)[0] == Pulled()


def test_deleted_and_merged_tickets_come_as_tombstones(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    gone = rt_server.work("create", who=CUSTOMER, subject="gone", text="spam")
    into = rt_server.work("create", who=OTHER, subject="into", text="words of the heir")
    account = rt_account()
    cursor = account.begin()
    rt_server.work("change", ticket=gone, who="root", set={"SetStatus": "deleted"})
    rt_server.work("change", ticket=ticket, who="agent2", set={"MergeInto": into})
    pulled, cursor = account.poll(cursor)
    assert pulled.gone[gone].reason == "deleted"
    assert (pulled.gone[ticket].reason, pulled.gone[ticket].merged_into) == ("merged", into)
    assert not pulled.tickets[into].entries_by_feed
    account.fetch_left(pulled)
    assert "first words" in [e.text for e in pulled.of(into)]
    rt_server.work("change", ticket=gone, who="root", set={"SetStatus": "open"})
    pulled, cursor = account.poll(cursor)
    assert not pulled.tickets[gone].entries_by_feed


def test_a_followed_queue_is_left(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    account = rt_account(teams="Support, Repairs")
    cursor = account.begin()
    elsewhere = rt_server.work("create", who=OTHER, queue="Billing", subject="b", text="x")
    rt_server.work("change", ticket=ticket, who="root", set={"SetQueue": "Billing"})
    pulled, cursor = account.poll(cursor)
    assert pulled.gone[ticket].reason == "no_access"
    assert set(pulled.gone) == {ticket}
    assert elsewhere not in pulled.tickets
    rt_server.work("change", ticket=ticket, who="root", set={"SetQueue": "Support"})
    pulled, _ = account.poll(cursor)
    assert not pulled.tickets[ticket].entries_by_feed
    names = {team.name for team in account.connector.directory().teams}
    assert names == {"Support", "Repairs"}


def test_a_user_in_another_time_zone_misses_nothing(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account("seoul")
    assert account.connector.check().me.remote_id == "seoul"
    cursor = account.begin()
    (number,) = rt_server.work("say", ticket=ticket, who=CUSTOMER, public=True, text="now")
    pulled, _ = account.poll(cursor)
    assert [e.text for e in pulled.of(ticket)] == ["now"]
    plain = rt_account("agent").fetch(ticket).entries[str(number)]
    assert pulled.entries[str(number)].created_at == plain.created_at


def test_a_cursor_of_another_server_is_lost(rt_account: Make) -> None:
    with pytest.raises(CursorLost):
        rt_account().poll('{"highest": 99999999}')


def test_hidden_changes_do_not_stop_the_feed(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    """A hundred rows that the account may not see fill a page and bring nothing."""
    account = rt_account()
    cursor = account.begin()
    rows = rt_server.rest("root").get("tickets", query="Subject = 'Board only'")["items"]
    texts = [f"unseen {number}" for number in range(110)]
    rt_server.work("say", ticket=rows[0]["id"], who="root", public=False, texts=texts)
    rt_server.work("say", ticket=ticket, who=CUSTOMER, public=True, text="seen")
    pulled = Pulled()
    for _ in range(25):
        pulled, cursor = account.poll(cursor, pulled)
    account.fetch_left(pulled)
    assert "seen" in [e.text for e in pulled.of(ticket)]


# --- Who may what -----------------------------------------------------------------------------


def test_wrong_token(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    account = rt_account()
    good = rt_server.tokens["agent"]
    rt_server.tokens["agent"] = good[:-4] + "0000"
    try:
        bad = rt_account()
    finally:
        rt_server.tokens["agent"] = good
    with pytest.raises(AuthFailed):
        bad.connector.check()
    with pytest.raises(AuthFailed):
        bad.connector.pull("history", "")
    assert account.connector.check().me.name == "한지우 Agent"


def test_a_trainee_sees_no_notes(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    """Rows hidden by rights make pages short; the reading goes on below them."""
    for text in ("one", "two"):
        rt_server.work("say", ticket=ticket, who="agent", public=False, text=f"note {text}")
        rt_server.work("say", ticket=ticket, who=CUSTOMER, public=True, text=text)
    texts = [e.text for e in rt_account("trainee").fetch(ticket).of(ticket) if e.text]
    assert texts == ["first words", "one", "two"]


def test_a_customer_can_reply_and_no_more(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account(CUSTOMER)
    assert account.connector.check().warnings
    can = account.connector.capabilities()
    assert can.reply
    assert not any((can.note, can.set_status, can.set_tags))
    for command in (AddNote(text="x"), SetFields(status="open")):
        with pytest.raises(Unsupported):
            account.push(account.outgoing(ticket, command))
    rt_server.work("say", ticket=ticket, who="agent", public=False, text="INTERNAL")
    assert "INTERNAL" not in [e.text for e in account.fetch(ticket).of(ticket)]
    assert isinstance(account.push(account.outgoing(ticket, SendReply(text="again"))), Sent)


def test_a_read_only_session_changes_nothing(
    rt_server: RtServer, rt_account: Make, ticket: str
) -> None:
    account = rt_account(read_only=True)
    before = rt_server.sql("SELECT COUNT(*), MAX(id) FROM Transactions")
    for command in (AddNote(text="x"), SendReply(text="x"), SetFields(status="solved")):
        with pytest.raises(ReadOnly):
            account.push(account.outgoing(ticket, command))
    account.fetch(ticket)
    account.connector.directory()
    assert rt_server.sql("SELECT COUNT(*), MAX(id) FROM Transactions") == before


def test_directory(rt_server: RtServer, rt_account: Make, ticket: str) -> None:
    # Who was not at work lately is not listed for an account without the right to see everybody.
    rt_server.rest("agent2").post(
        f"ticket/{ticket}/comment", Content="at work", ContentType="text/plain"
    )
    known = rt_account().connector.directory()
    assert known.agents[0].me
    assert "agent2" in {one.remote_id for one in known.agents}
    assert {one.name for one in known.teams} == {"Support", "Billing", "Repairs"}
    fields = {one.name: one for one in known.fields}
    assert set(fields) == {"Product", "Severity", "Order number", "Languages"}
    assert set(fields["Severity"].choices) == {"low", "normal", "high", "urgent"}
    assert fields["Languages"].multiple
    everybody = rt_account("root").connector.directory()
    assert {"agent", "trainee", "seoul"} <= {one.remote_id for one in everybody.agents}


def test_a_lifecycle_of_its_own(rt_server: RtServer, rt_account: Make) -> None:
    rows = rt_server.rest("agent").get("tickets", query="Queue = 'Repairs'")["items"]
    repair = rows[0]["id"]
    account = rt_account(statuses="in repair=on_hold")
    account.push(account.outgoing(repair, SetFields(status="on_hold")))
    assert account.fetch(repair).tickets[repair].status is Status.ON_HOLD
    plain = rt_account()
    assert plain.fetch(repair).tickets[repair].status is Status.OPEN
    plain.push(plain.outgoing(repair, SetFields(status="handed out")))
    item = plain.fetch(repair).tickets[repair]
    assert (item.status, item.backend_status) == (Status.CLOSED, "handed out")
    with pytest.raises(Rejected):
        plain.push(plain.outgoing(repair, SetFields(status="on_hold")))


def test_earlier_tickets_of_a_person_are_found(rt_account: Make, ticket: str) -> None:
    found = rt_account().connector.search(CUSTOMER, 100)
    assert TicketRef(ticket) in found
    assert len(found) > 3
    assert rt_account().connector.search("끝없는 ' \\ 따옴표", 5) == []


def test_streams_are_closed(rt_account: Make, ticket: str) -> None:
    account = rt_account()
    opened: list[io.BytesIO] = []
    file = account.file("a.bin", b"12345", "application/octet-stream")

    def open_file(_: object) -> io.BytesIO:
        opened.append(io.BytesIO(b"12345"))
        return opened[-1]

    outgoing = account.outgoing(ticket, AddNote(text="x", attachments=(file,)))
    account.connector.push(outgoing, open_file)
    assert opened
    assert all(one.closed for one in opened)
