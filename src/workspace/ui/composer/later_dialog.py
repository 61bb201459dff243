"""When shall it leave?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workspace.domain.snooze import SnoozeTime
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import fault_words, until_words
from workspace.ui.widgets.when_dialog import WhenDialog

SOONEST_MS = 60_000


class LaterDialog(WhenDialog):
    """Signals: `time_chosen` with ms UTC."""

    time_chosen = Signal(object)

    def __init__(
        self, ctx: WindowContext, their_time: str = "", parent: QWidget | None = None
    ) -> None:
        hint = t("Composer", "It leaves then if this computer is running, else as soon as it does.")
        super().__init__(
            ctx,
            t("Composer", "Send later"),
            asked=t("Composer", "When to send"),
            go=t("Composer", "Send then"),
            hints=tuple(filter(None, (hint, their_time))),
            parent=parent,
        )
        self.setObjectName("send_later")
        self.setWindowTitle(t("Composer", "Send later"))

    def _fault(self, time: SnoozeTime) -> str:
        """A reply of the customer is no time to send at."""
        if time.fault == "empty":
            return t("Composer", "For example: tomorrow 9, monday 14:00, in 2 hours")
        if time.fault:
            return fault_words(time.fault)
        if not time.until:
            return fault_words("unknown")
        soon = time.until < self._ctx.clock.now_ms() + SOONEST_MS
        return t("Composer", "That is right now: send it instead.") if soon else ""

    def _meaning(self, time: SnoozeTime) -> str:
        return until_words(time.until, self._ctx.clock.now_ms())

    def _take(self, time: SnoozeTime) -> None:
        self.time_chosen.emit(time.until)
