"""The context menu of the editor: what may have been meant, one's own words, and the usual."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from workspace.ui.composer.composer_edit import ComposerEdit, utf16_length
from workspace.ui.composer.marks import Marks
from workspace.ui.i18n import t
from workspace.ui.spelling.spelling import words_in


class WordMenu(QObject):
    """One per editor; opened by the mouse or by the menu key."""

    def __init__(self, edit: ComposerEdit, marks: Marks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._marks = marks
        edit.menu_asked.connect(self.open)

    def open(self, spot: QPoint, at_cursor: bool) -> None:
        """`spot` in the viewport; the word there, or the one at the cursor."""
        edit = self._edit
        menu = edit.createStandardContextMenu()
        menu.setParent(edit, menu.windowFlags())
        menu.setAccessibleName(edit.accessibleName())
        menu.aboutToHide.connect(menu.deleteLater)
        cursor = edit.textCursor() if at_cursor else edit.cursorForPosition(spot)
        found = self._word(cursor)
        if found is not None and self._marks.spelling is not None:
            start, word = found
            before = menu.actions()[0]
            waiting = menu.addAction(t("Composer", "Looking for suggestions…"))
            waiting.setEnabled(False)
            own = menu.addAction(t("Composer", "Add “{word}” to my words", word=word))
            own.triggered.connect(partial(self._add_own, word))
            menu.insertActions(before, [waiting, own])
            menu.insertSeparator(before)
            self._marks.spelling.suggest(
                word, lambda words: self._fill(menu, waiting, start, word, words)
            )
        menu.popup(edit.viewport().mapToGlobal(spot))

    def _word(self, cursor: QTextCursor) -> tuple[int, str] | None:
        block = cursor.block()
        text, at = block.text(), cursor.positionInBlock()
        for found in words_in(text):
            start, end = (utf16_length(text[:edge]) for edge in found.span())
            if start <= at <= end and self._marks.is_misspelt(found[0]):
                return block.position() + start, found[0]
        return None

    def _fill(
        self, menu: QMenu, waiting: object, start: int, word: str, words: Sequence[str]
    ) -> None:
        if not isValid(menu) or not isValid(waiting):
            return  # it was closed meanwhile
        place = menu.actions()[0]
        for suggestion in words:
            action = menu.addAction(suggestion.replace("&", "&&"))
            action.triggered.connect(partial(self._replace, start, word, suggestion))
            menu.insertAction(place, action)
        if words:
            menu.removeAction(place)
        else:
            place.setText(t("Composer", "No suggestions"))

    def _replace(self, start: int, word: str, by: str, _checked: bool = False) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + utf16_length(word), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word and not self._edit.isReadOnly():
            cursor.insertText(by)
            self._edit.setTextCursor(cursor)

    def _add_own(self, word: str, _checked: bool = False) -> None:
        if self._marks.spelling is not None:
            self._marks.spelling.add_own(word)
