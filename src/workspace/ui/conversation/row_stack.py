"""Which rows are seen and where: bottom-anchored, heights known only for what was shown. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

Placement = tuple[int, int]
"""A row's index and the y of its top in the viewport."""


class RowStack:
    """Rows of unknown height around an anchor row.

    Only rows that come into the viewport are measured; the others count with an estimate that
    serves the scroll bar alone. The anchor (a row and the y of its top) is what stays in place
    when rows arrive, leave or turn out higher than thought.

    Attributes:
        at_end: the last row is in view.
        follows: new rows after the last one are followed, if it is in view.
    """

    def __init__(self, measure: Callable[[int], int], estimate: Callable[[int], int]) -> None:
        self._measure = measure
        self._estimate = estimate
        self._keys: list[str] = []
        self._heights: list[int] = []
        self._known: list[bool] = []
        self._anchor = 0
        self._anchor_y = 0
        self._viewport = 0
        self.at_end = True
        self.follows = True
        self.placements: list[Placement] = []

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def measured(self) -> int:
        """How many rows have been laid out; tests count it."""
        return sum(self._known)

    def replace(self, keys: Sequence[str], stale: Callable[[str], bool]) -> None:
        """Other rows. Heights are kept by key unless `stale(key)`; so is the reader's place."""
        heights = dict(zip(self._keys, zip(self._heights, self._known, strict=True), strict=True))
        place = self._surviving_anchor(set(keys))
        self._keys = list(keys)
        self._heights, self._known = [], []
        for index, key in enumerate(keys):
            old = heights.get(key)
            if old is None or stale(key):
                self._heights.append(old[0] if old else self._estimate(index))
                self._known.append(False)
            else:
                self._heights.append(old[0])
                self._known.append(old[1])
        if not self.follows:
            self.at_end = False
        if place is None:
            self.at_end = True
            self._anchor, self._anchor_y = max(0, len(keys) - 1), 0
        else:
            key_kept, self._anchor_y = place
            self._anchor = self._keys.index(key_kept)

    def _surviving_anchor(self, keys: set[str]) -> tuple[str, int] | None:
        for index, y in self.placements:
            if index < len(self._keys) and self._keys[index] in keys:
                return self._keys[index], y
        return None

    def forget_heights(self) -> None:
        """Another width or font: everything is to be measured again."""
        self._known = [False] * len(self._known)

    def forget_height(self, index: int) -> None:
        """One row changed its height (a quote unfolded, an image came)."""
        self._known[index] = False

    def resize(self, viewport: int) -> None:
        """Height of the viewport in pixels."""
        self._viewport = viewport

    def settle(self) -> list[Placement]:
        """Lay out what is in view; the placements, top to bottom."""
        if not self._keys:
            self.placements = []
            return self.placements
        if self.at_end:
            self._settle_from_end()
        else:
            self._settle_from_anchor()
        return self.placements

    def _height(self, index: int) -> int:
        if not self._known[index]:
            self._heights[index] = self._measure(index)
            self._known[index] = True
        return self._heights[index]

    def _settle_from_end(self) -> None:
        y = self._viewport
        placed: list[Placement] = []
        index = len(self._keys)
        while index > 0 and (y > 0 or not placed):
            index -= 1
            y -= self._height(index)
            placed.append((index, y))
        placed.reverse()
        self.placements = placed
        self._anchor, self._anchor_y = placed[0]
        self.at_end = True

    def _settle_from_anchor(self) -> None:
        index, y = self._anchor, self._anchor_y
        while index > 0 and y > 0:
            index -= 1
            y -= self._height(index)
        if index == 0 and y > 0:
            y = 0
        placed: list[Placement] = []
        while index < len(self._keys) and y < self._viewport:
            height = self._height(index)
            if y + height > 0:
                placed.append((index, y))
            y += height
            index += 1
        if index == len(self._keys) and y <= self._viewport:
            self._settle_from_end()
            return
        self.placements = placed
        self._anchor, self._anchor_y = placed[0]

    def scroll_by(self, pixels: int) -> None:
        """Down by so many pixels (up if negative); exact, whatever the estimates."""
        if pixels < 0 and self.at_end:
            self.at_end = False
        self._anchor_y -= pixels

    def scroll_to_value(self, value: int) -> None:
        """To a position of the scroll bar: by estimates, for long jumps."""
        if not self._keys:
            return
        if value >= self.maximum:
            self.at_end = True
            return
        ends = list(accumulate(self._heights))
        index = min(bisect_right(ends, value), len(ends) - 1)
        self.at_end = False
        self._anchor = index
        self._anchor_y = ends[index] - self._heights[index] - value

    def scroll_to_end(self) -> None:
        """Follow the newest rows again."""
        self.at_end = True

    def show_row(self, index: int, top: int) -> None:
        """Put the row's top at this y of the viewport."""
        self.at_end = False
        self._anchor, self._anchor_y = index, top

    def reveal(self, index: int) -> None:
        """Scroll just so far that the row is seen (its top, if it is higher than the viewport)."""
        for placed, y in self.placements:
            if placed == index:
                below = y + self._heights[index] - self._viewport
                if below > 0:
                    self.scroll_by(min(below, y))
                elif y < 0:
                    self.scroll_by(y)
                return
        if self.placements and index < self.placements[0][0]:
            self.show_row(index, 0)
        else:
            self.show_row(index, max(0, self._viewport - self._height(index)))

    def height_of(self, index: int) -> int:
        """The known or estimated height."""
        return self._heights[index]

    def row_at(self, y: int) -> Placement | None:
        """The placed row that covers this y of the viewport."""
        for index, top in self.placements:
            if top <= y < top + self._heights[index]:
                return index, top
        return None

    @property
    def total(self) -> int:
        """Height of all rows, by estimate where not measured."""
        return sum(self._heights)

    @property
    def maximum(self) -> int:
        """The scroll bar's largest value."""
        return max(0, self.total - self._viewport)

    @property
    def value(self) -> int:
        """The scroll bar's value at this place."""
        if self.at_end or not self.placements:
            return self.maximum
        index, y = self.placements[0]
        return max(0, sum(self._heights[:index]) - y)
