"""The rows of one queue: as many as it has, known only where somebody looked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container, Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.ticket_list.marks import Marks
from workspace.ui.words import one_line

PAGE = 200
KEEP_ROWS = 2_000
UNKNOWN = 0

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Role(IntEnum):
    """Data roles beside Qt's."""

    ROW = int(Qt.ItemDataRole.UserRole) + 1  # TicketRow, or None for a placeholder
    TICKET_ID = int(Qt.ItemDataRole.UserRole) + 2
    MARKED = int(Qt.ItemDataRole.UserRole) + 3  # chosen together with others
    LEFT = int(Qt.ItemDataRole.UserRole) + 4  # no longer in this queue; its row waits to go


class TicketListModel(QAbstractListModel):
    """Ids by position, rows in an LRU; a placeholder asks for its page when it is looked at.

    Attributes:
        marks: the tickets chosen together.
        left: tickets that are no longer in the queue while their rows still stand.

    Signals:
        page_wanted: number of a page of 200 rows that a view asked for and that isn't known.
    """

    page_wanted = Signal(int)

    def __init__(self, speak: Any = None) -> None:
        super().__init__()
        self._ids: list[int] = []
        self._rows: OrderedDict[int, TicketRow] = OrderedDict()
        self._asked: set[int] = set()
        self._speak = speak
        self.marks = Marks(self)
        self.left: frozenset[int] = frozenset()

    # --- Qt ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        position = index.row()
        if role == Role.TICKET_ID:
            return self._ids[position]
        if role == Role.ROW:
            return self.row_at(position)
        if role == Role.MARKED:
            return self._ids[position] in self.marks
        if role == Role.LEFT:
            return self._ids[position] in self.left
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row_at(position)
            return row.subject if row else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(position)
        return None

    def _spoken(self, position: int) -> str:
        row = self.row_at(position)
        if row is None or self._speak is None:
            return ""
        said = str(self._speak(row))
        if row.id in self.left:
            said = t("TicketList", "No longer in this queue: {ticket}", ticket=said)
        if row.id in self.marks:
            said = t("TicketList", "Chosen: {ticket}", ticket=said)
        return said

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headers are hidden, but a screen reader names them: the column, and who wrote."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return t("TicketList", "Ticket")
        if not 0 <= section < len(self._ids):
            return None
        row = self._rows.get(self._ids[section])  # never asks for a page
        return one_line(row.requester_name) if row else ""

    # --- reading -------------------------------------------------------------------------

    def row_at(self, position: int) -> TicketRow | None:
        """The row here, or None while its page is on its way (it is asked for)."""
        row = self._rows.get(self._ids[position])
        if row is None:
            page = position // PAGE
            if page not in self._asked:
                self._asked.add(page)
                self.page_wanted.emit(page)
            return None
        return row

    def position_of(self, ticket_id: int) -> int:
        """Where this ticket stands, -1 if it isn't known to be in the queue."""
        try:
            return self._ids.index(ticket_id) if ticket_id else -1
        except ValueError:
            return -1

    def positions_of(self, ids: Container[int]) -> list[int]:
        """Where these tickets stand, as far as they are known to be in the queue."""
        return [n for n, ticket_id in enumerate(self._ids) if ticket_id in ids and ticket_id]

    def known(self, ids: Iterable[int]) -> list[TicketRow]:
        """The rows of these tickets that are here; asks for none."""
        return [row for ticket_id in ids if (row := self._rows.get(ticket_id)) is not None]

    def ids_between(self, first: int, last: int) -> list[int]:
        """The ids at these positions, 0 where unknown."""
        return self._ids[first:last]

    # --- changing ------------------------------------------------------------------------

    def know(self, ids: list[int]) -> None:
        """All ids of the queue in its order; rows are read when somebody looks at them."""
        if len(ids) == len(self._ids) and all(
            mine in (UNKNOWN, theirs) for mine, theirs in zip(self._ids, ids, strict=True)
        ):
            self._ids = list(ids)
            return
        self.beginResetModel()
        self._asked.clear()
        self._ids = list(ids)
        self.left = frozenset()
        self.endResetModel()

    def show_left(self, ids: frozenset[int]) -> None:
        """These have left the queue: their rows stand until they may go."""
        changed = self.left ^ ids
        self.left = ids
        for position in self.positions_of(changed) if changed else ():
            self.dataChanged.emit(self.index(position), self.index(position))

    def clear(self) -> None:
        """Forget the queue, before another one is shown."""
        self.beginResetModel()
        self._ids = []
        self._asked.clear()
        self.left = frozenset()
        self.endResetModel()

    def start(self, rows: Sequence[TicketRow], total: int) -> None:
        """Show another queue: its first rows and how many it has."""
        self.beginResetModel()
        self._asked.clear()
        self.left = frozenset()
        self._ids = [row.id for row in rows]
        self._ids += [UNKNOWN] * max(0, total - len(self._ids))
        self._keep(rows)
        self.endResetModel()

    def update_rows(self, rows: Sequence[TicketRow], first: int = 0) -> None:
        """New contents for rows that stay where they are, in a stretch that begins at `first`."""
        changed = [row for row in rows if self._rows.get(row.id) != row]
        self._keep(changed)
        stretch = self._ids[first : first + len(rows)]
        positions = {ticket_id: n for n, ticket_id in enumerate(stretch, first) if ticket_id}
        for row in changed:
            position = positions.get(row.id)
            if position is None:  # moved since; a queue may have a million
                position = self.position_of(row.id)
            if position >= 0:
                index = self.index(position)
                self.dataChanged.emit(index, index)

    def stands(self, first: int, rows: Sequence[TicketRow]) -> bool:
        """Whether these rows stand here already in this order."""
        return self._ids[first : first + len(rows)] == [row.id for row in rows]

    def resize(self, total: int) -> None:
        """The queue has so many rows; they come and go at its end."""
        self._set_length(total)

    def answered(self, page: int) -> None:
        """A page that was asked for is here, or failed: it may be asked for again."""
        self._asked.discard(page)

    def place(self, first: int, rows: Sequence[TicketRow], total: int) -> None:
        """The queue has `total` rows, and these from `first` on: inserts, removes and moves.

        Positions outside become unknown if anything moved, and are read again when looked at.
        """
        first = min(first, len(self._ids))
        wanted = [row.id for row in rows]
        self.left = frozenset()
        self._keep(rows)
        last = min(first + len(rows), len(self._ids))
        if self._ids[first:last] != wanted:
            self._asked.clear()
            known = set(wanted)
            self._forget_outside(first, last, known)
            self._remove_unwanted(first, last, known)
            self._arrange(first, wanted)
        self._set_length(max(total, first + len(wanted)))
        if rows:
            self.dataChanged.emit(
                self.index(first), self.index(min(first + len(rows), len(self._ids)) - 1)
            )

    def _forget_outside(self, first: int, last: int, known: set[int]) -> None:
        """A moved id must not stand twice; what is beyond the read part is read again later."""
        self._ids[:first] = [i if i not in known else UNKNOWN for i in self._ids[:first]]
        self._ids[last:] = [UNKNOWN] * (len(self._ids) - last)

    def _remove_unwanted(self, first: int, last: int, known: set[int]) -> None:
        position = last - 1
        while position >= first:
            if self._ids[position] in known:
                position -= 1
                continue
            end = position
            while position > first and self._ids[position - 1] not in known:
                position -= 1
            self.beginRemoveRows(_NO_INDEX, position, end)
            del self._ids[position : end + 1]
            self.endRemoveRows()
            position -= 1

    def _arrange(self, first: int, wanted: list[int]) -> None:
        have = set(self._ids[first : first + len(wanted)])
        for offset, ticket_id in enumerate(wanted):
            position = first + offset
            if position < len(self._ids) and self._ids[position] == ticket_id:
                continue
            if ticket_id in have:
                source = self._ids.index(ticket_id, position)
                self.beginMoveRows(_NO_INDEX, source, source, _NO_INDEX, position)
                del self._ids[source]
                self._ids.insert(position, ticket_id)
                self.endMoveRows()
            else:
                self.beginInsertRows(_NO_INDEX, position, position)
                self._ids.insert(position, ticket_id)
                self.endInsertRows()

    def _set_length(self, total: int) -> None:
        have = len(self._ids)
        if total < have:
            self.beginRemoveRows(_NO_INDEX, total, have - 1)
            del self._ids[total:]
            self.endRemoveRows()
        elif total > have:
            self.beginInsertRows(_NO_INDEX, have, total - 1)
            self._ids += [UNKNOWN] * (total - have)
            self.endInsertRows()

    def _keep(self, rows: Sequence[TicketRow]) -> None:
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > max(KEEP_ROWS, len(rows)):
            self._rows.popitem(last=False)  # asked for anew when somebody scrolls back
