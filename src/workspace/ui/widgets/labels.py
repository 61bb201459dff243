"""Labels that show foreign text safely: always plain text, never wider than their place."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace.ui.words import one_line

TOOLTIP_COLUMNS = 80


class PlainLabel(QLabel):
    """A QLabel that never interprets markup; `role` and `chip` choose its look (theme.qss)."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", chip: str = ""
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            self.setProperty("role", role)
        if chip:
            self.setProperty("chip", chip)

    def set_look(self, name: str, value: str) -> None:
        """Change `role` or `chip` after construction."""
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """One line that ends in … where it is too long; the whole text is its tooltip.

    Attributes:
        least_px: in less room than this nothing is painted: two letters and … tell nobody anything.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", chip: str = ""
    ) -> None:
        super().__init__("", parent, role=role, chip=chip)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = ""
        self.least_px = 0
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        line = one_line(text)
        if line == self._full and line:
            return
        self._full = line
        super().setText(self._full)
        self.setAccessibleName(self._full)
        self.setToolTip(plain_tooltip(self._full))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, area.width())
        if text != self._full and area.width() < self.least_px:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), text)


@lru_cache(maxsize=512)  # most are asked for again with each ticket
def plain_tooltip(text: str) -> str:
    """A tooltip for foreign text: no markup in it is ever interpreted.

    Screen readers are given it where a widget has no description, so that it has markup of ours
    only where Qt could take the text for markup otherwise.
    """
    if "<" in text or "&" in text:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f"<qt>{escaped}</qt>"
    return "\n".join(_lines(text))


def _lines(text: str) -> list[str]:
    """Broken at words, as Qt does only with markup; what is not ASCII counts for two."""
    lines, room = [""], 0
    for word in text.split():
        wide = len(word)
        if not word.isascii():
            wide += sum(not letter.isascii() for letter in word)
        if lines[-1] and room + wide > TOOLTIP_COLUMNS:
            lines.append("")
            room = 0
        lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
        room += wide + 1
    return lines
