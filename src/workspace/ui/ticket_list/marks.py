"""Which tickets are chosen together: by their ids, wherever their rows stand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Marks(QObject):
    """Marks stay with their tickets while rows move, load and unload. GUI thread only.

    Signals:
        changed: other tickets are marked than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: set[int] = set()
        self.anchor = 0  # where a range begins: the ticket marked or chosen last

    def __contains__(self, ticket_id: object) -> bool:
        return ticket_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> set[int]:
        """The marked tickets; a copy."""
        return set(self._ids)

    def toggle(self, ticket_id: int) -> None:
        """Mark this ticket, or take its mark off."""
        self.anchor = ticket_id
        self.put(self._ids ^ {ticket_id})

    def put(self, ids: Iterable[int]) -> None:
        """Mark these and no others."""
        wanted = set(ids)
        wanted.discard(0)
        if wanted != self._ids:
            self._ids = wanted
            self.changed.emit()

    def keep(self, ids: Iterable[int]) -> None:
        """Of the marked ones keep these."""
        self.put(self._ids.intersection(ids))

    def drop(self, ids: Iterable[int]) -> None:
        """Take the marks off these."""
        self.put(self._ids.difference(ids))

    def clear(self) -> None:
        """Mark nothing."""
        self.put(())
