"""The newest audit row as `audit.head` beside the journal remembers it, sealed by the master key.

Without it a tail that was cut off could not be told from one that was never written. It only ever
moves forward along the chain: a trail that no longer holds the row it names leaves it as it is.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
from pathlib import Path
from typing import Literal

import msgspec

from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.shared_files import put_in_place
from workspace.store import audit
from workspace.store.audit import Head
from workspace.store.connect import Connection

log = logging.getLogger("workspace.store")

LOCK_S = 10.0

State = Literal["known", "none", "forged"]


class _File(msgspec.Struct, frozen=True):
    seq: int
    hash: str
    began: int  # the first row since the file is kept; above 1: it was missing once
    seal: str


class AuditHead:
    """Reads and moves `audit.head`. Any thread, any process."""

    def __init__(self, paths: Paths, key: MasterKey) -> None:
        self._path = paths.audit_head
        self._key = key.subkey("audit head")

    def keep(self, connection: Connection) -> None:
        """Remember the newest row of a committed trail. Never raises: the row is there already."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(self._path.with_suffix(".lock"), timeout=LOCK_S):
                self._advance(connection)
        except (OSError, Timeout) as error:
            log.warning("audit.head was not moved: %s", type(error).__name__)

    def _advance(self, connection: Connection) -> None:
        newest = audit.head(connection)
        state, known, began = self._read()
        if state == "forged" or (known is not None and not audit.holds(connection, known)):
            log.error("the audit trail no longer holds the row that audit.head names")
            return
        if known is None:
            began = newest.seq
        elif newest.seq <= known.seq:
            return
        self._write(newest, began)

    def known(self) -> tuple[State, Head | None, int]:
        """What is remembered: the state of the file, its head, and the first row it covers.

        `none`: there is no file; with rows in the trail that means that it was taken away.
        """
        return self._read()

    def replace(self, head: Head) -> None:
        """Begin anew with this head, for a trail that was chained under another key."""
        _, _, began = self._read()
        self._write(head, began or 1)

    def _read(self) -> tuple[State, Head | None, int]:
        try:
            file = msgspec.json.decode(self._path.read_bytes(), type=_File)
            head = Head(file.seq, bytes.fromhex(file.hash))
        except FileNotFoundError:
            return "none", None, 0
        except (OSError, ValueError, msgspec.DecodeError):
            return "forged", None, 0
        if not hmac.compare_digest(file.seal, self._seal(head, file.began)):
            return "forged", None, 0
        return "known", head, file.began

    def _seal(self, head: Head, began: int) -> str:
        words = f"{head.seq} {began} {head.hash.hex()}".encode()
        return hmac.digest(self._key, words, hashlib.sha256).hex()

    def _write(self, head: Head, began: int) -> None:
        file = _File(head.seq, head.hash.hex(), began, self._seal(head, began))
        write_whole(self._path, msgspec.json.encode(file))


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file of the user's own durably: the old one or the new one, never a part."""
    part = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)
