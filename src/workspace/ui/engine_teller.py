"""Tells the engine which ticket is looked at, and the agent what the engine has to say."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from workspace.store.queries.rows import TicketRow
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_actions import read_ticket


class EngineTeller(QObject):
    """GUI thread only; lives as long as the window."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._shown: TicketRow | None = None
        self._heard = False
        ctx.engine.connected.connect(self._on_connected)

    def show(self, ticket_id: int) -> None:
        """This ticket is looked at now: the engine fetches it first and keeps it fresh."""
        self._ctx.reads.ask(read_ticket, ticket_id, then=self._tell, owner=self, topic="shown")

    def _tell(self, row: TicketRow | None) -> None:
        before, self._shown = self._shown, row
        for shown, is_open in ((before, False), (row, True)):
            if shown is not None:
                self._ctx.engine.call(
                    "ticket.open",
                    account_id=shown.account_id,
                    remote_id=shown.remote_id,
                    open=is_open,
                )

    def _on_connected(self, up: bool) -> None:
        if not up:
            return
        # It may have repaired or replaced files at its start, and much may have changed since.
        self._ctx.reads.reopen()
        self._ctx.writes.reopen()
        self._ctx.bus.refresh()
        shown, self._shown = self._shown, None
        self._tell(shown)
        if not self._heard:
            self._heard = True
            self._ctx.engine.call("status", then=self._take_status, owner=self)

    def _take_status(self, status: dict[str, Any]) -> None:
        """What the engine found and repaired at its start, told once."""
        for sentence in status.get("told", []):
            self._ctx.notices.show(str(sentence), "warn", seconds=0.0)
