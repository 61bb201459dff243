"""The queues pane: sections that fold, live counts, one queue chosen."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from workspace.store.connect import Reader
from workspace.store.queries.rows import QueueRow
from workspace.ui.i18n import t
from workspace.ui.queue_nav.delegate import QueueDelegate
from workspace.ui.queue_nav.model import QueueModel, queue_title
from workspace.ui.queue_nav.next_moment import NextMoment
from workspace.ui.queue_nav.own_queues import OwnQueues
from workspace.ui.queue_nav.queue_view import QueueView
from workspace.ui.queue_nav.wake_notice import WakeNotice
from workspace.ui.runtime.context import WindowContext


class QueuesPart(msgspec.Struct, frozen=True):
    """All queues with their counts, and when the clock alone changes one (ms UTC, 0 never)."""

    queues: list[QueueRow]
    next_moment: int


def read_queues(reader: Reader, count_saved: bool = True) -> QueuesPart:
    """What the pane shows; the first count of queues of one's own may be left for later."""
    from workspace.store.queries.queues import list_queues, next_moment

    return QueuesPart(list_queues(reader, count_saved=count_saved), next_moment(reader))


class QueuesPane(QFrame):
    """Signals:
    queue_chosen: key and title.
    queue_entered: the keyboard wants the list.
    order_changed: the chosen queue was given another order in its dialog.
    """

    queue_chosen = Signal(str, str)
    queue_entered = Signal()
    order_changed = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._current = ctx.settings.value.queue
        self.settled = bool(self._current)  # the person's choice, or ours where tickets were
        self.setProperty("pane", "quiet")
        self.setAccessibleName(t("Queues", "Queues"))
        self.model = QueueModel()
        self.view = QueueView(ctx.settings, self._is_own)
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
        self.own = OwnQueues(ctx, self.model, self.choose, self)
        self.own.order_changed.connect(self._on_order_changed)
        self._wanted = ""  # a queue to choose once it is there
        self._counted = False
        self._moment = NextMoment(ctx.clock, self)
        self._moment.came.connect(lambda _: ctx.bus.lists_changed.emit())
        self.wakes = WakeNotice(ctx, self)
        self._moment.came.connect(self.wakes.look)
        self.view.pressed_row.connect(self._on_pressed)
        self.view.asked.connect(self._on_asked)
        self.view.moved.connect(self._on_moved)
        self.view.menu_asked.connect(
            lambda position, place: self.own.open_menu(self.model.row(position).queue, place)
        )
        ctx.bus.lists_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        ctx.theme.changed.connect(self.view.scheduleDelayedItemsLayout)

    def refresh(self) -> None:
        """Read queues and counts again."""
        self._ctx.reads.ask(
            read_queues, self._counted, then=self._take_part, owner=self, topic="queues"
        )

    def _take_part(self, part: QueuesPart) -> None:
        self._moment.wait_for(part.next_moment)
        self.take(part.queues)
        if not self._counted:
            # The window is at work before the tickets are gone through for queues of one's own.
            self._counted = True
            if any(queue.count < 0 for queue in part.queues):
                self.refresh()

    def take(self, queues: list[QueueRow]) -> None:
        """Show these; the chosen queue stays chosen, else the first one becomes it."""
        with QSignalBlocker(self.view.selectionModel()):
            self.model.take(queues, set(self._ctx.settings.value.collapsed))
        if self._wanted and self.model.queue(self._wanted) is not None:
            self.choose(self._wanted)
            return
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
        """Choose a queue by its key, as soon as it is there."""
        self._wanted = "" if self.model.queue(key) is not None else key
        if not self._wanted:
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
        if row is None:
            return
        orders = self._ctx.settings.value.orders
        if row.section == "saved" and row.key not in orders:
            # What the queue was made with holds until the person sorts it otherwise.
            self._ctx.settings.change(orders=orders | {row.key: row.sort})
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
        if row.makes_new:
            self.own.open_new()
            return
        folded = set(self._ctx.settings.value.collapsed) ^ {row.section}
        self._ctx.settings.change(collapsed=tuple(sorted(folded)))
        self.refresh()

    def _on_asked(self, action: str, position: int) -> None:
        queue = self.model.row(position).queue
        if queue is not None:
            self.own.act(action, queue)

    def _is_own(self, position: int) -> bool:
        queue = self.model.row(position).queue
        return queue is not None and queue.section == "saved"

    def _on_moved(self, taken: int, over: int) -> None:
        """Dragged to the place of another of one's own."""
        queue, other = self.model.row(taken).queue, self.model.row(over).queue
        keys = self.model.own_keys()
        if queue is not None and other is not None and {queue.key, other.key} <= set(keys):
            self.own.move(queue, keys.index(other.key) - keys.index(queue.key))

    def _on_order_changed(self, key: str, order: str) -> None:
        if key == self._current:
            self.order_changed.emit(order)
