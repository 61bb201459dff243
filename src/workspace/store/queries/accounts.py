"""Accounts with the state of their sync, and what their tickets can be given."""

from __future__ import annotations

import msgspec

from workspace.store.connect import Reader, consistent, once
from workspace.store.queries.rows import AccountRow, DirectoryRow

ACCOUNTS = """
SELECT a.id, a.name, a.connector, a.url, a.settings, a.paused, coalesce(s.state, 'idle'),
       coalesce(s.last_sync_at, 0), coalesce(s.error_kind, ''), coalesce(s.error_message, ''),
       coalesce(s.error_action, ''), coalesce(s.done, 0), coalesce(s.total, 0),
       coalesce(c.complete, 0), coalesce(s.capabilities, '{}'),
       coalesce((SELECT g.remote_id FROM agent AS g WHERE g.account_id = a.id AND g.me = 1), ''),
       coalesce(s.clock_offset_ms, 0)
FROM journal.account AS a
LEFT JOIN account_state AS s ON s.account_id = a.id
LEFT JOIN cursor AS c ON c.account_id = a.id AND c.feed = 'history'
ORDER BY a.name
"""

AGENTS = "SELECT remote_id, name FROM agent WHERE account_id = ? ORDER BY me DESC, name"
TEAMS = "SELECT remote_id, name FROM team WHERE account_id = ? ORDER BY name"
STATUSES = """
SELECT backend_status, status, label, team FROM status WHERE account_id = ?
ORDER BY position, backend_status
"""
FIELDS = "SELECT name, label, choices, multiple FROM field WHERE account_id = ? ORDER BY name"
PRIORITIES = "SELECT priorities FROM account_state WHERE account_id = ?"

_settings = msgspec.json.Decoder(dict[str, str])
_capabilities = msgspec.json.Decoder(dict[str, object])
_words = msgspec.json.Decoder(tuple[str, ...])


@consistent
@once
def list_accounts(reader: Reader) -> list[AccountRow]:
    """All accounts by name. `me` is the remote id of the account's own agent."""
    return [
        AccountRow(
            id=row[0],
            name=row[1],
            connector=row[2],
            url=row[3],
            settings=_settings.decode(row[4]),
            paused=bool(row[5]),
            state=row[6],
            last_sync_at=row[7],
            error_kind=row[8],
            error_message=row[9],
            error_action=row[10],
            done=row[11],
            total=row[12],
            history_complete=bool(row[13]),
            capabilities=_capabilities.decode(row[14]),
            me=row[15],
            clock_offset_ms=row[16],
        )
        for row in reader.all(ACCOUNTS)
    ]


@consistent
@once
def get_directory(reader: Reader, account_id: int) -> DirectoryRow:
    """Agents (our own first), teams, status words, priorities and fields of an account."""
    by = (account_id,)
    priorities = reader.one(PRIORITIES, by)
    return DirectoryRow(
        agents=tuple((row[0], row[1]) for row in reader.all(AGENTS, by)),
        teams=tuple((row[0], row[1]) for row in reader.all(TEAMS, by)),
        statuses=tuple(
            (row[0], row[1], row[2] or row[0], row[3]) for row in reader.all(STATUSES, by)
        ),
        priorities=_words.decode(priorities[0]) if priorities else (),
        fields=tuple(
            (row[0], row[1] or row[0], _words.decode(row[2]), bool(row[3]))
            for row in reader.all(FIELDS, by)
        ),
    )
