"""What a search found, as rows: tickets first, then entries, newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workspace.store.queries.rows import SearchResult, TicketRow
from workspace.ui.i18n import t
from workspace.ui.ticket_list.spoken import subject, who
from workspace.ui.words import age, one_line

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Role(IntEnum):
    """Data roles beside Qt's."""

    HIT = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Found:
    """One row. `entry_id` 0 for a ticket found by itself. `marks` are (start, length)."""

    ticket: TicketRow
    entry_id: int
    author: str
    kind: str
    at: int
    snippet: str
    marks: tuple[tuple[int, int], ...]


def found_rows(result: SearchResult) -> list[Found]:
    """The rows of a result."""
    rows = [
        Found(ticket, 0, who(ticket), "ticket", ticket.updated_at, ticket.snippet, ())
        for ticket in result.tickets
    ]
    rows += [
        Found(
            hit.ticket,
            hit.entry_id,
            one_line(hit.author_name),
            "local" if hit.is_local else hit.kind,
            hit.created_at,
            hit.snippet,
            hit.marks,
        )
        for hit in result.hits
    ]
    return rows


class ResultsModel(QAbstractListModel):
    """Replaced as a whole by each answer."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._now_ms = now_ms
        self._rows: list[Found] = []

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.HIT:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return subject(row.ticket)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = {
                "note": t("Search", "internal note"),
                "local": t("Search", "note on this computer only"),
                "message": t("Search", "message"),
                "activity": t("Search", "activity"),
            }.get(row.kind, t("Search", "ticket"))
            when = age(row.ticket.backend_now(self._now_ms()), row.at)
            parts = (kind, row.author, subject(row.ticket), when, one_line(row.snippet))
            return ", ".join(part for part in parts if part)
        return None

    def take(self, rows: list[Found]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, position: int) -> Found:
        """The row at this position."""
        return self._rows[position]
