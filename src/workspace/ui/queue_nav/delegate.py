"""How a line of the queues is painted: a heading, a queue with its count, or “New queue…”."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workspace.store.queries.rows import QueueRow
from workspace.ui.queue_nav.model import NavRow, Role
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.channel_badge import BADGE_PX, paint_channel_badge
from workspace.ui.widgets.chips import chip_height, chip_width, paint_chip

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class QueueDelegate(QStyledItemDelegate):
    """Paints a heading or a queue; `drop` is the queue that dragged tickets hang over, and
    whether they can be let go there.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.drop = ("", False)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: NavRow = index.data(Role.ROW)
        line = max(QFontMetrics(self._theme.font()).height() + self._theme.px(9), 1)
        return QSize(1, line + (self._theme.px(8) if row.is_heading else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: NavRow = index.data(Role.ROW)
        inner = rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and row.queue is not None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or bool(state & QStyle.StateFlag.State_MouseOver):
            painter.setBrush(theme.color("accent_soft" if chosen else "inbound"))
            painter.drawRoundedRect(inner, theme.px(6), theme.px(6))
        if bool(state & QStyle.StateFlag.State_HasFocus):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(inner).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if row.is_heading:
            self._heading(painter, inner, row)
        elif row.queue is None:
            self._new(painter, inner, row)
        else:
            self._queue(painter, inner, row, row.queue, chosen)
            if row.queue.key == self.drop[0]:
                self._drop_frame(painter, inner)
        painter.restore()

    def _drop_frame(self, painter: QPainter, rect: QRect) -> None:
        possible = self.drop[1]
        line = Qt.PenStyle.SolidLine if possible else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent" if possible else "bad"), 2, line))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)

    def _heading(self, painter: QPainter, rect: QRect, row: NavRow) -> None:
        theme = self._theme
        pad = theme.px(8)
        area = rect.adjusted(pad, theme.px(8), -pad, 0)
        painter.setFont(theme.font("small", strong=True))
        painter.setPen(theme.color("text_faint"))
        painter.drawText(area, _LEFT, row.title.upper())
        x, y, r = area.right() - theme.px(5), area.center().y(), theme.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text_faint"))
        down = [QPoint(x - r, y - r // 2), QPoint(x + r, y - r // 2), QPoint(x, y + r)]
        right = [QPoint(x - r // 2, y - r), QPoint(x - r // 2, y + r), QPoint(x + r, y)]
        painter.drawPolygon(QPolygon(right if row.folded else down))

    def _new(self, painter: QPainter, rect: QRect, row: NavRow) -> None:
        theme = self._theme
        pad, arm = theme.px(8), theme.px(4)
        middle = QPoint(rect.x() + pad + arm, rect.center().y())
        painter.setPen(QPen(theme.color("text_faint"), theme.px(1.5)))
        painter.drawLine(middle - QPoint(arm, 0), middle + QPoint(arm, 0))
        painter.drawLine(middle - QPoint(0, arm), middle + QPoint(0, arm))
        left = middle.x() + arm + pad
        painter.setFont(theme.font())
        text = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideRight, rect.right() - pad - left
        )
        area = QRect(left, rect.y(), rect.right() - pad - left, rect.height())
        painter.drawText(area, _LEFT, text)

    def _queue(
        self, painter: QPainter, rect: QRect, row: NavRow, queue: QueueRow, chosen: bool
    ) -> None:
        theme = self._theme
        pad = theme.px(8)
        left, right = rect.x() + pad, rect.right() - pad
        if queue.section == "channel":
            badge = theme.px(BADGE_PX)
            top = rect.center().y() - badge / 2 + 0.5
            channel = queue.key.partition(":")[2]
            paint_channel_badge(painter, QRectF(left, top, badge, badge), channel, theme)
            left += badge + pad
        if queue.detail and queue.section == "account":
            width = min(chip_width(queue.detail, theme), rect.width() / 2)
            height = chip_height(theme)
            top = rect.y() + (rect.height() - height) / 2
            paint_chip(painter, right - width, top, queue.detail, "quiet", theme, max_width=width)
            right -= round(width) + pad
        else:
            count = f"{queue.count:,}" if queue.count >= 0 else ""
            painter.setFont(theme.font())
            painter.setPen(theme.color("accent" if chosen else "text_faint"))
            width = painter.fontMetrics().horizontalAdvance(count)
            painter.drawText(
                QRect(right - width, rect.y(), width + 1, rect.height()), _RIGHT, count
            )
            right -= width + pad
        font = theme.font("base", strong=chosen)
        painter.setFont(font)
        painter.setPen(theme.color("text" if chosen else "text_quiet"))
        text = QFontMetrics(font).elidedText(
            row.title[:200], Qt.TextElideMode.ElideRight, right - left
        )
        painter.drawText(QRect(left, rect.y(), right - left, rect.height()), _LEFT, text)
