"""Filling an empty desk with many tickets at once: for measuring, and for moving in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from workspace.domain.commands import new_command_id
from workspace.domain.errors import Rejected
from workspace.domain.items import Directory, EntryItem, Page, PersonItem, TicketItem
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import Actor, Ledger
from workspace.sync.connectors.desk.manifest import ADDRESS_KINDS, status_word
from workspace.sync.connectors.desk.mapping import encode
from workspace.sync.connectors.desk.setup import FIRST_NUMBER, prepare, set_meta

NEWEST_SEQ = 1 << 40
PLACEHOLDER = b"These bytes stand for an attachment that was not moved.\n"


class BulkLoad:
    """Writes pages as a connector gives them, newest tickets first, into an empty desk.

    There is one line in the change log at the end, not one per entry: a first sync reads it all
    as history. Only names of attachments are taken over; their bytes are a placeholder.
    """

    def __init__(self, database: DeskDatabase) -> None:
        self._database = database
        self._persons: set[str] = set()
        self._addresses: set[tuple[str, str]] = set()
        self._routes: dict[str, str] = {}
        self._numbers = FIRST_NUMBER - 1
        self._seq = NEWEST_SEQ
        prepare(database)
        with database.read() as connection:
            if connection.scalar(select(func.count()).select_from(schema.ticket)):
                raise Rejected("This desk holds tickets already; only an empty one can be filled.")

    def directory(self, directory: Directory) -> None:
        """Take over agents and teams with their ids; the one who is `me` becomes the owner."""
        with self._database.write() as connection:
            known = set(connection.scalars(select(schema.agent.c.id)))
            _many(
                connection,
                schema.agent,
                [
                    {"id": agent.remote_id, "name": agent.name, "address": agent.address}
                    for agent in directory.agents
                    if agent.remote_id not in known
                ],
            )
            known = set(connection.scalars(select(schema.team.c.id)))
            _many(
                connection,
                schema.team,
                [
                    {"id": team.remote_id, "name": team.name, "position": place}
                    for place, team in enumerate(directory.teams)
                    if team.remote_id not in known
                ],
            )
            for agent in directory.agents:
                if agent.me:
                    set_meta(connection, "owner", agent.remote_id)

    def page(self, page: Page) -> None:
        """Write one page, in one transaction."""
        tickets = [item for item in page.items if isinstance(item, TicketItem)]
        entries = [item for item in page.items if isinstance(item, EntryItem)]
        persons = [item for item in page.items if isinstance(item, PersonItem)]
        persons += [ticket.requester for ticket in tickets if ticket.requester]
        with self._database.write() as connection:
            self._add_persons(connection, persons)
            self._add_tickets(connection, tickets)
            self._add_entries(connection, entries)

    def finish(self) -> None:
        """Count messages and numbers, and tell of it all in the change log."""
        entry, ticket = schema.entry.c, schema.ticket.c
        counted = (
            select(func.count())
            .where(entry.ticket_id == ticket.id, entry.kind != Kind.ACTIVITY.value)
            .scalar_subquery()
        )
        ledger = Ledger(self._database, Actor("system", "", ""))
        with self._database.write() as connection:
            set_meta(connection, "next_number", str(self._numbers + 1))
            seq = ledger.record(connection, "person", "")
            ledger.audit(connection, "desk filled")
            connection.execute(update(schema.ticket).values(revision=seq, message_count=counted))

    def _add_persons(self, connection: Connection, persons: list[PersonItem]) -> None:
        new = {
            person.remote_id: person for person in persons if person.remote_id not in self._persons
        }
        self._persons |= new.keys()
        points = []
        for person in new.values():
            for place, point in enumerate(person.addresses):
                if (point.kind, point.value) in self._addresses:
                    continue
                self._addresses.add((point.kind, point.value))
                points.append(
                    {
                        "person_id": person.remote_id,
                        "kind": point.kind,
                        "value": point.value,
                        "position": place,
                    }
                )
        rows = [
            {
                "id": person.remote_id,
                "name": person.name,
                "organization": person.organization,
                "language": person.language,
                "timezone": person.timezone,
                "note": person.note,
                "tags": encode(person.tags),
                "since": person.since,
            }
            for person in new.values()
        ]
        _many(connection, schema.person, rows)
        _many(connection, schema.address, points)

    def _add_tickets(self, connection: Connection, tickets: list[TicketItem]) -> None:
        rows, routes = [], []
        for item in tickets:
            assert item.requester is not None
            if item.remote_id in self._routes:
                continue  # a long ticket goes on, on another page
            number = int(item.remote_id)
            self._numbers = max(self._numbers, number)
            route_id = self._routes[item.remote_id] = new_command_id()
            routes.append(
                {
                    "id": route_id,
                    "ticket_id": item.remote_id,
                    "channel": item.channel,
                    "address": _address(item.requester, item.channel),
                }
            )
            rows.append(
                {
                    "id": item.remote_id,
                    "number": number,
                    "subject": item.subject,
                    "status": status_word(item.backend_status)
                    or status_word(item.status)
                    or Status.OPEN.value,
                    "assignee": item.assignee,
                    "team": item.team,
                    "priority": item.priority,
                    "channel": item.channel,
                    "tags": encode(item.tags),
                    "cc": encode(item.cc),
                    "custom_fields": encode(item.custom_fields),
                    "requester": item.requester.remote_id,
                    "created_at": item.created_at,
                    "updated_at": item.updated_at,
                    "due_at": item.due_at,
                }
            )
        _many(connection, schema.ticket, rows)
        _many(connection, schema.route, routes)

    def _add_entries(self, connection: Connection, entries: list[EntryItem]) -> None:
        """Pages come newest first, so each block of numbers lies below the one before."""
        ordered = sorted(entries, key=lambda entry: (entry.created_at, entry.seq))
        self._seq -= len(ordered)
        rows = [
            {
                "seq": self._seq + place,
                "id": item.remote_id,
                "ticket_id": item.ticket_remote_id,
                "kind": item.kind.value,
                "direction": item.direction.value,
                "created_at": item.created_at,
                "author_role": "customer" if item.direction is Direction.IN else "agent",
                "author_id": item.author_remote_id,
                "author_name": item.author_name,
                "author_address": item.author_address,
                "channel": item.channel,
                "route_id": self._routes[item.ticket_remote_id]
                if item.kind is Kind.MESSAGE
                else None,
                "text": item.text,
                "html": item.html,
                "state": item.state,
                "change": encode(item.change),
            }
            for place, item in enumerate(ordered)
        ]
        _many(connection, schema.entry, rows)
        self._add_attachments(connection, [item for item in ordered if item.attachments])

    def _add_attachments(self, connection: Connection, entries: list[EntryItem]) -> None:
        files, blobs, attachments = [], [], []
        now = self._database.clock.now_ms()
        for entry in entries:
            for place, item in enumerate(entry.attachments):
                file_id = new_command_id()
                size = len(PLACEHOLDER)
                files.append(
                    {"id": file_id, "size": size, "sha256": "", "staged_at": now, "claimed": 1}
                )
                blobs.append({"file_id": file_id, "part": 0, "bytes": PLACEHOLDER})
                attachments.append(
                    {
                        "id": item.remote_id,
                        "entry_id": entry.remote_id,
                        "file_id": file_id,
                        "position": place,
                        "name": item.name,
                        "media_type": item.media_type,
                        "content_id": item.content_id,
                    }
                )
        _many(connection, schema.file, files)
        _many(connection, schema.blob, blobs)
        _many(connection, schema.attachment, attachments)


def _address(person: PersonItem, channel: str) -> str:
    for kind in ADDRESS_KINDS.get(channel, (channel,)):
        for point in person.addresses:
            if point.kind == kind:
                return point.value
    return person.addresses[0].value if person.addresses else ""


def _many(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
