"""Damaged files at the start: the cache is filled anew, the journal is saved row by row.

Runs before `migrate`, while nothing else has the files open. A damaged file is never deleted: it
goes to `quarantine/`, and the agent is told.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from workspace import keys
from workspace.domain.errors import EncryptionMissing, StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.shared_files import put_in_place
from workspace.sqlcipher import find_damage
from workspace.store import audit
from workspace.store.connect import Connection, Row, Transaction, open_database
from workspace.store.migrations import JOURNAL, base_lock
from workspace.store.migrations import apply as apply_migration

log = logging.getLogger("workspace.store")

SMALL_BYTES = 64 * 1024 * 1024
"""A larger cache that was closed in order is not read through at every start."""

MAX_MISSES = 500
"""Rows tried one by one in a row without finding one; a damaged page holds fewer."""

TABLES = (
    "account",
    "draft",
    "draft_version",
    "snooze",
    "saved_queue",
    "dismissed_mention",
    "seen",
    "own_word",
    "outbox",
    "outgoing_file",
    "local_note",
    "contact",
    "link",
    "audit",
)


def check_at_start(paths: Paths, key: MasterKey) -> list[str]:
    """Check both files and repair what is damaged; what the agent is to be told, a sentence each.

    Afterwards run `migrate`: it creates what was put away. Raises StoreError when the key is not
    the one of these files (then nothing is touched), or when a file can't be moved.
    """
    told: list[str] = []
    with base_lock(paths):
        damage = {
            "journal": _damage(paths.journal_db, key.subkey("journal"), thorough=True),
            "cache": _damage(paths.cache_db, key.subkey("cache"), thorough=_doubtful(paths)),
        }
        if any(damage.values()):
            _prove_key(paths, key, damage)
        if damage["journal"]:
            log.error("journal.db is damaged: %s", damage["journal"])
            told.append(_salvage_journal(paths, key))
        elif paths.journal_db.exists():
            _back_up(paths, key)
        if damage["cache"]:
            log.error("cache.db is damaged: %s", damage["cache"])
            _put_away(paths, paths.cache_db, keep_older=False)
            told.append(
                "The local copy of your tickets was damaged and is being filled anew from the "
                "backends; drafts and unsent replies are not part of it and are safe."
            )
        _suspect_file(paths).unlink(missing_ok=True)
    return told


def check(paths: Paths, key: MasterKey) -> list[str]:
    """Read both files through and say what is wrong; changes nothing, takes a while."""
    found = [
        (path.name, _damage(path, key.subkey(purpose), thorough=True))
        for path, purpose in ((paths.journal_db, "journal"), (paths.cache_db, "cache"))
    ]
    return [f"{name}: {damage}" for name, damage in found if damage]


def suspect_cache(paths: Paths) -> None:
    """Have the cache read through at the next start, whatever its size."""
    with contextlib.suppress(OSError):
        _suspect_file(paths).touch(mode=0o600)


def _suspect_file(paths: Paths) -> Path:
    return paths.base / "cache.suspect"


def _doubtful(paths: Paths) -> bool:
    with contextlib.suppress(OSError):
        if paths.cache_db.stat().st_size <= SMALL_BYTES:
            return True
    log_file = _beside(paths.cache_db, "-wal")
    return _suspect_file(paths).exists() or (log_file.exists() and log_file.stat().st_size > 0)


def _damage(path: Path, key: bytes, *, thorough: bool) -> str:
    """What is wrong with a file, "" if nothing (or if there is none)."""
    if not path.exists():
        return ""
    try:
        with _opened(path, key) as connection:
            return find_damage(connection, path) if thorough else ""
    except EncryptionMissing:
        raise
    except (StoreError, sqlcipher.Error) as error:
        return str(error)


@contextlib.contextmanager
def _opened(path: Path, key: bytes, *, read_only: bool = False) -> Iterator[Connection]:
    connection = open_database(path, key, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


def _prove_key(paths: Paths, key: MasterKey, damage: dict[str, str]) -> None:
    """A wrong key looks like damage. Before anything is put away, know that it is the right one."""
    proven = keys.is_key_of(paths, key)
    if proven is None:  # no keys.json: a file that opens proves it
        proven = any(
            path.exists() and not damage[purpose]
            for path, purpose in ((paths.journal_db, "journal"), (paths.cache_db, "cache"))
        )
    if not proven:
        raise StoreError(
            "The data of this base directory can't be read with this key.",
            "If it was copied from elsewhere, use the recovery code; else restore a backup.",
        )


# --- Journal -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Saved:
    """What came over; `lost` says that some rows of the damaged file could not be read."""

    rows: dict[str, int] = field(default_factory=dict)
    lost: bool = False
    from_backup: int = 0


def _salvage_journal(paths: Paths, key: MasterKey) -> str:
    fresh = paths.base / "journal.salvaged"
    _remove(fresh)
    saved = _Saved()
    with _opened(fresh, key.subkey("journal")) as target:
        target.execute("PRAGMA synchronous = FULL")
        with Transaction(target):
            for number, migration in enumerate(JOURNAL, 1):
                apply_migration(target, migration)
                target.execute(f"PRAGMA user_version = {number}")
            _copy_damaged(paths.journal_db, key, target, saved)
            _copy_backup(_backup_file(paths), key, target, saved)
            detail = " ".join(f"{name}={count}" for name, count in saved.rows.items())
            at = time.time_ns() // 1_000_000
            audit.append(target, key.subkey("audit"), at, "journal.salvaged", "", detail)
    os.chmod(fresh, 0o600)
    _put_away(paths, paths.journal_db, keep_older=True)
    put_in_place(fresh, paths.journal_db)
    return _told(saved)


def _told(saved: _Saved) -> str:
    text = (
        f"The file with your drafts and unsent replies was damaged; {saved.rows['draft']} drafts "
        f"and {saved.rows['outbox']} commands were saved from it"
    )
    if saved.from_backup:
        text += f", {saved.from_backup} rows of them from an earlier copy"
    text += "."
    if saved.lost:
        text += " Something may be missing: look through your drafts and the outbox."
    return text + " The damaged file is kept in the folder quarantine."


class _Source:
    """A damaged file. SQLCipher answers nothing any more after the first bad page: open anew."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: Connection | None = None
        self.damaged = False

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> Iterator[Row]:
        """Rows until the first that can't be read; then `damaged` is set."""
        try:
            if self._connection is None:
                self._connection = open_database(self._path, self._key)
            yield from self._connection.execute(sql, parameters)
        except (StoreError, sqlcipher.Error) as error:
            log.info("unreadable: %s", error)
            self.damaged = True
            self.close()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _copy_damaged(path: Path, key: MasterKey, target: Connection, saved: _Saved) -> None:
    saved.rows = dict.fromkeys(TABLES, 0)
    source = _Source(path, key.subkey("journal"))
    for table in TABLES:
        columns = _columns(source, target, table)
        for row in _readable(source, table, columns):
            saved.rows[table] += _put(target, table, columns, row)
        saved.lost = saved.lost or source.damaged or not columns
    source.close()


