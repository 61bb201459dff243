"""What changed, for the widgets that show it: engine notices and the window's own writes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from workspace.ipc.protocol import Changed

PAUSE_MS = 120


class ChangeBus(QObject):
    """Coalesces notices: the first is told at once, followers together after 120 ms.

    Signals:
        tickets_changed: set of local ticket ids whose row (status, snippet, draft…) may differ.
        entries_changed: set of local ticket ids whose conversation may differ.
        lists_changed: something that may move tickets between queues or alter counts.
        outbox_changed: states of pending commands.
        accounts_changed: accounts, their state or directory.
        standing_changed: how far accounts are, also when anything else of them changed.
        refresh_all: too much to list, or a gap: read again all that is shown.
    """

    tickets_changed = Signal(set)
    entries_changed = Signal(set)
    lists_changed = Signal()
    outbox_changed = Signal()
    accounts_changed = Signal()
    standing_changed = Signal()
    refresh_all = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets: set[int] = set()
        self._entries: set[int] = set()
        self._outbox = False
        self._accounts = False
        self._standing = False
        self._all = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._flush)

    def take(self, changed: Changed) -> None:
        """A notice of the engine. GUI thread only."""
        self._tickets.update(changed.tickets)
        self._entries.update(changed.entries_of)
        self._outbox |= changed.outbox
        self._accounts |= changed.accounts
        self._standing |= changed.standing
        self._all |= changed.bulk
        if not self._timer.isActive():
            self._flush()
            self._timer.start()

    def announce(
        self,
        tickets: Iterable[int] = (),
        *,
        entries_of: Iterable[int] = (),
        outbox: bool = False,
        accounts: bool = False,
    ) -> None:
        """The window itself wrote something: told at once. GUI thread only."""
        self._tickets.update(tickets)
        self._entries.update(entries_of)
        self._outbox |= outbox
        self._accounts |= accounts
        self._flush()

    def refresh(self) -> None:
        """Everything may have changed (engine came back, a gap in its notices)."""
        self._all = True
        self._flush()

    def _flush(self) -> None:
        tickets, entries, outbox = self._tickets, self._entries, self._outbox
        accounts, everything = self._accounts, self._all
        standing = self._standing or accounts
        self._tickets, self._entries = set(), set()
        self._outbox = self._accounts = self._standing = self._all = False
        if not (tickets or entries or outbox or standing or everything):
            return
        self._timer.start()
        if everything:
            self.refresh_all.emit()
            return
        if tickets:
            self.tickets_changed.emit(tickets)
        if entries:
            self.entries_changed.emit(entries)
        if tickets or outbox or accounts:
            self.lists_changed.emit()
        if outbox:
            self.outbox_changed.emit()
        if accounts:
            self.accounts_changed.emit()
        if standing:
            self.standing_changed.emit()
