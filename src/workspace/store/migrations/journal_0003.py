"""Journal, version 3: mentions that the agent put aside without answering.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

SQL = """
CREATE TABLE dismissed_mention (
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  mentioned_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, ticket_remote_id)
);
"""
