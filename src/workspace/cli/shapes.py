"""The stable JSON of the command line; docs/command-line.md is its description."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from workspace.store.queries.rows import AccountRow, EntryRow, OutboxRow, SearchHit, TicketRow


def iso(milliseconds: int | None) -> str | None:
    """ISO 8601 UTC with milliseconds; None for none."""
    if not milliseconds:
        return None
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def ticket(row: TicketRow) -> dict[str, Any]:
    """A ticket as `tickets` prints it."""
    return {
        "ref": row.ref,
        "account": row.account,
        "remote_id": row.remote_id,
        "subject": row.subject,
        "status": row.status,
        "backend_status": row.backend_status,
        "assignee": row.assignee_name or row.assignee or None,
        "team": row.team_name or row.team or None,
        "priority": row.priority or None,
        "tags": list(row.tags),
        "channel": row.channel,
        "requester": {
            "name": row.requester_name,
            "addresses": [
                {"kind": kind, "value": value} for kind, value in row.requester_addresses
            ],
        },
        "created_at": iso(row.created_at),
        "updated_at": iso(row.updated_at),
        "custom_fields": row.custom_fields,
        "message_count": row.message_count,
    }


def entry(row: EntryRow) -> dict[str, Any]:
    """An entry as `ticket` prints it among `messages`."""
    shape: dict[str, Any] = {
        "remote_id": row.remote_id,
        "kind": row.kind,
        "direction": row.direction,
        "author": {"name": row.author_name, "address": row.author_address},
        "channel": row.channel,
        "created_at": iso(row.created_at),
        "text": row.text,
        "html": row.html,
        "attachments": [
            {"name": item.name, "size": item.size, "media_type": item.media_type}
            for item in row.attachments
        ],
        "state": row.state,
    }
    if row.change:
        shape["change"] = row.change
    return shape


def found_ticket(row: TicketRow) -> dict[str, Any]:
    """A ticket found by its reference or subject: no message, the subject as snippet."""
    return {
        "ref": row.ref,
        "message_remote_id": None,
        "snippet": row.subject,
        "created_at": iso(row.created_at),
    }


def hit(row: SearchHit) -> dict[str, Any]:
    """A found entry; `local` is a note that only this computer has."""
    more = {"local": True} if row.is_local else {}
    return {
        "ref": row.ticket.ref,
        "message_remote_id": row.entry_remote_id,
        "snippet": row.snippet,
        "created_at": iso(row.created_at),
        **more,
    }


def outbox(row: OutboxRow) -> dict[str, Any]:
    """A command in the outbox."""
    return {
        "id": row.id,
        "ref": f"{row.account}:{row.ticket_remote_id}",
        "command": row.command,
        "state": row.state,
        "needs_agent": row.needs_agent,
        "attempts": row.attempts,
        "error": _error(row),
        "remote_id": row.remote_id or None,
    }


def account(row: AccountRow) -> dict[str, Any]:
    """An account and the state of its sync; never its secret."""
    return {
        "name": row.name,
        "connector": row.connector,
        "url": row.url,
        "state": "paused" if row.paused else row.state,
        "me": row.me,
        "last_sync_at": iso(row.last_sync_at),
        "history_complete": row.history_complete,
        "error": _error(row),
    }


def _error(row: OutboxRow | AccountRow) -> dict[str, str] | None:
    if not row.error_kind:
        return None
    return {"kind": row.error_kind, "message": row.error_message, "action": row.error_action}
