"""Positions in RT's two feeds, as the JSON text that the engine keeps.

Live. Transactions are numbered by the database, and a number may become visible after a higher
one (two transactions that overlap). So the cursor keeps, beside the highest number seen, the
numbers below it that were *not* seen: the gaps. Every poll asks for them again, in the same
request, until they lie both 500 numbers and 120 seconds back. What was seen is never asked for
twice, so an idle poll costs one request and repeats nothing.
"""

from __future__ import annotations

import msgspec

from workspace.domain.errors import CursorLost

REREAD_IDS = 500
REREAD_S = 120
RANGES_PER_POLL = 60  # keeps the query below the 8 kB that web servers take


class LiveCursor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`highest` number seen, `gaps` as closed ranges below it, ascending.

    `marks` remembers by server time (seconds) how high we were; `turn` picks the gaps to ask for
    where they are too many for one query; `idle` counts polls in a row that brought nothing.
    """

    v: int = 1
    highest: int
    gaps: list[tuple[int, int]] = []
    marks: list[tuple[int, int]] = []
    turn: int = 0
    idle: int = 0

    def asked(self) -> list[tuple[int, int]]:
        """The gaps this poll asks for."""
        if len(self.gaps) <= RANGES_PER_POLL:
            return self.gaps
        start = self.turn * RANGES_PER_POLL % len(self.gaps)
        return [*self.gaps, *self.gaps][start : start + RANGES_PER_POLL]

    def query(self) -> str:
        """TransactionSQL for everything not seen yet, and the highest seen as a sign of life."""
        ranges = [
            f"id = {low}" if low == high else f"(id >= {low} AND id <= {high})"
            for low, high in self.asked()
        ]
        where = " OR ".join([*ranges, f"id >= {self.highest}"])
        return f"ObjectType = 'RT::Ticket' AND ({where})"

    def is_new(self, number: int) -> bool:
        """Whether a transaction of this number was not seen before."""
        return number > self.highest or any(low <= number <= high for low, high in self.gaps)

    def after(self, seen: set[int], server_s: int) -> LiveCursor:
        """The cursor once these numbers were read in a poll answered at `server_s`."""
        highest = max(seen | {self.highest})
        gaps = [*self.gaps]
        if highest > self.highest:
            gaps.append((self.highest + 1, highest))
        marks = [mark for mark in self.marks if mark[0] <= server_s]
        if not marks or highest > marks[-1][1]:
            marks.append((server_s, highest))
        old = [mark for mark in marks if mark[0] <= server_s - REREAD_S]
        settled = old[-1][1] if old else 0
        floor = min(settled, highest - REREAD_IDS)
        return LiveCursor(
            highest=highest,
            gaps=_without(gaps, seen, floor),
            marks=_thin(marks, server_s),
            turn=self.turn + 1 if len(self.gaps) > RANGES_PER_POLL else 0,
            idle=0 if any(self.is_new(number) for number in seen) else self.idle + 1,
        )

    def dumps(self) -> str:
        return msgspec.json.encode(self).decode()


def _without(gaps: list[tuple[int, int]], seen: set[int], floor: int) -> list[tuple[int, int]]:
    left: list[tuple[int, int]] = []
    ordered = sorted(seen)
    for low, high in gaps:
        begin = max(low, floor + 1)
        for number in ordered:
            if begin <= number <= high:
                if number > begin:
                    left.append((begin, number - 1))
                begin = number + 1
        if begin <= high:
            left.append((begin, high))
    return left


def _thin(marks: list[tuple[int, int]], server_s: int) -> list[tuple[int, int]]:
    """Keep one mark older than the window and about ten inside it."""
    kept: list[tuple[int, int]] = []
    for mark in marks:
        inside = mark[0] > server_s - REREAD_S
        if not inside:
            kept = [mark]
        elif not kept or mark[0] - kept[-1][0] >= REREAD_S // 10 or mark is marks[-1]:
            kept.append(mark)
    return kept


class HistoryCursor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """First the active tickets, then the rest; each downwards by number, below `before`."""

    v: int = 1
    active: bool = True
    before: int
    done: int = 0
    total: int = 0

    def dumps(self) -> str:
        return msgspec.json.encode(self).decode()


def load_live(text: str) -> LiveCursor:
    """CursorLost where the text is none of ours."""
    try:
        cursor = msgspec.json.decode(text, type=LiveCursor)
    except msgspec.MsgspecError:
        raise CursorLost("The place in RT's changes is not readable; they are read anew.") from None
    if cursor.v != 1 or cursor.highest < 0:
        raise CursorLost("The place in RT's changes is of another kind; they are read anew.")
    return cursor


def load_history(text: str) -> HistoryCursor:
    """CursorLost where the text is none of ours."""
    if not text:
        return HistoryCursor(before=0)
    try:
        cursor = msgspec.json.decode(text, type=HistoryCursor)
    except msgspec.MsgspecError:
        raise CursorLost("The place in RT's tickets is not readable; they are read anew.") from None
    if cursor.v != 1 or cursor.before < 0:
        raise CursorLost("The place in RT's tickets is of another kind; they are read anew.")
    return cursor
