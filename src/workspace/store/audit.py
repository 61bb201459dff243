"""The audit trail in journal.db: rows chained by HMAC, so that an edit, swap or gap shows."""

from __future__ import annotations

import hashlib
import hmac

from workspace.store.connect import Connection

FIRST = b"\0" * 32


def append(
    connection: Connection, key: bytes, at: int, action: str, ref: str = "", detail: str = ""
) -> None:
    """Add one row, inside the caller's transaction.

    `key` is `MasterKey.subkey("audit")`. `ref` is ACCOUNT:REMOTE_ID. No customer text in `detail`.
    """
    row = connection.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    previous = bytes(row[0]) if row else FIRST
    connection.execute(
        "INSERT INTO audit (at, action, ref, detail, hash) VALUES (?, ?, ?, ?, ?)",
        (at, action, ref, detail, _chain(key, previous, at, action, ref, detail)),
    )


def head(connection: Connection) -> tuple[int, bytes]:
    """How many rows there are and the last hash; kept elsewhere, it proves the tail complete."""
    row = connection.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    count: int = connection.execute("SELECT count(*) FROM audit").fetchone()[0]
    return count, bytes(row[0]) if row else FIRST


def verify(
    connection: Connection, key: bytes, known_head: tuple[int, bytes] | None = None
) -> int | None:
    """The `seq` of the first row that is not what was written; None if all are.

    With a `known_head` of earlier, 0 says that the rows of then are no longer all there.
    """
    previous = FIRST
    seen = known_head is None or known_head[0] == 0
    rows = connection.execute("SELECT seq, at, action, ref, detail, hash FROM audit ORDER BY seq")
    for number, (seq, at, action, ref, detail, stored) in enumerate(rows, 1):
        previous = _chain(key, previous, at, action, ref, detail)
        if not hmac.compare_digest(previous, bytes(stored)):
            wrong: int = seq
            return wrong
        if known_head is not None and number == known_head[0]:
            seen = hmac.compare_digest(previous, known_head[1])
    return None if seen else 0


def _chain(key: bytes, previous: bytes, at: int, action: str, ref: str, detail: str) -> bytes:
    message = bytearray(previous)
    for part in (str(at), action, ref, detail):
        data = part.encode()
        message += len(data).to_bytes(8, "big") + data
    return hmac.digest(key, bytes(message), hashlib.sha256)
