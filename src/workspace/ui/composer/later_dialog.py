"""When shall it leave? A field that understands words, and the times one mostly means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workspace.domain.snooze import LONGEST, SnoozeTime, parse_snooze
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import fault_words, presets, until_words
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.time_button import TimeButton

SOONEST_MS = 60_000


class LaterDialog(QDialog):
    """Signals: `time_chosen` with ms UTC."""

    time_chosen = Signal(object)

    def __init__(
        self, ctx: WindowContext, their_time: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        theme = ctx.theme
        self.setObjectName("send_later")
        self.setWindowTitle(t("Composer", "Send later"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(8))
        column.addWidget(PlainLabel(t("Composer", "Send later"), role="title"))
        hint = t("Composer", "It leaves then if this computer is running, else as soon as it does.")
        for words in filter(None, (hint, their_time)):
            label = PlainLabel(words, role="quiet")
            label.setWordWrap(True)
            column.addWidget(label)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(t("Snooze", "tomorrow 9"))
        self.field.setAccessibleName(t("Composer", "When to send"))
        self.field.setMinimumWidth(theme.px(320))
        column.addWidget(self.field)
        self.said = PlainLabel("", role="quiet")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        column.addWidget(self.said)
        self.presets: list[QPushButton] = []
        now = ctx.clock.now_ms()
        for words in presets():
            time = parse_snooze(words, now)
            if self._fault(time) == "":
                button = TimeButton(theme, words, until_words(time.until, now))
                button.clicked.connect(partial(self._choose, time.until))
                self.presets.append(button)
                column.addWidget(button)
        self.go = QPushButton(t("Composer", "Send then"))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._take_words)
        column.addWidget(self.go)
        self.field.textChanged.connect(self._read)
        self._read()
        self.field.setFocus()

    def _fault(self, time: SnoozeTime) -> str:
        """Why this can't be used; a reply of the customer is no time to send at."""
        if time.fault == "empty":
            return t("Composer", "For example: tomorrow 9, monday 14:00, in 2 hours")
        if time.fault:
            return fault_words(time.fault)
        if not time.until:
            return fault_words("unknown")
        soon = time.until < self._ctx.clock.now_ms() + SOONEST_MS
        return t("Composer", "That is right now: send it instead.") if soon else ""

    def _read(self) -> None:
        now = self._ctx.clock.now_ms()
        time = parse_snooze(self.field.text(), now)
        fault = self._fault(time)
        words = fault or until_words(time.until, now)
        self.said.setText(words)
        self.said.set_look("role", "bad" if fault and time.fault != "empty" else "quiet")
        self.field.setAccessibleDescription(words)
        self.go.setEnabled(not fault)

    def _take_words(self) -> None:
        time = parse_snooze(self.field.text(), self._ctx.clock.now_ms())
        if not self._fault(time):
            self._choose(time.until)

    def _choose(self, until: int, _checked: bool = False) -> None:
        self.time_chosen.emit(until)
        self.accept()
