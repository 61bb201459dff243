"""Ticket lists, their counts, and single tickets, with pending work laid over them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from workspace.domain.errors import UsageError
from workspace.domain.words import OPEN_STATUSES
from workspace.store.connect import Reader, consistent
from workspace.store.queries.pending import Overlay, load
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.ticket_rows import BY_ID, Base, read_base

_OPEN = "status IN ('new','open','pending','on_hold') AND gone = 0"
_OPEN_WORDS = frozenset(map(str, OPEN_STATUSES))

# Kind of queue -> (what its key is compared with, the rows of its index). As schema.QUEUES.
_WHERE = {
    "open": _OPEN,
    "mine": f"mine = 1 AND {_OPEN}",
    "unassigned": f"assignee = '' AND {_OPEN}",
    "channel": f"channel = ? AND {_OPEN}",
    "account": f"account_id = ? AND {_OPEN}",
    "team": f"account_id = ? AND team = ? AND {_OPEN}",
    "all": "gone = 0",
}

Key = tuple[Any, ...]


class _Order(msgspec.Struct, frozen=True):
    suffix: str
    columns: str
    terms: str
    from_row: Callable[[Key], Key]  # the columns, id last
    from_base: Callable[[Base], Key]


ORDERS = {
    "newest": _Order(
        "",
        "updated_at, id",
        "updated_at DESC, id DESC",
        lambda row: (-row[0], -row[1]),
        lambda base: (-base.row.updated_at, -base.row.id),
    ),
    "waiting": _Order(
        "_waiting",
        "needs_reply, last_entry_at, id",
        "needs_reply DESC, last_entry_at, id",
        lambda row: (-row[0], row[1], row[2]),
        lambda base: (-base.row.needs_reply, base.last_entry_at, base.row.id),
    ),
    "due": _Order(
        "_due",
        "due_at, updated_at, id",
        "due_at IS NULL, due_at, updated_at DESC, id DESC",
        lambda row: (row[0] is None, row[0] or 0, -row[1], -row[2]),
        lambda base: (
            base.row.due_at is None,
            base.row.due_at or 0,
            -base.row.updated_at,
            -base.row.id,
        ),
    ),
}
"""newest: last changed first. waiting: customers who wait for an answer, the longest wait first,
then the others. due: the next deadline first, those without one last."""


class Queue(msgspec.Struct, frozen=True):
    """A queue's key taken apart: its kind, and what it is told apart by."""

    key: str
    kind: str
    values: tuple[int | str, ...]


def parse_queue(key: str) -> Queue:
    """The queue of a `QueueRow.key`. UsageError if there is no such kind."""
    kind, _, rest = key.partition(":")
    values: tuple[int | str, ...] = ()
    known = kind in _WHERE
    if kind == "channel":
        values, known = (rest,), bool(rest)
    elif kind == "account":
        known = rest.isdecimal()
        values = (int(rest),) if known else ()
    elif kind == "team":
        number, colon, team = rest.partition(":")
        known = bool(colon and team) and number.isdecimal()
        values = (int(number), team) if known else ()
    elif rest:
        known = False
    if not known:
        raise UsageError(
            f"There is no queue “{key}”.",
            "Use mine, unassigned, open, all, channel:NAME, account:NUMBER or team:NUMBER:TEAM.",
        )
    return Queue(":".join([kind, *map(str, values)]), kind, values)


def keys_sql(queue: Queue, order: str, *, without: bool) -> str:
    """The statement that reads a window of sort keys from the queue's own index."""
    by = ORDERS[order]
    skip = " AND id NOT IN (SELECT value FROM json_each(?))" if without else ""
    return (
        f"SELECT {by.columns} FROM ticket INDEXED BY ticket_{queue.kind}{by.suffix}"
        f" WHERE {_WHERE[queue.kind]}{skip} ORDER BY {by.terms} LIMIT ? OFFSET ?"
    )


