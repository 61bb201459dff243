"""Which commands of the outbox may be handled: first in, first out for each ticket.

The rows are those of LIGHT, by position; the constants name the positions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workspace.domain.words import OutboxState
from workspace.store.connect import Row

LONGEST_UNDO_MS = 5 * 60 * 1000
"""What waits longer from the start was put off to a time of the agent's."""

LIGHT = 'id, ticket_remote_id, "after", state, needs_agent, not_before, attempts, created_at'
ID, TICKET, AFTER, STATE, _NEEDS_AGENT, NOT_BEFORE, _ATTEMPTS, _CREATED_AT = range(8)


def was_set_back(row: Row, now_ms: int) -> bool:
    """Whether the machine's clock was set back since the command was made.

    Then the short wait for an undo, which counted by that clock, would last for hours.
    """
    created_at = row[_CREATED_AT]
    return bool(now_ms < created_at and row[NOT_BEFORE] - created_at <= LONGEST_UNDO_MS)


def _is_scheduled(row: Row, now_ms: int) -> bool:
    """Put off by the agent to a later time, not by the wait for an undo or for another try."""
    later = row[NOT_BEFORE] - row[_CREATED_AT] > LONGEST_UNDO_MS
    untried = row[STATE] == OutboxState.QUEUED and not row[_ATTEMPTS]
    return bool(later and untried and row[NOT_BEFORE] > now_ms)


def choose_heads(rows: list[Row], now_ms: int) -> Iterable[Row]:
    """Per ticket the oldest command that is neither parked nor behind one that is under way.

    Failed and conflicting commands step aside; those that name one as `after` are parked with it.
    What waits for the agent's word keeps its place: the later ones must not overtake it. What the
    agent put off to a later time holds nothing back but what names it as `after`.
    """
    parked: set[str] = set()
    pending = {row[ID] for row in rows}
    busy: set[str] = set()
    for row in rows:
        if row[STATE] in (OutboxState.FAILED, OutboxState.CONFLICT) or row[AFTER] in parked:
            parked.add(row[ID])
        elif _is_scheduled(row, now_ms):
            parked.add(row[ID])
            yield row
        elif row[TICKET] not in busy:
            busy.add(row[TICKET])
            if row[AFTER] in pending or (row[STATE] == OutboxState.IN_DOUBT and row[_NEEDS_AGENT]):
                continue
            yield row


def in_turn(heads: Iterable[Row]) -> list[Row]:
    """By turns: of those made at one moment the first, then the second of each, and so on.

    In each turn single commands come before one of many: a backend may take one at a time, and
    what stands second would never have its turn while many wait.
    """
    rows = list(heads)
    sizes = Counter(row[_CREATED_AT] for row in rows)
    turns: Counter[int] = Counter()
    turned: list[tuple[int, bool, Row]] = []
    for row in rows:
        moment = row[_CREATED_AT]
        turned.append((turns[moment], sizes[moment] > 1, row))
        turns[moment] += 1
    return [row for *_, row in sorted(turned, key=lambda each: each[:2])]
