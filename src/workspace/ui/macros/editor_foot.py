"""The foot of the macro editor: what is wrong, what was done, and the buttons."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

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
        self._came_from: QWidget | None = None
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
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it in its field
        self.said.hide()
        self.undo.hide()
        self.undo.clicked.connect(self._on_undo)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def say(
        self, text: str, *, undo: Callable[[], None] | None = None, role: str = "quiet"
    ) -> None:
        """What was done, with its way back."""
        self._way_back = undo
        held = self._focused()
        self.undo.setVisible(undo is not None)
        self._give_back(held)
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.set_look("role", role)
        self.said.show()

    def fail(self, error: Exception) -> None:
        """Why something was not done."""
        if not isinstance(error, WorkspaceError):
            log.error("the macro editor failed", exc_info=error)
        self.say(in_one(error_words(error)), role="bad")

    def offer(self, why_not_save: str, why_not_revert: str) -> None:
        """The buttons that work, and why the others don't; "" where they do."""
        held = self._focused()
        for button, why in ((self.save, why_not_save), (self.revert, why_not_revert)):
            button.setEnabled(not why)
            button.setAccessibleDescription(why)
            button.setToolTip(plain_tooltip(why))
        self._give_back(held)

    def press_save(self) -> None:
        """As a press of Save; says why where that does nothing."""
        if self.save.isEnabled():
            self.save.click()
        else:
            self.say(self.save.accessibleDescription())

    def _focused(self) -> QWidget | None:
        at_work = QApplication.focusWidget()
        return at_work if at_work in (self.undo, self.revert, self.save) else None

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is None or now is None or not self.isAncestorOf(now) or self.isAncestorOf(old):
            return
        self._came_from = old

    def _give_back(self, held: QWidget | None) -> None:
        """The keyboard, from a button that went out to where it came from."""
        place = self._came_from
        if held is None or held is self._focused() or place is None or not isValid(place):
            return
        if place.isVisible() and place.isEnabled() and place.window() is self.window():
            place.setFocus()

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
        held = self._focused()
        self.undo.hide()
        self.said.hide()
        self._give_back(held)
        if way_back is not None:
            way_back()
