"""One bulk change under way: planned, put into the outbox in parts, watched, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workspace.domain.commands import Command
from workspace.store.connect import Reader
from workspace.store.journal_bulk import Batch
from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.bulk.changes import Change, Refusal, opposite
from workspace.ui.bulk.facts import Facts, read_facts
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

PART = 500
"""Tickets planned on a reader thread and put into the outbox in one transaction."""

MOST = 2_000
"""Tickets in one bulk change: all that waits is laid over each list that is read."""

Commands = tuple[Command, ...]
Deal = Callable[[TicketRow, Facts | None], Commands | Refusal]
"""What to do to one ticket, on a reader thread; no commands where nothing would change."""


@dataclass(slots=True)
class Part:
    """Some of the tickets, planned."""

    rows: list[TicketRow] = field(default_factory=list)
    commands: list[Commands] = field(default_factory=list)
    refused: list[tuple[TicketRow, str]] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Put:
    """A ticket's commands in the outbox, and the row that they were made for."""

    row: TicketRow
    commands: Commands
    ids: tuple[str, ...]


def deal_of(change: Change) -> Deal:
    """A change of one field as what is done to a ticket."""

    def deal(row: TicketRow, facts: Facts | None) -> Commands | Refusal:
        command = change.command(row, facts)
        if command is None:
            return ()
        return command if isinstance(command, Refusal) else (command,)

    return deal


def plan(reader: Reader, ids: Sequence[int], deal: Deal) -> Part:
    """What to do to these tickets; those gone meanwhile are left out."""
    from workspace.store.queries.tickets import get_tickets

    rows = get_tickets(reader, ids)
    facts = read_facts(reader, {row.account_id for row in rows.values()})
    part = Part()
    for ticket_id in ids:
        row = rows.get(ticket_id)
        if row is None:
            continue
        dealt = deal(row, facts.get(row.account_id))
        if isinstance(dealt, Refusal):
            part.refused.append((row, dealt.words))
        elif dealt:
            part.rows.append(row)
            part.commands.append(dealt)
        else:
            part.unchanged += 1
    return part


def put(door: JournalDoor, part: Part, not_before: int) -> list[Put]:
    """Put a planned part into the outbox, in one transaction."""
    batches = [
        Batch(row.account_id, row.remote_id, row.revision, commands)
        for row, commands in zip(part.rows, part.commands, strict=True)
    ]
    ids = door.enqueue_many(batches, not_before=not_before)
    return [
        Put(row, commands, tuple(each))
        for row, commands, each in zip(part.rows, part.commands, ids, strict=True)
    ]


def put_back(door: JournalDoor, puts: Sequence[Put], opposites: bool) -> tuple[int, int]:
    """Take back what has not left; with `opposites` put what undoes the rest into the outbox.

    Returns how many tickets are as they were (or will be), and how many are not.
    """
    taken = set(door.take_back_many([one for each in puts for one in each.ids]))
    left = [each for each in puts if not taken.issuperset(each.ids)]
    back: list[Batch] = []
    if opposites:
        for each in left:
            commands = [opposite(each.row, command) for command in each.commands]
            if known := tuple(command for command in commands if command is not None):
                # No base revision: the base values tell whether somebody was there meanwhile.
                back.append(Batch(each.row.account_id, each.row.remote_id, 0, known))
        door.enqueue_many(back)
    return len(puts) - len(left) + len(back), len(left) - len(back)


