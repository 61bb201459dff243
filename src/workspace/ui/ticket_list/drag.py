"""Dragging tickets onto queues. The same can be done by the menu and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from workspace.store.queries.rows import QueueRow
from workspace.ui.i18n import t
from workspace.ui.ticket_list.list_actions import ListActions
from workspace.ui.ticket_list.model import TicketListModel
from workspace.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from workspace.ui.ticket_list.drop_rules import Drop


class QueueTargets(Protocol):
    """The queues pane, as far as a drag needs it."""

    @property
    def current(self) -> str: ...

    def queue_at(self, place: QPoint) -> QueueRow | None: ...

    def title_of(self, queue: QueueRow) -> str: ...

    def show_drop(self, key: str, possible: bool) -> None: ...


class TicketDrag(QObject):
    """What hangs at the pointer while tickets are dragged, and what the drop does.

    Drawn in the window itself rather than by the system's drag, which would run an event loop
    inside the event loop.
    """

    def __init__(self, owner: ListActions, model: TicketListModel, queues: QueueTargets) -> None:
        super().__init__(owner)
        self._owner = owner
        self._model = model
        self._queues = queues
        self._ids: list[int] = []
        self._accounts: set[int] = set()
        self._ghost: PlainLabel | None = None
        view = owner.view
        view.drag_begun.connect(self._begin)
        view.dragged.connect(self._move)
        view.dropped.connect(self._drop)
        view.drag_ended.connect(self._end)

    def _begin(self) -> None:
        self._ids = self._owner.targets()
        self._accounts = {row.account_id for row in self._model.known(self._ids)}
        self._ghost = PlainLabel("", self._owner.view.window(), chip="accent")
        self._ghost.setObjectName("drag_ghost")
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.show()
        QApplication.setOverrideCursor(QCursor(Qt.CursorShape.ClosedHandCursor))

    def _over(self, place: QPoint) -> tuple[QueueRow, Drop] | None:
        from workspace.ui.ticket_list.drop_rules import drop_on

        queue = self._queues.queue_at(place)
        if queue is None:
            return None
        title = self._queues.title_of(queue)
        return queue, drop_on(queue, title, self._accounts, self._queues.current)

    def _move(self, place: QPoint) -> None:
        if self._ghost is None:
            return
        words = t("Drag", "%n tickets", len(self._ids))
        over = self._over(place)
        look, cursor = "accent", Qt.CursorShape.ClosedHandCursor
        if over is None:
            self._queues.show_drop("", False)
        else:
            queue, drop = over
            self._queues.show_drop(queue.key, drop.possible)
            words = f"{words} · {drop.words}"
            if not drop.possible:
                look, cursor = "bad", Qt.CursorShape.ForbiddenCursor
        self._ghost.set_look("chip", look)
        self._ghost.setText(words)
        self._ghost.adjustSize()
        window = self._owner.view.window()
        beside = window.mapFromGlobal(place) + QPoint(14, 10)
        most = window.rect().bottomRight() - QPoint(self._ghost.width(), self._ghost.height())
        self._ghost.move(min(beside.x(), most.x()), min(beside.y(), most.y()))
        self._ghost.raise_()
        QApplication.changeOverrideCursor(QCursor(cursor))

    def _drop(self, place: QPoint) -> None:
        from workspace.ui.bulk.changes import Refusal
        from workspace.ui.ticket_list.drop_rules import AskTime

        over = self._over(place)
        if over is None:
            return
        does = over[1].does
        if isinstance(does, Refusal):
            self._owner.ctx.notices.show(does.words, "warn", key="drop")
        elif isinstance(does, AskTime):
            self._owner.actions.ask_time(self._ids)
        else:
            self._owner.actions.change(self._ids, does)

    def _end(self) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
            QApplication.restoreOverrideCursor()
        self._queues.show_drop("", False)
