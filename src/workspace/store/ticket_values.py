"""The row of a ticket as the cache keeps it: what an item says of it, what its entries add."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workspace.domain.items import TicketItem
from workspace.domain.words import OPEN_STATUSES, Kind
from workspace.store.connect import Row
from workspace.store.words_in import clean, dump, snippet

COLUMNS = (
    "id",
    "account_id",
    "remote_id",
    "revision",
    "fetched_revision",
    "complete",
    "next_before",
    "gone",
    "merged_into",
    "subject",
    "status",
    "backend_status",
    "assignee",
    "mine",
    "team",
    "priority",
    "channel",
    "tags",
    "cc",
    "custom_fields",
    "person_id",
    "created_at",
    "updated_at",
    "due_at",
    "message_count",
    "counted_by_backend",
    "snippet",
    "snippet_kind",
    "last_entry_at",
    "needs_reply",
    "url",
    "mentioned_at",
)
GONE = {"deleted": 1, "merged": 2, "no_access": 3}

TicketValues = dict[str, Any]


def fresh_values(item: TicketItem, me: str, *, identity: int, account_id: int) -> TicketValues:
    """The row of a ticket that is not in the cache yet."""
    values: TicketValues = dict.fromkeys(COLUMNS, "")
    values |= {
        "id": identity,
        "account_id": account_id,
        "remote_id": clean(item.remote_id),
        "revision": item.revision,
        "fetched_revision": -1,
        "complete": 0,
        "gone": 0,
        "person_id": None,
        "message_count": 0,
        "needs_reply": 0,
        "last_entry_at": 0,
        "mentioned_at": 0,
    }
    return values | said(item, me)


def said(item: TicketItem, me: str) -> TicketValues:
    """The columns that a ticket item fills; `me` is the account's own agent."""
    assignee = clean(item.assignee)
    said: TicketValues = {
        "subject": clean(item.subject),
        "status": str(item.status),
        "backend_status": clean(item.backend_status),
        "assignee": assignee,
        "mine": int(bool(me) and assignee == me),
        "team": clean(item.team),
        "priority": clean(item.priority),
        "channel": clean(item.channel),
        "tags": dump(list(item.tags)),
        "cc": dump(list(item.cc)),
        "custom_fields": dump(item.custom_fields),
        "created_at": item.created_at,
        "updated_at": item.updated_at,
        "due_at": item.due_at,
        "counted_by_backend": int(item.message_count is not None),
        "url": clean(item.url),
    }
    if item.message_count is not None:
        said["message_count"] = item.message_count
    if item.merged_into:
        said |= {"gone": GONE["merged"], "merged_into": clean(item.merged_into)}
    if item.entries_by_feed:
        said |= {"complete": 1, "fetched_revision": item.revision, "next_before": ""}
    return said


def derive(
    values: TicketValues, newest: Row | None, last_message: Row | None, mentioned_at: int
) -> None:
    """What the list shows of a ticket's entries. Without any, its own time stands in."""
    values["mentioned_at"] = 0 if values["gone"] else mentioned_at
    values["snippet"] = snippet(newest[5]) if newest else ""
    values["snippet_kind"] = ""
    values["last_entry_at"] = newest[0] if newest else values["updated_at"]
    if newest:
        kind, direction = newest[3], newest[4]
        values["snippet_kind"] = "note" if kind == Kind.NOTE else f"message-{direction}"
    waiting = last_message is not None and last_message[4] == "in"
    is_open = values["status"] in OPEN_STATUSES and not values["gone"]
    values["needs_reply"] = int(waiting and is_open)


def latest(items: Iterable[TicketItem]) -> dict[str, TicketItem]:
    """Per ticket the item of the highest revision, of equal ones the last."""
    latest: dict[str, TicketItem] = {}
    for item in items:
        remote_id = clean(item.remote_id)
        if remote_id not in latest or item.revision >= latest[remote_id].revision:
            latest[remote_id] = item
    return latest
