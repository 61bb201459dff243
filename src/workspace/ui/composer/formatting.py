"""Markdown marks put around what is selected, and taken away again; each call is one undo step."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtGui import QGuiApplication, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

Lines = Literal["bullets", "numbers", "quote"]

_PREFIX = {
    "bullets": re.compile(r"[-*] "),
    "numbers": re.compile(r"\d{1,3}[.)] "),
    "quote": re.compile(r"> ?"),
}
_item = re.compile(r"( {0,12})(?:([-*])|(\d{1,3})([.)])|(>))( +)")
_address = re.compile(r"https?://\S+\Z")


def toggle_marks(edit: QPlainTextEdit, mark: str) -> None:
    """Put `mark` on both sides of the selection or the word, line by line, or take it away."""
    cursor = edit.textCursor()
    if not cursor.hasSelection():
        if _in_word(cursor):
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        else:
            _mark_nothing(edit, cursor, mark)
            return
    lines = cursor.selectedText().split("\u2029")
    wanted = not all(_is_marked(line, mark) for line in lines if line.strip())
    start = cursor.selectionStart()
    cursor.insertText("\n".join(_marked(line, mark, wanted) for line in lines))
    end = cursor.position()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def _mark_nothing(edit: QPlainTextEdit, cursor: QTextCursor, mark: str) -> None:
    """Between two marks; a second time steps out of them, or takes the empty ones away."""
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(mark))
    behind = QTextCursor(cursor)
    behind.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(mark))
    if ahead.selectedText() != mark:
        cursor.insertText(mark + mark)
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(mark)
        )
    elif behind.selectedText() == mark:
        cursor.setPosition(behind.position())
        cursor.setPosition(ahead.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.setPosition(ahead.position())
    edit.setTextCursor(cursor)


def _in_word(cursor: QTextCursor) -> bool:
    document = cursor.document()
    at = cursor.position()
    return at > 0 and document.characterAt(at - 1).isalnum() and document.characterAt(at).isalnum()


def _is_marked(line: str, mark: str) -> bool:
    inner = line.strip()
    return len(inner) >= 2 * len(mark) and inner.startswith(mark) and inner.endswith(mark)


def _marked(line: str, mark: str, wanted: bool) -> str:
    inner = line.strip()
    if not inner:
        return line
    left = line[: len(line) - len(line.lstrip())]
    right = line[len(line.rstrip()) :]
    inner = f"{mark}{inner}{mark}" if wanted else inner[len(mark) : -len(mark)]
    return f"{left}{inner}{right}"


def toggle_lines(edit: QPlainTextEdit, kind: Lines) -> None:
    """Make the selected lines a list or a quote, or plain lines again."""
    cursor = edit.textCursor()
    blocks = _blocks(cursor)
    prefix = _PREFIX[kind]
    written = [block for block in blocks if block.text().strip()] or blocks
    remove = all(prefix.match(block.text()) for block in written)
    cursor.beginEditBlock()
    for number, block in enumerate(written, 1):
        at = QTextCursor(block)
        found = next(
            (p.match(block.text()) for p in _PREFIX.values() if p.match(block.text())), None
        )
        if found and (remove or kind != "quote"):
            at.movePosition(
                QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, found.end()
            )
            at.removeSelectedText()
        if not remove:
            at.insertText({"bullets": "- ", "numbers": f"{number}. ", "quote": "> "}[kind])
    cursor.endEditBlock()


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    found = []
    while block.isValid() and block.blockNumber() <= last:
        found.append(block)
        block = block.next()
    return found


def make_code(edit: QPlainTextEdit) -> None:
    """Code within a line, or a fenced block of several."""
    cursor = edit.textCursor()
    text = cursor.selectedText()
    if "\u2029" not in text:
        toggle_marks(edit, "`")
        return
    inner = text.replace("\u2029", "\n").strip("\n")
    cursor.insertText(f"```\n{inner}\n```")
    edit.setTextCursor(cursor)


def make_link(edit: QPlainTextEdit) -> None:
    """A link of the selection; its address from the clipboard where that holds one."""
    cursor = edit.textCursor()
    text = cursor.selectedText().replace("\u2029", " ")
    copied = QGuiApplication.clipboard().text().strip()[:2000]
    if _address.match(text):
        words, address = "", text
    else:
        words, address = text, copied if _address.match(copied) else "https://"
    start = cursor.selectionStart()
    cursor.insertText(f"[{words}]({address})")
    if not words:
        cursor.setPosition(start + 1)
    elif address == "https://":
        end = cursor.position() - 1
        cursor.setPosition(end - len(address))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def continue_list(edit: QPlainTextEdit) -> bool:
    """At the end of an item of a list or quote: begin the next; an empty item ends the list.

    False: there is none here, and Enter is Enter.
    """
    cursor = edit.textCursor()
    text = cursor.block().text()
    found = _item.match(text)
    if cursor.hasSelection() or found is None or not cursor.atBlockEnd():
        return False
    if not text[found.end() :].strip():
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        cursor.removeSelectedText()
        edit.setTextCursor(cursor)
        return True
    indent, bullet, number, dot, quote, blank = found.groups("")
    sign = bullet or quote or f"{int(number) + 1}{dot}"
    cursor.insertText(f"\n{indent}{sign}{blank}")
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True
