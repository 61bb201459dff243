"""Many rows by one statement, for a table with triggers.

Where a row's triggers might fail, SQLite opens and closes a savepoint for each statement. Rows
that come as JSON are one statement: those of tickets cost a third.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from workspace.store.connect import Connection, Row

FEWEST = 8  # fewer aren't worth the JSON
AT_ONCE = 500  # rows a statement

_PLAIN = {str, type(None)}
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1


def insert(
    connection: Connection, table: str, columns: tuple[str, ...], rows: Sequence[Row]
) -> None:
    """Insert rows of integers, texts and NULL; raises what `executemany` raises.

    Not after rows of a virtual table in the same transaction: it would write those out early.
    """
    if len(rows) < FEWEST or not all(map(_is_plain, rows)):
        connection.executemany(_one_by_one(table, columns), rows)
        return
    for start in range(0, len(rows), AT_ONCE):
        chunk = msgspec.json.encode(rows[start : start + AT_ONCE]).decode()
        connection.execute(_at_once(table, columns), (chunk,))


def _is_plain(row: Row) -> bool:
    """Whether JSON takes the row as it is; anything else is the driver's to take or refuse."""
    return all(
        type(value) in _PLAIN or (type(value) is int and _LEAST <= value <= _MOST) for value in row
    )


@lru_cache
def _one_by_one(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


@lru_cache
def _at_once(table: str, columns: tuple[str, ...]) -> str:
    values = ", ".join(f"value ->> {place}" for place in range(len(columns)))
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM json_each(?)"
