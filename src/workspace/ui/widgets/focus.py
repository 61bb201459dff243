"""The keyboard stays where it was while widgets move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def focus_kept(within: QWidget) -> Iterator[None]:
    """What of `within` has the keyboard has it afterwards too; Qt takes it off what is moved."""
    at_work = QApplication.focusWidget()
    yield
    if at_work is not None and within.isAncestorOf(at_work):
        at_work.setFocus()
