"""Filling a desk at once gives what its connector then gives back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SetClock
from tests.desk.conftest import KEY, Desk, a_connector
from workspace.domain.commands import SendReply
from workspace.domain.errors import Rejected
from workspace.domain.items import (
    Address,
    AgentItem,
    AttachmentItem,
    Directory,
    EntryItem,
    Page,
    PersonItem,
    TeamItem,
    TicketItem,
)
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import AttachmentRef, Outgoing, Sent, TicketRef
from workspace.sync.connectors.desk import CustomerSide, DeskDatabase
from workspace.sync.connectors.desk.bulk import BulkLoad

PERSON = PersonItem(
    remote_id="p1", name="김민지", addresses=(Address("email", "minji@customer.example"),)
)
TICKET = TicketItem(
    remote_id="7",
    revision=1,
    subject="신발",
    status=Status.PENDING,
    backend_status="pending",
    assignee="ann",
    team="billing",
    priority="high",
    tags=("vip",),
    requester=PERSON,
    created_at=1_000,
    updated_at=9_000,
    custom_fields={"order": ["1"]},
)


def _entry(remote_id: str, kind: Kind, at: int, **more: object) -> EntryItem:
    direction = {Kind.MESSAGE: Direction.IN, Kind.NOTE: Direction.OUT}.get(kind, Direction.NONE)
    return EntryItem(
        ticket_remote_id="7",
        remote_id=remote_id,
        kind=kind,
        direction=direction,
        created_at=at,
        text=f"text of {remote_id}",
        channel="email",
        **more,  # type: ignore[arg-type]
    )


def test_what_is_filled_in_comes_back(tmp_path: Path, set_clock: SetClock) -> None:
    database = DeskDatabase(tmp_path, KEY, set_clock)
    load = BulkLoad(database)
    load.directory(
        Directory(
            agents=(AgentItem(remote_id="ann", name="Ann", me=True),),
            teams=(TeamItem(remote_id="billing", name="Billing"),),
        )
    )
    file = AttachmentItem(remote_id="f1", name="a.pdf", size=99, media_type="application/pdf")
    newer = _entry("e3", Kind.ACTIVITY, 9_000, change={"field": "status", "old": "a", "new": "b"})
    load.page(Page(items=(PERSON, TICKET, _entry("e2", Kind.NOTE, 5_000), newer)))
    load.page(Page(items=(TICKET, _entry("e1", Kind.MESSAGE, 1_000, attachments=(file,)))))
    load.finish()
    database.close()

    connector = a_connector(tmp_path, set_clock)
    assert connector.check().me.remote_id == "ann"
    items = connector.pull("history", "").items
    (ticket,) = [item for item in items if isinstance(item, TicketItem)]
    assert (ticket.subject, ticket.status, ticket.assignee) == ("신발", Status.PENDING, "ann")
    assert (ticket.tags, ticket.custom_fields) == (("vip",), {"order": ["1"]})
    assert ticket.requester == PERSON
    assert ticket.message_count == 2
    fetched = connector.fetch(TicketRef("7"))
    assert [entry.remote_id for entry in fetched.entries] == ["e3", "e2", "e1"]
    assert b"".join(connector.get_attachment(AttachmentRef("7", "e1", "f1")))
    # And it is a desk like any other.
    live = connector.pull("live", "").next
    outgoing = Outgoing(ticket=TicketRef("7"), command=SendReply(text="hi"), key="k")
    assert isinstance(connector.push(outgoing, lambda file: pytest.fail("no file")), Sent)
    assert [i.text for i in connector.pull("live", live).items if isinstance(i, EntryItem)] == [
        "hi"
    ]
    side = CustomerSide(tmp_path, KEY, set_clock)
    seen = side.conversation("7", "p1")
    assert [message.text for message in seen] == ["text of e1", "hi"]
    assert side.open_ticket("p1", "email", "another") == "1001"
    side.close()
    connector.close()


def test_only_an_empty_desk_is_filled(desk: Desk) -> None:
    desk.ticket()
    with pytest.raises(Rejected):
        BulkLoad(desk.customers.database)
