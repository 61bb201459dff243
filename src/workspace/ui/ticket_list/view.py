"""The list as a widget: one column, fixed row height, chosen ticket kept by its id."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from workspace.ui.ticket_list.delegate import TicketDelegate
from workspace.ui.ticket_list.model import TicketListModel


class TicketListView(QTableView):
    """QTableView, because it alone lays out a million rows in no time (fixed section size).

    Signals:
        chosen: id of the ticket that became current by mouse or keyboard.
        opened: id of the ticket that was opened by Enter or double click.
        moved: the pointer moved over the rows.
        left: the pointer left, so rows may move again.
    """

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal()
    left = Signal()

    def __init__(
        self, model: TicketListModel, delegate: TicketDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list = model
        self._delegate = delegate
        self._current_id = 0
        self._unknown_row = -1  # became current before its page was here
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        horizontal, vertical = self.horizontalHeader(), self.verticalHeader()
        horizontal.hide()
        vertical.hide()
        horizontal.setStretchLastSection(True)
        horizontal.setMinimumSectionSize(0)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(1)
        self.measure()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda index: self._open(index))

    def measure(self) -> None:
        """Take the row height anew, after the theme changed."""
        self._delegate.measure()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.verticalScrollBar().setSingleStep(self._delegate.row_height // 2)

    @property
    def current_id(self) -> int:
        """The chosen ticket, also while it stands outside the queue; 0 if none."""
        return self._current_id

    def choose(self, ticket_id: int, *, announce: bool = True) -> None:
        """Make this ticket current; the row is marked if it stands in the queue."""
        changed = ticket_id != self._current_id
        self._current_id = ticket_id
        self.mark_current()
        position = self._list.position_of(ticket_id)
        if position >= 0:
            self.scrollTo(self._list.index(position))
        if changed and announce and ticket_id:
            self.chosen.emit(ticket_id)

    def mark_current(self) -> None:
        """Mark the chosen ticket's row, wherever it stands now."""
        if self._unknown_row >= 0:
            known = self._list.ids_between(self._unknown_row, self._unknown_row + 1)
            if known == [0]:
                return
            self._unknown_row = -1
            if known:
                self._current_id = known[0]
                self.chosen.emit(known[0])
        position = self._list.position_of(self._current_id)
        selection = self.selectionModel()
        marked = {index.row() for index in selection.selectedRows()}
        if marked == {position} and self.currentIndex().row() == position:
            return
        before = self.currentIndex().row()
        with QSignalBlocker(selection):
            if position < 0:
                selection.clear()
            else:
                selection.setCurrentIndex(
                    self._list.index(position),
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows,
                )
        for row in marked | {before, position}:  # only these look different now
            if row >= 0:
                self.update(self._list.index(row))

    def step(self, by: int) -> None:
        """Go down or up by so many rows."""
        rows = self._list.rowCount()
        if not rows:
            return
        position = self._list.position_of(self._current_id)
        target = (
            min(max(position + by, 0), rows - 1) if position >= 0 else (0 if by > 0 else rows - 1)
        )
        self.setCurrentIndex(self._list.index(target))

    def visible_span(self) -> tuple[int, int]:
        """First and one past the last row that show at least in part."""
        height = self._delegate.row_height
        top = self.verticalScrollBar().value()
        rows = self._list.rowCount()
        last = (top + self.viewport().height()) // height + 1
        return min(top // height, rows), min(last, rows)

    def anchor(self) -> tuple[int, int]:
        """A ticket id and where its row stands in px, to find the reader's place again."""
        first, last = self.visible_span()
        top = self.verticalScrollBar().value()
        if top == 0:
            return 0, 0
        ids = self._list.ids_between(first, last)
        anchor_id = self._current_id if self._current_id in ids else next(filter(None, ids), 0)
        position = self._list.position_of(anchor_id)
        return anchor_id, position * self._delegate.row_height - top

    def restore(self, anchor: tuple[int, int]) -> None:
        """Scroll so that the anchored row stands where it stood."""
        position = self._list.position_of(anchor[0])
        if position >= 0:
            bar = self.verticalScrollBar()
            self.updateGeometries()
            bar.setValue(position * self._delegate.row_height - anchor[1])

    # --- Qt ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window, not a search in the list."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.moved.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        ids = self._list.ids_between(current.row(), current.row() + 1)
        ticket_id = ids[0] if ids else 0
        self._unknown_row = -1 if ticket_id else current.row()
        if ticket_id and ticket_id != self._current_id:
            self._current_id = ticket_id
            self.chosen.emit(ticket_id)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            ids = self._list.ids_between(index.row(), index.row() + 1)
            if ids and ids[0]:
                self.opened.emit(ids[0])
