"""The way of the Tab key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_into(before: QWidget, inner: QWidget) -> None:
    """Tab leads from `before` through the controls of `inner`, in the order they were made.

    What came into a window later stands last until told otherwise, behind what is below it.
    """
    window = inner.window()
    for control in inner.findChildren(QWidget):
        if control.window() != window:
            continue  # in a list that a choice opens
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, control)
            before = control
