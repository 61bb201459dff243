"""Drafts and their earlier versions in the journal; always within a transaction of the caller."""

from __future__ import annotations

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
    import html

    return rich if rich is not None else html.escape(text).replace("\n", "<br>")


# --- Earlier versions --------------------------------------------------------------------------


def keep_version(connection: Connection, draft: DraftRow, why: str, now_ms: int) -> None:
    """Keep the words of this draft and what is attached; its files stay as long as the version.

    The same again only says why anew. What merely grew within one sitting takes the place of its
    beginning, so that the few versions kept reach far back.
    """
    files = draft_files(draft)
    if not draft.text.strip() and not files:
        return
    key = (draft.account_id, draft.ticket_remote_id, draft.mode)
    last = connection.execute(
        "SELECT id, text, why, kept_at, attachments FROM draft_version"
        f" WHERE {_BY} ORDER BY id DESC LIMIT 1",
        key,
    ).fetchone()
    if last is not None:
        identity, text, was, kept_at, attachments = last
        had = {file.id for file in _files_decoder.decode(attachments)}
        has = {file.id for file in files}
        same = text == draft.text and had == has
        longer = draft.text.startswith(text) and had <= has
        grew = was == "pause" and longer and now_ms - kept_at < ONE_SITTING_MS
        if same or grew:
            connection.execute(
                "UPDATE draft_version SET text = ?, html = ?, attachments = ?, why = ?,"
                " kept_at = ? WHERE id = ?",
                (
                    draft.text,
                    draft.html,
                    draft.attachments,
                    why,
                    kept_at if grew and not same else now_ms,
                    identity,
                ),
            )
            return
    connection.execute(
        "INSERT INTO draft_version (account_id, ticket_remote_id, mode, text, html, channel,"
        " recipient, attachments, why, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *key,
            draft.text,
            draft.html,
            draft.channel,
            draft.recipient,
            draft.attachments,
            why,
            now_ms,
        ),
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
    """The words that leave stay readable as a version.

    Their files leave with them and are the conversation's from then on: versions let go of them.
    """
    for command in commands:
        if not isinstance(command, SendReply | AddNote):
            continue
        reply = command if isinstance(command, SendReply) else None
        mode = "reply" if reply else "note"
        _let_go(
            connection, (account_id, remote_id, mode), {file.id for file in command.attachments}
        )
        draft = DraftRow(
            account_id=account_id,
            ticket_remote_id=remote_id,
            mode=mode,
            text=command.text,
            html=command.html,
            channel=reply.channel if reply else "",
            recipient=reply.recipient if reply else "",
            attachments="[]",
            base_entry="",
            updated_at=now_ms,
        )
        keep_version(connection, draft, "sent", now_ms)


def _let_go(connection: Connection, key: tuple[int, str, str], gone: set[str]) -> None:
    """These files are named by no version of this draft any more."""
    if not gone:
        return
    kept = connection.execute(
        f"SELECT id, attachments FROM draft_version WHERE {_BY} AND attachments != '[]'", key
    ).fetchall()
    for identity, attachments in kept:
        files = _files_decoder.decode(attachments)
        left = tuple(file for file in files if file.id not in gone)
        if left != files:
            connection.execute(
                "UPDATE draft_version SET attachments = ? WHERE id = ?",
                (msgspec.json.encode(left).decode(), identity),
            )


def forget_old_versions(connection: Connection, now_ms: int) -> None:
    """Of all tickets, also of those that nobody writes to any more."""
    connection.execute("DELETE FROM draft_version WHERE kept_at < ?", (now_ms - KEEP_VERSIONS_MS,))
