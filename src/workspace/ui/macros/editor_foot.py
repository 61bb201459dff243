"""The foot of the macro editor: what is wrong, what was done, and the buttons."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace.domain.errors import WorkspaceError
from workspace.ui.i18n import t
from workspace.ui.problems import error_words, in_one
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip

log = logging.getLogger("workspace.ui")


def plain_button(text: str, role: str = "") -> QPushButton:
    """A button that Enter in a field does not press."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    if role:
        button.setProperty("role", role)
    return button


class EditorFoot(QWidget):
    """Says one thing at a time, with at most one way back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._way_back: Callable[[], None] | None = None
        self.said = PlainLabel("", role="quiet")
        self.told = PlainLabel("", role="bad")
        self.where = PlainLabel("", role="faint")
        self.save = plain_button(t("Macros", "Save"), "primary")
        self.revert = plain_button(t("Macros", "Put back"))
        self.undo = plain_button(t("Macros", "Undo"), "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.said, self.told, self.where):
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(*([theme.px(10)] * 4))
        row.addLayout(words, 1)
        for button in (self.undo, self.revert, self.save):
            row.addWidget(button)
        self.said.hide()
        self.undo.hide()
        self.undo.clicked.connect(self._on_undo)

    def say(
        self, text: str, *, undo: Callable[[], None] | None = None, role: str = "quiet"
    ) -> None:
        """What was done, with its way back."""
        self._way_back = undo
        self.undo.setVisible(undo is not None)
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.set_look("role", role)
        self.said.show()

    def fail(self, error: Exception) -> None:
        """Why something was not done."""
        if not isinstance(error, WorkspaceError):
            log.error("the macro editor failed", exc_info=error)
        self.say(in_one(error_words(error)), role="bad")

    def say_why(self, not_saved: str, not_reverted: str) -> None:
        """Why the buttons don't work; "" where they do."""
        for button, why in ((self.save, not_saved), (self.revert, not_reverted)):
            button.setAccessibleDescription(why)
            button.setToolTip(plain_tooltip(why))

    def show_place(self, path: Path | None) -> None:
        """Where the macro lies: file and folder; the whole path is the tooltip."""
        self.where.setText(f"{path.parent.name}/{path.name}" if path is not None else "")
        self.where.setToolTip(plain_tooltip(str(path)) if path is not None else "")

    def tell(self, faults: list[str], role: str) -> None:
        """What is wrong, or only missing yet, and has no place in the form."""
        self.told.setText("\n".join(faults[:3]))
        self.told.set_look("role", role)
        self.told.setVisible(bool(faults))

    def _on_undo(self) -> None:
        way_back, self._way_back = self._way_back, None
        self.undo.hide()
        self.said.hide()
        if way_back is not None:
            way_back()
