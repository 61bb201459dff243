"""Migrations of a desk: frozen SQL, one transaction each; never edited once released."""

from __future__ import annotations

FIRST = (
    """
CREATE TABLE desk_agent (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT DEFAULT '' NOT NULL,
    role TEXT DEFAULT 'agent' NOT NULL,
    active INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE desk_audit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    role TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    ticket_id TEXT DEFAULT '' NOT NULL,
    item_id TEXT DEFAULT '' NOT NULL
)
""",
    """
CREATE TABLE desk_change (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    item_id TEXT NOT NULL,
    ticket_id TEXT DEFAULT '' NOT NULL,
    at INTEGER NOT NULL
)
""",
    """
CREATE TABLE desk_command (
    id TEXT NOT NULL,
    ticket_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE desk_field (
    name TEXT NOT NULL,
    label TEXT DEFAULT '' NOT NULL,
    choices TEXT DEFAULT '[]' NOT NULL,
    multiple INTEGER DEFAULT '0' NOT NULL,
    teams TEXT DEFAULT '[]' NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (name)
)
""",
    """
CREATE TABLE desk_file (
    id TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    staged_at INTEGER NOT NULL,
    claimed INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE INDEX desk_file_unclaimed ON desk_file (staged_at) WHERE claimed = 0
""",
    """
CREATE TABLE desk_meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
)
""",
    """
CREATE TABLE desk_person (
    id TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    organization TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    timezone TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    tags TEXT DEFAULT '[]' NOT NULL,
    since INTEGER,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE desk_signal (
    ticket_id TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, who, kind)
)
""",
    """
CREATE TABLE desk_team (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (id)
)
""",
    """
CREATE TABLE desk_address (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    person_id TEXT NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (kind, value),
    FOREIGN KEY(person_id) REFERENCES desk_person (id)
)
""",
    """
CREATE INDEX desk_address_person ON desk_address (person_id, position)
""",
    """
CREATE TABLE desk_blob (
    file_id TEXT NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, part),
    FOREIGN KEY(file_id) REFERENCES desk_file (id)
)
""",
    """
CREATE TABLE desk_ticket (
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    revision INTEGER DEFAULT '0' NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    status TEXT NOT NULL,
    assignee TEXT DEFAULT '' NOT NULL,
    team TEXT DEFAULT '' NOT NULL,
    priority TEXT DEFAULT '' NOT NULL,
    channel TEXT NOT NULL,
    tags TEXT DEFAULT '[]' NOT NULL,
    cc TEXT DEFAULT '[]' NOT NULL,
    custom_fields TEXT DEFAULT '{}' NOT NULL,
    touched TEXT DEFAULT '{}' NOT NULL,
    requester TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    waiting_since INTEGER,
    due_at INTEGER,
    message_count INTEGER DEFAULT '0' NOT NULL,
    seen_seq INTEGER DEFAULT '0' NOT NULL,
    merged_into TEXT DEFAULT '' NOT NULL,
    deleted_at INTEGER,
    PRIMARY KEY (id),
    UNIQUE (number),
    FOREIGN KEY(requester) REFERENCES desk_person (id)
)
""",
    """
CREATE INDEX desk_ticket_newest ON desk_ticket (created_at DESC, number DESC)
""",
    """
CREATE INDEX desk_ticket_requester ON desk_ticket (requester, created_at DESC)
""",
    """
CREATE TABLE desk_route (
    id TEXT NOT NULL,
    ticket_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(ticket_id) REFERENCES desk_ticket (id)
)
""",
    """
CREATE UNIQUE INDEX desk_route_ticket ON desk_route (ticket_id, channel, address)
""",
    """
CREATE TABLE desk_entry (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    ticket_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    author_role TEXT NOT NULL,
    author_id TEXT DEFAULT '' NOT NULL,
    author_name TEXT DEFAULT '' NOT NULL,
    author_address TEXT DEFAULT '' NOT NULL,
    channel TEXT DEFAULT '' NOT NULL,
    route_id TEXT,
    text TEXT DEFAULT '' NOT NULL,
    html TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    command_id TEXT DEFAULT '' NOT NULL,
    change TEXT DEFAULT '{}' NOT NULL,
    deleted_at INTEGER,
    UNIQUE (id),
    FOREIGN KEY(ticket_id) REFERENCES desk_ticket (id),
    FOREIGN KEY(route_id) REFERENCES desk_route (id)
)
""",
    """
CREATE INDEX desk_entry_ticket ON desk_entry (ticket_id, seq)
""",
    """
CREATE TABLE desk_attachment (
    id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    file_id TEXT NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content_id TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(entry_id) REFERENCES desk_entry (id),
    FOREIGN KEY(file_id) REFERENCES desk_file (id)
)
""",
    """
CREATE INDEX desk_attachment_entry ON desk_attachment (entry_id, position)
""",
    """
CREATE TRIGGER desk_audit_no_update BEFORE UPDATE ON desk_audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
""",
    """
CREATE TRIGGER desk_audit_no_delete BEFORE DELETE ON desk_audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
""",
    """
CREATE TRIGGER desk_entry_kind_is_fixed BEFORE UPDATE OF kind ON desk_entry
WHEN NEW.kind <> OLD.kind
BEGIN SELECT RAISE(ABORT, 'an entry never changes its kind'); END
""",
    """
CREATE TRIGGER desk_note_has_no_route BEFORE INSERT ON desk_entry
WHEN NEW.kind <> 'message' AND NEW.route_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'only a message has a route'); END
""",
    """
CREATE TRIGGER desk_note_gets_no_route BEFORE UPDATE OF route_id ON desk_entry
WHEN NEW.kind <> 'message' AND NEW.route_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'only a message has a route'); END
""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST,)
"""`MIGRATIONS[n]` takes a desk from `user_version` n to n + 1."""
