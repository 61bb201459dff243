"""The tables of cache.db as SQLAlchemy Core sees them.

Migrations create them; a test compares both. Comments here are the columns' meaning.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

cache = MetaData()

OPEN = "status IN ('new','open','pending','on_hold') AND gone = 0"
MENTIONED = "mentioned_at > 0 AND gone = 0"
TO_FETCH = "gone = 0 AND (complete = 0 OR fetched_revision < revision)"
FETCH_RANK = "(mine = 1) + (status IN ('new','open','pending','on_hold'))"

QUEUES: dict[str, tuple[tuple[str, ...], str]] = {
    "open": ((), OPEN),
    "mine": ((), f"mine = 1 AND {OPEN}"),
    "unassigned": ((), f"assignee = '' AND {OPEN}"),
    "channel": (("channel",), OPEN),
    "account": (("account_id",), OPEN),
    "team": (("account_id", "team"), OPEN),
    "all": ((), "gone = 0"),
    "mentions": ((), MENTIONED),
}
"""What each kind of queue is told apart by, and the rows it holds."""

ORDERS = {
    "waiting": "needs_reply DESC, last_entry_at, id",
    "due": "due_at IS NULL, due_at, updated_at DESC, id DESC",
}
"""Orders of a ticket list beside newest first; each queue has an index for each."""


def _ordered_indexes() -> list[Index]:
    return [
        Index(
            f"ticket_{queue}_{order}",
            *leading,
            *map(text, terms.split(", ")),
            sqlite_where=text(where),
        )
        for queue, (leading, where) in QUEUES.items()
        for order, terms in ORDERS.items()
    ]


account_state = Table(
    "account_state",
    cache,
    Column("account_id", Integer, primary_key=True),  # journal.account.id
    Column("state", Text, nullable=False),  # idle, syncing, offline, error, paused, held
    Column("last_sync_at", Integer, nullable=False, server_default="0"),
    Column("clock_offset_ms", Integer, nullable=False, server_default="0"),
    Column("error_kind", Text, nullable=False, server_default=""),
    Column("error_message", Text, nullable=False, server_default=""),
    Column("error_action", Text, nullable=False, server_default=""),
    Column("done", Integer, nullable=False, server_default="0"),  # first sync's progress
    Column("total", Integer, nullable=False, server_default="0"),
    Column("capabilities", Text, nullable=False, server_default="{}"),  # JSON of Capabilities
    Column("priorities", Text, nullable=False, server_default="[]"),  # JSON list
)

cursor = Table(
    "cursor",
    cache,
    Column("account_id", Integer, primary_key=True),
    Column("feed", Text, primary_key=True),  # history, live
    Column("value", Text, nullable=False),
    Column("complete", Integer, nullable=False, server_default="0"),
    Column("updated_at", Integer, nullable=False),
)

agent = Table(
    "agent",
    cache,
    Column("account_id", Integer, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False, server_default=""),
    Column("me", Integer, nullable=False, server_default="0"),
)

team = Table(
    "team",
    cache,
    Column("account_id", Integer, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

status = Table(
    "status",
    cache,
    Column("account_id", Integer, primary_key=True),
    Column("backend_status", Text, primary_key=True),
    Column("team", Text, primary_key=True, server_default=""),
    Column("status", Text, nullable=False),
    Column("label", Text, nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
)

field = Table(
    "field",
    cache,
    Column("account_id", Integer, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("label", Text, nullable=False, server_default=""),
    Column("choices", Text, nullable=False, server_default="[]"),
    Column("multiple", Integer, nullable=False, server_default="0"),
    Column("teams", Text, nullable=False, server_default="[]"),
)

person = Table(
    "person",
    cache,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("addresses", Text, nullable=False, server_default="[]"),  # JSON [[kind, value], ...]
    Column("organization", Text, nullable=False, server_default=""),
    Column("language", Text, nullable=False, server_default=""),
    Column("timezone", Text, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    Column("tags", Text, nullable=False, server_default="[]"),
    Column("since", Integer),
    UniqueConstraint("account_id", "remote_id"),
)

ticket = Table(
    "ticket",
    cache,
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("fetched_revision", Integer, nullable=False, server_default="-1"),
    Column("complete", Integer, nullable=False, server_default="0"),  # all entries are here
    Column("next_before", Text, nullable=False, server_default=""),
    Column("gone", Integer, nullable=False, server_default="0"),  # 1 deleted, 2 merged, 3 no access
    Column("merged_into", Text, nullable=False, server_default=""),
    Column("subject", Text, nullable=False, server_default=""),
    Column("status", Text, nullable=False),
    Column("backend_status", Text, nullable=False, server_default=""),
    Column("assignee", Text, nullable=False, server_default=""),
    Column("mine", Integer, nullable=False, server_default="0"),  # assignee is this account's me
    Column("team", Text, nullable=False, server_default=""),
    Column("priority", Text, nullable=False, server_default=""),
    Column("channel", Text, nullable=False, server_default=""),
    Column("tags", Text, nullable=False, server_default="[]"),
    Column("cc", Text, nullable=False, server_default="[]"),
    Column("custom_fields", Text, nullable=False, server_default="{}"),
    Column("person_id", Integer, ForeignKey("person.id")),
    Column("created_at", Integer, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Column("due_at", Integer),
    Column("message_count", Integer, nullable=False, server_default="0"),
    Column("counted_by_backend", Integer, nullable=False, server_default="0"),
    Column("snippet", Text, nullable=False, server_default=""),  # last words, <= 160 characters
    Column("snippet_kind", Text, nullable=False, server_default=""),  # message-in, note…
    Column("last_entry_at", Integer, nullable=False, server_default="0"),
    Column("needs_reply", Integer, nullable=False, server_default="0"),  # last message is inbound
    Column("url", Text, nullable=False, server_default=""),
    Column("mentioned_at", Integer, nullable=False, server_default="0"),  # not answered since
    UniqueConstraint("account_id", "remote_id"),
    Index("ticket_open", text("updated_at DESC"), text("id DESC"), sqlite_where=text(OPEN)),
    Index(
        "ticket_mine",
        text("updated_at DESC"),
        text("id DESC"),
        sqlite_where=text(f"mine = 1 AND {OPEN}"),
    ),
    Index(
        "ticket_unassigned",
        text("updated_at DESC"),
        text("id DESC"),
        sqlite_where=text(f"assignee = '' AND {OPEN}"),
    ),
    Index(
        "ticket_channel",
        "channel",
        text("updated_at DESC"),
        text("id DESC"),
        sqlite_where=text(OPEN),
    ),
    Index(
        "ticket_account",
        "account_id",
        text("updated_at DESC"),
        text("id DESC"),
        sqlite_where=text(OPEN),
    ),
    Index(
        "ticket_team",
        "account_id",
        "team",
        text("updated_at DESC"),
        text("id DESC"),
        sqlite_where=text(OPEN),
    ),
    Index("ticket_all", text("updated_at DESC"), text("id DESC"), sqlite_where=text("gone = 0")),
    Index("ticket_person", "person_id", text("updated_at DESC")),
    Index(
        "ticket_mentions",
        text("updated_at DESC"),
        text("id DESC"),
        sqlite_where=text(MENTIONED),
    ),
    Index(
        "ticket_mentions_mentioned",
        text("mentioned_at DESC"),
        text("id DESC"),
        sqlite_where=text(MENTIONED),
    ),
    *_ordered_indexes(),
    Index(
        "ticket_to_fetch",
        "account_id",
        text(f"({FETCH_RANK}) DESC"),
        text("updated_at DESC"),
        sqlite_where=text(TO_FETCH),
    ),
)

queue_count = Table(  # kept by triggers: open tickets per queue, so that no count scans
    "queue_count",
    cache,
    Column("queue", Text, primary_key=True),  # as QueueRow.key
    Column("tickets", Integer, nullable=False),
)

entry = Table(
    "entry",
    cache,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", Integer, ForeignKey("ticket.id"), nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("seq", Integer, nullable=False, server_default="0"),
    Column("author_name", Text, nullable=False, server_default=""),
    Column("author_address", Text, nullable=False, server_default=""),
    Column("author_remote_id", Text, nullable=False, server_default=""),
    Column("channel", Text, nullable=False, server_default=""),
    Column("route_id", Integer),
    Column("text", Text, nullable=False, server_default=""),
    Column("html", Text, nullable=False, server_default=""),  # see html_pack; bytes
    Column("state", Text, nullable=False, server_default=""),
    Column("command_id", Text, nullable=False, server_default=""),
    Column("change", Text, nullable=False, server_default=""),  # JSON for activity
    Column("attachments", Integer, nullable=False, server_default="0"),
    Column("sanitiser", Integer, nullable=False, server_default="0"),  # its version; 0: no HTML
    UniqueConstraint("ticket_id", "remote_id"),
    Index("entry_sanitiser", "sanitiser", sqlite_where=text("sanitiser > 0")),
    Index("entry_kind", "ticket_id", "kind", sqlite_where=text("kind <> 'message'")),
    Index("entry_timeline", "ticket_id", "created_at", "seq", "id"),
    Index("entry_command", "command_id", sqlite_where=text("command_id <> ''")),
)

mention = Table(  # notes of others that name the account's own agent
    "mention",
    cache,
    Column("entry_id", Integer, primary_key=True),
    Column("ticket_id", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Index("mention_ticket", "ticket_id"),
)

attachment = Table(
    "attachment",
    cache,
    Column("id", Integer, primary_key=True),
    Column("entry_id", Integer, ForeignKey("entry.id"), nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),  # bytes, -1 unknown
    Column("media_type", Text, nullable=False),
    Column("content_id", Text, nullable=False, server_default=""),
    Column("file", Text, nullable=False, server_default=""),  # sealed file's name when here
    Column("used_at", Integer, nullable=False, server_default="0"),
    UniqueConstraint("entry_id", "remote_id"),
    Index("attachment_used", "used_at", sqlite_where=text("file <> ''")),
)

route = Table(
    "route",
    cache,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", Integer, ForeignKey("ticket.id"), nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("channel_account", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    UniqueConstraint("ticket_id", "remote_id"),
)

change_log = Table(
    "change_log",
    cache,
    Column("seq", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("ticket_id", Integer, nullable=False),  # 0: not about one ticket
    Column("what", Text, nullable=False),  # ticket, entry, gone, directory, account
    sqlite_autoincrement=True,
)

search_doc = Table(  # dense rowids of the search index
    "search_doc",
    cache,
    Column("doc", Integer, primary_key=True),
    Column("entry_id", Integer, nullable=False, unique=True),
    Column("ticket_id", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
)
# search: FTS5(body, fields), contentless_delete=1; made by migration, rowid = search_doc.doc.
