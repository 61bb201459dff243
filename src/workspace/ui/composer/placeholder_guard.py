"""Holds a send back while a placeholder such as {{customer.name}} stands in the text unresolved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workspace.domain.placeholders import unresolved
from workspace.ui.composer.banner import SHOWN, Banner
from workspace.ui.composer.composer_edit import ComposerEdit, utf16_length
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext


class PlaceholderGuard(Banner):
    """There is no second press that goes through: the placeholder has to go."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._edit: ComposerEdit | None = None
        self.next = self.add_button(
            t("Composer", "Go to the next one"), self.mark_next, "placeholder_next"
        )

    def holds(self, text: str, edit: ComposerEdit) -> bool:
        """True if the send must wait; the first placeholder is then selected in the editor."""
        found = unresolved(text)
        if not found:
            self.dismiss()
            return False
        self._edit = edit
        self.show_lines(
            t("Composer", "Placeholders are not filled in yet. Fill them in or take them out."),
            [text[one.start : one.end] for one in found[:SHOWN]],
        )
        edit.setFocus()
        select_placeholder(edit, 0)
        return True

    def mark_next(self) -> None:
        """Select the next placeholder after the cursor, or the first; none left ends the banner."""
        if self._edit is None:
            return
        self._edit.setFocus()
        if not select_placeholder(self._edit, self._edit.textCursor().selectionEnd()):
            self.dismiss()


def select_placeholder(edit: ComposerEdit, position: int) -> bool:
    """Select the first placeholder at or after this position (UTF-16), else the first of all."""
    text = edit.toPlainText()
    spans = [
        (utf16_length(text[: one.start]), utf16_length(text[: one.end])) for one in unresolved(text)
    ]
    if not spans:
        return False
    start, end = next((span for span in spans if span[0] >= position), spans[0])
    edit.select(start, end)
    return True
