"""The audit trail in journal.db: rows chained by HMAC, so that an edit, swap or gap shows."""

from __future__ import annotations

import hashlib
import hmac
from typing import Literal

import msgspec

from workspace.store.connect import Connection

FIRST = b"\0" * 32


class Head(msgspec.Struct, frozen=True):
    """The newest row: its `seq`, which counts from 1 without gaps, and its hash."""

    seq: int
    hash: bytes


class Broken(msgspec.Struct, frozen=True):
    """The first record that is not as it was written.

    Attributes:
        what: `changed` (its words, its place or those before it), `missing` (gone from between),
            `cut off` (gone with all after it), `replaced` (the row of a known head is another).
    """

    seq: int
    what: Literal["changed", "missing", "cut off", "replaced"]


def append(
    connection: Connection, key: bytes, at: int, action: str, ref: str = "", detail: str = ""
) -> None:
    """Add one row, inside the caller's transaction.

    `key` is `MasterKey.subkey("audit")`. `ref` is ACCOUNT:REMOTE_ID. No customer text in `detail`.
    """
    previous = head(connection).hash
    connection.execute(
        "INSERT INTO audit (at, action, ref, detail, hash) VALUES (?, ?, ?, ?, ?)",
        (at, action, ref, detail, _chain(key, previous, at, action, ref, detail)),
    )


def head(connection: Connection) -> Head:
    """The newest row; kept elsewhere (`audit_head.py`), it proves the tail complete."""
    row = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(row[0], bytes(row[1])) if row else Head(0, FIRST)


def holds(connection: Connection, known: Head) -> bool:
    """Whether the row of an earlier head is still there, unchanged."""
    if known.seq == 0:
        return True
    row = connection.execute("SELECT hash FROM audit WHERE seq = ?", (known.seq,)).fetchone()
    return row is not None and hmac.compare_digest(bytes(row[0]), known.hash)


def verify(connection: Connection, key: bytes, known: Head | None = None) -> Broken | None:
    """The first broken record; None if every row is as it was written.

    A tail that was cut off shows only against a `known` head.
    """
    previous = FIRST
    number = 0
    rows = connection.execute("SELECT seq, at, action, ref, detail, hash FROM audit ORDER BY seq")
    for seq, at, action, ref, detail, stored in rows:
        number += 1
        if seq > number:
            return Broken(number, "missing")
        previous = _chain(key, previous, at, action, ref, detail)
        if seq < number or not hmac.compare_digest(previous, bytes(stored)):
            return Broken(seq, "changed")
        at_known = known is not None and number == known.seq
        if at_known and known and not hmac.compare_digest(previous, known.hash):
            return Broken(seq, "replaced")
    if known is not None and number < known.seq:
        return Broken(number + 1, "cut off")
    return None


def rechain(connection: Connection, old_key: bytes, new_key: bytes) -> Broken | None:
    """Chain all rows anew under another key, for a change of the master key.

    Only an unbroken trail is chained anew; else nothing is changed and the break is returned.
    """
    broken = verify(connection, old_key)
    if broken is not None:
        return broken
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f'DROP TRIGGER "{name}"')
    previous = FIRST
    rows = connection.execute("SELECT seq, at, action, ref, detail FROM audit ORDER BY seq")
    for seq, at, action, ref, detail in rows.fetchall():
        previous = _chain(new_key, previous, at, action, ref, detail)
        connection.execute("UPDATE audit SET hash = ? WHERE seq = ?", (previous, seq))
    for _, sql in guards:
        connection.execute(sql)
    return None


def _chain(key: bytes, previous: bytes, at: int, action: str, ref: str, detail: str) -> bytes:
    message = bytearray(previous)
    for part in (str(at), action, ref, detail):
        data = part.encode()
        message += len(data).to_bytes(8, "big") + data
    return hmac.digest(key, bytes(message), hashlib.sha256)
