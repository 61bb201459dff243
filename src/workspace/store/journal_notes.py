"""What the journal door keeps about local notes: notes that never leave this computer."""

from __future__ import annotations

from workspace.clock import Clock
from workspace.domain.commands import new_command_id
from workspace.domain.errors import NotFound
from workspace.store.journal_drafts import delete_draft
from workspace.store.journal_file import JournalFile
from workspace.store.queries.rows import LocalNoteRow

MODE = "local"
"""Of the draft of such a note: one of its own, so that its words never lie in another's."""


class LocalNoteWrites:
    """A part of `JournalDoor`. Nothing here can put anything into the outbox."""

    _file: JournalFile
    _clock: Clock

    def add_local_note(self, account_id: int, ticket_remote_id: str, text: str) -> str:
        """A new note; returns its id."""
        return self._put(account_id, ticket_remote_id, text, "", drop_draft=False)

    def keep_local_note(
        self, account_id: int, ticket_remote_id: str, text: str, note_id: str = ""
    ) -> str:
        """Make the ticket's draft of one a note, or the new words of the note `note_id`.

        A note that is gone meanwhile becomes a new one. The draft is dropped in the same
        transaction; returns the note's id.
        """
        return self._put(account_id, ticket_remote_id, text, note_id, drop_draft=True)

    def _put(
        self, account_id: int, remote_id: str, text: str, note_id: str, *, drop_draft: bool
    ) -> str:
        with self._file.write() as connection:
            changed = connection.execute(
                "UPDATE local_note SET text = ? WHERE id = ? AND account_id = ?",
                (text, note_id, account_id),
            ).rowcount
            identity = note_id if changed else new_command_id()
            if not changed:
                connection.execute(
                    "INSERT INTO local_note (id, account_id, ticket_remote_id, text, created_at)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (identity, account_id, remote_id, text, self._clock.now_ms()),
                )
            if drop_draft:
                delete_draft(connection, account_id, remote_id, MODE)
        return identity

    def remove_local_note(self, note_id: str) -> LocalNoteRow:
        """Delete a note; returns it, for an undo. Raises NotFound."""
        with self._file.write() as connection:
            row = connection.execute(
                "DELETE FROM local_note WHERE id = ?"
                " RETURNING id, account_id, ticket_remote_id, text, created_at",
                (note_id,),
            ).fetchone()
        if row is None:
            raise NotFound("This note was deleted already.", "Nothing to do.")
        return LocalNoteRow(*row)

    def restore_local_note(self, note: LocalNoteRow) -> None:
        """Undo the deletion: the same note at its own time."""
        with self._file.write() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO local_note"
                " (id, account_id, ticket_remote_id, text, created_at) VALUES (?, ?, ?, ?, ?)",
                (note.id, note.account_id, note.ticket_remote_id, note.text, note.created_at),
            )
