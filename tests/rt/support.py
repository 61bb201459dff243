"""An account on the test server with its connector, and what was pulled by it."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.servers.rt_fixture import RtServer
from workspace.clock import SystemClock
from workspace.domain.commands import Command, OutgoingFile, new_command_id
from workspace.domain.items import EntryItem, Page, TicketItem, Tombstone
from workspace.sync.connectors.contract import (
    AccountConfig,
    Host,
    NotSent,
    Outgoing,
    Sent,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.rt import RtConnector


@dataclass
class Pulled:
    """The cache in small: the writer's rules on items, in two dictionaries."""

    tickets: dict[str, TicketItem] = field(default_factory=dict)
    entries: dict[str, EntryItem] = field(default_factory=dict)
    gone: dict[str, Tombstone] = field(default_factory=dict)

    def take(self, page: Page) -> None:
        for item in page.items:
            if isinstance(item, TicketItem):
                known = self.tickets.get(item.remote_id)
                if known is None or known.revision <= item.revision:
                    self.tickets[item.remote_id] = item
            elif isinstance(item, EntryItem):
                known_entry = self.entries.get(item.remote_id)
                assert known_entry is None or known_entry.kind == item.kind
                self.entries[item.remote_id] = item
        for stone in page.tombstones:
            self.gone[stone.remote_id] = stone
            self.tickets.pop(stone.remote_id, None)

    def of(self, ticket: int | str) -> list[EntryItem]:
        own = [e for e in self.entries.values() if e.ticket_remote_id == str(ticket)]
        return sorted(own, key=lambda e: e.seq)


class RtAccount:
    """A connector on the test server and shorthands for what tests do with it."""

    def __init__(
        self,
        server: RtServer,
        user: str,
        folder: Path,
        *,
        read_only: bool = False,
        url: str = "",
        settings: Mapping[str, str] | None = None,
    ) -> None:
        secret = "customer1" if "@" in user else server.tokens[user]
        known = dict(settings or {})
        if "@" in user:
            known.update(auth="password", user=user)
        self.host = Host(
            clock=SystemClock(),
            log=logging.getLogger("workspace.test"),
            data_dir=folder,
            data_key=bytes(32),
            read_only=read_only,
        )
        config = AccountConfig("rt", url or server.url, known, secret)
        self.connector = RtConnector(config, self.host)
        self.files: dict[str, bytes] = {}

    # --- In ---

    def begin(self) -> str:
        return self.connector.pull("live", "").next

    def poll(self, cursor: str, pulled: Pulled | None = None) -> tuple[Pulled, str]:
        """The live feed until it says that nothing more is there."""
        pulled = pulled or Pulled()
        while True:
            page = self.connector.pull("live", cursor)
            pulled.take(page)
            cursor = page.next
            if not page.more:
                return pulled, cursor

    def history(self) -> Pulled:
        pulled = Pulled()
        cursor = ""
        while True:
            page = self.connector.pull("history", cursor)
            pulled.take(page)
            cursor = page.next
            if not page.more:
                return pulled

    def fetch_left(self, pulled: Pulled) -> None:
        """Read the tickets that the feeds left to `fetch`, as the engine does."""
        for ticket in list(pulled.tickets.values()):
            if not ticket.entries_by_feed:
                self.fetch(ticket.remote_id, pulled)

    def fetch(self, ticket: int | str, pulled: Pulled | None = None) -> Pulled:
        pulled = pulled or Pulled()
        before = ""
        while True:
            got = self.connector.fetch(TicketRef(str(ticket)), before)
            items = (*((got.ticket,) if got.ticket else ()), *got.entries)
            pulled.take(Page(items=items))
            before = got.next_before
            if got.complete:
                return pulled

    # --- Out ---

    def file(self, name: str, data: bytes, media_type: str) -> OutgoingFile:
        self.files[name] = data
        return OutgoingFile(
            id=name, name=name, size=len(data), media_type=media_type, sha256="0" * 64
        )

    def open_file(self, one: OutgoingFile) -> IO[bytes]:
        return io.BytesIO(self.files[one.id])

    def outgoing(self, ticket: int | str, command: Command, **more: object) -> Outgoing:
        now = int(time.time() * 1000)
        known: dict[str, object] = {
            "ticket": TicketRef(str(ticket)),
            "command": command,
            "key": new_command_id(),
            "first_try_at": now,
            "last_try_at": now,
        }
        return Outgoing(**{**known, **more})  # type: ignore[arg-type]

    def push(self, outgoing: Outgoing) -> Sent | Unknown:
        return self.connector.push(outgoing, self.open_file)

    def find(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        return self.connector.find_sent(outgoing)


Make = Callable[..., RtAccount]
CUSTOMER = "sehun.oh@customer.test"
OTHER = "daeun.yoon@customer.test"


def messages(rt_server: RtServer, ticket: str) -> list[tuple[str, str]]:
    rows = rt_server.work("entries", ticket=ticket)
    return [(row["type"], row["text"] or row["html"]) for row in rows[1:]]
