"""Live signs of one ticket: who types, who else looks at it; each ends by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from workspace.clock import Clock
from workspace.ipc.protocol import Live

LONGEST_MS = 120_000
SHORTEST_MS = 3_000
_ENDS = {"stopped_typing": "typing", "left": "viewing", "offline": "online"}


class LiveSigns(QObject):
    """Keeps the signs of the ticket that is shown. Nothing is stored.

    Signals:
        changed: somebody began or ended something.
    """

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ticket: tuple[int, str] | None = None
        self._until: dict[tuple[str, str, str], int] = {}  # (kind, role, who) -> ms UTC
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)

    def watch(self, account_id: int, remote_id: str) -> None:
        """Follow this ticket. The signs of another one are forgotten."""
        if self._ticket != (account_id, remote_id):
            self._ticket = (account_id, remote_id)
            self._forget()

    def stop(self) -> None:
        """No ticket is shown."""
        self._ticket = None
        self._forget()

    def _forget(self) -> None:
        had = bool(self._until)
        self._until.clear()
        self._timer.stop()
        if had:
            self.changed.emit()

    def take(self, sign: Live) -> None:
        """A notice of the engine."""
        if self._ticket != (sign.account_id, sign.ticket_remote_id):
            return
        before = set(self._until)
        if sign.kind in _ENDS:
            self._until.pop((_ENDS[sign.kind], sign.role, sign.who), None)
        else:
            now = self._clock.now_ms()
            until = min(max(sign.until, now + SHORTEST_MS), now + LONGEST_MS)
            self._until[(sign.kind, sign.role, sign.who)] = until
        self._arm()
        if before != set(self._until):
            self.changed.emit()

    def who(self, kind: str, role: str) -> list[str]:
        """Those who type (`typing`) or look (`viewing`), in the order they began."""
        return [name for (what, who_is, name) in self._until if (what, who_is) == (kind, role)]

    def _arm(self) -> None:
        if self._until:
            wait = min(self._until.values()) - self._clock.now_ms()
            self._timer.start(max(50, min(wait, LONGEST_MS)))
        else:
            self._timer.stop()

    def _expire(self) -> None:
        now = self._clock.now_ms()
        gone = [sign for sign, until in self._until.items() if until <= now]
        for sign in gone:
            del self._until[sign]
        self._arm()
        if gone:
            self.changed.emit()
