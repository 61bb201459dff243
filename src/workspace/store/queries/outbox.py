"""The outbox as a list: what waits first, then what was done last."""

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from workspace.domain.commands import SetFields, decode_command
from workspace.store.connect import Reader, Row, consistent
from workspace.store.queries.rows import OutboxRow

PREVIEW = 120

_COLUMNS = """
  o.id, o.account_id, coalesce(a.name, ''), o.ticket_remote_id, coalesce(t.subject, ''),
  o.command, o.payload, o.state, o.needs_agent, o.attempts, o.not_before, o.created_at,
  o.last_try_at, o.remote_id, o.error_kind, o.error_message, o.error_action
"""

_JOINS = """
LEFT JOIN journal.account AS a ON a.id = o.account_id
LEFT JOIN ticket AS t ON t.account_id = o.account_id AND t.remote_id = o.ticket_remote_id
"""

WAITING = f"""
SELECT {_COLUMNS} FROM journal.outbox AS o INDEXED BY outbox_pending {_JOINS}
WHERE o.state NOT IN ('sent','cancelled')
ORDER BY o.seq DESC LIMIT ?
"""

DONE = f"""
SELECT {_COLUMNS} FROM journal.outbox AS o NOT INDEXED {_JOINS}
WHERE o.state IN ('sent','cancelled')
ORDER BY o.seq DESC LIMIT ?
"""

ONE = f"SELECT {_COLUMNS} FROM journal.outbox AS o {_JOINS} WHERE o.id = ?"

# Of the commands in a JSON list of ids.
_BAD = "(o.state IN ('failed','conflict') OR (o.state = 'in_doubt' AND o.needs_agent = 1))"

STANDING = f"""
SELECT o.id, o.state = 'cancelled', {_BAD}
FROM json_each(?) AS j CROSS JOIN journal.outbox AS o ON o.id = j.value
WHERE o.state <> 'sent'
"""

PROBLEMS = f"""
SELECT {_COLUMNS}
FROM json_each(?) AS j CROSS JOIN journal.outbox AS o ON o.id = j.value {_JOINS}
WHERE {_BAD}
"""


@consistent
def list_outbox(reader: Reader, limit: int = 200) -> list[OutboxRow]:
    """Commands not yet done, newest first, then done ones, newest first."""
    rows = reader.all(WAITING, (limit,))
    if len(rows) < limit:
        rows += reader.all(DONE, (limit - len(rows),))
    return [_row(row) for row in rows]


def get_outbox(reader: Reader, command_id: str) -> OutboxRow | None:
    """One command by its id."""
    row = reader.one(ONE, (command_id,))
    return _row(row) if row else None


class Standing(msgspec.Struct, frozen=True):
    """How a number of commands stand: how many wait, were sent, taken back; and which did not
    get through (failed, conflict, or waiting for the agent's word).

    Attributes:
        open: ids of those that wait or did not get through; of the others all is said.
        taken_back: ids of those that were cancelled.
    """

    waiting: int
    sent: int
    cancelled: int
    problems: tuple[OutboxRow, ...]
    open: frozenset[str] = frozenset()
    taken_back: frozenset[str] = frozenset()


@consistent
def standing(reader: Reader, command_ids: Iterable[str]) -> Standing:
    """How these commands stand; those forgotten since (a week after they were done) are sent."""
    ids = list(command_ids)
    asked = (json.dumps(ids),)
    rows = reader.all(STANDING, asked)
    cancelled = sum(row[1] for row in rows)
    bad = sum(row[2] for row in rows)
    problems = sorted(map(_row, reader.all(PROBLEMS, asked)), key=_by_id) if bad else []
    return Standing(
        waiting=len(rows) - cancelled - bad,
        sent=len(ids) - len(rows),
        cancelled=cancelled,
        problems=tuple(problems),
        open=frozenset(row[0] for row in rows if not row[1]),
        taken_back=frozenset(row[0] for row in rows if row[1]),
    )


def _by_id(row: OutboxRow) -> str:
    return row.id  # a uuid7: by time


def _row(row: Row) -> OutboxRow:
    return OutboxRow(
        id=row[0],
        account_id=row[1],
        account=row[2],
        ticket_remote_id=row[3],
        subject=row[4],
        command=row[5],
        preview=preview(bytes(row[6])),
        state=row[7],
        needs_agent=bool(row[8]),
        attempts=row[9],
        not_before=row[10],
        created_at=row[11],
        last_try_at=row[12],
        remote_id=row[13],
        error_kind=row[14],
        error_message=row[15],
        error_action=row[16],
    )


def preview(payload: bytes) -> str:
    """The first words of a message, or the fields a command sets; "" if it can't be read."""
    try:
        command = decode_command(payload)
    except msgspec.DecodeError:
        return ""
    if not isinstance(command, SetFields):
        return " ".join(command.text.split())[:PREVIEW]
    parts = [
        f"{name}={value}"
        for name in ("status", "assignee", "team", "priority")
        if (value := getattr(command, name)) is not None
    ]
    parts += [f"tag+={tag}" for tag in command.tags_add]
    parts += [f"tag-={tag}" for tag in command.tags_remove]
    parts += [f"{name}={', '.join(values)}" for name, values in command.custom_fields.items()]
    return " ".join(parts)[:PREVIEW]
