"""Journal, version 2: snoozed tickets, queues of one's own, earlier states of drafts.

Frozen: a change of the tables is a new number.
"""

from __future__ import annotations

SQL = """
CREATE TABLE snooze (
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  until INTEGER NOT NULL,
  on_reply INTEGER DEFAULT 1 NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, ticket_remote_id)
);
CREATE INDEX snooze_until
  ON snooze (until);
CREATE TABLE saved_queue (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  conditions TEXT NOT NULL,
  sort TEXT DEFAULT 'newest' NOT NULL,
  position INTEGER DEFAULT 0 NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE draft_version (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  channel TEXT DEFAULT '' NOT NULL,
  recipient TEXT DEFAULT '' NOT NULL,
  attachments TEXT DEFAULT '[]' NOT NULL,
  why TEXT DEFAULT '' NOT NULL,
  kept_at INTEGER NOT NULL
);
CREATE INDEX draft_version_ticket
  ON draft_version (account_id, ticket_remote_id, mode, id);
"""
