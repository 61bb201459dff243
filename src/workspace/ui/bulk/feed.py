"""What a bulk change has in the outbox, and when there is room there for more of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from workspace.store.queries.outbox import Standing, standing
from workspace.ui.runtime.context import WindowContext

PART = 200
"""Tickets planned on a reader thread and put into the outbox in one transaction: 10 to 20 ms, so
that no other write waits longer behind it."""

AHEAD = 1_000
"""Commands of one change that lie in the outbox at most, refused ones among them. All of them are
laid over each list that is read after a change (40 microseconds each), so a longer queue would be
felt everywhere."""

FLOW = 400
"""Of a change of more than AHEAD tickets so many wait at once: the engine chooses among them and
the window lays them over its lists anew after each send, for minutes, and needs no longer queue."""

NOTHING = Standing(0, 0, 0, ())


class Feed(QObject):
    """GUI thread only. Follows the commands of one change until each is sent or taken back.

    Signals:
        stands: a Standing of all that was ever put.
    """

    stands = Signal(object)

    def __init__(self, ctx: WindowContext, tickets: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._most = AHEAD if tickets <= AHEAD else FLOW
        self._open: dict[str, None] = {}
        self._sent = 0
        self._then: Callable[[], None] | None = None
        self.standing = NOTHING

    @property
    def waits(self) -> bool:
        """Whether anything of it still has to reach the backend, or didn't get through."""
        return bool(self._open)

    def add(self, ids: Iterable[str]) -> None:
        """These lie in the outbox now."""
        self._open.update(dict.fromkeys(ids))

    def drop(self, ids: Iterable[str]) -> None:
        """These were taken back."""
        for one in ids:
            self._open.pop(one, None)

    def when_room(self, then: Callable[[], None]) -> bool:
        """Call this once another part may be put: now, if so (True), or later."""
        if self._has_room():
            then()
            return True
        self._then = then
        self.look()
        return False

    def let_go(self) -> bool:
        """Forget what waits for room; whether anything did."""
        then, self._then = self._then, None
        return then is not None

    def _has_room(self) -> bool:
        held = len(self._open)
        waiting = held - len(self.standing.problems)
        return not held or (waiting + PART <= self._most and held + PART <= AHEAD)

    @property
    def is_stuck(self) -> bool:
        """Whether only the agent's word on what did not get through makes room for more."""
        return self._then is not None and not self.standing.waiting and not self._has_room()

    def look(self) -> None:
        """Read how they stand; `stands` tells."""
        asked = list(self._open)
        self._ctx.reads.ask(
            standing, asked, then=lambda now: self._take(asked, now), owner=self, topic="standing"
        )

    def _take(self, asked: list[str], now: Standing) -> None:
        settled = [one for one in asked if one in self._open and one not in now.open]
        self._sent += sum(one not in now.taken_back for one in settled)
        self.drop(settled)
        self.standing = Standing(
            now.waiting, self._sent, now.cancelled, now.problems, now.open, now.taken_back
        )
        self.stands.emit(self.standing)
        if self._then is not None and self._has_room():
            then, self._then = self._then, None
            then()
