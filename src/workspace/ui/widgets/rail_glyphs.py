"""The pictures of the rail and the status bar, as lines: no font and no file is needed."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

RailGlyph = Literal["inbox", "search", "outbox", "gear", "menu", "help"]


def paint_rail_glyph(painter: QPainter, rect: QRectF, glyph: RailGlyph, color: QColor) -> None:
    """Draw a picture of 20 by 20 units into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 20, rect.height() / 20)
    pen = QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[glyph](painter)
    painter.restore()


def _inbox(painter: QPainter) -> None:
    path = QPainterPath(QPointF(2.5, 11))
    path.lineTo(5, 4)
    path.lineTo(15, 4)
    path.lineTo(17.5, 11)
    path.lineTo(17.5, 16)
    path.lineTo(2.5, 16)
    path.closeSubpath()
    painter.drawPath(path)
    tray = QPainterPath(QPointF(2.5, 11))
    tray.lineTo(7, 11)
    tray.cubicTo(7.5, 13.6, 12.5, 13.6, 13, 11)
    tray.lineTo(17.5, 11)
    painter.drawPath(tray)


def _search(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8.6, 8.6), 5.2, 5.2)
    painter.drawLine(QPointF(12.5, 12.5), QPointF(17, 17))


def _outbox(painter: QPainter) -> None:
    path = QPainterPath(QPointF(17.5, 2.8))
    path.lineTo(2.5, 9)
    path.lineTo(8.6, 11.6)
    path.lineTo(11, 17.4)
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawLine(QPointF(8.6, 11.6), QPointF(17.5, 2.8))


def _gear(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(10, 10), 2.6, 2.6)
    path = QPainterPath()
    teeth = 8
    for step in range(teeth * 4):
        angle = math.tau * (step - 0.5) / (teeth * 4)
        radius = 8.0 if step % 4 in (0, 1) else 6.0
        point = QPointF(10 + radius * math.cos(angle), 10 + radius * math.sin(angle))
        if step:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    painter.drawPath(path)


def _menu(painter: QPainter) -> None:
    for y in (5.5, 10.0, 14.5):
        painter.drawLine(QPointF(3.5, y), QPointF(16.5, y))


def _help(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 5, 16, 10.5), 2, 2)
    for x in (5.5, 8.5, 11.5, 14.5):
        painter.drawPoint(QPointF(x, 8.4))
    painter.drawLine(QPointF(6.5, 12), QPointF(13.5, 12))


_PAINTERS: dict[RailGlyph, Callable[[QPainter], None]] = {
    "inbox": _inbox,
    "search": _search,
    "outbox": _outbox,
    "gear": _gear,
    "menu": _menu,
    "help": _help,
}
