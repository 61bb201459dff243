"""Laid-out rows, kept while they may be seen again; the least recently used go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from workspace.ui.conversation.conversation_layout import RowLayout
from workspace.ui.conversation.conversation_rows import Row

LIMIT = 500

Version = tuple[int, bool, int]
"""Width, unfolded, and a number that counts its inline images or tells the day."""


class LayoutCache:
    """Layouts by row key; one is valid for an equal row and version.

    Attributes:
        made: how many rows were laid out since the start; tests count it.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._layouts: OrderedDict[str, tuple[Version, RowLayout]] = OrderedDict()
        self.made = 0

    def get(self, row: Row, version: Version, make: Callable[[], RowLayout]) -> RowLayout:
        """The layout of this row, made now if there is none that fits."""
        kept = self._layouts.get(row.key)
        if kept is not None and kept[0] == version and kept[1].row == row:
            self._layouts.move_to_end(row.key)
            return kept[1]
        layout = make()
        self.made += 1
        self._layouts[row.key] = (version, layout)
        self._layouts.move_to_end(row.key)
        while len(self._layouts) > self._limit:
            self._layouts.popitem(last=False)
        return layout

    def clear(self) -> None:
        """Another theme or ticket."""
        self._layouts.clear()

    def __len__(self) -> int:
        return len(self._layouts)