@consistent
def list_tickets(
    reader: Reader, queue: str, *, order: str = "newest", limit: int = 200, offset: int = 0
) -> list[TicketRow]:
    """A window of a queue. `order` is one of ORDERS; UsageError for an unknown queue or order."""
    if order not in ORDERS:
        raise UsageError(f"There is no order “{order}”.", f"Use one of {', '.join(ORDERS)}.")
    wanted, by = parse_queue(queue), ORDERS[order]
    overlay = load(reader)
    laid = sorted(
        (by.from_base(each.top), ticket_id)
        for ticket_id, each in overlay.tickets.items()
        if wanted.key in queue_keys(each.top.row)
    )
    start = max(0, offset - len(laid))
    without = [overlay.ids_json()] if overlay.tickets else []
    window = [
        (by.from_row(row), row[-1])
        for row in reader.all(
            keys_sql(wanted, order, without=bool(without)),
            (*wanted.values, *without, offset + limit - start, start),
        )
    ]
    if start and not window:
        return []  # beyond the end: all pending ones come before as well
    before = bisect_left(laid, window[0]) if start else 0
    merged = sorted(window + laid[before:])
    first = offset - start - before
    ids = [ticket_id for _, ticket_id in merged[first : first + limit]]
    found = _rows(reader, ids, overlay)
    return [found[ticket_id] for ticket_id in ids if ticket_id in found]


COUNT = "SELECT tickets FROM queue_count WHERE queue = ?"


def queue_keys(row: TicketRow) -> set[str]:
    """The keys of all queues that a (not gone) ticket is in."""
    keys = {"all"}
    if row.status in _OPEN_WORDS:
        keys |= {"open", f"account:{row.account_id}"}
        if row.mine:
            keys.add("mine")
        if not row.assignee:
            keys.add("unassigned")
        if row.channel:
            keys.add(f"channel:{row.channel}")
        if row.team:
            keys.add(f"team:{row.account_id}:{row.team}")
    return keys


def moved(overlay: Overlay) -> Counter[str]:
    """How many tickets pending work adds to each queue, less those it takes out."""
    delta: Counter[str] = Counter()
    for each in overlay.tickets.values():
        before, after = queue_keys(each.base.row), queue_keys(each.top.row)
        delta.update(after - before)
        delta.subtract(before - after)
    return delta


@consistent
def count(reader: Reader, queue: str) -> int:
    """How many tickets a queue shows. UsageError if there is no such kind."""
    key = parse_queue(queue).key
    row = reader.one(COUNT, (key,))
    return (row[0] if row else 0) + moved(load(reader))[key]


@consistent
def get_tickets(reader: Reader, ids: Iterable[int]) -> dict[int, TicketRow]:
    """Tickets by local id; those gone from the backend are left out."""
    return _rows(reader, list(ids), load(reader))


def with_overlay(reader: Reader, ids: Iterable[int], overlay: Overlay) -> dict[int, TicketRow]:
    """As get_tickets, under an overlay that was loaded before."""
    return _rows(reader, list(ids), overlay)


DRAFTS = """
SELECT j.value ->> 0, substr(d.text, 1, 200)
FROM json_each(?) AS j
CROSS JOIN journal.draft AS d
  ON d.account_id = j.value ->> 1 AND d.ticket_remote_id = j.value ->> 2
WHERE d.text <> ''
ORDER BY d.updated_at
"""


def _rows(reader: Reader, ids: list[int], overlay: Overlay) -> dict[int, TicketRow]:
    found = {i: overlay.tickets[i].top.row for i in ids if i in overlay.tickets}
    others = [ticket_id for ticket_id in ids if ticket_id not in found]
    if others:
        for row in reader.all(BY_ID, (json.dumps(others),)):
            base = read_base(row)
            found[base.row.id] = base.row
    refs = [[row.id, row.account_id, row.remote_id] for row in found.values()]
    if refs:
        for ticket_id, text in reader.all(DRAFTS, (json.dumps(refs),)):
            words = " ".join(text.split())[:80]
            found[ticket_id] = msgspec.structs.replace(found[ticket_id], draft=words)
    return found


MERGED_INTO = """
SELECT t.id, t.account_id, t.gone, t.merged_into
FROM ticket AS t WHERE t.account_id = ? AND t.remote_id = ?
"""

ACCOUNT_ID = "SELECT id FROM journal.account WHERE name = ?"


@consistent
def find_ticket(reader: Reader, account: str | int, remote_id: str) -> TicketRow | None:
    """A ticket by account (name, or local id) and remote id; follows merges. None if not here."""
    if isinstance(account, str):
        row = reader.one(ACCOUNT_ID, (account,))
        if row is None:
            return None
        account = row[0]
    for _ in range(8):
        row = reader.one(MERGED_INTO, (account, remote_id))
        if row is None:
            return None
        ticket_id, _, gone, merged_into = row
        if not gone:
            return get_tickets(reader, [ticket_id]).get(ticket_id)
        if gone != 2 or not merged_into:
            return None
        remote_id = merged_into
    return None
