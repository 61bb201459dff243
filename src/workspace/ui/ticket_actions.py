"""What the window does to a ticket by one key, through the journal door, with a way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workspace.domain.commands import SetFields
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import one_line


def read_ticket(reader: Reader, ticket_id: int) -> TicketRow | None:
    """One ticket with pending work laid over it."""
    from workspace.store.queries import tickets

    return tickets.get_tickets(reader, [ticket_id]).get(ticket_id)


def put_change(door: JournalDoor, row: TicketRow, change: SetFields, not_before: int) -> list[str]:
    """Put a change of fields into the outbox; it leaves after `not_before` (ms UTC)."""
    return door.enqueue(
        row.account_id,
        row.remote_id,
        [change],
        base_revision=row.revision,
        base_entry="",
        not_before=not_before,
    )


class TicketActions(QObject):
    """GUI thread only; lives as long as the window."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def solve(self, ticket_id: int) -> None:
        """Set the ticket to solved; the notice can take it back while it waits."""
        self._ctx.reads.ask(read_ticket, ticket_id, then=self._solve, owner=self)

    def _solve(self, row: TicketRow | None) -> None:
        if row is None:
            return
        if row.status in ("solved", "closed"):
            self._ctx.notices.show(t("TicketActions", "This ticket is solved already."))
            return
        change = SetFields(status="solved", base={"status": row.backend_status or row.status})
        not_before = self._ctx.clock.now_ms() + 1000 * self._ctx.settings.value.undo_s
        self._ctx.writes.submit(
            put_change,
            row,
            change,
            not_before,
            done=lambda ids: self._put(row, ids),
            owner=self,
        )

    def _put(self, row: TicketRow, ids: list[str]) -> None:
        self._announce(row)
        name = one_line(row.subject) or row.ref
        self._ctx.notices.show(
            t("TicketActions", "Solved: {subject}", subject=name[:80]),
            "good",
            action=t("TicketActions", "Undo"),
            on_action=lambda: self._undo(row, ids),
            seconds=max(4.0, float(self._ctx.settings.value.undo_s)),
            key=f"undo-{row.id}",
        )

    def _undo(self, row: TicketRow, ids: list[str]) -> None:
        self._ctx.writes.submit(
            lambda door: [door.take_back(command_id, False) for command_id in ids],
            done=lambda _: self._announce(row),
            owner=self,
        )

    def _announce(self, row: TicketRow) -> None:
        self._ctx.bus.announce({row.id}, entries_of={row.id}, outbox=True)
        self._ctx.engine.call("outbox.changed")
