"""To whom it goes, beside the send button: locked once writing began; or that it goes nowhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import ElidedLabel
from workspace.ui.widgets.painted import Glyph, paint_glyph


class RecipientLabel(ElidedLabel):
    """One line with a lock (or what is said instead) before it; empty without a ticket."""

    def __init__(
        self, theme: Theme, token: str, parent: QWidget | None = None, glyph: Glyph = "lock"
    ) -> None:
        super().__init__("", parent, role="faint")
        self._theme = theme
        self._token = token
        self._glyph: Glyph = glyph

    def set_text(self, text: str) -> None:
        """Show this text; nothing happens where it is shown already."""
        if text != self._full:
            super().set_text(text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._full:
            return
        painter = QPainter(self)
        side = self._theme.px(12)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        paint_glyph(painter, place, self._glyph, self._theme.color(self._token))
        area = self.rect().adjusted(self._theme.px(16), 0, 0, 0)
        text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self._theme.color(self._token))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
