"""What an agent does at the desk: commands, signs of life, merges, deletions, set-up."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from workspace.domain.errors import Gone, Rejected
from workspace.domain.items import FieldItem
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.contract import OpenFile, Outgoing, Sent
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.commands import Commands, workable
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import (
    Actor,
    Ledger,
    NewEntry,
    get_ticket,
    route_for,
)
from workspace.sync.connectors.desk.mapping import encode

TYPING_MS = 8_000
VIEWING_MS = 60_000
SIGNS = {"typing": ("typing", TYPING_MS), "stopped_typing": ("typing", 0)} | {
    "viewing": ("viewing", VIEWING_MS),
    "left": ("viewing", 0),
}


class AgentSide:
    """The desk as one agent works it. Any thread; one transaction per call."""

    def __init__(self, database: DeskDatabase, me: Actor) -> None:
        self.database = database
        self.me = me
        self._ledger = Ledger(database, me)

    def carry_out(self, outgoing: Outgoing, open_file: OpenFile) -> Sent:
        """Do a command exactly once, however often it comes; the kept answer else."""
        return Commands(self.database, self.me).carry_out(outgoing, open_file)

    # --- signs of life ---------------------------------------------------------------------

    def show(self, kind: str, ticket_id: str) -> None:
        """Typing, presence, and how far an agent has read."""
        with self.database.write() as connection:
            ticket = get_ticket(connection, ticket_id)
            if kind == "read":
                newest = connection.scalar(
                    select(func.max(schema.entry.c.seq)).where(
                        schema.entry.c.ticket_id == ticket.id
                    )
                )
                connection.execute(
                    update(schema.ticket)
                    .where(schema.ticket.c.id == ticket.id)
                    .values(seen_seq=newest or 0)
                )
                return
            name, lasts = SIGNS[kind]
            until = self._ledger.now + lasts if lasts else 0
            self._ledger.signal(connection, ticket.id, name, until)

    # --- what has no command ---------------------------------------------------------------

    def merge(self, source_id: str, target_id: str) -> None:
        """Move all entries of one ticket into another; the source points there from then on."""
        with self.database.write() as connection:
            source = workable(connection, source_id)
            target = workable(connection, target_id)
            if source.id == target.id:
                raise Rejected("A ticket can't be merged into itself.")
            entry = schema.entry.c
            moved = list(
                connection.scalars(
                    select(entry.id).where(entry.ticket_id == source.id).order_by(entry.seq)
                )
            )
            connection.execute(
                update(schema.entry).where(entry.ticket_id == source.id).values(ticket_id=target.id)
            )
            _move_routes(connection, source.id, target.id)
            connection.execute(
                update(schema.ticket)
                .where(schema.ticket.c.id == source.id)
                .values(merged_into=target.id, status="closed", message_count=0)
            )
            connection.execute(
                update(schema.ticket)
                .where(schema.ticket.c.id == target.id)
                .values(message_count=target.message_count + source.message_count)
            )
            for entry_id in moved:
                self._ledger.record(connection, "entry", entry_id, target.id)
            self._ledger.record(connection, "ticket", source.id, source.id, "merged")
            self._ledger.add_entry(
                connection,
                target.id,
                NewEntry(
                    kind=Kind.ACTIVITY,
                    direction=Direction.NONE,
                    change={"field": "merged", "old": source.id, "new": target.id},
                ),
            )
            self._ledger.audit(connection, "ticket merged", target.id, source.id)

    def rename(self, ticket_id: str, subject: str) -> None:
        """Give a ticket another subject."""
        with self.database.write() as connection:
            ticket = workable(connection, ticket_id)
            if ticket.subject != subject:
                self._ledger.set_field(connection, ticket, "subject", subject)

    def set_deadline(self, ticket_id: str, due_at: int | None) -> None:
        """When a reply is due at the latest (ms UTC), or no longer."""
        with self.database.write() as connection:
            ticket = workable(connection, ticket_id)
            if ticket.due_at != due_at:
                connection.execute(
                    update(schema.ticket)
                    .where(schema.ticket.c.id == ticket.id)
                    .values(due_at=due_at)
                )
                self._ledger.record(connection, "ticket", ticket.id, ticket.id)

    def delete_ticket(self, ticket_id: str) -> None:
        """Delete a ticket; the feed tells of it."""
        with self.database.write() as connection:
            ticket = get_ticket(connection, ticket_id)
            connection.execute(
                update(schema.ticket)
                .where(schema.ticket.c.id == ticket.id)
                .values(deleted_at=self._ledger.now)
            )
            self._ledger.record(connection, "ticket", ticket.id, ticket.id, "deleted")
            self._ledger.audit(connection, "ticket deleted", ticket.id)

    def delete_entry(self, ticket_id: str, entry_id: str) -> None:
        """Delete an entry, its text and its attachments; the feed tells of it."""
        entry, attachment = schema.entry.c, schema.attachment.c
        with self.database.write() as connection:
            get_ticket(connection, ticket_id)
            row = connection.execute(
                select(schema.entry).where(
                    entry.id == entry_id, entry.ticket_id == ticket_id, entry.deleted_at.is_(None)
                )
            ).one_or_none()
            if row is None:
                raise Gone("The desk has no such entry; it may have been deleted.")
            files = list(
                connection.scalars(
                    select(attachment.file_id).where(attachment.entry_id == entry_id)
                )
            )
            connection.execute(delete(schema.attachment).where(attachment.entry_id == entry_id))
            connection.execute(delete(schema.blob).where(schema.blob.c.file_id.in_(files)))
            connection.execute(delete(schema.file).where(schema.file.c.id.in_(files)))
            connection.execute(
                update(schema.entry)
                .where(entry.id == entry_id)
                .values(deleted_at=self._ledger.now, text="", html="", change="{}")
            )
            if row.kind != Kind.ACTIVITY.value:
                connection.execute(
                    update(schema.ticket)
                    .where(schema.ticket.c.id == ticket_id)
                    .values(message_count=schema.ticket.c.message_count - 1)
                )
            self._ledger.record(connection, "entry", entry_id, ticket_id, "deleted")
            self._ledger.audit(connection, "entry deleted", ticket_id, entry_id)

    # --- set-up ----------------------------------------------------------------------------

    def add_agent(self, name: str, address: str = "", role: str = "agent") -> str:
        """Make an agent, or give the id of the one with this address or name."""
        with self.database.write() as connection:
            return make_agent(connection, name, address, role)

    def add_team(self, name: str, team_id: str = "") -> str:
        """Make a team, or rename it; its id."""
        with self.database.write() as connection:
            return make_team(connection, name, team_id)

    def add_field(self, item: FieldItem) -> None:
        """Make a custom field, or change its label and choices."""
        row = {
            "label": item.label,
            "choices": encode(item.choices),
            "multiple": int(item.multiple),
            "teams": encode(item.teams),
        }
        with self.database.write() as connection:
            connection.execute(
                upsert(schema.field)
                .values(name=item.name, **row)
                .on_conflict_do_update(index_elements=["name"], set_=row)
            )


def _move_routes(connection: Connection, source_id: str, target_id: str) -> None:
    """Give the target the source's routes; where it has the same one, entries take that."""
    route, entry = schema.route.c, schema.entry.c
    for row in connection.execute(select(schema.route).where(route.ticket_id == source_id)).all():
        same = route_for(connection, target_id, row.channel, row.address)
        connection.execute(
            update(schema.entry)
            .where(entry.ticket_id == target_id, entry.route_id == row.id)
            .values(route_id=same)
        )
        connection.execute(delete(schema.route).where(route.id == row.id))


