"""Cache, version 6: the search index is merged by whoever writes it, a piece with each page.

FTS5's own merges come in waves: nothing while few segments are there, then with each page up to
four times what it brought, until they are one. `search_index.add` pays as it goes instead, sixteen
segments at a time, so that a word is written less often, and what is left is done at rest; a whole
level is merged at once only far behind that. Leaves fit a page of the file again: version 5 had
lost that for new caches.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

SQL = """
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('usermerge', 16);
INSERT INTO search (search, rank) VALUES ('crisismerge', 400);
"""
