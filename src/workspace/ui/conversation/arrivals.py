"""What arrived since the last look at a ticket's newest entries. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

from workspace.store.queries.rows import EntryRow
from workspace.ui.conversation.conversation_rows import entry_key


class Arrivals:
    """Knows the newest entries by key; older ones that are loaded later never count as new."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._last = 0

    def start(self, newest: Sequence[EntryRow]) -> None:
        """Another ticket: these are there."""
        self._known = {entry_key(entry) for entry in newest}
        self._last = max((entry.created_at for entry in newest), default=0)

    def take(self, newest: Sequence[EntryRow]) -> list[EntryRow]:
        """What others said since, oldest first."""
        fresh = [
            entry
            for entry in newest
            if entry_key(entry) not in self._known
            and entry.kind != "activity"
            and entry.created_at >= self._last
        ]
        self._known |= {entry_key(entry) for entry in newest}
        self._last = max([self._last, *(entry.created_at for entry in newest if entry.id)])
        return [entry for entry in fresh if not entry.author_me]
