"""The keys that save, in windows whose fields keep Enter for themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S")


def save_by_keys(dialog: QDialog, save: Callable[[], None]) -> None:
    """Any of them calls `save`, with what is still composed written down first."""

    def pressed() -> None:
        QGuiApplication.inputMethod().commit()
        save()

    for key in SAVE_KEYS:
        QShortcut(QKeySequence(key), dialog, pressed)
