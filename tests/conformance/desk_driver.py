"""The driver of the embedded desk: its customers' side, another agent, and its tables."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from sqlalchemy import insert, select

from workspace.domain.commands import AddNote, Command, SendReply, SetFields, new_command_id
from workspace.domain.items import Address, FieldItem
from workspace.domain.words import Direction, Kind, Status
from workspace.sanitise import html_to_text
from workspace.sync.connectors.contract import AccountConfig, Connector, Outgoing, TicketRef
from workspace.sync.connectors.desk import Actor, AgentSide, CustomerSide, DeskConnector, NewFile
from workspace.sync.connectors.desk import schema as tables
from workspace.sync.connectors.desk.manifest import STATUSES
from workspace.sync.connectors.desk.mapping import lists, strings
from workspace.sync.connectors.testing import (
    MINJI,
    BackendDriver,
    Customer,
    File,
    TrueEntry,
    TrueTicket,
)

BO = "Bo Agent"


class DeskDriver(BackendDriver):
    """A desk in the rule's folder."""

    connector: ClassVar[type[Connector]] = DeskConnector
    live_wait_s: ClassVar[float] = 1.0

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.customers = CustomerSide(self.data_dir, self.data_key, self.clock)
        database = self.customers.database
        owner = AgentSide(database, Actor("system", "", ""))
        self.bo = AgentSide(database, Actor("agent", owner.add_agent(BO), BO))
        owner.add_team("Billing")
        owner.add_field(FieldItem(name="Order", label="Order number"))
        self._people: dict[str, str] = {}

    def close(self) -> None:
        self.customers.close()

    def account(self) -> AccountConfig:
        return AccountConfig(name="desk", url="")

    def create_ticket(
        self,
        subject: str,
        text: str,
        *,
        html: str = "",
        files: Iterable[File] = (),
        customer: Customer = MINJI,
    ) -> str:
        person = self.customers.meet(customer.name, [Address("email", customer.address)])
        ticket = self.customers.open_ticket(
            person, "email", text, subject=subject, html=html, files=_new_files(files)
        )
        self._people[ticket] = person
        return ticket

    def customer_writes(
        self, ticket: str, text: str, *, html: str = "", files: Iterable[File] = ()
    ) -> None:
        self.customers.write(ticket, self._people[ticket], text, html=html, files=_new_files(files))

    def write_many(self, ticket: str, texts: list[str]) -> None:
        """All but the last in two statements: ten thousand calls take most of a minute."""
        now, database = self.clock.now_ms(), self.customers.database
        rows = [
            {
                "id": new_command_id(),
                "ticket_id": ticket,
                "kind": Kind.MESSAGE.value,
                "direction": Direction.IN.value,
                "created_at": now,
                "author_role": "customer",
                "text": text,
            }
            for text in texts[:-1]
        ]
        changes = [
            {"what": "changed", "kind": "entry", "item_id": row["id"], "at": now} for row in rows
        ]
        with database.write() as connection:
            connection.execute(insert(tables.entry), rows)
            connection.execute(
                insert(tables.change), [{**change, "ticket_id": ticket} for change in changes]
            )
        self.customer_writes(ticket, texts[-1])

    def agent_writes(self, ticket: str, text: str, *, public: bool) -> None:
        self._do(ticket, SendReply(text=text) if public else AddNote(text=text))

    def change_ticket(
        self,
        ticket: str,
        *,
        status: Status | None = None,
        assignee: str | None = None,
        priority: str | None = None,
        subject: str | None = None,
    ) -> None:
        if subject is not None:
            self.bo.rename(ticket, subject)
        if (status, assignee, priority) != (None, None, None):
            self._do(ticket, SetFields(status=status, assignee=assignee, priority=priority))

    def delete_ticket(self, ticket: str) -> None:
        self.bo.delete_ticket(ticket)

    def merge_tickets(self, ticket: str, into: str) -> None:
        self.bo.merge(ticket, into)

    def entries(self, ticket: str) -> list[TrueEntry]:
        with self.customers.database.read() as connection:
            rows = connection.execute(
                select(tables.entry)
                .where(
                    tables.entry.c.ticket_id == ticket,
                    tables.entry.c.kind != Kind.ACTIVITY.value,
                    tables.entry.c.deleted_at.is_(None),
                )
                .order_by(tables.entry.c.seq)
            ).all()
            return [
                TrueEntry(
                    kind=Kind(row.kind),
                    direction=Direction(row.direction),
                    text=row.text or html_to_text(row.html),
                    files=self._files(row.id),
                    remote_id=row.id,
                )
                for row in rows
            ]

    def ticket(self, ticket: str) -> TrueTicket:
        with self.customers.database.read() as connection:
            row = connection.execute(
                select(tables.ticket).where(tables.ticket.c.id == ticket)
            ).one()
            addresses = connection.scalars(
                select(tables.address.c.value).where(tables.address.c.person_id == row.requester)
            ).all()
        statuses = {item.backend_status: item.status for item in STATUSES}
        return TrueTicket(
            subject=row.subject,
            status=statuses[row.status],
            backend_status=row.status,
            assignee=row.assignee,
            team=row.team,
            priority=row.priority,
            tags=frozenset(strings(row.tags)),
            custom_fields=lists(row.custom_fields),
            requester=addresses[0],
        )

    def customer_sees(self, ticket: str) -> str:
        seen = self.customers.conversation(ticket, self._people[ticket])
        return "\n".join(f"{message.text} {message.html} {message.files}" for message in seen)

    def dump(self) -> object:
        with self.customers.database.read() as connection:
            return {
                table.name: connection.execute(select(table)).all()
                for table in tables.ticket.metadata.sorted_tables
                if table is not tables.blob
            }

    def customer_types(self, ticket: str) -> None:
        self.customers.type(ticket, self._people[ticket])

    def signs(self, ticket: str) -> set[str]:
        with self.customers.database.read() as connection:
            signs = connection.scalars(
                select(tables.signal.c.kind).where(
                    tables.signal.c.ticket_id == ticket,
                    tables.signal.c.role == "agent",
                    tables.signal.c.until > self.clock.now_ms(),
                )
            ).all()
            read = connection.scalar(
                select(tables.ticket.c.seen_seq).where(tables.ticket.c.id == ticket)
            )
        return {*signs} | ({"read"} if read else set())

    def _do(self, ticket: str, command: Command) -> None:
        outgoing = Outgoing(ticket=TicketRef(ticket), command=command, key=new_command_id())
        self.bo.carry_out(outgoing, lambda file: io.BytesIO())

    def _files(self, entry: str) -> tuple[File, ...]:
        database = self.customers.database
        with database.read() as connection:
            rows = connection.execute(
                select(tables.attachment)
                .where(tables.attachment.c.entry_id == entry)
                .order_by(tables.attachment.c.position)
            ).all()
        return tuple(
            File(row.name, b"".join(database.chunks(row.file_id)), row.media_type) for row in rows
        )


def _new_files(files: Iterable[File]) -> list[NewFile]:
    return [NewFile(file.name, file.media_type, io.BytesIO(file.data)) for file in files]
