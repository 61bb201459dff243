"""Cache, version 1: what backends said. Frozen: a change of the tables is a new number."""

from __future__ import annotations

SQL = """
CREATE TABLE account_state (
  account_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  last_sync_at INTEGER DEFAULT 0 NOT NULL,
  clock_offset_ms INTEGER DEFAULT 0 NOT NULL,
  error_kind TEXT DEFAULT '' NOT NULL,
  error_message TEXT DEFAULT '' NOT NULL,
  error_action TEXT DEFAULT '' NOT NULL,
  done INTEGER DEFAULT 0 NOT NULL,
  total INTEGER DEFAULT 0 NOT NULL,
  capabilities TEXT DEFAULT '{}' NOT NULL,
  priorities TEXT DEFAULT '[]' NOT NULL,
  PRIMARY KEY (account_id)
);
CREATE TABLE agent (
  account_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT DEFAULT '' NOT NULL,
  me INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (account_id, remote_id)
);
CREATE TABLE change_log (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  what TEXT NOT NULL
);
CREATE TABLE cursor (
  account_id INTEGER NOT NULL,
  feed TEXT NOT NULL,
  value TEXT NOT NULL,
  complete INTEGER DEFAULT 0 NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, feed)
);
CREATE TABLE entry_source (
  entry_id INTEGER NOT NULL,
  sanitiser INTEGER NOT NULL,
  html BLOB NOT NULL,
  PRIMARY KEY (entry_id)
);
CREATE INDEX entry_source_sanitiser
  ON entry_source (sanitiser);
CREATE TABLE field (
  account_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  label TEXT DEFAULT '' NOT NULL,
  choices TEXT DEFAULT '[]' NOT NULL,
  multiple INTEGER DEFAULT 0 NOT NULL,
  teams TEXT DEFAULT '[]' NOT NULL,
  PRIMARY KEY (account_id, name)
);
CREATE TABLE person (
  id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  name TEXT DEFAULT '' NOT NULL,
  addresses TEXT DEFAULT '[]' NOT NULL,
  organization TEXT DEFAULT '' NOT NULL,
  language TEXT DEFAULT '' NOT NULL,
  timezone TEXT DEFAULT '' NOT NULL,
  note TEXT DEFAULT '' NOT NULL,
  tags TEXT DEFAULT '[]' NOT NULL,
  since INTEGER,
  PRIMARY KEY (id),
  UNIQUE (account_id, remote_id)
);
CREATE TABLE queue_count (
  queue TEXT NOT NULL,
  tickets INTEGER NOT NULL,
  PRIMARY KEY (queue)
);
CREATE TABLE search_doc (
  doc INTEGER NOT NULL,
  entry_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (doc),
  UNIQUE (entry_id)
);
CREATE INDEX search_doc_ticket
  ON search_doc (ticket_id);
CREATE TABLE status (
  account_id INTEGER NOT NULL,
  backend_status TEXT NOT NULL,
  team TEXT DEFAULT '' NOT NULL,
  status TEXT NOT NULL,
  label TEXT DEFAULT '' NOT NULL,
  position INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (account_id, backend_status, team)
);
CREATE TABLE team (
  account_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account_id, remote_id)
);
CREATE TABLE ticket (
  id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fetched_revision INTEGER DEFAULT -1 NOT NULL,
  complete INTEGER DEFAULT 0 NOT NULL,
  next_before TEXT DEFAULT '' NOT NULL,
  gone INTEGER DEFAULT 0 NOT NULL,
  merged_into TEXT DEFAULT '' NOT NULL,
  subject TEXT DEFAULT '' NOT NULL,
  status TEXT NOT NULL,
  backend_status TEXT DEFAULT '' NOT NULL,
  assignee TEXT DEFAULT '' NOT NULL,
  mine INTEGER DEFAULT 0 NOT NULL,
  team TEXT DEFAULT '' NOT NULL,
  priority TEXT DEFAULT '' NOT NULL,
  channel TEXT DEFAULT '' NOT NULL,
  tags TEXT DEFAULT '[]' NOT NULL,
  cc TEXT DEFAULT '[]' NOT NULL,
  custom_fields TEXT DEFAULT '{}' NOT NULL,
  person_id INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  due_at INTEGER,
  message_count INTEGER DEFAULT 0 NOT NULL,
  counted_by_backend INTEGER DEFAULT 0 NOT NULL,
  snippet TEXT DEFAULT '' NOT NULL,
  snippet_kind TEXT DEFAULT '' NOT NULL,
  last_entry_at INTEGER DEFAULT 0 NOT NULL,
  needs_reply INTEGER DEFAULT 0 NOT NULL,
  url TEXT DEFAULT '' NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (account_id, remote_id),
  FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ticket_account
  ON ticket (account_id, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_all
  ON ticket (updated_at DESC, id DESC)
  WHERE gone = 0;
CREATE INDEX ticket_channel
  ON ticket (channel, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_mine
  ON ticket (updated_at DESC, id DESC)
  WHERE mine = 1 AND status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_open
  ON ticket (updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_person
  ON ticket (person_id, updated_at DESC);
CREATE INDEX ticket_team
  ON ticket (account_id, team, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_to_fetch
  ON ticket (
    account_id,
    ((mine = 1) + (status IN ('new','open','pending','on_hold'))) DESC,
    updated_at DESC
  )
  WHERE gone = 0 AND (complete = 0 OR fetched_revision < revision);
CREATE INDEX ticket_unassigned
  ON ticket (updated_at DESC, id DESC)
  WHERE assignee = '' AND status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_account_due
  ON ticket (account_id, due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_account_waiting
  ON ticket (account_id, needs_reply DESC, last_entry_at, id)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_all_due
  ON ticket (due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE gone = 0;
CREATE INDEX ticket_all_waiting
  ON ticket (needs_reply DESC, last_entry_at, id)
  WHERE gone = 0;
CREATE INDEX ticket_channel_due
  ON ticket (channel, due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_channel_waiting
  ON ticket (channel, needs_reply DESC, last_entry_at, id)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_mine_due
  ON ticket (due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE mine = 1 AND status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_mine_waiting
  ON ticket (needs_reply DESC, last_entry_at, id)
  WHERE mine = 1 AND status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_open_due
  ON ticket (due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_open_waiting
  ON ticket (needs_reply DESC, last_entry_at, id)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_team_due
  ON ticket (account_id, team, due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_team_waiting
  ON ticket (account_id, team, needs_reply DESC, last_entry_at, id)
  WHERE status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_unassigned_due
  ON ticket (due_at IS NULL, due_at, updated_at DESC, id DESC)
  WHERE assignee = '' AND status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE INDEX ticket_unassigned_waiting
  ON ticket (needs_reply DESC, last_entry_at, id)
  WHERE assignee = '' AND status IN ('new','open','pending','on_hold') AND gone = 0;
CREATE TABLE entry (
  id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seq INTEGER DEFAULT 0 NOT NULL,
  author_name TEXT DEFAULT '' NOT NULL,
  author_address TEXT DEFAULT '' NOT NULL,
  author_remote_id TEXT DEFAULT '' NOT NULL,
  channel TEXT DEFAULT '' NOT NULL,
  route_id INTEGER,
  text TEXT DEFAULT '' NOT NULL,
  html TEXT DEFAULT '' NOT NULL,
  state TEXT DEFAULT '' NOT NULL,
  command_id TEXT DEFAULT '' NOT NULL,
  change TEXT DEFAULT '' NOT NULL,
  attachments INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (ticket_id, remote_id),
  FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE INDEX entry_command
  ON entry (command_id)
  WHERE command_id <> '';
CREATE INDEX entry_timeline
  ON entry (ticket_id, created_at, seq, id);
CREATE TABLE route (
  id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  channel_account TEXT DEFAULT '' NOT NULL,
  address TEXT DEFAULT '' NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (ticket_id, remote_id),
  FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE TABLE attachment (
  id INTEGER NOT NULL,
  entry_id INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  content_id TEXT DEFAULT '' NOT NULL,
  file TEXT DEFAULT '' NOT NULL,
  used_at INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (entry_id, remote_id),
  FOREIGN KEY(entry_id) REFERENCES entry (id)
);
CREATE INDEX attachment_used
  ON attachment (used_at)
  WHERE file <> '';
CREATE TRIGGER ticket_counted_insert AFTER INSERT ON ticket WHEN new.gone = 0
BEGIN
  INSERT INTO queue_count (queue, tickets) SELECT queue, 1 FROM (
    SELECT 'all' AS queue WHERE new.gone = 0
    UNION ALL SELECT 'open' WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
        AND new.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.assignee = ''
    UNION ALL SELECT 'channel:' || new.channel
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.channel <> ''
    UNION ALL SELECT 'account:' || new.account_id
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || new.account_id || ':' || new.team
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.team <> ''
  ) WHERE true ON CONFLICT (queue) DO UPDATE SET tickets = tickets + 1;
END;
CREATE TRIGGER ticket_counted_delete AFTER DELETE ON ticket WHEN old.gone = 0
BEGIN
  UPDATE queue_count SET tickets = tickets - 1 WHERE queue IN (
    SELECT 'all' AS queue WHERE old.gone = 0
    UNION ALL SELECT 'open' WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
        AND old.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.assignee = ''
    UNION ALL SELECT 'channel:' || old.channel
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.channel <> ''
    UNION ALL SELECT 'account:' || old.account_id
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || old.account_id || ':' || old.team
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.team <> ''
  );
END;
CREATE TRIGGER ticket_counted_update
  AFTER UPDATE OF gone, status, mine, assignee, channel, team, account_id ON ticket
  WHEN old.gone IS NOT new.gone OR old.status IS NOT new.status
    OR old.mine IS NOT new.mine OR old.assignee IS NOT new.assignee
    OR old.channel IS NOT new.channel OR old.team IS NOT new.team
    OR old.account_id IS NOT new.account_id
BEGIN
  UPDATE queue_count SET tickets = tickets - 1 WHERE queue IN (
    SELECT 'all' AS queue WHERE old.gone = 0
    UNION ALL SELECT 'open' WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
        AND old.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.assignee = ''
    UNION ALL SELECT 'channel:' || old.channel
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.channel <> ''
    UNION ALL SELECT 'account:' || old.account_id
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || old.account_id || ':' || old.team
      WHERE old.gone = 0 AND old.status IN ('new','open','pending','on_hold') AND old.team <> ''
  );
  INSERT INTO queue_count (queue, tickets) SELECT queue, 1 FROM (
    SELECT 'all' AS queue WHERE new.gone = 0
    UNION ALL SELECT 'open' WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'mine'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
        AND new.mine = 1
    UNION ALL SELECT 'unassigned'
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.assignee = ''
    UNION ALL SELECT 'channel:' || new.channel
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.channel <> ''
    UNION ALL SELECT 'account:' || new.account_id
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold')
    UNION ALL SELECT 'team:' || new.account_id || ':' || new.team
      WHERE new.gone = 0 AND new.status IN ('new','open','pending','on_hold') AND new.team <> ''
  ) WHERE true ON CONFLICT (queue) DO UPDATE SET tickets = tickets + 1;
END;
CREATE VIRTUAL TABLE search USING fts5(
  body, fields, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);
"""
