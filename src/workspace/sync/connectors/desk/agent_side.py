"""What an agent does at the desk: commands once each, signs of life, merges, deletions, set-up."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields, encode_command
from workspace.domain.errors import Conflict, Gone, Rejected, Unsupported
from workspace.domain.items import FieldItem
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.contract import OpenFile, Outgoing, Sent
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import (
    Actor,
    Ledger,
    NewEntry,
    NewFile,
    StagedFile,
    Touched,
    get_ticket,
    route_for,
)
from workspace.sync.connectors.desk.manifest import (
    ADDRESS_KINDS,
    HTML_CHANNELS,
    MAX_ATTACHMENT_BYTES,
    PRIORITIES,
    WRITTEN_CHANNELS,
    status_word,
)
from workspace.sync.connectors.desk.mapping import encode, lists, strings

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

    # --- commands --------------------------------------------------------------------------

    def carry_out(self, outgoing: Outgoing, open_file: OpenFile) -> Sent:
        """Do a command exactly once, however often it comes; the kept answer else."""
        digest = command_digest(outgoing)
        with self.database.read() as connection:
            done = find_command(connection, outgoing.key, digest)
        if done is not None:
            return Sent(remote_id=done)
        command = outgoing.command
        files: tuple[StagedFile, ...] = ()
        if not isinstance(command, SetFields):
            files = self._stage(command.attachments, open_file)
        warnings: list[str] = []
        with self.database.write() as connection:
            # Asked again under the lock: another process may have carried it out meanwhile.
            done = find_command(connection, outgoing.key, digest)
            if done is not None:
                return Sent(remote_id=done)
            ticket = self._workable(connection, outgoing.ticket.remote_id)
            if isinstance(command, SendReply):
                remote_id = self._reply(connection, ticket, command, outgoing, files, warnings)
            elif isinstance(command, AddNote):
                remote_id = self._note(connection, ticket, command, outgoing, files)
            else:
                remote_id = self._set(connection, ticket, command, outgoing)
            connection.execute(
                insert(schema.command).values(
                    id=outgoing.key,
                    ticket_id=ticket.id,
                    agent_id=self.me.id,
                    sha256=digest,
                    remote_id=remote_id,
                    at=self._ledger.now,
                )
            )
        return Sent(remote_id=remote_id, warnings=tuple(warnings))

    def _workable(self, connection: Connection, ticket_id: str) -> Row[Any]:
        ticket = get_ticket(connection, ticket_id)
        if ticket.merged_into:
            raise Gone(
                f"Ticket {ticket_id} was merged into {ticket.merged_into}.",
                f"Do it on ticket {ticket.merged_into} instead.",
            )
        return ticket

    def _stage(
        self, attachments: tuple[OutgoingFile, ...], open_file: OpenFile
    ) -> tuple[StagedFile, ...]:
        staged = []
        for outgoing in attachments:
            if outgoing.size > MAX_ATTACHMENT_BYTES:
                raise Rejected(
                    f"“{outgoing.name}” is larger than this desk takes.", field="attachments"
                )
            with open_file(outgoing) as stream:
                file_id, _, digest = self.database.stage(stream)
            if digest != outgoing.sha256:
                raise Rejected(
                    f"“{outgoing.name}” is not the file that was attached: its bytes differ.",
                    field="attachments",
                    action="Attach it again and send again.",
                )
            staged.append(StagedFile(file_id, outgoing.name, outgoing.media_type))
        return tuple(staged)

    def _reply(
        self,
        connection: Connection,
        ticket: Row[Any],
        command: SendReply,
        outgoing: Outgoing,
        files: tuple[StagedFile, ...],
        warnings: list[str],
    ) -> str:
        route_id, channel = self._route(connection, ticket, command)
        html = command.html or ""
        if html and channel not in HTML_CHANNELS:
            html = ""
            warnings.append("This channel carries plain text, so the formatting was left out.")
        return self._ledger.add_entry(
            connection,
            ticket.id,
            NewEntry(
                kind=Kind.MESSAGE,
                direction=Direction.OUT,
                text=command.text,
                html=html,
                channel=channel,
                route_id=route_id,
                state="sent",
                command_id=outgoing.key,
                files=files,
            ),
        )

    def _route(
        self, connection: Connection, ticket: Row[Any], command: SendReply
    ) -> tuple[str, str]:
        """The route that the agent chose, else the ticket's channel to its requester."""
        route = schema.route.c
        if command.route_remote_id:
            found = connection.execute(
                select(schema.route).where(
                    route.id == command.route_remote_id, route.ticket_id == ticket.id
                )
            ).one_or_none()
            if found is None:
                raise Rejected("This ticket has no such route.", field="route")
            return str(found.id), str(found.channel)
        channel = command.channel or ticket.channel
        if channel not in WRITTEN_CHANNELS and not command.channel:
            channel = self._written_channel(connection, ticket)
        if channel not in WRITTEN_CHANNELS:
            raise Unsupported(
                f"A written reply can't go by {channel}.", "Choose another channel for the reply."
            )
        address = command.recipient or self._address(connection, ticket.requester, channel)
        if not address:
            raise Rejected(
                f"The customer has no address for {channel}.",
                field="channel",
                action="Choose another channel for the reply.",
            )
        return route_for(connection, ticket.id, channel, address), channel

    def _written_channel(self, connection: Connection, ticket: Row[Any]) -> str:
        """For a ticket that began by phone: the first channel that reaches the customer."""
        for channel in WRITTEN_CHANNELS:
            if self._address(connection, ticket.requester, channel):
                return channel
        return str(ticket.channel)

    def _address(self, connection: Connection, person_id: str, channel: str) -> str:
        address = schema.address.c
        for kind in ADDRESS_KINDS.get(channel, ()):
            found = connection.execute(
                select(address.value)
                .where(address.person_id == person_id, address.kind == kind)
                .order_by(address.position)
            ).scalar()
            if found:
                return str(found)
        return ""

    def _note(
        self,
        connection: Connection,
        ticket: Row[Any],
        command: AddNote,
        outgoing: Outgoing,
        files: tuple[StagedFile, ...],
    ) -> str:
        return self._ledger.add_entry(
            connection,
            ticket.id,
            NewEntry(
                kind=Kind.NOTE,
                direction=Direction.OUT,
                text=command.text,
                html=command.html or "",
                command_id=outgoing.key,
                files=files,
            ),
        )

    def _set(
        self, connection: Connection, ticket: Row[Any], command: SetFields, outgoing: Outgoing
    ) -> str:
        wanted = self._wanted(connection, command)
        self._check_base(ticket, wanted, command, outgoing.base_revision)
        names = self._names(connection)
        for name, value in wanted.items():
            old = str(getattr(ticket, name))
            if old != value:
                shown = (names.get((name, old), old), names.get((name, value), value))
                self._ledger.set_field(connection, ticket, name, value, shown=shown)
        self._set_tags(connection, ticket, command)
        self._set_custom_fields(connection, ticket, command)
        return str(ticket.id)

    def _wanted(self, connection: Connection, command: SetFields) -> dict[str, str]:
        """The plain fields to be set, checked, in the desk's own words."""
        wanted: dict[str, str] = {}
        if command.status is not None:
            word = status_word(command.status)
            if word is None:
                raise Rejected(f"The desk has no status “{command.status}”.", field="status")
            wanted["status"] = word
        for name, table in (("assignee", schema.agent), ("team", schema.team)):
            value = getattr(command, name)
            if value is None:
                continue
            if value and not connection.scalar(
                select(func.count()).select_from(table).where(table.c.id == value)
            ):
                raise Rejected(f"The desk has no {name} “{value}”.", field=name)
            wanted[name] = value
        if command.priority is not None:
            if command.priority and command.priority not in PRIORITIES:
                raise Rejected(f"The desk has no priority “{command.priority}”.", field="priority")
            wanted["priority"] = command.priority
        return wanted

    def _check_base(
        self, ticket: Row[Any], wanted: dict[str, str], command: SetFields, base_revision: int
    ) -> None:
        """Conflict if a field to be set is no longer what the agent saw.

        By the value seen where the command tells it; else by the revision, and then a change of
        the same agent is no conflict: two commands of one agent may wait in one outbox.
        """
        now = dict(wanted)
        custom = lists(ticket.custom_fields)
        for name in wanted:
            now[name] = str(getattr(ticket, name))
        for name in command.custom_fields:
            wanted = wanted | {name: ", ".join(command.custom_fields[name])}
            now[name] = ", ".join(custom.get(name, []))
        touched = msgspec.json.decode(ticket.touched, type=Touched)
        for name, value in wanted.items():
            if now[name] == value:
                continue
            if name in command.base:
                seen = command.base[name] or ""
                if name == "status":
                    seen = status_word(seen) or seen
                moved = seen != now[name]
            else:
                revision, agent = touched.get(name, (0, ""))
                moved = bool(base_revision) and revision > base_revision and agent != self.me.id
            if moved:
                raise Conflict(f"Somebody changed the {name} meanwhile: it is “{now[name]}” now.")

    def _names(self, connection: Connection) -> dict[tuple[str, str], str]:
        """What people call the agents and teams, for the activity."""
        names: dict[tuple[str, str], str] = {}
        for name, table in (("assignee", schema.agent), ("team", schema.team)):
            for row in connection.execute(select(table.c.id, table.c.name)):
                names[name, row.id] = row.name
        return names

    def _set_tags(self, connection: Connection, ticket: Row[Any], command: SetFields) -> None:
        if not command.tags_add and not command.tags_remove:
            return
        old = strings(ticket.tags)
        kept = [tag for tag in old if tag not in command.tags_remove]
        new = (*kept, *(tag for tag in dict.fromkeys(command.tags_add) if tag not in kept))
        if new != old:
            self._ledger.set_field(
                connection,
                ticket,
                "tags",
                encode(new),
                shown=(", ".join(old), ", ".join(new)),
            )

    def _set_custom_fields(
        self, connection: Connection, ticket: Row[Any], command: SetFields
    ) -> None:
        values = lists(ticket.custom_fields)
        for name, new in command.custom_fields.items():
            definition = connection.execute(
                select(schema.field).where(schema.field.c.name == name)
            ).one_or_none()
            if definition is None:
                raise Rejected(f"The desk has no field “{name}”.", field=name)
            choices = strings(definition.choices)
            if len(new) > 1 and not definition.multiple:
                raise Rejected(f"The field “{name}” holds one value only.", field=name)
            if choices and not set(new) <= set(choices):
                raise Rejected(f"“{', '.join(new)}” is not a choice of “{name}”.", field=name)
            old = values.get(name, [])
            if old == new:
                continue
            values = (
                {**values, name: new} if new else {k: v for k, v in values.items() if k != name}
            )
            self._ledger.set_field(
                connection,
                ticket,
                name,
                ", ".join(new),
                column="custom_fields",
                stored=encode(values),
                shown=(", ".join(old), ", ".join(new)),
            )

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
            source = self._workable(connection, source_id)
            target = self._workable(connection, target_id)
            if source.id == target.id:
                raise Rejected("A ticket can't be merged into itself.")
            entry = schema.entry.c
            moved = list(
                connection.scalars(
                    select(entry.id).where(entry.ticket_id == source.id).order_by(entry.seq)
                )
            )
            for table in (schema.entry, schema.route):
                connection.execute(
                    update(table).where(table.c.ticket_id == source.id).values(ticket_id=target.id)
                )
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

    def attach(self, name: str, media_type: str, stream: Any) -> StagedFile:
        """Put bytes into the desk for an entry to come."""
        return self._ledger.stage((NewFile(name, media_type, stream),))[0]


def command_digest(outgoing: Outgoing) -> str:
    """What makes two pushes the same: the ticket and the frozen command."""
    digest = hashlib.sha256(outgoing.ticket.remote_id.encode())
    digest.update(b"\0" + encode_command(outgoing.command))
    return digest.hexdigest()


def find_command(connection: Connection, key: str, digest: str) -> str | None:
    """The kept answer to a command id. Rejected if the id belonged to another command."""
    row = connection.execute(select(schema.command).where(schema.command.c.id == key)).one_or_none()
    if row is None:
        return None
    if row.sha256 != digest:
        raise Rejected("This command id was already used for something else.")
    return str(row.remote_id)


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
