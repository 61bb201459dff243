"""The small coloured badge of a channel, with a letter or picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from workspace.ui.widgets.painted import Colours, Glyph, paint_glyph

BADGE_PX = 16

_LETTERS = {
    "whatsapp": "W",
    "messenger": "M",
    "apple": "A",
    "email": "@",
    "sms": "S",
    "matrix": "[m]",
    "kakao": "K",
    "line_app": "L",
    "line": "L",
}
_GLYPHS: dict[str, Glyph] = {"phone": "phone", "web": "bubble"}
_TOKENS = {"line": "line_app"}


def channel_token(channel: str) -> str:
    """The token of the channel's colour."""
    name = _TOKENS.get(channel, channel)
    return f"channel.{name}" if name in _LETTERS or name in _GLYPHS else "channel.email"


def paint_channel_badge(painter: QPainter, rect: QRectF, channel: str, theme: Colours) -> None:
    """A rounded square with the channel's letter; saying its name is left to the caller."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(channel_token(channel)))
    painter.drawRoundedRect(rect, rect.width() * 0.28, rect.width() * 0.28)
    if channel in _GLYPHS:
        inset = rect.width() * 0.14
        white = painter.pen().color()
        white.setRgb(255, 255, 255)
        paint_glyph(painter, rect.adjusted(inset, inset, -inset, -inset), _GLYPHS[channel], white)
    else:
        letter = _LETTERS.get(channel, (channel[:1] or "•").upper())
        font = theme.font("small", strong=True)
        font.setPixelSize(max(7, round(rect.width() * (0.66 if len(letter) == 1 else 0.46))))
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()
