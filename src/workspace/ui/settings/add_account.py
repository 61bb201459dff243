"""Connect an account: choose the system, fill in its fields, check, done."""

from __future__ import annotations

import re
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.errors import RecoveryCodeNeeded, Unavailable
from workspace.domain.words import ACCOUNT_NAME
from workspace.ui.i18n import t
from workspace.ui.problems import error_words, in_one, problem_words
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.flows import Flow, asked
from workspace.ui.runtime.motion import BusyBar
from workspace.ui.settings.connector_form import (
    ConnectorForm,
    ConnectorSpec,
    align_labels,
    connector_word,
    connectors_of,
)
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.room import resize_within
from workspace.ui.widgets.tab_order import tab_into
from workspace.ui.words import one_line

CHECK_TIMEOUT_S = 90.0


class AddAccountDialog(QDialog):
    """Everything goes through the engine; the dialog itself touches no network and no file.

    What it is told is shown in place: which field is missing, what the server said.

    Signals: `added` when an account was connected.
    """

    added = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._specs: list[ConnectorSpec] = []
        self._form: ConnectorForm | None = None
        self._flow: Flow | None = None
        self._checked = False
        self._before_busy: QWidget | None = None
        self._named_by_hand = False
        self.setWindowTitle(t("AddAccount", "Connect an account"))
        self.setMinimumWidth(ctx.theme.px(480))
        resize_within(self, ctx.theme, 520, 560)
        self._build()
        self._busy(True, t("AddAccount", "Looking for connectors…"))
        self._ask_connectors()
        ctx.engine.connected.connect(self._on_connected)

    def _build(self) -> None:
        theme = self._ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(12))
        top = self._top = QFormLayout()
        top.setHorizontalSpacing(theme.px(12))
        top.setVerticalSpacing(theme.px(8))
        top.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.connector = QComboBox()
        self.connector.setObjectName("connector")
        self.connector.setAccessibleName(t("AddAccount", "System"))
        self.connector.currentIndexChanged.connect(self._on_connector_changed)
        top.addRow(PlainLabel(t("AddAccount", "System")), self.connector)
        self.name = QLineEdit()
        self.name.setObjectName("account_name")
        self.name.setAccessibleName(t("AddAccount", "Name of the account"))
        self.name.setPlaceholderText(t("AddAccount", "small letters, digits and -"))
        self.name.textEdited.connect(self._on_name_edited)
        top.addRow(PlainLabel(t("AddAccount", "Name of the account")), self.name)
        column.addLayout(top)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        column.addWidget(self._area, 1)
        self.progress = BusyBar()
        self.progress.setAccessibleName(t("AddAccount", "Checking"))
        column.addWidget(self.progress)
        self.outcome = PlainLabel()
        self.outcome.setObjectName("check_result")
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.outcome)
        self.detail = PlainLabel(role="faint")
        self.detail.setObjectName("check_detail")
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.hide()
        column.addWidget(self.detail)
        row = QDialogButtonBox(self)
        self.cancel = QPushButton(t("AddAccount", "Cancel"))
        self.cancel.clicked.connect(self._on_cancel)
        self.check = QPushButton(t("AddAccount", "Check"))
        self.check.setObjectName("check")
        self.check.clicked.connect(self._on_check)
        self.connect_button = QPushButton(t("AddAccount", "Connect"))
        self.connect_button.setObjectName("connect")
        self.connect_button.setProperty("role", "primary")
        self.connect_button.setDefault(True)
        self.connect_button.clicked.connect(self._on_connect)
        row.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        row.addButton(self.check, QDialogButtonBox.ButtonRole.ActionRole)
        row.addButton(self.connect_button, QDialogButtonBox.ButtonRole.AcceptRole)
        column.addWidget(row)

    # --- connectors ----------------------------------------------------------------------

    def _ask_connectors(self) -> None:
        self._ctx.engine.call(
            "connectors.list",
            then=self._take_connectors,
            failed=self._on_no_connectors,
            owner=self,
        )

    def _on_connected(self, up: bool) -> None:
        if up and not self._specs:
            self._ask_connectors()

    def _on_no_connectors(self, error: Exception) -> None:
        self._busy(False)
        self._say("warn", *error_words(error))

    def _take_connectors(self, answer: dict[str, Any]) -> None:
        self._specs, problems = connectors_of(answer)
        self._busy(False)
        self._say("", "")
        self.connector.setFocus()  # while it waited, only Cancel could have the keyboard
        self.connector.clear()
        for spec in self._specs:
            self.connector.addItem(connector_word(one_line(spec.title)), spec.name)
        if problems:
            name, text = next(iter(problems.items()))
            self._say(
                "warn",
                t(
                    "AddAccount",
                    "The connector “{name}” can't be used: {text}",
                    name=name,
                    text=text,
                ),
            )

    def _on_connector_changed(self, position: int) -> None:
        if not 0 <= position < len(self._specs):
            return
        spec = self._specs[position]
        self._form = ConnectorForm(spec, self._ctx.theme.px(8))
        self._form.edited.connect(self._on_edited)
        self._area.setWidget(self._form)
        tab_into(self.name, self._form)
        align_labels(self._top, self._form.rows)
        if not self._named_by_hand:
            self.name.setText(re.sub(r"[^a-z0-9-]+", "-", spec.name.casefold()).strip("-"))
        self._on_edited()

    def _on_name_edited(self, _text: str) -> None:
        self._named_by_hand = True
        self._on_edited()

    def _on_edited(self) -> None:
        self._checked = False
        self._say("", "")

    # --- checking and connecting ----------------------------------------------------------

    def _complete(self) -> bool:
        if not ACCOUNT_NAME.match(self.name.text()):
            self.name.setFocus()
            self._say(
                "bad",
                t("AddAccount", "The name may have small letters, digits and - only."),
            )
            return False
        missing = self._form.missing() if self._form else t("AddAccount", "System")
        if missing:
            self._say("bad", t("AddAccount", "“{field}” is empty.", field=missing))
            return False
        return True

    def _arguments(self) -> dict[str, Any]:
        assert self._form is not None
        url, settings, secret = self._form.values()
        connector = self._specs[self.connector.currentIndex()].name
        return {"connector": connector, "url": url, "settings": settings, "secret": secret}

    def _on_check(self) -> None:
        if self._complete():
            self._begin(self._checking(self._arguments()))

    def _on_connect(self) -> None:
        if self._complete():
            arguments = self._arguments() | {
                "name": self.name.text(),
                "check": not self._checked,
            }
            self._begin(self._connecting(arguments))

    def _begin(self, steps: Coroutine[Any, Any, None]) -> None:
        self._busy(True, t("AddAccount", "Asking the server…"))
        self._flow = Flow(self, steps, self._on_refused)

    async def _checking(self, arguments: dict[str, Any]) -> None:
        answer = await asked(
            self._ctx.engine, "account.check", timeout_s=CHECK_TIMEOUT_S, **arguments
        )
        self._busy(False)
        self._checked = True
        me = answer.get("me") or {}
        who = one_line(str(me.get("name", ""))) or one_line(str(me.get("address", "")))
        server = one_line(str(answer.get("server", "")))
        words = (
            t("AddAccount", "It works: signed in as {who} at {server}.", who=who, server=server)
            if server
            else t("AddAccount", "It works: signed in as {who}.", who=who)
        )
        warnings = [one_line(str(text)) for text in answer.get("warnings", [])]
        self._say("warn" if warnings else "good", "\n".join([words, *warnings]))

    async def _connecting(self, arguments: dict[str, Any]) -> None:
        try:
            await asked(self._ctx.engine, "account.add", timeout_s=CHECK_TIMEOUT_S, **arguments)
        except RecoveryCodeNeeded as error:
            if self._ctx.recovery_code is None:
                raise
            self._busy(False)
            self._ask_for_recovery(error)
            return
        self._busy(False)
        self._ctx.bus.announce(accounts=True)
        self._ctx.notices.show(
            t(
                "AddAccount",
                "“{name}” is connected. Its tickets come in, the newest first.",
                name=str(arguments["name"]),
            ),
            "good",
        )
        self.added.emit()
        self.accept()

    def _ask_for_recovery(self, why: RecoveryCodeNeeded) -> None:
        """An embedded desk waits until the person holds the way back to its key."""
        from workspace.ui.settings.recovery_code import RecoveryCodeDialog

        self._say("warn", *error_words(why))
        dialog = RecoveryCodeDialog(self._ctx, self)
        dialog.accepted.connect(self._on_connect)
        dialog.open()

    def _on_refused(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Unavailable):  # what connects is tried once: nothing goes on by itself
            words = t(
                "AddAccount",
                "The server can't be reached. Check the address, and the connection of this"
                " computer.",
            )
            self._say("bad", words, problem_words("", error.message)[0])
        else:
            self._say("bad", *error_words(error))

    def _on_cancel(self) -> None:
        if self._flow is not None and self._flow.is_running:
            self._flow.cancel()  # what comes back now belongs to nobody
            self._busy(False)
            self._say("", "")
        else:
            self.reject()

    def _busy(self, busy: bool, words: str = "") -> None:
        if busy:
            self._before_busy = self.focusWidget()
        self.progress.setVisible(busy)
        for widget in (self.connector, self.name, self._area, self.check, self.connect_button):
            widget.setDisabled(busy)
            widget.setAccessibleDescription(words if busy else "")
        if not busy and self._before_busy is not None and self._before_busy.isEnabled():
            self._before_busy.setFocus()
            self._before_busy = None
        if words:
            self._say("", words)

    def _say(self, look: str, words: str, detail: str = "") -> None:
        self.outcome.set_look("role", look or "quiet")
        self.outcome.setText(words)
        self.outcome.setAccessibleName(in_one((words, detail)))
        self.outcome.setVisible(bool(words))
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
