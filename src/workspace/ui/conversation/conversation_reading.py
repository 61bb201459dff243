"""What a conversation reads of its ticket, on a reader's thread: stretches of entries."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from workspace.domain.words import Status
from workspace.store.connect import Reader, consistent
from workspace.store.queries.accounts import get_directory
from workspace.store.queries.conversation import Position, get_conversation
from workspace.store.queries.conversation_find import place_of
from workspace.store.queries.rows import ConversationPage, DirectoryRow, EntryRow
from workspace.ui.conversation.conversation_rows import is_pending

PAGE = 60
ABOVE = 20
NEWEST = 20
OUR_STATUSES = {"", *(status.value for status in Status)}

Kind = Literal["", "message", "note", "activity"]
"""Which entries show; "" for all."""


class Stretch(msgspec.Struct, frozen=True):
    """A page, and the ticket's newest entries of any kind, by which it is known what arrives."""

    page: ConversationPage
    newest: tuple[EntryRow, ...]


def position(entry: EntryRow) -> Position:
    """Where an entry stands in its conversation."""
    return (entry.created_at, entry.seq, entry.id)


def stored(entries: list[EntryRow] | tuple[EntryRow, ...]) -> list[EntryRow]:
    """Those that do not lie in the outbox."""
    return [entry for entry in entries if not is_pending(entry)]


def read_page(
    reader: Reader,
    ticket_id: int,
    limit: int,
    before: Position | None = None,
    *,
    after: Position | None = None,
    kind: Kind = "",
) -> ConversationPage:
    """`get_conversation`, with changes told by names: of agents and teams, and of our statuses."""
    page = get_conversation(reader, ticket_id, limit=limit, before=before, after=after, kind=kind)
    if not any(_needs_names(entry) for entry in page.entries):
        return page
    directory = get_directory(reader, page.ticket.account_id)
    names = {
        "assignee": dict(directory.agents),
        "team": dict(directory.teams),
        "status": _status_names(directory, page.ticket.team),
    }

    def named(entry: EntryRow) -> EntryRow:
        if not _needs_names(entry):
            return entry
        known = names[entry.change["field"]]
        change = dict(entry.change)
        for side in ("old", "new"):
            change[side] = known.get(change.get(side, ""), change.get(side, ""))
        return msgspec.structs.replace(entry, change=change)

    return msgspec.structs.replace(page, entries=tuple(map(named, page.entries)))


def _needs_names(entry: EntryRow) -> bool:
    """Waiting changes name people by id; a backend may have status words of its own."""
    field = entry.change.get("field", "")
    if field == "status":
        return not {entry.change.get(side, "") for side in ("old", "new")} <= OUR_STATUSES
    return field in ("assignee", "team") and is_pending(entry)


def _status_names(directory: DirectoryRow, team: str) -> dict[str, str]:
    """A backend's status word to ours where that is as clear, else to its label."""
    rows = [row for row in directory.statuses if row[3] in ("", team)]
    shared = Counter(ours for _, ours, _, _ in rows)
    return {word: ours if shared[ours] == 1 else label for word, ours, label, _ in rows}


@consistent
def read_newest(reader: Reader, ticket_id: int, limit: int, kind: Kind) -> Stretch:
    """The newest entries of this kind."""
    page = read_page(reader, ticket_id, limit, kind=kind)
    return Stretch(page, _newest(reader, page, kind))


@consistent
def read_after(reader: Reader, ticket_id: int, after: Position, limit: int, kind: Kind) -> Stretch:
    """The entries after one that is known."""
    page = read_page(reader, ticket_id, limit, after=after, kind=kind)
    return Stretch(page, _newest(reader, page, kind))


@consistent
def read_around(reader: Reader, ticket_id: int, place: Position, kind: Kind) -> Stretch:
    """A stretch that holds this place, or the nearest to it, with something above and below."""
    above = read_page(reader, ticket_id, ABOVE, (place[0], place[1], place[2] + 1), kind=kind)
    below = read_page(reader, ticket_id, PAGE, after=place, kind=kind)
    page = ConversationPage(
        ticket=below.ticket,
        entries=(*above.entries, *below.entries),
        has_older=above.has_older,
        has_newer=below.has_newer,
        complete=below.complete,
    )
    return Stretch(page, _newest(reader, page, kind))


@consistent
def read_at_entry(reader: Reader, ticket_id: int, entry_id: int, kind: Kind) -> Stretch:
    """The newest entries if this one is among them, else those around it."""
    newest = read_newest(reader, ticket_id, PAGE, kind)
    if any(entry.id == entry_id for entry in newest.page.entries):
        return newest
    place = place_of(reader, ticket_id, entry_id)
    return newest if place is None else read_around(reader, ticket_id, place, kind)


def _newest(reader: Reader, page: ConversationPage, kind: Kind) -> tuple[EntryRow, ...]:
    if not kind and not page.has_newer:
        return page.entries[-NEWEST:]
    return get_conversation(reader, page.ticket.id, limit=NEWEST).entries


def merge(loaded: list[EntryRow], page: ConversationPage) -> list[EntryRow]:
    """A later stretch laid over what is loaded; older entries stay."""
    fresh = stored(page.entries)
    if not fresh or not page.has_older:
        return list(page.entries)
    oldest = position(fresh[0])
    older = [entry for entry in stored(loaded) if position(entry) < oldest]
    return older + list(page.entries)
