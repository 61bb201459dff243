"""The outbox as the engine sees it: what is due, and every change of state.

States and what they mean: ARCHITECTURE.md, Outbox states. The window enqueues and takes back
(`store/journal.py`); only the engine calls this module, each change one short transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from workspace.clock import Clock
from workspace.domain.commands import SetFields, decode_command
from workspace.domain.errors import Conflict, NotFound, Problem
from workspace.domain.words import OutboxState
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Connection, Row
from workspace.store.files import SealedFiles
from workspace.store.journal_drafts import forget_old_versions
from workspace.store.journal_file import IN_A_DRAFT, PER_TICKET, JournalFile
from workspace.store.outbox_entry import COLUMNS, OVERRIDE, OutboxEntry, entry_of
from workspace.store.outbox_order import (
    ID,
    LIGHT,
    NOT_BEFORE,
    STATE,
    TICKET,
    choose_heads,
    in_turn,
    was_set_back,
)

KEEP_DONE_MS = 7 * 24 * 3600 * 1000
KEEP_FILES_MS = 24 * 3600 * 1000

NO_PROBLEM = Problem("", "")

_DAMAGED = Problem(
    "store",
    "The stored command was changed or damaged on the disk, so it was not sent.",
    "Write it again.",
)

_PENDING = "state NOT IN ('sent','cancelled')"


class Outbox:
    """Usable from the engine's push threads. Each `mark_…` says whether the change applied.

    False means that the command was in another state than the change starts from (taken back by
    the agent in between, say): then nothing may be sent, and nothing was changed.
    """

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock) -> None:
        self._clock = clock
        self._file = JournalFile(paths, key, clock)
        self._files = SealedFiles(paths.outgoing, key.subkey("outgoing"))

    # --- What is due -----------------------------------------------------------------------

    def choose(
        self,
        account_id: int,
        now_ms: int,
        *,
        most: int | None = None,
        passed_over: Callable[[str, str], bool] = lambda command_id, ticket: False,
    ) -> tuple[list[OutboxEntry], int | None]:
        """The first command of each ticket that may be handled now, in fair order.

        Oldest first, but single commands before the next of many that were put at one moment (a
        change of many tickets), so that a reply written meanwhile does not wait behind these.
        `queued` ones are to be pushed, `in_doubt` ones to be looked for at the backend. No more
        than `most`, and none of those (command's id, ticket's remote id) that are `passed_over`.
        With it, when the next comes due, handed out or not: as `next_due_at`, from the same look
        at the journal.
        """
        heads = self._heads(account_id, now_ms)
        due = [
            row
            for row in heads
            if (row[NOT_BEFORE] <= now_ms or was_set_back(row, now_ms))
            and not passed_over(row[ID], row[TICKET])
        ]
        found: list[OutboxEntry] = []
        for row in in_turn(due):
            if most is not None and len(found) >= most:
                break
            entry = self._whole(row[ID])
            if entry is not None:
                found.append(entry)
        return found, min((row[NOT_BEFORE] for row in heads), default=None)

    def due(self, account_id: int, now_ms: int) -> list[OutboxEntry]:
        """All that may be handled now, as `choose` orders it."""
        return self.choose(account_id, now_ms)[0]

    def next_due_at(self, account_id: int) -> int | None:
        """When the next command of this account comes due (ms UTC, may be past); None: none."""
        heads = self._heads(account_id, self._clock.now_ms())
        return min((row[NOT_BEFORE] for row in heads), default=None)

    def get(self, command_id: str) -> OutboxEntry:
        """One command, in whatever state. Raises NotFound."""
        entry = self._whole(command_id)
        if entry is None:
            raise NotFound("There is no such command in the outbox.")
        return entry

    def _whole(self, command_id: str) -> OutboxEntry | None:
        """With its payload; one whose payload was damaged becomes `failed` instead."""
        rows = self._file.all(f"SELECT {COLUMNS} FROM outbox WHERE id = ?", (command_id,))
        try:
            return entry_of(rows[0]) if rows else None
        except msgspec.DecodeError:
            self._move(command_id, _NOT_DONE, OutboxState.FAILED, _DAMAGED, needs_agent=0)
            return None

    def _heads(self, account_id: int, now_ms: int) -> list[Row]:
        """What may come first, but for what is being sent. Without payloads: hundreds may wait,
        they are looked at after each send, and few are wanted at a time."""
        rows = self._file.all(
            f"SELECT {LIGHT} FROM outbox WHERE account_id = ? AND {_PENDING} ORDER BY seq",
            (account_id,),
        )
        return [row for row in choose_heads(rows, now_ms) if row[STATE] != OutboxState.SENDING]

    # --- States ----------------------------------------------------------------------------

    def recover(self, settle_ms: int = 30_000) -> list[str]:
        """At the engine's start: whatever was being sent is in doubt now. Returns their ids.

        They may be looked for at once, and count as absent `settle_ms` from now at the earliest.
        """
        now = self._clock.now_ms()
        with self._file.write() as connection:
            rows = connection.execute("SELECT id FROM outbox WHERE state = 'sending'").fetchall()
            connection.execute(
                "UPDATE outbox SET state = 'in_doubt', settle_until = ?, not_before = ?,"
                " error_kind = 'interrupted', error_action = ?,"
                " error_message = ? WHERE state = 'sending'",
                (
                    now + settle_ms,
                    now,
                    "Nothing to do: it is looked for at the backend.",
                    "Workspace ended while this was being sent, so it may or may not have arrived.",
                ),
            )
        return [row[0] for row in rows]

    def mark_sending(self, command_id: str) -> bool:
        """To be committed before the first byte leaves. False: don't send."""
        now = self._clock.now_ms()
        with self._file.write() as connection:
            changed = connection.execute(
                "UPDATE outbox SET state = 'sending', attempts = attempts + 1, last_try_at = ?,"
                " first_try_at = CASE first_try_at WHEN 0 THEN ? ELSE first_try_at END"
                " WHERE id = ? AND state = 'queued'",
                (now, now, command_id),
            ).rowcount
        return bool(changed == 1)

    def mark_sent(self, command_id: str, remote_id: str) -> bool:
        """The backend has it under `remote_id`."""
        return self._move(
            command_id,
            (OutboxState.SENDING, OutboxState.IN_DOUBT),
            OutboxState.SENT,
            NO_PROBLEM,
            remote_id=remote_id,
            needs_agent=0,
        )

    def mark_queued(self, command_id: str, not_before: int, problem: Problem = NO_PROBLEM) -> bool:
        """Provably not accepted: again at `not_before` (ms UTC)."""
        return self._move(
            command_id,
            (OutboxState.SENDING, OutboxState.IN_DOUBT, OutboxState.QUEUED),
            OutboxState.QUEUED,
            problem,
            not_before=not_before,
            needs_agent=0,
        )

    def mark_in_doubt(
        self, command_id: str, settle_until: int, problem: Problem, look_at: int | None = None
    ) -> bool:
        """It may have been accepted; look for it at `look_at` (else when it has settled)."""
        return self._move(
            command_id,
            (OutboxState.SENDING, OutboxState.IN_DOUBT),
            OutboxState.IN_DOUBT,
            problem,
            settle_until=settle_until,
            not_before=settle_until if look_at is None else look_at,
        )

    def mark_needs_agent(self, command_id: str, problem: Problem) -> bool:
        """Nobody but the agent can tell whether it arrived."""
        return self._move(
            command_id,
            (OutboxState.SENDING, OutboxState.IN_DOUBT),
            OutboxState.IN_DOUBT,
            problem,
            needs_agent=1,
        )

    def mark_failed(self, command_id: str, problem: Problem) -> bool:
        """Refused for good; the text stays editable."""
        return self._move(command_id, _BEFORE_END, OutboxState.FAILED, problem, needs_agent=0)

    def mark_conflict(self, command_id: str, problem: Problem) -> bool:
        """The ticket changed since the command was made."""
        return self._move(command_id, _BEFORE_END, OutboxState.CONFLICT, problem, needs_agent=0)

    def retry(self, command_id: str) -> None:
        """The agent says: once more, now. A conflict is overridden: its base is forgotten.

        Raises NotFound, or Conflict where a retry could send it twice.
        """
        entry = self.get(command_id)
        bases: dict[str, Any] = (
            {"base_revision": OVERRIDE} if entry.state == OutboxState.CONFLICT else {}
        )
        moved = self._move(
            command_id,
            (OutboxState.FAILED, OutboxState.CONFLICT, OutboxState.QUEUED),
            OutboxState.QUEUED,
            NO_PROBLEM,
            not_before=self._clock.now_ms(),
            **bases,
        )
        if not moved:
            raise Conflict(
                "This command is on its way, in doubt, or done; it is not sent again.",
                "If it is in doubt, say first whether it arrived.",
            )

    def resolve(self, command_id: str, sent: bool) -> None:
        """The agent's word on a command that nobody else could decide.

        Raises NotFound, or Conflict if it is not waiting for that word.
        """
        entry = self.get(command_id)
        waiting = entry.state == OutboxState.IN_DOUBT and entry.needs_agent
        moved = waiting and self._move(
            command_id,
            (OutboxState.IN_DOUBT,),
            OutboxState.SENT if sent else OutboxState.QUEUED,
            NO_PROBLEM,
            needs_agent=0,
            not_before=self._clock.now_ms(),
            audit="outbox.resolved_sent" if sent else "outbox.resolved_not_sent",
        )
        if not moved:
            raise Conflict("This command does not wait for your decision.", "Nothing to do.")

    def prune(self) -> None:
        """Forget what has been done for a week, old versions of drafts, and files of neither."""
        now = self._clock.now_ms()
        with self._file.write() as connection:
            connection.execute(
                "DELETE FROM outbox WHERE state IN ('sent','cancelled') AND done_at < ? AND NOT"
                ' EXISTS (SELECT 1 FROM outbox AS later WHERE later."after" = outbox.id'
                " AND later.state NOT IN ('sent','cancelled'))",
                (now - KEEP_DONE_MS,),
            )
            forget_old_versions(connection, now)
            unused = [
                row[0]
                for row in connection.execute(
                    "SELECT id FROM outgoing_file AS f WHERE created_at < :old"
                    f" AND NOT {IN_A_DRAFT} AND NOT EXISTS"
                    " (SELECT 1 FROM outbox WHERE instr(payload, CAST(f.id AS BLOB)) > 0"
                    f" AND ({_PENDING} OR done_at > :old))",
                    {"old": now - KEEP_FILES_MS},
                )
            ]
            connection.executemany(
                "DELETE FROM outgoing_file WHERE id = ?", [(one,) for one in unused]
            )
        for one in unused:
            self._files.remove(one)

    def forget(self, tickets: Iterable[tuple[int, str]]) -> None:
        """What was done on tickets that were dropped for their age: (account id, remote id)."""
        with self._file.write() as connection:
            for ticket in tickets:
                for table in PER_TICKET:
                    if table == "draft":
                        continue  # begun since then, for tickets with a draft stay
                    done = " AND state IN ('sent','cancelled')" if table == "outbox" else ""
                    connection.execute(
                        f"DELETE FROM {table} WHERE account_id = ? AND ticket_remote_id = ?{done}",
                        ticket,
                    )

    def compact(self) -> None:
        """Leave nothing deleted in the journal's file."""
        self._file.compact()

    def open_files(self) -> SealedFiles:
        """The folder of outgoing bytes; `OutgoingFile.id` is the name to open."""
        return self._files

    def close(self) -> None:
        """Close the file; every state is on disk already."""
        self._file.close()

    def _move(
        self,
        command_id: str,
        from_states: Iterable[OutboxState],
        to: OutboxState,
        problem: Problem,
        audit: str = "",
        **columns: object,
    ) -> bool:
        columns |= {
            "state": to,
            "error_kind": problem.kind,
            "error_message": problem.message,
            "error_action": problem.action,
            "done_at": self._clock.now_ms() if to == OutboxState.SENT else 0,
        }
        states = list(from_states)
        with self._file.write() as connection:
            changed = connection.execute(
                f"UPDATE outbox SET {', '.join(f'{name} = ?' for name in columns)}"
                f" WHERE id = ? AND state IN ({','.join('?' * len(states))})",
                [*columns.values(), command_id, *states],
            ).rowcount
            if changed and (to == OutboxState.SENT or audit):
                self._audit(connection, command_id, audit)
        return bool(changed)

    def _audit(self, connection: Connection, command_id: str, action: str) -> None:
        account_id, ticket, command, payload, remote_id = connection.execute(
            "SELECT account_id, ticket_remote_id, command, payload, remote_id FROM outbox"
            " WHERE id = ?",
            (command_id,),
        ).fetchone()
        detail = f"{command_id} {remote_id}".strip()
        if not action:
            decoded = decode_command(bytes(payload))
            action = f"sent.{command}"
            if isinstance(decoded, SetFields) and decoded.status is not None:
                action, detail = "sent.status", f"{detail} {decoded.status}"
        self._file.audit(connection, action, account_id, ticket, detail)


_BEFORE_END = (OutboxState.QUEUED, OutboxState.SENDING, OutboxState.IN_DOUBT)
_NOT_DONE = (*_BEFORE_END, OutboxState.FAILED, OutboxState.CONFLICT)
