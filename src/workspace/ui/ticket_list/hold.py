"""Whether rows may move now: never under a pointer that points, nor while tickets are chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from workspace.ui.ticket_list.marks import Marks
from workspace.ui.ticket_list.view import TicketListView

STILL_MS = 5_000  # while one works elsewhere, a pointer that lies still so long points at nothing


class RowHold(QObject):
    """Rows stand still from the pointer's first move over them until it leaves.

    Two things end it before: going through the list by keyboard, and working somewhere else
    while the pointer merely lies there. Marked tickets and a drag hold the rows as well.

    Signals:
        ended: rows may move; what waited can be shown.
    """

    ended = Signal()

    def __init__(self, view: TicketListView, marks: Marks) -> None:
        super().__init__(view)
        self._view = view
        self._marks = marks
        self._pointed = False
        self.still = QTimer(self)
        self.still.setSingleShot(True)
        self.still.setInterval(STILL_MS)
        self.still.timeout.connect(self._look)
        view.moved.connect(self._on_moved)
        view.unfocused.connect(self.still.start)
        for signal in (view.typed, view.left):
            signal.connect(self._on_elsewhere)
        marks.changed.connect(self._look)
        view.drag_ended.connect(self._look)

    def holds(self) -> bool:
        """Whether rows must stay where they are."""
        if self._marks or self._view.is_dragging:
            return True
        points = self._pointed and self._view.underMouse()
        return points and (self._view.hasFocus() or self.still.isActive())

    def _on_moved(self) -> None:
        self._pointed = True
        self.still.start()

    def _on_elsewhere(self) -> None:
        self._pointed = False
        self._look()

    def _look(self) -> None:
        if not self.holds():
            self.ended.emit()
