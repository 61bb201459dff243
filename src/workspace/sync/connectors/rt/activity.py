"""Transactions that are no messages, in words. Pure; see `mapping`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]

MAIL_RECORDS = ("EmailRecord", "CommentEmailRecord")
QUIET_TYPES = (*MAIL_RECORDS, "SetWatcher", "SystemError")  # SetWatcher doubles “Set Owner”

_TICKET_URI = re.compile(r"/ticket/(\d+)\Z")


@dataclass(frozen=True, slots=True)
class EntryWords:
    """Names that transactions tell by number only."""

    fields: Mapping[str, str] = field(default_factory=dict)
    users: Mapping[str, str] = field(default_factory=dict)
    queues: Mapping[str, str] = field(default_factory=dict)


def users_in(transaction: Row) -> set[str]:
    """Numbers of users whose names `entry` will want."""
    if transaction.get("Type") in QUIET_TYPES:
        return set()
    about_people = transaction.get("Field") == "Owner" or "Watcher" in str(transaction.get("Type"))
    if not about_people:
        return set()
    values = (str(transaction.get(key) or "") for key in ("OldValue", "NewValue"))
    return {value for value in values if value.isdigit()}


def merged_into(transaction: Row) -> str:
    """The ticket that a merge names, from the transaction that both tickets get; else ""."""
    if transaction.get("Field") != "MergedInto":
        return ""
    found = _TICKET_URI.search(str(transaction.get("NewValue") or ""))
    return found.group(1) if found else ""


def changed(transaction: Row, words: EntryWords) -> dict[str, str]:
    """What an activity changed: `field` is one of ours where it is one of ours."""
    kind = str(transaction.get("Type") or "")
    about = str(transaction.get("Field") or "")
    old = str(transaction.get("OldValue") or "")
    new = str(transaction.get("NewValue") or "")
    if kind == "Create":
        return {"field": "created", "old": "", "new": ""}
    if about == "Owner":
        people = {**words.users, "6": ""}
        return {"field": "assignee", "old": people.get(old, old), "new": people.get(new, new)}
    if about == "Queue":
        teams = words.queues
        return {"field": "team", "old": teams.get(old, old), "new": teams.get(new, new)}
    if kind == "CustomField":
        name = words.fields.get(about) or f"field {about}"
        return {"field": f"custom:{name}", "old": old, "new": new}
    if kind in ("AddLink", "DeleteLink"):
        return {"field": f"link:{about}", "old": _link(old), "new": _link(new)}
    if kind in ("AddWatcher", "DelWatcher"):
        return {
            "field": f"watcher:{about}",
            "old": words.users.get(old, old),
            "new": words.users.get(new, new),
        }
    if kind == "Status" or about in ("Status", "Priority", "Subject"):
        return {"field": (about or kind).lower(), "old": old, "new": new}
    return {"field": about or kind, "old": old, "new": new}


def _link(uri: str) -> str:
    found = _TICKET_URI.search(uri)
    return f"#{found.group(1)}" if found else uri


def in_words(change: Mapping[str, str]) -> str:
    """An activity as one line, for search and for readers without the change's parts."""
    kind, _, name = change["field"].partition(":")
    label = name or kind.capitalize()
    old, new = change["old"], change["new"]
    if kind == "created":
        return "Ticket created"
    if old and new:
        return f"{label}: {old} → {new}"
    if new:
        return f"{label}: {new}"
    return f"{label}: {old} removed" if old else f"{label} changed"
