"""What an agent sends to the desk: each capability, once each, refused where it makes no sense."""

from __future__ import annotations

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from tests.desk.conftest import Desk
from workspace.domain.commands import (
    AddNote,
    OutgoingFile,
    SendReply,
    SetFields,
    new_command_id,
)
from workspace.domain.errors import Conflict, Forbidden, Gone, Rejected, Unsupported
from workspace.domain.items import Address, EntryItem
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import AttachmentRef, NotSent, Sent, TicketRef
from workspace.sync.connectors.desk import NewFile

MIB = 1024 * 1024


def test_a_reply_reaches_the_customer_and_a_note_never_does(desk: Desk) -> None:
    ticket = desk.ticket()
    note = desk.push(ticket, AddNote(text="비밀: 환불 한도 초과", html="<b>비밀</b>"))
    reply = desk.push(ticket, SendReply(text="곧 답변드릴게요", html="<p>곧 답변드릴게요</p>"))

    seen = desk.customers.conversation(ticket, desk.minji)
    assert [message.text for message in seen] == ["신발이 작아요", "곧 답변드릴게요"]
    assert seen[1].html == "<p>곧 답변드릴게요</p>"
    assert "비밀" not in msgspec.json.encode(seen).decode()
    by_id = {entry.remote_id: entry for entry in desk.entries(ticket)}
    assert by_id[note.remote_id].kind is Kind.NOTE
    assert not by_id[note.remote_id].route_remote_id
    assert by_id[reply.remote_id].kind is Kind.MESSAGE
    assert by_id[reply.remote_id].direction is Direction.OUT
    assert by_id[reply.remote_id].state == "sent"
    assert by_id[reply.remote_id].author_name == "Jiyoon"


def test_a_note_rings_on_no_customers_device(desk: Desk) -> None:
    ticket = desk.ticket()
    before = desk.customers.newest_delivery()
    desk.push(ticket, AddNote(text="intern"))
    assert desk.customers.deliveries(before) == []
    desk.push(ticket, SendReply(text="hello"))
    (delivery,) = desk.customers.deliveries(before)
    assert (delivery.text, delivery.person_id) == ("hello", desk.minji)


def test_formatting_is_left_out_where_the_channel_has_none(desk: Desk) -> None:
    ticket = desk.ticket(channel="whatsapp")
    sent = desk.push(ticket, SendReply(text="plain", html="<b>plain</b>"))
    assert sent.warnings
    (_, message) = desk.customers.conversation(ticket, desk.minji)
    assert (message.text, message.html) == ("plain", "")
    assert not desk.connector.capabilities(TicketRef(ticket)).html


def test_a_reply_may_take_another_channel(desk: Desk) -> None:
    ticket = desk.ticket(channel="whatsapp")
    desk.push(ticket, SendReply(text="as an email", channel="email"))
    assert desk.entries(ticket)[-1].channel == "email"


def test_a_call_is_answered_in_writing_elsewhere(desk: Desk) -> None:
    ticket = desk.ticket("통화 3분", channel="phone")
    desk.push(ticket, SendReply(text="메일로 답변드립니다"))
    assert desk.entries(ticket)[-1].channel == "email"
    with pytest.raises(Unsupported):
        desk.push(ticket, SendReply(text="no", channel="phone"))


def test_no_address_no_reply(desk: Desk) -> None:
    ticket = desk.ticket()
    with pytest.raises(Rejected) as refused:
        desk.push(ticket, SendReply(text="hi", channel="messenger"))
    assert refused.value.field == "channel"
    assert len(desk.entries(ticket)) == 1


