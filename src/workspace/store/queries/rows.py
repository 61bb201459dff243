"""What the reads return: frozen rows, ready to show, overlay of pending work included."""

from __future__ import annotations

import msgspec


class TicketRow(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket with the pending commands laid over it.

    Attributes:
        pending: how many commands wait; `pending_state` is the worst of their states
            (failed, conflict, in_doubt, sending, queued, scheduled) or "".
        draft: the first words of a draft, or "".
        snippet_kind: message-in, message-out, note or "".
        snoozed: hidden from the queues of open tickets until `snoozed_until` (ms UTC; 0: until
            the customer writes).
        woke_at: when it woke by its time, if it was not worked on since; else 0.
        mentioned_at: the newest note that names me, if I said nothing since; else 0.
        heard_at: the newest message or note that the backend has given.
        clock_offset_ms: how far the backend's clock is ahead of ours. All times that it gave,
            and those of pending work, are by its clock; until when something waits is by ours.
    """

    id: int
    account_id: int
    account: str
    remote_id: str
    revision: int
    subject: str
    status: str
    backend_status: str
    assignee: str
    assignee_name: str
    mine: bool
    team: str
    team_name: str
    priority: str
    channel: str
    tags: tuple[str, ...]
    person_id: int | None
    requester_name: str
    requester_addresses: tuple[tuple[str, str], ...]
    custom_fields: dict[str, list[str]]
    created_at: int
    updated_at: int
    due_at: int | None
    message_count: int
    needs_reply: bool
    snippet: str
    snippet_kind: str
    complete: bool
    fetched: bool
    pending: int = 0
    pending_state: str = ""
    draft: str = ""
    url: str = ""
    snoozed: bool = False
    snoozed_until: int = 0
    woke_at: int = 0
    mentioned_at: int = 0
    heard_at: int = 0
    clock_offset_ms: int = 0

    def backend_now(self, now_ms: int) -> int:
        """What the backend's clock shows when ours shows `now_ms`; ages and deadlines need it."""
        return now_ms + self.clock_offset_ms

    @property
    def ref(self) -> str:
        """ACCOUNT:REMOTE_ID."""
        return f"{self.account}:{self.remote_id}"


class AttachmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """An attachment of a cached entry (id > 0) or of a pending command (id 0)."""

    id: int
    name: str
    size: int
    media_type: str
    content_id: str = ""
    file: str = ""


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the conversation; pending ones have id 0 and their command's id and state.

    A pending change of fields is an activity: its first field in `change`, all of them in `text`.
    `state`: "", queued, sending, sent, delivered, read, failed, in_doubt, conflict; local for a
    note that is kept only here (id 0, no command).
    `not_before`: until when an undo is offered (ms UTC), 0 if none. `change`: of an activity;
    `changes`: all of those that one pending command makes, agents and teams by name.
    `capped`: its HTML was too much to show, so there is only `text`.
    """

    id: int
    remote_id: str
    kind: str
    direction: str
    created_at: int
    seq: int
    author_name: str
    author_address: str
    author_me: bool
    channel: str
    text: str
    html: str
    state: str
    command_id: str
    change: dict[str, str]
    attachments: tuple[AttachmentRow, ...]
    error_message: str = ""
    error_action: str = ""
    needs_agent: bool = False
    not_before: int = 0
    capped: bool = False
    error_kind: str = ""
    changes: tuple[dict[str, str], ...] = ()


class ConversationPage(msgspec.Struct, frozen=True, kw_only=True):
    """A window of a ticket's entries, oldest first; pending ones last.

    `has_older`/`has_newer`: the cache holds more on that side. `complete`: nothing older remains
    at the backend either.
    """

    ticket: TicketRow
    entries: tuple[EntryRow, ...]
    has_older: bool
    has_newer: bool
    complete: bool


class ContactRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote, and their other tickets (newest first, without the one asked about)."""

    person_id: int
    name: str
    addresses: tuple[tuple[str, str], ...]
    organization: str
    language: str
    timezone: str
    note: str
    tags: tuple[str, ...]
    since: int | None
    earlier: tuple[TicketRow, ...]
    earlier_total: int
    history_complete: bool  # else there may be more of them


class QueueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A queue with its live count, -1 while that is not known yet.

    Keys: mine, unassigned, mentions, breaching, snoozed, open, all, saved:ID, channel:X, account:N,
    team:N:REMOTE. section: own, saved, channel, account, team. `detail` is the connector of an
    account, the account of a team, the conditions of a saved queue. `sort`: its own order.
    """

    key: str
    section: str
    title: str
    count: int
    detail: str = ""
    sort: str = "newest"


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """One found entry. `marks` are (start, length) of the found words in `snippet`.

    A message or note that still waits in the outbox has entry_id 0, and so has a note that is
    kept only on this computer (`is_local`).
    """

    ticket: TicketRow
    entry_id: int
    entry_remote_id: str
    kind: str
    author_name: str
    created_at: int
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    is_local: bool = False


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """Newest first. `cut`: the window of candidates was exhausted before `limit` was reached.

    `tickets`: matches of the ticket itself (reference, remote id, subject words), before the hits.
    """

    tickets: tuple[TicketRow, ...]
    hits: tuple[SearchHit, ...]
    cut: bool
    problem: str = ""


class OutboxRow(msgspec.Struct, frozen=True, kw_only=True):
    """A command in the outbox, for the status page and `workspace outbox`."""

    id: str
    account_id: int
    account: str
    ticket_remote_id: str
    subject: str
    command: str
    preview: str
    state: str
    needs_agent: bool
    attempts: int
    not_before: int
    created_at: int
    last_try_at: int
    remote_id: str
    error_kind: str
    error_message: str
    error_action: str


class AccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """An account with the state of its sync. `capabilities` as in the contract, as a dict.

    `clock_offset_ms`: how far the backend's clock is ahead of ours, 0 if by less than a second.
    """

    id: int
    name: str
    connector: str
    url: str
    settings: dict[str, str]
    paused: bool
    state: str
    last_sync_at: int
    error_kind: str
    error_message: str
    error_action: str
    done: int
    total: int
    history_complete: bool
    capabilities: dict[str, object]
    me: str
    clock_offset_ms: int = 0


class DirectoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a ticket of one account can be set to: (remote id or word, label) pairs."""

    agents: tuple[tuple[str, str], ...]
    teams: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str, str, str], ...]  # backend word, ours, label, team
    priorities: tuple[str, ...]
    fields: tuple[tuple[str, str, tuple[str, ...], bool], ...]  # name, label, choices, multiple


class SnoozeRow(msgspec.Struct, frozen=True):
    """A snooze as kept. `until`: ms UTC, 0 until the customer writes. `heard_at`: the newest entry
    that was known of the ticket, by the backend's clock.
    """

    account_id: int
    ticket_remote_id: str
    until: int
    on_reply: bool
    heard_at: int


class SavedQueueRow(msgspec.Struct, frozen=True):
    """A queue of one's own as kept; `conditions` in the grammar of domain/conditions.py."""

    id: str
    name: str
    conditions: str
    sort: str
    position: int
    created_at: int


class DraftRow(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as saved. attachments: JSON of OutgoingFile tuples.

    `mode`: reply, note, local (a note kept only here; `base_entry` is the id of the note that it
    changes, "" for a new one), macro-MODE (what rides along with the draft of that mode).
    """

    account_id: int
    ticket_remote_id: str
    mode: str
    text: str
    html: str | None
    channel: str
    recipient: str
    attachments: str
    base_entry: str
    updated_at: int


class LocalNoteRow(msgspec.Struct, frozen=True):
    """A note that is kept only on this computer. `created_at`: ms UTC by our own clock."""

    id: str
    account_id: int
    ticket_remote_id: str
    text: str
    created_at: int
