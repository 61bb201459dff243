"""The desk as its customers meet it, over any channel: they see messages, never notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from workspace.clock import Clock
from workspace.domain.commands import new_command_id
from workspace.domain.errors import Forbidden, Rejected
from workspace.domain.items import Address
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.customer_reads import (
    Delivery,
    OwnTicket,
    Seen,
    new_deliveries,
    own_tickets,
    read_conversation,
)
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import (
    Actor,
    Ledger,
    NewEntry,
    NewFile,
    address_for,
    get_ticket,
    route_for,
    stage,
)
from workspace.sync.connectors.desk.manifest import HTML_CHANNELS, WRITTEN_CHANNELS
from workspace.sync.connectors.desk.mapping import encode
from workspace.sync.connectors.desk.setup import get_meta, prepare, set_meta

TYPING_MS = 8_000
ONLINE_MS = 120_000
DESK = Actor("system", "", "")


class CustomerSide:
    """What reaches the desk from outside. Every call names the person who does it.

    A person only sees and touches tickets of their own, and of those only the messages.
    """

    def __init__(self, folder: Path, key: bytes, clock: Clock) -> None:
        self.database = DeskDatabase(folder, key, clock)
        prepare(self.database)

    @classmethod
    def over(cls, database: DeskDatabase) -> CustomerSide:
        """The customer's side over a database that is open already, and prepared."""
        side = cls.__new__(cls)
        side.database = database
        return side

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    # --- who -------------------------------------------------------------------------------

    def meet(
        self,
        name: str,
        addresses: Sequence[Address],
        *,
        organization: str = "",
        language: str = "",
        timezone: str = "",
        note: str = "",
        tags: Sequence[str] = (),
        since: int | None = None,
    ) -> str:
        """The person behind any of these contact points, made known if new; the id."""
        values = {
            "name": name,
            "organization": organization,
            "language": language,
            "timezone": timezone,
            "note": note,
            "tags": encode(tuple(tags)),
            "since": since,
        }
        address = schema.address.c
        with self.database.write() as connection:
            person_id = None
            for point in addresses:
                person_id = person_id or connection.scalar(
                    select(address.person_id).where(
                        address.kind == point.kind, address.value == point.value
                    )
                )
            if person_id is not None:
                return str(person_id)
            person_id = new_command_id()
            connection.execute(insert(schema.person).values(id=person_id, **values))
            for position, point in enumerate(addresses):
                connection.execute(
                    insert(schema.address).values(
                        kind=point.kind, value=point.value, person_id=person_id, position=position
                    )
                )
            self._ledger(connection, person_id).record(connection, "person", person_id)
        return person_id

    def come_online(self, person_id: str, for_ms: int = ONLINE_MS) -> None:
        """Show the person as here for a while; call again to stay."""
        self._sign(person_id, "", "online", for_ms)

    def go_offline(self, person_id: str) -> None:
        """Show the person as gone."""
        self._sign(person_id, "", "online", 0)

    # --- tickets and messages --------------------------------------------------------------

    def open_ticket(
        self,
        person_id: str,
        channel: str,
        text: str,
        *,
        subject: str = "",
        html: str = "",
        files: Iterable[NewFile] = (),
        cc: Sequence[str] = (),
    ) -> str:
        """A first message by a channel; the new ticket's id."""
        staged = stage(self.database, files)
        with self.database.write() as connection:
            ledger = self._ledger(connection, person_id)
            number = int(get_meta(connection, "next_number") or "1")
            set_meta(connection, "next_number", str(number + 1))
            ticket_id, now = str(number), ledger.now
            connection.execute(
                insert(schema.ticket).values(
                    id=ticket_id,
                    number=number,
                    subject=subject or _first_words(text),
                    status="new",
                    priority="normal",
                    channel=channel,
                    cc=encode(tuple(cc)),
                    requester=person_id,
                    created_at=now,
                    updated_at=now,
                )
            )
            ledger.record(connection, "ticket", ticket_id, ticket_id)
            ledger.audit(connection, "ticket opened", ticket_id)
            ledger.add_entry(
                connection,
                ticket_id,
                self._message(connection, ticket_id, person_id, channel, text, html, staged),
            )
        return ticket_id

    def write(
        self,
        ticket_id: str,
        person_id: str,
        text: str,
        *,
        channel: str = "",
        html: str = "",
        files: Iterable[NewFile] = (),
    ) -> str:
        """A message on a ticket; its entry's id. A waiting or solved ticket opens again.

        The ticket's channel follows the customer from one written channel to another, for the
        answer belongs where they are now.
        Rejected if the ticket is closed: what is closed needs a new ticket.
        """
        staged = stage(self.database, files)
        with self.database.write() as connection:
            ticket = self._own(connection, ticket_id, person_id)
            if ticket.status == "closed":
                raise Rejected("This ticket is closed.", action="Open a new one.")
            ledger = self._ledger(connection, person_id)
            channel = channel or ticket.channel
            if {channel, ticket.channel} <= set(WRITTEN_CHANNELS) and channel != ticket.channel:
                connection.execute(
                    update(schema.ticket)
                    .where(schema.ticket.c.id == ticket.id)
                    .values(channel=channel)
                )
            ledger.signal(connection, ticket.id, "typing", 0)
            entry_id = ledger.add_entry(
                connection,
                ticket.id,
                self._message(connection, ticket.id, person_id, channel, text, html, staged),
            )
            if ticket.status in ("waiting", "solved"):
                Ledger(self.database, DESK).set_field(connection, ticket, "status", "open")
        return entry_id

    def type(self, ticket_id: str, person_id: str, for_ms: int = TYPING_MS) -> None:
        """Show that the person types on this ticket; call again to go on."""
        self._sign(person_id, ticket_id, "typing", for_ms)

    def stop_typing(self, ticket_id: str, person_id: str) -> None:
        """Show that the person types no more."""
        self._sign(person_id, ticket_id, "typing", 0)

    def receive(self, ticket_id: str, person_id: str) -> int:
        """The person's device got all messages of the agents; how many were new."""
        return self._receipt(ticket_id, person_id, ("sent",), "delivered")

    def read(self, ticket_id: str, person_id: str) -> int:
        """The person saw all messages of the agents; how many were new."""
        return self._receipt(ticket_id, person_id, ("sent", "delivered"), "read")

    # --- what they see ---------------------------------------------------------------------

    def conversation(self, ticket_id: str, person_id: str) -> list[Seen]:
        """The messages of a ticket of one's own, oldest first. Neither notes nor activity."""
        with self.database.read() as connection:
            ticket = self._own(connection, ticket_id, person_id)
            return read_conversation(connection, ticket.id, person_id)

    def tickets(self, person_id: str) -> list[OwnTicket]:
        """The person's own tickets, the last changed first."""
        with self.database.read() as connection:
            return own_tickets(connection, person_id)

    def deliveries(self, after: int) -> list[Delivery]:
        """Messages of agents above `after`, oldest first; what rings on the customers' devices."""
        with self.database.read() as connection:
            return new_deliveries(connection, after)

    def newest_delivery(self) -> int:
        """Above which `deliveries` has nothing yet."""
        with self.database.read() as connection:
            return connection.scalar(select(func.max(schema.entry.c.seq))) or 0

    def find(self, address: Address) -> str | None:
        """The person behind a contact point, if the desk knows one."""
        with self.database.read() as connection:
            return connection.scalar(
                select(schema.address.c.person_id).where(
                    schema.address.c.kind == address.kind, schema.address.c.value == address.value
                )
            )

    # --- inside ----------------------------------------------------------------------------

    def _own(self, connection: Connection, ticket_id: str, person_id: str) -> Row[Any]:
        ticket = get_ticket(connection, ticket_id)
        if ticket.merged_into:
            ticket = get_ticket(connection, ticket.merged_into)
        if ticket.requester != person_id:
            raise Forbidden("This ticket belongs to somebody else.")
        return ticket

    def _ledger(self, connection: Connection, person_id: str) -> Ledger:
        name = connection.scalar(
            select(schema.person.c.name).where(schema.person.c.id == person_id)
        )
        if name is None:
            raise Forbidden("The desk knows no such person.")
        return Ledger(self.database, Actor("customer", person_id, name))

    def _message(
        self,
        connection: Connection,
        ticket_id: str,
        person_id: str,
        channel: str,
        text: str,
        html: str,
        staged: tuple[Any, ...],
    ) -> NewEntry:
        address = address_for(connection, person_id, channel)
        if not address:
            raise Rejected(f"This person has no address for {channel}.", field="channel")
        return NewEntry(
            kind=Kind.MESSAGE,
            direction=Direction.IN,
            text=text,
            html=html if channel in HTML_CHANNELS else "",
            channel=channel,
            route_id=route_for(connection, ticket_id, channel, address),
            files=staged,
        )

    def _receipt(self, ticket_id: str, person_id: str, before: tuple[str, ...], state: str) -> int:
        entry = schema.entry.c
        with self.database.write() as connection:
            ticket = self._own(connection, ticket_id, person_id)
            new = list(
                connection.scalars(
                    select(entry.id)
                    .where(
                        entry.ticket_id == ticket.id,
                        entry.kind == Kind.MESSAGE.value,
                        entry.direction == Direction.OUT.value,
                        entry.state.in_(before),
                        entry.deleted_at.is_(None),
                    )
                    .order_by(entry.seq)
                )
            )
            ledger = self._ledger(connection, person_id)
            for entry_id in new:
                connection.execute(
                    update(schema.entry).where(entry.id == entry_id).values(state=state)
                )
                ledger.record(connection, "entry", entry_id, ticket.id)
        return len(new)

    def _sign(self, person_id: str, ticket_id: str, kind: str, for_ms: int) -> None:
        with self.database.write() as connection:
            if ticket_id:
                ticket_id = str(self._own(connection, ticket_id, person_id).id)
            ledger = self._ledger(connection, person_id)
            until = ledger.now + for_ms if for_ms else 0
            ledger.signal(connection, ticket_id, kind, until)


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
