"""How far a server's clock is from ours, from the Date of its answers.

An answer dated D (whole seconds) that was asked for at `sent` and came at `received` says that
the server's clock showed between D and D + 1 s at some moment between the two, so the offset lies
in [D - received, D + 1 s - sent]. Each answer narrows that (F. Cristian, Probabilistic clock
synchronization, 1989); where two answers contradict each other, a clock was set, and it begins
anew.
"""

from __future__ import annotations

import threading
from email.utils import parsedate_to_datetime

SECOND_MS = 1000


class ServerClock:
    """One server's offset; from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._low = self._high = 0
        self._known = False

    def take(self, date: str | None, sent_ms: int, received_ms: int) -> None:
        """Learn from one answer; a date that is none teaches nothing."""
        try:
            at = int(parsedate_to_datetime(date or "").timestamp() * 1000)
        except (ValueError, TypeError, OverflowError, OSError):
            return
        low, high = at - received_ms, at + SECOND_MS - sent_ms
        if low > high:  # our own clock was set back between the two
            return
        with self._lock:
            if self._known and max(low, self._low) <= min(high, self._high):
                low, high = max(low, self._low), min(high, self._high)
            self._low, self._high, self._known = low, high, True

    @property
    def offset_ms(self) -> int | None:
        """Server's clock minus ours; None before the first dated answer."""
        with self._lock:
            return (self._low + self._high) // 2 if self._known else None
