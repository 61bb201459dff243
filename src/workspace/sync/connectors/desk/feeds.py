"""Reading the desk as the engine does: history, live, one ticket, search."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, bindparam, func, or_, select, tuple_

from workspace.domain.errors import CursorLost, Gone
from workspace.domain.items import Fetched, Item, Page, Tombstone
from workspace.sync.connectors.contract import TicketRef
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.ledger import get_ticket
from workspace.sync.connectors.desk.mapping import entry_items, person_items, ticket_items

FETCH_LIMIT = 200
TICKETS_AT_ONCE = 400
TOGETHER = 40  # tickets whose entries are read by one statement
MANY = 100  # messages; longer tickets are read on their own, as far as there is room
FIRST_PAGE = 300  # so that a first sync shows its first rows at once

# Built once: a page of the history runs one of them for each of its tickets.
_entry = schema.entry.c
_NEWEST_ENTRIES = (
    select(schema.entry)
    .where(_entry.ticket_id == bindparam("ticket"), _entry.deleted_at.is_(None))
    .order_by(_entry.seq.desc())
    .limit(bindparam("most"))
)
_ENTRIES_OF = (
    select(schema.entry)
    .where(_entry.ticket_id.in_(bindparam("tickets", expanding=True)))
    .where(_entry.deleted_at.is_(None))
    .order_by(_entry.ticket_id, _entry.seq.desc())
)
_ENTRIES_BELOW = _NEWEST_ENTRIES.where(_entry.seq < bindparam("below"))


class LiveCursor(msgspec.Struct, frozen=True, tag="live", forbid_unknown_fields=True):
    """Everything up to `seq` of the change log of this desk's `epoch` was given."""

    epoch: str
    seq: int


class HistoryCursor(msgspec.Struct, frozen=True, tag="history", forbid_unknown_fields=True):
    """The last ticket given, and below which entry of it to go on (0: it is finished).

    `done` of `total` tickets were given; counted once, so that no page counts the whole desk.
    """

    epoch: str
    created_at: int
    number: int
    entry: int = 0
    done: int = 0
    total: int = 0


C = TypeVar("C", LiveCursor, HistoryCursor)


def epoch_of(connection: Connection) -> str:
    """The desk's own mark; a restored backup has another."""
    return str(
        connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "epoch")).scalar()
    )


def newest_change(connection: Connection) -> int:
    """The number of the newest change."""
    return connection.scalar(select(func.max(schema.change.c.seq))) or 0


def _decode(kind: type[C], text: str, epoch: str) -> C:
    try:
        cursor = msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise CursorLost("The desk can't go on from here: this is no cursor of its own.") from error
    if cursor.epoch != epoch:
        raise CursorLost("The desk was restored or replaced; its history is read anew.")
    return cursor


# --- live ------------------------------------------------------------------------------------


