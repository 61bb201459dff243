"""Settings: accounts, looks, language, writing. Everything takes effect at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workspace.ui.i18n import LANGUAGES, t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.sync_status.account_cards import AccountCards
from workspace.ui.widgets.labels import PlainLabel

SCALES = (100, 110, 125, 150, 175, 200)
UNDO_S = (0, 5, 10, 20, 30, 60)


class SettingsPage(QDialog):
    """Signals: `account_asked` when another account is to be connected."""

    account_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(t("Settings", "Settings"))
        self.resize(ctx.theme.px(640), ctx.theme.px(520))
        column = QVBoxLayout(self)
        tabs = self._tabs = QTabWidget()
        tabs.setObjectName("settings_tabs")
        tabs.addTab(self._accounts(), t("Settings", "Accounts"))
        tabs.addTab(self._looks(), t("Settings", "Appearance"))
        tabs.addTab(self._writing(), t("Settings", "Writing"))
        if ctx.recovery_code is not None:
            self._safety_page = self._safety()
            tabs.addTab(self._safety_page, t("Settings", "Recovery"))
        column.addWidget(tabs, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front: recovery, or "" for the one that shows."""
        if name == "recovery" and self._ctx.recovery_code is not None:
            self._tabs.setCurrentWidget(self._safety_page)

    def _accounts(self) -> QWidget:
        cards = AccountCards(self._ctx, removable=True)
        cards.account_asked.connect(self.account_asked)
        return cards

    def _form(self) -> tuple[QWidget, QFormLayout]:
        page = QWidget()
        form = QFormLayout(page)
        pad = self._ctx.theme.size("pane_pad_px")
        form.setContentsMargins(pad, pad, pad, pad)
        form.setVerticalSpacing(self._ctx.theme.px(12))
        return page, form

    def _combo(
        self, name: str, words: dict[Any, str], current: object, field: str
    ) -> tuple[PlainLabel, QComboBox]:
        combo = QComboBox()
        combo.setObjectName(f"setting_{field}")
        combo.setAccessibleName(name)
        for value, word in words.items():
            combo.addItem(word, value)
        combo.setCurrentIndex(max(0, combo.findData(current)))
        combo.currentIndexChanged.connect(
            lambda _: self._ctx.settings.change(**{field: combo.currentData()})
        )
        return PlainLabel(name), combo

    def _looks(self) -> QWidget:
        page, form = self._form()
        value = self._ctx.settings.value
        form.addRow(
            *self._combo(
                t("Settings", "Theme"),
                {
                    "system": t("Settings", "As the system"),
                    "light": t("Settings", "Light"),
                    "dark": t("Settings", "Dark"),
                },
                value.theme,
                "theme",
            )
        )
        form.addRow(
            *self._combo(
                t("Settings", "Size of text"),
                {scale: f"{scale} %" for scale in SCALES},
                value.scale,
                "scale",
            )
        )
        form.addRow(
            *self._combo(
                t("Settings", "Language"),
                {"": t("Settings", "As the system"), **LANGUAGES},
                value.language,
                "language",
            )
        )
        hint = PlainLabel(
            t("Settings", "Another language shows the next time Workspace starts."), role="faint"
        )
        hint.setWordWrap(True)
        form.addRow("", hint)
        return page

    def _writing(self) -> QWidget:
        page, form = self._form()
        value = self._ctx.settings.value
        at_once = t("Settings", "send at once")
        form.addRow(
            *self._combo(
                t("Settings", "Send with"),
                {
                    "ctrl+enter": t("Settings", "Ctrl+Enter; Enter breaks the line"),
                    "enter": t("Settings", "Enter; Shift+Enter breaks the line"),
                },
                value.send_key,
                "send_key",
            )
        )
        waits = {
            seconds: t("Settings", "%n seconds", seconds) if seconds else at_once
            for seconds in sorted({*UNDO_S, value.undo_s})
        }
        form.addRow(
            *self._combo(t("Settings", "Time to take a reply back"), waits, value.undo_s, "undo_s")
        )
        form.addRow(
            *self._combo(
                t("Settings", "Card numbers in a reply"),
                {
                    "warn": t("Settings", "Ask before sending"),
                    "block": t("Settings", "Never send"),
                },
                value.card_numbers,
                "card_numbers",
            )
        )
        return page

    def _safety(self) -> QWidget:
        page, form = self._form()
        why = PlainLabel(
            t(
                "Settings",
                "What Workspace keeps is encrypted with a key that the keyring of this system or"
                " your passphrase holds. If that is lost, a recovery code opens it again. Write"
                " the code down and keep it apart from this computer. A new code replaces the old"
                " one.",
            ),
            role="quiet",
        )
        why.setWordWrap(True)
        form.addRow(why)
        make = QPushButton(t("Settings", "Make a recovery code…"))
        make.setObjectName("make_recovery_code")
        make.clicked.connect(self.make_recovery_code)
        form.addRow(make)
        return page

    def make_recovery_code(self) -> None:
        """Draw a code, to be written down before it holds."""
        from workspace.ui.settings.recovery_code import RecoveryCodeDialog

        RecoveryCodeDialog(self._ctx, self).open()
