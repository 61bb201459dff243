"""A ticket as somebody sees it who looks without working on it: what the engine tells of it."""

from __future__ import annotations

from typing import Any

from workspace.domain.items import EntryItem, Fetched
from workspace.sanitise import sanitise


def shape(viewed: Fetched) -> dict[str, Any]:
    """As JSON; texts only, for HTML was not made for whoever shows this."""
    ticket = viewed.ticket
    return {
        "subject": ticket.subject if ticket else "",
        "status": ticket.status.value if ticket else "",
        "complete": viewed.complete,
        "messages": [_entry(item) for item in viewed.entries],
    }


def _entry(item: EntryItem) -> dict[str, Any]:
    return {
        "remote_id": item.remote_id,
        "kind": item.kind.value,
        "direction": item.direction.value,
        "created_at": item.created_at,
        "author": item.author_name or item.author_address,
        "text": item.text or sanitise(item.html).text,
        "attachments": [{"name": one.name, "size": one.size} for one in item.attachments],
    }
