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
from workspace.domain.words import Direction, Kind, Status

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
    docs_url: str = ""
    settle_s: float = 30.0
    poll_s: float = 15.0
    page_limit: int = 500
    parallel: int = 4
    embedded: bool = False


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What this account (or one ticket, by scope) can do. Data, per scope; absent means no.

    `why` explains a missing one in a sentence for the disabled control's tooltip.
    """

    reply: bool = False
    note: bool = False
    html: bool = False
    attachments: bool = False
    max_attachment_bytes: int = 0
    set_status: bool = False
    set_assignee: bool = False
    set_team: bool = False
    set_priority: bool = False
    set_tags: bool = False
    set_custom_fields: bool = False
    conditional_update: bool = False
    idempotent_push: bool = False
    find_sent: bool = False
    typing: bool = False
    presence: bool = False
    receipts: bool = False
    stream: bool = False
    search: bool = False
    deletions: bool = False
    merges: bool = False
    why: dict[str, str] = {}


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


# --- What comes from a backend --------------------------------------------------------------


class Address(msgspec.Struct, frozen=True):
    """A contact point: kind is email, phone, whatsapp, messenger, web, matrix, ..."""

    kind: str
    value: str


class PersonItem(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody outside, as this backend knows them."""

    remote_id: str
    name: str = ""
    addresses: tuple[Address, ...] = ()
    organization: str = ""
    language: str = ""
    timezone: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    since: int | None = None


class AgentItem(msgspec.Struct, frozen=True, kw_only=True):
    """A human worker of the backend; `me` marks the account's own."""

    remote_id: str
    name: str
    address: str = ""
    me: bool = False


class TeamItem(msgspec.Struct, frozen=True, kw_only=True):
    """A team (RT: Queue)."""

    remote_id: str
    name: str


class StatusItem(msgspec.Struct, frozen=True, kw_only=True):
    """A status word of the backend and which of our six it is; `team` limits it to one team."""

    backend_status: str
    status: Status
    label: str = ""
    team: str = ""


class FieldItem(msgspec.Struct, frozen=True, kw_only=True):
    """A custom field. `multiple` ones hold lists; `choices` is empty for free text."""

    name: str
    label: str = ""
    choices: tuple[str, ...] = ()
    multiple: bool = False
    teams: tuple[str, ...] = ()


class Directory(msgspec.Struct, frozen=True, kw_only=True):
    """Who and what a ticket can be given."""

    agents: tuple[AgentItem, ...] = ()
    teams: tuple[TeamItem, ...] = ()
    statuses: tuple[StatusItem, ...] = ()
    fields: tuple[FieldItem, ...] = ()
    priorities: tuple[str, ...] = ()


class AttachmentItem(msgspec.Struct, frozen=True, kw_only=True):
    """Metadata; bytes come on demand by `get_attachment`. size in bytes, -1 unknown."""

    remote_id: str
    name: str
    size: int = -1
    media_type: str = "application/octet-stream"
    content_id: str = ""


class TicketItem(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as it stands now.

    Attributes:
        revision: grows with every change of the ticket or its entries, at this backend, forever.
            The writer ignores an item whose revision is below the stored one.
        entries_by_feed: its entries come as items of the feeds; else the engine calls `fetch`
            when it needs them, and again when `revision` is above the one last fetched.
        priority: the backend's own word or number as text.
        assignee, team: remote ids ("" for nobody).
        message_count: messages and notes, if the backend tells; else counted from the cache.
        waiting_since: when the customer began to wait for an answer, if known here.
    """

    remote_id: str
    revision: int
    subject: str = ""
    status: Status = Status.OPEN
    backend_status: str = ""
    assignee: str = ""
    team: str = ""
    priority: str = ""
    tags: tuple[str, ...] = ()
    channel: str = "email"
    requester: PersonItem | None = None
    cc: tuple[str, ...] = ()
    created_at: int = 0
    updated_at: int = 0
    custom_fields: dict[str, list[str]] = {}
    message_count: int | None = None
    due_at: int | None = None
    merged_into: str = ""
    entries_by_feed: bool = True
    url: str = ""


class EntryItem(msgspec.Struct, frozen=True, kw_only=True):
    """One message, note or activity.

    `html` is the backend's raw source; the engine sanitises it. `text` may be empty where there
    is HTML: the engine then derives it. `state` is the delivery state of an outgoing message:
    "", sent, delivered, read, failed. `command_id` is our key where the backend keeps it.
    Activity: `change` holds what changed, for example {"field": "status", "old": .., "new": ..}.
    """

    ticket_remote_id: str
    remote_id: str
    kind: Kind
    direction: Direction
    created_at: int
    author_name: str = ""
    author_address: str = ""
    author_remote_id: str = ""
    channel: str = ""
    route_remote_id: str = ""
    text: str = ""
    html: str = ""
    attachments: tuple[AttachmentItem, ...] = ()
    state: str = ""
    command_id: str = ""
    change: dict[str, str] = {}
    seq: int = 0  # tie-break within one millisecond; ascending in the backend's own order


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """Something explicitly gone. Absence never deletes. reason: deleted, merged, no_access."""

    kind: Literal["ticket", "entry"]
    remote_id: str
    ticket_remote_id: str = ""
    reason: Literal["deleted", "merged", "no_access"] = "deleted"
    merged_into: str = ""


Item = TicketItem | EntryItem | PersonItem


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a feed. `next` is JSON text, saved with the rows; pulling again with it goes on.

    `more` asks for another pull at once; `not_before_s` for a pause. `total` and `done` drive the
    progress of a first sync where known. Items of one page: persons and tickets before entries.
    """

    items: tuple[Item, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    next: str = ""
    more: bool = False
    not_before_s: float = 0.0
    done: int | None = None
    total: int | None = None


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as it stands now and (part of) its entries, newest part first.

    `complete` says that nothing older remains; else call again with `before=next_before`.
    The first answer carries the ticket; `revision` of it counts as fetched.
    """

    ticket: TicketItem | None
    entries: tuple[EntryItem, ...]
    complete: bool
    next_before: str = ""
    tombstones: tuple[Tombstone, ...] = ()


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
        raise NotImplementedError  # the engine asks capabilities first

    def search(self, query: str, limit: int) -> list[TicketRef]:
        """Search at the backend; only where capability `search` is true."""
        raise NotImplementedError

    def close(self) -> None:  # noqa: B027
        """Let go of sockets and files. Called once, after all other calls returned."""
