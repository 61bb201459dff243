"""Tells the backend that this agent looks at a ticket, and has read it; where it wants to know."""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer

from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.engine_link import EngineLink

AGAIN_MS = 40_000

_seen: WeakKeyDictionary[EngineLink, Counter[tuple[int, str]]] = WeakKeyDictionary()
"""In how many panes each ticket is on the screen, by the engine that is told so."""


class PresenceSignal(QObject):
    """`viewing` while the ticket is on the screen, renewed every 40 s; `left` when it goes.

    A ticket that shows in several panes is looked at once.

    The engine drops what the account's backend has no use for.
    """

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket: tuple[int, str] | None = None
        self._renew = QTimer(self)
        self._renew.setInterval(AGAIN_MS)
        self._renew.timeout.connect(lambda: self._send("viewing"))

    def enter(self, account_id: int, remote_id: str) -> None:
        """The ticket came on the screen."""
        if self._ticket != (account_id, remote_id):
            self.leave()
            self._ticket = (account_id, remote_id)
            seen = _seen.setdefault(self._ctx.engine, Counter())
            seen[self._ticket] += 1
            if seen[self._ticket] == 1:
                self._send("viewing")
            self._renew.start()

    def read(self) -> None:
        """Its newest message was in view."""
        self._send("read")

    def leave(self) -> None:
        """Another ticket, or the window is hidden."""
        self._renew.stop()
        if self._ticket is not None:
            seen = _seen.setdefault(self._ctx.engine, Counter())
            seen[self._ticket] -= 1
            if seen[self._ticket] <= 0:  # no other pane shows it
                del seen[self._ticket]
                self._send("left")
        self._ticket = None

    def _send(self, kind: str) -> None:
        if self._ticket is not None and self._ctx.engine.is_connected:
            account_id, remote_id = self._ticket
            self._ctx.engine.call("signal", account_id=account_id, remote_id=remote_id, kind=kind)
