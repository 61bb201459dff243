"""The queues as rows: section headings and queues, folded sections left out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workspace.store.queries.rows import QueueRow
from workspace.ui.i18n import t
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import channel_word, one_line

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Role(IntEnum):
    """Data roles beside Qt's."""

    ROW = int(Qt.ItemDataRole.UserRole) + 1  # NavRow


class NavRow(msgspec.Struct, frozen=True):
    """One line. A heading has no queue, nor has what makes a new one; `folded` is of a heading."""

    section: str
    title: str
    queue: QueueRow | None = None
    folded: bool = False
    makes_new: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it stands above a section."""
        return self.queue is None and not self.makes_new


def section_title(section: str) -> str:
    """The heading above a section; our own queues have none."""
    return {
        "saved": t("Queues", "My queues"),
        "channel": t("Queues", "Channels"),
        "account": t("Queues", "Accounts"),
        "team": t("Queues", "Teams"),
    }.get(section, "")


def queue_title(row: QueueRow) -> str:
    """What a queue is called."""
    own = {
        "mine": t("Queues", "Mine"),
        "unassigned": t("Queues", "Unassigned"),
        "mentions": t("Queues", "Mentions"),
        "breaching": t("Queues", "Breaching soon"),
        "snoozed": t("Queues", "Snoozed"),
        "open": t("Queues", "All open"),
        "all": t("Queues", "All tickets"),
    }
    if row.section == "own":
        return own.get(row.key, one_line(row.title))
    if row.section == "channel":
        return channel_word(row.key.partition(":")[2])
    return one_line(row.title) or row.key


class QueueModel(QAbstractListModel):
    """Counts change in place; rows come and go with accounts, channels and teams."""

    def __init__(self) -> None:
        super().__init__()
        self._queues: list[QueueRow] = []
        self._rows: list[NavRow] = []
        self._folded: set[str] = set()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        own = row.queue is not None and row.queue.section == "saved"
        if own and role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            assert row.queue is not None
            conditions = row.queue.detail
            return plain_tooltip(conditions) if role == Qt.ItemDataRole.ToolTipRole else conditions
        return None

    def _spoken(self, row: NavRow) -> str:
        if row.makes_new:
            return row.title
        if row.queue is None:
            return (
                t("Queues", "{section}, folded", section=row.title)
                if row.folded
                else t("Queues", "{section}, unfolded", section=row.title)
            )
        if row.queue.count < 0:
            return row.title
        return t("Queues", "{queue}, %n tickets", row.queue.count, queue=row.title)

    # --- reading -------------------------------------------------------------------------

    def row(self, position: int) -> NavRow:
        """The line at this position."""
        return self._rows[position]

    def position_of(self, key: str) -> int:
        """Where this queue stands, -1 if nowhere (or folded away)."""
        for position, row in enumerate(self._rows):
            if row.queue is not None and row.queue.key == key:
                return position
        return -1

    def queue(self, key: str) -> QueueRow | None:
        """The queue with this key, folded or not."""
        return next((row for row in self._queues if row.key == key), None)

    def first_key(self) -> str:
        """The first queue."""
        return self._queues[0].key if self._queues else ""

    def own_keys(self) -> list[str]:
        """The keys of queues of one's own, in their order."""
        return [row.key for row in self._queues if row.section == "saved"]

    def neighbour(self, key: str) -> str:
        """The queue to show when this one goes: the next of one's own, or the first of all."""
        own = self.own_keys()
        at = own.index(key) if key in own else -1
        others = own[at + 1 :][:1] or own[:at][-1:]
        return others[0] if at >= 0 and others else self.first_key()

    # --- changing ------------------------------------------------------------------------

    def take(self, queues: Sequence[QueueRow], folded: set[str]) -> None:
        """Show these queues. Only what differs is told to the view."""
        self._queues = list(queues)
        self._folded = set(folded)
        rows = self._lines()
        same = list(map(_name, rows)) == list(map(_name, self._rows))
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        old, self._rows = self._rows, rows
        for position, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                index = self.index(position)
                self.dataChanged.emit(index, index)

    def _lines(self) -> list[NavRow]:
        lines: list[NavRow] = []
        section = "own"
        several = len({queue.detail for queue in self._queues if queue.section == "team"}) > 1
        own = [queue for queue in self._queues if queue.section in ("own", "saved")]
        lines += [
            NavRow("own", queue_title(queue), queue) for queue in own if queue.section == "own"
        ]
        if own:
            lines += self._saved_lines()
        for queue in self._queues[len(own) :]:
            if queue.section != section:
                section = queue.section
                lines.append(NavRow(section, section_title(section), None, section in self._folded))
            if section not in self._folded:
                title = queue_title(queue)
                if section == "team" and several:
                    title = f"{title} · {one_line(queue.detail)}"
                lines.append(NavRow(section, title, queue))
        return lines

    def _saved_lines(self) -> list[NavRow]:
        """Queues of one's own stand after ours; where there are none, what makes one."""
        folded = "saved" in self._folded
        lines = [NavRow("saved", section_title("saved"), None, folded)]
        if folded:
            return lines
        lines += [
            NavRow("saved", queue_title(queue), queue)
            for queue in self._queues
            if queue.section == "saved"
        ]
        return [*lines, NavRow("saved", t("Queues", "New queue…"), makes_new=True)]


def _name(row: NavRow) -> tuple[str, str]:
    return row.title, row.queue.key if row.queue else ""
