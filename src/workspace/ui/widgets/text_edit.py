"""A field for plain text in which the first syllable can be read while it is composed."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TextEdit(QPlainTextEdit):
    """Qt paints the placeholder under what is composed in an empty one; here it gives way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing = bool(event.preeditString())
        if composing and not self._hint:
            self._hint = self.placeholderText()
            self.setPlaceholderText("")
        elif not composing:
            self.show_hint()
        super().inputMethodEvent(event)

    def show_hint(self) -> None:
        """Nothing is composed any more."""
        if self._hint:
            self.setPlaceholderText(self._hint)
            self._hint = ""
