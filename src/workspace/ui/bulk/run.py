"""One bulk change under way: planned, put into the outbox in parts, watched, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.bulk.feed import AHEAD, PART, Feed
from workspace.ui.bulk.parts import Anew, Back, Deal, Part, Put, plan, put, put_anew, put_back
from workspace.ui.runtime.context import WindowContext

REFUSED_KEPT = 1_000
"""Of tickets that can't be changed so many are kept by name; the rest is counted."""


class BulkRun(QObject):
    """GUI thread only; planning and writing happen on worker threads, one part after another.

    A change of more tickets than may wait in the outbox at once goes on as the backend takes it,
    for as long as the window is open.

    Signals:
        progressed: how many of the tickets are dealt with, of how many.
        paced: there are so many that the rest has to wait for room in the outbox.
        put_all: all is in the outbox (or refused, or was so already).
        failed: an Exception; what was put before (`puts`) stays, and can be taken back.
        halted: it was stopped; so many tickets had left and stay changed.
        going_back: how many tickets are taken back, of how many.
        undone: how many tickets were taken back, and how many had left.
    """

    progressed = Signal(int, int)
    paced = Signal()
    put_all = Signal()
    failed = Signal(object)
    halted = Signal(int)
    going_back = Signal(int, int)
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
        self._is_going_back = False
        self._going: list[Put] = []  # asked to be taken back, without an answer yet
        self._puts_of: dict[str, Put] = {}
        self.not_before = 0
        self.feed = Feed(ctx, len(self.ids), self)
        self.first: TicketRow | None = None
        self.puts: list[Put] = []
        self.refused: list[tuple[TicketRow, str]] = []
        self.refusals = 0
        self.is_over = False
        self.is_paced = False

    def start(self) -> None:
        """Begin; the undo window opens now and is long enough for all that is put at once."""
        if not self.at_once:
            undo_ms = 1000 * self._ctx.settings.value.undo_s
            self.not_before = self._ctx.clock.now_ms() + undo_ms + min(len(self.ids), AHEAD)
        self._next()

    def stop(self) -> None:
        """No further part; what has not left is taken back."""
        if not self.is_over:
            self._stopped = True
            if self.feed.let_go():
                self._end()

    @property
    def is_long(self) -> bool:
        """Whether it takes more than one part, so that progress is worth showing."""
        return len(self.ids) > PART

    @property
    def is_dealt(self) -> bool:
        """Whether each ticket was come to."""
        return self._done >= len(self.ids)

    @property
    def rest(self) -> int:
        """Tickets that it would not come to if the window closed now."""
        if self._is_going_back:
            return len(self.puts) + len(self._going)
        return 0 if self.is_over else len(self.ids) - self._done

    def put_of(self, command_id: str) -> Put | None:
        """The ticket that this command of it is for."""
        return self._puts_of.get(command_id)

    def forget(self, taken: Sequence[str]) -> None:
        """These commands are taken back for good: there is no way back from them."""
        gone = set(taken)
        self.puts = [left for each in self.puts if (left := each.without(gone)) is not None]
        self.feed.drop(taken)
        self.feed.look()

    # --- back ----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back all that has not left; of a long change what left as well, by its opposite."""
        if self._is_going_back:
            return

        def done(back: int, left: list[Put]) -> None:
            self.puts = left
            self.undone.emit(back, len(left))

        self._take_back(self.at_once or self.is_paced, done)

    def _take_back(self, opposites: bool, then: Callable[[int, list[Put]], None]) -> None:
        """Part after part. The opposites find their way into the outbox as the change did."""
        left: list[Put] = []
        whole, back = len(self.puts), 0
        self._is_going_back = True

        def step() -> None:
            # From the end: what was put last may not have left yet.
            self._going, self.puts = self.puts[-PART:], self.puts[:-PART]
            self._ctx.writes.submit(
                put_back, self._going, opposites, done=done, failed=failed, owner=self
            )

        def failed(error: Exception) -> None:
            self.puts += [*self._going, *left]
            self._going = []
            self._fail(error)

        def done(answer: Back) -> None:
            nonlocal back
            part, self._going = self._going, []
            self.feed.drop(answer.taken)
            self._keep(answer.opposed)
            left.extend(answer.left)
            back += len(part) - len(answer.left)
            self._tell(part)
            self.going_back.emit(whole - len(self.puts), whole)
            if self.puts:
                self.feed.when_room(step)
            else:
                self._is_going_back = False
                then(back, left)

        if self.puts:
            step()
        else:
            self._is_going_back = False
            then(0, left)

    # --- once more -----------------------------------------------------------------------

    def again(self, problems: Sequence[OutboxRow]) -> None:
        """Once more for the tickets of these commands, as they are now.

        A new command each: the old one named what the agent had seen before. What may have
        arrived is not among them, for it could be done twice; nor what is being taken back.
        """
        found = {
            each.ticket_id: each
            for row in problems
            if not row.needs_agent and (each := self.put_of(row.id)) and not each.is_back
        }
        old = list(found.values())
        for first in range(0, 0 if self._is_going_back else len(old), PART):
            self._once_more(old[first : first + PART])

    def _once_more(self, old: list[Put]) -> None:
        def planned(part: Part) -> None:
            self._note(part)
            self._ctx.writes.submit(
                put_anew, part, old, done=done, failed=self.failed.emit, owner=self
            )

        def done(answer: Anew) -> None:
            self.forget(answer.taken)
            self.puts += answer.puts
            self._keep(answer.puts)
            self._tell(old)

        tickets = [each.ticket_id for each in old]
        self._ctx.reads.ask(
            plan, tickets, self._deal, then=planned, owner=self, failed=self.failed.emit
        )

    # --- part after part -----------------------------------------------------------------

    def _next(self) -> None:
        if self._stopped or self.is_dealt:
            self._end()
        elif not self.feed.when_room(self._plan) and not self.is_paced:
            self.is_paced = True
            self._tell(self.puts)
            self.paced.emit()

    def _plan(self) -> None:
        ids = self.ids[self._done : self._done + PART]
        self._ctx.reads.ask(
            plan, ids, self._deal, then=self._planned, owner=self, failed=self._fail
        )

    def _planned(self, part: Part) -> None:
        self._note(part)
        if self._stopped or not part.rows:
            self._put([])
            return
        self.first = self.first or part.rows[0]
        self._ctx.writes.submit(
            put, part, self.not_before, done=self._put, failed=self._fail, owner=self
        )

    def _put(self, puts: list[Put]) -> None:
        self.puts += puts
        self._keep(puts)
        self._done = min(self._done + PART, len(self.ids))
        if self.is_paced:
            self._tell(puts)
        self.progressed.emit(self._done, len(self.ids))
        self._next()

    def _note(self, part: Part) -> None:
        self.refusals += len(part.refused)
        self.refused += part.refused[: max(0, REFUSED_KEPT - len(self.refused))]

    def _keep(self, puts: list[Put]) -> None:
        for each in puts:
            self._puts_of |= dict.fromkeys(each.ids, each)
            self.feed.add(each.ids)

    def _end(self) -> None:
        self.is_over = True
        if not self._stopped:
            if not self.is_paced:
                self._tell(self.puts)
            self.put_all.emit()
            return

        def done(back: int, left: list[Put]) -> None:
            self.puts = left
            if left:
                self.halted.emit(len(left))
            else:
                self.undone.emit(back, 0)

        self._take_back(False, done)

    def _fail(self, error: Exception) -> None:
        self.is_over = True
        self._is_going_back = False
        self._tell(self.puts[-PART:] if self.is_paced else self.puts)
        self.failed.emit(error)

    def _tell(self, puts: Iterable[Put]) -> None:
        ids = {each.ticket_id for each in puts}
        if ids:
            self._ctx.bus.announce(ids, entries_of=ids, outbox=True)
            self._ctx.engine.call("outbox.changed")
