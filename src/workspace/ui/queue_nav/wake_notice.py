"""Says which tickets are back from snooze at the moment they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import one_line


def read_woken(reader: Reader, since: int) -> list[TicketRow]:
    """Open tickets whose snooze ended at this moment (ms UTC) or later."""
    from workspace.store.queries.queues import list_woken

    return list_woken(reader, since)


class WakeNotice(QObject):
    """Signals: `ticket_asked(local id)` when the person wants to see it."""

    ticket_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def look(self, moment: int) -> None:
        """A moment came: say what woke then."""
        self._ctx.reads.ask(read_woken, moment, then=self._say, owner=self)

    def _say(self, rows: list[TicketRow]) -> None:
        if not rows:
            return  # it was a deadline that came near
        first = rows[0]
        if len(rows) == 1:
            words = t("Queues", "Back from snooze: {subject}", subject=one_line(first.subject)[:80])
        else:
            words = t("Queues", "%n tickets are back from snooze", len(rows))
        self._ctx.notices.show(
            words,
            action=t("Queues", "Show"),
            on_action=lambda: self.ticket_asked.emit(first.id),
            seconds=20.0,
            key="woken",
        )
