"""A window of a ticket's entries: what the backend said, then what still waits to be said."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec

from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields
from workspace.domain.errors import NotFound
from workspace.store.connect import Reader, Row, consistent
from workspace.store.html_pack import shown_html
from workspace.store.queries.pending import Laid, Pending, load
from workspace.store.queries.rows import AttachmentRow, ConversationPage, EntryRow, TicketRow
from workspace.store.queries.tickets import with_overlay

_COLUMNS = """
  e.id, e.remote_id, e.kind, e.direction, e.created_at, e.seq, e.author_name, e.author_address,
  EXISTS (SELECT 1 FROM agent AS g
          WHERE g.account_id = ? AND g.remote_id = e.author_remote_id AND g.me = 1),
  e.channel, e.text, e.html, e.state, e.command_id, e.change, e.attachments
"""

NEWEST = f"""
SELECT {_COLUMNS} FROM entry AS e INDEXED BY entry_timeline
WHERE e.ticket_id = ? AND ? IN ('', e.kind)
ORDER BY e.created_at DESC, e.seq DESC, e.id DESC LIMIT ?
"""

BEFORE = f"""
SELECT {_COLUMNS} FROM entry AS e INDEXED BY entry_timeline
WHERE e.ticket_id = ? AND ? IN ('', e.kind) AND (e.created_at, e.seq, e.id) < (?, ?, ?)
ORDER BY e.created_at DESC, e.seq DESC, e.id DESC LIMIT ?
"""

AFTER = f"""
SELECT {_COLUMNS} FROM entry AS e INDEXED BY entry_timeline
WHERE e.ticket_id = ? AND ? IN ('', e.kind) AND (e.created_at, e.seq, e.id) > (?, ?, ?)
ORDER BY e.created_at, e.seq, e.id LIMIT ?
"""

ATTACHMENTS = """
SELECT a.entry_id, a.id, a.name, a.size, a.media_type, a.content_id, a.file
FROM json_each(?) AS j CROSS JOIN attachment AS a ON a.entry_id = j.value
ORDER BY a.id
"""

LOCAL_NOTES = """
SELECT n.id, n.text, n.created_at
FROM journal.local_note AS n
WHERE n.account_id = ? AND n.ticket_remote_id = ? AND n.created_at >= ? AND n.created_at < ?
ORDER BY n.created_at
"""

ME = "SELECT name, address FROM agent WHERE account_id = ? AND me = 1"

_change = msgspec.json.Decoder(dict[str, str])
_FOREVER = 1 << 62


Position = tuple[int, int, int]
"""(created_at, seq, id): where a cached entry stands in its conversation."""


@consistent
def get_conversation(
    reader: Reader,
    ticket_id: int,
    *,
    limit: int = 60,
    before: Position | None = None,
    after: Position | None = None,
    kind: str = "",
) -> ConversationPage:
    """The newest entries of a ticket, the newest before a known one, or the oldest after one.

    `kind` leaves only entries of that kind. Pending ones come with the page that reaches the end,
    last; notes kept only here stand at their time, with state "local". NotFound if gone.
    """
    overlay = load(reader)
    ticket = with_overlay(reader, [ticket_id], overlay).get(ticket_id)
    if ticket is None:
        raise NotFound(
            "This ticket is no longer here.",
            "It was deleted or merged at the backend, or its account was removed.",
        )
    about = (ticket.account_id, ticket_id, kind)
    if after is not None:
        rows = reader.all(AFTER, (*about, *after, limit + 1))
    elif before is not None:
        rows = reader.all(BEFORE, (*about, *before, limit + 1))
    else:
        rows = reader.all(NEWEST, (*about, limit + 1))
    has_more = len(rows) > limit
    rows = rows[:limit] if after is not None else rows[:limit][::-1]
    entries = _entries(reader, rows)
    me = reader.one(ME, (ticket.account_id,)) or ("", "")
    at_end = before is None and not (after is not None and has_more)
    if kind in ("", "note"):
        if after is not None:
            span = (after[0], rows[-1][4] if has_more else _FOREVER)
        else:
            span = (rows[0][4] if has_more else 0, _FOREVER if before is None else before[0])
        notes = _local_notes(reader, ticket, *span, me)
        if notes:
            entries = sorted(entries + notes, key=lambda entry: entry.created_at)
    if at_end and ticket_id in overlay.tickets:
        waiting = _waiting(overlay.tickets[ticket_id], me)
        entries += [entry for entry in waiting if kind in ("", entry.kind)]
    return ConversationPage(
        ticket=ticket,
        entries=tuple(entries),
        has_older=after is not None or has_more,
        has_newer=not at_end,
        complete=ticket.complete,
    )


def list_unstored(reader: Reader, ticket_id: int) -> list[EntryRow]:
    """What a ticket has beside the cache: notes kept only here, then all that waits."""
    overlay = load(reader)
    ticket = with_overlay(reader, [ticket_id], overlay).get(ticket_id)
    if ticket is None:
        return []
    me = reader.one(ME, (ticket.account_id,)) or ("", "")
    laid = overlay.tickets.get(ticket_id)
    return [
        *_local_notes(reader, ticket, 0, _FOREVER, me),
        *(_waiting(laid, me) if laid is not None else ()),
    ]


def _entries(reader: Reader, rows: list[Row]) -> list[EntryRow]:
    attached: dict[int, list[AttachmentRow]] = {row[0]: [] for row in rows if row[15]}
    if attached:
        for row in reader.all(ATTACHMENTS, (json.dumps(list(attached)),)):
            attached[row[0]].append(
                AttachmentRow(
                    id=row[1],
                    name=row[2],
                    size=row[3],
                    media_type=row[4],
                    content_id=row[5],
                    file=row[6],
                )
            )
    return [
        EntryRow(
            id=row[0],
            remote_id=row[1],
            kind=row[2],
            direction=row[3],
            created_at=row[4],
            seq=row[5],
            author_name=row[6],
            author_address=row[7],
            author_me=bool(row[8]),
            channel=row[9],
            text=row[10],
            html=html,
            state=row[12],
            command_id=row[13],
            change=_change.decode(row[14]) if row[14] else {},
            attachments=tuple(attached.get(row[0], ())),
            capped=bool(row[11]) and not html,
        )
        for row in rows
        for html in (shown_html(row[11]),)
    ]


def _local_notes(
    reader: Reader, ticket: TicketRow, earliest: int, latest: int, me: Row
) -> list[EntryRow]:
    ours = [at - ticket.clock_offset_ms for at in (earliest, latest)]
    found = reader.all(LOCAL_NOTES, (ticket.account_id, ticket.remote_id, *ours))
    return [
        _own("note", ticket.backend_now(at), me, text=text, remote_id=note_id, state="local")
        for note_id, text, at in found
    ]


def _waiting(laid: Laid, me: Row) -> list[EntryRow]:
    result: list[EntryRow] = []
    for pending in laid.commands:
        command, at = pending.command, laid.base.row.backend_now(pending.created_at)
        if isinstance(command, SetFields):
            if pending.state == "sent":
                continue  # its own activity comes from the backend; the fields are laid over
            changes = _named(list_changes(laid.base.row, command), laid)
            entry = _own("activity", at, me, text=_told(changes), changes=changes)
        else:
            entry = _own(
                "note" if isinstance(command, AddNote) else "message",
                at,
                me,
                text=command.text,
                html=command.html or "",
                channel=_channel(command) or laid.base.row.channel,
                attachments=tuple(map(_attachment, command.attachments)),
            )
        result.append(_with_state(entry, pending))
    return result


def _with_state(entry: EntryRow, pending: Pending) -> EntryRow:
    return msgspec.structs.replace(
        entry,
        remote_id=pending.remote_id if entry.kind != "activity" else "",
        seq=pending.seq,
        state=pending.state,
        command_id=pending.id,
        error_kind=pending.error_kind,
        error_message=pending.error_message,
        error_action=pending.error_action,
        needs_agent=pending.needs_agent,
        not_before=pending.not_before if pending.state == "queued" else 0,
    )


def _own(
    kind: str,
    created_at: int,
    me: Row,
    *,
    text: str,
    html: str = "",
    channel: str = "",
    remote_id: str = "",
    state: str = "",
    changes: tuple[dict[str, str], ...] = (),
    attachments: tuple[AttachmentRow, ...] = (),
) -> EntryRow:
    return EntryRow(
        id=0,
        remote_id=remote_id,
        kind=kind,
        direction="none" if kind == "activity" else "out",
        created_at=created_at,
        seq=0,
        author_name=me[0],
        author_address=me[1],
        author_me=True,
        channel=channel,
        text=text,
        html=html,
        state=state,
        command_id="",
        change=changes[0] if changes else {},
        changes=changes,
        attachments=attachments,
    )


def _channel(command: SendReply | AddNote) -> str:
    return command.channel if isinstance(command, SendReply) else ""


def _attachment(file: OutgoingFile) -> AttachmentRow:
    return AttachmentRow(id=0, name=file.name, size=file.size, media_type=file.media_type)


def _told(changes: Sequence[dict[str, str]]) -> str:
    return "; ".join(f"{c['field']}: {c['old'] or '-'} → {c['new'] or '-'}" for c in changes)


def _named(changes: list[dict[str, str]], laid: Laid) -> tuple[dict[str, str], ...]:
    """Agents and teams by their names, as far as the ticket tells them before or after."""
    names: dict[tuple[str, str], str] = {}
    for row in (laid.base.row, laid.top.row):
        names["assignee", row.assignee] = row.assignee_name
        names["team", row.team] = row.team_name
    return tuple(
        change | {end: names.get((change["field"], change[end])) or change[end] for end in _ENDS}
        for change in changes
    )


_ENDS = ("old", "new")


def list_changes(base: TicketRow, command: SetFields) -> list[dict[str, str]]:
    """Each field a command changes, with its old value (what the agent saw, where kept)."""
    result: list[dict[str, str]] = []

    def say(field: str, old: str, new: str | None) -> None:
        if new is not None:
            seen = command.base.get(field)
            result.append({"field": field, "old": old if seen is None else seen, "new": new})

    say("status", base.backend_status or base.status, command.status)
    say("assignee", base.assignee, command.assignee)
    say("team", base.team, command.team)
    say("priority", base.priority, command.priority)
    if command.tags_add:
        result.append({"field": "tags_add", "old": "", "new": ", ".join(command.tags_add)})
    if command.tags_remove:
        result.append({"field": "tags_remove", "old": ", ".join(command.tags_remove), "new": ""})
    for name, values in command.custom_fields.items():
        say(name, ", ".join(base.custom_fields.get(name, [])), ", ".join(values))
    return result
