"""The custom fields of a ticket, in a small window of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from workspace.store.queries.rows import DirectoryRow, TicketRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.words import one_line

SEPARATOR = ", "


class FieldsDialog(QDialog):
    """Fields of the directory and any other that the ticket has; the latter can only be read.

    Signals:
        changed: dict of field name to list of values, only those that differ.
    """

    changed = Signal(dict)

    def __init__(
        self,
        ctx: WindowContext,
        ticket: TicketRow,
        directory: DirectoryRow,
        why_not: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("TicketHeader", "Fields"))
        self.setMinimumWidth(ctx.theme.px(360))
        self._ticket = ticket
        self._inputs: dict[str, QLineEdit | QComboBox] = {}
        self._multiple: set[str] = set()
        form = QFormLayout(self)
        form.setContentsMargins(*[ctx.theme.size("pane_pad_px")] * 4)
        for name, label, choices, multiple in directory.fields:
            edit = self._input(name, choices, multiple)
            edit.setEnabled(not why_not)
            edit.setAccessibleName(one_line(label))
            form.addRow(PlainLabel(one_line(label)), edit)
        known = {name for name, *_ in directory.fields}
        for name, values in ticket.custom_fields.items():
            if name not in known and values:
                value = PlainLabel(one_line(SEPARATOR.join(values)))
                value.setWordWrap(True)
                form.addRow(PlainLabel(one_line(name), role="quiet"), value)
        if why_not:
            form.addRow(PlainLabel(why_not, role="warn"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        if not why_not:
            save = buttons.addButton(
                t("TicketHeader", "Save"), QDialogButtonBox.ButtonRole.AcceptRole
            )
            save.setProperty("role", "primary")
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def _input(self, name: str, choices: tuple[str, ...], multiple: bool) -> QLineEdit | QComboBox:
        values = self._ticket.custom_fields.get(name, [])
        edit: QLineEdit | QComboBox
        if choices and not multiple:
            edit = QComboBox()
            edit.addItem("")
            edit.addItems(list(choices))
            if values and values[0] not in choices:
                edit.addItem(values[0])
            edit.setCurrentText(values[0] if values else "")
        else:
            edit = QLineEdit(SEPARATOR.join(values))
            if multiple:
                self._multiple.add(name)
                edit.setPlaceholderText(t("TicketHeader", "several, separated by commas"))
        self._inputs[name] = edit
        return edit

    def _values(self, name: str) -> list[str]:
        edit = self._inputs[name]
        text = edit.currentText() if isinstance(edit, QComboBox) else edit.text()
        if name in self._multiple:
            return [part.strip() for part in text.split(",") if part.strip()]
        return [text.strip()] if text.strip() else []

    def _save(self) -> None:
        fields = {
            name: values
            for name in self._inputs
            if (values := self._values(name)) != self._ticket.custom_fields.get(name, [])
        }
        if fields:
            self.changed.emit(fields)
        self.accept()
