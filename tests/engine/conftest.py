"""A backend on a socket, a base directory that knows its connector, and engines to run on it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.engine.backend import SECRET, Backend
from tests.waiting import PATIENCE_S
from workspace.clock import Clock, SystemClock
from workspace.domain.commands import Command, SendReply
from workspace.ipc.client import EngineClient
from workspace.ipc.protocol import Frame
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.store.connect import Reader
from workspace.store.files import SealedFiles
from workspace.store.journal import JournalDoor
from workspace.store.migrations import ensure_schema
from workspace.sync.service import Engine


class Base:
    """A base directory with one account on the backend: how a client and a test see it."""

    def __init__(self, paths: Paths, key: MasterKey, backend: Backend) -> None:
        self.paths, self.key, self.backend = paths, key, backend
        folder = paths.connectors / "shelf"
        folder.mkdir(mode=0o700)
        shutil.copy(Path(__file__).with_name("shelf.py"), folder / "shelf.py")
        (folder / "shelf.py").chmod(0o600)  # whatever the checkout's is
        ensure_schema(paths, key)
        self.door = JournalDoor(paths, key, SystemClock())
        self.reader = Reader(paths, key)
        self.notices: list[Frame] = []
        self.account_id = 0

    def add_account(self, **settings: str) -> int:
        accounts = Accounts(self.paths, self.key)
        self.account_id = accounts.add("shelf", "shelf", self.backend.url, settings, SECRET)
        accounts.close()
        return self.account_id

    def client(self) -> EngineClient:
        client = EngineClient(self.paths, "test", self.notices.append)
        assert client.connect(PATIENCE_S)
        return client

    @contextmanager
    def engine(self, clock: Clock | None = None) -> Iterator[EngineClient]:
        """An engine in this process, and a client of it."""
        engine = Engine(self.paths, self.key, idle_s=600.0, clock=clock)
        thread = threading.Thread(target=engine.run)
        thread.start()
        client = self.client()
        try:
            yield client
        finally:
            client.close()
            engine.stop()
            thread.join(PATIENCE_S)
            assert not thread.is_alive()

    # --- what a window would see ----------------------------------------------------------

    def cached(self) -> dict[str, tuple[str, list[str]]]:
        """Ticket -> status and entries, as `Backend.state` gives them."""
        rows = self.reader.all(
            "SELECT t.remote_id, t.status, e.remote_id FROM ticket AS t"
            " LEFT JOIN entry AS e ON e.ticket_id = t.id WHERE t.gone = 0"
            " ORDER BY t.remote_id, e.created_at, e.seq"
        )
        found: dict[str, tuple[str, list[str]]] = {}
        for ticket, status, entry in rows:
            found.setdefault(ticket, (status, []))
            if entry is not None:
                found[ticket][1].append(entry)
        return found

    def is_equal(self) -> bool:
        """The cache holds exactly what the backend does."""
        return self.cached() == self.backend.state()

    def account(self) -> tuple[str, str]:
        """State and kind of error of the account."""
        row = self.reader.one("SELECT state, error_kind FROM account_state")
        return (row[0], row[1]) if row else ("", "")

    def outbox(self, command_id: str) -> tuple[str, bool]:
        """State of a command and whether it needs the agent."""
        row = self.reader.one(
            "SELECT state, needs_agent FROM journal.outbox WHERE id = ?", (command_id,)
        )
        assert row is not None
        return row[0], bool(row[1])

    def send(self, ticket: str, *commands: Command | str, not_before: int = 0) -> list[str]:
        """Put commands into the outbox, as the composer does."""
        listed = [SendReply(text=one) if isinstance(one, str) else one for one in commands]
        return self.door.enqueue(
            self.account_id,
            ticket,
            listed,
            base_revision=0,
            base_entry="",
            not_before=not_before,
        )

    def attachments(self) -> SealedFiles:
        """The sealed files that the engine downloaded."""
        return SealedFiles(self.paths.attachments, self.key.subkey("attachments"))

    def close(self) -> None:
        self.door.close()
        self.reader.close()


@pytest.fixture
def backend() -> Iterator[Backend]:
    backend = Backend()
    backend.start()
    yield backend
    backend.stop()


@pytest.fixture
def base(paths: Paths, key: MasterKey, backend: Backend) -> Iterator[Base]:
    base = Base(paths, key, backend)
    base.add_account()
    yield base
    base.close()
