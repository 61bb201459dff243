"""Paints one search result: who and when, subject, and the words found, marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workspace.clock import Clock
from workspace.ui.search.results_model import Found, Role
from workspace.ui.theme.theme import Theme
from workspace.ui.ticket_list.spoken import subject
from workspace.ui.widgets.channel_badge import BADGE_PX, paint_channel_badge
from workspace.ui.widgets.painted import Glyph, paint_glyph
from workspace.ui.words import age

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultsDelegate(QStyledItemDelegate):
    """Two lines of fixed height, plain text only."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock

    def _line(self) -> int:
        return max(QFontMetrics(self._theme.font()).height(), self._theme.px(18))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(1, 2 * self._line() + self._theme.px(14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        row: Found = index.data(Role.HIT)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), theme.px(6), theme.px(6))
        pad, line = theme.px(14), self._line()
        left, right = rect.x() + pad, rect.right() - pad
        top = rect.y() + theme.px(7)
        badge = theme.px(BADGE_PX)
        spot = QRectF(left, top + (line - badge) / 2, badge, badge)
        if row.kind in ("note", "local"):
            glyph: Glyph = "lock" if row.kind == "note" else "computer"
            paint_glyph(painter, spot, glyph, theme.color("note_text"))
        else:
            paint_channel_badge(painter, spot, row.ticket.channel, theme)
        left += badge + theme.px(8)

        when = age(row.ticket.backend_now(self._clock.now_ms()), row.at)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_faint"))
        width = painter.fontMetrics().horizontalAdvance(when)
        painter.drawText(QRect(right - width, top, width + 1, line), _RIGHT, when)
        painter.setFont(theme.font("base", strong=True))
        painter.setPen(theme.color("text"))
        room = right - width - left - theme.px(8)
        title = painter.fontMetrics().elidedText(
            subject(row.ticket)[:300], Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(left, top, room, line), _LEFT, title)
        author = f"{row.author}: " if row.author else ""
        self._snippet(painter, QRectF(left, top + line, right - left, line), author, row)
        painter.restore()

    def _snippet(self, painter: QPainter, rect: QRectF, author: str, row: Found) -> None:
        theme = self._theme
        shown = row.snippet[:400]
        text = author + "".join(" " if sign in "\r\n\t" else sign for sign in shown)
        layout = QTextLayout(text, theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        mark = QTextCharFormat()
        mark.setForeground(theme.color("accent"))
        mark.setFontWeight(theme.font("base", strong=True).weight())
        formats = []
        for start, length in row.marks:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = len(author) + start, length, mark
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(theme.color("text_quiet"))
        if line.naturalTextWidth() > rect.width():
            dots = painter.fontMetrics().horizontalAdvance("…")
            painter.setFont(theme.font())
            painter.setPen(theme.color("text_quiet"))
            painter.drawText(rect, int(_RIGHT), "…")
            rect.setWidth(rect.width() - dots - theme.px(2))
            painter.setClipRect(rect)
        layout.draw(painter, QPointF(rect.x(), rect.y()))
        painter.restore()
