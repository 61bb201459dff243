"""Tells the engine which tickets are looked at, and the agent what the engine has to say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow
from workspace.ui.runtime.context import WindowContext


def read_shown(reader: Reader, ticket_ids: list[int]) -> dict[int, TicketRow]:
    """The tickets that are looked at."""
    from workspace.store.queries import tickets

    return tickets.get_tickets(reader, ticket_ids)


class EngineTeller(QObject):
    """GUI thread only; lives as long as the window."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._shown: dict[int, TicketRow] = {}
        self._heard = False
        ctx.engine.connected.connect(self._on_connected)

    def show(self, ticket_ids: Iterable[int]) -> None:
        """These tickets are looked at now: the engine fetches them first and keeps them fresh."""
        self._ctx.reads.ask(
            read_shown, list(ticket_ids), then=self._tell, owner=self, topic="shown"
        )

    def _tell(self, rows: dict[int, TicketRow]) -> None:
        before, self._shown = self._shown, rows
        gone = [row for ticket_id, row in before.items() if ticket_id not in rows]
        come = [row for ticket_id, row in rows.items() if ticket_id not in before]
        for group, is_open in ((gone, False), (come, True)):
            for row in group:
                self._ctx.engine.call(
                    "ticket.open", account_id=row.account_id, remote_id=row.remote_id, open=is_open
                )

    def _on_connected(self, up: bool) -> None:
        if not up:
            return
        # It may have repaired or replaced files at its start, and much may have changed since.
        self._ctx.reads.reopen()
        self._ctx.writes.reopen()
        self._ctx.bus.refresh()
        shown, self._shown = self._shown, {}
        self._tell(shown)
        if not self._heard:
            self._heard = True
            self._ctx.engine.call("status", then=self._take_status, owner=self)

    def _take_status(self, status: dict[str, Any]) -> None:
        """What the engine found and repaired at its start, told once."""
        for sentence in status.get("told", []):
            self._ctx.notices.show(str(sentence), "warn", seconds=0.0)
