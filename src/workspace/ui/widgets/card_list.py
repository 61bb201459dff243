"""A column of cards that can be made anew without losing the reader's place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QVBoxLayout, QWidget

from workspace.ui.widgets.tab_order import tab_into


class CardList(QScrollArea):
    """Cards are few, so all are replaced when one changes; scroll position and focus stay."""

    def __init__(self, gap_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap_px = gap_px
        self.setProperty("look", "pane")
        self.setWidgetResizable(True)

    def show_cards(self, cards: Sequence[QWidget], below: QLayout | None = None) -> None:
        """Show these, and a row of buttons below them. Focus is found again by object name."""
        place = self.verticalScrollBar().value()
        focus = QApplication.focusWidget()
        focused = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, self._gap_px)
        column.setSpacing(self._gap_px)
        for card in cards:
            column.addWidget(card)
        if below is not None:
            column.addLayout(below)
        column.addStretch(1)
        self.setWidget(inner)
        tab_into(self, inner)
        self.verticalScrollBar().setValue(place)
        again = self.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus()