@pytest.mark.parametrize(
    ("command", "field", "value"),
    [
        (SetFields(status="pending"), "backend_status", "waiting"),
        (SetFields(status="waiting"), "status", Status.PENDING),
        (SetFields(status="on_hold"), "backend_status", "on hold"),
        (SetFields(assignee="jiyoon"), "assignee", "jiyoon"),
        (SetFields(team="returns"), "team", "returns"),
        (SetFields(priority="urgent"), "priority", "urgent"),
        (SetFields(tags_add=("vip", "returns", "vip")), "tags", ("vip", "returns")),
        (SetFields(custom_fields={"size": ["M"]}), "custom_fields", {"size": ["M"]}),
        (SetFields(custom_fields={"topics": ["a", "b"]}), "custom_fields", {"topics": ["a", "b"]}),
    ],
)
def test_a_field_is_set_and_told_as_activity(
    desk: Desk, command: SetFields, field: str, value: object
) -> None:
    ticket = desk.ticket()
    before = desk.get(ticket).revision
    assert desk.push(ticket, command).remote_id == ticket
    item = desk.get(ticket)
    assert getattr(item, field) == value
    assert item.revision > before
    (activity,) = [entry for entry in desk.entries(ticket) if entry.kind is Kind.ACTIVITY]
    assert activity.change["new"]
    assert activity.direction is Direction.NONE


def test_a_field_can_be_emptied(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.push(
        ticket,
        SetFields(
            assignee="jiyoon", team="returns", tags_add=("a", "b"), custom_fields={"order": ["1"]}
        ),
    )
    desk.push(
        ticket,
        SetFields(assignee="", team="", tags_remove=("a",), custom_fields={"order": []}),
    )
    item = desk.get(ticket)
    assert (item.assignee, item.team, item.tags, item.custom_fields) == ("", "", ("b",), {})


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (SetFields(status="gone fishing"), "status"),
        (SetFields(assignee="nobody-here"), "assignee"),
        (SetFields(team="no-team"), "team"),
        (SetFields(priority="99"), "priority"),
        (SetFields(custom_fields={"no such": ["1"]}), "no such"),
        (SetFields(custom_fields={"size": ["XXL"]}), "size"),
        (SetFields(custom_fields={"order": ["1", "2"]}), "order"),
        (SetFields(priority="high", custom_fields={"size": ["XXL"]}), "size"),
    ],
)
def test_an_impossible_value_changes_nothing(desk: Desk, command: SetFields, field: str) -> None:
    ticket = desk.ticket()
    before = desk.dump()
    with pytest.raises(Rejected) as refused:
        desk.push(ticket, command)
    assert refused.value.field == field
    assert desk.dump() == before


def test_who_loses_a_claim_is_told_the_winners_name(desk: Desk) -> None:
    ticket = desk.ticket()
    bo = desk.bo()
    bo.carry_out(desk.outgoing(ticket, SetFields(assignee=bo.me.id)), desk.open_file)
    me = desk.connector.agent_side().me.id
    with pytest.raises(Conflict, match="“Bo” now"):
        desk.push(ticket, SetFields(assignee=me, base={"assignee": ""}))
    bo.carry_out(desk.outgoing(ticket, SetFields(assignee="")), desk.open_file)
    with pytest.raises(Conflict, match="“nobody” now"):
        desk.push(ticket, SetFields(assignee=me, base={"assignee": bo.me.id}))


def test_what_the_agent_saw_must_still_be_so(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.bo().carry_out(desk.outgoing(ticket, SetFields(status="open")), desk.open_file)
    before = desk.dump()
    with pytest.raises(Conflict, match="open"):
        desk.push(ticket, SetFields(status="solved", base={"status": "new"}))
    assert desk.dump() == before
    desk.push(ticket, SetFields(status="solved", base={"status": "open"}))
    assert desk.get(ticket).status is Status.SOLVED


def test_another_field_is_no_conflict_and_agreement_neither(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.bo().carry_out(desk.outgoing(ticket, SetFields(priority="high")), desk.open_file)
    desk.push(ticket, SetFields(status="open", base={"status": "new"}))
    desk.push(ticket, SetFields(priority="high", base={"priority": "low"}))
    assert desk.get(ticket).priority == "high"


def test_a_revision_guards_where_no_value_was_told(desk: Desk) -> None:
    ticket = desk.ticket()
    seen = desk.get(ticket).revision
    desk.bo().carry_out(desk.outgoing(ticket, SetFields(priority="low")), desk.open_file)
    with pytest.raises(Conflict):
        desk.push(ticket, SetFields(priority="high"), base=seen)
    desk.push(ticket, SetFields(status="open"), base=seen)  # nobody touched the status
    desk.push(ticket, SetFields(status="solved"), base=seen)  # only this agent did
    assert desk.get(ticket).status is Status.SOLVED


def test_the_same_command_twice_is_done_once(desk: Desk) -> None:
    ticket = desk.ticket()
    key = new_command_id()
    first = desk.push(ticket, SendReply(text="once"), key)
    before = desk.dump()
    assert desk.push(ticket, SendReply(text="once"), key) == first
    assert desk.dump() == before
    assert desk.entries(ticket)[-1].command_id == key


def test_a_command_id_belongs_to_one_command(desk: Desk) -> None:
    ticket = desk.ticket()
    key = new_command_id()
    desk.push(ticket, SendReply(text="one"), key)
    with pytest.raises(Rejected):
        desk.push(ticket, SendReply(text="other"), key)
    assert [entry.text for entry in desk.entries(ticket)][1:] == ["one"]


def test_the_same_command_from_many_threads_is_done_once(desk: Desk) -> None:
    ticket = desk.ticket()
    outgoing = desk.outgoing(ticket, SendReply(text="once"))
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: desk.connector.push(outgoing, desk.open_file), range(16)))
    assert len(answers) == 1
    assert [entry.text for entry in desk.entries(ticket)].count("once") == 1


