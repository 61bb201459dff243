"""The journal door: the only place where a window or command writes. Drafts, outbox, files, notes.

Every call is one short transaction on disk when it returns. Never call it on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import IO

import msgspec

from workspace.clock import Clock
from workspace.domain.commands import (
    AddNote,
    Command,
    OutgoingFile,
    SendReply,
    decode_command,
)
from workspace.domain.errors import Conflict, NotFound, StoreError
from workspace.domain.words import OutboxState
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import journal_bulk
from workspace.store.connect import Connection
from workspace.store.files import SealedFiles
from workspace.store.journal_drafts import (
    delete_draft,
    draft_files,
    find_draft,
    joined,
    keep_sent,
    keep_version,
    put_draft,
)
from workspace.store.journal_file import IN_A_DRAFT, JournalFile
from workspace.store.journal_notes import MODE as LOCAL
from workspace.store.journal_notes import LocalNoteWrites
from workspace.store.journal_queues import QueueWrites
from workspace.store.journal_seen import SeenWrites
from workspace.store.journal_words import OwnWordWrites
from workspace.store.queries.rows import DraftRow

READ_BYTES = 256 * 1024


class JournalDoor(QueueWrites, SeenWrites, OwnWordWrites, LocalNoteWrites):
    """What a client may write. Usable from any worker thread.

    Raises StoreError from every method when the disk refuses; then nothing changed, and what is
    on the screen must stay there.
    """

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock) -> None:
        self._clock = clock
        self._file = JournalFile(paths, key, clock)
        self._files = SealedFiles(paths.outgoing, key.subkey("outgoing"))

    # --- Drafts ----------------------------------------------------------------------------

    def save_draft(self, draft: DraftRow) -> None:
        """Keep this draft in place of the ticket's earlier one of the same mode."""
        with self._file.write() as connection:
            put_draft(connection, draft)

    def keep_version(self, draft: DraftRow, why: str) -> None:
        """Keep these words beside the draft: `pause`, `left`, `replaced`."""
        with self._file.write() as connection:
            keep_version(connection, draft, why, self._clock.now_ms())

    def drop_draft(self, account_id: int, remote_id: str, mode: str) -> None:
        """Discard a draft; what it said and held stays as a version."""
        with self._file.write() as connection:
            row = find_draft(connection, account_id, remote_id, mode)
            if row is not None and mode in (*journal_bulk.COMMAND_WORDS.values(), LOCAL):
                keep_version(connection, row, "discarded", self._clock.now_ms())
            delete_draft(connection, account_id, remote_id, mode)
            unused = _unused(connection, _ids(draft_files(row))) if row else []
            _forget_files(connection, unused)
        self._remove_bytes(unused)

    # --- Outbox ----------------------------------------------------------------------------

    def enqueue(
        self,
        account_id: int,
        ticket_remote_id: str,
        commands: Sequence[Command],
        *,
        base_revision: int,
        base_entry: str,
        not_before: int = 0,
        drop_draft_mode: str | None = None,
    ) -> list[str]:
        """Put commands into the outbox and drop the draft they came from, in one transaction.

        The second and later ones wait until the first is sent. `not_before` (ms UTC) is the end
        of the undo window. Returns the command ids; only then may the composer be cleared.
        """
        with self._file.write() as connection:
            ids = journal_bulk.put(
                connection,
                journal_bulk.Batch(account_id, ticket_remote_id, base_revision, tuple(commands)),
                now=self._clock.now_ms(),
                not_before=not_before,
                base_entry=base_entry,
            )
            if drop_draft_mode is not None:
                keep_sent(connection, account_id, ticket_remote_id, commands, self._clock.now_ms())
                delete_draft(connection, account_id, ticket_remote_id, drop_draft_mode)
        return ids

    def enqueue_many(
        self, batches: Sequence[journal_bulk.Batch], *, not_before: int = 0
    ) -> list[list[str]]:
        """Put the commands of many tickets into the outbox, in one transaction.

        As `enqueue` for each; returns the command ids of each batch. A few hundred tickets at a
        time: while it runs, nobody else writes the journal.
        """
        now = self._clock.now_ms()
        with self._file.write() as connection:
            return [
                journal_bulk.put(connection, batch, now=now, not_before=not_before)
                for batch in batches
            ]

    def take_back(self, command_id: str, restore_draft: bool) -> Command:
        """Cancel a command that was not sent; with `restore_draft` its words are a draft again.

        Commands that waited for it are cancelled with it. Raises Conflict if it is on its way or
        sent already, NotFound if there is none.
        """
        with self._file.write() as connection:
            command, unused = self._take_back(connection, command_id, restore_draft)
        self._remove_bytes(unused)
        return command

    def take_back_many(self, command_ids: Sequence[str]) -> list[str]:
        """Cancel those of these commands that have not left yet, in one transaction.

        Returns their ids; words of messages among them are dropped. A few hundred at a time.
        """
        taken: list[str] = []
        unused: list[str] = []
        with self._file.write() as connection:
            for command_id in command_ids:
                try:
                    _, files = self._take_back(connection, command_id, False)
                except (Conflict, NotFound):
                    continue  # it has left, was taken back with another, or is long done
                taken.append(command_id)
                unused += files
        self._remove_bytes(unused)
        return taken

    def _take_back(
        self, connection: Connection, command_id: str, restore_draft: bool
    ) -> tuple[Command, list[str]]:
        """The command, and the files that nothing needs any more."""
        row = connection.execute(
            "SELECT account_id, ticket_remote_id, payload, state, needs_agent, base_entry"
            " FROM outbox WHERE id = ?",
            (command_id,),
        ).fetchone()
        if row is None:
            raise NotFound("There is no such command in the outbox.")
        account_id, remote_id, payload, state, needs_agent, base_entry = row
        _refuse_if_leaving(state, bool(needs_agent))
        command = decode_command(payload)
        connection.execute(
            "UPDATE outbox SET state = 'cancelled', needs_agent = 0, done_at = ?"
            " WHERE id = ? OR (\"after\" = ? AND state IN ('queued','failed','conflict'))",
            (self._clock.now_ms(), command_id, command_id),
        )
        unused: list[str] = []
        if isinstance(command, SendReply | AddNote):
            if restore_draft:
                self._restore(connection, account_id, remote_id, command, base_entry)
            else:
                unused = _unused(connection, _ids(command.attachments))
                _forget_files(connection, unused)
        self._file.audit(connection, "outbox.taken_back", account_id, remote_id, command_id)
        return command, unused

    def reschedule(self, command_id: str, not_before: int) -> None:
        """Another time for a command that has not been tried yet; 0 sends it at once.

        Those that wait for it go with it. Raises Conflict if it is on its way, NotFound.
        """
        with self._file.write() as connection:
            row = connection.execute(
                "SELECT account_id, ticket_remote_id, state, attempts FROM outbox WHERE id = ?",
                (command_id,),
            ).fetchone()
            if row is None:
                raise NotFound("There is no such command in the outbox.")
            account_id, remote_id, state, attempts = row
            if state != OutboxState.QUEUED or attempts:
                _refuse_if_leaving("sending" if state == OutboxState.QUEUED else state, False)
            connection.execute(
                "UPDATE outbox SET not_before = ? WHERE state = 'queued' AND attempts = 0"
                ' AND (id = ? OR "after" = ?)',
                (not_before, command_id, command_id),
            )
            self._file.audit(connection, "outbox.rescheduled", account_id, remote_id, command_id)

    def _restore(
        self,
        connection: Connection,
        account_id: int,
        remote_id: str,
        command: SendReply | AddNote,
        base_entry: str,
    ) -> None:
        mode = journal_bulk.command_word(command)
        kept = find_draft(connection, account_id, remote_id, mode)
        files = command.attachments
        text, rich = command.text, command.html
        if kept is not None:
            files += draft_files(kept)
            text, rich = joined(command, kept)
        reply = command if isinstance(command, SendReply) else None
        put_draft(
            connection,
            DraftRow(
                account_id=account_id,
                ticket_remote_id=remote_id,
                mode=mode,
                text=text,
                html=rich,
                channel=reply.channel if reply else "",
                recipient=reply.recipient if reply else "",
                attachments=msgspec.json.encode(files).decode(),
                base_entry=base_entry,
                updated_at=self._clock.now_ms(),
            ),
        )

    # --- Outgoing files --------------------------------------------------------------------

    def add_file(
        self,
        name: str,
        media_type: str,
        stream: IO[bytes],
        progress: Callable[[int], None] | None = None,
    ) -> OutgoingFile:
        """Seal a file into the journal's folder; `progress` gets the bytes read so far.

        The original may vanish afterwards. OSError of `stream` passes through.
        """
        identity, size, digest = self._files.write(_read(stream, progress))
        file = OutgoingFile(identity, _base_name(name), size, media_type, digest)
        try:
            with self._file.write() as connection:
                connection.execute(
                    "INSERT INTO outgoing_file (id, name, size, media_type, sha256, created_at)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (identity, file.name, size, media_type, digest, self._clock.now_ms()),
                )
        except StoreError:
            self._files.remove(identity)
            raise
        return file

    def open_file(self, file: OutgoingFile) -> IO[bytes]:
        """Its clear bytes. Raises NotFound."""
        return self._files.open(file.id)

    def remove_file(self, file_id: str) -> None:
        """Forget a file taken out of a draft; kept while a command or a version needs it."""
        with self._file.write() as connection:
            unused = _unused(connection, [file_id])
            _forget_files(connection, unused)
        self._remove_bytes(unused)

    def _remove_bytes(self, ids: Sequence[str]) -> None:
        for identity in ids:
            self._files.remove(identity)

    # --- Audit -----------------------------------------------------------------------------

    def record(self, action: str, ref: str = "", detail: str = "") -> None:
        """An audit row of its own, for what leaves by another door (an export, a backup).

        `ref` is ACCOUNT:REMOTE_ID or the account's name; no customer text in `detail`.
        """
        with self._file.write() as connection:
            self._file.record(connection, action, ref, detail)

    def close(self) -> None:
        """Close the file. Nothing is buffered, so nothing is lost without it."""
        self._file.close()


