"""Rows of the desk as the contract's items. Reads only what it is given and the rows of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from workspace.domain.items import (
    Address,
    AttachmentItem,
    EntryItem,
    PersonItem,
    TicketItem,
)
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.manifest import status_of

Strings = list[str]

_KINDS = {str(kind): kind for kind in Kind}  # a look-up is a tenth of what calling the enum costs
_DIRECTIONS = {str(direction): direction for direction in Direction}
_CHANGE = msgspec.json.Decoder(dict[str, str])


def encode(value: object) -> str:
    """JSON text for a column."""
    return msgspec.json.encode(value).decode()


def strings(text: str) -> tuple[str, ...]:
    """A JSON list of strings."""
    return tuple(msgspec.json.decode(text, type=Strings))


def lists(text: str) -> dict[str, list[str]]:
    """A JSON object of lists of strings."""
    return msgspec.json.decode(text, type=dict[str, list[str]])


def person_items(connection: Connection, ids: Iterable[str]) -> dict[str, PersonItem]:
    """The persons of these ids with their contact points."""
    wanted = sorted(set(ids))
    points: dict[str, list[Address]] = defaultdict(list)
    address = schema.address.c
    for row in connection.execute(
        select(address.person_id, address.kind, address.value)
        .where(address.person_id.in_(wanted))
        .order_by(address.person_id, address.position)
    ):
        points[row.person_id].append(Address(row.kind, row.value))
    return {
        row.id: PersonItem(
            remote_id=row.id,
            name=row.name,
            addresses=tuple(points[row.id]),
            organization=row.organization,
            language=row.language,
            timezone=row.timezone,
            note=row.note,
            tags=strings(row.tags),
            since=row.since,
        )
        for row in connection.execute(select(schema.person).where(schema.person.c.id.in_(wanted)))
    }


def ticket_items(connection: Connection, rows: Sequence[Row[Any]]) -> list[TicketItem]:
    """Tickets as they stand, in the order of the rows."""
    persons = person_items(connection, (row.requester for row in rows))
    return [
        TicketItem(
            remote_id=row.id,
            revision=row.revision,
            subject=row.subject,
            status=status_of(row.status),
            backend_status=row.status,
            assignee=row.assignee,
            team=row.team,
            priority=row.priority,
            tags=strings(row.tags),
            channel=row.channel,
            requester=persons[row.requester],
            cc=strings(row.cc),
            created_at=row.created_at,
            updated_at=row.updated_at,
            custom_fields=lists(row.custom_fields),
            message_count=row.message_count,
            due_at=row.due_at,
            merged_into=row.merged_into,
        )
        for row in rows
    ]


def entry_items(connection: Connection, rows: Sequence[Row[Any]]) -> list[EntryItem]:
    """Entries with their attachments' names, in the order of the rows: whole ones of the table."""
    files: dict[str, list[AttachmentItem]] = defaultdict(list)
    attachment, file = schema.attachment.c, schema.file.c
    with_size = select(
        attachment.entry_id,
        attachment.id,
        attachment.name,
        attachment.media_type,
        attachment.content_id,
        file.size,
    ).select_from(schema.attachment.join(schema.file))
    for row in connection.execute(
        with_size.where(attachment.entry_id.in_([row.id for row in rows])).order_by(
            attachment.entry_id, attachment.position
        )
    ):
        files[row.entry_id].append(
            AttachmentItem(
                remote_id=row.id,
                name=row.name,
                size=row.size,
                media_type=row.media_type,
                content_id=row.content_id,
            )
        )
    items: list[EntryItem] = []
    for whole in rows:
        # As a tuple, in the order of the table's columns: asked for by their names they take
        # half of all the time that is spent here.
        values: tuple[Any, ...] = tuple(whole)
        seq, identity, ticket, kind, direction, at, _, author, name, address = values[:10]
        channel, route, text, html, state, command, change, _ = values[10:]
        items.append(
            EntryItem(
                ticket_remote_id=ticket,
                remote_id=identity,
                kind=_KINDS[kind],
                direction=_DIRECTIONS[direction],
                created_at=at,
                author_name=name,
                author_address=address,
                author_remote_id=author,
                channel=channel,
                route_remote_id=route or "",
                text=text,
                html=html,
                attachments=tuple(files[identity]) if identity in files else (),
                state=state,
                command_id=command,
                change={} if change == "{}" else _CHANGE.decode(change),
                seq=seq,
            )
        )
    return items
