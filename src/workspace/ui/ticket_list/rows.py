"""Rows of the list: how they lie, where a key leads, and rows as Qt's ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelection, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from workspace.ui.ticket_list.model import TicketListModel

_Key = Qt.Key
FEW = 8


def set_up(view: QTableView) -> None:
    """One column of rows of the same height, without anything that Qt draws around them."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setWordWrap(False)
    horizontal, vertical = view.horizontalHeader(), view.verticalHeader()
    horizontal.hide()
    vertical.hide()
    horizontal.setStretchLastSection(True)
    horizontal.setMinimumSectionSize(0)
    vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    vertical.setMinimumSectionSize(1)


def ranges(model: QAbstractItemModel, positions: Sequence[int]) -> QItemSelection:
    """These rows, given in ascending order."""
    found = QItemSelection()
    start = 0
    for n, row in enumerate(positions):
        if n + 1 == len(positions) or positions[n + 1] != row + 1:
            found.select(model.index(positions[start], 0), model.index(row, 0))
            start = n + 1
    return found


def few_rows(selection: QItemSelection) -> list[int] | None:
    """The selected rows if they are few enough to be painted one by one, else None."""
    spans = [selection.at(n) for n in range(selection.count())]
    if sum(span.height() for span in spans) > FEW:
        return None
    return [row for span in spans for row in range(span.top(), span.bottom() + 1)]


def led_to(key: int, row: int, rows: int, page: int) -> int | None:
    """The row that a key of movement leads to; None if it is no such key, or there are no rows."""
    steps: dict[int, int] = {
        _Key.Key_Up: -1,
        _Key.Key_Down: 1,
        _Key.Key_PageUp: -page,
        _Key.Key_PageDown: page,
        _Key.Key_Home: -rows,
        _Key.Key_End: rows,
    }
    if key not in steps or not rows:
        return None
    return min(max(row + steps[key], 0), rows - 1)


def gap_left(model: TicketListModel, row: int, after: Iterable[int]) -> int:
    """Where a ticket would stand that left from this row: before the first that came after it."""
    stand = (model.position_of(ticket_id) for ticket_id in after)
    return next((n for n in stand if n >= 0), min(row, model.rowCount()))


def stepped(by: int, position: int, gap: int, rows: int) -> int:
    """The row to go to from the open ticket's, or from the gap that it left.

    -1 for an unknown position or gap; the result is -1 where there are no rows.
    """
    if position >= 0:
        target = position + by
    elif gap >= 0:
        target = gap + by - 1 if by > 0 else gap + by
    else:
        target = 0 if by > 0 else rows - 1
    return min(max(target, 0), rows - 1)
