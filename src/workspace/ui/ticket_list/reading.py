"""What the list reads of a queue, on reader threads."""

from __future__ import annotations

import msgspec

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow

BEYOND = 60
"""Rows read beyond a stretch: a row that was pushed out of it has not left the queue."""


class Part(msgspec.Struct, frozen=True):
    """A stretch of a queue and its length.

    Attributes:
        others: rows of tickets that were asked for and no longer stand in the stretch.
        left: ids of those that are no longer in the queue.
        fresh: how many tickets stand in the stretch that were not known to.
    """

    rows: list[TicketRow]
    total: int
    others: list[TicketRow]
    left: frozenset[int]
    fresh: int


def read_part(
    reader: Reader, queue: str, order: str, first: int, limit: int, also: list[int]
) -> Part:
    """A stretch of a queue; `also` are the ids known to stand in it so far, 0 where unknown."""
    from workspace.store.queries import tickets

    beyond = BEYOND if also else 0
    found = tickets.list_tickets(reader, queue, order=order, limit=limit + beyond, offset=first)
    rows = found[:limit]
    total = tickets.count(reader, queue)
    have = {row.id for row in rows}
    missing = [ticket_id for ticket_id in also if ticket_id and ticket_id not in have]
    others = list(tickets.get_tickets(reader, missing).values()) if missing else []
    pushed = {row.id for row in found[limit:]}
    left = frozenset(missing) - pushed
    return Part(rows, max(total, first + len(found)), others, left, _fresh(rows, set(also)))


def _fresh(rows: list[TicketRow], known: set[int]) -> int:
    """Rows at the end of the stretch came up because others left; they are not new."""
    end = len(rows)
    while end and rows[end - 1].id not in known:
        end -= 1
    return sum(row.id not in known for row in rows[:end])


def read_ids(reader: Reader, queue: str, order: str) -> list[int]:
    """All tickets of a queue in its order."""
    from workspace.store.queries import tickets

    return tickets.list_ids(reader, queue, order=order)


def read_orders(queue: str) -> tuple[str, ...]:
    """The orders that a queue has, its own first. Reads nothing."""
    from workspace.store.queries.queue_kinds import orders_of

    return orders_of(queue)
