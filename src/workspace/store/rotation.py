"""A new master key: everything of a base directory copied under it, then exchanged in one step.

Until the commit the old key and all its files are untouched; afterwards only the new ones count.
Killed at any moment, the base directory opens with whatever unlocks it: keyring or passphrase.
It needs the disk space of everything once more while it runs.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2 as sqlcipher

from workspace import key_change, keys
from workspace.domain.errors import StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import audit
from workspace.store.accounts import open_secret, seal_secret
from workspace.store.audit_head import AuditHead
from workspace.store.connect import Connection, Transaction, open_database
from workspace.store.files import READ_CHUNK, SealedFiles
from workspace.store.migrations import base_lock

DESK_FILE = "desk.db"
PLAIN_HEAD = b"SQLite format 3\0"


def rotate(paths: Paths, key: MasterKey, passphrase_file: Path | None, now_ms: int) -> str:
    """Lock everything with a fresh key; returns the new recovery code (older ones are void).

    Raises StoreError, with nothing changed, while an engine or a window has the files open, when
    the disk refuses, and when the audit trail is broken.
    """
    try:
        with FileLock(paths.engine_lock, timeout=10), base_lock(paths):
            return _rotate(paths, key, passphrase_file, now_ms)
    except Timeout as error:
        raise _in_use() from error
    except (OSError, sqlcipher.Error) as error:
        raise StoreError(
            f"The key could not be changed ({error}). The old one is still good.",
            "Make room for a second copy of the base directory, then try again.",
        ) from error


def _rotate(paths: Paths, key: MasterKey, passphrase_file: Path | None, now_ms: int) -> str:
    if _window_is_open(paths):
        raise _in_use()
    new_key = MasterKey.generate()
    prepared = paths.base / key_change.NEW
    shutil.rmtree(prepared, ignore_errors=True)
    prepared.mkdir(mode=0o700)
    new = Paths(prepared)
    for name, purpose in (("cache.db", "cache"), ("journal.db", "journal")):
        if (paths.base / name).exists():
            _copy_database(paths.base / name, prepared / name, key, new_key, purpose)
    if new.journal_db.exists():
        _change_journal(new, key, new_key, now_ms)
    shutil.copytree(paths.desks, new.desks)
    for path in _databases(new.desks):
        source = paths.desks / path.relative_to(new.desks)
        try:
            _copy_database(source, path, key, new_key, "desk")
        except StoreError:
            if path.name == DESK_FILE:
                raise
            shutil.copyfile(source, path)  # a damaged desk that a restore put aside
    for purpose in ("attachments", "outgoing"):
        _copy_sealed(paths.base / purpose, prepared / purpose, key, new_key, purpose)
    code = keys.prepare_change(paths, new, new_key, passphrase_file)
    key_change.commit(paths)
    keys.finish_change(paths)
    return code


def _in_use() -> StoreError:
    return StoreError(
        "The key was not changed: Workspace is running on this base directory.",
        "Close every window and stop `workspace sync`, then try again.",
    )


def _window_is_open(paths: Paths) -> bool:
    address = paths.endpoint("window")
    if sys.platform == "win32":
        import _winapi

        try:
            _winapi.WaitNamedPipe(address, 1)
        except FileNotFoundError:
            return False
        except OSError:
            return True  # it is there, and busy
        return True
    with socket.socket(socket.AF_UNIX) as asked:
        asked.settimeout(2)
        return asked.connect_ex(address) == 0


def _copy_database(
    source: Path, target: Path, key: MasterKey, new_key: MasterKey, purpose: str
) -> None:
    """A copy under the new key, its write-ahead log brought into it, durable and proven."""
    old = open_database(source, key.subkey(purpose))
    try:
        busy = old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        old.close()
    if busy:
        raise _in_use()
    for suffix in ("", "-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    os.chmod(target, 0o600)
    copy = open_database(target, key.subkey(purpose))
    try:
        copy.execute(f"PRAGMA rekey = \"x'{new_key.subkey(purpose).hex()}'\"")
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        copy.close()
    proof = open_database(target, new_key.subkey(purpose), read_only=True)
    proof.close()
    _sync(target)


def _databases(folder: Path) -> Iterator[Path]:
    """Every encrypted database below; other files of connectors are taken over as they are."""
    for path in sorted(folder.rglob("*.db")):
        with path.open("rb") as stream:
            if stream.read(len(PLAIN_HEAD)) != PLAIN_HEAD:
                yield path


def _change_journal(new: Paths, key: MasterKey, new_key: MasterKey, now_ms: int) -> None:
    """What is sealed inside of the journal: secrets of accounts, the chain of the audit."""
    connection = open_database(new.journal_db, new_key.subkey("journal"))
    try:
        _refuse_outside(connection)
        with Transaction(connection):
            for name, sealed in connection.execute("SELECT name, secret FROM account").fetchall():
                secret = open_secret(key, name, sealed)
                if secret is not None:  # else it is lost already, and asked for again
                    connection.execute(
                        "UPDATE account SET secret = ? WHERE name = ?",
                        (seal_secret(new_key, name, secret), name),
                    )
            broken = audit.rechain(connection, key.subkey("audit"), new_key.subkey("audit"))
            if broken is not None:
                raise StoreError(
                    f"The key was not changed: the audit trail is broken at record {broken.seq}, "
                    "and a new key would hide that.",
                    "See `workspace audit verify`.",
                )
            audit.append(connection, new_key.subkey("audit"), now_ms, "key.changed")
        AuditHead(new, new_key).replace(audit.head(connection))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    _sync(new.journal_db)


def _refuse_outside(connection: Connection) -> None:
    for name, settings in connection.execute("SELECT name, settings FROM account").fetchall():
        if msgspec.json.decode(settings, type=dict[str, str]).get("path"):
            raise StoreError(
                f"The key was not changed: the desk of “{name}” lies outside of the base "
                "directory, where it can't be exchanged together with the rest.",
                "Back it up with `workspace desk backup`, and restore it into an account without "
                "a path of its own.",
            )


def _copy_sealed(
    source: Path, target: Path, key: MasterKey, new_key: MasterKey, purpose: str
) -> None:
    target.mkdir(mode=0o700)
    old = SealedFiles(source, key.subkey(purpose))
    new = SealedFiles(target, new_key.subkey(purpose))
    for name in old.names():
        with old.open(name) as stream:
            new.write(iter(partial(stream.read, READ_CHUNK), b""), name=name)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
