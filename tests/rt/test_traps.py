"""Every trap that RT 5 has been seen to set, against the real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.rt.support import CUSTOMER, OTHER, Make, messages
from tests.servers.rt_fixture import RtServer
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import (
    Conflict,
    Gone,
    Rejected,
)
from workspace.domain.words import Kind
from workspace.sync.connectors.contract import (
    AttachmentRef,
    NotSent,
    Sent,
    TicketRef,
    Undecidable,
    Unknown,
)

pytestmark = pytest.mark.rt


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
