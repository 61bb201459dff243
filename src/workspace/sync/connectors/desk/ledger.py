"""What both sides of the desk write, row by row: entries, changes of fields, the feed, the audit.

Every function here runs inside the caller's transaction. Each change of a ticket or its entries
takes the next number of the feed, and that number is the ticket's new revision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO, Any, Literal

import msgspec
from sqlalchemy import Connection, Row, Update, bindparam, func, insert, literal, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from workspace.domain.commands import new_command_id
from workspace.domain.errors import Gone
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.manifest import ADDRESS_KINDS
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


# Built once: building a statement costs more than running it.
_TICKET = schema.ticket.c
_THIS_TICKET = update(schema.ticket).where(_TICKET.id == bindparam("this"))
_NEW_CHANGE = insert(schema.change)
_NEW_AUDIT = insert(schema.audit)
_NEW_ENTRY = insert(schema.entry)
_NEW_ATTACHMENT = insert(schema.attachment)
_CLAIM = update(schema.file).where(schema.file.c.id == bindparam("this")).values(claimed=literal(1))
_REVISE = _THIS_TICKET.values(revision=bindparam("seq"))
_AFTER_ACTIVITY = _THIS_TICKET.values(revision=bindparam("seq"), updated_at=bindparam("now"))
_AFTER_NOTE = _AFTER_ACTIVITY.values(message_count=_TICKET.message_count + 1)
_AFTER_REPLY = _AFTER_NOTE.values(waiting_since=None)
_AFTER_QUESTION = _AFTER_NOTE.values(
    waiting_since=func.coalesce(_TICKET.waiting_since, bindparam("now"))
)
_GET_TICKET = select(schema.ticket).where(
    _TICKET.id == bindparam("this"), _TICKET.deleted_at.is_(None)
)
_GET_ROUTE = select(schema.route.c.id).where(
    schema.route.c.ticket_id == bindparam("ticket"),
    schema.route.c.channel == bindparam("channel"),
    schema.route.c.address == bindparam("address"),
)
_GET_ADDRESS = (
    select(schema.address.c.value)
    .where(
        schema.address.c.person_id == bindparam("person"),
        schema.address.c.kind == bindparam("kind"),
    )
    .order_by(schema.address.c.position)
    .limit(1)
)


class Ledger:
    """Writes in the name of one actor."""

    def __init__(self, database: DeskDatabase, actor: Actor) -> None:
        self.database = database
        self.actor = actor

    @property
    def now(self) -> int:
        """Milliseconds UTC by the desk's clock."""
        return self.database.clock.now_ms()

    def record(
        self,
        connection: Connection,
        kind: Literal["ticket", "entry", "person"],
        item_id: str,
        ticket_id: str = "",
        what: Literal["changed", "deleted", "merged"] = "changed",
    ) -> int:
        """Take the feed's next number; the ticket's revision follows it."""
        seq = self._change(connection, kind, item_id, ticket_id, what)
        if ticket_id:
            connection.execute(_REVISE, {"this": ticket_id, "seq": seq})
        return seq

    def _change(
        self, connection: Connection, kind: str, item_id: str, ticket_id: str, what: str
    ) -> int:
        row = {"what": what, "kind": kind, "item_id": item_id, "ticket_id": ticket_id}
        result = connection.execute(_NEW_CHANGE, {**row, "at": self.now})
        assert result.inserted_primary_key is not None
        return int(result.inserted_primary_key[0])

    def audit(
        self, connection: Connection, action: str, ticket_id: str = "", item_id: str = ""
    ) -> None:
        """Who did what to which; never what was said."""
        connection.execute(
            _NEW_AUDIT,
            {
                "at": self.now,
                "role": self.actor.role,
                "actor": self.actor.id,
                "action": action,
                "ticket_id": ticket_id,
                "item_id": item_id,
            },
        )

    def add_entry(self, connection: Connection, ticket_id: str, new: NewEntry) -> str:
        """Write an entry with its attachments; its id."""
        return self._write(connection, ticket_id, new)[0]

    def _write(self, connection: Connection, ticket_id: str, new: NewEntry) -> tuple[str, int]:
        """Write an entry; its id, and the ticket's new revision."""
        entry_id, now, actor = new_command_id(), self.now, self.actor
        connection.execute(
            _NEW_ENTRY,
            {
                "id": entry_id,
                "ticket_id": ticket_id,
                "kind": new.kind.value,
                "direction": new.direction.value,
                "created_at": now,
                "author_role": actor.role,
                "author_id": actor.id,
                "author_name": actor.name,
                "author_address": actor.address,
                "channel": new.channel,
                "route_id": new.route_id,
                "text": new.text,
                "html": new.html,
                "state": new.state,
                "command_id": new.command_id,
                "change": encode(new.change),
            },
        )
        for position, file in enumerate(new.files):
            connection.execute(
                _NEW_ATTACHMENT,
                {
                    "id": new_command_id(),
                    "entry_id": entry_id,
                    "file_id": file.file_id,
                    "position": position,
                    "name": file.name,
                    "media_type": file.media_type,
                    "content_id": file.content_id,
                },
            )
            connection.execute(_CLAIM, {"this": file.file_id})
        seq = self._change(connection, "entry", entry_id, ticket_id, "changed")
        connection.execute(_after(new), {"this": ticket_id, "seq": seq, "now": now})
        self.audit(connection, f"{new.kind.value} written", ticket_id, entry_id)
        return entry_id, seq

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
        _, seq = self._write(
            connection,
            ticket.id,
            NewEntry(
                kind=Kind.ACTIVITY,
                direction=Direction.NONE,
                change={"field": name, "old": told[0], "new": told[1]},
            ),
        )
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


def stage(database: DeskDatabase, files: Iterable[NewFile]) -> tuple[StagedFile, ...]:
    """Put bytes into the desk, before the transaction of the entry that will claim them."""
    return tuple(
        StagedFile(database.stage(file.stream)[0], file.name, file.media_type, file.content_id)
        for file in files
    )


def get_ticket(connection: Connection, ticket_id: str) -> Row[Any]:
    """The row of a ticket that is not deleted. Gone if there is none."""
    row = connection.execute(_GET_TICKET, {"this": ticket_id}).one_or_none()
    if row is None:
        raise Gone(f"The desk has no ticket {ticket_id}; it may have been deleted.")
    return row


def address_for(connection: Connection, person_id: str, channel: str) -> str:
    """Where a channel reaches a person, or ""."""
    for kind in ADDRESS_KINDS.get(channel, (channel,)):
        found = connection.execute(_GET_ADDRESS, {"person": person_id, "kind": kind}).scalar()
        if found:
            return str(found)
    return ""


def route_for(connection: Connection, ticket_id: str, channel: str, address: str) -> str:
    """The id of the ticket's route by this channel to this address; made if it is new."""
    found = connection.execute(
        _GET_ROUTE, {"ticket": ticket_id, "channel": channel, "address": address}
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


def _after(new: NewEntry) -> Update:
    """What an entry does to its ticket's own columns."""
    if new.kind is Kind.ACTIVITY:
        return _AFTER_ACTIVITY
    if new.kind is Kind.NOTE:
        return _AFTER_NOTE
    return _AFTER_REPLY if new.direction is Direction.OUT else _AFTER_QUESTION
