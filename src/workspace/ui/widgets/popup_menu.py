"""A menu that pops up once: named for the screen reader, gone when it closes."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import one_line

WIDEST = 80  # letters of a reason


class PopupMenu(QMenu):
    """`name` is what is chosen here; a menu without one is read as the program's name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.aboutToHide.connect(self.deleteLater)


def unable(action: QAction, why: str) -> None:
    """Can't be chosen, and says why in its own words: neither pointer nor eye needed."""
    action.setEnabled(False)
    if why not in action.text():
        text = action.text().partition("\t")[0]
        action.setText(f"{text} · {one_line(why)[:WIDEST].replace('&', '&&')}")
    action.setToolTip(plain_tooltip(why))
    action.setStatusTip(why)
