"""What queues there are: their keys, the tickets they hold, the orders they can be read in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from workspace.domain.errors import UsageError
from workspace.domain.words import OPEN_STATUSES
from workspace.store.queries.backend_clock import FURTHEST_AHEAD, FURTHEST_BEHIND, offset_of
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.ticket_rows import Base

SOON_MS = 60 * 60_000
"""A ticket is about to breach when its deadline is no further away than this, or over."""

OPEN = "status IN ('new','open','pending','on_hold') AND gone = 0"
OPEN_WORDS = frozenset(map(str, OPEN_STATUSES))

# Kind of queue -> (what its key is compared with, the rows of its index). As schema.QUEUES.
WHERE = {
    "open": OPEN,
    "mine": f"mine = 1 AND {OPEN}",
    "unassigned": f"assignee = '' AND {OPEN}",
    "channel": f"channel = ? AND {OPEN}",
    "account": f"account_id = ? AND {OPEN}",
    "team": f"account_id = ? AND team = ? AND {OPEN}",
    "all": "gone = 0",
    "mentions": "mentioned_at > 0 AND gone = 0",
}
BREACHING = f"""
(due_at IS NULL) = 0 AND due_at <= ? + {FURTHEST_AHEAD}
AND (due_at <= ? + {FURTHEST_BEHIND} OR due_at <= ? + {offset_of("ticket")}) AND {OPEN}
"""
"""Each place stands for the moment, by our clock, up to which a deadline is near."""

_WITHOUT_REST = {"mine", "unassigned", "open", "all", "mentions", "breaching", "snoozed"}
_FOREVER = 1 << 62

Key = tuple[Any, ...]


class Order(msgspec.Struct, frozen=True):
    """How the tickets of a queue follow each other; keys sort ascending."""

    suffix: str
    columns: str
    terms: str
    from_row: Callable[[Key], Key]  # the columns, id last
    from_base: Callable[[Base], Key]


def _since(base: Base) -> int:
    """A ticket that woke up is news, though nothing was written in it."""
    return max(base.row.updated_at, base.row.woke_at)


ORDERS = {
    "newest": Order(
        "",
        "updated_at, id",
        "updated_at DESC, id DESC",
        lambda row: (-row[0], -row[1]),
        lambda base: (-_since(base), -base.row.id),
    ),
    "waiting": Order(
        "_waiting",
        "needs_reply, last_entry_at, id",
        "needs_reply DESC, last_entry_at, id",
        lambda row: (-row[0], row[1], row[2]),
        lambda base: (-base.row.needs_reply, base.last_entry_at, base.row.id),
    ),
    "due": Order(
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
    "mentioned": Order(
        "_mentioned",
        "mentioned_at, id",
        "mentioned_at DESC, id DESC",
        lambda row: (-row[0], -row[1]),
        lambda base: (-base.row.mentioned_at, -base.row.id),
    ),
    "wake": Order(
        "",
        "",
        "",
        lambda row: row,
        lambda base: (base.row.snoozed_until or _FOREVER, -base.row.updated_at, -base.row.id),
    ),
}
"""newest: last changed first. waiting: customers who wait for an answer, the longest wait first,
then the others. due: the next deadline first, those without one last. mentioned: the newest note
that names me first. wake: what wakes next first, what waits for a reply last."""

EVERYWHERE = ("newest", "waiting", "due")


class Queue(msgspec.Struct, frozen=True):
    """A queue's key taken apart: its kind, and what it is told apart by."""

    key: str
    kind: str
    values: tuple[int | str, ...]


def parse_queue(key: str) -> Queue:
    """The queue of a `QueueRow.key`. UsageError if there is no such kind."""
    kind, _, rest = key.partition(":")
    values: tuple[int | str, ...] = ()
    known = False
    if kind in ("channel", "saved"):
        values, known = (rest,), bool(rest)
    elif kind == "account":
        known = rest.isdecimal()
        values = (int(rest),) if known else ()
    elif kind == "team":
        number, colon, team = rest.partition(":")
        known = bool(colon and team) and number.isdecimal()
        values = (int(number), team) if known else ()
    elif not rest:
        known = kind in _WITHOUT_REST
    if not known:
        raise UsageError(
            f"There is no queue “{key}”.",
            "Use mine, unassigned, mentions, breaching, snoozed, open, all, channel:NAME, "
            "account:NUMBER or team:NUMBER:TEAM.",
        )
    return Queue(":".join([kind, *map(str, values)]), kind, values)


def orders_of(key: str) -> tuple[str, ...]:
    """The orders this queue can be read in; the first is the one it has by itself."""
    kind = key.partition(":")[0]
    if kind == "snoozed":
        return ("wake", *EVERYWHERE)
    if kind == "mentions":
        return ("mentioned", *EVERYWHERE)
    if kind == "breaching":
        return ("due", "waiting", "newest")
    return EVERYWHERE


def keys_sql(queue: Queue, order: str, *, without: bool) -> str:
    """The statement that reads a window of sort keys from the queue's own index.

    What is about to breach is a stretch of the index of deadlines, sorted anew for other orders.
    """
    by = ORDERS[order]
    skip = " AND id NOT IN (SELECT value FROM json_each(?))" if without else ""
    if queue.kind == "breaching":
        index, where = "ticket_open_due", BREACHING
        terms = by.terms.removeprefix("due_at IS NULL, ")  # with it, SQLite would sort
    else:
        index, where, terms = f"ticket_{queue.kind}{by.suffix}", WHERE[queue.kind], by.terms
    return (
        f"SELECT {by.columns} FROM ticket INDEXED BY {index}"
        f" WHERE {where}{skip} ORDER BY {terms} LIMIT ? OFFSET ?"
    )


def is_open(row: TicketRow) -> bool:
    """Whether it is one of those still to be worked on."""
    return row.status in OPEN_WORDS


def is_breaching(row: TicketRow, now_ms: int) -> bool:
    """Whether its deadline is near or over. A snooze doesn't stop that clock."""
    if row.due_at is None or not is_open(row):
        return False
    return row.due_at <= row.backend_now(now_ms) + SOON_MS


def queue_keys(row: TicketRow) -> set[str]:
    """The keys of all queues that a (not gone) ticket is in, whatever the time.

    A snoozed ticket stands in none of the queues of open ones; breaching and saved queues are
    not among these.
    """
    keys = {"all"}
    if row.mentioned_at:
        keys.add("mentions")
    if not is_open(row):
        return keys
    if row.snoozed:
        return keys | {"snoozed"}
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
