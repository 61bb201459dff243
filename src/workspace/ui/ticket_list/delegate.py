"""Paints one ticket row: four lines of fixed height, plain text only."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workspace.clock import Clock
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme
from workspace.ui.ticket_list.model import Role
from workspace.ui.ticket_list.spoken import chips, last_words, subject, who
from workspace.ui.widgets.channel_badge import BADGE_PX, paint_channel_badge
from workspace.ui.widgets.chips import Tone, chip_height, paint_chip
from workspace.ui.widgets.painted import paint_glyph
from workspace.ui.words import age

GAP = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TicketDelegate(QStyledItemDelegate):
    """Counts what it paints in `painted`, for tests that rows painted don't grow with the cache.

    `open_id` is the ticket that the conversation shows: its row has the bar.
    """

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self.painted = 0
        self.open_id = 0
        self.measure()

    def measure(self) -> None:
        """Take fonts and lengths anew, after the theme changed."""
        theme = self._theme
        self._base, self._strong = theme.font(), theme.font("base", strong=True)
        self._small = theme.font("small")
        self._line = max(QFontMetrics(self._base).height(), theme.px(18))
        self._chip = round(chip_height(theme))
        self.row_height = 2 * theme.size("row_pad_px") + 3 * self._line + self._chip + theme.px(4)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme_width(self._theme), self.row_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.painted += 1
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setClipRect(rect)  # nothing may be left behind in a neighbour's row
        self._ground(painter, rect, chosen, hovered)
        if index.data(Role.TICKET_ID) == self.open_id and self.open_id:
            painter.fillRect(
                rect.x(), rect.y(), self._theme.px(3), rect.height(), self._theme.color("accent")
            )
        row = index.data(Role.ROW)
        marked = bool(index.data(Role.MARKED))
        if row is None:
            self._placeholder(painter, rect)
        else:
            self._row(painter, rect, row, chosen, bool(index.data(Role.LEFT)))
        if marked:
            self._mark(painter, rect)
        if focused:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, chosen: bool, hovered: bool) -> None:
        theme = self._theme
        if chosen:
            painter.fillRect(rect, theme.color("accent_soft"))
        elif hovered:
            painter.fillRect(rect, theme.color("panel_quiet"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))

    def _mark(self, painter: QPainter, rect: QRect) -> None:
        """A tick in place of the channel's badge."""
        theme = self._theme
        side = theme.px(BADGE_PX)
        top = rect.y() + theme.size("row_pad_px") + (self._line - side) / 2
        box = QRectF(rect.x() + theme.px(14), top, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(box, 4, 4)
        paint_glyph(painter, box.adjusted(1, 1, -1, -1), "check", theme.color("on_accent"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _row(
        self, painter: QPainter, rect: QRect, row: TicketRow, chosen: bool, left_queue: bool
    ) -> None:
        theme, now = self._theme, self._clock.now_ms()
        pad = theme.px(14)
        left, right = rect.x() + pad, rect.right() - pad
        top = rect.y() + theme.size("row_pad_px")
        strong = self._strong if row.needs_reply and not left_queue else self._base
        ink = "text_faint" if left_queue else "text"
        line = self._line

        badge = theme.px(BADGE_PX)
        paint_channel_badge(
            painter, QRectF(left, top + (line - badge) / 2, badge, badge), row.channel, theme
        )
        right_edge = right
        if row.needs_reply and not left_queue:
            dot = theme.px(7)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QRectF(right - dot + 1, top + (line - dot) / 2, dot, dot))
            right_edge -= dot + GAP
        when = age(row.backend_now(now), row.updated_at)
        painter.setFont(self._small)
        painter.setPen(theme.color("text_faint"))
        width = QFontMetrics(self._small).horizontalAdvance(when)
        painter.drawText(QRect(right_edge - width, top, width + 1, line), _RIGHT, when)

        name = QRect(left + badge + GAP, top, 0, line)
        name.setRight(right_edge - width - GAP)
        self._text(painter, name, who(row), strong, ink)
        second = QRect(left, top + line, right - left, line)
        self._text(painter, second, subject(row), strong, ink)
        words = last_words(row)
        draft = "text" if chosen else "warn"  # on the chosen ground warn is below 4.5:1
        tone = draft if row.draft else "text_faint" if left_queue else "text_quiet"
        self._text(painter, second.translated(0, line), words, self._base, tone)

        x, y = float(left), float(top + 3 * line + theme.px(4))
        gone: list[tuple[str, Tone]] = (
            [(t("TicketList", "Left this queue"), "quiet")] if left_queue else []
        )
        for text, chip_tone in [*gone, *chips(row, now)]:
            if right - x < theme.px(36):
                break
            drawn = paint_chip(
                painter, x, y, text, chip_tone, theme, max_width=right - x, chosen=chosen
            )
            x = drawn.right() + GAP

    def _text(self, painter: QPainter, rect: QRect, text: str, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        metrics = painter.fontMetrics()
        # A cut before measuring: a subject may have 100,000 characters.
        shown = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, rect.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(rect, _LEFT | Qt.AlignmentFlag.AlignAbsolute, shown)

    def _placeholder(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        pad = theme.px(14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("inbound"))
        for number, share in enumerate((0.45, 0.7, 0.6)):
            top = rect.y() + theme.size("row_pad_px") + number * self._line + self._line // 4
            width = round((rect.width() - 2 * pad) * share)
            painter.drawRoundedRect(rect.x() + pad, top, width, self._line // 2, 4, 4)


def theme_width(theme: Theme) -> int:
    """The list's width in the design."""
    return theme.size("list_px")
