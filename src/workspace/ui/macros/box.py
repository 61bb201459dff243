"""A rounded ground for words: plain for what customers get, the note's colours for notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from workspace.ui.theme.theme import Theme


class WordsBox(QFrame):
    """Holds one text field; its line shows where the keys are."""

    def __init__(self, theme: Theme, edit: QPlainTextEdit, *, is_note: bool) -> None:
        super().__init__()
        self._theme = theme
        self._edit = edit
        self.is_note = is_note
        edit.setProperty("look", "bare")
        edit.setProperty("mode", "note" if is_note else "reply")
        edit.setFrameShape(QFrame.Shape.NoFrame)
        edit.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(5), theme.px(4), theme.px(5))
        column.addWidget(edit)
        theme.changed.connect(self.update)

    def set_note(self, is_note: bool) -> None:
        """Other words than before."""
        if is_note != self.is_note:
            self.is_note = is_note
            self._edit.setProperty("mode", "note" if is_note else "reply")
            self._edit.style().unpolish(self._edit)
            self._edit.style().polish(self._edit)
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, focused = self._theme, self._edit.hasFocus()
        if self.is_note:
            line = "note_text" if focused else "note_field_line"
        else:
            line = "accent" if focused else "field_line"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(line), 1))
        painter.setBrush(theme.color("note" if self.is_note else "panel"))
        radius = theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
