"""What the rows of the customer pane have in common: one line, pressed, framed where one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workspace.ui.runtime.context import WindowContext

ROW_PAD_PX = 2  # from the frame of focus to the words


class PressRow(QAbstractButton):
    """`room_px`: what it is higher than its line, at 100 %."""

    def __init__(self, ctx: WindowContext, parent: QWidget, room_px: int) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._room_px = room_px
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        px = self._ctx.theme.px
        return QSize(px(200), self.fontMetrics().height() + px(self._room_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def begin_paint(self) -> QPainter:
        """A painter that has drawn the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            color = self._ctx.theme.color("accent" if self.hasFocus() else "line")
            painter.setPen(QPen(color, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        return painter