def make_agent(connection: Connection, name: str, address: str = "", role: str = "agent") -> str:
    """The id of the agent with this address, else this name; made if there is none."""
    agent = schema.agent.c
    same = agent.address == address if address else agent.name == name
    found = connection.scalar(select(agent.id).where(same))
    if found is not None:
        return str(found)
    agent_id = free_id(connection, schema.agent, address.partition("@")[0] or name, "agent")
    connection.execute(
        insert(schema.agent).values(id=agent_id, name=name, address=address, role=role)
    )
    return agent_id


def make_team(connection: Connection, name: str, team_id: str = "") -> str:
    """The id of the team of this name; made if there is none."""
    team = schema.team.c
    found = connection.scalar(select(team.id).where(or_(team.id == team_id, team.name == name)))
    if found is not None:
        connection.execute(update(schema.team).where(team.id == found).values(name=name))
        return str(found)
    position = connection.scalar(select(func.count()).select_from(schema.team)) or 0
    made = team_id or free_id(connection, schema.team, name, "team")
    connection.execute(insert(schema.team).values(id=made, name=name, position=position))
    return made


def free_id(connection: Connection, table: Any, wish: str, fallback: str) -> str:
    """A readable id that the table does not have yet."""
    stem = re.sub(r"[^a-z0-9]+", "-", wish.lower()).strip("-") or fallback
    made, number = stem, 1
    while connection.scalar(select(func.count()).select_from(table).where(table.c.id == made)):
        number += 1
        made = f"{stem}-{number}"
    return made
