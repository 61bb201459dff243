"""A small button that is a picture with a name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.widgets.painted import Glyph, paint_glyph


class GlyphButton(QPushButton):
    """Painted at every size and in every theme anew; its name is spoken and is its tooltip."""

    def __init__(
        self, theme: Theme, glyph: Glyph, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph: Glyph = glyph
        self.setProperty("role", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(name)

    def say(self, name: str) -> None:
        """Its name."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def sizeHint(self) -> QSize:
        side = self._theme.px(24)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(15)
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        token = "text_quiet" if self.isEnabled() else "text_faint"
        paint_glyph(painter, area, self._glyph, self._theme.color(token))
        painter.end()
