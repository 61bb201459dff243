"""Opening the encrypted databases: one way for readers, one for writers. No SQLAlchemy here."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, TypeVarTuple

from workspace.clock import Clock, SystemClock
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sqlcipher import Connection, open_database, uri_path
from workspace.store import slow_log

__all__ = [
    "Connection",
    "Reader",
    "Row",
    "Transaction",
    "consistent",
    "in_clause",
    "once",
    "open_database",
    "snapshot",
]

Row = tuple[Any, ...]


class Reader:
    """A read-only connection on the cache with the journal attached (read-only) as `journal`.

    One thread at a time. Counts its statements, and logs slow ones without their parameters.

    Attributes:
        statements: how many were run since it was opened.
        clock: what “now” is for snoozes and deadlines.
        memo: what reads keep for the next one; whoever puts something in checks its age.
        shared: what reads of one snapshot share (`once`); empty outside.
    """

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock | None = None) -> None:
        self.clock = clock or SystemClock()
        self.connection = open_database(paths.cache_db, key.subkey("cache"), read_only=True)
        journal = f"file:{uri_path(paths.journal_db)}?mode=ro"
        self.connection.execute(
            f"ATTACH DATABASE ? AS journal KEY \"x'{key.subkey('journal').hex()}'\"", (journal,)
        )
        self.connection.execute("PRAGMA query_only = ON")
        # Half of it costs a switch 3 %, a search 2 to 5 % of its CPU over 1,000,000 messages, and
        # each thread that reads has one of these.
        self.connection.execute("PRAGMA cache_size = -4000")
        self.statements = 0
        self.memo: dict[str, tuple[object, object]] = {}
        self.shared: dict[Hashable, Any] = {}

    def all(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of one statement."""
        self.statements += 1
        start = time.perf_counter()
        rows: list[Row] = self.connection.execute(sql, parameters).fetchall()
        spent = time.perf_counter() - start
        if spent > slow_log.LIMIT_S:
            slow_log.note(sql, spent, len(rows))
        return rows

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row, or None."""
        rows = self.all(sql, parameters)
        return rows[0] if rows else None

    def rest(self) -> None:
        """Let the pages go that were read; the next reads fetch theirs again."""
        self.connection.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


@contextmanager
def snapshot(reader: Reader) -> Iterator[None]:
    """Within it all statements see the files as they stood at the first one."""
    if reader.connection.in_transaction:
        yield
        return
    reader.connection.execute("BEGIN")
    try:
        yield
    finally:
        reader.shared.clear()
        reader.connection.execute("ROLLBACK")


def consistent(
    read: Callable[Concatenate[Reader, P], T],
) -> Callable[Concatenate[Reader, P], T]:
    """Let all statements of a read see the files as they stood at its first one."""

    @wraps(read)
    def in_one_snapshot(reader: Reader, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with snapshot(reader):
            return read(reader, *args, **kwargs)

    return in_one_snapshot


def once(read: Callable[[Reader, *Ts], T]) -> Callable[[Reader, *Ts], T]:
    """Within one snapshot the same read runs once; its answer must not be changed by anybody."""

    @wraps(read)
    def shared(reader: Reader, /, *args: *Ts) -> T:
        if not reader.connection.in_transaction:
            return read(reader, *args)
        key = (read, args)
        if key not in reader.shared:
            reader.shared[key] = read(reader, *args)
        found: T = reader.shared[key]
        return found

    return shared


class Transaction:
    """`with Transaction(connection):` — BEGIN IMMEDIATE, COMMIT, ROLLBACK on any exception."""

    def __init__(self, connection: Connection, lock: threading.Lock | None = None) -> None:
        self._connection = connection
        self._lock = lock
        self._began = 0.0

    def __enter__(self) -> Connection:
        if self._lock:
            self._lock.acquire()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._began = time.perf_counter()
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
            spent = time.perf_counter() - self._began
            if spent > slow_log.LIMIT_S:
                slow_log.note_write(spent)


def in_clause(values: Iterable[Any]) -> tuple[str, list[Any]]:
    """`?,?,?` and its values."""
    listed = list(values)
    return ",".join("?" * len(listed)), listed