_NEEDS_FILE = "state NOT IN ('sent','cancelled')"


def _refuse_if_leaving(state: str, needs_agent: bool) -> None:
    if state in (OutboxState.QUEUED, OutboxState.FAILED, OutboxState.CONFLICT):
        return
    if state == OutboxState.IN_DOUBT and needs_agent:
        return
    if state == OutboxState.CANCELLED:
        raise Conflict("It was taken back already.", "Nothing to do.")
    if state == OutboxState.SENT:
        raise Conflict("It has been sent and can't be taken back.", "Send a correction instead.")
    raise Conflict(
        "It is on its way to the backend and can't be taken back now.",
        "Wait until the outbox says how it ended.",
    )


def _ids(files: Sequence[OutgoingFile]) -> list[str]:
    return [file.id for file in files]


def _unused(connection: Connection, files: Sequence[str]) -> list[str]:
    """Those that no draft, no version of one and no unsent command mentions."""
    return [
        file
        for file in files
        if not connection.execute(
            f"SELECT 1 FROM outbox WHERE {_NEEDS_FILE} AND instr(payload, :bytes) > 0 UNION ALL"
            f" SELECT 1 FROM (SELECT :id AS id) AS f WHERE {IN_A_DRAFT}",
            {"bytes": file.encode(), "id": file},
        ).fetchone()
    ]


def _forget_files(connection: Connection, ids: Sequence[str]) -> None:
    connection.executemany("DELETE FROM outgoing_file WHERE id = ?", [(one,) for one in ids])


def _read(stream: IO[bytes], progress: Callable[[int], None] | None) -> Iterator[bytes]:
    done = 0
    while piece := stream.read(READ_BYTES):
        yield piece
        done += len(piece)
        if progress:
            progress(done)


def _base_name(name: str) -> str:
    """The last part of a path of any system, without control characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable()).strip() or "file"
