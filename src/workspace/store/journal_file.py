"""One writing connection on journal.db, as the journal door, outbox and accounts share it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.clock import Clock
from workspace.domain.errors import StoreError
from workspace.domain.words import make_ref
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import audit
from workspace.store.audit_head import AuditHead
from workspace.store.connect import Connection, Row, Transaction, open_database

PER_TICKET = (
    "draft",
    "draft_version",
    "outbox",
    "local_note",
    "snooze",
    "dismissed_mention",
    "seen",
)
"""Tables with what is kept about one ticket; whoever forgets a ticket forgets it in all of them."""


class JournalFile:
    """A connection with `synchronous=FULL`; any thread may use it, one at a time.

    What `with write()` commits survives a power cut when the block has been left. Window and
    engine each hold one: transactions are short, the other waits.
    """

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock) -> None:
        self.clock = clock
        self._audit_key = key.subkey("audit")
        self._head = AuditHead(paths, key)
        self._audited = False
        self._path = paths.journal_db
        self._key = key.subkey("journal")
        self._lock = threading.Lock()
        self._connection = self._opened()
        self._identity = self._identity_now()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction; StoreError when the disk refuses (then nothing was kept)."""
        try:
            self._follow()
            with Transaction(self._connection, self._lock) as connection:
                yield connection
            if self._identity_now() != self._identity:
                raise StoreError(
                    "The journal was repaired at this very moment, so nothing was kept.",
                    "Do it once more.",
                )
            self._keep_head()
        except sqlcipher.Error as error:
            raise StoreError(
                f"It could not be kept on this computer ({error}).",
                "Make room on the disk, or check that the base directory can be written; "
                "then try again.",
            ) from error

    def all(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Row]:
        """All rows of a read of its own."""
        self._follow()
        with self._lock:
            try:
                rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
            except sqlcipher.Error as error:
                raise StoreError(
                    f"The journal can't be read ({error}).",
                    "Close Workspace and start it again: it checks the file at its start.",
                ) from error
        return rows

    def audit(
        self,
        connection: Connection,
        action: str,
        account_id: int,
        ticket_remote_id: str = "",
        detail: str = "",
    ) -> None:
        """An audit row about a ticket (or an account, without one) in the open transaction."""
        row = connection.execute("SELECT name FROM account WHERE id = ?", (account_id,)).fetchone()
        ref = make_ref(row[0] if row else f"account-{account_id}", ticket_remote_id)
        self.record(connection, action, ref, detail)

    def record(self, connection: Connection, action: str, ref: str = "", detail: str = "") -> None:
        """An audit row that is about no account, in the open transaction."""
        audit.append(connection, self._audit_key, self.clock.now_ms(), action, ref, detail)
        self._audited = True

    def _keep_head(self) -> None:
        """After a commit; rows of other processes count as well, whoever comes first."""
        if self._audited:
            self._audited = False
            with self._lock:
                self._head.keep(self._connection)

    def compact(self) -> None:
        """Rewrite the file and empty its write-ahead log: nothing deleted is left in them.

        The copy of the last start goes as well; the next start makes one anew.
        """
        self._follow()
        self._path.with_name("journal.copy").unlink(missing_ok=True)
        with self._lock:
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _opened(self) -> Connection:
        connection = open_database(self._path, self._key)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_autocheckpoint = 200")
        return connection

    def _identity_now(self) -> tuple[int, int]:
        """Which file lies at the path; a repair at an engine's start puts another one there."""
        try:
            now = self._path.stat()
        except OSError as error:
            raise StoreError(
                f"The journal is gone from its place ({error.strerror}).",
                "Close Workspace and start it again.",
            ) from error
        return now.st_dev, now.st_ino

    def _follow(self) -> None:
        """Go over to the file that lies at the path now."""
        now = self._identity_now()
        if now != self._identity:
            with self._lock:
                self._connection.close()
                self._connection = self._opened()
                self._identity = now

    def close(self) -> None:
        """Close it; using it afterwards is an error."""
        with self._lock:
            self._connection.close()


IN_A_DRAFT = (
    "(EXISTS (SELECT 1 FROM draft WHERE instr(attachments, f.id) > 0) OR"
    " EXISTS (SELECT 1 FROM draft_version WHERE instr(attachments, f.id) > 0))"
)
"""A draft or a version of one that can be restored names the file of the row `f`."""


def files_in_use(connection: Connection) -> set[str]:
    """Outgoing files that a draft, a version of one, or a command still names."""
    rows = connection.execute(
        f"SELECT id FROM outgoing_file AS f WHERE {IN_A_DRAFT} OR"
        " EXISTS (SELECT 1 FROM outbox WHERE instr(payload, CAST(f.id AS BLOB)) > 0)"
    )
    return {row[0] for row in rows}