def test_find_sent_tells_sent_from_not_sent(desk: Desk) -> None:
    ticket = desk.ticket()
    outgoing = desk.outgoing(ticket, AddNote(text="note"))
    assert desk.connector.find_sent(outgoing) == NotSent()
    sent = desk.connector.push(outgoing, desk.open_file)
    assert isinstance(sent, Sent)
    assert desk.connector.find_sent(outgoing) == Sent(remote_id=sent.remote_id)


def test_an_attachment_comes_back_as_it_left(desk: Desk) -> None:
    ticket = desk.ticket()
    content = "영수증 №1\n".encode()
    desk.push(ticket, SendReply(text="see", attachments=(desk.file("영수증.txt", content),)))
    entry = desk.entries(ticket)[-1]
    (attachment,) = entry.attachments
    assert (attachment.name, attachment.size) == ("영수증.txt", len(content))
    assert _bytes(desk, ticket, entry) == content
    assert desk.customers.conversation(ticket, desk.minji)[-1].files == ("영수증.txt",)


def test_an_attachment_that_is_not_the_attached_one_is_refused(desk: Desk) -> None:
    ticket = desk.ticket()
    file = desk.file("a.txt", b"what was attached")
    desk.bytes_of["a.txt"] = b"what lies there now"
    with pytest.raises(Rejected):
        desk.push(ticket, SendReply(text="see", attachments=(file,)))
    assert len(desk.entries(ticket)) == 1


class _Endless(io.RawIOBase):
    """25 MB that are never whole in memory; remembers how much was asked for at once."""

    def __init__(self, size: int) -> None:
        self.left = size
        self.asked: list[int] = []

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size > 0
        self.asked.append(size)
        part = min(size, self.left)
        self.left -= part
        return b"x" * part


def test_25_megabytes_pass_in_small_pieces(desk: Desk) -> None:
    ticket = desk.ticket()
    size = 25 * MIB
    digest = hashlib.sha256(b"x" * size).hexdigest()
    stream = _Endless(size)
    outgoing = desk.outgoing(
        ticket,
        SendReply(text="big", attachments=(OutgoingFile("f", "big.bin", size, "x/y", digest),)),
    )
    assert isinstance(desk.connector.push(outgoing, lambda _: stream), Sent)  # type: ignore[arg-type,return-value]
    assert max(stream.asked) <= MIB
    entry = desk.entries(ticket)[-1]
    received, largest = hashlib.sha256(), 0
    ref = AttachmentRef(ticket, entry.remote_id, entry.attachments[0].remote_id)
    for chunk in desk.connector.get_attachment(ref):
        received.update(chunk)
        largest = max(largest, len(chunk))
    assert received.hexdigest() == digest
    assert largest <= MIB


def test_a_resend_does_not_store_the_bytes_again(desk: Desk) -> None:
    ticket = desk.ticket()
    command = SendReply(text="see", attachments=(desk.file("a.bin", b"y" * 300_000),))
    key = new_command_id()
    desk.push(ticket, command, key)
    before = desk.dump()
    desk.push(ticket, command, key)
    assert desk.dump() == before


