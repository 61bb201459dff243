"""Cache, version 5: the search index of a new cache cuts texts by FTS5's `ascii` tokeniser.

Texts reach it as tokens already, so that `unicode61` looked up what each character is and folds to
for nothing: a fifth of the index's work in memory. Both find the same tokens, which a test holds
against each other; so an index that has documents stays as it is.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

from workspace.store.connect import Connection
from workspace.store.migrations.cache_0004 import SEARCH

CREATE = """
CREATE VIRTUAL TABLE search USING fts5(
  body, fields, content='', contentless_delete=1, tokenize="ascii tokenchars '_'"
)
"""


def bring(connection: Connection) -> None:
    """Make the index anew where nothing is in it."""
    if connection.execute("SELECT 1 FROM search_doc LIMIT 1").fetchone():
        return
    connection.execute("DROP TABLE search")
    connection.execute(CREATE)
    for option, value in SEARCH:
        connection.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (option, value))
