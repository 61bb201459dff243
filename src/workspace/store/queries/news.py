"""Messages of customers, and notes that name me, that came lately; for notifications."""

from __future__ import annotations

import json
from collections.abc import Mapping

import msgspec

from workspace.domain.sensitive import mask
from workspace.store.connect import Reader, consistent
from workspace.store.queries.backend_clock import offset_of
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.tickets import get_tickets

WORDS = 240

# Tickets without a late entry are left by the first join already: a history page costs little.
# What was told is left by the index: of a ticket that fills all day only the new rows are read.
NEWS = f"""
SELECT e.id, e.ticket_id, e.author_name, e.channel, substr(e.text, 1, ?), e.created_at
FROM json_each(?) AS j
CROSS JOIN ticket AS t
  ON t.id = j.value ->> 0 AND t.gone = 0 AND t.last_entry_at >= ? + {offset_of("t")}
LEFT JOIN entry AS k ON k.id = j.value ->> 1 AND k.ticket_id = t.id
CROSS JOIN entry AS e
  ON e.ticket_id = t.id AND e.created_at >= ? + {offset_of("t")} AND e.id > coalesce(k.id, 0)
WHERE e.kind = 'message' AND e.direction = 'in'
"""

# Notes of colleagues that name me.
NAMED = f"""
SELECT e.id, e.ticket_id, e.author_name, e.channel, substr(e.text, 1, ?), e.created_at
FROM json_each(?) AS j
CROSS JOIN ticket AS t ON t.id = j.value ->> 0
CROSS JOIN mention AS n ON n.ticket_id = t.id AND n.created_at >= ? + {offset_of("t")}
CROSS JOIN entry AS e ON e.id = n.entry_id
"""


class News(msgspec.Struct, frozen=True):
    """A message and its ticket as it stands now.

    `words`: its beginning, numbers masked. `mention`: it is a note that names me.
    """

    entry_id: int
    ticket: TicketRow
    author: str
    channel: str
    words: str
    created_at: int
    mention: bool = False


@consistent
def read_news(reader: Reader, told: Mapping[int, int], since: int) -> list[News]:
    """What customers wrote in these tickets since a moment (of our clock), and notes naming me.

    Oldest first. `told`: the tickets, each with the newest of its entries that is known already
    (0: none is). While that one is there, only messages stored later come; notes always all.
    """
    asked = json.dumps(sorted(told.items()))
    rows = [(*row, False) for row in reader.all(NEWS, (WORDS, asked, since, since))]
    rows += [(*row, True) for row in reader.all(NAMED, (WORDS, asked, since))]
    rows.sort(key=lambda row: (row[5], row[0]))
    tickets = get_tickets(reader, {row[1] for row in rows}) if rows else {}
    return [
        News(row[0], tickets[row[1]], row[2], row[3], mask(row[4]), row[5], row[6])
        for row in rows
        if row[1] in tickets
    ]
