"""What stands where there is nothing to show: a sentence, and a next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel


class EmptyState(QWidget):
    """Title, explanation and up to a few buttons, in the middle of its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        self._title = PlainLabel(role="title")
        self._text = PlainLabel(role="quiet")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setMaximumWidth(theme.px(560))
            line = QHBoxLayout()  # in the middle, as wide as there is room
            line.addStretch(1)
            line.addWidget(label, 100)
            line.addStretch(1)
            column.addLayout(line)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(theme.px(8))
        column.addSpacing(theme.px(8))
        column.addLayout(self._buttons)
        column.addStretch(3)

    def say(self, title: str, text: str) -> None:
        """Show these words."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def offer(self, text: str, on_press: Callable[[], None], *, primary: bool = False) -> None:
        """Add a button: a next step."""
        button = QPushButton(text)
        if primary:
            button.setProperty("role", "primary")
        button.clicked.connect(lambda: on_press())
        button.setAutoDefault(True)  # Enter presses the one with the focus
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def focus_first(self) -> None:
        """Put the keyboard on the first next step."""
        item = self._buttons.itemAt(0)
        button = item.widget() if item is not None else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
