"""The list of queues as a widget: what keys and the mouse ask of a line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from workspace.ui.keymap import presses
from workspace.ui.runtime.own_settings import OwnSettings

KEYS = ("edit_queue", "remove_queue", "queue_up", "queue_down")
"""Actions on a queue of one's own, by the ids of the action table."""


class QueueView(QListView):
    """Signals:
    pressed_row: a line that was pressed by mouse, Enter or Space.
    asked: one of KEYS, on the current line.
    menu_asked: a line, and where on the screen its menu belongs.
    """

    pressed_row = Signal(int)
    asked = Signal(str, int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, settings: OwnSettings) -> None:
        super().__init__()
        self._settings = settings

    def keyPressEvent(self, event: QKeyEvent) -> None:
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
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

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window, not a search in the list."""
