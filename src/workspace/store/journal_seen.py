"""What the journal door keeps about reading: up to where the agent has seen a ticket."""

from __future__ import annotations

from collections.abc import Sequence

from workspace.store.journal_file import JournalFile

KEEP_SEEN = 20_000


class SeenWrites:
    """A part of `JournalDoor`."""

    _file: JournalFile

    def keep_seen(self, seen: Sequence[tuple[int, str, int]]) -> None:
        """(account id, ticket's remote id, time of its newest entry that was in view, ms UTC).

        Never goes back in time; the tickets seen longest ago are forgotten in the end.
        """
        with self._file.write() as connection:
            connection.executemany(
                "INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT (account_id, ticket_remote_id)"
                " DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)",
                seen,
            )
            connection.execute(
                "DELETE FROM seen WHERE rowid IN"
                " (SELECT rowid FROM seen ORDER BY seen_at DESC LIMIT -1 OFFSET ?)",
                (KEEP_SEEN,),
            )
