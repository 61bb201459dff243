"""A problem on a card: what it means and what to do, with its own words below in small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from workspace.ui.problems import problem_words
from workspace.ui.widgets.labels import PlainLabel


def problem_labels(kind: str, message: str, action: str) -> QVBoxLayout:
    """One or two labels; the text can be marked and copied."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    heading, detail = problem_words(kind, message, action)
    for words, role in ((heading, "bad"), (detail, "faint")):
        if words:
            label = PlainLabel(words, role=role)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
    return column
