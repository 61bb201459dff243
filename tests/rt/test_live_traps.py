"""What changes in RT while we look, and who may see it, against the real server."""

from __future__ import annotations

import io

import pytest

from tests.rt.support import CUSTOMER, OTHER, Make, Pulled
from tests.servers.rt_fixture import RtServer
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import (
    AuthFailed,
    CursorLost,
    ReadOnly,
    Rejected,
    Unsupported,
)
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import (
    Sent,
    TicketRef,
)

pytestmark = pytest.mark.rt


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
