"""What shows while the master key can't be read: why, and the ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workspace.domain.errors import WorkspaceError
from workspace.ui.i18n import t
from workspace.ui.runtime.unlock import KeyDoor
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel


class UnlockPage(QWidget):
    """Try again, or enter the recovery code. Nothing is ever overwritten from here."""

    def __init__(self, key_door: KeyDoor, theme: Theme) -> None:
        super().__init__()
        self._key_door = key_door
        self.setObjectName("unlock")
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(10))
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(
            PlainLabel(t("Unlock", "Your data can't be unlocked"), role="title"), 0, middle
        )
        self._reason = PlainLabel(role="quiet")
        self._reason.setWordWrap(True)
        self._reason.setAlignment(middle)
        self._reason.setFixedWidth(theme.px(520))
        column.addWidget(self._reason, 0, middle)
        self._retry = QPushButton(t("Unlock", "Try again"))
        self._retry.setProperty("role", "primary")
        self._retry.clicked.connect(self._on_retry)
        column.addWidget(self._retry, 0, middle)
        row = QHBoxLayout()
        row.addStretch(1)
        self._code = QLineEdit()
        self._code.setPlaceholderText(t("Unlock", "Recovery code"))
        self._code.setAccessibleName(t("Unlock", "Recovery code"))
        self._code.setMinimumWidth(theme.px(320))
        self._code.returnPressed.connect(self._on_code)
        row.addWidget(self._code)
        self._use = QPushButton(t("Unlock", "Use the code"))
        self._use.clicked.connect(self._on_code)
        row.addWidget(self._use)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, error: WorkspaceError) -> None:
        """Show why, and take input again."""
        self._reason.setText(f"{error.message} {error.action}".strip())
        self._busy(False)

    def _on_retry(self) -> None:
        self._busy(True)
        self._key_door.start()

    def _on_code(self) -> None:
        if code := self._code.text().strip():
            self._busy(True)
            self._key_door.recover(code)

    def _busy(self, busy: bool) -> None:
        for widget in (self._retry, self._code, self._use):
            widget.setDisabled(busy)
