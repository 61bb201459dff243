"""Cache, version 2: leaves of the search index that fit a page of the file.

FTS5's own 4,050 bytes are more than SQLCipher leaves free in a page of 4,096 (80 bytes are its
own), so every leaf spilled over into a second page. Segments are merged sixteen at a time: less
is written in a first sync, and `workspace bench` shows searching no slower.
"""

from __future__ import annotations

SQL = """
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);
INSERT INTO search (search, rank) VALUES ('automerge', 16);
"""
