"""The list of queues as a widget: what keys and the mouse ask of a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QListView

from workspace.ui.keymap import presses
from workspace.ui.runtime.own_settings import OwnSettings

KEYS = ("edit_queue", "remove_queue", "queue_up", "queue_down")
"""Actions on a queue of one's own, by the ids of the action table."""

NOWHERE = -1


class QueueView(QListView):
    """Signals:
    pressed_row: a line that was pressed by mouse, Enter or Space.
    asked: one of KEYS, on the current line.
    menu_asked: a line, and where on the screen its menu belongs.
    moved: a line was dragged to the place of another.
    """

    pressed_row = Signal(int)
    asked = Signal(str, int)
    menu_asked = Signal(int, QPoint)
    moved = Signal(int, int)

    def __init__(
        self, settings: OwnSettings, can_move: Callable[[int], bool] = lambda row: False
    ) -> None:
        super().__init__()
        self._settings = settings
        self._can_move = can_move
        self._pressed_at = QPoint()
        self._taken = self._over = NOWHERE

    @property
    def is_dragging(self) -> bool:
        """A line is being dragged to another place."""
        return self._over != NOWHERE

    def _let_go(self) -> None:
        self._taken = self._over = NOWHERE
        self.viewport().unsetCursor()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dragging:
            self._let_go()
            return
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        current = self.currentIndex()
        if current.isValid():
            if event.key() in keys:
                self.pressed_row.emit(current.row())
                return
            for action in KEYS:
                if presses(event, action, self._settings.value):
                    self.asked.emit(action, current.row())
                    return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        movable = index.isValid() and self._can_move(index.row())
        if event.button() == Qt.MouseButton.LeftButton and movable:
            self._taken, self._pressed_at = index.row(), event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._taken == NOWHERE or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        far = (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not far and not self.is_dragging:
            return
        index = self.indexAt(place)
        # Over what can't give its place to it, it stays where it is.
        fits = index.isValid() and self._can_move(index.row())
        self._over = index.row() if fits else self._taken
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_dragging:
            taken, over = self._taken, self._over
            self._let_go()
            if over != taken:
                self.moved.emit(taken, over)
            return
        self._taken = NOWHERE
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.pressed_row.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = event.globalPos()
            if not by_mouse:
                place = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(index.row(), place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over in (NOWHERE, self._taken):
            return
        row = self.visualRect(self.model().index(self._over, 0))
        y = row.top() if self._over < self._taken else row.bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().link().color(), 2))
        painter.drawLine(row.left(), y, row.right(), y)
        painter.end()

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window, not a search in the list."""
