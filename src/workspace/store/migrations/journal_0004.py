"""Journal, version 4: up to where the agent has seen a ticket, for what is new since.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

SQL = """
CREATE TABLE seen (
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, ticket_remote_id)
);
"""