def _copy_backup(path: Path, key: MasterKey, target: Connection, saved: _Saved) -> None:
    """Add what only the copy of the last start has. Its commands may have been sent since: ask."""
    if not saved.lost or not path.exists():
        return
    source = _Source(path, key.subkey("journal"))
    for table in TABLES:
        if table == "audit":
            continue
        columns = _columns(source, target, table)
        for row in _readable(source, table, columns):
            added = _put(target, table, columns, row)
            saved.rows[table] += added
            saved.from_backup += added
            if added and table == "outbox":
                _ask(target, row[columns.index("id")])
    source.close()


def _ask(target: Connection, command_id: str) -> None:
    target.execute(
        "UPDATE outbox SET state = 'in_doubt', needs_agent = 1, error_kind = 'salvaged',"
        " error_message = ?, error_action = ? WHERE id = ? AND state NOT IN ('sent','cancelled')",
        (
            "This comes from an earlier copy of a damaged file; it may have been sent since.",
            "Look whether the ticket has it, then say so.",
            command_id,
        ),
    )


def _columns(source: _Source, target: Connection, table: str) -> list[str]:
    """The columns that both have; none if the table's own description is lost."""
    have = {row[1] for row in source.rows(f"PRAGMA table_info({table})")}
    return [row[1] for row in target.execute(f"PRAGMA table_info({table})") if row[1] in have]


def _put(target: Connection, table: str, columns: list[str], row: Row) -> int:
    """1 if the row was not there yet and fits the table, else 0."""
    names = ", ".join(f'"{column}"' for column in columns)
    added: int = target.execute(
        f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", row
    ).rowcount
    return max(added, 0)


def _readable(source: _Source, table: str, columns: list[str]) -> Iterator[Row]:
    """Every row that can be read: from both ends, then one by one between."""
    if not columns:
        return
    listed = ", ".join(f'"{column}"' for column in columns)
    seen: set[int] = set()
    ends: list[int | None] = []
    for order in ("ASC", "DESC"):
        last = None
        source.damaged = False
        for rowid, *row in source.rows(
            f"SELECT rowid, {listed} FROM {table} ORDER BY rowid {order}"
        ):
            last = rowid
            if rowid not in seen:
                seen.add(rowid)
                yield tuple(row)
        if not source.damaged:
            return
        ends.append(last)
    low, high = ends
    if low is None and high is None:  # the root is lost, and with it every row
        return
    rowid, misses = low or 0, 0
    while misses < MAX_MISSES and (high is None or rowid + 1 < high):
        rowid += 1
        misses += 1
        for found in source.rows(f"SELECT {listed} FROM {table} WHERE rowid = ?", (rowid,)):
            misses = 0
            yield found
    source.damaged = True


# --- Files -------------------------------------------------------------------------------------


def _backup_file(paths: Paths) -> Path:
    return paths.base / "journal.copy"


def _back_up(paths: Paths, key: MasterKey) -> None:
    """A sealed copy of the healthy journal, for the rows that a later damage makes unreadable."""
    copy = _backup_file(paths)
    part = copy.with_suffix(".part")
    _remove(part)
    try:
        with (
            _opened(paths.journal_db, key.subkey("journal")) as source,
            _opened(part, key.subkey("journal")) as target,
        ):
            source.backup(target)
        os.chmod(part, 0o600)
        put_in_place(part, copy)
    except (StoreError, OSError, sqlcipher.Error) as error:
        log.warning("the journal was not copied: %s", error)
        _remove(part)


def _put_away(paths: Paths, path: Path, *, keep_older: bool) -> None:
    """Move a file with its log into the quarantine; of caches only the newest is kept."""
    folder = paths.quarantine
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not keep_older:
            for older in folder.glob(f"*{path.name}*"):
                older.unlink()
        stamp = time.time_ns() // 1_000_000
        for ending in ("", "-wal", "-shm"):
            part = _beside(path, ending)
            if part.exists():
                put_in_place(part, folder / f"{stamp}-{path.name}{ending}")
    except OSError as error:
        raise StoreError(
            f"The damaged file {path.name} can't be moved away ({error.strerror}).",
            "Close all windows of Workspace and start again.",
        ) from error


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        _beside(path, ending).unlink(missing_ok=True)
