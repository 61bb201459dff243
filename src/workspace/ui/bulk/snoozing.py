"""Putting tickets off until a time, or waking them: kept here, no backend hears of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workspace.store.connect import Reader
from workspace.store.queries.rows import SnoozeRow, TicketRow
from workspace.ui.bulk.feed import PART
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

WAKE = -1
"""As a time: end the snooze."""

Kept = tuple[list[TicketRow], list[SnoozeRow]]


def read_rows(reader: Reader, ids: Sequence[int]) -> list[TicketRow]:
    """The rows of these tickets, on a reader thread."""
    from workspace.store.queries.tickets import get_tickets

    return list(get_tickets(reader, ids).values())


class Snoozing(QObject):
    """GUI thread only; one transaction for some hundred tickets at a time.

    Signals:
        done: how many tickets were put off or woken.
        undone: they stand as before.
        failed: an Exception.
    """

    done = Signal(int)
    undone = Signal()
    failed = Signal(object)

    def __init__(
        self,
        ctx: WindowContext,
        ids: Iterable[int],
        until: int,
        on_reply: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ids = list(ids)
        self._until = until
        self._on_reply = on_reply
        self._kept: list[Kept] = []

    @property
    def tickets(self) -> list[TicketRow]:
        """The tickets as they were before."""
        return [row for rows, _ in self._kept for row in rows]

    def start(self) -> None:
        """Begin."""
        self._next(0)

    def _next(self, first: int) -> None:
        ids = self._ids[first : first + PART]
        if not ids:
            self._tell()
            self.done.emit(len(self.tickets))
            return

        def read(rows: list[TicketRow]) -> None:
            self._ctx.writes.submit(put, rows, done=kept, failed=self.failed.emit, owner=self)

        def put(door: JournalDoor, rows: list[TicketRow]) -> Kept:
            if self._until == WAKE:
                return rows, door.unsnooze(rows)
            return rows, door.snooze(rows, self._until, self._on_reply)

        def kept(answer: Kept) -> None:
            self._kept.append(answer)
            self._next(first + PART)

        self._ctx.reads.ask(read_rows, ids, then=read, owner=self, failed=self.failed.emit)

    def undo(self) -> None:
        """All of them as they stood before."""

        def put_back(door: JournalDoor) -> None:
            for rows, before in self._kept:
                door.put_back_snoozes(rows, before)

        def told(_: None) -> None:
            self._tell()
            self.undone.emit()

        self._ctx.writes.submit(put_back, done=told, failed=self.failed.emit, owner=self)

    def _tell(self) -> None:
        self._ctx.bus.announce({row.id for row in self.tickets})
