"""The keys, as the action table has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workspace.ui.actions import ActionSpec, key_words, section_word
from workspace.ui.i18n import t
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel


class ShortcutsPage(QDialog):
    """A dialog that lists every key by section."""

    def __init__(self, theme: Theme, table: Sequence[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("Shortcuts", "Keyboard shortcuts"))
        self.resize(theme.px(460), theme.px(560))
        column = QVBoxLayout(self)
        hint = PlainLabel(
            t("Shortcuts", "Single letters work while no text field has the focus."), role="quiet"
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(theme.px(6))
        line = 0
        for section in ("ticket", "go", "text", "window"):
            specs = _merged([s for s in table if s.section == section and s.keys])
            grid.addWidget(PlainLabel(section_word(section), role="section"), line, 0, 1, 2)
            line += 1
            for text, keys in specs.items():
                grid.addWidget(PlainLabel(text), line, 0)
                chip = PlainLabel(keys, chip="quiet")
                chip.setAccessibleName(f"{text}: {keys}")
                grid.addWidget(chip, line, 1, Qt.AlignmentFlag.AlignRight)
                line += 1
        grid.setRowStretch(line, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(t("Shortcuts", "Keyboard shortcuts"))
        column.addWidget(area, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def _merged(specs: Sequence[ActionSpec]) -> dict[str, str]:
    """Two entries with one text (a letter and a combination) share a line."""
    lines: dict[str, str] = {}
    for spec in specs:
        keys = key_words(spec)
        lines[spec.text] = f"{lines[spec.text]}, {keys}" if spec.text in lines else keys
    return lines