def pull_live(connection: Connection, text: str, page_limit: int) -> Page:
    """What changed since the cursor, each thing once, as it stands now."""
    epoch, newest = epoch_of(connection), newest_change(connection)
    if not text:
        return Page(next=_encode(LiveCursor(epoch, newest)))
    cursor = _decode(LiveCursor, text, epoch)
    if not 0 <= cursor.seq <= newest:
        raise CursorLost("The desk is behind this cursor; its history is read anew.")
    change = schema.change.c
    rows = connection.execute(
        select(schema.change)
        .where(change.seq > cursor.seq)
        .order_by(change.seq)
        .limit(max(page_limit // 2, 1))  # a change brings at most an entry and its ticket
    ).all()
    touched: dict[str, list[str]] = {"ticket": [], "entry": [], "person": []}
    for row in rows:
        touched[row.kind].append(row.item_id)
        if row.ticket_id:
            touched["ticket"].append(row.ticket_id)
    items, tombstones = _current(connection, {kind: set(ids) for kind, ids in touched.items()})
    last = rows[-1].seq if rows else cursor.seq
    return Page(
        items=items,
        tombstones=tombstones,
        next=_encode(LiveCursor(epoch, last)),
        more=last < newest,
    )


def _current(
    connection: Connection, ids: dict[str, set[str]]
) -> tuple[tuple[Item, ...], tuple[Tombstone, ...]]:
    """These persons, tickets and entries as they are now; what is gone, as tombstones."""
    tombstones: list[Tombstone] = []
    alive: list[Row[Any]] = []
    shown: set[str] = set()
    ticket, entry = schema.ticket.c, schema.entry.c
    for row in connection.execute(
        select(schema.ticket).where(ticket.id.in_(ids["ticket"])).order_by(ticket.number)
    ):
        if gone := _ticket_tombstone(row):
            tombstones.append(gone)
        else:
            alive.append(row)
            shown.add(row.id)
    entries: list[Row[Any]] = []
    for row in connection.execute(
        select(schema.entry).where(entry.id.in_(ids["entry"])).order_by(entry.seq)
    ):
        if row.ticket_id not in shown:
            continue
        if row.deleted_at is not None:
            tombstones.append(
                Tombstone(kind="entry", remote_id=row.id, ticket_remote_id=row.ticket_id)
            )
        else:
            entries.append(row)
    persons = person_items(connection, ids["person"])
    items: tuple[Item, ...] = (
        *(persons[person_id] for person_id in sorted(persons)),
        *ticket_items(connection, alive),
        *entry_items(connection, entries),
    )
    return items, tuple(tombstones)


def _ticket_tombstone(row: Row[Any]) -> Tombstone | None:
    if row.deleted_at is not None:
        return Tombstone(kind="ticket", remote_id=row.id)
    if row.merged_into:
        return Tombstone(
            kind="ticket", remote_id=row.id, reason="merged", merged_into=row.merged_into
        )
    return None


# --- history ---------------------------------------------------------------------------------


def pull_history(connection: Connection, text: str, page_limit: int) -> Page:
    """Tickets from the newest to the oldest, each with its entries, newest entries first.

    A ticket's place (its creation) never moves, so the cursor holds whatever is written meanwhile.
    """
    epoch = epoch_of(connection)
    cursor = _decode(HistoryCursor, text, epoch) if text else None
    total = cursor.total if cursor and cursor.total else _alive(connection)
    most = page_limit if cursor else min(page_limit, FIRST_PAGE)
    room = max(most, 2)  # a ticket and one entry of it, or nothing would move
    tickets: list[Row[Any]] = []
    entries: list[Row[Any]] = []
    position = cursor or HistoryCursor(epoch, 0, 0)
    ahead = _tickets_from(connection, cursor, min(room, TICKETS_AT_ONCE))
    more = len(ahead) == min(room, TICKETS_AT_ONCE)
    cut = False
    together: dict[str, list[Row[Any]]] = {}
    for place, row in enumerate(ahead):
        if room < 2:
            more = True
            break
        if place % TOGETHER == 0:
            together = _entries_of(connection, ahead[place : place + TOGETHER])
        if cursor and cursor.entry and row.number == cursor.number:
            found = _entries_below(connection, row.id, cursor.entry, room)
        elif row.id in together:
            found = together[row.id]
        else:
            found = _entries_below(connection, row.id, 0, room)
        cut = len(found) > room - 1
        found = found[: room - 1]
        tickets.append(row)
        entries += found
        room -= 1 + len(found)
        position = HistoryCursor(epoch, row.created_at, row.number, found[-1].seq if cut else 0)
        if cut:
            more = True
            break
    done = (cursor.done if cursor else 0) + len(tickets) - cut
    total = max(total, done) if more else done
    return Page(
        items=(*ticket_items(connection, tickets), *entry_items(connection, entries)),
        next=_encode(msgspec.structs.replace(position, done=done, total=total)),
        more=more,
        done=done,
        total=total,
    )


def _alive(connection: Connection) -> int:
    """How many tickets the history has."""
    ticket = schema.ticket.c
    alive = select(func.count()).where(ticket.deleted_at.is_(None), ticket.merged_into == "")
    return connection.scalar(alive) or 0


def _tickets_from(
    connection: Connection, cursor: HistoryCursor | None, limit: int
) -> list[Row[Any]]:
    ticket = schema.ticket.c
    query = (
        select(schema.ticket)
        .where(ticket.deleted_at.is_(None), ticket.merged_into == "")
        .order_by(ticket.created_at.desc(), ticket.number.desc())
        .limit(limit)
    )
    if cursor is not None:
        place = tuple_(ticket.created_at, ticket.number)
        here = (cursor.created_at, cursor.number)
        query = query.where(place <= here if cursor.entry else place < here)
    return list(connection.execute(query).all())


def _entries_of(connection: Connection, tickets: list[Row[Any]]) -> dict[str, list[Row[Any]]]:
    """All entries of each of these tickets that isn't long, newest first."""
    short = {row.id: list[Row[Any]]() for row in tickets if row.message_count <= MANY}
    if short:
        for row in connection.execute(_ENTRIES_OF, {"tickets": list(short)}).all():
            short[row.ticket_id].append(row)
    return short


def _entries_below(
    connection: Connection, ticket_id: str, below: int, limit: int
) -> list[Row[Any]]:
    """The newest entries of a ticket, below a place in the desk's order (0: from the newest)."""
    wanted: dict[str, Any] = {"ticket": ticket_id, "most": limit}
    if below:
        return list(connection.execute(_ENTRIES_BELOW, wanted | {"below": below}).all())
    return list(connection.execute(_NEWEST_ENTRIES, wanted).all())


# --- one ticket ------------------------------------------------------------------------------


def fetch(connection: Connection, ref: TicketRef, before: str) -> Fetched:
    """A ticket and a part of its entries, newest part first."""
    row = get_ticket(connection, ref.remote_id)
    (item,) = ticket_items(connection, [row])
    if gone := _ticket_tombstone(row):
        return Fetched(ticket=item, entries=(), complete=True, tombstones=(gone,))
    if before and not before.isdecimal():
        raise CursorLost("The desk can't go on from here: this is no place of its own.")
    rows = _entries_below(connection, row.id, int(before or 0), FETCH_LIMIT + 1)
    complete = len(rows) <= FETCH_LIMIT
    rows = rows[:FETCH_LIMIT]
    return Fetched(
        ticket=item,
        entries=tuple(entry_items(connection, rows)),
        complete=complete,
        next_before="" if complete else str(rows[-1].seq),
    )


def attachment_file(
    connection: Connection, ticket_id: str, entry_id: str, attachment_id: str
) -> str:
    """The id of an attachment's bytes. Gone if the three don't belong together."""
    attachment, entry = schema.attachment.c, schema.entry.c
    get_ticket(connection, ticket_id)
    found = connection.scalar(
        select(attachment.file_id)
        .select_from(schema.attachment.join(schema.entry))
        .where(
            attachment.id == attachment_id,
            entry.id == entry_id,
            entry.ticket_id == ticket_id,
            entry.deleted_at.is_(None),
        )
    )
    if found is None:
        raise Gone("The desk has no such attachment; it may have been deleted.")
    return str(found)


def search(connection: Connection, query: str, limit: int) -> list[TicketRef]:
    """Tickets in which every word occurs: subject, number, customer or any entry's text."""
    ticket, person, entry = schema.ticket.c, schema.person.c, schema.entry.c
    words = query.split()
    if not words:
        return []
    found = (
        select(ticket.id)
        .select_from(schema.ticket.join(schema.person))
        .where(ticket.deleted_at.is_(None), ticket.merged_into == "")
        .order_by(ticket.updated_at.desc(), ticket.number.desc())
        .limit(limit)
    )
    for word in words:
        said = (
            select(entry.seq)
            .where(
                entry.ticket_id == ticket.id,
                entry.deleted_at.is_(None),
                entry.text.icontains(word, autoescape=True),
            )
            .exists()
        )
        found = found.where(
            or_(
                ticket.id == word,
                ticket.subject.icontains(word, autoescape=True),
                person.name.icontains(word, autoescape=True),
                said,
            )
        )
    return [TicketRef(str(ticket_id)) for ticket_id in connection.scalars(found)]


def _encode(cursor: LiveCursor | HistoryCursor) -> str:
    return msgspec.json.encode(cursor).decode()
