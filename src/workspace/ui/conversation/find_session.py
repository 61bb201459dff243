"""One search in one conversation: its matches in the whole ticket, and where the reader is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workspace.domain.tokens import fold
from workspace.store.queries.conversation_find import (
    MOST_FOUND,
    FoundEntry,
    find_in_conversation,
)
from workspace.ui.conversation.conversation_reading import Kind
from workspace.ui.runtime.context import WindowContext


def found_key(found: FoundEntry) -> str:
    """The row's key, as `entry_key` makes it of the entry."""
    return found.command_id or (f"e{found.entry_id}" if found.entry_id else f"l{found.remote_id}")


class FindSession(QObject):
    """Asks a reader's thread; no entry is loaded for it.

    Signals:
        changed: needle, matches or place differ.
        shown: (FoundEntry, number in it): the reader wants to see this match.
    """

    changed = Signal()
    shown = Signal(object, int)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket_id: int | None = None
        self._kind: Kind = ""
        self._going = 0
        self.needle = ""
        self.entries: tuple[FoundEntry, ...] = ()
        self.total = 0
        self.at = -1

    @property
    def cut(self) -> bool:
        """There are more matches than were counted."""
        return len(self.entries) >= MOST_FOUND

    def look_in(self, ticket_id: int | None, kind: Kind) -> None:
        """Another ticket, or other entries of it."""
        if (ticket_id, kind) == (self._ticket_id, self._kind):
            return
        self._ticket_id, self._kind = ticket_id, kind
        self.entries, self.total, self.at = (), 0, -1
        self.refresh()

    def look_for(self, text: str) -> None:
        """Another text. The last match is gone to, as the newest entries are what is at hand."""
        needle = fold(text.strip())
        if needle == self.needle:
            return
        self.needle = needle
        self.entries, self.total, self.at = (), 0, -1
        self._going = -1
        if needle:
            self.refresh()
        else:
            self._going = 0
            self.changed.emit()

    def refresh(self) -> None:
        """Look again: entries came or changed."""
        if not self.needle or self._ticket_id is None:
            return
        self._ctx.reads.ask(
            find_in_conversation,
            self._ticket_id,
            self.needle,
            self._kind,
            then=self._take,
            owner=self,
            topic="find",
        )

    def _take(self, entries: tuple[FoundEntry, ...]) -> None:
        before = self.place()
        self.entries = entries
        self.total = sum(found.count for found in entries)
        self.at = self._index_of(*before) if before is not None else -1
        going, self._going = self._going, 0
        if going and self.total:
            self.step(going)
        else:
            self.changed.emit()

    def step(self, by: int) -> None:
        """The next or previous match, in a circle; the first step goes to the last match."""
        if not self.total:
            self._going = by if self.needle else 0
            return
        self.at = self.total - 1 if self.at < 0 else (self.at + by) % self.total
        self.changed.emit()
        place = self.place()
        if place is not None:
            self.shown.emit(*place)

    def place(self) -> tuple[FoundEntry, int] | None:
        """The entry of the match the reader is at, and which of its matches it is."""
        left = self.at
        for found in self.entries:
            if 0 <= left < found.count:
                return found, left
            left -= found.count
        return None

    def _index_of(self, wanted: FoundEntry, number: int) -> int:
        at = 0
        for found in self.entries:
            if found_key(found) == found_key(wanted):
                return at + min(number, found.count - 1)
            at += found.count
        return -1
