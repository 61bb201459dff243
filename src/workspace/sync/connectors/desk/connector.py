"""The desk as a connector: the contract's verbs over one SQLCipher file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import msgspec
from sqlalchemy import select

from workspace.domain.errors import AuthFailed, UsageError
from workspace.domain.items import (
    AgentItem,
    Capabilities,
    Directory,
    Fetched,
    FieldItem,
    Page,
    TeamItem,
)
from workspace.sync.connectors.contract import (
    AccountConfig,
    AttachmentRef,
    Checked,
    Connector,
    Feed,
    Host,
    LiveSign,
    Manifest,
    NotSent,
    OpenFile,
    Outgoing,
    Poke,
    Sent,
    SignalKind,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.desk import feeds, schema, signs
from workspace.sync.connectors.desk.agent_side import AgentSide
from workspace.sync.connectors.desk.commands import command_digest, find_command
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.ledger import Actor, get_ticket
from workspace.sync.connectors.desk.manifest import (
    CAPABILITIES,
    HTML_CHANNELS,
    MANIFEST,
    PRIORITIES,
    STATUSES,
    WRITTEN_CHANNELS,
)
from workspace.sync.connectors.desk.mapping import strings
from workspace.sync.connectors.desk.setup import find_me, prepare


class DeskConnector(Connector):
    """An embedded ticket backend; the reference for every capability.

    The file is made at the first call of a session that may write; constructing touches nothing.
    """

    manifest: ClassVar[Manifest] = MANIFEST

    def __init__(self, account: AccountConfig, host: Host) -> None:
        super().__init__(account, host)
        folder = account.settings.get("path", "")
        self.database = DeskDatabase(
            Path(folder).expanduser() if folder else host.data_dir,
            host.data_key,
            host.clock,
            read_only=host.read_only,
        )
        self._closing = threading.Event()
        self._me: Actor | None = None
        self._preparing = threading.Lock()

    def check(self) -> Checked:
        me = self._actor()
        return Checked(me=AgentItem(remote_id=me.id, name=me.name, address=me.address, me=True))

    def capabilities(self, scope: TicketRef | None = None) -> Capabilities:
        if scope is None:
            return CAPABILITIES
        with self._ready().read() as connection:
            ticket = get_ticket(connection, scope.remote_id)
        if ticket.merged_into:
            why = f"Merged into ticket {ticket.merged_into}."
            return Capabilities(why={"reply": why, "note": why})
        if ticket.channel not in HTML_CHANNELS and ticket.channel in WRITTEN_CHANNELS:
            why = "This channel carries plain text."
            return msgspec.structs.replace(CAPABILITIES, html=False, why={"html": why})
        return CAPABILITIES

    def directory(self) -> Directory:
        me = self._actor()
        agent, team, field = schema.agent.c, schema.team.c, schema.field.c
        with self.database.read() as connection:
            agents = connection.execute(
                select(schema.agent).where(agent.active == 1).order_by(agent.name, agent.id)
            ).all()
            teams = connection.execute(select(schema.team).order_by(team.position, team.id)).all()
            fields = connection.execute(
                select(schema.field).order_by(field.position, field.name)
            ).all()
        return Directory(
            agents=tuple(
                AgentItem(remote_id=row.id, name=row.name, address=row.address, me=row.id == me.id)
                for row in agents
            ),
            teams=tuple(TeamItem(remote_id=row.id, name=row.name) for row in teams),
            statuses=STATUSES,
            fields=tuple(
                FieldItem(
                    name=row.name,
                    label=row.label,
                    choices=strings(row.choices),
                    multiple=bool(row.multiple),
                    teams=strings(row.teams),
                )
                for row in fields
            ),
            priorities=PRIORITIES,
        )

    def pull(self, feed: Feed, cursor: str) -> Page:
        with self._ready().read() as connection:
            if feed == "live":
                return feeds.pull_live(connection, cursor, self.manifest.page_limit)
            return feeds.pull_history(connection, cursor, self.manifest.page_limit)

    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        with self._ready().read() as connection:
            return feeds.fetch(connection, ref, before)

    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        with self._ready().read() as connection:
            file_id = feeds.attachment_file(
                connection, ref.ticket_remote_id, ref.entry_remote_id, ref.remote_id
            )
        return self.database.chunks(file_id)

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        return self.agent_side().carry_out(outgoing, open_file)

    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        with self._ready().read() as connection:
            remote_id = find_command(connection, outgoing.key, command_digest(outgoing))
        return NotSent() if remote_id is None else Sent(remote_id=remote_id)

    def signal(self, kind: SignalKind, ref: TicketRef) -> None:
        self.agent_side().show(kind.kind, ref.remote_id)

    def stream(self, stop: Callable[[], bool]) -> Iterator[Poke | LiveSign]:
        me = self._actor()
        return signs.watch(self.database, me.id, stop, self._closing)

    def search(self, query: str, limit: int) -> list[TicketRef]:
        with self._ready().read() as connection:
            return feeds.search(connection, query, limit)

    def close(self) -> None:
        self._closing.set()
        self.database.close()

    def agent_side(self) -> AgentSide:
        """The desk as this account's agent works it, with what the contract has no verb for."""
        return AgentSide(self.database, self._actor())

    def _ready(self) -> DeskDatabase:
        """The database, made and settled before its first use."""
        self._actor()
        return self.database

    def _actor(self) -> Actor:
        """Who this account is at the desk."""
        with self._preparing:
            if self._me is None:
                name = self.account.settings.get("agent", "").strip()
                address = self.account.settings.get("address", "").strip()
                if address and "@" not in address:
                    raise UsageError(
                        f"“{address}” is not an email address.", "Correct it, or leave it empty."
                    )
                if not self.host.read_only:
                    prepare(self.database, name, address)
                me = find_me(self.database, name, address)
                if me is None:
                    raise AuthFailed(
                        "The desk knows no agent of this name and address.",
                        "Correct name and address of the account, or leave both empty.",
                    )
                self._me = me
            return self._me
