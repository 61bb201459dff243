"""The clipboard at the end of the program."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def let_go_of_clipboard() -> None:
    """What we put there stays as its plain text, in an object of Qt's own.

    One that Python made would be deleted by Qt after Python has ended, which is a crash.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())
