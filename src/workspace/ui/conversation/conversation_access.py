"""The conversation for screen readers: a list with one item per row.

Interfaces are made when asked for and kept by key, since Qt holds no reference to them. But its
table of ids points at each one that a screen reader has met, so none may merely be dropped: Qt
deletes it, and takes it out of the table, else it ends in a crash, at the latest at exit.
"""

from __future__ import annotations

from typing import Any, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from workspace.domain.find import find_count
from workspace.ui.conversation.conversation_rows import BubbleRow
from workspace.ui.conversation.conversation_view import ConversationView
from workspace.ui.conversation.entry_words import describe_row
from workspace.ui.i18n import t


class RowAccessible(QAccessibleInterface):
    """One row. It names its row by key, for indexes move when older entries come."""

    def __init__(self, owner: ConversationAccessible, key: str) -> None:
        super().__init__()
        self.owner = owner
        self.key = key

    def _index(self) -> int:
        return self.owner.index_of(self.key)

    def isValid(self) -> bool:
        return self.owner.is_alive() and self._index() >= 0

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.owner.window()

    def parent(self) -> QAccessibleInterface:
        return self.owner

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        index = self._index()
        if index < 0:
            return ""
        row = self.owner.view.rows[index]
        if kind == QAccessible.Text.Name:
            return describe_row(row, self.owner.now_ms(), self.owner.view.today())
        if kind == QAccessible.Text.Description and isinstance(row, BubbleRow):
            needles = self.owner.view.needles
            found = sum(find_count(row.entry.text, needle) for needle in needles)
            return t("Conversation", "%n matches here", found) if found else ""
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        return

    def rect(self) -> QRect:
        view = self.owner.view
        inside = view.row_rect(self._index())
        return QRect(view.viewport().mapToGlobal(inside.topLeft()), inside.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self.owner.view
        index = self._index()
        state.focusable = True
        state.selectable = True
        state.readOnly = True
        if index == view.current:
            state.selected = True
            state.focused = view.hasFocus()
        if view.row_rect(index).isEmpty():
            state.offscreen = True
        return state


class ConversationAccessible(QAccessibleWidget):
    """The list named “Conversation”."""

    def __init__(self, view: ConversationView) -> None:
        super().__init__(view, QAccessible.Role.List, t("Conversation", "Conversation"))
        self.view = view
        self._items: dict[str, RowAccessible] = {}

    def is_alive(self) -> bool:
        """The widget still exists."""
        return isValid(self.view)

    def now_ms(self) -> int:
        """The time by the view's clock."""
        return self.view.now_ms()

    def index_of(self, key: str) -> int:
        """Where the row with this key stands now, -1 if nowhere."""
        return self.view.index_of(key)

    def childCount(self) -> int:
        return len(self.view.rows) if self.is_alive() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        key = self.view.rows[index].key
        if key not in self._items:
            self._items[key] = RowAccessible(self, key)
        return self._items[key]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        placed = self.view.stack.row_at(point.y())
        return self.child(placed[0]) if placed else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        if self.view.current >= 0 and self.view.hasFocus():
            return self.child(self.view.current)
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.index_of(child.key) if isinstance(child, RowAccessible) else -1

    def forget(self) -> None:
        """Let go of rows that are no longer there."""
        keys = {row.key for row in self.view.rows}
        for key in self._items.keys() - keys:
            item = self._items.pop(key)  # held until Qt has deleted it
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))


_known: WeakKeyDictionary[QWidget, ConversationAccessible] = WeakKeyDictionary()
_is_installed = False


def _factory(_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, ConversationView):
        return None
    found = _known.get(thing)
    if found is None:
        found = _known[thing] = ConversationAccessible(thing)
        thing.rows_replaced.connect(found.forget)
    return found


def install() -> None:
    """Make conversations readable; once per process, before the first one is shown."""
    global _is_installed
    if not _is_installed:
        _is_installed = True
        QAccessible.installFactory(cast(Any, _factory))


def announce(view: ConversationView, text: str) -> None:
    """Have a screen reader say it when it finds time."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(view, text)
        QAccessible.updateAccessibility(event)


def tell_focus(view: ConversationView, index: int) -> None:
    """The keyboard moved to another row."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(index)
        QAccessible.updateAccessibility(event)
