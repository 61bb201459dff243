"""What every rule stands on: a driver, connectors that are closed again, and captured logs."""

from __future__ import annotations

import hashlib
import io
import itertools
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from workspace.domain.commands import Command, OutgoingFile, SendReply, new_command_id
from workspace.domain.errors import ConnectorError
from workspace.domain.items import EntryItem
from workspace.domain.words import Status
from workspace.sanitise import html_to_text
from workspace.sync.connectors.contract import (
    AccountConfig,
    Connector,
    Host,
    Outgoing,
    Sent,
    TicketRef,
    Unknown,
)
from workspace.sync.connectors.testing.driver import BackendDriver, NotApplicable
from workspace.sync.connectors.testing.proxy import FaultProxy
from workspace.sync.connectors.testing.replica import Replica, complete, pull_all

CHUNK_LIMIT = 1024 * 1024
_POLL_S = 0.2

T = TypeVar("T")
ErrorT = TypeVar("ErrorT", bound=ConnectorError)


class Files:
    """Outgoing files of a rule; notes whoever reads one whole or closes it late."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}
        self.largest_read = 0
        self.open_now = 0

    def add(self, name: str, data: bytes, media_type: str = "text/plain") -> OutgoingFile:
        digest = hashlib.sha256(data).hexdigest()
        self._data[digest] = data
        return OutgoingFile(digest[:16], name, len(data), media_type, digest)

    def open(self, file: OutgoingFile) -> IO[bytes]:
        return _Watched(self._data[file.sha256], self)


class _Watched(io.BytesIO):
    def __init__(self, data: bytes, files: Files) -> None:
        super().__init__(data)
        self._files = files
        files.open_now += 1

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._files.largest_read = max(self._files.largest_read, len(data))
        return data

    def close(self) -> None:
        if not self.closed:
            self._files.open_now -= 1
        super().close()


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Harness:
    """Set-up and tools of the suite; rules are the methods named `test_…` of its subclasses.

    `setup_method` and `teardown_method` are pytest's names, so the suite needs no pytest itself.
    """

    def make_driver(self, folder: Path) -> BackendDriver:
        """A driver of a running backend; `folder` is the rule's own. The author writes this."""
        raise NotImplementedError("Write make_driver in your subclass of ConnectorConformance.")

    def setup_method(self, method: object = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="workspace-conformance-"))
        self._connectors: list[Connector] = []
        self._proxies: list[FaultProxy] = []
        self._token = os.urandom(4).hex()
        self._numbers = itertools.count(1)
        self.files = Files()
        self.records = _Records()
        root = logging.getLogger()
        self._level = root.level
        root.addHandler(self.records)
        root.setLevel(logging.DEBUG)
        try:
            self.driver = self.make_driver(self._folder)
        except BaseException:
            self._put_back()
            raise

    def teardown_method(self, method: object = None) -> None:
        try:
            for connector in self._connectors:
                connector.close()
            for proxy in self._proxies:
                proxy.close()
            self.driver.close()
        finally:
            self._put_back()

    def _put_back(self) -> None:
        root = logging.getLogger()
        root.removeHandler(self.records)
        root.setLevel(self._level)
        shutil.rmtree(self._folder, ignore_errors=True)

    # --- Connectors ----------------------------------------------------------------------

    @property
    def embedded(self) -> bool:
        return self.driver.connector.manifest.embedded

    def connect(
        self,
        account: AccountConfig | None = None,
        *,
        read_only: bool = False,
        page_limit: int = 0,
    ) -> Connector:
        """A new connector, as after a restart of the engine; closed after the rule."""
        kind = self.driver.connector
        if page_limit:
            manifest = msgspec.structs.replace(kind.manifest, page_limit=page_limit)
            kind = type(kind.__name__, (kind,), {"manifest": manifest})
        host = Host(
            clock=self.driver.clock,
            log=logging.getLogger("workspace.connector"),
            data_dir=self.driver.data_dir,
            data_key=self.driver.data_key,
            read_only=read_only,
        )
        connector = kind(account or self.driver.account(), host)
        self._connectors.append(connector)
        return connector

    def proxy(self) -> FaultProxy:
        """A fault proxy before the backend. NotApplicable where no network is between."""
        if self.embedded:
            raise NotApplicable("An embedded backend has no network between.")
        proxy = FaultProxy(self.driver.account().url)
        self._proxies.append(proxy)
        return proxy

    def claimed(self, capability: str) -> None:
        """NotApplicable unless the capability is claimed."""
        if not getattr(self.connect().capabilities(), capability):
            raise NotApplicable(f"Capability {capability} is not claimed.")

    # --- Texts and commands ----------------------------------------------------------------

    def text(self, words: str = "text") -> str:
        """A text that no other rule, run or ticket has."""
        return f"{words} {self._token}-{next(self._numbers)}"

    def new_ticket(self, words: str = "A question") -> str:
        return self.driver.create_ticket(self.text("Subject"), self.text(words))

    def aside(self, ticket: str, words: str = "aside") -> None:
        """Another agent adds a note; on a channel, which has none, nothing happens."""
        if self.driver.connector.manifest.kind == "backend":
            self.driver.agent_writes(ticket, self.text(words), public=False)

    def solve(self, ticket: str) -> None:
        """Another agent solves the ticket; on a channel its customer writes instead."""
        if self.driver.connector.manifest.kind == "backend":
            self.driver.change_ticket(ticket, status=Status.SOLVED)
        else:
            self.driver.customer_writes(ticket, self.text())

    def outgoing(self, ticket: str, command: Command, *, key: str = "") -> Outgoing:
        """A command made now, by an agent who saw the ticket as it is now."""
        now = self.driver.clock.now_ms()
        seen = attempt(lambda: self.connect().fetch(TicketRef(ticket)))
        entries = () if isinstance(seen, ConnectorError) else seen.entries
        item = None if isinstance(seen, ConnectorError) else seen.ticket
        newest = max(entries, key=lambda entry: (entry.created_at, entry.seq), default=None)
        return Outgoing(
            ticket=TicketRef(ticket),
            command=command,
            key=key or new_command_id(),
            base_revision=item.revision if item else 0,
            base_entry=newest.remote_id if newest else "",
            first_try_at=now,
            last_try_at=now,
        )

    def reply(self, ticket: str, text: str) -> Outgoing:
        """A reply bound to the ticket's requester, as the composer makes it."""
        recipient = self.driver.ticket(ticket).requester
        return self.outgoing(ticket, SendReply(text=text, recipient=recipient))

    def push(self, connector: Connector, outgoing: Outgoing) -> Sent | Unknown:
        return connector.push(outgoing, self.files.open)

    def sent(self, connector: Connector, outgoing: Outgoing) -> Sent:
        """Push and insist on success."""
        result = attempt(lambda: self.push(connector, outgoing))
        assert isinstance(result, Sent), f"An undisturbed push gave {result!r}."
        assert result.remote_id, "Sent without a remote id."
        return result

    def count(self, ticket: str, text: str) -> int:
        """How many entries of the ticket at the backend have this text."""
        return sum(plain(text) in plain(entry.text) for entry in self.driver.entries(ticket))

    # --- Pulling -----------------------------------------------------------------------------

    def sync(self, connector: Connector, *tickets: str) -> tuple[Replica, str]:
        """A first sync; the replica with these tickets complete, and the live cursor."""
        replica = Replica()
        live = connector.pull("live", "").next
        pull_all(connector, "history", "", replica, wanted=frozenset(tickets))
        for ticket in tickets:
            complete(connector, replica, ticket)
        return replica, live

    def catch_up(
        self, connector: Connector, replica: Replica, cursor: str, until: Callable[[], bool]
    ) -> str:
        """Pull live until this holds, or the driver's patience ends; the next cursor."""
        waited = 0.0
        while True:
            seen = {ticket: item.revision for ticket, item in replica.tickets.items()}
            cursor = pull_all(connector, "live", cursor, replica)
            for ticket, item in list(replica.tickets.items()):
                if item.revision > seen.get(ticket, -1):
                    complete(connector, replica, ticket)
            if until() or waited >= self.driver.live_wait_s:
                return cursor
            threading.Event().wait(_POLL_S)
            waited += _POLL_S

    def raises(self, error: type[ErrorT], call: Callable[[], object], what: str) -> ErrorT:
        """The error of this type that the call must raise, with a message for people."""
        try:
            result = call()
        except error as raised:
            if not raised.message.strip():
                raise AssertionError(f"{what}: the error has no message.") from raised
            return raised
        except Exception as other:
            raise AssertionError(
                f"{what} must raise {error.__name__}, not {type(other).__name__}: {other}"
            ) from other
        raise AssertionError(f"{what} must raise {error.__name__}, but gave {result!r}.")


def plain(text: str) -> str:
    """Text as it is compared: newlines are one character, blanks at the ends don't count."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def text_of(entry: EntryItem) -> str:
    """An entry's text, derived from its HTML where it brings none, as the engine does."""
    return plain(entry.text or html_to_text(entry.html))


def attempt(call: Callable[[], T]) -> T | ConnectorError:
    """The call's result, or the typed error it raised; any other error is a broken contract."""
    try:
        return call()
    except ConnectorError as error:
        return error
    except AssertionError:
        raise
    except Exception as error:
        raise AssertionError(
            f"A connector raises only ConnectorErrors, not {type(error).__name__}: {error}"
        ) from error
