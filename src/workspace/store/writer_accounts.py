"""The part of the cache writer that keeps what belongs to an account rather than to a ticket."""

from __future__ import annotations

from collections.abc import Iterator

from workspace.domain.items import Directory
from workspace.store import search_index
from workspace.store.cache_file import CacheFile
from workspace.store.connect import Connection, Row
from workspace.store.ingest_entries import delete_entries
from workspace.store.words_in import clean, dump

STATE_COLUMNS = (
    "state",
    "last_sync_at",
    "clock_offset_ms",
    "error_kind",
    "error_message",
    "error_action",
    "done",
    "total",
    "capabilities",
    "priorities",
)
_QUIET_COLUMNS = ("last_sync_at", "done", "total", "clock_offset_ms")


class AccountWrites(CacheFile):
    """Directory, state and removal of accounts."""

    def set_directory(self, account_id: int, directory: Directory) -> bool:
        """Keep agents, teams, statuses, fields and priorities; True if something changed."""
        with self._write() as connection:
            changed = [
                _replace(connection, table, account_id, columns, rows)
                for table, columns, rows in _directory_rows(directory)
            ]
            priorities = dump(list(directory.priorities))
            changed.append(_set_state(connection, account_id, {"priorities": priorities}))
            me = next((agent.remote_id for agent in directory.agents if agent.me), "")
            if me:
                connection.execute(
                    "UPDATE ticket SET mine = (assignee = ?1) WHERE account_id = ?2"
                    " AND mine <> (assignee = ?1)",
                    (clean(me), account_id),
                )
            if any(changed):
                self._tell(connection, 0, "directory")
        return any(changed)

    def set_account_state(self, account_id: int, **columns: object) -> bool:
        """Set columns of `account_state`; True if something that the window shows changed."""
        unknown = columns.keys() - set(STATE_COLUMNS)
        if unknown:
            raise ValueError(f"no such columns: {sorted(unknown)}")
        with self._write() as connection:
            changed = _set_state(connection, account_id, columns)
            if changed and not columns.keys() <= set(_QUIET_COLUMNS):
                self._tell(connection, 0, "account")
        return changed

    def drop_account(self, account_id: int) -> None:
        """Forget everything of an account, in pieces short enough for readers and others."""
        while self._drop_some(account_id):
            pass
        with self._write() as connection:
            for table in ("cursor", "agent", "team", "status", "field", "person", "account_state"):
                connection.execute(f"DELETE FROM {table} WHERE account_id = ?", (account_id,))
            connection.execute("DELETE FROM queue_count WHERE tickets = 0")
            self._tell(connection, 0, "account")
            self._names.pop(account_id, None)

    def _drop_some(self, account_id: int) -> bool:
        with self._write() as connection:
            tickets = [
                row[0]
                for row in connection.execute(
                    "SELECT id FROM ticket WHERE account_id = ? LIMIT 200", (account_id,)
                )
            ]
            listed = (dump(tickets),)
            chosen = "ticket_id IN (SELECT value FROM json_each(?))"
            entries = [
                row[0] for row in connection.execute(f"SELECT id FROM entry WHERE {chosen}", listed)
            ]
            files = delete_entries(connection, entries)
            search_index.remove(connection, [-ticket for ticket in tickets])
            connection.execute(f"DELETE FROM route WHERE {chosen}", listed)
            connection.execute(f"DELETE FROM change_log WHERE {chosen}", listed)
            connection.execute(
                "DELETE FROM ticket WHERE id IN (SELECT value FROM json_each(?))", listed
            )
        self._remove_files(files)
        return bool(tickets)


def _set_state(connection: Connection, account_id: int, columns: dict[str, object]) -> bool:
    names = list(columns)
    connection.execute(
        "INSERT OR IGNORE INTO account_state (account_id, state) VALUES (?, 'idle')", (account_id,)
    )
    differs = " OR ".join(f"{name} IS NOT ?" for name in names)
    changed = connection.execute(
        f"UPDATE account_state SET {', '.join(f'{name} = ?' for name in names)}"
        f" WHERE account_id = ? AND ({differs})",
        [*columns.values(), account_id, *columns.values()],
    ).rowcount
    return bool(changed)


def _directory_rows(directory: Directory) -> Iterator[tuple[str, str, list[Row]]]:
    yield (
        "agent",
        "remote_id, name, address, me",
        [
            (clean(a.remote_id), clean(a.name), clean(a.address), int(a.me))
            for a in directory.agents
        ],
    )
    yield "team", "remote_id, name", [(clean(t.remote_id), clean(t.name)) for t in directory.teams]
    yield (
        "status",
        "backend_status, team, status, label, position",
        [
            (clean(s.backend_status), clean(s.team), str(s.status), clean(s.label), place)
            for place, s in enumerate(directory.statuses)
        ],
    )
    yield (
        "field",
        "name, label, choices, multiple, teams",
        [
            (clean(f.name), clean(f.label), dump(f.choices), int(f.multiple), dump(f.teams))
            for f in directory.fields
        ],
    )


def _replace(
    connection: Connection, table: str, account_id: int, columns: str, rows: list[Row]
) -> bool:
    """Make the account's rows of `table` these; True if they were others."""
    before = connection.execute(
        f"SELECT {columns} FROM {table} WHERE account_id = ?", (account_id,)
    ).fetchall()
    if sorted(before) == sorted(rows):
        return False
    connection.execute(f"DELETE FROM {table} WHERE account_id = ?", (account_id,))
    places = ", ".join("?" * (columns.count(",") + 2))
    connection.executemany(
        f"INSERT OR REPLACE INTO {table} (account_id, {columns}) VALUES ({places})",
        [(account_id, *row) for row in rows],
    )
    return True
