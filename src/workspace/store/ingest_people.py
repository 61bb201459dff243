"""Persons of a page: one row each, written only where something differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from workspace.domain.items import PersonItem
from workspace.store.connect import Connection, Row
from workspace.store.words_in import clean, dump

COLUMNS = (
    "remote_id",
    "name",
    "addresses",
    "organization",
    "language",
    "timezone",
    "note",
    "tags",
    "since",
)

_SELECT = (
    f"SELECT id, {', '.join(COLUMNS)} FROM person"
    " WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
_INSERT = (
    f"INSERT INTO person (id, account_id, {', '.join(COLUMNS)})"
    f" VALUES (?, ?, {', '.join('?' * len(COLUMNS))})"
)
_UPDATE = f"UPDATE person SET {', '.join(f'{column} = ?' for column in COLUMNS)} WHERE id = ?"


class People:
    """The persons that one page speaks of.

    Attributes:
        ids: local id by remote id.
        renamed: local ids of persons whose row changed (their tickets show it).
    """

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self._shown: dict[int, str] = {}
        self.renamed: set[int] = set()

    def write(
        self,
        connection: Connection,
        account_id: int,
        described: Iterable[PersonItem],
        requesters: Iterable[PersonItem],
        next_id: Callable[[], int],
    ) -> None:
        """Upsert both. A requester, often a mere name, never blanks what is known."""
        full = {clean(person.remote_id): _row(person) for person in described}
        named = {clean(person.remote_id): _row(person) for person in requesters}
        wanted = list(full.keys() | named.keys())
        if not wanted:
            return
        stored: Mapping[str, Row] = {
            row[1]: row for row in connection.execute(_SELECT, (account_id, dump(wanted)))
        }
        inserts: list[Row] = []
        updates: list[Row] = []
        for remote_id in wanted:
            known = stored.get(remote_id)
            row = full.get(remote_id) or (known[1:] if known else None)
            if remote_id in named:
                row = _over(row, named[remote_id])
            assert row is not None
            if known is None:
                identity = next_id()
                inserts.append((identity, account_id, *row))
            else:
                identity = known[0]
                if known[1:] != row:
                    updates.append((*row, identity))
                    self.renamed.add(identity)
            self.ids[remote_id] = identity
            self._shown[identity] = _shown(row[1], row[2])
        connection.executemany(_INSERT, inserts)
        connection.executemany(_UPDATE, updates)

    def shown_by_id(self, connection: Connection, person_id: int | None) -> str:
        """Name and addresses of a person as one text, for the search index."""
        if person_id is None:
            return ""
        if person_id not in self._shown:
            row = connection.execute(
                "SELECT name, addresses FROM person WHERE id = ?", (person_id,)
            ).fetchone()
            self._shown[person_id] = _shown(*row)
        return self._shown[person_id]


def _shown(name: str, addresses: str) -> str:
    listed = msgspec.json.decode(addresses, type=list[tuple[str, str]])
    return " ".join([name, *(value for _, value in listed)])


def _row(person: PersonItem) -> Row:
    return (
        clean(person.remote_id),
        clean(person.name),
        dump([[one.kind, one.value] for one in person.addresses]),
        clean(person.organization),
        clean(person.language),
        clean(person.timezone),
        clean(person.note),
        dump(list(person.tags)),
        person.since,
    )


def _over(base: Row | None, top: Row) -> Row:
    if base is None:
        return top
    return tuple(
        new if new not in ("", "[]", None) else old for old, new in zip(base, top, strict=True)
    )
