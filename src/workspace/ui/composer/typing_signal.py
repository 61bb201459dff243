"""Tells the backend that the agent is writing a reply: seldom, and only where it wants to know."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from workspace.ui.runtime.context import WindowContext

AGAIN_MS = 4_000
IDLE_MS = 6_000


class TypingSignal(QObject):
    """`typing` at most every 4 s while keys come, `stopped_typing` 6 s after the last."""

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket: tuple[int, str] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(AGAIN_MS)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.stop)

    def key_pressed(self, account_id: int, remote_id: str) -> None:
        """The reply was changed by the agent's hand."""
        if self._ticket != (account_id, remote_id):
            self.stop()
            self._ticket = (account_id, remote_id)
        self._idle.start()
        if not self._pause.isActive():
            self._pause.start()
            self._send("typing")

    def stop(self) -> None:
        """Sent, cleared, switched, or idle."""
        self._idle.stop()
        self._pause.stop()
        if self._ticket is not None:
            self._send("stopped_typing")
            self._ticket = None

    def _send(self, kind: str) -> None:
        if self._ticket is not None and self._ctx.engine.is_connected:
            account_id, remote_id = self._ticket
            self._ctx.engine.call("signal", account_id=account_id, remote_id=remote_id, kind=kind)
