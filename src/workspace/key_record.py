"""`keys.json`: how it is read, written whole, and locked. It holds no secret in the clear."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from workspace.domain.errors import KeyUnavailable
from workspace.key_wrapping import Wrapped
from workspace.shared_files import put_in_place, sync_folder

if TYPE_CHECKING:
    from workspace.paths import Paths


class KeyRecord(msgspec.Struct, frozen=True, kw_only=True):
    """`keys.json`. `base` names the entry in the keyring; `check` tells our key from another."""

    version: int = 1
    base: str
    check: str
    keyring: str = ""
    passphrase: Wrapped | None = None
    recovery: Wrapped | None = None
    was: str = ""  # the entry of the key before, to be removed from the keyring


def read_record(paths: Paths) -> KeyRecord | None:
    """What is kept; None before the first use.

    KeyUnavailable: damaged, newer than we are, or missing where there is a journal.
    """
    try:
        data = paths.keys_file.read_bytes()
    except FileNotFoundError:
        if paths.journal_db.exists():
            raise KeyUnavailable(
                "The file keys.json is missing, and with it the way to this base directory's key.",
                "Put keys.json back from a backup; without it the data can't be read.",
            ) from None
        return None
    except OSError as error:
        raise KeyUnavailable(
            f"The file keys.json can't be read ({error.strerror}).",
            "Check that the base directory belongs to you.",
        ) from error
    try:
        record = msgspec.json.decode(data, type=KeyRecord)
    except msgspec.DecodeError as error:
        raise KeyUnavailable(
            "The file keys.json is damaged.", "Put it back from a backup; nothing was changed."
        ) from error
    if record.version != 1:
        raise KeyUnavailable(
            "The file keys.json was written by a newer Workspace.",
            "Start the newer version, or use another base directory.",
        )
    return record


def write_record(paths: Paths, record: KeyRecord) -> None:
    """Whole or not at all, also when the power goes."""
    part = paths.keys_file.with_name(f".keys-{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
            handle.write(msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")
            handle.flush()
            os.fsync(handle.fileno())
        put_in_place(part, paths.keys_file)
        sync_folder(paths.base)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KeyUnavailable(
            f"The file keys.json can't be written ({error.strerror}).",
            "Make room on the disk, or check that the base directory belongs to you.",
        ) from error


@contextmanager
def key_lock(paths: Paths) -> Iterator[None]:
    """One process at a time makes or moves the key."""
    from filelock import FileLock, Timeout

    paths.ensure()
    try:
        with FileLock(paths.base / "keys.lock", timeout=60):
            yield
    except Timeout as error:
        raise KeyUnavailable(
            "Another Workspace is still setting up the key of this base directory.",
            "Wait a moment and start again.",
        ) from error
