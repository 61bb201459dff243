"""The base of a page of settings: rows that take effect as they are changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel


class SettingsForm(QWidget):
    """Rows of a name and a field, each bound to a field of `Settings`."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.form = QFormLayout(self)
        pad = ctx.theme.size("pane_pad_px")
        self.form.setContentsMargins(pad, pad, pad, pad)
        self.form.setVerticalSpacing(ctx.theme.px(12))
        self.form.setHorizontalSpacing(ctx.theme.px(8))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def choice(self, name: str, words: dict[Any, str], field: str) -> QComboBox:
        """A row with a list of values."""
        combo = QComboBox()
        combo.setObjectName(f"setting_{field}")
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, word in words.items():
            combo.addItem(word, value)
        combo.setCurrentIndex(max(0, combo.findData(getattr(self.ctx.settings.value, field))))
        combo.currentIndexChanged.connect(
            lambda _: self.ctx.settings.change(**{field: combo.currentData()})
        )
        self.form.addRow(PlainLabel(name), combo)
        return combo

    def check(self, name: str, field: str) -> QCheckBox:
        """A row with a yes or no."""
        box = QCheckBox(name)
        box.setObjectName(f"setting_{field}")
        box.setChecked(bool(getattr(self.ctx.settings.value, field)))
        box.toggled.connect(lambda on: self.ctx.settings.change(**{field: on}))
        self.form.addRow(box)
        return box

    def button(self, button: QPushButton) -> None:
        """A row with a button of its own width."""
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.form.addRow(row)

    def words(self, text: str, role: str = "faint") -> PlainLabel:
        """A row of explanation."""
        label = PlainLabel(text, role=role)
        label.setWordWrap(True)
        self.form.addRow(label)
        return label
