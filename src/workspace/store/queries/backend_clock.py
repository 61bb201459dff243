"""How far the backends' clocks are from ours, for ages and deadlines in SQL.

What backends say is kept by their own clocks, so it is compared with what such a clock shows now:
our time plus the account's offset. Rows bring it along (`TicketRow.backend_now`).
"""

from __future__ import annotations


def offset_of(alias: str) -> str:
    """SQL: how far the clock of this row's account is ahead of ours (ms); 0 where unknown."""
    return (
        "coalesce((SELECT c.clock_offset_ms FROM account_state AS c"
        f" WHERE c.account_id = {alias}.account_id), 0)"
    )


# Bounds for all accounts, worked out once per statement. They let an index be read in one stretch,
# and the row itself (for its account) only between the two: nowhere if all clocks agree.
FURTHEST_AHEAD = "(SELECT max(0, coalesce(max(clock_offset_ms), 0)) FROM account_state)"
FURTHEST_BEHIND = "(SELECT min(0, coalesce(min(clock_offset_ms), 0)) FROM account_state)"
