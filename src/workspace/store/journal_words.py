"""What the journal door keeps for spelling: the agent's own words, customers' names among them."""

from __future__ import annotations

from collections.abc import Iterable

from workspace.clock import Clock
from workspace.store.journal_file import JournalFile

MOST_OWN = 2_000


class OwnWordWrites:
    """A part of `JournalDoor`."""

    _file: JournalFile
    _clock: Clock

    def add_own_words(self, words: Iterable[str]) -> None:
        """These are right from now on; beyond `MOST_OWN` the oldest ones go."""
        now = self._clock.now_ms()
        with self._file.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO own_word VALUES (?, ?)", [(word, now) for word in words]
            )
            connection.execute(
                "DELETE FROM own_word WHERE rowid IN (SELECT rowid FROM own_word"
                " ORDER BY created_at DESC, rowid DESC LIMIT -1 OFFSET ?)",
                (MOST_OWN,),
            )
