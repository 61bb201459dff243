"""A choice of a time: its words at the left, what that means at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from workspace.ui.theme.theme import Theme


class TimeButton(QPushButton):
    """`text()` is the words; `when` stands in the quiet colour and is spoken after them."""

    def __init__(self, theme: Theme, words: str, when: str = "") -> None:
        super().__init__(words[:1].upper() + words[1:])
        self._theme = theme
        self._when = when
        self.setProperty("role", "choice")
        self.setAutoDefault(False)
        if when:
            self.setAccessibleName(f"{self.text()}, {when}")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._room(), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() + self._room(), hint.height())

    def _room(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._when) + self._theme.px(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.color("text_faint"))
        inner = self.rect().adjusted(0, 0, -self._theme.px(12), 0)
        at = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(at), self._when)
        painter.end()
