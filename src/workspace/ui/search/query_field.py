"""The search field: what is being composed counts as typed, so Korean finds mid-syllable."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit


class QueryField(QLineEdit):
    """Signals: `typed(text)`, the text with an input method's composition in its place."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self.textChanged.connect(self._tell)

    @property
    def told(self) -> str:
        """The text as last told."""
        return self._told

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        composing = event.preeditString()
        at = self.cursorPosition()
        self._tell(self.text()[:at] + composing + self.text()[at:])

    def _tell(self, text: str) -> None:
        if text != self._told:
            self._told = text
            self.typed.emit(text)
