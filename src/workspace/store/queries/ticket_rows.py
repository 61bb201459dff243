"""Reading ticket rows as the backend said them, without pending work."""

from __future__ import annotations

import msgspec

from workspace.domain.sensitive import mask
from workspace.store.connect import Row
from workspace.store.queries.rows import TicketRow

COLUMNS = """
  t.id, t.account_id, coalesce(acc.name, ''), t.remote_id, t.revision, t.subject, t.status,
  t.backend_status, t.assignee, coalesce(g.name, t.assignee), t.mine, t.team,
  coalesce(m.name, t.team), t.priority, t.channel, t.tags, t.person_id, coalesce(p.name, ''),
  coalesce(p.addresses, '[]'), t.custom_fields, t.created_at, t.updated_at, t.due_at,
  t.message_count, t.needs_reply, t.snippet, t.snippet_kind, t.complete, t.fetched_revision, t.url,
  t.last_entry_at, t.mentioned_at, coalesce(s.clock_offset_ms, 0)
"""

JOINS = """
LEFT JOIN journal.account AS acc ON acc.id = t.account_id
LEFT JOIN agent AS g ON g.account_id = t.account_id AND g.remote_id = t.assignee
LEFT JOIN team AS m ON m.account_id = t.account_id AND m.remote_id = t.team
LEFT JOIN person AS p ON p.id = t.person_id
LEFT JOIN account_state AS s ON s.account_id = t.account_id
"""

BY_ID = f"""
SELECT {COLUMNS}
FROM json_each(?) AS j CROSS JOIN ticket AS t ON t.id = j.value AND t.gone = 0
{JOINS}
"""

# [[account id, remote id], ...]
BY_REF = f"""
SELECT {COLUMNS}
FROM json_each(?) AS j
CROSS JOIN ticket AS t
  ON t.account_id = j.value ->> 0 AND t.remote_id = j.value ->> 1 AND t.gone = 0
{JOINS}
"""

_tags = msgspec.json.Decoder(tuple[str, ...])
_addresses = msgspec.json.Decoder(tuple[tuple[str, str], ...])
_fields = msgspec.json.Decoder(dict[str, list[str]])


class Base(msgspec.Struct, frozen=True):
    """A ticket row and what only its place in a list depends on."""

    row: TicketRow
    last_entry_at: int


def read_base(row: Row) -> Base:
    """A row of the statements above."""
    ticket = TicketRow(
        id=row[0],
        account_id=row[1],
        account=row[2],
        remote_id=row[3],
        revision=row[4],
        subject=row[5],
        status=row[6],
        backend_status=row[7],
        assignee=row[8],
        assignee_name=row[9],
        mine=bool(row[10]),
        team=row[11],
        team_name=row[12],
        priority=row[13],
        channel=row[14],
        tags=() if row[15] == "[]" else _tags.decode(row[15]),
        person_id=row[16],
        requester_name=row[17],
        requester_addresses=() if row[18] == "[]" else _addresses.decode(row[18]),
        custom_fields={} if row[19] == "{}" else _fields.decode(row[19]),
        created_at=row[20],
        updated_at=row[21],
        due_at=row[22],
        message_count=row[23],
        needs_reply=bool(row[24]),
        snippet=mask(row[25]),
        snippet_kind=row[26],
        complete=bool(row[27]),
        fetched=row[28] >= 0,
        url=row[29],
        heard_at=row[30],
        mentioned_at=row[31],
        clock_offset_ms=row[32],
    )
    return Base(ticket, row[30])
