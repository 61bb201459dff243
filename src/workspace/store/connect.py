"""Opening the encrypted databases: one way for readers, one for writers. No SQLAlchemy here."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.domain.errors import EncryptionMissing, StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths

log = logging.getLogger("workspace.store")

SLOW_QUERY_S = 0.040

Connection = Any  # sqlcipher3 ships no types
Row = tuple[Any, ...]


def open_database(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """A keyed autocommit connection (explicit BEGIN); usable from any one thread at a time.

    Raises EncryptionMissing when the driver is not SQLCipher, StoreError when the file can't be
    opened with this key.
    """
    mode = "ro" if read_only else "rwc"
    try:
        connection = sqlcipher.connect(
            f"file:{_uri_path(path)}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            timeout=10.0,
        )
    except sqlcipher.Error as error:
        raise StoreError(
            f"The file {path.name} can't be opened ({error}).",
            "Check that the disk is there and that you may read and write the base directory.",
        ) from error
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        version = connection.execute("PRAGMA cipher_version").fetchone()
        if not version or not version[0]:
            raise EncryptionMissing(
                "This installation lacks SQLCipher, so data would lie unencrypted on the disk.",
                "Install the package sqlcipher3 again; Workspace does not start without it.",
            )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA busy_timeout = 10000")
        connection.execute("PRAGMA cache_size = -8000")
        connection.execute("PRAGMA temp_store = MEMORY")
    except sqlcipher.Error as error:
        connection.close()
        raise StoreError(
            f"The file {path.name} can't be read with this key ({error}).",
            "If it was copied from elsewhere, use the recovery code; else restore a backup.",
        ) from error
    except EncryptionMissing:
        connection.close()
        raise
    return connection


def _uri_path(path: Path) -> str:
    from urllib.parse import quote

    return quote(path.resolve().as_posix(), safe="/:")


class Reader:
    """A read-only connection on the cache with the journal attached (read-only) as `journal`.

    One thread at a time. Counts its statements, and logs slow ones without their parameters.

    Attributes:
        statements: how many were run since it was opened.
    """

    def __init__(self, paths: Paths, key: MasterKey) -> None:
        self.connection = open_database(paths.cache_db, key.subkey("cache"), read_only=True)
        journal = f"file:{_uri_path(paths.journal_db)}?mode=ro"
        self.connection.execute(
            f"ATTACH DATABASE ? AS journal KEY \"x'{key.subkey('journal').hex()}'\"", (journal,)
        )
        self.connection.execute("PRAGMA query_only = ON")
        self.statements = 0

    def all(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of one statement."""
        self.statements += 1
        start = time.perf_counter()
        rows: list[Row] = self.connection.execute(sql, parameters).fetchall()
        spent = time.perf_counter() - start
        if spent > SLOW_QUERY_S:
            log.info("slow query %.0f ms: %s", spent * 1000, " ".join(sql.split())[:300])
        return rows

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row, or None."""
        rows = self.all(sql, parameters)
        return rows[0] if rows else None

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


class Transaction:
    """`with Transaction(connection):` — BEGIN IMMEDIATE, COMMIT, ROLLBACK on any exception."""

    def __init__(self, connection: Connection, lock: threading.Lock | None = None) -> None:
        self._connection = connection
        self._lock = lock

    def __enter__(self) -> Connection:
        if self._lock:
            self._lock.acquire()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            if self._lock:
                self._lock.release()
            raise
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                try:
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
            elif self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        finally:
            if self._lock:
                self._lock.release()


def in_clause(values: Iterable[Any]) -> tuple[str, list[Any]]:
    """`?,?,?` and its values."""
    listed = list(values)
    return ",".join("?" * len(listed)), listed
