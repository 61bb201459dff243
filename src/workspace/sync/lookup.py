"""What the engine itself reads from the cache: fetch states of tickets, attachments on disk."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader

TICKET = """
SELECT id, revision, fetched_revision, complete, next_before
FROM ticket WHERE account_id = ? AND remote_id = ? AND gone = 0"""

STORED = "SELECT file, size FROM attachment WHERE file <> ''"

TOTALS = """
SELECT count(*), coalesce(sum((SELECT count(*) FROM entry WHERE entry.ticket_id = ticket.id)), 0)
FROM ticket WHERE account_id = ? AND gone = 0"""

SINCE = """
SELECT 1
FROM ticket AS t JOIN entry AS e ON e.ticket_id = t.id
LEFT JOIN entry AS base ON base.ticket_id = t.id AND base.remote_id = :base
WHERE t.account_id = :account AND t.remote_id = :ticket
  AND e.kind = 'message' AND e.direction = 'in'
  AND (e.created_at, e.seq) > (coalesce(base.created_at, :made_at), coalesce(base.seq, 0))
LIMIT 1"""

SENT_SINCE = """
SELECT 1 FROM journal.outbox INDEXED BY outbox_sent
WHERE account_id = ? AND done_at > ? AND state = 'sent' LIMIT 1"""

SEQ = "SELECT coalesce(max(seq), 0) FROM change_log"


@dataclass(frozen=True, slots=True)
class TicketState:
    """How much of a ticket's entries the cache holds."""

    id: int
    revision: int
    fetched_revision: int
    complete: bool
    next_before: str


class Lookup:
    """A read-only connection shared by the engine's threads, one at a time."""

    def __init__(self, paths: Paths, key: MasterKey) -> None:
        self._reader = Reader(paths, key)
        self._lock = threading.Lock()

    def ticket(self, account_id: int, remote_id: str) -> TicketState | None:
        """The fetch state of a ticket that is not gone."""
        with self._lock:
            row = self._reader.one(TICKET, (account_id, remote_id))
        return TicketState(row[0], row[1], row[2], bool(row[3]), row[4]) if row else None

    def customer_wrote_since(
        self, account_id: int, ticket: str, base_entry: str, made_at: int
    ) -> bool:
        """Whether a message of the customer came after this entry; after a time without one."""
        names = {"account": account_id, "ticket": ticket, "base": base_entry, "made_at": made_at}
        with self._lock:
            return self._reader.one(SINCE, names) is not None

    def sent_since(self, account_id: int, at: int) -> bool:
        """Whether a command of this account was sent after that time (ms UTC)."""
        with self._lock:
            return self._reader.one(SENT_SINCE, (account_id, at)) is not None

    def stored_files(self) -> dict[str, int]:
        """The sealed files of attachments that are here, and their sizes in bytes."""
        with self._lock:
            return {row[0]: max(0, row[1]) for row in self._reader.all(STORED)}

    def totals(self, account_id: int) -> tuple[int, int]:
        """How many tickets and entries of this account the cache holds."""
        with self._lock:
            row = self._reader.one(TOTALS, (account_id,))
        assert row is not None
        return row[0], row[1]

    def seq(self) -> int:
        """The newest change."""
        with self._lock:
            row = self._reader.one(SEQ)
        assert row is not None
        return int(row[0])

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._reader.close()
