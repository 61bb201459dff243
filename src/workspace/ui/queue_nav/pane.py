"""The queues pane: sections that fold, live counts, one queue chosen."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.queries.rows import QueueRow
from workspace.ui.i18n import t
from workspace.ui.queue_nav.model import NavRow, QueueModel, Role, queue_title
from workspace.ui.runtime.context import WindowContext
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.channel_badge import BADGE_PX, paint_channel_badge
from workspace.ui.widgets.chips import chip_height, chip_width, paint_chip

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def read_queues(reader: Reader) -> list[QueueRow]:
    """All queues with their counts."""
    from workspace.store.queries.queues import list_queues

    return list_queues(reader)


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
        return QSize(1, line + (self._theme.px(8) if row.queue is None else 0))

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
        if row.queue is None:
            self._heading(painter, inner, row)
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
            count = f"{queue.count:,}" if queue.count else "0"
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


class _QueueView(QListView):
    """Signals: `pressed_row` for a heading that is pressed by mouse, Enter or Space."""

    pressed_row = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.pressed_row.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.pressed_row.emit(index.row())

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window, not a search in the list."""


class QueuesPane(QFrame):
    """Signals: `queue_chosen(key, title)`; `queue_entered` when the keyboard wants the list."""

    queue_chosen = Signal(str, str)
    queue_entered = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._current = ctx.settings.value.queue
        self.settled = bool(self._current)  # the person's choice, or ours where tickets were
        self.setProperty("pane", "quiet")
        self.setAccessibleName(t("Queues", "Queues"))
        self.model = QueueModel()
        self.view = _QueueView()
        self.view.setAccessibleName(t("Queues", "Queues"))
        self.view.setModel(self.model)
        self.delegate = QueueDelegate(ctx.theme)
        self.view.setItemDelegate(self.delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ctx.theme.px(8), 0, 0)
        column.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.pressed_row.connect(self._on_pressed)
        ctx.bus.lists_changed.connect(self.refresh)
        ctx.bus.accounts_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        ctx.theme.changed.connect(self.view.scheduleDelayedItemsLayout)

    def refresh(self) -> None:
        """Read queues and counts again."""
        self._ctx.reads.ask(read_queues, then=self.take, owner=self, topic="queues")

    def take(self, queues: list[QueueRow]) -> None:
        """Show these; the chosen queue stays chosen, else the first one becomes it."""
        with QSignalBlocker(self.view.selectionModel()):
            self.model.take(queues, set(self._ctx.settings.value.collapsed))
        if self.model.queue(self._current) is None:
            self.settled = False
        if not self.settled:
            # An agent with nothing assigned starts where there is work, once there is any.
            mine, all_open = self.model.queue("mine"), self.model.queue("open")
            self._current = "mine" if mine and mine.count else "open"
            self.settled = bool(all_open and all_open.count)
            if self.model.queue(self._current) is None:
                self._current = self.model.first_key()
        self._mark()
        self._tell()

    def choose(self, key: str) -> None:
        """Choose a queue by its key."""
        if self.model.queue(key) is not None:
            self._current = key
            self.settled = True
            self._mark()
            self._ctx.settings.change(queue=key)
            self._tell()

    @property
    def current(self) -> str:
        """Key of the chosen queue."""
        return self._current

    # --- tickets dragged over it -----------------------------------------------------------

    def queue_at(self, place: QPoint) -> QueueRow | None:
        """The queue at this place of the screen."""
        viewport = self.view.viewport()
        inside = viewport.mapFromGlobal(place)
        if not self.view.isVisible() or not viewport.rect().contains(inside):
            return None
        index = self.view.indexAt(inside)
        return self.model.row(index.row()).queue if index.isValid() else None

    def title_of(self, queue: QueueRow) -> str:
        """What a queue is called."""
        return queue_title(queue)

    def show_drop(self, key: str, possible: bool) -> None:
        """Tickets hang over this queue; "" over none."""
        if self.delegate.drop != (key, possible):
            self.delegate.drop = (key, possible)
            self.view.viewport().update()

    def _tell(self) -> None:
        row = self.model.queue(self._current)
        if row is not None:
            self.queue_chosen.emit(row.key, queue_title(row))

    def _mark(self) -> None:
        position = self.model.position_of(self._current)
        with QSignalBlocker(self.view.selectionModel()):
            if position >= 0:
                self.view.setCurrentIndex(self.model.index(position))
            else:
                self.view.clearSelection()
        self.view.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            row = self.model.row(current.row())
            if row.queue is not None and row.queue.key != self._current:
                self.choose(row.queue.key)

    def _on_pressed(self, position: int) -> None:
        row = self.model.row(position)
        if row.queue is not None:
            self.queue_entered.emit()
            return
        folded = set(self._ctx.settings.value.collapsed) ^ {row.section}
        self._ctx.settings.change(collapsed=tuple(sorted(folded)))
        self.refresh()
