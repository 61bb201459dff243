"""A desk in a folder of the test's own, with a customer, and an agent's connector on it."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest
from sqlalchemy import select

from tests.conftest import SetClock
from workspace.clock import Clock
from workspace.demo.seed import seed_desk
from workspace.domain.commands import Command, OutgoingFile, new_command_id
from workspace.domain.items import Address, EntryItem, FieldItem, Item, TicketItem, Tombstone
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sync.connectors.contract import (
    AccountConfig,
    Feed,
    Host,
    Outgoing,
    Sent,
    TicketRef,
)
from workspace.sync.connectors.desk import Actor, AgentSide, CustomerSide, DeskConnector
from workspace.sync.connectors.desk import schema as tables
from workspace.sync.connectors.desk.mapping import encode

KEY = bytes(range(32))


def a_connector(
    folder: Path, clock: Clock, *, read_only: bool = False, key: bytes = KEY, **settings: str
) -> DeskConnector:
    """A connector on the desk in this folder."""
    host = Host(
        clock=clock,
        log=logging.getLogger("test"),
        data_dir=folder,
        data_key=key,
        read_only=read_only,
    )
    return DeskConnector(AccountConfig("store", "", settings), host)


@dataclass
class Desk:
    """Everything a test does at a desk."""

    folder: Path
    clock: SetClock
    connector: DeskConnector
    customers: CustomerSide
    minji: str = ""
    bytes_of: dict[str, bytes] = field(default_factory=dict)

    def ticket(self, text: str = "신발이 작아요", channel: str = "email", **more: str) -> str:
        return self.customers.open_ticket(self.minji, channel, text, **more)  # type: ignore[arg-type]

    def outgoing(self, ticket: str, command: Command, key: str = "", base: int = 0) -> Outgoing:
        return Outgoing(
            ticket=TicketRef(ticket),
            command=command,
            key=key or new_command_id(),
            base_revision=base,
        )

    def push(self, ticket: str, command: Command, key: str = "", base: int = 0) -> Sent:
        sent = self.connector.push(self.outgoing(ticket, command, key, base), self.open_file)
        assert isinstance(sent, Sent)
        return sent

    def file(self, name: str, content: bytes, media_type: str = "text/plain") -> OutgoingFile:
        self.bytes_of[name] = content
        digest = hashlib.sha256(content).hexdigest()
        return OutgoingFile(name, name, len(content), media_type, digest)

    def open_file(self, file: OutgoingFile) -> IO[bytes]:
        return io.BytesIO(self.bytes_of[file.id])

    def get(self, ticket: str) -> TicketItem:
        item = self.connector.fetch(TicketRef(ticket)).ticket
        assert item is not None
        return item

    def entries(self, ticket: str) -> list[EntryItem]:
        """All entries, oldest first."""
        entries: list[EntryItem] = []
        before = ""
        while True:
            fetched = self.connector.fetch(TicketRef(ticket), before)
            entries += fetched.entries
            if fetched.complete:
                return entries[::-1]
            before = fetched.next_before

    def bo(self) -> AgentSide:
        """Another agent."""
        side = self.connector.agent_side()
        return AgentSide(side.database, Actor("agent", side.add_agent("Bo"), "Bo"))

    def drain(self, feed: Feed, cursor: str) -> tuple[list[Item], list[Tombstone], str]:
        """All that a feed has now, and the cursor behind it."""
        items: list[Item] = []
        tombstones: list[Tombstone] = []
        while True:
            page = self.connector.pull(feed, cursor)
            assert len(page.items) <= self.connector.manifest.page_limit
            items += page.items
            tombstones += page.tombstones
            cursor = page.next
            if not page.more:
                return items, tombstones, cursor

    def dump(self) -> dict[str, list[str]]:
        """Everything in the desk, as text."""
        with self.customers.database.read() as connection:
            return {
                table.name: [encode([str(cell) for cell in row]) for row in rows]
                for table in tables.desk.sorted_tables
                for rows in [connection.execute(select(table)).all()]
            }


@pytest.fixture
def desk(tmp_path: Path, set_clock: SetClock) -> Iterator[Desk]:
    folder = tmp_path / "store"
    connector = a_connector(folder, set_clock, agent="Jiyoon", address="jiyoon@shop.example")
    connector.check()
    owner = connector.agent_side()
    owner.add_team("Returns")
    owner.add_field(FieldItem(name="order", label="Order"))
    owner.add_field(FieldItem(name="size", label="Size", choices=("S", "M", "L")))
    owner.add_field(FieldItem(name="topics", label="Topics", multiple=True))
    customers = CustomerSide(folder, KEY, set_clock)
    minji = customers.meet(
        "김민지",
        [
            Address("email", "minji@customer.example"),
            Address("whatsapp", "+82 10-0000-0000"),
            Address("phone", "+82 10-0000-0000"),
        ],
        language="ko",
    )
    yield Desk(folder, set_clock, connector, customers, minji)
    customers.close()
    connector.close()


@pytest.fixture(scope="session")
def small_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with the sample data but the long talk, to read or to copy."""
    paths = Paths(tmp_path_factory.mktemp("shop") / "base").ensure()
    seed_desk(paths, MasterKey(KEY), "store", SetClock().now_ms(), "small")
    return paths.desks / "store"
