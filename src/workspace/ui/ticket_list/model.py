"""The rows of one queue: as many as it has, known only where somebody looked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container, Iterable, Sequence
from enum import IntEnum
from itertools import islice, takewhile
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

    Ids are held as far as somebody looked: a queue of a million rows costs what is known of it.

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
        self._total = 0  # all beyond `_ids` is unknown
        self._rows: OrderedDict[int, TicketRow] = OrderedDict()
        self._asked: set[int] = set()
        self._speak = speak
        self.marks = Marks(self)
        self.left: frozenset[int] = frozenset()

    # --- Qt ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._total:
            return None
        position = index.row()
        if role == Role.TICKET_ID:
            return self._id_at(position)
        if role == Role.ROW:
            return self.row_at(position)
        if role == Role.MARKED:
            return self._id_at(position) in self.marks
        if role == Role.LEFT:
            return self._id_at(position) in self.left
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
        if not 0 <= section < self._total:
            return None
        row = self._rows.get(self._id_at(section))  # never asks for a page
        return one_line(row.requester_name) if row else ""

    # --- reading -------------------------------------------------------------------------

    def row_at(self, position: int) -> TicketRow | None:
        """The row here, or None while its page is on its way (it is asked for)."""
        row = self._rows.get(self._id_at(position))
        if row is None:
            self.want(position // PAGE)
        return row

    def want(self, page: int) -> None:
        """Ask for a page, unless it is on its way."""
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)

    def _id_at(self, position: int) -> int:
        return self._ids[position] if position < len(self._ids) else UNKNOWN

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
        found = self._ids[first:last]
        return found + [UNKNOWN] * (min(last, self._total) - first - len(found))

    # --- changing ------------------------------------------------------------------------

    def know(self, ids: list[int]) -> None:
        """All ids of the queue in its order; rows are read when somebody looks at them."""
        if len(ids) == self._total and all(
            mine in (UNKNOWN, theirs) for mine, theirs in zip(self._ids, ids, strict=False)
        ):
            self._ids = list(ids)
            return
        self.beginResetModel()
        self._asked.clear()
        self._ids, self._total = list(ids), len(ids)
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
        self._ids, self._total = [], 0
        self._asked.clear()
        self.left = frozenset()
        self.endResetModel()

    def start(self, rows: Sequence[TicketRow], total: int) -> None:
        """Show another queue: its first rows and how many it has."""
        self.beginResetModel()
        self._asked.clear()
        self.left = frozenset()
        self._ids = [row.id for row in rows]
        self._total = max(total, len(self._ids))
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
        first = min(first, self._total)
        wanted = [row.id for row in rows]
        last = min(first + len(rows), self._total)
        have = self.ids_between(first, last)
        same = 0  # rows that show what they showed need not be painted again
        if not self.left:
            same = sum(1 for _ in takewhile(self._shows, zip(have, rows, strict=False)))
        self.left = frozenset()
        self._keep(rows)
        if have != wanted and not self._fill(first, have, wanted):
            same = 0
            self._asked.clear()
            self._reach(last)
            known = set(wanted)
            self._forget_outside(first, last, known)
            self._remove_unwanted(first, last, known)
            self._arrange(first, wanted)
        self._set_length(max(total, first + len(wanted)))
        if same < len(rows):
            end = self.index(first + len(rows) - 1)
            self.dataChanged.emit(self.index(first + same), end)

    def _shows(self, place: tuple[int, TicketRow]) -> bool:
        """This row stands here with these contents."""
        mine, row = place
        return mine == row.id and self._rows.get(mine) == row

    def _fill(self, first: int, have: list[int], wanted: list[int]) -> bool:
        """Put what was read where nothing was known; False where rows came, went or moved."""
        if len(have) != len(wanted) or any(
            mine not in (UNKNOWN, theirs) for mine, theirs in zip(have, wanted, strict=True)
        ):
            return False
        fresh, last = set(wanted) - set(have), first + len(wanted)
        if not (
            fresh.isdisjoint(islice(self._ids, first))
            and fresh.isdisjoint(islice(self._ids, last, None))
        ):
            return False
        self._reach(first)
        self._ids[first:last] = wanted
        return True

    def _reach(self, position: int) -> None:
        """Hold ids at least as far as this."""
        self._ids += [UNKNOWN] * (position - len(self._ids))

    def _forget_outside(self, first: int, last: int, known: set[int]) -> None:
        """A moved id must not stand twice; what is beyond the read part is read again later."""
        if not known.isdisjoint(islice(self._ids, first)):
            self._ids[:first] = [i if i not in known else UNKNOWN for i in self._ids[:first]]
        del self._ids[last:]

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
            self._total -= end + 1 - position
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
                self._total += 1
                self.endInsertRows()

    def _set_length(self, total: int) -> None:
        have = self._total
        if total < have:
            self.beginRemoveRows(_NO_INDEX, total, have - 1)
            del self._ids[total:]
            self._total = total
            self.endRemoveRows()
        elif total > have:
            self.beginInsertRows(_NO_INDEX, have, total - 1)
            self._total = total
            self.endInsertRows()

    def _keep(self, rows: Sequence[TicketRow]) -> None:
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > max(KEEP_ROWS, len(rows)):
            self._rows.popitem(last=False)  # asked for anew when somebody scrolls back
