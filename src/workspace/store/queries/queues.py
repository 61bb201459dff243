"""The queues of the navigation with their live counts, pending work included."""

from __future__ import annotations

from workspace.store.connect import Reader, consistent
from workspace.store.queries.backend_clock import FURTHEST_AHEAD, FURTHEST_BEHIND, offset_of
from workspace.store.queries.pending import load
from workspace.store.queries.queue_kinds import OPEN, SOON_MS, is_open, orders_of
from workspace.store.queries.rows import QueueRow, TicketRow
from workspace.store.queries.saved import is_counted, list_saved, saved_counts
from workspace.store.queries.tickets import count_breaching, moved

OWN = (
    ("mine", "Mine"),
    ("unassigned", "Unassigned"),
    ("mentions", "Mentions"),
    ("breaching", "Breaching soon"),
    ("snoozed", "Snoozed"),
    ("open", "All open"),
    ("all", "All tickets"),
)

COUNTS = "SELECT queue, tickets FROM queue_count"

ACCOUNTS = "SELECT id, name, connector FROM journal.account ORDER BY name"

HAS_DEADLINES = """
SELECT 1 FROM ticket INDEXED BY ticket_all_due
WHERE (due_at IS NULL) = 0 AND gone = 0 LIMIT 1
"""

# The next deadline by our clock. It comes no later than the first one that is ahead by any clock,
# and those before that one are few: they lie between what two clocks show.
NEXT_DEADLINE = f"""
SELECT min(due_at - {offset_of("ticket")}) FROM ticket INDEXED BY ticket_open_due
WHERE (due_at IS NULL) = 0 AND due_at > ? + {FURTHEST_BEHIND} AND due_at <= coalesce((
    SELECT t.due_at FROM ticket AS t INDEXED BY ticket_open_due
    WHERE (t.due_at IS NULL) = 0 AND t.due_at > ? + {FURTHEST_AHEAD}
      AND t.status IN ('new','open','pending','on_hold') AND t.gone = 0
    ORDER BY t.due_at LIMIT 1
  ) + {FURTHEST_AHEAD} - {FURTHEST_BEHIND}, {1 << 62})
  AND due_at > ? + {offset_of("ticket")} AND {OPEN}
"""

TEAMS = """
SELECT m.account_id, m.remote_id, m.name, a.name
FROM team AS m JOIN journal.account AS a ON a.id = m.account_id
ORDER BY a.name, m.name
"""


@consistent
def list_queues(reader: Reader, *, count_saved: bool = True) -> list[QueueRow]:
    """All queues: our own, channels seen, accounts, teams. Titles of our own are English.

    Without any deadline in the cache, no backend here gives them: then nothing can breach, and
    there is no such queue. Without `count_saved` this connection's first count of queues of one's
    own, which goes through the tickets, is left for a later call.
    """
    overlay = load(reader)
    counts = {str(key): int(tickets) for key, tickets in reader.all(COUNTS)}
    for key, more in moved(overlay).items():
        counts[key] = counts.get(key, 0) + more
    deadlines = reader.one(HAS_DEADLINES) is not None
    if deadlines:
        counts["breaching"] = count_breaching(reader, overlay)

    saved = list_saved(reader)
    if saved and (count_saved or is_counted(reader)):
        found = saved_counts(reader, saved, overlay, whole=True)
        counts |= {f"saved:{queue_id}": count for queue_id, count in found.items()}

    def row(key: str, section: str, title: str, detail: str = "") -> QueueRow:
        return QueueRow(
            key=key,
            section=section,
            title=title,
            count=counts.get(key, 0),
            detail=detail,
            sort=orders_of(key)[0],
        )

    result = [row(key, "own", title) for key, title in OWN if deadlines or key != "breaching"]
    result += [
        QueueRow(
            key=f"saved:{each.id}",
            section="saved",
            title=each.name,
            count=counts.get(f"saved:{each.id}", -1),
            detail=each.conditions,
            sort=each.sort,
        )
        for each in saved
    ]
    result += [
        row(key, "channel", key.partition(":")[2])
        for key in sorted(counts)
        if key.startswith("channel:")
    ]
    for account_id, name, connector in reader.all(ACCOUNTS):
        result.append(row(f"account:{account_id}", "account", name, connector))
    for account_id, remote_id, name, account in reader.all(TEAMS):
        result.append(row(f"team:{account_id}:{remote_id}", "team", name, account))
    return result


@consistent
def next_moment(reader: Reader) -> int:
    """When a queue changes by the time alone (ms UTC): a snooze ends or a deadline comes near.

    0 if nothing here is going to.
    """
    now = reader.clock.now_ms()
    (deadline,) = reader.one(NEXT_DEADLINE, [now + SOON_MS] * 3) or (None,)
    times = (load(reader).next_wake, deadline - SOON_MS if deadline else 0)
    return min(filter(None, times), default=0)


@consistent
def list_woken(reader: Reader, since: int) -> list[TicketRow]:
    """Open tickets whose snooze ended by its time at this moment (ms UTC) or later."""
    rows = [each.top.row for each in load(reader).tickets.values()]
    woken = [row for row in rows if row.woke_at >= max(1, since) and is_open(row)]
    return sorted(woken, key=lambda row: (row.woke_at, row.id))
