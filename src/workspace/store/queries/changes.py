"""What changed since a reader last looked; for those who missed notices."""

from __future__ import annotations

from workspace.store.connect import Reader, consistent

MOST = 2000

NEWEST = """
SELECT coalesce((SELECT max(seq) FROM change_log), 0),
       coalesce((SELECT min(seq) FROM change_log), 0)
"""
SINCE = "SELECT ticket_id FROM change_log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"


@consistent
def changes_since(reader: Reader, seq: int) -> tuple[int, frozenset[int] | None]:
    """The newest change's number, and the tickets touched after `seq`.

    None instead of tickets: too many to list, or the log was cut or begun anew; refresh all.
    0 among the tickets stands for accounts and directory.
    """
    newest, oldest = (reader.one(NEWEST) or (0, 0))[:2]
    if newest == seq:
        return newest, frozenset()
    if newest < seq or oldest > seq + 1 or newest - seq > MOST:
        return newest, None
    rows = reader.all(SINCE, (seq, newest, MOST))
    return newest, frozenset(row[0] for row in rows)
