"""What the journal door keeps about queues: snoozes, dismissed mentions, queues of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workspace.clock import Clock
from workspace.domain.commands import new_command_id
from workspace.domain.errors import NotFound
from workspace.store.connect import Connection
from workspace.store.journal_file import JournalFile
from workspace.store.queries.rows import SavedQueueRow, SnoozeRow, TicketRow

KEEP_ENDED_MS = 7 * 24 * 3_600_000
KEEP_DISMISSED = 2_000

_SNOOZE = "account_id, ticket_remote_id, until, on_reply, created_at"
_SAVED = "id, name, conditions, sort, position, created_at"


class QueueWrites:
    """A part of `JournalDoor`. Each call is one transaction, however many tickets it is about."""

    _file: JournalFile
    _clock: Clock

    # --- Snoozes ---------------------------------------------------------------------------

    def snooze(
        self, rows: Sequence[TicketRow], until: int, on_reply: bool = True
    ) -> list[SnoozeRow]:
        """Hide tickets from the queues of open ones until `until` (ms UTC).

        0: until the customer writes, which with `on_reply` ends every snooze. Returns what stood
        before, for `put_back_snoozes`.
        """
        with self._file.write() as connection:
            before = _take_snoozes(connection, rows)
            _put_snoozes(
                connection,
                [
                    SnoozeRow(
                        row.account_id, row.remote_id, until, on_reply or not until, row.heard_at
                    )
                    for row in rows
                ],
            )
            connection.execute(
                "DELETE FROM snooze WHERE until BETWEEN 1 AND ?",
                (self._clock.now_ms() - KEEP_ENDED_MS,),
            )
        return before

    def unsnooze(self, rows: Sequence[TicketRow]) -> list[SnoozeRow]:
        """Wake tickets; returns what stood before, for `put_back_snoozes`."""
        with self._file.write() as connection:
            return _take_snoozes(connection, rows)

    def put_back_snoozes(self, rows: Sequence[TicketRow], before: Sequence[SnoozeRow]) -> None:
        """Undo either of the above."""
        with self._file.write() as connection:
            _take_snoozes(connection, rows)
            _put_snoozes(connection, before)

    # --- Mentions --------------------------------------------------------------------------

    def dismiss_mentions(self, rows: Sequence[TicketRow]) -> None:
        """The notes that name me so far need no answer; a later one counts again."""
        now = self._clock.now_ms()
        with self._file.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO dismissed_mention VALUES (?, ?, ?, ?)",
                [(row.account_id, row.remote_id, row.mentioned_at, now) for row in rows],
            )
            connection.execute(
                "DELETE FROM dismissed_mention WHERE rowid IN (SELECT rowid FROM dismissed_mention"
                " ORDER BY created_at DESC LIMIT -1 OFFSET ?)",
                (KEEP_DISMISSED,),
            )

    def put_back_mentions(self, rows: Sequence[TicketRow]) -> None:
        """Undo `dismiss_mentions`."""
        with self._file.write() as connection:
            connection.executemany(
                "DELETE FROM dismissed_mention WHERE account_id = ? AND ticket_remote_id = ?",
                _refs(rows),
            )

    # --- Queues of one's own ---------------------------------------------------------------

    def add_queue(self, name: str, conditions: str, sort: str) -> SavedQueueRow:
        """A new queue at the end of the others."""
        with self._file.write() as connection:
            [(position,)] = connection.execute(
                "SELECT coalesce(max(position) + 1, 0) FROM saved_queue"
            ).fetchall()
            row = SavedQueueRow(
                new_command_id(), name, conditions, sort, position, self._clock.now_ms()
            )
            _put_queue(connection, row)
        return row

    def change_queue(self, queue_id: str, *, name: str, conditions: str, sort: str) -> None:
        """Give a queue another name, other conditions or another order. Raises NotFound."""
        with self._file.write() as connection:
            done = connection.execute(
                "UPDATE saved_queue SET name = ?, conditions = ?, sort = ? WHERE id = ?",
                (name, conditions, sort, queue_id),
            )
            if not done.rowcount:
                raise NotFound("This queue was deleted meanwhile.", "Make it anew.")

    def remove_queue(self, queue_id: str) -> SavedQueueRow | None:
        """Delete a queue (no ticket is touched); what it was, for `put_back_queue`."""
        with self._file.write() as connection:
            row = connection.execute(
                f"SELECT {_SAVED} FROM saved_queue WHERE id = ?", (queue_id,)
            ).fetchone()
            connection.execute("DELETE FROM saved_queue WHERE id = ?", (queue_id,))
        return SavedQueueRow(*row) if row else None

    def put_back_queue(self, row: SavedQueueRow) -> None:
        """Undo `remove_queue`."""
        with self._file.write() as connection:
            _put_queue(connection, row)

    def order_queues(self, ids: Sequence[str]) -> None:
        """Let the queues stand in this order."""
        with self._file.write() as connection:
            connection.executemany(
                "UPDATE saved_queue SET position = ? WHERE id = ?", list(enumerate(ids))
            )


def forget_ended_snooze(
    connection: Connection, account_id: int, remote_id: str, now_ms: int
) -> None:
    """The ticket is worked on, so that it woke is no news any more. In the open transaction."""
    connection.execute(
        "DELETE FROM snooze"
        " WHERE account_id = ? AND ticket_remote_id = ? AND until BETWEEN 1 AND ?",
        (account_id, remote_id, now_ms),
    )


def _refs(rows: Iterable[TicketRow]) -> list[tuple[int, str]]:
    return [(row.account_id, row.remote_id) for row in rows]


def _take_snoozes(connection: Connection, rows: Iterable[TicketRow]) -> list[SnoozeRow]:
    taken: list[SnoozeRow] = []
    for ref in _refs(rows):
        found = connection.execute(
            f"SELECT {_SNOOZE} FROM snooze WHERE account_id = ? AND ticket_remote_id = ?", ref
        ).fetchone()
        if found:
            taken.append(SnoozeRow(found[0], found[1], found[2], bool(found[3]), found[4]))
            connection.execute(
                "DELETE FROM snooze WHERE account_id = ? AND ticket_remote_id = ?", ref
            )
    return taken


def _put_snoozes(connection: Connection, snoozes: Iterable[SnoozeRow]) -> None:
    connection.executemany(
        f"INSERT OR REPLACE INTO snooze ({_SNOOZE}) VALUES (?, ?, ?, ?, ?)",
        [
            (one.account_id, one.ticket_remote_id, one.until, int(one.on_reply), one.heard_at)
            for one in snoozes
        ],
    )


def _put_queue(connection: Connection, row: SavedQueueRow) -> None:
    connection.execute(
        f"INSERT OR REPLACE INTO saved_queue ({_SAVED}) VALUES (?, ?, ?, ?, ?, ?)",
        (row.id, row.name, row.conditions, row.sort, row.position, row.created_at),
    )
