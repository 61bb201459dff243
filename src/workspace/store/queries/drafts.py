"""Drafts as they were last saved."""

from __future__ import annotations

import msgspec

from workspace.store.connect import Reader
from workspace.store.queries.rows import DraftRow

DRAFT = """
SELECT account_id, ticket_remote_id, mode, text, html, channel, recipient, attachments,
       base_entry, updated_at
FROM journal.draft WHERE account_id = ? AND ticket_remote_id = ? AND mode = ?
"""

VERSIONS = """
SELECT id, text, html, attachments, why, kept_at FROM journal.draft_version
WHERE account_id = ? AND ticket_remote_id = ? AND mode = ? ORDER BY id DESC
"""


class DraftVersion(msgspec.Struct, frozen=True):
    """Words that a draft once had, and its files as JSON like a draft's.

    `why`: pause, left (another ticket), sent, discarded, replaced (by an earlier version).
    """

    id: int
    text: str
    html: str | None
    attachments: str
    why: str
    kept_at: int


def list_versions(
    reader: Reader, account_id: int, remote_id: str, mode: str
) -> tuple[DraftVersion, ...]:
    """Earlier versions of a draft, newest first."""
    return tuple(DraftVersion(*row) for row in reader.all(VERSIONS, (account_id, remote_id, mode)))


def get_draft(reader: Reader, account_id: int, remote_id: str, mode: str) -> DraftRow | None:
    """The draft of a ticket in one mode (reply, note, local), or None."""
    row = reader.one(DRAFT, (account_id, remote_id, mode))
    if row is None:
        return None
    return DraftRow(
        account_id=row[0],
        ticket_remote_id=row[1],
        mode=row[2],
        text=row[3],
        html=row[4],
        channel=row[5],
        recipient=row[6],
        attachments=row[7],
        base_entry=row[8],
        updated_at=row[9],
    )
