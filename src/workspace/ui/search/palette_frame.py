"""What the palettes share: a field that keeps the keys, over a list, lying above a window."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QWidget,
)

from workspace.ui.search.query_field import QueryField
from workspace.ui.theme.theme import Theme


class PaletteFrame(QFrame):
    """A palette says what its keys do in `_on_key` and where it lies in `_lie`.

    It goes when the focus of its window goes elsewhere; another window may have it meanwhile.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("pane", "palette")
        self.field = QueryField()
        self.field.setProperty("role", "palette")
        self.view = QListView()
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(theme.px(32))
        shadow.setOffset(0, theme.px(6))
        self.setGraphicsEffect(shadow)
        self.field.installEventFilter(self)
        window.installEventFilter(self)

    @abstractmethod
    def _on_key(self, event: QKeyEvent) -> bool:
        """A key pressed in the field; whether it was for the palette."""

    @abstractmethod
    def _lie(self) -> None:
        """Take its place over the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._lie()
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            focus = self.window().focusWidget()
            if self.window().isActiveWindow() and focus is not None and focus is not self.field:
                self.hide()
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        """Another row, as far as there are rows."""
        model = self.view.model()
        rows = model.rowCount()
        if rows:
            row = min(max(self.view.currentIndex().row() + by, 0), rows - 1)
            self.view.setCurrentIndex(model.index(row, 0))
