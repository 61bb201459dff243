"""Ticket lists, their counts, and single tickets, with pending work laid over them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

import msgspec

from workspace.domain.errors import UsageError
from workspace.store.connect import Reader, consistent, once
from workspace.store.queries.pending import Overlay, load
from workspace.store.queries.queue_kinds import (
    BREACHING,
    ORDERS,
    SOON_MS,
    Order,
    Queue,
    is_breaching,
    keys_sql,
    orders_of,
    parse_queue,
    queue_keys,
)
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.saved import saved_counts, saved_ids, saved_queue
from workspace.store.queries.ticket_rows import BY_ID, read_base


@consistent
def list_tickets(
    reader: Reader, queue: str, *, order: str = "newest", limit: int = 200, offset: int = 0
) -> list[TicketRow]:
    """A window of a queue. `order` is one of orders_of(queue); UsageError for another."""
    wanted, by = _asked(queue, order)
    overlay = load(reader)
    if wanted.kind == "saved":
        ids = saved_ids(reader, saved_queue(reader, str(wanted.values[0])), order, overlay)
        return _in_order(reader, ids[offset : offset + limit], overlay)
    now = reader.clock.now_ms()
    laid = sorted(
        (by.from_base(each.top), ticket_id)
        for ticket_id, each in overlay.tickets.items()
        if _is_in(each.top.row, wanted, now)
    )
    if wanted.kind == "snoozed":  # nothing but what is laid over
        return _in_order(reader, [each for _, each in laid[offset : offset + limit]], overlay)
    start = max(0, offset - len(laid))
    without = [overlay.ids_json()] if overlay.tickets else []
    window = [
        (by.from_row(row), row[-1])
        for row in reader.all(
            keys_sql(wanted, order, without=bool(without)),
            (*_values(wanted, now), *without, offset + limit - start, start),
        )
    ]
    if start and not window:
        return []  # beyond the end: all pending ones come before as well
    before = bisect_left(laid, window[0]) if start else 0
    merged = sorted(window + laid[before:])
    first = offset - start - before
    return _in_order(reader, [each for _, each in merged[first : first + limit]], overlay)


def _in_order(reader: Reader, ids: list[int], overlay: Overlay) -> list[TicketRow]:
    found = _rows(reader, ids, overlay)
    return [found[ticket_id] for ticket_id in ids if ticket_id in found]


def _asked(queue: str, order: str) -> tuple[Queue, Order]:
    wanted, known = parse_queue(queue), orders_of(queue)
    if order not in known:
        raise UsageError(f"There is no order “{order}”.", f"Use one of {', '.join(known)}.")
    return wanted, ORDERS[order]


def _values(queue: Queue, now_ms: int) -> tuple[int | str, ...]:
    """What the places in the queue's WHERE stand for."""
    return (now_ms + SOON_MS,) * 3 if queue.kind == "breaching" else queue.values


def _is_in(row: TicketRow, queue: Queue, now_ms: int) -> bool:
    if queue.kind == "breaching":
        return is_breaching(row, now_ms)
    return queue.key in queue_keys(row)


@consistent
def list_ids(reader: Reader, queue: str, *, order: str = "newest") -> list[int]:
    """The local ids of a whole queue in order, for choosing them all. Its cost is its length."""
    wanted, by = _asked(queue, order)
    overlay = load(reader)
    if wanted.kind == "saved":
        return saved_ids(reader, saved_queue(reader, str(wanted.values[0])), order, overlay)
    now = reader.clock.now_ms()
    keyed = [
        (by.from_base(each.top), ticket_id)
        for ticket_id, each in overlay.tickets.items()
        if _is_in(each.top.row, wanted, now)
    ]
    if wanted.kind != "snoozed":
        without = [overlay.ids_json()] if overlay.tickets else []
        sql = keys_sql(wanted, order, without=bool(without))
        rows = reader.all(sql, (*_values(wanted, now), *without, -1, 0))
        if not keyed:
            return [row[-1] for row in rows]
        keyed += [(by.from_row(row), row[-1]) for row in rows]
    return [ticket_id for _, ticket_id in sorted(keyed)]


COUNT = "SELECT tickets FROM queue_count WHERE queue = ?"

MOST_BREACHING = 1000

COUNT_BREACHING = f"""
SELECT count(*) FROM (
  SELECT 1 FROM ticket INDEXED BY ticket_open_due
  WHERE {BREACHING} AND id NOT IN (SELECT value FROM json_each(?)) LIMIT {MOST_BREACHING}
)
"""


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
    wanted, overlay = parse_queue(queue), load(reader)
    if wanted.kind == "breaching":
        return count_breaching(reader, overlay)
    if wanted.kind == "saved":
        saved = saved_queue(reader, str(wanted.values[0]))
        return saved_counts(reader, [saved], overlay)[saved.id]
    row = reader.one(COUNT, (wanted.key,))
    return (row[0] if row else 0) + moved(overlay)[wanted.key]


def count_breaching(reader: Reader, overlay: Overlay) -> int:
    """How many deadlines are near or over; of very many, the first MOST_BREACHING."""
    now = reader.clock.now_ms()
    row = reader.one(COUNT_BREACHING, (*[now + SOON_MS] * 3, overlay.ids_json()))
    laid = sum(is_breaching(each.top.row, now) for each in overlay.tickets.values())
    return (row[0] if row else 0) + laid


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
WHERE d.text <> '' AND d.mode IN ('reply','note','local')
ORDER BY d.updated_at
"""


@once
def _row(reader: Reader, ticket_id: int) -> TicketRow | None:
    return _read_rows(reader, [ticket_id], load(reader)).get(ticket_id)


def _rows(reader: Reader, ids: list[int], overlay: Overlay) -> dict[int, TicketRow]:
    if len(ids) == 1:  # the ticket that is opened, which header, words and composer ask for
        row = _row(reader, ids[0])
        return {row.id: row} if row is not None else {}
    return _read_rows(reader, ids, overlay)


def _read_rows(reader: Reader, ids: list[int], overlay: Overlay) -> dict[int, TicketRow]:
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
