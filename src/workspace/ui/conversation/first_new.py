"""What is new in a ticket since the agent last looked at it, and keeping when that was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from workspace.store.queries.conversation import Position
from workspace.store.queries.conversation_find import NewEntries, new_since
from workspace.store.queries.rows import TicketRow
from workspace.ui.runtime.context import WindowContext

LOOK_MS = 1_000  # who goes past a ticket faster has not looked at it


class FirstNew(QObject):
    """Of one conversation pane. What was new when the ticket was opened stays so until it is left.

    `newest_in_view` gives the time of the newest entry if it can be seen now, else 0.

    Signals:
        changed: `place` or `count` differ.
    """

    changed = Signal()

    def __init__(
        self, ctx: WindowContext, newest_in_view: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._newest_in_view = newest_in_view
        self._ticket: TicketRow | None = None
        self._kept = 0
        self.place: Position | None = None
        self.count = 0
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.keep)

    def open(self, ticket: TicketRow | None) -> None:
        """Another ticket shows: read what is new in it."""
        self._look.stop()
        self._ticket = ticket
        self._kept = 0
        had = self.count
        self.place, self.count = None, 0
        if ticket is not None:
            self._ctx.reads.ask(
                new_since,
                ticket.account_id,
                ticket.remote_id,
                ticket.id,
                then=lambda found: self._take(ticket, found),
                failed=lambda _error: None,  # the conversation itself says what is wrong
                owner=self,
                topic="new",
            )
        if had:
            self.changed.emit()

    def _take(self, ticket: TicketRow, found: NewEntries) -> None:
        if self._ticket is ticket:
            self.place, self.count = found.first, found.count
            self._look.start()
            if found.count:
                self.changed.emit()

    def arrived(self, first: Position, count: int) -> None:
        """While nobody looked, others wrote: new from here on, if nothing was new before."""
        self.place = self.place or first
        self.count += count
        self.changed.emit()

    def look(self) -> None:
        """Something else came into view."""
        if self._ticket is not None and not self._look.isActive():
            self._look.start()

    def keep(self) -> None:
        """Remember the newest entry that is in view as seen."""
        at, ticket = self._newest_in_view(), self._ticket
        if ticket is None or at <= self._kept:
            return
        self._kept = at
        seen = [(ticket.account_id, ticket.remote_id, at)]
        self._ctx.writes.submit(lambda door: door.keep_seen(seen))
