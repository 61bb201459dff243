"""Snoozed tickets and dismissed mentions, as the journal has them and the cache answers them.

Both tables hold a handful of rows, so they are read whole; none of this grows with the cache.
"""

from __future__ import annotations

import msgspec

from workspace.store.connect import Reader

WOKE_SHOWN_MS = 24 * 3_600_000
"""A ticket that woke by its time stands as news for so long, unless it is worked on before."""

# The last column: the customer wrote something that the agent had not seen when it was snoozed.
SNOOZED = """
SELECT s.account_id, s.ticket_remote_id, s.until, s.on_reply AND EXISTS (
  SELECT 1 FROM ticket AS t
  CROSS JOIN entry AS e INDEXED BY entry_timeline
    ON e.ticket_id = t.id AND e.created_at > s.created_at
  WHERE t.account_id = s.account_id AND t.remote_id = s.ticket_remote_id
    AND e.kind = 'message' AND e.direction = 'in'
)
FROM journal.snooze AS s
"""

DISMISSED = """
SELECT d.account_id, d.ticket_remote_id
FROM journal.dismissed_mention AS d
CROSS JOIN ticket AS t ON t.account_id = d.account_id AND t.remote_id = d.ticket_remote_id
WHERE t.mentioned_at BETWEEN 1 AND d.mentioned_at
"""

Ref = tuple[int, str]


class Asleep(msgspec.Struct, frozen=True):
    """What snoozing makes of its tickets at a moment, by (account id, remote id).

    Attributes:
        asleep: until when, ms UTC; 0 until the customer writes.
        woke: when they woke by their time, of those not worked on since.
        next_wake: when the next one wakes, 0 if none will by itself.
    """

    asleep: dict[Ref, int]
    woke: dict[Ref, int]
    next_wake: int


def read_snoozes(reader: Reader, now_ms: int) -> Asleep:
    """All that is snoozed now, and what woke lately."""
    asleep: dict[Ref, int] = {}
    woke: dict[Ref, int] = {}
    for account_id, remote_id, until, replied in reader.all(SNOOZED):
        if replied:
            continue
        if until == 0 or until > now_ms:
            asleep[account_id, remote_id] = until
        elif until > now_ms - WOKE_SHOWN_MS:
            woke[account_id, remote_id] = until
    return Asleep(asleep, woke, min(filter(None, asleep.values()), default=0))


def read_dismissed(reader: Reader) -> set[Ref]:
    """Tickets whose newest mention was put aside."""
    return {(account_id, remote_id) for account_id, remote_id in reader.all(DISMISSED)}
