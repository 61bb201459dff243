"""What customers get to see, read from the desk: messages alone, and only of their own tickets."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, not_, or_, select

from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.desk import schema

aliased_address = schema.address.alias("other_address")


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A message as the customer sees it."""

    entry_id: str
    mine: bool
    author: str
    text: str
    html: str
    channel: str
    created_at: int
    state: str
    files: tuple[str, ...] = ()


class OwnTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket in the customer's own list; `status` is the desk's word."""

    ticket_id: str
    subject: str
    status: str
    channel: str
    updated_at: int


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """A message of an agent on its way to a customer's device; `seq` grows."""

    seq: int
    ticket_id: str
    person_id: str
    author: str
    text: str
    status: str


def read_conversation(connection: Connection, ticket_id: str, person_id: str) -> list[Seen]:
    """The messages of a ticket, oldest first, as this person sees them.

    A ticket may hold another customer's messages since a merge: what that one wrote, and what
    went to an address of that one, stays between them and the desk.
    """
    entry, attachment, route = schema.entry.c, schema.attachment.c, schema.route.c
    address = aliased_address.c
    elsewhere = (
        select(address.person_id)
        .where(address.value == route.address, address.person_id != person_id)
        .exists()
    )
    rows = connection.execute(
        select(schema.entry)
        .select_from(schema.entry.outerjoin(schema.route, entry.route_id == route.id))
        .where(
            entry.ticket_id == ticket_id,
            entry.kind == Kind.MESSAGE.value,
            entry.deleted_at.is_(None),
            or_(entry.author_role != "customer", entry.author_id.in_((person_id, ""))),
            not_(elsewhere),
        )
        .order_by(entry.seq)
    ).all()
    names: dict[str, list[str]] = {}
    for row in connection.execute(
        select(attachment.entry_id, attachment.name)
        .where(attachment.entry_id.in_([row.id for row in rows]))
        .order_by(attachment.entry_id, attachment.position)
    ):
        names.setdefault(row.entry_id, []).append(row.name)
    return [
        Seen(
            entry_id=row.id,
            mine=row.author_id == person_id,
            author=row.author_name,
            text=row.text,
            html=row.html,
            channel=row.channel,
            created_at=row.created_at,
            state=row.state,
            files=tuple(names.get(row.id, ())),
        )
        for row in rows
    ]


def own_tickets(connection: Connection, person_id: str) -> list[OwnTicket]:
    """The person's own tickets, the last changed first."""
    ticket = schema.ticket.c
    rows = connection.execute(
        select(schema.ticket)
        .where(
            ticket.requester == person_id,
            ticket.deleted_at.is_(None),
            ticket.merged_into == "",
        )
        .order_by(ticket.updated_at.desc(), ticket.number.desc())
    ).all()
    return [
        OwnTicket(
            ticket_id=row.id,
            subject=row.subject,
            status=row.status,
            channel=row.channel,
            updated_at=row.updated_at,
        )
        for row in rows
    ]


def new_deliveries(connection: Connection, after: int) -> list[Delivery]:
    """Messages of agents above a place in the desk's order, oldest first."""
    entry, ticket = schema.entry.c, schema.ticket.c
    rows = connection.execute(
        select(schema.entry, ticket.requester, ticket.status)
        .select_from(schema.entry.join(schema.ticket))
        .where(
            entry.seq > after,
            entry.kind == Kind.MESSAGE.value,
            entry.direction == Direction.OUT.value,
            entry.deleted_at.is_(None),
            ticket.deleted_at.is_(None),
        )
        .order_by(entry.seq)
    ).all()
    return [
        Delivery(
            seq=row.seq,
            ticket_id=row.ticket_id,
            person_id=row.requester,
            author=row.author_name,
            text=row.text,
            status=row.status,
        )
        for row in rows
    ]
