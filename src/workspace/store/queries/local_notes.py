"""Notes that are kept only on this computer, counted. The conversation and search show them."""

from __future__ import annotations

from workspace.store.connect import Reader

COUNT = "SELECT count(*) FROM journal.local_note WHERE account_id = ?"


def count_local_notes(reader: Reader, account_id: int) -> int:
    """How many would be lost with this account."""
    row = reader.one(COUNT, (account_id,))
    return row[0] if row else 0
