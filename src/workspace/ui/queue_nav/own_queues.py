"""Queues of one's own: made, edited, ordered, and deleted with a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from workspace.store.queries.rows import QueueRow, SavedQueueRow
from workspace.ui.i18n import t
from workspace.ui.keymap import word_of
from workspace.ui.queue_nav.model import QueueModel, queue_title
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.popup_menu import PopupMenu, unable

if TYPE_CHECKING:
    from workspace.ui.queue_nav.queue_dialog import QueueDialog


def id_of(key: str) -> str:
    """The id of a queue of one's own, "" of another queue."""
    kind, _, queue_id = key.partition(":")
    return queue_id if kind == "saved" else ""


class OwnQueues(QObject):
    """What can be done to them. `choose(key)` shows a queue, as soon as it is there.

    Signals:
        order_changed: a queue's key and the order it was given in its dialog.
    """

    order_changed = Signal(str, str)

    def __init__(
        self, ctx: WindowContext, model: QueueModel, choose: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._model = model
        self._choose = choose
        self._pane = parent

    # --- dialogs ---------------------------------------------------------------------------

    def open_new(self) -> QueueDialog:
        """Ask for a new queue."""
        dialog = self._dialog()
        dialog.kept.connect(self._add)
        return dialog

    def open_edit(self, queue: QueueRow) -> QueueDialog | None:
        """Ask for another name, other conditions or another order."""
        if not id_of(queue.key):
            return None
        dialog = self._dialog(name=queue.title, conditions=queue.detail, sort=queue.sort)
        dialog.kept.connect(lambda *fields: self._change(queue, *fields))
        return dialog

    def _dialog(self, **fields: str) -> QueueDialog:
        from workspace.ui.queue_nav.queue_dialog import QueueDialog

        dialog = QueueDialog(self._ctx, self._pane.window(), **fields)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    # --- doing -----------------------------------------------------------------------------

    def act(self, action: str, queue: QueueRow) -> None:
        """One of `queue_view.KEYS`."""
        if action == "edit_queue":
            self.open_edit(queue)
        elif action == "remove_queue":
            self.remove(queue)
        else:
            self.move(queue, -1 if action == "queue_up" else 1)

    def open_menu(self, queue: QueueRow | None, place: QPoint) -> None:
        """The menu of a queue; of one that isn't one's own, only what makes a new one."""
        named = queue_title(queue) if queue is not None else t("Queues", "Queues")
        menu = PopupMenu(named, self._pane)
        menu.setObjectName("queue_menu")
        menu.addAction(t("Queues", "New queue…")).triggered.connect(lambda _=False: self.open_new())
        if queue is not None and id_of(queue.key):
            menu.addSeparator()
            own = self._model.own_keys()
            at = own.index(queue.key)
            first = t("Queues", "it is the first one") if at == 0 else ""
            last = t("Queues", "it is the last one") if at + 1 == len(own) else ""
            for action, word, why in (
                ("edit_queue", t("Queues", "Edit…"), ""),
                ("queue_up", t("Queues", "Move up"), first),
                ("queue_down", t("Queues", "Move down"), last),
                ("remove_queue", t("Queues", "Delete"), ""),
            ):
                key = word_of(action, self._ctx.settings.value)
                entry = menu.addAction(f"{word}\t{key}" if key else word)
                if why:
                    unable(entry, why)
                entry.triggered.connect(lambda _=False, action=action: self.act(action, queue))
        menu.popup(place)

    def _add(self, name: str, conditions: str, sort: str) -> None:
        def added(row: SavedQueueRow) -> None:
            self._remember_order(f"saved:{row.id}", sort)
            self._choose(f"saved:{row.id}")
            self._tell()

        self._ctx.writes.submit(
            lambda door: door.add_queue(name, conditions, sort), done=added, owner=self
        )

    def _change(self, queue: QueueRow, name: str, conditions: str, sort: str) -> None:
        if sort != queue.sort:
            self._remember_order(queue.key, sort)
            self.order_changed.emit(queue.key, sort)
        self._ctx.writes.submit(
            lambda door: door.change_queue(
                id_of(queue.key), name=name, conditions=conditions, sort=sort
            ),
            done=lambda _: self._tell(),
            owner=self,
        )

    def remove(self, queue: QueueRow) -> None:
        """Delete a queue of one's own; the notice brings it back. Tickets stay as they are."""
        queue_id = id_of(queue.key)
        if not queue_id:
            return
        self._choose(self._model.neighbour(queue.key))

        def removed(row: SavedQueueRow | None) -> None:
            self._tell()
            if row is not None:
                self._ctx.notices.show(
                    t("Queues", "Queue deleted: {name}", name=queue_title(queue)),
                    action=t("TicketActions", "Undo"),
                    undoes=True,
                    on_action=lambda: self._put_back(row),
                    seconds=10.0,
                    key=f"queue-{queue_id}",
                )

        self._ctx.writes.submit(lambda door: door.remove_queue(queue_id), done=removed, owner=self)

    def _put_back(self, row: SavedQueueRow) -> None:
        def back(_: None) -> None:
            self._choose(f"saved:{row.id}")
            self._tell()

        self._ctx.writes.submit(lambda door: door.put_back_queue(row), done=back, owner=self)

    def move(self, queue: QueueRow, step: int) -> None:
        """Let a queue of one's own stand one place higher or lower."""
        keys = self._model.own_keys()
        if queue.key not in keys:
            return
        at = keys.index(queue.key)
        to = min(max(0, at + step), len(keys) - 1)
        if to == at:
            return
        keys.insert(to, keys.pop(at))
        ids = [id_of(key) for key in keys]
        self._ctx.writes.submit(
            lambda door: door.order_queues(ids), done=lambda _: self._tell(), owner=self
        )

    def _remember_order(self, key: str, sort: str) -> None:
        self._ctx.settings.change(orders=self._ctx.settings.value.orders | {key: sort})

    def _tell(self) -> None:
        """The queues are read again, and the list with them."""
        self._ctx.bus.lists_changed.emit()
