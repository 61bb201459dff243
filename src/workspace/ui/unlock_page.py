"""What shows while the master key can't be read: why, and the ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workspace.domain.errors import WorkspaceError, WrongCode, WrongPassphrase
from workspace.ui.i18n import t
from workspace.ui.problems import error_words, in_one
from workspace.ui.runtime.unlock import KeyDoor, Ways
from workspace.ui.theme.theme import Theme
from workspace.ui.widgets.labels import PlainLabel

SHORTEST = 8


class UnlockPage(QWidget):
    """A passphrase to choose or enter, another try, the recovery code: what the key's place allows.

    Nothing that is there is ever overwritten from here.
    """

    def __init__(self, key_door: KeyDoor, theme: Theme) -> None:
        super().__init__()
        self._key_door = key_door
        self._theme = theme
        self._ways = Ways()
        self._tried = False
        self.setObjectName("unlock")
        across = QHBoxLayout(self)
        middle = QWidget()  # of one width, so that its words get the height they need
        middle.setMaximumWidth(theme.px(520))
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(2)
        self._title = self._label("title")
        self._reason = self._label("quiet")
        self._detail = self._label("faint")
        self._passphrase = self._secret("passphrase", t("Unlock", "Passphrase"))
        self._again = self._secret("passphrase_again", t("Unlock", "The same passphrase again"))
        self._said = self._label("bad")
        self._said.setObjectName("unlock_said")
        self._go = self._button("unlock_go", "", self._on_passphrase)
        self._go.setProperty("role", "primary")
        self._retry = self._button("unlock_retry", t("Unlock", "Try again"), self._on_retry)
        self._code_row = QWidget()
        row = QHBoxLayout(self._code_row)
        row.setContentsMargins(0, 0, 0, 0)
        self._code = QLineEdit()
        self._code.setObjectName("recovery_code_entry")
        self._code.setPlaceholderText(t("Unlock", "Recovery code"))
        self._code.setAccessibleName(t("Unlock", "Recovery code"))
        self._code.setMinimumWidth(theme.px(320))
        self._code.returnPressed.connect(self._on_code)
        row.addWidget(self._code)
        self._use = QPushButton(t("Unlock", "Use the code"))
        self._use.clicked.connect(self._on_code)
        row.addWidget(self._use)
        self._column.addWidget(self._code_row, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    # --- parts ---------------------------------------------------------------------------

    def _label(self, role: str) -> PlainLabel:
        label = PlainLabel(role=role)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(label)
        return label

    def _secret(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setFixedWidth(self._theme.px(320))
        line.returnPressed.connect(self._on_passphrase)
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        return line

    def _button(self, name: str, words: str, on_press: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.clicked.connect(on_press)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    # --- what it says --------------------------------------------------------------------

    def say(self, error: WorkspaceError) -> None:
        """Show why, and take input again."""
        ways = self._ways = self._key_door.ways
        title, reason = self._words(ways)
        heading, detail = error_words(error)
        self._title.setText(title)
        self._reason.setText(reason or heading)
        wrong = isinstance(error, WrongPassphrase | WrongCode)
        # The place of the key is no news where a passphrase is simply asked for.
        told = self._tried and not ways.recovered
        self._tell((heading if wrong else in_one((heading, detail))) if told else "")
        plainly_asked = ways.recovered or (ways.enter and not ways.retry)
        self._detail.setText("" if told or plainly_asked else detail)
        self._tried = False
        asked = ways.choose or ways.enter
        self._again.setVisible(ways.choose)
        self._passphrase.setVisible(asked)
        self._go.setVisible(asked)
        self._go.setText(
            t("Unlock", "Use this passphrase") if ways.choose else t("Unlock", "Unlock")
        )
        self._retry.setVisible(ways.retry)
        self._retry.setProperty("role", "" if asked else "primary")
        self._retry.style().unpolish(self._retry)
        self._retry.style().polish(self._retry)
        self._code_row.setVisible(ways.code)
        self._detail.setVisible(bool(self._detail.text()))
        self._busy(False)
        self._passphrase.selectAll()
        (self._passphrase if asked else self._retry).setFocus()

    @staticmethod
    def _words(ways: Ways) -> tuple[str, str]:
        """(title, what to do) for the ways there are; the latter "" where the error says it."""
        if ways.recovered:
            return t("Unlock", "The code is right"), t(
                "Unlock",
                "No keyring runs here that could keep the key for the next start. Choose a"
                " passphrase; from now on it opens what Workspace keeps on this computer.",
            )
        if ways.choose:
            return t("Unlock", "Choose a passphrase"), t(
                "Unlock",
                "Workspace encrypts tickets, drafts and passwords on this computer. This system"
                " offers no keyring for the key, so a passphrase locks it; you are asked for it"
                " at each start. A recovery code follows, for when the passphrase is forgotten.",
            )
        if ways.enter:
            return t("Unlock", "Enter your passphrase"), t(
                "Unlock", "It opens the tickets, drafts and passwords kept on this computer."
            )
        return t("Unlock", "Your data can't be unlocked"), ""

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._said.setVisible(bool(words))

    # --- what it does --------------------------------------------------------------------

    def _on_passphrase(self) -> None:
        passphrase = self._passphrase.text()
        if self._ways.choose:
            if len(passphrase) < SHORTEST:
                self._tell(t("Unlock", "At least %n characters; several words are best.", SHORTEST))
            elif passphrase != self._again.text():
                self._tell(t("Unlock", "The two are not the same."))
                self._again.setFocus()
            else:
                self._try()
                self._key_door.choose(passphrase)
        elif passphrase:
            self._try()
            self._key_door.enter(passphrase)

    def _on_retry(self) -> None:
        self._busy(True)
        self._key_door.start()

    def _on_code(self) -> None:
        if code := self._code.text().strip():
            self._try()
            self._key_door.recover(code)

    def _try(self) -> None:
        self._tried = True
        self._tell("")
        self._busy(True)

    def forget(self) -> None:
        """Nothing that was typed stays behind."""
        for line in (self._passphrase, self._again, self._code):
            line.clear()

    def _busy(self, busy: bool) -> None:
        for widget in (
            self._passphrase,
            self._again,
            self._go,
            self._retry,
            self._code,
            self._use,
        ):
            widget.setDisabled(busy)
