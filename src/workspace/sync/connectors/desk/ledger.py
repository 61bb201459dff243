"""What both sides of the desk write, row by row: entries, changes of fields, the feed, the audit.

Every function here runs inside the caller's transaction. Each change of a ticket or its entries
takes the next number of the feed, and that number is the ticket's new revision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO, Any, Literal

import msgspec
from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from workspace.domain.commands import new_command_id
from workspace.domain.errors import Gone
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.mapping import encode

Role = Literal["customer", "agent", "system"]
Touched = dict[str, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who writes."""

    role: Role
    id: str
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class NewFile:
    """Bytes on their way into the desk, read once."""

    name: str
    media_type: str
    stream: IO[bytes]
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class StagedFile:
    """Bytes that are in the desk and that no entry claims yet."""

    file_id: str
    name: str
    media_type: str
    content_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be written; its time and author come from the ledger."""

    kind: Kind
    direction: Direction
    text: str = ""
    html: str = ""
    channel: str = ""
    route_id: str | None = None
    state: str = ""
    command_id: str = ""
    change: dict[str, str] = field(default_factory=dict)
    files: tuple[StagedFile, ...] = ()


class Ledger:
    """Writes in the name of one actor."""

    def __init__(self, database: DeskDatabase, actor: Actor) -> None:
        self.database = database
        self.actor = actor

    @property
    def now(self) -> int:
        """Milliseconds UTC by the desk's clock."""
        return self.database.clock.now_ms()

    def stage(self, files: Iterable[NewFile]) -> tuple[StagedFile, ...]:
        """Put bytes into the desk; outside any transaction if they are large."""
        return tuple(
            StagedFile(
                self.database.stage(file.stream)[0], file.name, file.media_type, file.content_id
            )
            for file in files
        )

    def record(
        self,
        connection: Connection,
        kind: Literal["ticket", "entry", "person"],
        item_id: str,
        ticket_id: str = "",
        what: Literal["changed", "deleted", "merged"] = "changed",
    ) -> int:
        """Take the feed's next number; the ticket's revision follows it."""
        result = connection.execute(
            insert(schema.change).values(
                what=what, kind=kind, item_id=item_id, ticket_id=ticket_id, at=self.now
            )
        )
        assert result.inserted_primary_key is not None
        seq = int(result.inserted_primary_key[0])
        if ticket_id:
            connection.execute(
                update(schema.ticket).where(schema.ticket.c.id == ticket_id).values(revision=seq)
            )
        return seq

    def audit(
        self, connection: Connection, action: str, ticket_id: str = "", item_id: str = ""
    ) -> None:
        """Who did what to which; never what was said."""
        connection.execute(
            insert(schema.audit).values(
                at=self.now,
                role=self.actor.role,
                actor=self.actor.id,
                action=action,
                ticket_id=ticket_id,
                item_id=item_id,
            )
        )

    def add_entry(self, connection: Connection, ticket_id: str, new: NewEntry) -> str:
        """Write an entry with its attachments; its id."""
        entry_id, now = new_command_id(), self.now
        actor = self.actor
        connection.execute(
            insert(schema.entry).values(
                id=entry_id,
                ticket_id=ticket_id,
                kind=new.kind.value,
                direction=new.direction.value,
                created_at=now,
                author_role=actor.role,
                author_id=actor.id,
                author_name=actor.name,
                author_address=actor.address,
                channel=new.channel,
                route_id=new.route_id,
                text=new.text,
                html=new.html,
                state=new.state,
                command_id=new.command_id,
                change=encode(new.change),
            )
        )
        for position, file in enumerate(new.files):
            connection.execute(
                insert(schema.attachment).values(
                    id=new_command_id(),
                    entry_id=entry_id,
                    file_id=file.file_id,
                    position=position,
                    name=file.name,
                    media_type=file.media_type,
                    content_id=file.content_id,
                )
            )
            connection.execute(
                update(schema.file).where(schema.file.c.id == file.file_id).values(claimed=1)
            )
        self._follow(connection, ticket_id, new, now)
        self.record(connection, "entry", entry_id, ticket_id)
        self.audit(connection, f"{new.kind.value} written", ticket_id, entry_id)
        return entry_id

    def _follow(self, connection: Connection, ticket_id: str, new: NewEntry, now: int) -> None:
        """The ticket's own columns after an entry."""
        ticket = schema.ticket.c
        values: dict[str, Any] = {"updated_at": now}
        if new.kind is not Kind.ACTIVITY:
            values["message_count"] = ticket.message_count + 1
        if new.kind is Kind.MESSAGE:
            row = get_ticket(connection, ticket_id)
            if new.direction is Direction.OUT:
                values["waiting_since"] = None
            elif row.waiting_since is None:
                values["waiting_since"] = now
        connection.execute(update(schema.ticket).where(ticket.id == ticket_id).values(**values))

    def set_field(
        self,
        connection: Connection,
        ticket: Row[Any],
        name: str,
        value: str,
        *,
        column: str = "",
        stored: str | None = None,
        shown: tuple[str, str] | None = None,
    ) -> None:
        """Change one field and write the activity that tells of it.

        `name` as people and conflicts know it, `column` where it lies (default: the same), with
        `stored` as its text there; `shown` are old and new for people, where ids are stored.
        """
        column = column or name
        old = str(getattr(ticket, column))
        told = shown or (old, value)
        self.add_entry(
            connection,
            ticket.id,
            NewEntry(
                kind=Kind.ACTIVITY,
                direction=Direction.NONE,
                change={"field": name, "old": told[0], "new": told[1]},
            ),
        )
        seq = self.record(connection, "ticket", ticket.id, ticket.id)
        touched = msgspec.json.decode(get_ticket(connection, ticket.id).touched, type=Touched)
        touched[name] = (seq, self.actor.id)
        connection.execute(
            update(schema.ticket)
            .where(schema.ticket.c.id == ticket.id)
            .values({column: value if stored is None else stored, "touched": encode(touched)})
        )

    def signal(self, connection: Connection, ticket_id: str, kind: str, until: int) -> None:
        """Put up a live sign, or take it down with an `until` that is over."""
        row = {
            "ticket_id": ticket_id,
            "who": self.actor.id,
            "kind": kind,
            "role": self.actor.role,
            "name": self.actor.name,
            "until": until,
        }
        connection.execute(
            upsert(schema.signal)
            .values(**row)
            .on_conflict_do_update(
                index_elements=["ticket_id", "who", "kind"],
                set_={"until": until, "name": self.actor.name},
            )
        )


def get_ticket(connection: Connection, ticket_id: str) -> Row[Any]:
    """The row of a ticket that is not deleted. Gone if there is none."""
    row = connection.execute(
        select(schema.ticket).where(
            schema.ticket.c.id == ticket_id, schema.ticket.c.deleted_at.is_(None)
        )
    ).one_or_none()
    if row is None:
        raise Gone(f"The desk has no ticket {ticket_id}; it may have been deleted.")
    return row


def route_for(connection: Connection, ticket_id: str, channel: str, address: str) -> str:
    """The id of the ticket's route by this channel to this address; made if it is new."""
    route = schema.route.c
    found = connection.execute(
        select(route.id).where(
            route.ticket_id == ticket_id, route.channel == channel, route.address == address
        )
    ).scalar()
    if found is not None:
        return str(found)
    route_id = new_command_id()
    connection.execute(
        insert(schema.route).values(
            id=route_id, ticket_id=ticket_id, channel=channel, address=address
        )
    )
    return route_id
