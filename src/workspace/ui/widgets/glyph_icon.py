"""Small pictures as icons, sharp at every scale of the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.painted import Glyph, paint_glyph

RATIO = 2  # drawn for 200 %; Qt makes it smaller where that is too fine


def glyph_icon(theme: Theme, glyph: Glyph, token: str, px: int) -> QIcon:
    """A picture in a colour of the theme, faint where its control is out of order."""
    icon = QIcon(_pixmap(theme, glyph, token, px))
    icon.addPixmap(_pixmap(theme, glyph, "text_faint", px), QIcon.Mode.Disabled)
    return icon


def _pixmap(theme: Theme, glyph: Glyph, token: str, px: int) -> QPixmap:
    side = theme.px(px)
    pixmap = QPixmap(side * RATIO, side * RATIO)
    pixmap.setDevicePixelRatio(RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_glyph(painter, QRectF(0, 0, side, side), glyph, theme.color(token))
    painter.end()
    return pixmap
