"""The desk's file: opening, migrating, transactions, and bytes in chunks.

SQLite serialises writers: a change number is taken inside the one write transaction that is open,
so numbers become visible in their own order, and a cursor over them loses no row however writers
interleave. (A desk on a server must add the transaction id to `desk_change` instead.)
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from workspace import sqlcipher as opener
from workspace.clock import Clock
from workspace.domain.commands import new_command_id
from workspace.domain.errors import (
    AuthFailed,
    EncryptionMissing,
    ReadOnly,
    Rejected,
    StoreError,
    Unavailable,
)
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.migrations import MIGRATIONS

FILE_NAME = "desk.db"
CHUNK = 256 * 1024  # bytes of one blob row
STAGED_FOR_MS = 24 * 3600 * 1000  # unclaimed bytes older than this belong to nobody


class DeskDatabase:
    """One desk's file, from any thread and any number of processes.

    Opens at first use. A read-only one never creates anything, and the database itself refuses
    its writes.
    """

    def __init__(self, folder: Path, key: bytes, clock: Clock, *, read_only: bool = False) -> None:
        self.folder = folder
        self.clock = clock
        self.read_only = read_only
        self._key = key
        self._engine: Engine | None = None
        self._opening = threading.Lock()
        self._local = threading.local()

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.folder / FILE_NAME

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot: all that is read within is of the same moment."""
        current: Connection | None = getattr(self._local, "connection", None)
        if current is not None:
            yield current
            return
        with self._errors(), self._open().connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One write transaction; a nested one joins it. All or nothing, durable at its end."""
        current: Connection | None = getattr(self._local, "connection", None)
        if current is not None:
            yield current
            return
        if self.read_only:
            raise ReadOnly("This session only reads, so nothing was changed.")
        with self._errors(), self._open().connect() as plain:
            connection = plain.execution_options(desk_begin="IMMEDIATE")
            with connection.begin():
                self._local.connection = connection
                try:
                    yield connection
                finally:
                    self._local.connection = None

    def watch(self) -> opener.Connection:
        """A connection of its own to ask `PRAGMA data_version`; the caller closes it."""
        self._open()
        return self._connect()

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    # --- bytes -----------------------------------------------------------------------------

    def stage(self, stream: IO[bytes]) -> tuple[str, int, str]:
        """Store a stream in chunks, each in a short transaction; (file id, size, sha256).

        The bytes belong to nobody until an attachment claims them in the transaction of its
        entry, so a large upload never holds the write lock and a dead one leaves only waste.
        """
        file_id, size, digest = new_command_id(), 0, hashlib.sha256()
        with self.write() as connection:
            connection.execute(
                insert(schema.file).values(
                    id=file_id, size=-1, sha256="", staged_at=self.clock.now_ms()
                )
            )
        part = 0
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            with self.write() as connection:
                connection.execute(
                    insert(schema.blob).values(file_id=file_id, part=part, bytes=chunk)
                )
            part += 1
        with self.write() as connection:
            connection.execute(
                update(schema.file)
                .where(schema.file.c.id == file_id)
                .values(size=size, sha256=digest.hexdigest())
            )
        return file_id, size, digest.hexdigest()

    def chunks(self, file_id: str) -> Iterator[bytes]:
        """The bytes of a file, one chunk at a time."""
        part = 0
        while True:
            with self.read() as connection:
                chunk = connection.execute(
                    select(schema.blob.c.bytes).where(
                        schema.blob.c.file_id == file_id, schema.blob.c.part == part
                    )
                ).scalar()
            if chunk is None:
                return
            yield bytes(chunk)
            part += 1

    def drop_unclaimed(self) -> int:
        """Remove bytes whose upload never became an attachment; how many files."""
        before = self.clock.now_ms() - STAGED_FOR_MS
        file, blob = schema.file.c, schema.blob.c
        query = select(file.id).where(file.claimed == 0, file.staged_at < before)
        with self.read() as connection:
            if connection.scalar(query.limit(1)) is None:
                return 0
        with self.write() as connection:
            old = list(connection.scalars(query))
            connection.execute(delete(schema.blob).where(blob.file_id.in_(old)))
            connection.execute(delete(schema.file).where(file.id.in_(old)))
        return len(old)

    # --- opening ---------------------------------------------------------------------------

    def _connect(self) -> opener.Connection:
        connection = opener.open_database(self.path, self._key, read_only=self.read_only)
        if self.read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -2000")  # there are several, and all stay open
        return connection

    def _open(self) -> Engine:
        with self._opening:
            if self._engine is None:
                self._engine = self._make_engine()
            return self._engine

    def _make_engine(self) -> Engine:
        self._prepare()
        engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=64,
            hide_parameters=True,  # errors reach logs, and parameters are what people wrote
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self) -> None:
        if self.read_only:
            if not self.path.is_file():
                raise Unavailable(
                    "There is no desk here yet, and a session that only reads makes none.",
                    "Open the desk once with an ordinary account.",
                )
        else:
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                raise Unavailable(
                    f"The desk's folder can't be made: {error.strerror}.",
                    "Check the path, and that you may write there.",
                ) from error
        connection = self._first_connection()
        if not self.read_only:
            os.chmod(self.path, 0o600)  # the log beside it takes over these rights
        try:
            migrate(connection, read_only=self.read_only)
        except sqlcipher.Error as error:
            raise Unavailable(
                f"The desk's file can't be brought up to date: {error}.",
                "Check that the disk has room; it is tried again by itself.",
            ) from error
        finally:
            connection.close()

    def _first_connection(self) -> opener.Connection:
        readable = self.path.is_file() and os.access(self.path, os.R_OK)
        try:
            return self._connect()
        except EncryptionMissing as error:
            raise Unavailable(error.message, error.action) from error
        except (StoreError, sqlcipher.Error) as error:
            if readable:
                raise AuthFailed(
                    f"The desk's file can't be read with this key: {error}",
                    "Use the base directory or the recovery code that it was made with; "
                    "else restore a backup of this desk.",
                ) from error
            raise Unavailable(
                f"The desk's file can't be opened: {error}",
                "Check that the disk is there and that you may read and write the folder.",
            ) from error

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """What the driver raises, as the contract's errors; nothing was committed then."""
        try:
            yield
        except DBAPIError as error:
            reason = str(error.orig)
            if isinstance(error.orig, sqlcipher.IntegrityError):
                raise Rejected(f"The desk refused this: {reason}.") from error
            raise Unavailable(
                f"The desk's file can't be used just now: {reason}.",
                "Check that the disk has room; it is tried again by itself.",
            ) from error


def migrate(connection: opener.Connection, *, read_only: bool = False) -> None:
    """Bring a desk to the newest schema, one transaction per step; safe in two processes."""
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > len(MIGRATIONS):
        raise Unavailable(
            "This desk was written by a newer Workspace.", "Start the newer version of Workspace."
        )
    if read_only and found < len(MIGRATIONS):
        raise Unavailable(
            "This desk is of an older schema, and a session that only reads can't bring it up.",
            "Open the desk once with an ordinary account.",
        )
    while found < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done this step while we waited for the lock.
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found < len(MIGRATIONS):
                for statement in MIGRATIONS[found]:
                    connection.execute(statement)
                found += 1
                connection.execute(f"PRAGMA user_version = {found}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"BEGIN {options.get('desk_begin', 'DEFERRED')}")