class BulkRun(QObject):
    """GUI thread only; planning and writing happen on worker threads, one part after another.

    Signals:
        progressed: how many of the tickets are dealt with, of how many.
        put_all: all is in the outbox (or refused, or was so already).
        failed: an Exception; what was put before stays, and can be taken back.
        undone: how many tickets were taken back, and how many had left.
    """

    progressed = Signal(int, int)
    put_all = Signal()
    failed = Signal(object)
    undone = Signal(int, int)

    def __init__(
        self,
        ctx: WindowContext,
        ids: Iterable[int],
        deal: Deal,
        *,
        at_once: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.ids = list(ids)
        self._deal = deal
        self.at_once = at_once
        self._done = 0
        self._stopped = False
        self.not_before = 0
        self.puts: list[Put] = []
        self.refused: list[tuple[TicketRow, str]] = []
        self.unchanged = 0
        self.is_over = False

    def start(self) -> None:
        """Begin; the undo window opens now and is long enough for the last part too."""
        if not self.at_once:
            undo_ms = 1000 * self._ctx.settings.value.undo_s
            self.not_before = self._ctx.clock.now_ms() + undo_ms + len(self.ids)
        self._next()

    def stop(self) -> None:
        """No further part; what was put is taken back."""
        if not self.is_over:
            self._stopped = True

    @property
    def is_long(self) -> bool:
        """Whether it takes more than one part, so that progress is worth showing."""
        return len(self.ids) > PART

    @property
    def command_ids(self) -> list[str]:
        """All that lies in the outbox because of it."""
        return [one for each in self.puts for one in each.ids]

    def undo(self) -> None:
        """Take back all that has not left."""
        puts = list(self.puts)
        parts = [puts[n : n + PART] for n in range(0, len(puts), PART)]
        totals = [0, 0]

        def done(counts: tuple[int, int]) -> None:
            totals[0] += counts[0]
            totals[1] += counts[1]
            if parts:
                back()
            else:
                self._tell(puts)
                self.undone.emit(*totals)

        def back() -> None:
            self._ctx.writes.submit(
                put_back, parts.pop(0), self.at_once, done=done, failed=self._fail, owner=self
            )

        if parts:
            back()
        else:
            self.undone.emit(0, 0)

    def again(self, problems: Sequence[OutboxRow]) -> None:
        """Once more for the tickets of these commands, as they are now.

        A new command each: the old one named what the agent had seen before.
        """
        by_command = {one: each for each in self.puts for one in each.ids}
        found = {each.row.id: each for row in problems if (each := by_command.get(row.id))}
        self._once_more(list(found.values()))

    def _once_more(self, old: list[Put]) -> None:
        ids = [one for each in old for one in each.ids]
        tickets = [each.row.id for each in old]

        def planned(part: Part) -> None:
            self.refused += part.refused
            self._ctx.writes.submit(replace, part, done=done, failed=self.failed.emit, owner=self)

        def replace(door: JournalDoor, part: Part) -> list[Put]:
            taken = set(door.take_back_many(ids))
            return put(door, part, 0) if taken.issuperset(ids) or not part.rows else []

        def done(puts: list[Put]) -> None:
            self.puts = [each for each in self.puts if each not in old] + puts
            self._tell(puts or old)

        if tickets:
            self._ctx.reads.ask(
                plan, tickets, self._deal, then=planned, owner=self, failed=self.failed.emit
            )

    # --- part after part -----------------------------------------------------------------

    def _next(self) -> None:
        ids = self.ids[self._done : self._done + PART]
        if self._stopped or not ids:
            self._end()
            return
        self._ctx.reads.ask(
            plan, ids, self._deal, then=self._planned, owner=self, failed=self._fail
        )

    def _planned(self, part: Part) -> None:
        self.refused += part.refused
        self.unchanged += part.unchanged
        if self._stopped or not part.rows:
            self._put([])
            return
        self._ctx.writes.submit(
            put, part, self.not_before, done=self._put, failed=self._fail, owner=self
        )

    def _put(self, puts: list[Put]) -> None:
        self.puts += puts
        self._done = min(self._done + PART, len(self.ids))
        self.progressed.emit(self._done, len(self.ids))
        self._next()

    def _end(self) -> None:
        self.is_over = True
        if self._stopped:
            self.undo()
        else:
            self._tell(self.puts)
            self.put_all.emit()

    def _fail(self, error: Exception) -> None:
        self.is_over = True
        self._tell(self.puts)
        self.failed.emit(error)

    def _tell(self, puts: Iterable[Put]) -> None:
        ids = {each.row.id for each in puts}
        if ids:
            self._ctx.bus.announce(ids, entries_of=ids, outbox=True)
            self._ctx.engine.call("outbox.changed")
