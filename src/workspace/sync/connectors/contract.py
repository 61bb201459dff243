"""The connector contract: what a backend must offer, and the shapes it speaks in.

A connector is used from several threads of the engine: `pull` from the account's sync thread,
`push` and `find_sent` from its push threads, `fetch` and `get_attachment` from fetch threads,
`stream` from a thread of its own. It must hold no lock across network requests and keep no state
that it could not lose: cursors are the engine's to keep.

Errors are the `ConnectorError` tree of `workspace.domain.errors`; anything else that escapes is a
`ContractBug` and pauses the account. All texts are `str`, all times integer milliseconds UTC.
"""

from __future__ import annotations

import abc
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, ClassVar, Literal

import msgspec

from workspace.clock import Clock
from workspace.domain.commands import Command, OutgoingFile
from workspace.domain.errors import Unsupported
from workspace.domain.items import AgentItem, Capabilities, Directory, Fetched, Page

CONTRACT_VERSION = 1

Feed = Literal["history", "live"]


# --- What a connector says of itself -------------------------------------------------------


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One thing the add-account dialog and `--set` ask for. Secrets are sealed, never echoed."""

    name: str
    label: str
    kind: Literal["text", "secret", "url", "choice", "flag", "path"] = "text"
    required: bool = True
    default: str = ""
    choices: tuple[str, ...] = ()
    help: str = ""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The fixed facts of a connector. Durations in seconds.

    Attributes:
        settle_s: how long after its last try a send may still come to light (index lag, slowest
            request); an in-doubt command is looked for until then.
        poll_s: pause between polls of the live feed where there is no stream.
        page_limit: the most items the connector puts on one page.
        parallel: how many requests may be under way at once for one account.
    """

    name: str
    title: str
    kind: Literal["backend", "channel"] = "backend"
    contract: int = CONTRACT_VERSION
    settings: tuple[Setting, ...] = ()
    settle_s: float = 30.0
    poll_s: float = 15.0
    page_limit: int = 500
    parallel: int = 4
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class AccountConfig:
    """One account as the connector sees it. `secret` is never logged; repr hides it."""

    name: str
    url: str
    settings: Mapping[str, str] = field(default_factory=dict)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Host:
    """What the program gives a connector. Credentials are injected, never fetched.

    Attributes:
        read_only: a session that must change nothing; the shared layers refuse writes.
        data_dir: a folder of the account's own, user-only (the embedded desk's file).
        data_key: 32 bytes for files the connector keeps there.
        proxy, ca_file: explicit network settings; the environment is not trusted.
    """

    clock: Clock
    log: logging.Logger
    data_dir: Path
    data_key: bytes = field(repr=False)
    read_only: bool = False
    proxy: str = ""
    ca_file: str = ""


# --- References ------------------------------------------------------------------------------


class TicketRef(msgspec.Struct, frozen=True):
    """A ticket of this account by its backend's id."""

    remote_id: str


class AttachmentRef(msgspec.Struct, frozen=True):
    """An attachment by the ids of its backend."""

    ticket_remote_id: str
    entry_remote_id: str
    remote_id: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A successful check of the account's address and credentials."""

    me: AgentItem
    server: str = ""
    warnings: tuple[str, ...] = ()


# --- What goes out ----------------------------------------------------------------------------


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """Accepted, with the remote id parsed from the answer (for SetFields: the ticket's id)."""

    remote_id: str
    warnings: tuple[str, ...] = ()


class Unknown(msgspec.Struct, frozen=True, kw_only=True):
    """It may or may not have been accepted: time-out, reset, 5xx, half an answer."""

    reason: str


class NotSent(msgspec.Struct, frozen=True, kw_only=True):
    """`find_sent` looked where the command would have to be, and it is not there."""


class Undecidable(msgspec.Struct, frozen=True, kw_only=True):
    """`find_sent` can't tell: several candidates, or no way to look. The agent is asked."""

    reason: str


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A command on its way: to which ticket, under which key, and what was known when made.

    `key` is the command id (uuid7). `base_revision` is the ticket's revision the agent saw,
    `base_entry` the newest entry's remote id. `first_try_at` is 0 before the first try.
    """

    ticket: TicketRef
    command: Command
    key: str
    base_revision: int = 0
    base_entry: str = ""
    first_try_at: int = 0
    last_try_at: int = 0


OpenFile = Callable[[OutgoingFile], IO[bytes]]
"""Opens a sealed outgoing file for reading clear bytes; streamed, never whole in memory."""


class SignalKind(msgspec.Struct, frozen=True):
    """A live sign, never stored: typing, stopped_typing, read, viewing, left."""

    kind: Literal["typing", "stopped_typing", "read", "viewing", "left"]


class LiveSign(msgspec.Struct, frozen=True, kw_only=True):
    """What a stream tells beside “pull now”: somebody types, reads, is here."""

    ticket_remote_id: str
    who: str
    role: Literal["customer", "agent"]
    kind: Literal["typing", "stopped_typing", "online", "offline", "viewing", "left"]
    until: int = 0


class Poke(msgspec.Struct, frozen=True):
    """The stream says: the live feed has something."""


class Connector(abc.ABC):
    """Base class of every connector. Constructing one does no input or output."""

    manifest: ClassVar[Manifest]

    def __init__(self, account: AccountConfig, host: Host) -> None:
        self.account = account
        self.host = host

    @abc.abstractmethod
    def check(self) -> Checked:
        """Prove address and credentials by one cheap request. Must not change anything."""

    @abc.abstractmethod
    def capabilities(self, scope: TicketRef | None = None) -> Capabilities:
        """What can be done, for the account or one ticket. May be cached; no request per call."""

    @abc.abstractmethod
    def directory(self) -> Directory:
        """Agents, teams, statuses, fields."""

    @abc.abstractmethod
    def pull(self, feed: Feed, cursor: str) -> Page:
        """The next page of a feed; cursor "" begins it.

        `live` with "" returns no items and a cursor at this moment; `history` goes newest first.
        Raises CursorLost if the cursor no longer fits.
        """

    @abc.abstractmethod
    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        """One ticket and its entries. Raises Gone."""

    @abc.abstractmethod
    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        """The bytes, streamed in chunks of at most 1 MiB."""

    @abc.abstractmethod
    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        """Carry out one command, once. Never retries by itself after bytes left."""

    @abc.abstractmethod
    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        """Look for an earlier try of this command at the backend, without changing anything."""

    def signal(self, kind: SignalKind, ref: TicketRef) -> None:  # noqa: B027
        """Tell the backend a live sign (capability typing, presence or receipts). Best effort."""

    def stream(self, stop: Callable[[], bool]) -> Iterator[Poke | LiveSign]:
        """Yield pokes and live signs until `stop()`; only where capability `stream` is true."""
        raise Unsupported(f"{self.manifest.title} has no stream.")

    def search(self, query: str, limit: int) -> list[TicketRef]:
        """Search at the backend; only where capability `search` is true."""
        raise Unsupported(f"{self.manifest.title} can't be searched from here.")

    def clock_offset_ms(self) -> int | None:
        """The backend's clock minus ours in ms, as far as its answers told; no request for it."""
        return None

    def close(self) -> None:  # noqa: B027
        """Let go of sockets and files. Called once, after all other calls returned."""
