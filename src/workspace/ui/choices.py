"""What a ticket can be set to, and why something can't be done; shared by header and composer."""

from __future__ import annotations

from collections import Counter

import msgspec

from workspace.store.queries.rows import DirectoryRow, TicketRow
from workspace.ui.i18n import t
from workspace.ui.words import one_line, status_word


class StatusChoice(msgspec.Struct, frozen=True):
    """A status that can be set: what goes to the backend, our word for it, its label."""

    value: str
    status: str
    label: str


def status_label(backend: str, ours: str, label: str = "") -> str:
    """The backend's own word where it has one of its own, else ours, translated."""
    own = label or backend
    if not own or own.casefold().replace(" ", "_") == ours:
        return status_word(ours)
    return one_line(own[:1].upper() + own[1:])


def status_names(directory: DirectoryRow | None, team: str) -> dict[str, str]:
    """Backend's word -> how we call it: our own word, unless several of theirs share it."""
    rows = [row for row in directory.statuses if row[3] in ("", team)] if directory else []
    shared = Counter(ours for _, ours, _, _ in rows)
    return {
        backend: status_word(ours) if shared[ours] == 1 else status_label(backend, ours, label)
        for backend, ours, label, _ in rows
    }


def status_choices(directory: DirectoryRow | None, ticket: TicketRow) -> list[StatusChoice]:
    """The statuses of the ticket's team but the one it has; our six if the backend named none."""
    found: dict[str, StatusChoice] = {}
    names = status_names(directory, ticket.team)
    for backend, ours, _, team in directory.statuses if directory else ():
        if team in ("", ticket.team) and backend != ticket.backend_status and ours != "new":
            found.setdefault(backend, StatusChoice(backend, ours, names[backend]))
    if not found:
        return [
            StatusChoice(status, status, status_word(status))
            for status in ("open", "pending", "on_hold", "solved")
            if status != ticket.status
        ]
    return list(found.values())


def cannot(capabilities: dict[str, object], what: str) -> str:
    """Why this is not possible, "" if it is. An account never synced is given the benefit."""
    if not capabilities or capabilities.get(what):
        return ""
    why = capabilities.get("why")
    told = str(why.get(what, "")) if isinstance(why, dict) else ""
    return told or t("Choices", "This account can't do that.")
