"""Numbered migrations of cache.db and journal.db, each in one transaction with its number.

No SQLAlchemy here: clients run `ensure_schema` on their way to the first paint.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from workspace.domain.errors import SchemaTooNew, StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Connection, Transaction, open_database
from workspace.store.migrations import (
    cache_0001,
    cache_0002,
    cache_0003,
    cache_0004,
    cache_0005,
    cache_0006,
    journal_0001,
    journal_0002,
    journal_0003,
    journal_0004,
    journal_0005,
)

Migration = str | Callable[[Connection], None]

CACHE: tuple[Migration, ...] = (
    cache_0001.SQL,
    cache_0002.SQL,
    cache_0003.bring,
    cache_0004.bring,
    cache_0005.bring,
    cache_0006.SQL,
)
JOURNAL: tuple[Migration, ...] = (
    journal_0001.SQL,
    journal_0002.SQL,
    journal_0003.SQL,
    journal_0004.SQL,
    journal_0005.SQL,
)
"""Migration n brings a file from version n to n + 1. Never edit one that was released."""

LOCK_TIMEOUT_S = 60.0


class _File(msgspec.Struct, frozen=True):
    path: Path
    purpose: str
    migrations: Sequence[Migration]


def _files(paths: Paths) -> tuple[_File, _File]:
    return (
        _File(paths.journal_db, "journal", JOURNAL),
        _File(paths.cache_db, "cache", CACHE),
    )


def ensure_schema(paths: Paths, key: MasterKey) -> None:
    """Make both files present and current; only reads two numbers when they are.

    Raises SchemaTooNew, StoreError, EncryptionMissing.
    """
    if not all(_is_current(file, key) for file in _files(paths)):
        migrate(paths, key)


def migrate(paths: Paths, key: MasterKey) -> list[str]:
    """Create or bring forward both files; says what was done, one line each.

    Safe to be killed at any moment and to be run by several processes at once.
    Raises SchemaTooNew before it touches anything.
    """
    done: list[str] = []
    with base_lock(paths):
        for file in _files(paths):
            if file.path.exists():
                _refuse_newer(file, key)
        for file in _files(paths):
            done += _migrate_file(file, key)
    return done


@contextmanager
def base_lock(paths: Paths) -> Iterator[None]:
    """Alone in changing the shape of the base directory's files (also across processes)."""
    from filelock import FileLock, Timeout

    paths.ensure()
    lock = FileLock(paths.base / "schema.lock", timeout=LOCK_TIMEOUT_S)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreError(
            "Another Workspace is still preparing the data of this base directory.",
            "Wait a moment and start again.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _is_current(file: _File, key: MasterKey) -> bool:
    if not file.path.exists():
        return False
    connection = open_database(file.path, key.subkey(file.purpose), read_only=True)
    try:
        version = _version(connection)
    finally:
        connection.close()
    _refuse(file, version)
    return version == len(file.migrations)


def _refuse_newer(file: _File, key: MasterKey) -> None:
    connection = open_database(file.path, key.subkey(file.purpose), read_only=True)
    try:
        _refuse(file, _version(connection))
    finally:
        connection.close()


def _refuse(file: _File, version: int) -> None:
    if version > len(file.migrations):
        raise SchemaTooNew(
            f"{file.path.name} was written by a newer Workspace (version {version} of its tables; "
            f"this one knows {len(file.migrations)}). Nothing was changed."
        )


def _version(connection: Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _migrate_file(file: _File, key: MasterKey) -> list[str]:
    connection = open_database(file.path, key.subkey(file.purpose))
    done: list[str] = []
    try:
        os.chmod(file.path, 0o600)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for number in range(_version(connection), len(file.migrations)):
            with Transaction(connection):
                if _version(connection) != number:
                    raise StoreError(
                        f"{file.path.name} changed while it was being prepared.",
                        "Close all windows of Workspace and start again.",
                    )
                apply(connection, file.migrations[number])
                connection.execute(f"PRAGMA user_version = {number + 1}")
            done.append(f"{file.path.name}: version {number + 1}")
    except sqlcipher.Error as error:
        raise StoreError(
            f"{file.path.name} can't be prepared ({error}).",
            "Check that the disk is not full and that the base directory can be written.",
        ) from error
    finally:
        connection.close()
    return done


def apply(connection: Connection, migration: Migration) -> None:
    """Run one migration inside the transaction that is open on `connection`."""
    if callable(migration):
        migration(connection)
        return
    for statement in statements(migration):
        connection.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit what is open."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlcipher.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError("a migration ends in the middle of a statement")
