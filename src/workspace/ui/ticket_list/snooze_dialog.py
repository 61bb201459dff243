"""Until when shall tickets rest?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workspace.domain.snooze import SnoozeTime
from workspace.store.queries.rows import TicketRow
from workspace.store.queries.tickets import get_tickets
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import fault_words, meaning
from workspace.ui.ticket_list.spoken import subject, who
from workspace.ui.widgets.labels import ElidedLabel
from workspace.ui.widgets.when_dialog import WhenDialog


class SnoozeDialog(WhenDialog):
    """Signals: `time_chosen(until in ms UTC or 0 for until a reply, whether a reply ends it)`."""

    time_chosen = Signal(object, bool)

    def __init__(self, ctx: WindowContext, ids: list[int], parent: QWidget | None = None) -> None:
        about = ElidedLabel("", role="quiet") if len(ids) == 1 else None
        super().__init__(
            ctx,
            t("Snooze", "Snooze %n tickets until…", len(ids)),
            asked=t("Snooze", "Until when"),
            go=t("Snooze", "Snooze"),
            about=about,
            parent=parent,
        )
        self.setObjectName("snooze")
        self.setWindowTitle(t("Snooze", "Snooze"))
        self.about = about
        if about is not None:  # read, for it need not be the one in front
            ctx.reads.ask(get_tickets, ids, then=self._name_it, owner=self)

    def _name_it(self, tickets: dict[int, TicketRow]) -> None:
        for ticket in tickets.values():
            words = f"{who(ticket)} · {subject(ticket)}"
            self.setAccessibleDescription(words)
            if self.about is not None:
                self.about.set_text(words)

    def _fault(self, time: SnoozeTime) -> str:
        return fault_words(time.fault) if time.fault else ""

    def _meaning(self, time: SnoozeTime) -> str:
        return meaning(time, self._ctx.clock.now_ms())

    def _take(self, time: SnoozeTime) -> None:
        self.time_chosen.emit(time.until, time.on_reply)
