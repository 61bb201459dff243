"""When? A field that understands words, and the times one mostly means."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workspace.domain.snooze import LONGEST, SnoozeTime, parse_snooze
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import preset_times, until_words
from workspace.ui.widgets.labels import PlainLabel
from workspace.ui.widgets.time_button import TimeButton


class WhenDialog(QDialog):
    """What is asked in it says `_fault` and `_meaning`, and takes the answer in `_take`."""

    def __init__(
        self,
        ctx: WindowContext,
        title: str,
        *,
        asked: str,
        go: str,
        hints: tuple[str, ...] = (),
        about: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        theme = ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.size("pane_pad_px")] * 4))
        column.setSpacing(theme.px(8))
        column.addWidget(PlainLabel(title, role="title"))
        if about is not None:
            column.addWidget(about)
        for words in hints:
            label = PlainLabel(words, role="quiet")
            label.setWordWrap(True)
            column.addWidget(label)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(t("Snooze", "tomorrow 9"))
        self.field.setAccessibleName(asked)
        self.field.setMinimumWidth(theme.px(320))
        column.addWidget(self.field)
        self.said = PlainLabel("", role="quiet")
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing() + theme.px(2))
        column.addWidget(self.said)
        now = ctx.clock.now_ms()
        self.presets: list[QPushButton] = []
        for words, time in preset_times(now):
            if not self._fault(time):
                button = TimeButton(
                    theme, words, until_words(time.until, now) if time.until else ""
                )
                button.clicked.connect(partial(self._choose, time))
                self.presets.append(button)
                column.addWidget(button)
        self.go = QPushButton(go)
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._take_words)
        column.addWidget(self.go)
        self.field.textChanged.connect(self._read)
        self._read()
        self.field.setFocus()

    @abstractmethod
    def _fault(self, time: SnoozeTime) -> str:
        """Why this can't be used, in words; "" if it can."""

    @abstractmethod
    def _meaning(self, time: SnoozeTime) -> str:
        """What was understood, in full."""

    @abstractmethod
    def _take(self, time: SnoozeTime) -> None:
        """This is the answer."""

    def _parsed(self) -> SnoozeTime:
        return parse_snooze(self.field.text(), self._ctx.clock.now_ms())

    def _read(self) -> None:
        time = self._parsed()
        fault = self._fault(time)
        words = fault or self._meaning(time)
        self.said.setText(words)
        self.said.set_look("role", "bad" if fault and time.fault != "empty" else "quiet")
        self.field.setAccessibleDescription(words)
        self.go.setEnabled(not fault)
        self.go.setAccessibleDescription(fault)

    def _take_words(self) -> None:
        time = self._parsed()
        if not self._fault(time):
            self._choose(time)

    def _choose(self, time: SnoozeTime, _checked: bool = False) -> None:
        self._take(time)
        self.accept()
