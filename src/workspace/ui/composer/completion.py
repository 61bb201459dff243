"""Completion at the cursor: `@` names a colleague, `:` an emoji; the keys never leave the editor.

Looks at the word before the cursor only, never at the text around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
)

from workspace.ui.composer.completion_popup import CompletionPopup
from workspace.ui.composer.composer_edit import ComposerEdit, utf16_length
from workspace.ui.runtime.context import WindowContext

LONGEST = 32  # characters of a word that is looked at


class Option(msgspec.Struct, frozen=True):
    """`insert` takes the place of the word; `why` refuses it with a reason instead."""

    text: str
    detail: str = ""
    insert: str = ""
    why: str = ""


class Provider(Protocol):
    """Knows what a word that begins with its sign may mean."""

    sign: str
    fewest: int

    def find(self, typed: str, then: Callable[[Sequence[Option]], None]) -> None:
        """Give the options for what was typed behind the sign, at once or later."""

    def footer(self) -> str:
        """A line below the options."""

    def chosen(self, option: Option) -> None:
        """It was put into the text."""


class Completer(QObject):
    """One per editor. GUI thread."""

    def __init__(
        self,
        ctx: WindowContext,
        edit: ComposerEdit,
        providers: Sequence[Provider],
        refuse: Callable[[str], None],
    ) -> None:
        super().__init__(edit)
        self._ctx = ctx
        self._edit = edit
        self._providers = {provider.sign: provider for provider in providers}
        self._refuse = refuse
        self._popup: CompletionPopup | None = None
        self._options: Sequence[Option] = ()
        self._provider: Provider | None = None
        self._put_aside = -1  # where the word begins that the person wants no help with
        self._takes_after_commit = False
        edit.completer = self
        edit.textChanged.connect(self._on_text)
        edit.cursorPositionChanged.connect(self._look)
        edit.focus_left.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Options are shown."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def popup(self) -> CompletionPopup | None:
        """Where they are shown; None until there were some."""
        return self._popup

    # --- which word ----------------------------------------------------------------------------

    def _word(self) -> tuple[int, str]:
        """Where the word before the cursor begins, and its characters with what is composed."""
        cursor = self._edit.textCursor()
        document, at = self._edit.document(), cursor.position()
        first = max(cursor.block().position(), at - LONGEST)
        start = at
        while start > first and not document.characterAt(start - 1).isspace():
            start -= 1
        if start == at or start == first > cursor.block().position():
            return at, self._edit.preedit
        if document.characterAt(start) not in self._providers:
            return start, ""
        part = QTextCursor(document)
        part.setPosition(start)
        part.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        return start, part.selectedText() + self._edit.preedit

    def _on_text(self) -> None:
        """What is composed moves no cursor; plain typing does, and is looked at then."""
        if self._edit.is_composing or self.is_open:
            self._look()

    def _look(self) -> None:
        edit = self._edit
        if edit.isReadOnly() or not edit.hasFocus() or edit.textCursor().hasSelection():
            self.close()
            return
        start, word = self._word()
        provider = self._providers.get(word[:1])
        if provider is None or len(word) - 1 < provider.fewest or start == self._put_aside:
            if not word or start != self._put_aside:
                self._put_aside = -1
            self.close()
            return
        self._provider = provider
        provider.find(word[1:], lambda options: self._show(word, options))

    def _show(self, word: str, options: Sequence[Option]) -> None:
        if self._provider is None or self._word()[1] != word:
            return  # typed on meanwhile
        self._options = options
        if not options:
            self.close()
            return
        if self._popup is None:
            self._popup = CompletionPopup(self._ctx, self._edit)
            self._popup.picked.connect(self._take)
        self._popup.show_options(
            [(one.text, one.why or one.detail, not one.why) for one in options],
            self._provider.footer(),
        )
        self._announce()

    def _announce(self) -> None:
        if self._popup is not None and QAccessible.isActive():
            words = self._popup.current_words()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, words))

    def close(self) -> None:
        """Nothing to choose from any more."""
        self._takes_after_commit = False
        self._options = ()
        if self._popup is not None:
            self._popup.hide()

    # --- keys ----------------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the options; called before the editor looks at it."""
        if not self.is_open or self._popup is None:
            return False
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key == Qt.Key.Key_Escape:
            self._put_aside = self._word()[0]
            self.close()
            return True
        if not plain:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if self._edit.is_composing:
                self._takes_after_commit = True
                QGuiApplication.inputMethod().commit()
                return True
            return self._take(self._popup.row)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is None or self._edit.is_composing:
            return False
        self._popup.step(step)
        self._announce()
        return True

    def after_commit(self) -> None:
        """The syllable that was composed is part of the text; do what its Enter was for, once."""
        if self._takes_after_commit:
            self._takes_after_commit = False
            # Not from inside the input method's own call: it may still be at work on its state.
            QTimer.singleShot(0, self, self._take_current)

    def _take_current(self) -> None:
        if self.is_open and self._popup is not None:
            self._take(self._popup.row)

    def _take(self, row: int) -> bool:
        """Put it into the text. What can't be taken is said, and the key is the editor's again."""
        if not 0 <= row < len(self._options) or self._provider is None:
            return False
        option = self._options[row]
        start, word = self._word()
        if option.why:
            self._refuse(option.why)
            self._put_aside = start
            self.close()
            return False
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + utf16_length(word), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(option.insert)
        self._edit.setTextCursor(cursor)
        self._provider.chosen(option)
        self.close()
        return True
