"""Until when? A field that understands words, and the times one mostly means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workspace.domain.snooze import LONGEST, SnoozeTime, parse_snooze
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import meaning, preset_times, until_words
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.time_button import TimeButton


class SnoozeDialog(QDialog):
    """Signals: `time_chosen(until in ms UTC or 0 for until a reply, whether a reply ends it)`."""

    time_chosen = Signal(object, bool)

    def __init__(self, ctx: WindowContext, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        theme = ctx.theme
        self.setObjectName("snooze")
        self.setWindowTitle(t("Snooze", "Snooze"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(8))
        column.addWidget(PlainLabel(t("Snooze", "Snooze %n tickets until…", count), role="title"))
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(t("Snooze", "tomorrow 9"))
        self.field.setAccessibleName(t("Snooze", "Until when"))
        self.field.setMinimumWidth(theme.px(320))
        column.addWidget(self.field)
        self.said = PlainLabel("", role="quiet")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing() + theme.px(2))
        column.addWidget(self.said)
        now = ctx.clock.now_ms()
        self.presets = [self._preset(words, time) for words, time in preset_times(now)]
        for button in self.presets:
            column.addWidget(button)
        self.go = QPushButton(t("Snooze", "Snooze"))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._take_words)
        column.addWidget(self.go)
        self.field.textChanged.connect(self._read)
        self._read()
        self.field.setFocus()

    def _preset(self, words: str, time: SnoozeTime) -> QPushButton:
        now = self._ctx.clock.now_ms()
        when = until_words(time.until, now) if time.until else ""
        button = TimeButton(self._ctx.theme, words, when)
        button.clicked.connect(lambda: self._choose(time))
        return button

    def _read(self) -> None:
        now = self._ctx.clock.now_ms()
        time = parse_snooze(self.field.text(), now)
        words = meaning(time, now)
        self.said.setText(words)
        self.said.set_look("role", "bad" if time.fault and time.fault != "empty" else "quiet")
        self.field.setAccessibleDescription(words)
        self.go.setEnabled(not time.fault)
        self.go.setAccessibleDescription(words if time.fault else "")

    def _take_words(self) -> None:
        time = parse_snooze(self.field.text(), self._ctx.clock.now_ms())
        if not time.fault:
            self._choose(time)

    def _choose(self, time: SnoozeTime) -> None:
        self.time_chosen.emit(time.until, time.on_reply)
        self.accept()
