"""Change the settings of an account: they are checked at the server, then kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.errors import NotFound
from workspace.store.queries.rows import AccountRow
from workspace.ui.i18n import t
from workspace.ui.problems import error_words, in_one
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.flows import Flow, asked
from workspace.ui.runtime.motion import BusyBar
from workspace.ui.settings.connector_form import ConnectorForm, connectors_of
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.room import resize_within

CHECK_TIMEOUT_S = 90.0


class EditAccountDialog(QDialog):
    """Nothing is kept before the server took it; an empty secret stays as it was."""

    def __init__(self, row: AccountRow, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._ctx = ctx
        self._form: ConnectorForm | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("AddAccount", "Settings of “{name}”", name=row.name))
        resize_within(self, ctx.theme, 520, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([ctx.theme.size("pane_pad_px")] * 4))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        column.addWidget(self._area, 1)
        self.progress = BusyBar()
        self.progress.setAccessibleName(t("AddAccount", "Checking"))
        column.addWidget(self.progress)
        self.outcome = PlainLabel(role="bad")
        self.detail = PlainLabel(role="faint")
        for label in (self.outcome, self.detail):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.hide()
            column.addWidget(label)
        line = QDialogButtonBox(self)
        cancel = QPushButton(t("AddAccount", "Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(t("AddAccount", "Check and save"))
        self.save.setObjectName("save_account")
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        line.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        line.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        column.addWidget(line)
        self._busy(True)
        Flow(self, self._filled(), self._refused)

    async def _filled(self) -> None:
        specs, problems = connectors_of(await asked(self._ctx.engine, "connectors.list"))
        name = self._row.connector
        spec = next((spec for spec in specs if spec.name == name), None)
        if spec is None:
            raise NotFound(problems.get(name, "") or f"The connector “{name}” is not installed.")
        self._form = ConnectorForm(spec, self._ctx.theme.px(8))
        self._form.fill(self._row.url, self._row.settings)
        self._area.setWidget(self._form)
        self._busy(False)

    def _on_save(self) -> None:
        if self._form is None:
            return
        missing = self._form.missing()
        if missing:
            self._say(t("AddAccount", "“{field}” is empty.", field=missing))
            return
        url, settings, secret = self._form.values()
        changes: dict[str, Any] = {"url": url, "settings": settings}
        if secret:
            changes["secret"] = secret
        self._busy(True)
        Flow(self, self._saved(changes), self._refused)

    async def _saved(self, changes: dict[str, Any]) -> None:
        name = self._row.name
        await asked(
            self._ctx.engine, "account.recheck", timeout_s=CHECK_TIMEOUT_S, name=name, **changes
        )
        self._ctx.bus.announce(accounts=True)
        self._ctx.notices.show(
            t("AddAccount", "“{name}” works with the new settings.", name=name), "good"
        )
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._busy(False)
        self._say(*error_words(error))

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self._area.setDisabled(busy)
        self.save.setDisabled(busy or self._form is None)
        if busy:
            self._say("")

    def _say(self, words: str, detail: str = "") -> None:
        for label, text in ((self.outcome, words), (self.detail, detail)):
            label.setText(text)
            label.setVisible(bool(text))
        self.outcome.setAccessibleName(in_one((words, detail)))
