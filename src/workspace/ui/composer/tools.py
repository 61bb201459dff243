"""The tools of the composer: what they are called, how they are drawn, what they do to the text."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPlainTextEdit

from workspace.ui.composer import formatting
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme


class Tool(msgspec.Struct, frozen=True):
    """`action` is its id in the action table; `rich` ones need a channel that takes HTML."""

    action: str
    text: str
    rich: bool = True


def tools() -> tuple[Tool, ...]:
    """All tools, in their order, with texts in the language in force."""
    return (
        Tool("bold", t("Composer", "Bold")),
        Tool("italic", t("Composer", "Italic")),
        Tool("bullets", t("Composer", "List")),
        Tool("numbers", t("Composer", "Numbered list")),
        Tool("quote", t("Composer", "Quote")),
        Tool("code", t("Composer", "Code")),
        Tool("link", t("Composer", "Link")),
        Tool("emoji", t("Composer", "Emoji"), rich=False),
        Tool("preview", t("Composer", "Preview: as it will be seen"), rich=False),
        Tool("draft_history", t("Composer", "Earlier versions of this draft"), rich=False),
    )


_FORMATS: dict[str, Callable[[QPlainTextEdit], None]] = {
    "bold": lambda edit: formatting.toggle_marks(edit, "**"),
    "italic": lambda edit: formatting.toggle_marks(edit, "*"),
    "bullets": lambda edit: formatting.toggle_lines(edit, "bullets"),
    "numbers": lambda edit: formatting.toggle_lines(edit, "numbers"),
    "quote": lambda edit: formatting.toggle_lines(edit, "quote"),
    "code": formatting.make_code,
    "link": formatting.make_link,
}


def apply_format(edit: QPlainTextEdit, action: str) -> bool:
    """Do to the text what this tool does; False where it is not one that changes text."""
    found = _FORMATS.get(action)
    if found is not None:
        found(edit)
    return found is not None


def tool_icon(theme: Theme, action: str) -> QIcon:
    """A picture as lines and letters, in the colours in force."""
    icon = QIcon(_pixmap(theme, action, "text_quiet"))
    icon.addPixmap(_pixmap(theme, action, "text_faint"), QIcon.Mode.Disabled)
    icon.addPixmap(_pixmap(theme, action, "accent"), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _pixmap(theme: Theme, action: str, color_name: str) -> QPixmap:
    side, ratio = theme.px(16), 2
    pixmap = QPixmap(side * ratio, side * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 16, side / 16)
    color = theme.color(color_name)
    if color_name == "text_faint":
        color.setAlphaF(0.55)  # out of order, and its tooltip says why
    pen = QPen(color, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _PAINTERS[action](painter, color)
    painter.end()
    return pixmap


def _letter(painter: QPainter, letter: str, *, bold: bool = False, italic: bool = False) -> None:
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setBold(bold)
    font.setItalic(italic)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, letter)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _bullets(painter: QPainter, color: QColor) -> None:
    for y in (4.0, 8.0, 12.0):
        _line(painter, (6.5, y), (13.5, y))
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    for y in (4.0, 8.0, 12.0):
        painter.drawEllipse(QPointF(3, y), 1.1, 1.1)


def _numbers(painter: QPainter, color: QColor) -> None:
    for y in (4.0, 8.0, 12.0):
        _line(painter, (6.5, y), (13.5, y))
    _line(painter, (2.4, 3.4), (3.4, 2.4), (3.4, 6.2))
    _line(painter, (2.2, 9.8), (4, 9.6), (2.2, 13), (4.2, 13))


def _quote(painter: QPainter, color: QColor) -> None:
    _line(painter, (2.8, 3.2), (2.8, 12.8))
    for y, end in ((4.2, 13.0), (8.0, 13.0), (11.8, 10.0)):
        _line(painter, (6, y), (end, y))


def _code(painter: QPainter, color: QColor) -> None:
    _line(painter, (5, 4), (1.6, 8), (5, 12))
    _line(painter, (11, 4), (14.4, 8), (11, 12))
    _line(painter, (9.2, 3), (6.8, 13))


def _link(painter: QPainter, color: QColor) -> None:
    painter.translate(8, 8)
    painter.rotate(-45)
    painter.drawRoundedRect(QRectF(-7.2, -2.4, 7.4, 4.8), 2.4, 2.4)
    painter.drawRoundedRect(QRectF(-0.2, -2.4, 7.4, 4.8), 2.4, 2.4)


def _emoji(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.drawArc(QRectF(4.8, 5, 6.4, 6.2), 200 * 16, 140 * 16)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(5.9, 6.3), 0.95, 0.95)
    painter.drawEllipse(QPointF(10.1, 6.3), 0.95, 0.95)


def _preview(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QRectF(1.4, 4, 13.2, 8))
    painter.setBrush(color)
    painter.drawEllipse(QPointF(8, 8), 1.5, 1.5)


def _history(painter: QPainter, color: QColor) -> None:
    painter.drawArc(QRectF(2.4, 2.4, 11.2, 11.2), -130 * 16, 290 * 16)
    _line(painter, (2.2, 8.6), (3.9, 11.6), (6.4, 9.4))
    _line(painter, (8, 5), (8, 8.3), (10.3, 9.6))


def _more(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (3.5, 8.0, 12.5):
        painter.drawEllipse(QPointF(x, 8), 1.3, 1.3)


_PAINTERS: dict[str, Callable[[QPainter, QColor], None]] = {
    "bold": lambda painter, _: _letter(painter, "B", bold=True),
    "italic": lambda painter, _: _letter(painter, "I", italic=True),
    "bullets": _bullets,
    "numbers": _numbers,
    "quote": _quote,
    "code": _code,
    "link": _link,
    "emoji": _emoji,
    "preview": _preview,
    "draft_history": _history,
    "more": _more,
}
