"""The list as a widget: one column, fixed row height, chosen tickets kept by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from workspace.ui.keymap import presses
from workspace.ui.runtime.own_settings import OwnSettings
from workspace.ui.ticket_list.delegate import TicketDelegate
from workspace.ui.ticket_list.model import TicketListModel
from workspace.ui.ticket_list.rows import few_rows, gap_left, led_to, ranges, set_up, stepped

_Key = Qt.Key
_Flag = QItemSelectionModel.SelectionFlag
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton
FOLLOWERS = 20


class TicketListView(QTableView):
    """QTableView, because it alone lays out a million rows in no time (fixed section size).

    One ticket is open (`current_id`); any number may be marked besides. Ctrl or Shift with click or
    arrows marks and opens nothing; a plain click opens and takes all marks off; plain arrows open.

    Signals:
        chosen: id of the ticket that became current by mouse or keyboard.
        opened: id of the ticket that was opened by Enter or double click.
        tab_asked: id of the ticket that is wanted in a tab, by Ctrl+Enter or the middle button.
        moved, left: the pointer moved over the rows; it left, so rows may move again.
        unfocused: the keyboard went elsewhere.
        typed: the keyboard went through the rows, so the pointer does not point at one.
        range_asked: first and last row to be marked, where ids between are not known yet.
        all_asked: the same of the whole queue.
        menu_asked: a place on the screen; the menu is for what is marked, or at the cursor.
        drag_begun: then `dragged` with places, perhaps `dropped`, always `drag_ended`.
    """

    chosen = Signal(int)
    opened = Signal(int)
    tab_asked = Signal(int)
    moved = Signal()
    left = Signal()
    unfocused = Signal()
    typed = Signal()
    range_asked = Signal(int, int)
    all_asked = Signal()
    menu_asked = Signal(QPoint)
    drag_begun = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_ended = Signal()

    def __init__(
        self,
        model: TicketListModel,
        delegate: TicketDelegate,
        settings: OwnSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._list = model
        self._delegate = delegate
        self._current_id = 0
        self._unknown_row = -1  # became current before its page was here
        self._gap = -1  # where the open ticket would stand, had it not left the queue
        self._steering = False  # this class moves Qt's own cursor itself
        self._pressed_at: QPoint | None = None
        self._press_on_mark = 0  # a marked ticket under the pressed button
        self.is_dragging = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        set_up(self)
        self.measure()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.marks.changed.connect(self._on_marks_changed)

    def measure(self) -> None:
        """Take the row height anew, after the theme changed."""
        self._delegate.measure()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.verticalScrollBar().setSingleStep(self._delegate.row_height // 2)

    # --- which tickets -------------------------------------------------------------------

    @property
    def current_id(self) -> int:
        """The chosen ticket, also while it stands outside the queue; 0 if none."""
        return self._current_id

    @property
    def cursor_id(self) -> int:
        """The ticket at the keyboard's cursor, which is not always the open one; 0 if none."""
        return self._id_at(self.currentIndex().row())

    def choose(self, ticket_id: int, *, announce: bool = True) -> None:
        """Make this ticket current; the row is marked if it stands in the queue."""
        changed = ticket_id != self._current_id
        self._set_current(ticket_id)
        self.mark_current()
        position = self._list.position_of(ticket_id)
        if position >= 0:
            self.scrollTo(self._list.index(position))
        if changed and announce and ticket_id:
            self.chosen.emit(ticket_id)

    def _set_current(self, ticket_id: int) -> None:
        self._current_id = self._delegate.open_id = ticket_id
        self._gap = -1

    def mark_current(self) -> None:
        """Put cursor and selection where the chosen ticket and the marked ones stand now."""
        if self._unknown_row >= 0:
            known = self._list.ids_between(self._unknown_row, self._unknown_row + 1)
            if known == [0]:
                return
            self._unknown_row = -1
            if known:
                self._set_current(known[0])
                self.chosen.emit(known[0])
        position = self._list.position_of(self._current_id)
        marks = self._list.marks
        wanted = self._list.positions_of(marks) if marks else [position] if position >= 0 else []
        selection = self.selectionModel()
        before = self.currentIndex().row()
        now = None if marks else few_rows(selection.selection())
        if now == wanted and before == position:
            return
        with QSignalBlocker(selection):
            if position >= 0 and (not marks or before < 0):
                index = self._list.index(position)
                selection.setCurrentIndex(index, _Flag.NoUpdate)
            elif position < 0 and not marks:
                selection.clearSelection()  # the cursor stays near where the ticket stood
            selection.select(ranges(self._list, wanted), _Flag.ClearAndSelect | _Flag.Rows)
        if marks or now is None:
            self.viewport().update()
            return
        for row in {*now, before, position} - {-1}:  # only these look different now
            self.update(self._list.index(row))

    def step(self, by: int) -> None:
        """Go down or up by so many rows, and open the ticket there."""
        position, gap = self._list.position_of(self._current_id), self._gap
        target = stepped(by, position, gap if self._current_id else -1, self._list.rowCount())
        if target >= 0:
            self._go(target)
            self.typed.emit()

    def toggle_mark(self) -> None:
        """Mark the ticket at the cursor, or take its mark off."""
        if ticket_id := self.cursor_id or self._current_id:
            self._list.marks.toggle(ticket_id)

    def mark_to(self, row: int) -> None:
        """Mark from the anchor to this row and no others; the cursor goes there."""
        marks = self._list.marks
        if not marks.anchor:
            marks.anchor = self._current_id or self.cursor_id or self._id_at(row)
        start = self._list.position_of(marks.anchor)
        first, last = sorted((start if start >= 0 else row, row))
        self._set_cursor(row)
        ids = self._list.ids_between(first, last + 1)
        if 0 in ids:
            self.range_asked.emit(first, last)
        marks.put(ids)

    def _on_marks_changed(self) -> None:
        self.mark_current()
        self.viewport().update()

    # --- where things stand --------------------------------------------------------------

    def visible_span(self) -> tuple[int, int]:
        """First and one past the last row that show at least in part."""
        height = self._delegate.row_height
        top = self.verticalScrollBar().value()
        rows = self._list.rowCount()
        last = (top + self.viewport().height()) // height + 1
        return min(top // height, rows), min(last, rows)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While rows come and go: the reader's place stays, and what leaves stays open."""
        anchor, row = self.anchor(), self._list.position_of(self._current_id)
        after = self._list.ids_between(row + 1, row + FOLLOWERS)
        self._steering = True  # Qt's cursor goes elsewhere when its row goes; nothing is opened
        try:
            yield
            if row >= 0 and self._list.position_of(self._current_id) < 0:
                self._gap = gap_left(self._list, row, after)
                heir = self._list.index(min(self._gap, self._list.rowCount() - 1))
                self.selectionModel().setCurrentIndex(heir, _Flag.NoUpdate)
        finally:
            self._steering = False
        self.restore(anchor)
        self.mark_current()

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

    def _id_at(self, row: int) -> int:
        ids = self._list.ids_between(row, row + 1) if row >= 0 else []
        return ids[0] if ids else 0

    # --- going ---------------------------------------------------------------------------

    def _set_cursor(self, row: int) -> None:
        """The keyboard's cursor goes to this row; nothing is opened."""
        index = self._list.index(row)
        self._steering = True
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._steering = False
        self.scrollTo(index)

    def _go(self, row: int) -> None:
        """The cursor goes to this row, and its ticket is opened."""
        self._set_cursor(row)
        self._take_current(row)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Somebody else moved the cursor: a screen reader, say."""
        if current.isValid() and not self._steering:
            self._take_current(current.row())

    def _take_current(self, row: int) -> None:
        ticket_id = self._id_at(row)
        self._unknown_row = -1 if ticket_id else row
        if not ticket_id:
            return
        self._list.marks.anchor = ticket_id
        changed, before = ticket_id != self._current_id, self._list.position_of(self._current_id)
        self._set_current(ticket_id)
        if self._list.marks:
            for other in (before, row):
                self.update(self._list.index(other))
        else:
            self.mark_current()
        if changed:
            self.chosen.emit(ticket_id)

    def _open(self, row: int) -> None:
        if ticket_id := self._id_at(row):
            self.opened.emit(ticket_id)

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key, marks = self.currentIndex().row(), event.key(), self._list.marks
        page = max(1, self.viewport().height() // self._delegate.row_height - 1)
        target = led_to(key, row, self._list.rowCount(), page)
        if key in (_Key.Key_Return, _Key.Key_Enter):
            if event.modifiers() & _CTRL and (ticket_id := self._id_at(row)):
                self.tab_asked.emit(ticket_id)
            else:
                self._open(row)
        elif key == _Key.Key_Space:
            self.toggle_mark()
        elif presses(event, "mark_all", self._settings.value):
            self.all_asked.emit()
        elif presses(event, "ticket_menu", self._settings.value):
            self._ask_menu(row)
        elif key == _Key.Key_Escape and self.is_dragging:
            self._end_drag()
        elif key == _Key.Key_Escape and marks:
            marks.clear()
        elif target is None:
            super().keyPressEvent(event)
        else:
            shift, ctrl = event.modifiers() & _SHIFT, event.modifiers() & _CTRL
            go = self.mark_to if shift else self._set_cursor if ctrl else self._go
            go(target)
            self.typed.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts of the window, not a search in the list."""

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Qt selects nothing by itself: the selection shows what is marked."""
        return _Flag.NoUpdate

    # --- mouse ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.MiddleButton and row >= 0 and self._id_at(row):
            self.tab_asked.emit(self._id_at(row))
        if event.button() != _LEFT or row < 0:
            event.accept()  # the right one brings the menu, and opens nothing
            return
        self._pressed_at, self._press_on_mark = event.position().toPoint(), 0
        marks, ticket_id = self._list.marks, self._id_at(row)
        if event.modifiers() & _SHIFT:
            self.mark_to(row)
        elif event.modifiers() & _CTRL:
            if not marks and self._list.position_of(self._current_id) >= 0:
                marks.put({self._current_id})  # the open one is the first of those chosen
            self._set_cursor(row)
            if ticket_id:
                marks.toggle(ticket_id)
        elif ticket_id and ticket_id in marks:
            self._press_on_mark = ticket_id  # a drag of all of them may begin here
        else:
            marks.clear()
            self._go(row)
        self.moved.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self.is_dragging:
            self.dragged.emit(event.globalPosition().toPoint())
        elif self._pressed_at is None or not event.buttons() & _LEFT:
            super().mouseMoveEvent(event)
            self.moved.emit()
        elif (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self.is_dragging = True
            self.drag_begun.emit()
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() != _LEFT or pressed is None:
            return
        if self.is_dragging:
            self.is_dragging = False
            self.dropped.emit(event.globalPosition().toPoint())
            self.drag_ended.emit()
        elif self._press_on_mark:
            position = self._list.position_of(self._press_on_mark)
            self._list.marks.clear()
            if position >= 0:
                self._go(position)
        self._press_on_mark = 0

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == _LEFT and not event.modifiers() & (_SHIFT | _CTRL):
            self._open(self.rowAt(event.position().toPoint().y()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._ask_menu(self.rowAt(event.pos().y()), event.globalPos())
        else:
            self._ask_menu(self.currentIndex().row())

    def _ask_menu(self, row: int, place: QPoint | None = None) -> None:
        """The menu for the marked tickets; on a row without a mark for that one alone."""
        if row < 0:
            return
        if self._list.marks and self._id_at(row) not in self._list.marks:
            self._list.marks.clear()
        self._set_cursor(row)
        middle = self.visualRect(self._list.index(row)).center()
        self.menu_asked.emit(place or self.viewport().mapToGlobal(middle))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def _end_drag(self) -> None:
        """The drag comes to nothing."""
        self.is_dragging, self._pressed_at = False, None
        self.drag_ended.emit()
