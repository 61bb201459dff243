"""What a keyboard reaches: Tab leads to each control, in the order of reading, and shows where."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from workspace.ui.key_row import KeyCapture
from workspace.ui.search.query_field import QueryField

CONTROLS = (
    *(QAbstractButton, QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit),
    *(QAbstractItemView, QTabBar),
)
OWN_KEYS = {
    "search_order": "Tab in the field",
    "search_results": "the arrows in the field",
    "macro_list": "the arrows in the field",
    "macro_edit": "Ctrl+E in the field",
}
"""Reached by other keys: the palettes keep the focus in their field."""
MOST = 200
INK = 8
"""Pixels that differ at least where the focus is shown."""


class Keyboard:
    """Goes through windows by Tab; a kind of control is looked at once for how focus shows."""

    def __init__(self) -> None:
        self._looked_at: set[tuple[str, ...]] = set()

    def faults(self, top: QWidget) -> list[str]:
        """What is wrong with the keys of this window or dialog."""
        if any(field.hasFocus() for field in top.findChildren(QueryField, "search_query")):
            return []  # there Tab changes the order; see OWN_KEYS
        if top.findChildren(KeyCapture) or is_blocked(top):
            return []  # Tab ends the question for a key
        reached = self._tabbed(top)
        found = [f"Tab does not lead to {name_of(each)}" for each in missed(top, reached)]
        ups = [
            f"Tab goes up from {name_of(here)} to {name_of(then)}"
            for here, then in pairwise([*reached, *reached[:1]])
            if top.isWindow() and top.parentWidget() is not None and goes_up(here, then)
        ]
        found += ups if len(ups) > 1 else []  # from the last one to the first
        for each in reached:
            if isValid(each) and self._unseen(each):
                found.append(f"no focus is seen on {name_of(each)}")
        return sorted(set(found))

    def _tabbed(self, top: QWidget) -> list[QWidget]:
        """What Tab leads to, from where the focus is, once around."""
        top.activateWindow()
        QApplication.processEvents()
        start = QApplication.focusWidget()
        if start is None or start.window() is not top:
            start = first_stop(top)
            start.setFocus(Qt.FocusReason.TabFocusReason)
        reached: list[QWidget] = []
        here: QWidget | None = start
        while here is not None and here not in reached and len(reached) < MOST:
            reached.append(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
        return reached

    def _unseen(self, widget: QWidget) -> bool:
        kind = (
            type(widget).__qualname__,
            *(str(widget.property(each)) for each in ("role", "look", "chip")),
            "" if isinstance(widget, QAbstractButton) else widget.objectName(),
        )
        if kind in self._looked_at or isinstance(widget, KeyCapture):
            return False
        self._looked_at.add(kind)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = picture(widget)
        widget.clearFocus()
        QApplication.processEvents()
        if not widget.isVisible():
            return False  # it goes with its focus
        without = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if with_focus.isNull():  # its place is scrolled out of sight
            self._looked_at.discard(kind)
            return False
        return differing(with_focus, without) < INK


def first_stop(top: QWidget) -> QWidget:
    """Where Tab leads first; the window itself if it stops nowhere."""
    each = top.nextInFocusChain()
    while each is not None and each is not top and not (each.isVisible() and takes_tab(each)):
        each = each.nextInFocusChain()
    return each or top


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_blocked(top: QWidget) -> bool:
    """A dialog over it has the keys."""
    modal = QApplication.activeModalWidget()
    return modal is not None and modal is not top


def missed(top: QWidget, reached: list[QWidget]) -> list[QWidget]:
    """Controls that work and that Tab never led to."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is top
        and widget not in reached
        and not is_part(widget)
        and widget.objectName() not in OWN_KEYS
        and not is_same_choice(widget, reached)
    ]


def is_part(widget: QWidget) -> bool:
    """Of a control of Qt's: the arrow of a field, the buttons of a row of tabs."""
    holder = widget.parentWidget()
    return isinstance(widget, QHeaderView) or (
        (
            isinstance(holder, (*CONTROLS, QHeaderView))
            and not isinstance(holder, QAbstractButton)
            and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
        )
        or isinstance(holder, QComboBox | QAbstractSpinBox)
    )


def is_same_choice(widget: QWidget, reached: list[QWidget]) -> bool:
    """One of several that exclude each other: the arrows lead from one to the next."""
    if not isinstance(widget, QAbstractButton) or widget.group() is None:
        return False
    return any(each in reached for each in widget.group().buttons())


def goes_up(here: QWidget, then: QWidget) -> bool:
    """To what stands above, and not in a column further to the right."""
    if here.isAncestorOf(then) or then.isAncestorOf(here):
        return False
    area = area_of(here)
    if area is not area_of(then):  # what is scrolled in one of them says nothing of its place
        here, then = area or here, area_of(then) or then
    one, other = place_of(here), place_of(then)
    return other.bottom() <= one.top() and other.left() < one.right()


def area_of(widget: QWidget) -> QWidget | None:
    """What it is scrolled in."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QAbstractScrollArea):
        holder = holder.parentWidget()
    return holder


def place_of(widget: QWidget) -> QRect:
    """Where it is on the screen."""
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())


def picture(widget: QWidget) -> QImage:
    """The widget and what is around it, where a frame of its holder may show the focus."""
    top = widget.window()
    area = QRect(widget.mapTo(top, widget.rect().topLeft()), widget.size())
    around = area.adjusted(-14, -14, 14, 14).intersected(top.rect())
    return top.grab(around).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    if one.size() != other.size():
        return one.width() * one.height()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(a != b for a, b in pairs) // 3


def name_of(widget: QWidget) -> str:
    """For a person who mends it."""
    said = widget.accessibleName() or getattr(widget, "text", str)()
    holder = widget.parentWidget()
    inside = f" in {type(holder).__name__}" if holder is not None else ""
    return f"{type(widget).__name__} “{said[:40]}” ({widget.objectName()}){inside}"


def stays_after_escape(tops: list[QWidget]) -> list[str]:
    """Dialogs and popups that Esc does not close; twice, where something in them takes it first."""
    found = []
    for top in reversed(tops):
        for _ in range(2):
            if isValid(top) and top.isVisible():
                QTest.keyClick(top.focusWidget() or top, Qt.Key.Key_Escape)
                QApplication.processEvents()
        if isValid(top) and top.isVisible():
            found.append(f"Esc does not close {type(top).__name__} “{top.windowTitle()}”")
    return found
