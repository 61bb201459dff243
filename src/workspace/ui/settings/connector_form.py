"""The fields of one connector, made from its manifest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from workspace.ui.i18n import t
from workspace.ui.widgets.labels import PlainLabel, plain_tooltip

Field = QLineEdit | QComboBox | QCheckBox
TRUE = ("1", "true", "yes", "on")


class SettingSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One setting as the engine's `connectors.list` tells it."""

    name: str
    label: str
    kind: str = "text"
    required: bool = True
    default: str = ""
    choices: tuple[str, ...] = ()
    help: str = ""


class ConnectorSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A connector as the engine's `connectors.list` tells it; other fields are ignored."""

    name: str
    title: str
    settings: tuple[SettingSpec, ...] = ()
    embedded: bool = False


def connectors_of(answer: Mapping[str, Any]) -> tuple[list[ConnectorSpec], dict[str, str]]:
    """The connectors and what is wrong with those that can't be used."""
    specs = msgspec.convert(answer.get("connectors", []), list[ConnectorSpec])
    problems = msgspec.convert(answer.get("problems", {}), dict[str, str])
    return sorted(specs, key=lambda spec: spec.title.casefold()), problems


def fields_of(spec: ConnectorSpec) -> list[SettingSpec]:
    """What the form asks: address and secret too, where the manifest leaves them unsaid."""
    fields = list(spec.settings)
    kinds = {field.kind for field in fields}
    if not spec.embedded:
        if "secret" not in kinds:
            label = t("AddAccount", "Password or token")
            fields.insert(0, SettingSpec(name="secret", label=label, kind="secret"))
        if not any(field.name == "url" for field in fields):
            label = t("AddAccount", "Address of the server")
            fields.insert(0, SettingSpec(name="url", label=label, kind="url"))
    return fields


def connector_word(text: str) -> str:
    """A text of a manifest in the window's language, where the catalogue has it."""
    return QCoreApplication.translate("Connectors", text) if text else ""


def align_labels(*forms: QFormLayout) -> None:
    """Give the fields of forms that stand one above the other the same left edge."""
    labels = [
        label
        for form in forms
        for row in range(form.rowCount())
        if (item := form.itemAt(row, QFormLayout.ItemRole.LabelRole)) is not None
        and (label := item.widget()) is not None
    ]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(widest)


class ConnectorForm(QWidget):
    """Signals: `edited` when any field changed."""

    edited = Signal()

    def __init__(self, spec: ConnectorSpec, gap_px: int) -> None:
        super().__init__()
        self._specs = fields_of(spec)
        self._fields: dict[str, Field] = {}
        self._unexplained: list[QWidget] = []  # they have no description of their own
        self._secret_stays = False
        form = self.rows = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(gap_px)
        form.setHorizontalSpacing(gap_px + gap_px // 2)
        self._gap = gap_px
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for setting in self._specs:
            field = self._make(setting)
            self._fields[setting.name] = field
            words = connector_word(setting.label)
            field.setAccessibleName(words)
            help_words = connector_word(setting.help)
            field.setAccessibleDescription(help_words)
            field.setToolTip(plain_tooltip(help_words))
            field.setObjectName(f"setting_{setting.name}")
            if not help_words:
                self._unexplained.append(field)
            if isinstance(field, QCheckBox):
                form.addRow(field)
            else:
                label = PlainLabel(words if setting.required else self._optional(words))
                label.setBuddy(field)
                form.addRow(
                    label, self._with_browse(field, words) if setting.kind == "path" else field
                )
            if help_words:
                hint = PlainLabel(help_words, role="faint")
                hint.setWordWrap(True)
                hint.setAlignment(Qt.AlignmentFlag.AlignTop)
                form.addRow("", hint)

    def changeEvent(self, event: QEvent) -> None:
        """Off only while the server is asked: then whatever says nothing else says so."""
        if event.type() == QEvent.Type.EnabledChange:
            words = "" if self.isEnabled() else t("AddAccount", "Asking the server…")
            for control in self._unexplained:
                control.setAccessibleDescription(words)
        super().changeEvent(event)

    def fill(self, url: str, settings: Mapping[str, str]) -> None:
        """Show what an account has. Its secret is not shown; left empty it stays."""
        self._secret_stays = True
        for spec in self._specs:
            field = self._fields[spec.name]
            value = url if spec.name == "url" else settings.get(spec.name, "")
            if isinstance(field, QCheckBox):
                if spec.name in settings:
                    field.setChecked(value.casefold() in TRUE)
            elif isinstance(field, QComboBox):
                if (at := field.findData(value)) >= 0:
                    field.setCurrentIndex(at)
            elif spec.kind == "secret":
                field.setPlaceholderText(t("AddAccount", "unchanged"))
            else:
                field.setText(value)

    def values(self) -> tuple[str, dict[str, str], str]:
        """(url, settings, secret) as they stand; empty optional settings are left out."""
        url, secret, settings = "", "", {}
        for spec in self._specs:
            value = self._value(self._fields[spec.name])
            if spec.name == "url":
                url = value.strip()
            elif spec.kind == "secret":
                secret = value
            elif value.strip():
                settings[spec.name] = value.strip()
        return url, settings, secret

    def missing(self) -> str:
        """The label of the first required field that is empty, else ""; it gets the focus."""
        for spec in self._specs:
            field = self._fields[spec.name]
            if spec.kind == "secret" and self._secret_stays:
                continue
            if spec.required and not self._value(field).strip():
                field.setFocus()
                return connector_word(spec.label)
        return ""

    @staticmethod
    def _optional(words: str) -> str:
        return t("AddAccount", "{field} (optional)", field=words)

    def _make(self, spec: SettingSpec) -> Field:
        if spec.kind == "flag":
            check = QCheckBox(connector_word(spec.label))
            check.setChecked(spec.default.casefold() in TRUE)
            check.toggled.connect(self.edited)
            return check
        if spec.kind == "choice":
            combo = QComboBox()
            for choice in spec.choices:
                combo.addItem(connector_word(choice), choice)
            combo.setCurrentIndex(max(0, combo.findData(spec.default)))
            combo.currentIndexChanged.connect(self.edited)
            return combo
        line = QLineEdit(spec.default)
        if spec.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        if spec.kind == "url":
            line.setPlaceholderText("https://…")
        line.textChanged.connect(self.edited)
        return line

    def _with_browse(self, field: QWidget, words: str) -> QHBoxLayout:
        """A path can be typed, or chosen."""
        assert isinstance(field, QLineEdit)

        def browse() -> None:
            dialog = QFileDialog(self.window(), words, field.text())
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(field.setText)
            dialog.open()

        button = QPushButton(t("AddAccount", "Browse…"))
        button.setObjectName(f"browse_{field.objectName()}")
        button.setAccessibleName(f"{button.text()}: {words}")
        button.clicked.connect(browse)
        self._unexplained.append(button)
        line = QHBoxLayout()
        line.setSpacing(self._gap)
        line.addWidget(field, 1)
        line.addWidget(button)
        return line

    @staticmethod
    def _value(field: Field) -> str:
        if isinstance(field, QCheckBox):
            return "true" if field.isChecked() else "false"
        if isinstance(field, QComboBox):
            return str(field.currentData() or "")
        return field.text()
