"""All tickets that are open: the window's tabs and the windows of single tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workspace.ui.engine_teller import EngineTeller
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_tabs.handle_time import HandleTime
from workspace.ui.ticket_tabs.ticket_tabs import TicketTabs

if TYPE_CHECKING:
    from workspace.ui.ticket_tabs.pop_out import PopOutWindow


class OpenTickets(QObject):
    """GUI thread only; lives as long as the main window.

    Signals:
        front_changed: another ticket is in front in the main window.
        looked_at: a ticket id that came into view, in whichever window.
    """

    front_changed = Signal()
    looked_at = Signal(int)

    def __init__(self, ctx: WindowContext, deeds: TicketActions, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._deeds = deeds
        self._window = window
        self.tabs = TicketTabs(ctx)
        self.windows: list[PopOutWindow] = []
        self.teller = EngineTeller(ctx, self)
        self.time = HandleTime(self)
        self._front: int | None = None
        self.tabs.front_changed.connect(self._on_front)

    def pop_out(self, ticket_id: int) -> PopOutWindow:
        """The ticket in a window of its own; one that it has already comes to the front."""
        for popped in self.windows:
            if popped.pane.ticket_id == ticket_id:
                popped.bring_up()
                return popped
        from workspace.ui.ticket_tabs.pop_out import PopOutWindow

        popped = PopOutWindow(self._ctx, ticket_id, self.tabs.book, self._deeds)
        popped.gone.connect(self._on_gone)
        corner = self._window.frameGeometry().topLeft()
        popped.move(corner.x() + self._window.width() // 4, corner.y() + 40)
        self.windows.append(popped)
        self.tabs.pane_made.emit(popped.pane)
        popped.bring_up()
        self.looked_at.emit(ticket_id)
        self._tell()
        return popped

    def pop_out_current(self) -> None:
        """The ticket in front into a window; its tab, if it has one, closes."""
        tab = self.tabs.tab
        if tab.ticket_id is not None:
            ticket_id = tab.ticket_id
            self.tabs.close_tab(tab)
            self.pop_out(ticket_id)

    def _on_gone(self, popped: PopOutWindow) -> None:
        if popped in self.windows:
            self.windows.remove(popped)
            self._tell()

    def _on_front(self) -> None:
        self.time.show(self.tabs.pane)
        ticket_id = self.tabs.tab.ticket_id
        self._tell()
        if ticket_id != self._front:
            self._front = ticket_id
            if ticket_id is not None:
                self.looked_at.emit(ticket_id)
        self.front_changed.emit()

    def _tell(self) -> None:
        """The engine keeps fresh what can be seen."""
        popped = [window.pane.ticket_id for window in self.windows]
        ids = [*self.tabs.shown_ids(), *(each for each in popped if each is not None)]
        self.teller.show(list(dict.fromkeys(ids)))

    def close(self) -> None:
        """The main window goes: what is typed is handed over, what is open remembered."""
        self.tabs.remember(also=[popped.ref for popped in self.windows])
        self.tabs.flush()
        for popped in list(self.windows):
            popped.close()