def test_an_attachment_needs_its_own_ticket_and_entry(desk: Desk) -> None:
    mine, other = desk.ticket(), desk.ticket()
    desk.push(mine, AddNote(text="x", attachments=(desk.file("a", b"1"),)))
    entry = desk.entries(mine)[-1]
    for ref in (
        AttachmentRef(other, entry.remote_id, entry.attachments[0].remote_id),
        AttachmentRef(mine, "other", entry.attachments[0].remote_id),
        AttachmentRef(mine, entry.remote_id, "other"),
    ):
        with pytest.raises(Gone):
            list(desk.connector.get_attachment(ref))


def test_what_is_gone_takes_no_command(desk: Desk) -> None:
    deleted, merged, heir = desk.ticket(), desk.ticket(), desk.ticket()
    side = desk.connector.agent_side()
    side.delete_ticket(deleted)
    side.merge(merged, heir)
    for ticket in (deleted, merged, "no-such"):
        with pytest.raises(Gone):
            desk.push(ticket, SendReply(text="hello?"))
    assert not desk.connector.capabilities(TicketRef(merged)).reply


def test_a_customers_file_reaches_the_agent(desk: Desk) -> None:
    picture = NewFile("신발.png", "image/png", io.BytesIO(b"\x89PNG" + bytes(700_000)))
    ticket = desk.customers.open_ticket(desk.minji, "whatsapp", "사진이요", files=[picture])
    (entry,) = desk.entries(ticket)
    assert entry.attachments[0].media_type == "image/png"
    assert _bytes(desk, ticket, entry) == b"\x89PNG" + bytes(700_000)


def test_a_customer_meets_only_own_tickets(desk: Desk) -> None:
    ticket = desk.ticket()
    stranger = desk.customers.meet("X", [Address("email", "x@customer.example")])
    for act in (
        lambda: desk.customers.conversation(ticket, stranger),
        lambda: desk.customers.write(ticket, stranger, "let me in"),
        lambda: desk.customers.read(ticket, stranger),
        lambda: desk.customers.type(ticket, stranger),
    ):
        with pytest.raises(Forbidden):
            act()
    assert desk.customers.tickets(stranger) == []


def test_a_customer_wakes_a_solved_ticket_but_not_a_closed_one(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.push(ticket, SetFields(status="solved"))
    desk.customers.write(ticket, desk.minji, "아직 안 됐어요")
    assert desk.get(ticket).status is Status.OPEN
    desk.push(ticket, SetFields(status="closed"))
    with pytest.raises(Rejected):
        desk.customers.write(ticket, desk.minji, "hello?")


def test_receipts_climb_and_never_fall(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.push(ticket, SendReply(text="one"))
    assert desk.customers.receive(ticket, desk.minji) == 1
    assert desk.entries(ticket)[-1].state == "delivered"
    assert desk.customers.read(ticket, desk.minji) == 1
    assert desk.customers.receive(ticket, desk.minji) == 0
    assert desk.customers.read(ticket, desk.minji) == 0
    assert desk.entries(ticket)[-1].state == "read"


def test_everything_is_refused_to_an_unknown_customer(desk: Desk) -> None:
    with pytest.raises(Forbidden):
        desk.customers.open_ticket("nobody", "email", "hi")


def _bytes(desk: Desk, ticket: str, entry: EntryItem) -> bytes:
    ref = AttachmentRef(ticket, entry.remote_id, entry.attachments[0].remote_id)
    return b"".join(desk.connector.get_attachment(ref))


def test_the_answer_goes_where_the_customer_is_now(desk: Desk) -> None:
    ticket = desk.ticket(channel="email")
    desk.customers.write(ticket, desk.minji, "여기로 답해 주세요", channel="whatsapp")
    assert desk.get(ticket).channel == "whatsapp"
    desk.push(ticket, SendReply(text="네!"))
    assert desk.entries(ticket)[-1].channel == "whatsapp"
    call = desk.ticket("통화 3분", channel="phone")
    desk.customers.write(call, desk.minji, "메일로 씁니다", channel="email")
    assert desk.get(call).channel == "phone"
