"""Which texts of a window are cut off, by what Qt itself says they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from workspace.ui.widgets.labels import ElidedLabel

SLACK = 1
"""Pixels by which hints are rounded up."""


def cut_texts(top: QWidget) -> list[str]:
    """One line for each visible text that is not seen as a whole, and has no tooltip for it."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        fault = _too_small(widget) or _outside(widget, top)
        if fault:
            found.append(f"{_path(widget, top)} “{text_of(widget)[:60]}”: {fault}")
    return found


def text_of(widget: QWidget) -> str:
    """What stands on it; "" for those that show no words of their own."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    return ""


def _too_small(widget: QWidget) -> str:
    if not text_of(widget) and not isinstance(widget, QTabBar):
        return ""
    if isinstance(widget, ElidedLabel):
        needs = widget.fontMetrics().height()
        if widget.contentsRect().height() + SLACK < needs:
            return f"{widget.contentsRect().height()} px high, needs {needs}"
        return "" if widget.toolTip() else "elided without a tooltip"
    if isinstance(widget, QLineEdit):
        needs, has = widget.fontMetrics().horizontalAdvance(text_of(widget)), widget.width() - 4
        return f"placeholder {has} px wide, needs {needs}" if needs > has + SLACK else ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        needs = widget.heightForWidth(widget.width())
        return _short(widget.height(), needs, "high")
    if isinstance(widget, QTabBar) and widget.elideMode() == Qt.TextElideMode.ElideNone:
        return _short(widget.width(), widget.minimumSizeHint().width(), "wide")
    if isinstance(widget, QTabBar) or _icon_only(widget):
        return ""
    if isinstance(widget, QComboBox):  # its hint is that of the longest choice
        needs = widget.fontMetrics().horizontalAdvance(text_of(widget)) + widget.height()
        return _short(widget.width(), needs, "wide")
    hint = widget.sizeHint()
    wide = _short(widget.width(), hint.width(), "wide")
    if wide and isinstance(widget, QAbstractButton | QComboBox) and widget.toolTip():
        wide = ""
    return wide or _short(widget.height(), min(hint.height(), _least(widget)), "high")


def _least(widget: QWidget) -> int:
    """The height of its lines alone: paddings may give way, letters may not."""
    lines = text_of(widget).count("\n") + 1
    return widget.fontMetrics().height() * lines


def _short(has: int, needs: int, how: str) -> str:
    return f"{has} px {how}, needs {needs}" if needs > has + SLACK else ""


def _icon_only(widget: QWidget) -> bool:
    return (
        isinstance(widget, QToolButton)
        and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        and not widget.icon().isNull()
    )


def _outside(widget: QWidget, top: QWidget) -> str:
    """It hangs over the edge of what holds it, where nobody can scroll to it."""
    if not text_of(widget):
        return ""
    area = QRect(QPoint(0, 0), widget.size())
    child = widget
    while child is not top and not child.isWindow() and (parent := child.parentWidget()):
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            scroll = parent.parentWidget()
            assert isinstance(scroll, QAbstractScrollArea)
            area = area.translated(child.pos())
            if area.right() > parent.width() and not scroll.horizontalScrollBar().maximum():
                return f"ends {area.right() - parent.width()} px right of what scrolls"
            return ""
        area = area.translated(child.pos())
        inside = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not inside.contains(area):
            where = f"{area.getRect()} in {parent.size().toTuple()}"
            return f"hangs over {type(parent).__name__}, {where}"
        child = parent
    return ""


def _path(widget: QWidget, top: QWidget) -> str:
    names: list[str] = []
    current: QWidget | None = widget
    while current is not None and current is not top and len(names) < 3:
        names.append(current.objectName() or type(current).__name__)
        current = current.parentWidget()
    return "/".join(reversed(names))
