"""Cache, version 4: an entry's HTML and its source are one compressed value.

An index goes that nothing reads; another comes, to count what of a ticket is no message. And the
search index takes a batch of a first sync as one segment, merges eight at a time, and never a
whole level at once: that held the writer up for seconds and left a seventh of the file empty.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

import zlib

from workspace.store.connect import Connection

COLUMN = "ALTER TABLE entry ADD COLUMN sanitiser INTEGER DEFAULT 0 NOT NULL"
INDEXES = (
    "CREATE INDEX entry_sanitiser ON entry (sanitiser) WHERE sanitiser > 0",
    "CREATE INDEX entry_kind ON entry (ticket_id, kind) WHERE kind <> 'message'",
)
SEARCH = (("hashsize", 8 << 20), ("automerge", 8), ("crisismerge", 64))
AT_ONCE = 500


def bring(connection: Connection) -> None:
    """Pack what two tables held; entries without HTML are not touched."""
    connection.execute(COLUMN)
    last = 0
    while True:
        rows = connection.execute(
            "SELECT s.entry_id, s.sanitiser, s.html, e.html FROM entry_source AS s"
            " JOIN entry AS e ON e.id = s.entry_id WHERE s.entry_id > ?"
            " ORDER BY s.entry_id LIMIT ?",
            (last, AT_ONCE),
        ).fetchall()
        if not rows:
            break
        connection.executemany(
            "UPDATE entry SET html = ?, sanitiser = ? WHERE id = ?",
            [(_packed(shown, source), version, entry) for entry, version, source, shown in rows],
        )
        last = rows[-1][0]
    connection.execute("DROP TABLE entry_source")
    connection.execute("DROP INDEX search_doc_ticket")
    for index in INDEXES:
        connection.execute(index)
    for option, value in SEARCH:
        connection.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (option, value))


def _packed(shown: str, source: bytes) -> bytes:
    packer = zlib.compressobj(3, zlib.DEFLATED, -zlib.MAX_WBITS)
    both = shown.encode() + b"\0" + zlib.decompress(source)
    return packer.compress(both) + packer.flush()
