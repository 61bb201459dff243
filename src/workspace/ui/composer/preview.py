"""What the other side will see: the text as it leaves, in place of the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workspace.ui.conversation.html_block import QuietDocument
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme


class Preview(QTextEdit):
    """Read-only; opens no file and no socket. Signals: `left` when the person wants to go on."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(t("Composer", "Preview: as it will be seen"))
        self._quiet = QuietDocument({}, 600)
        self._quiet.setParent(self)
        self.setDocument(self._quiet)

    def show_html(self, html: str) -> None:
        """Sanitised HTML."""
        self._prepare()
        self._quiet.setHtml(html)

    def show_plain(self, text: str) -> None:
        """Text that leaves as typed."""
        self._prepare()
        self._quiet.setPlainText(text)

    def _prepare(self) -> None:
        self._quiet.setDefaultFont(self.font())
        self._quiet.setDefaultStyleSheet(
            f"a {{ color: {self._theme.color('accent').name()}; }} p {{ margin: 0 0 6px 0; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
