"""The tables of journal.db as SQLAlchemy Core sees them.

Migrations create them; a test compares both. Comments here are the columns' meaning.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

journal = MetaData()

account = Table(
    "account",
    journal,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("connector", Text, nullable=False),
    Column("url", Text, nullable=False, server_default=""),
    Column("settings", Text, nullable=False, server_default="{}"),
    Column("secret", LargeBinary),  # sealed under the secrets key, bound to the account's name
    Column("paused", Integer, nullable=False, server_default="0"),
    Column("created_at", Integer, nullable=False),
    sqlite_autoincrement=True,
)

draft = Table(
    "draft",
    journal,
    Column("account_id", Integer, primary_key=True),
    Column("ticket_remote_id", Text, primary_key=True),
    Column("mode", Text, primary_key=True),  # reply, note, local, macro-MODE
    Column("text", Text, nullable=False),
    Column("html", Text),
    Column("channel", Text, nullable=False, server_default=""),
    Column("recipient", Text, nullable=False, server_default=""),
    Column("attachments", Text, nullable=False, server_default="[]"),  # JSON of OutgoingFile
    Column("base_entry", Text, nullable=False, server_default=""),
    Column("updated_at", Integer, nullable=False),
)

draft_version = Table(  # earlier states of drafts, newest last; few per ticket are kept
    "draft_version",
    journal,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("ticket_remote_id", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text),
    Column("channel", Text, nullable=False, server_default=""),
    Column("recipient", Text, nullable=False, server_default=""),
    Column("attachments", Text, nullable=False, server_default="[]"),
    Column("why", Text, nullable=False, server_default=""),  # paused, sent, discarded, replaced
    Column("kept_at", Integer, nullable=False),
    Index("draft_version_ticket", "account_id", "ticket_remote_id", "mode", "id"),
    sqlite_autoincrement=True,
)

snooze = Table(  # hides a ticket from the open queues until a time or the customer's next word
    "snooze",
    journal,
    Column("account_id", Integer, primary_key=True),
    Column("ticket_remote_id", Text, primary_key=True),
    Column("until", Integer, nullable=False),  # 0: until a reply alone
    Column("on_reply", Integer, nullable=False, server_default="1"),
    Column("created_at", Integer, nullable=False),  # of the newest entry known then
    Index("snooze_until", "until"),
)

dismissed_mention = Table(  # mentions up to `mentioned_at` that need no answer
    "dismissed_mention",
    journal,
    Column("account_id", Integer, primary_key=True),
    Column("ticket_remote_id", Text, primary_key=True),
    Column("mentioned_at", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
)

seen = Table(  # up to which entry's time the agent has looked at a ticket
    "seen",
    journal,
    Column("account_id", Integer, primary_key=True),
    Column("ticket_remote_id", Text, primary_key=True),
    Column("seen_at", Integer, nullable=False),
)

own_word = Table(  # what the agent calls right in spelling
    "own_word",
    journal,
    Column("word", Text, primary_key=True),
    Column("created_at", Integer, nullable=False),
)

saved_queue = Table(  # conditions in the search grammar
    "saved_queue",
    journal,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("conditions", Text, nullable=False),
    Column("sort", Text, nullable=False, server_default="newest"),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("created_at", Integer, nullable=False),
)

outbox = Table(
    "outbox",
    journal,
    Column("seq", Integer, primary_key=True),  # order of sending within a ticket
    Column("id", Text, nullable=False, unique=True),  # uuid7: idempotency key
    Column("account_id", Integer, nullable=False),
    Column("ticket_remote_id", Text, nullable=False),
    Column("command", Text, nullable=False),  # reply, note, set
    Column("payload", LargeBinary, nullable=False),
    Column("payload_sha256", Text, nullable=False),
    Column("after", Text, nullable=False, server_default=""),  # waits until that id is sent
    Column("base_revision", Integer, nullable=False, server_default="0"),
    Column("base_entry", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
    Column("needs_agent", Integer, nullable=False, server_default="0"),
    Column("not_before", Integer, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("first_try_at", Integer, nullable=False, server_default="0"),
    Column("last_try_at", Integer, nullable=False, server_default="0"),
    Column("settle_until", Integer, nullable=False, server_default="0"),
    Column("remote_id", Text, nullable=False, server_default=""),
    Column("error_kind", Text, nullable=False, server_default=""),
    Column("error_message", Text, nullable=False, server_default=""),
    Column("error_action", Text, nullable=False, server_default=""),
    Column("created_at", Integer, nullable=False),
    Column("done_at", Integer, nullable=False, server_default="0"),
    Index(
        "outbox_pending",
        "account_id",
        "ticket_remote_id",
        "seq",
        sqlite_where=text("state NOT IN ('sent','cancelled')"),
    ),
    Index("outbox_sent", "account_id", "done_at", sqlite_where=text("state = 'sent'")),
    sqlite_autoincrement=True,
)

outgoing_file = Table(
    "outgoing_file",
    journal,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
)

local_note = Table(
    "local_note",
    journal,
    Column("id", Text, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("ticket_remote_id", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("local_note_ticket", "account_id", "ticket_remote_id", "created_at"),
)

contact = Table(
    "contact",
    journal,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
)

link = Table(
    "link",
    journal,
    Column("contact_id", Text, primary_key=True),
    Column("account_id", Integer, primary_key=True),
    Column("person_remote_id", Text, primary_key=True),
    Column("how", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("link_person", "account_id", "person_remote_id"),
)

audit = Table(
    "audit",
    journal,
    Column("seq", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("ref", Text, nullable=False, server_default=""),
    Column("detail", Text, nullable=False, server_default=""),
    Column("hash", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
