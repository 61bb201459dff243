"""A person as a coloured disc with initials."""

from __future__ import annotations

import unicodedata
import zlib

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workspace.ui.widgets.painted import Colours

# Tokens that carry white letters at 4.5:1 in both themes.
DISCS = (
    "channel.sms",
    "channel.messenger",
    "channel.phone",
    "channel.web",
    "channel.whatsapp",
    "channel.email",
    "channel.kakao",
)


def initials(name: str) -> str:
    """One or two letters for a name; one syllable where the script writes syllables."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    first = words[0][0]
    if unicodedata.east_asian_width(first) in "WF":
        return first
    latin = [word for word in words if unicodedata.east_asian_width(word[0]) not in "WF"]
    last = latin[-1][0] if len(latin) > 1 else ""
    return (first + last).upper()


def disc_token(name: str) -> str:
    """The same person has the same colour everywhere."""
    return DISCS[zlib.crc32(name.casefold().encode()) % len(DISCS)]


def paint_avatar(painter: QPainter, rect: QRectF, name: str, theme: Colours) -> None:
    """A disc filling `rect` (square) with the initials of `name`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(disc_token(name)))
    painter.drawEllipse(rect)
    letters = initials(name)
    font = theme.font("base", strong=True)
    font.setPixelSize(max(8, round(rect.width() * (0.44 if len(letters) == 1 else 0.38))))
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


class Avatar(QWidget):
    """The disc as a widget; decoration only, so it takes no focus and has no role of its own."""

    def __init__(self, theme: Colours, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._size = size
        self.setFixedSize(size, size)

    def set_name(self, name: str) -> None:
        """Show the initials of this person."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._name, self._theme)
        painter.end()
