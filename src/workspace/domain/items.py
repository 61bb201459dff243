"""What a backend says, in our words: the items that connectors yield and the cache stores."""

from __future__ import annotations

from typing import Literal

import msgspec

from workspace.domain.words import Direction, Kind, Status


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What this account (or one ticket, by scope) can do. Data, per scope; absent means no.

    `why` explains a missing one in a sentence for the disabled control's tooltip.
    `html_channels`: where only replies by these channels may carry HTML; empty: by all.
    `every_agent_reads`: whoever the directory lists can read each ticket with its notes; else
    rights of the backend decide, which it doesn't tell of others.
    """

    reply: bool = False
    note: bool = False
    html: bool = False
    html_channels: tuple[str, ...] = ()
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
    every_agent_reads: bool = False
    why: dict[str, str] = {}


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
