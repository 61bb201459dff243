"""Journal, version 5: words that the agent calls right, for spelling.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

SQL = """
CREATE TABLE own_word (
  word TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (word)
);
"""
