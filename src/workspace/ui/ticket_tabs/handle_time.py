"""How long the agent was at each ticket: for their own eyes, kept in memory only.

It counts while the ticket is in front in a window that has the focus, and pauses when neither
pointer nor text moved for two minutes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from workspace.ui.i18n import t
from workspace.ui.ticket_tabs.ticket_pane import TicketPane

TICK_S = 5
IDLE_S = 120
MINUTE_S = 60


class HandleTime(QObject):
    """One for all windows. GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds: dict[int, int] = {}
        self._sign: tuple[object, ...] = ()
        self._still_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_S * 1000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def seconds(self, ticket_id: int) -> int:
        """Seconds at this ticket since the program began."""
        return self._seconds.get(ticket_id, 0)

    def show(self, pane: TicketPane) -> None:
        """Say in a pane's bar how long it is."""
        minutes = self.seconds(pane.ticket_id or 0) // MINUTE_S
        if not minutes:
            pane.conversation.bar.show_time("", "")
            return
        spoken = t("Tabs", "%n minutes at this ticket since the start; only you see this", minutes)
        pane.conversation.bar.show_time(t("Tabs", "%n min", minutes), spoken)

    def tick(self) -> None:
        """Count the last five seconds for the ticket that was worked on."""
        pane = pane_at_work()
        if pane is None or pane.ticket_id is None:
            return
        edit = pane.composer.panes[pane.composer.mode].edit
        sign = (
            QCursor.pos().toTuple(),
            pane.ticket_id,
            edit.textCursor().position(),
            edit.document().characterCount(),
            pane.conversation.view.verticalScrollBar().value(),
            pane.conversation.view.current,
        )
        self._still_s = 0 if sign != self._sign else self._still_s + TICK_S
        self._sign = sign
        if self._still_s < IDLE_S:
            self._seconds[pane.ticket_id] = self.seconds(pane.ticket_id) + TICK_S
            self.show(pane)


def pane_at_work() -> TicketPane | None:
    """The ticket in front in the window that has the focus."""
    window = QApplication.activeWindow()
    pane = getattr(window, "pane", None)
    return pane if isinstance(pane, TicketPane) else None
