"""What the tests of the cache writer share."""

from __future__ import annotations

from typing import Any

from tests.builders import StoreForTests
from workspace.domain.items import (
    EntryItem,
    Fetched,
    TicketItem,
)


def ticket_row(store: StoreForTests, remote_id: str = "T", *columns: str) -> dict[str, Any]:
    names = columns or ("subject", "status", "snippet", "snippet_kind", "needs_reply")
    row = store.reader().one(
        f"SELECT {', '.join(names)} FROM ticket WHERE remote_id = ?", (remote_id,)
    )
    assert row is not None
    return dict(zip(names, row, strict=True))


def everything(store: StoreForTests) -> dict[str, list[Any]]:
    """Every row of the cache that a reader could see."""
    reader = store.reader()
    tables = [
        row[0]
        for row in reader.all(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
            " AND name NOT LIKE 'sqlite_%'"
        )
    ]
    found = {table: reader.all(f"SELECT rowid, * FROM {table}") for table in tables}
    found["search_doc"] = reader.all("SELECT * FROM search_doc ORDER BY doc")
    return found


def fetched(store: StoreForTests, **fields: Any) -> Fetched:
    """What was built since the last write, as the answer to a fetch."""
    page = store.page()
    ticket = next((item for item in page.items if isinstance(item, TicketItem)), None)
    entries = tuple(item for item in page.items if isinstance(item, EntryItem))
    return Fetched(ticket=ticket, entries=entries, **({"complete": True} | fields))
