"""A recovery code is shown, written down, proven by its last group, and only then holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.keys import DrawnCode
from workspace.store.journal import JournalDoor
from workspace.ui.i18n import t
from workspace.ui.problems import error_words, in_one
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import PlainLabel


class RecoveryCodeDialog(QDialog):
    """Accepted once the new code holds; until then an earlier one does, also when this is left."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert ctx.recovery_code is not None
        self._ctx = ctx
        self._drawn: DrawnCode | None = None
        self.setWindowTitle(t("Recovery", "Recovery code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(ctx.theme.px(460))
        self._build()
        ctx.writes.run(ctx.recovery_code, done=self._show, failed=self._on_failed, owner=self)

    def _build(self) -> None:
        theme = self._ctx.theme
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(12))
        self._label(
            column,
            t(
                "Recovery",
                "Write this code down or print it, and keep it apart from this computer. With it"
                " your data opens again when the keyring is lost or the passphrase forgotten."
                " Whoever has it and this computer's files can read them.",
            ),
        )
        row = QHBoxLayout()
        self.code = QLineEdit()
        self.code.setObjectName("recovery_code")
        self.code.setReadOnly(True)
        self.code.setAccessibleName(t("Recovery", "Recovery code"))
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self.code, 1)
        self.copy = QPushButton(t("Recovery", "Copy"))
        self.copy.setObjectName("copy_recovery_code")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text()))
        row.addWidget(self.copy)
        column.addLayout(row)
        self._label(
            column, t("Recovery", "Type the last four characters, to be sure that you have it:")
        )
        self.proof = QLineEdit()
        self.proof.setObjectName("recovery_proof")
        self.proof.setAccessibleName(t("Recovery", "The last four characters of the code"))
        self.proof.setMaximumWidth(theme.px(120))
        self.proof.textChanged.connect(self._on_typed)
        column.addWidget(self.proof)
        self.said = PlainLabel(role="bad")
        self.said.setObjectName("recovery_said")
        self.said.setWordWrap(True)
        self.said.hide()
        column.addWidget(self.said)
        column.addStretch(1)
        buttons = QDialogButtonBox(self)
        cancel = QPushButton(t("Recovery", "Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep = QPushButton(t("Recovery", "I have written it down"))
        self.keep.setObjectName("keep_recovery_code")
        self.keep.setProperty("role", "primary")
        self.keep.setDefault(True)
        self.keep.setDisabled(True)
        self.keep.setToolTip(t("Recovery", "First type the last four characters of the code."))
        self.keep.clicked.connect(self._on_keep)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        column.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Room for all lines of wrapped texts, which a dialog doesn't make by itself.
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def _label(self, column: QVBoxLayout, words: str) -> None:
        label = PlainLabel(words, role="quiet")
        label.setWordWrap(True)
        column.addWidget(label)

    def _show(self, drawn: DrawnCode) -> None:
        self._drawn = drawn
        self.code.setText(drawn.text)
        self.code.setCursorPosition(0)
        self.proof.setFocus()

    def _on_typed(self, typed: str) -> None:
        right = self._drawn is not None and _same(typed, self._drawn.text[-4:])
        self.keep.setEnabled(right)

    def _on_keep(self) -> None:
        assert self._drawn is not None
        self.keep.setDisabled(True)
        self._ctx.writes.submit(
            _keep,
            self._drawn,
            done=lambda _: self.accept(),
            failed=self._on_failed,
            owner=self,
        )

    def _on_failed(self, error: Exception) -> None:
        words = in_one(error_words(error))
        self.said.setText(words)
        self.said.setAccessibleName(words)
        self.said.show()
        self.keep.setEnabled(self._drawn is not None)


def _keep(door: JournalDoor, drawn: DrawnCode) -> None:
    drawn.keep()
    door.record("recovery.code_made")


def _same(typed: str, group: str) -> bool:
    return typed.strip().casefold() == group.casefold()
