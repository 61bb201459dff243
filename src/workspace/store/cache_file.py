"""The writing connection on cache.db, as the parts of the cache writer share it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.clock import Clock
from workspace.domain.errors import StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import search_index
from workspace.store.connect import Connection, Row, Transaction, open_database
from workspace.store.files import SealedFiles
from workspace.store.salvage import suspect_cache

log = logging.getLogger("workspace.store")

TIDIED = 200  # leaves


@dataclass(frozen=True, slots=True)
class Applied:
    """What one call changed.

    Attributes:
        seq: the change log's number now.
        tickets, entries_of: local ids of tickets that changed, and of those whose entries did.
        entries: entries inserted, changed or deleted.
        held: why nothing was applied, as a sentence for the agent; "" if it was.
    """

    seq: int
    tickets: frozenset[int] = frozenset()
    entries_of: frozenset[int] = frozenset()
    entries: int = 0
    held: str = ""


class CacheFile:
    """Connection, lock, change log and local ids; for the parts of the writer."""

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock) -> None:
        self._clock = clock
        self._paths = paths
        self._lock = threading.Lock()
        self._files = SealedFiles(paths.attachments, key.subkey("attachments"))
        self._journal = (paths.journal_db, key.subkey("journal"))
        self._connection = open_database(paths.cache_db, key.subkey("cache"))
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA wal_autocheckpoint = 4000")
        self._connection.execute("PRAGMA cache_size = -32000")
        self._names: dict[int, str] = {}
        self._ids = _Ids(self._connection)

    def seq(self) -> int:
        """The change log's number now."""
        with self._lock:
            return self._seq(self._connection)

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file; call it when idle."""
        with self._lock:
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def tidy(self) -> bool:
        """Merge a piece of the search index, for some 50 ms; whether there may be more to do."""
        with self._write() as connection:
            return search_index.merge(connection, TIDIED)

    def rest(self) -> None:
        """Let the pages go that were read and written; call it when nothing is to be done."""
        with self._lock:
            self._connection.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close the cache."""
        with self._lock:
            try:
                self._connection.execute("PRAGMA optimize")
            except sqlcipher.Error as error:  # damaged or full: closing must still succeed
                log.warning("the cache was not optimised: %s", error)
            self._connection.close()

    # --- For the parts of the writer -----------------------------------------------------------

    def _tell(self, connection: Connection, ticket_id: int, what: str) -> int:
        connection.execute(
            "INSERT INTO change_log (at, ticket_id, what) VALUES (?, ?, ?)",
            (self._clock.now_ms(), ticket_id, what),
        )
        return self._seq(connection)

    @staticmethod
    def _seq(connection: Connection) -> int:
        row = connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'change_log'"
        ).fetchone()
        return row[0] if row else 0

    def _remove_files(self, files: Sequence[str]) -> None:
        for file in files:
            self._files.remove(file)

    def _account_name(self, account_id: int) -> str:
        if account_id not in self._names:
            path, key = self._journal
            journal = open_database(path, key, read_only=True)
            try:
                self._names = dict(journal.execute("SELECT id, name FROM account").fetchall())
            finally:
                journal.close()
            self._names.setdefault(account_id, "")
        return self._names[account_id]

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._told(), Transaction(self._connection, self._lock) as connection:
            yield connection

    def _all(self, sql: str, parameters: tuple[object, ...]) -> list[Row]:
        with self._told(), self._lock:
            rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return rows

    def _one(self, sql: str, parameters: tuple[object, ...]) -> Row | None:
        rows = self._all(sql, parameters)
        return rows[0] if rows else None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite says, as people can read it; damage is looked for at the next start."""
        try:
            yield
        except sqlcipher.Error as error:
            if type(error) is sqlcipher.DatabaseError:  # malformed, or not a database any more
                suspect_cache(self._paths)
            raise StoreError(
                f"The cache can't be read or written ({error}).",
                "Make room on the disk; if it is damaged, start Workspace again: the cache is "
                "checked then and, if need be, filled anew.",
            ) from error


class _Ids:
    """The next free local id of a table; this process is the only one that gives them out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[str, int] = {}

    def next(self, table: str) -> int:
        if table not in self._last:
            row = self._connection.execute(f"SELECT max(id) FROM {table}").fetchone()
            self._last[table] = row[0] or 0
        self._last[table] += 1
        return self._last[table]
