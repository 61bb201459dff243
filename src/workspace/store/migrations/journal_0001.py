"""Journal, version 1: what only we have. Frozen: a change of the tables is a new number."""

from __future__ import annotations

SQL = """
CREATE TABLE account (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  connector TEXT NOT NULL,
  url TEXT DEFAULT '' NOT NULL,
  settings TEXT DEFAULT '{}' NOT NULL,
  secret BLOB,
  paused INTEGER DEFAULT 0 NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (name)
);
CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  ref TEXT DEFAULT '' NOT NULL,
  detail TEXT DEFAULT '' NOT NULL,
  hash BLOB NOT NULL
);
CREATE TABLE contact (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE draft (
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  channel TEXT DEFAULT '' NOT NULL,
  recipient TEXT DEFAULT '' NOT NULL,
  attachments TEXT DEFAULT '[]' NOT NULL,
  base_entry TEXT DEFAULT '' NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, ticket_remote_id, mode)
);
CREATE TABLE link (
  contact_id TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  person_remote_id TEXT NOT NULL,
  how TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (contact_id, account_id, person_remote_id)
);
CREATE TABLE local_note (
  id TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE outbox (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  ticket_remote_id TEXT NOT NULL,
  command TEXT NOT NULL,
  payload BLOB NOT NULL,
  payload_sha256 TEXT NOT NULL,
  "after" TEXT DEFAULT '' NOT NULL,
  base_revision INTEGER DEFAULT 0 NOT NULL,
  base_entry TEXT DEFAULT '' NOT NULL,
  state TEXT NOT NULL,
  needs_agent INTEGER DEFAULT 0 NOT NULL,
  not_before INTEGER DEFAULT 0 NOT NULL,
  attempts INTEGER DEFAULT 0 NOT NULL,
  first_try_at INTEGER DEFAULT 0 NOT NULL,
  last_try_at INTEGER DEFAULT 0 NOT NULL,
  settle_until INTEGER DEFAULT 0 NOT NULL,
  remote_id TEXT DEFAULT '' NOT NULL,
  error_kind TEXT DEFAULT '' NOT NULL,
  error_message TEXT DEFAULT '' NOT NULL,
  error_action TEXT DEFAULT '' NOT NULL,
  created_at INTEGER NOT NULL,
  done_at INTEGER DEFAULT 0 NOT NULL,
  UNIQUE (id)
);
CREATE INDEX outbox_pending
  ON outbox (account_id, ticket_remote_id, seq)
  WHERE state NOT IN ('sent','cancelled');
CREATE INDEX outbox_sent
  ON outbox (account_id, done_at)
  WHERE state = 'sent';
CREATE TABLE outgoing_file (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX link_person
  ON link (account_id, person_remote_id);
CREATE INDEX local_note_ticket
  ON local_note (account_id, ticket_remote_id, created_at);
CREATE TRIGGER audit_only_grows_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;
CREATE TRIGGER audit_only_grows_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit rows are never deleted');
END;
CREATE TRIGGER outbox_payload_is_frozen BEFORE UPDATE OF id, payload, payload_sha256 ON outbox
  WHEN old.id IS NOT new.id OR old.payload IS NOT new.payload
    OR old.payload_sha256 IS NOT new.payload_sha256
BEGIN
  SELECT RAISE(ABORT, 'the payload of a command is frozen');
END;
"""
