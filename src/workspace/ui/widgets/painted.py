"""What a painted widget needs of the theme, and small drawing helpers."""

from __future__ import annotations

from typing import Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

FontSize = Literal["base", "small", "title"]
Glyph = Literal[
    "lock",
    "clip",
    "image",
    "check",
    "double_check",
    "clock",
    "warning",
    "question",
    "arrow_down",
    "cross",
    "phone",
    "bubble",
    "eye",
    "download",
    "menu",
    "search",
    "more",
    "arrow_up",
    "split",
    "window",
    "computer",
]


class Colours(Protocol):
    """The part of the theme that painting uses: tokens by name."""

    def color(self, name: str) -> QColor: ...

    def font(self, size: FontSize = "base", strong: bool = False) -> QFont: ...


def paint_glyph(painter: QPainter, rect: QRectF, glyph: Glyph, color: QColor) -> None:
    """A small picture as lines, so that it needs no font; `rect` is square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    scale = rect.width() / 16.0
    painter.scale(scale, scale)
    pen = QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[glyph](painter, color)
    painter.restore()


def _polyline(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _lock(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(5, 7))
    path.lineTo(5, 5)
    path.arcTo(QRectF(5, 2, 6, 6), 180, -180)
    path.lineTo(11, 7)
    painter.drawPath(path)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(3.5, 7, 9, 6.5), 1.2, 1.2)


def _clip(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(11, 5))
    path.lineTo(6.4, 9.8)
    path.cubicTo(5.4, 10.9, 6.9, 12.3, 7.9, 11.3)
    path.lineTo(12.3, 6.7)
    path.cubicTo(14.4, 4.4, 11.2, 1.4, 9.1, 3.5)
    path.lineTo(4.4, 8.4)
    path.cubicTo(1.6, 11.5, 5.9, 15.7, 8.9, 12.7)
    path.lineTo(12.4, 9.2)
    painter.drawPath(path)


def _image(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(2, 3, 12, 10), 1.5, 1.5)
    painter.drawEllipse(QPointF(5.6, 6.4), 1.1, 1.1)
    _polyline(painter, (2.6, 12), (6.2, 8.6), (8.4, 10.6), (10.6, 8), (13.6, 11))


def _check(painter: QPainter, color: QColor) -> None:
    _polyline(painter, (3, 8.5), (6.5, 12), (13, 4.5))


def _double_check(painter: QPainter, color: QColor) -> None:
    _polyline(painter, (1, 8.5), (4.2, 12), (10, 4.5))
    _polyline(painter, (7.4, 11), (8.4, 12), (14.8, 4.5))


def _clock(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QRectF(2.5, 2.5, 11, 11))
    _polyline(painter, (8, 5), (8, 8.3), (10.2, 9.6))


def _warning(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(8, 2.5))
    path.lineTo(14.2, 13)
    path.lineTo(1.8, 13)
    path.closeSubpath()
    painter.drawPath(path)
    _polyline(painter, (8, 6.4), (8, 9.4))
    painter.drawPoint(QPointF(8, 11.2))


def _question(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    path = QPainterPath(QPointF(6.1, 6.4))
    path.cubicTo(6.1, 3.8, 9.9, 3.9, 9.9, 6.3)
    path.cubicTo(9.9, 7.8, 8, 7.7, 8, 9.3)
    painter.drawPath(path)
    painter.drawPoint(QPointF(8, 11.5))


def _arrow_down(painter: QPainter, color: QColor) -> None:
    _polyline(painter, (8, 3), (8, 13))
    _polyline(painter, (3.8, 8.8), (8, 13), (12.2, 8.8))


def _cross(painter: QPainter, color: QColor) -> None:
    _polyline(painter, (4, 4), (12, 12))
    _polyline(painter, (12, 4), (4, 12))


def _phone(painter: QPainter, color: QColor) -> None:
    pen = painter.pen()
    pen.setWidthF(2.6)
    painter.setPen(pen)
    path = QPainterPath(QPointF(4.4, 3.6))
    path.cubicTo(3.2, 8, 8, 12.8, 12.4, 11.6)
    painter.drawPath(path)
    painter.drawPoint(QPointF(5.4, 5))
    painter.drawPoint(QPointF(11, 10.6))


def _bubble(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.5, 3, 11, 8), 3.2, 3.2)
    tail = QPainterPath(QPointF(5, 10))
    tail.lineTo(5, 13.6)
    tail.lineTo(9, 10.6)
    painter.drawPath(path.united(tail))


def _eye(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(1.5, 8))
    path.cubicTo(4.5, 2.8, 11.5, 2.8, 14.5, 8)
    path.cubicTo(11.5, 13.2, 4.5, 13.2, 1.5, 8)
    painter.drawPath(path)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(8, 8), 1.6, 1.6)


def _download(painter: QPainter, color: QColor) -> None:
    _polyline(painter, (8, 2.5), (8, 10))
    _polyline(painter, (4.8, 7), (8, 10.2), (11.2, 7))
    _polyline(painter, (3, 13.4), (13, 13.4))


def _menu(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon([QPointF(3.5, 6), QPointF(12.5, 6), QPointF(8, 11.5)])


def _search(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QPointF(6.8, 6.8), 4.2, 4.2)
    _polyline(painter, (10, 10), (13.6, 13.6))


def _more(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (3.2, 8.0, 12.8):
        painter.drawEllipse(QPointF(x, 8), 1.3, 1.3)


def _arrow_up(painter: QPainter, color: QColor) -> None:
    _polyline(painter, (8, 13), (8, 3))
    _polyline(painter, (3.8, 7.2), (8, 3), (12.2, 7.2))


def _split(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(2, 3, 12, 10), 1.5, 1.5)
    _polyline(painter, (8, 3), (8, 13))


def _window(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(2.5, 5.5, 8, 8), 1.2, 1.2)
    _polyline(painter, (9, 2.5), (13.5, 2.5), (13.5, 7))
    _polyline(painter, (13.2, 2.8), (8, 8))


def _computer(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(2, 2.5, 12, 8.5), 1.2, 1.2)
    _polyline(painter, (8, 11), (8, 13.5))
    _polyline(painter, (5, 13.5), (11, 13.5))


_PAINTERS = {
    "lock": _lock,
    "clip": _clip,
    "image": _image,
    "check": _check,
    "double_check": _double_check,
    "clock": _clock,
    "warning": _warning,
    "question": _question,
    "arrow_down": _arrow_down,
    "cross": _cross,
    "phone": _phone,
    "bubble": _bubble,
    "eye": _eye,
    "download": _download,
    "menu": _menu,
    "search": _search,
    "more": _more,
    "arrow_up": _arrow_up,
    "split": _split,
    "window": _window,
    "computer": _computer,
}
