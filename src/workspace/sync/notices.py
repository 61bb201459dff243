"""Change notices to the clients: the first at once, followers gathered for 50 ms."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from workspace.clock import Clock
from workspace.ipc.protocol import Changed, Frame

GATHER_S = 0.050
MOST_IDS = 500


class Notices:
    """Collects what changed and broadcasts it from a thread of its own; never blocks a caller.

    `seq` of what goes out never falls, whatever order the threads report in.
    """

    def __init__(self, broadcast: Callable[[Frame], None], clock: Clock) -> None:
        self._broadcast = broadcast
        self._clock = clock
        self._changed = threading.Condition()
        self._seq = 0
        self._tickets: set[int] = set()
        self._entries_of: set[int] = set()
        self._outbox = False
        self._accounts = False
        self._standing = False
        self._dirty = False
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="notices", daemon=True)
        self._thread.start()

    def changed(
        self,
        seq: int = 0,
        *,
        tickets: Iterable[int] = (),
        entries_of: Iterable[int] = (),
        outbox: bool = False,
        accounts: bool = False,
        standing: bool = False,
    ) -> None:
        """Something moved; `seq` of the change log where the cache did."""
        with self._changed:
            self._seq = max(self._seq, seq)
            self._tickets.update(tickets)
            self._entries_of.update(entries_of)
            self._outbox |= outbox
            self._accounts |= accounts
            self._standing |= standing
            self._dirty = True
            self._changed.notify_all()

    def tell(self, frame: Frame) -> None:
        """A live sign or a progress: as it is, at once."""
        self._broadcast(frame)

    def close(self) -> None:
        """Send what is gathered and end."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join(timeout=5.0)

    def _run(self) -> None:
        quiet_until = 0.0
        while True:
            with self._changed:
                while not self._dirty and not self._stopped:
                    self._changed.wait()
                while not self._stopped and (left := quiet_until - self._clock.monotonic()) > 0:
                    self._changed.wait(left)
                if not self._dirty:
                    return
                frame = self._take()
            self._broadcast(frame)
            quiet_until = self._clock.monotonic() + GATHER_S

    def _take(self) -> Changed:
        bulk = len(self._tickets | self._entries_of) > MOST_IDS
        frame = Changed(
            seq=self._seq,
            tickets=() if bulk else tuple(sorted(self._tickets)),
            entries_of=() if bulk else tuple(sorted(self._entries_of)),
            outbox=self._outbox,
            accounts=self._accounts,
            standing=self._standing,
            bulk=bulk,
        )
        self._tickets.clear()
        self._entries_of.clear()
        self._outbox = self._accounts = self._standing = self._dirty = False
        return frame
