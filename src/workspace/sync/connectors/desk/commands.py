"""An agent's commands at the desk: each is checked, and carried out once."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, func, insert, select

from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields, encode_command
from workspace.domain.errors import Conflict, Gone, Rejected, Unsupported
from workspace.domain.words import Direction, Kind
from workspace.sync.connectors.contract import OpenFile, Outgoing, Sent
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import (
    Actor,
    Ledger,
    NewEntry,
    StagedFile,
    Touched,
    address_for,
    get_ticket,
    route_for,
)
from workspace.sync.connectors.desk.manifest import (
    HTML_CHANNELS,
    MAX_ATTACHMENT_BYTES,
    PRIORITIES,
    WRITTEN_CHANNELS,
    status_word,
)
from workspace.sync.connectors.desk.mapping import encode, lists, strings

_NEW_COMMAND = insert(schema.command)
_GET_COMMAND = select(schema.command).where(schema.command.c.id == bindparam("this"))


class Commands:
    """Carries out commands in the name of one agent. Any thread; one transaction per command."""

    def __init__(self, database: DeskDatabase, me: Actor) -> None:
        self.database = database
        self.me = me
        self._ledger = Ledger(database, me)

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
            ticket = workable(connection, outgoing.ticket.remote_id)
            if isinstance(command, SendReply):
                remote_id = self._reply(connection, ticket, command, outgoing, files, warnings)
            elif isinstance(command, AddNote):
                remote_id = self._note(connection, ticket, command, outgoing, files)
            else:
                remote_id = self._set(connection, ticket, command, outgoing)
            connection.execute(
                _NEW_COMMAND,
                {
                    "id": outgoing.key,
                    "ticket_id": ticket.id,
                    "agent_id": self.me.id,
                    "sha256": digest,
                    "remote_id": remote_id,
                    "at": self._ledger.now,
                },
            )
        return Sent(remote_id=remote_id, warnings=tuple(warnings))

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
        address = command.recipient or address_for(connection, ticket.requester, channel)
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
            if address_for(connection, ticket.requester, channel):
                return channel
        return str(ticket.channel)

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
        names = self._names(connection) if wanted.keys() & {"assignee", "team"} else {}
        self._check_base(ticket, wanted, command, outgoing.base_revision, names)
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
        self,
        ticket: Row[Any],
        wanted: dict[str, str],
        command: SetFields,
        base_revision: int,
        names: dict[tuple[str, str], str],
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
                nothing = "nobody" if name == "assignee" else "empty"
                shown = names.get((name, now[name]), now[name]) or nothing
                raise Conflict(f"Somebody changed the {name} meanwhile: it is “{shown}” now.")

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


def command_digest(outgoing: Outgoing) -> str:
    """What makes two pushes the same: the ticket and the frozen command."""
    digest = hashlib.sha256(outgoing.ticket.remote_id.encode())
    digest.update(b"\0" + encode_command(outgoing.command))
    return digest.hexdigest()


def find_command(connection: Connection, key: str, digest: str) -> str | None:
    """The kept answer to a command id. Rejected if the id belonged to another command."""
    row = connection.execute(_GET_COMMAND, {"this": key}).one_or_none()
    if row is None:
        return None
    if row.sha256 != digest:
        raise Rejected("This command id was already used for something else.")
    return str(row.remote_id)


def workable(connection: Connection, ticket_id: str) -> Row[Any]:
    """The row of a ticket that is neither deleted nor merged. Gone else."""
    ticket = get_ticket(connection, ticket_id)
    if ticket.merged_into:
        raise Gone(
            f"Ticket {ticket_id} was merged into {ticket.merged_into}.",
            f"Do it on ticket {ticket.merged_into} instead.",
        )
    return ticket
