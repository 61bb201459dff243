"""Backup and restore of a desk: one consistent file, encrypted under the same key."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from workspace import sqlcipher as opener
from workspace.domain.commands import new_command_id
from workspace.domain.errors import StoreError
from workspace.shared_files import put_in_place, sync_folder
from workspace.sync.connectors.desk.database import FILE_NAME

REVISION_LEAP = 1 << 32
"""A restored desk numbers its changes from so much higher on: what was written after the backup
may already have been seen elsewhere, and no number may ever mean two things."""
NUMBER_LEAP = 1000


def backup(desk_dir: Path, key: bytes, target: Path) -> None:
    """Copy the desk as it stands at one moment, while it is in use; `target` must be new.

    The copy is checked before it gets its name, so that a half-written one is never found there.
    """
    source = desk_dir / FILE_NAME
    if not source.is_file():
        raise StoreError("There is no desk to back up here.", "Check the name of the account.")
    if target.exists():
        raise StoreError(f"{target} exists already.", "Choose a file that isn't there yet.")
    part = _part_of(target)
    connection = opener.open_database(source, key, read_only=True)
    try:
        _export(connection, part, key)
        _check(part, key)
        _publish(part, target)
    except sqlcipher.Error as error:
        raise StoreError(
            f"The backup could not be written ({error}).", "Check the room on the disk."
        ) from error
    finally:
        connection.close()
        part.unlink(missing_ok=True)


def restore(
    desk_dir: Path, key: bytes, source: Path, source_key: bytes | None = None
) -> Path | None:
    """Put a backup in the desk's place; nothing may have the desk open.

    `source_key` is the key that the backup was made with, where it is another than the desk's.
    What was there is kept beside it, and its path returned. The restored desk is a new epoch:
    engines read its history anew, and numbers go on far above those that were lost.
    """
    if not source.is_file():
        raise StoreError(f"There is no backup at {source}.", "Check the path.")
    source_key = source_key or key
    _check(source, source_key)
    desk_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = desk_dir / FILE_NAME
    part = _part_of(place)
    try:
        connection = opener.open_database(source, source_key, read_only=True)
        try:
            _export(connection, part, key)
        finally:
            connection.close()
        _begin_epoch(part, key)
        kept = _keep_copy(place, key) if place.exists() else None
        _publish(part, place)
    finally:
        part.unlink(missing_ok=True)
    return kept


def _export(connection: opener.Connection, target: Path, key: bytes) -> None:
    """`sqlcipher_export` writes all within one read transaction: one moment of the desk."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    address = f"file:{opener.uri_path(target)}"
    connection.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{key.hex()}'\"", (address,))
    connection.execute("SELECT sqlcipher_export('copy')")
    connection.execute(f"PRAGMA copy.user_version = {version}")
    connection.execute("DETACH DATABASE copy")


def _check(path: Path, key: bytes) -> None:
    """Prove that the file is a whole desk under this key. StoreError else."""
    connection = opener.open_database(path, key, read_only=True)
    try:
        damage = opener.find_damage(connection, path)
        epoch = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'desk_change'"
        ).fetchone()[0]
    except sqlcipher.Error as error:
        raise StoreError(f"{path.name} is damaged ({error}).", "Use another backup.") from error
    finally:
        connection.close()
    if damage or not epoch:
        raise StoreError(f"{path.name} is not a whole desk.", "Use another backup.")


def _begin_epoch(path: Path, key: bytes) -> None:
    connection = opener.open_database(path, key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        seq = connection.execute("SELECT coalesce(max(seq), 0) FROM desk_change").fetchone()[0]
        leap = seq + REVISION_LEAP
        connection.execute(
            "INSERT INTO desk_change (seq, what, kind, item_id, at) "
            "SELECT ?, 'changed', 'person', '', coalesce(max(at), 0) FROM desk_change",
            (leap,),
        )
        connection.execute("UPDATE desk_ticket SET revision = ?", (leap,))
        connection.execute(
            "UPDATE desk_meta SET value = ? WHERE key = 'epoch'", (new_command_id(),)
        )
        connection.execute(
            "UPDATE desk_meta SET value = CAST(value AS INTEGER) + ? WHERE key = 'next_number'",
            (NUMBER_LEAP,),
        )
        connection.execute("COMMIT")
    finally:
        connection.close()


def _keep_copy(place: Path, key: bytes) -> Path:
    """Copy the present desk aside; refuses while another program has it open.

    The desk keeps its place until the restored one replaces it in one step: were it moved away
    first, a crash between would let the next start make an empty desk.
    """
    _leave_log(place, key)
    kept = place.with_name(f"{place.stem}-before-restore-{secrets.token_hex(4)}.db")
    shutil.copy2(place, kept)
    for suffix in ("-wal", "-shm"):
        log = place.with_name(place.name + suffix)
        if log.exists():  # of a desk that can't be read; it must not meet the restored one
            log.replace(kept.with_name(kept.name + suffix))
    return kept


def _leave_log(place: Path, key: bytes) -> None:
    """Bring the write-ahead log into the file, which needs the file alone."""
    try:
        connection = opener.open_database(place, key)
    except StoreError:
        return  # it can't be read, which is a good reason to restore
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlcipher.OperationalError:
        mode = "busy"
    finally:
        connection.close()
    if mode != "delete":
        raise StoreError(
            "The desk is in use, so nothing was restored.",
            "Close every window of Workspace and stop `workspace sync`, then try again.",
        )


def _part_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")


def _publish(part: Path, target: Path) -> None:
    """Give a finished file its name, durably."""
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    put_in_place(part, target)
    sync_folder(target.parent)
