"""Drafts and their earlier versions in the journal; always within a transaction of the caller."""

from __future__ import annotations

import html
from collections.abc import Sequence

import msgspec

from workspace.domain.commands import AddNote, Command, OutgoingFile, SendReply
from workspace.store.connect import Connection
from workspace.store.queries.rows import DraftRow

MOST_VERSIONS = 20
"""Of one ticket and mode; the oldest go first."""
KEEP_VERSIONS_MS = 90 * 24 * 3_600_000
ONE_SITTING_MS = 10 * 60_000

_COLUMNS = (
    "account_id, ticket_remote_id, mode, text, html, channel, recipient, attachments, "
    "base_entry, updated_at"
)
_BY = "account_id = ? AND ticket_remote_id = ? AND mode = ?"

_files_decoder = msgspec.json.Decoder(tuple[OutgoingFile, ...])


def put_draft(connection: Connection, draft: DraftRow) -> None:
    """In place of the ticket's earlier one of the same mode."""
    connection.execute(
        f"INSERT OR REPLACE INTO draft ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        msgspec.structs.astuple(draft),
    )


def find_draft(
    connection: Connection, account_id: int, remote_id: str, mode: str
) -> DraftRow | None:
    """The draft of a ticket in one mode."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM draft WHERE {_BY}", (account_id, remote_id, mode)
    ).fetchone()
    if row is None:
        return None
    return DraftRow(**dict(zip(DraftRow.__struct_fields__, row, strict=True)))


def delete_draft(connection: Connection, account_id: int, remote_id: str, mode: str) -> None:
    """The row alone; its files are the caller's."""
    connection.execute(f"DELETE FROM draft WHERE {_BY}", (account_id, remote_id, mode))


def draft_files(draft: DraftRow) -> tuple[OutgoingFile, ...]:
    """What is attached to it."""
    return _files_decoder.decode(draft.attachments or "[]")


def joined(command: SendReply | AddNote, kept: DraftRow) -> tuple[str, str | None]:
    """The words taken back, then those written since; neither is lost."""
    if not kept.text.strip() and not kept.html:
        return command.text, command.html
    text = f"{command.text}\n\n{kept.text}"
    if command.html is None and kept.html is None:
        return text, None
    return text, f"{_rich(command.html, command.text)}<br>{_rich(kept.html, kept.text)}"


def _rich(rich: str | None, text: str) -> str:
    return rich if rich is not None else html.escape(text).replace("\n", "<br>")


# --- Earlier versions --------------------------------------------------------------------------


def keep_version(connection: Connection, draft: DraftRow, why: str, now_ms: int) -> None:
    """Keep the words of this draft; its files stay with the draft alone.

    The same words again only say why anew. Words that merely grew within one sitting take the
    place of their beginning, so that the few versions kept reach far back.
    """
    if not draft.text.strip():
        return
    key = (draft.account_id, draft.ticket_remote_id, draft.mode)
    last = connection.execute(
        f"SELECT id, text, why, kept_at FROM draft_version WHERE {_BY} ORDER BY id DESC LIMIT 1",
        key,
    ).fetchone()
    if last is not None:
        identity, text, was, kept_at = last
        same = text == draft.text
        grew = was == "pause" and draft.text.startswith(text) and now_ms - kept_at < ONE_SITTING_MS
        if same or grew:
            connection.execute(
                "UPDATE draft_version SET text = ?, html = ?, why = ?, kept_at = ? WHERE id = ?",
                (draft.text, draft.html, why, kept_at if grew and not same else now_ms, identity),
            )
            return
    connection.execute(
        "INSERT INTO draft_version (account_id, ticket_remote_id, mode, text, html, channel,"
        " recipient, why, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*key, draft.text, draft.html, draft.channel, draft.recipient, why, now_ms),
    )
    connection.execute(
        f"DELETE FROM draft_version WHERE {_BY} AND id <= (SELECT id FROM draft_version"
        f" WHERE {_BY} ORDER BY id DESC LIMIT 1 OFFSET {MOST_VERSIONS})",
        (*key, *key),
    )
    connection.execute(
        f"DELETE FROM draft_version WHERE {_BY} AND kept_at < ?",
        (*key, now_ms - KEEP_VERSIONS_MS),
    )


def keep_sent(
    connection: Connection,
    account_id: int,
    remote_id: str,
    commands: Sequence[Command],
    now_ms: int,
) -> None:
    """The words that leave stay readable as a version."""
    for command in commands:
        if not isinstance(command, SendReply | AddNote):
            continue
        reply = command if isinstance(command, SendReply) else None
        draft = DraftRow(
            account_id=account_id,
            ticket_remote_id=remote_id,
            mode="reply" if reply else "note",
            text=command.text,
            html=command.html,
            channel=reply.channel if reply else "",
            recipient=reply.recipient if reply else "",
            attachments="[]",
            base_entry="",
            updated_at=now_ms,
        )
        keep_version(connection, draft, "sent", now_ms)
