"""The text field of the composer: plain text only, sends by key, and never breaks a composition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QFrame, QWidget

from workspace.ui.composer.formatting import continue_list
from workspace.ui.widgets.text_edit import TextEdit

PASTE_CAP = 500_000
_TOOL_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def utf16_length(text: str) -> int:
    """How many positions Qt counts in this text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class KeyTaker(Protocol):
    """Looks at keys before the editor does, and at what a composition left."""

    def takes(self, event: QKeyEvent) -> bool: ...

    def after_commit(self) -> None: ...


class ComposerEdit(TextEdit):
    """Korean, Japanese and Chinese input is safe: the send key first commits, then sends once.

    Signals:
        send_asked: the send key was pressed and nothing is being composed any more.
        files_given: list of Path that were dropped or pasted.
        image_given: a QImage that was pasted.
        paste_cut: only so many characters of what was pasted came in.
        undo_asked: undo was pressed where there is nothing to undo.
        tool_asked: the action whose key was pressed; `action_of` knows which.
        slash_typed: a “/” was typed where a word begins; it stands in the text.
        focus_left: the keys go elsewhere; focus_came: they come here.
        menu_asked: (place in the viewport, True by key) the context menu is wanted.
    """

    send_asked = Signal()
    files_given = Signal(list)
    image_given = Signal(QImage)
    paste_cut = Signal(int)
    undo_asked = Signal()
    tool_asked = Signal(str)
    slash_typed = Signal()
    focus_left = Signal()
    focus_came = Signal()
    menu_asked = Signal(QPoint, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._send_after_commit = False
        self.enter_sends = False
        self.keeps_marks = False
        self.completer: KeyTaker | None = None
        self.action_of: Callable[[QKeyEvent], str] | None = None
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(2)

    # --- text ----------------------------------------------------------------------------

    @property
    def is_composing(self) -> bool:
        """A syllable is being put together and not yet part of the text."""
        return bool(self._preedit)

    @property
    def preedit(self) -> str:
        """What is being composed at the cursor and is no part of the text yet."""
        return self._preedit

    def full_text(self) -> str:
        """The text with the syllable under composition, as the agent sees it."""
        text = self.toPlainText()
        if not self._preedit:
            return text
        position = self.textCursor().position()
        units = text.encode("utf-16-le", "surrogatepass")
        middle = self._preedit.encode("utf-16-le", "surrogatepass")
        joined = units[: 2 * position] + middle + units[2 * position :]
        return joined.decode("utf-16-le", "replace")

    def replace_text(self, text: str) -> None:
        """Another draft. What was composed belongs to the old one, which has it already."""
        if self._preedit:
            self._preedit = ""
            QGuiApplication.inputMethod().reset()
            self.show_hint()
        self._send_after_commit = False
        document = self.document()
        known_steps = document.availableUndoSteps() or document.availableRedoSteps()
        if not text and document.isEmpty() and not known_steps:
            return  # as between most tickets
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def select(self, start: int, end: int) -> None:
        """Select from start to end, in UTF-16 units, and show it."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def write_over(self, text: str) -> None:
        """Other words in place of all, as one step that undo takes back."""
        QGuiApplication.inputMethod().commit()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # --- keys and composition --------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        if self._send_after_commit and not self._preedit:
            self._send_after_commit = False
            # Not from inside the input method's own call: it may still be at work on its state.
            QTimer.singleShot(0, self, self.send_asked.emit)
        elif event.commitString() == "/":
            self._on_slash()
        self.textChanged.emit()
        if self.completer is not None and not self._preedit:
            self.completer.after_commit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self.cursorRect().bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(spot, by_key)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_left.emit()

    def _tool_of(self, event: QKeyEvent) -> str:
        """Seldom asked: plain typing has none of these modifiers."""
        if self.action_of is None or not event.modifiers() & _TOOL_MODIFIERS:
            return ""
        return self.action_of(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._tool_of(cast(QKeyEvent, event)):
            event.accept()  # ours here, whatever the window does with it elsewhere
            return True
        if event.type() == QEvent.Type.KeyPress and self.completer is not None:
            key = cast(QKeyEvent, event)
            if key.key() == Qt.Key.Key_Tab and self.completer.takes(key):
                return True  # else it would lead to the next widget
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if tool := self._tool_of(event):
            event.accept()
            QGuiApplication.inputMethod().commit()
            # A syllable that was being composed is part of the text first.
            QTimer.singleShot(0, self, lambda: self.tool_asked.emit(tool))
            return
        if self.completer is not None and self.completer.takes(event):
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_asked.emit()
            return
        if not self._is_send_key(event):
            if self._breaks_line(event):
                self.textCursor().insertText("\n")
                self.ensureCursorVisible()
                return
            if self._continues_list(event):
                return
            super().keyPressEvent(event)
            if event.text() == "/":
                self._on_slash()
            return
        event.accept()
        if event.isAutoRepeat():
            return
        if self._preedit:
            self._send_after_commit = True
            QGuiApplication.inputMethod().commit()
        else:
            self.send_asked.emit()

    def _on_slash(self) -> None:
        cursor = self.textCursor()
        at = cursor.position()
        before = self.document().characterAt(at - 2) if cursor.positionInBlock() > 1 else " "
        begins_word = self.document().characterAt(at - 1) == "/" and before.isspace()
        if begins_word and not self._preedit and not self.isReadOnly():
            # Not from inside the key's own call: whoever listens takes the keyboard.
            QTimer.singleShot(0, self, self.slash_typed.emit)

    def insert_macro(self, text: str, *, over_slash: bool = False) -> None:
        """Put words at the cursor as one step of undo; what is selected stays.

        `over_slash` takes the “/” away that stands before the cursor. The first placeholder left
        in the words is selected afterwards.
        """
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        cursor.beginEditBlock()
        if over_slash and self.document().characterAt(cursor.position() - 1) == "/":
            cursor.deletePreviousChar()
        at = cursor.position()
        cursor.insertText(text)
        cursor.endEditBlock()
        found = self.document().find("{{", at)
        if not found.isNull() and found.position() <= cursor.position():
            end = self.document().find("}}", found.position())
            if not end.isNull() and end.position() <= cursor.position():
                cursor.setPosition(found.selectionStart())
                cursor.setPosition(end.position(), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _is_send_key(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed == Qt.KeyboardModifier.ControlModifier:
            return True
        return self.enter_sends and pressed == Qt.KeyboardModifier.NoModifier

    def _breaks_line(self, event: QKeyEvent) -> bool:
        """Shift+Enter is a plain line break, not Qt's line separator."""
        return (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            == Qt.KeyboardModifier.ShiftModifier
            and not self.isReadOnly()
        )

    def _continues_list(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or not self.keeps_marks or self._preedit or self.isReadOnly():
            return False
        return continue_list(self)

    # --- paste and drop --------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        fragment: QTextDocumentFragment = self.textCursor().selection()
        data.setText(fragment.toPlainText())
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words come in as text, with marks where these are kept; files and images as attachments.

        Nothing is loaded.
        """
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
            return
        if source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.image_given.emit(image)
            return
        text = self._formatted(source) or source.text()
        if not text and source.hasHtml():
            from workspace.sanitise import sanitise

            text = sanitise(source.html()[:PASTE_CAP]).text
        clean = "\n".join(_printable(line) for line in text[:PASTE_CAP].split("\n"))
        if clean:
            self.textCursor().insertText(clean)
            self.ensureCursorVisible()
        if len(text) > PASTE_CAP:
            self.paste_cut.emit(PASTE_CAP)

    def _formatted(self, source: QMimeData) -> str:
        if not self.keeps_marks or not source.hasHtml():
            return ""
        from workspace.ui.composer.rich_paste import markdown_of

        return markdown_of(source.html())

    def paste_plain(self) -> None:
        """What is copied, as words only."""
        text = QGuiApplication.clipboard().text()
        if text and not self.isReadOnly():
            plain = QMimeData()
            plain.setText(text)
            self.insertFromMimeData(plain)


def _printable(line: str) -> str:
    """Without control characters; a line of a long text mostly has none, and is soon looked at."""
    if line.isprintable():
        return line
    return "".join(c for c in line if c == "\t" or c.isprintable())
