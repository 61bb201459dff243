"""Until when shall tickets rest?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workspace.domain.snooze import SnoozeTime
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import fault_words, meaning
from workspace.ui.widgets.when_dialog import WhenDialog


class SnoozeDialog(WhenDialog):
    """Signals: `time_chosen(until in ms UTC or 0 for until a reply, whether a reply ends it)`."""

    time_chosen = Signal(object, bool)

    def __init__(self, ctx: WindowContext, count: int, parent: QWidget | None = None) -> None:
        super().__init__(
            ctx,
            t("Snooze", "Snooze %n tickets until…", count),
            asked=t("Snooze", "Until when"),
            go=t("Snooze", "Snooze"),
            parent=parent,
        )
        self.setObjectName("snooze")
        self.setWindowTitle(t("Snooze", "Snooze"))

    def _fault(self, time: SnoozeTime) -> str:
        return fault_words(time.fault) if time.fault else ""

    def _meaning(self, time: SnoozeTime) -> str:
        return meaning(time, self._ctx.clock.now_ms())

    def _take(self, time: SnoozeTime) -> None:
        self.time_chosen.emit(time.until, time.on_reply)
