"""The tables of a desk, as SQLAlchemy Core sees them, and the migrations that create them.

Everything is named by text ids and integer times (milliseconds UTC), so that the same tables
serve a desk on a server. A test compares the frozen migrations with the tables here.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

desk = MetaData()

meta = Table(  # epoch, owner (the agent who works here), next_number
    "desk_meta",
    desk,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

agent = Table(
    "desk_agent",
    desk,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False, server_default=""),
    Column("role", Text, nullable=False, server_default="agent"),  # agent, supervisor
    Column("active", Integer, nullable=False, server_default="1"),
)

team = Table(
    "desk_team",
    desk,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
)

field = Table(
    "desk_field",
    desk,
    Column("name", Text, primary_key=True),
    Column("label", Text, nullable=False, server_default=""),
    Column("choices", Text, nullable=False, server_default="[]"),  # JSON list
    Column("multiple", Integer, nullable=False, server_default="0"),
    Column("teams", Text, nullable=False, server_default="[]"),  # JSON list
    Column("position", Integer, nullable=False, server_default="0"),
)

person = Table(
    "desk_person",
    desk,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("organization", Text, nullable=False, server_default=""),
    Column("language", Text, nullable=False, server_default=""),
    Column("timezone", Text, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    Column("tags", Text, nullable=False, server_default="[]"),  # JSON list
    Column("since", Integer),
)

address = Table(  # one contact point belongs to one person
    "desk_address",
    desk,
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("person_id", Text, ForeignKey("desk_person.id"), nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
    Index("desk_address_person", "person_id", "position"),
)

ticket = Table(
    "desk_ticket",
    desk,
    Column("id", Text, primary_key=True),  # its number, as text
    Column("number", Integer, nullable=False, unique=True),
    Column("revision", Integer, nullable=False, server_default="0"),  # desk_change.seq
    Column("subject", Text, nullable=False, server_default=""),
    Column("status", Text, nullable=False),  # the desk's own word
    Column("assignee", Text, nullable=False, server_default=""),
    Column("team", Text, nullable=False, server_default=""),
    Column("priority", Text, nullable=False, server_default=""),
    Column("channel", Text, nullable=False),
    Column("tags", Text, nullable=False, server_default="[]"),  # JSON list
    Column("cc", Text, nullable=False, server_default="[]"),  # JSON list of addresses
    Column("custom_fields", Text, nullable=False, server_default="{}"),  # JSON name -> list
    Column("touched", Text, nullable=False, server_default="{}"),  # JSON field -> [seq, agent]
    Column("requester", Text, ForeignKey("desk_person.id"), nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Column("waiting_since", Integer),
    Column("due_at", Integer),
    Column("message_count", Integer, nullable=False, server_default="0"),
    Column("seen_seq", Integer, nullable=False, server_default="0"),  # read by an agent up to
    Column("merged_into", Text, nullable=False, server_default=""),
    Column("deleted_at", Integer),
    Index("desk_ticket_newest", text("created_at DESC"), text("number DESC")),
    Index("desk_ticket_requester", "requester", text("created_at DESC")),
)

route = Table(  # by which channel and address a ticket's messages go
    "desk_route",
    desk,
    Column("id", Text, primary_key=True),
    Column("ticket_id", Text, ForeignKey("desk_ticket.id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("address", Text, nullable=False),
    Index("desk_route_ticket", "ticket_id", "channel", "address", unique=True),
)

entry = Table(
    "desk_entry",
    desk,
    Column("seq", Integer, primary_key=True),  # the desk's own order, never reused
    Column("id", Text, nullable=False, unique=True),
    Column("ticket_id", Text, ForeignKey("desk_ticket.id"), nullable=False),
    Column("kind", Text, nullable=False),  # message, note, activity
    Column("direction", Text, nullable=False),  # in, out, none
    Column("created_at", Integer, nullable=False),
    Column("author_role", Text, nullable=False),  # customer, agent, system
    Column("author_id", Text, nullable=False, server_default=""),
    Column("author_name", Text, nullable=False, server_default=""),
    Column("author_address", Text, nullable=False, server_default=""),
    Column("channel", Text, nullable=False, server_default=""),
    Column("route_id", Text, ForeignKey("desk_route.id")),
    Column("text", Text, nullable=False, server_default=""),
    Column("html", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False, server_default=""),  # sent, delivered, read, failed
    Column("command_id", Text, nullable=False, server_default=""),
    Column("change", Text, nullable=False, server_default="{}"),  # JSON of an activity
    Column("deleted_at", Integer),
    Index("desk_entry_ticket", "ticket_id", "seq"),
    sqlite_autoincrement=True,
)

file = Table(  # bytes staged in chunks; an attachment claims them
    "desk_file",
    desk,
    Column("id", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("staged_at", Integer, nullable=False),
    Column("claimed", Integer, nullable=False, server_default="0"),
    Index("desk_file_unclaimed", "staged_at", sqlite_where=text("claimed = 0")),
)

blob = Table(
    "desk_blob",
    desk,
    Column("file_id", Text, ForeignKey("desk_file.id"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

attachment = Table(
    "desk_attachment",
    desk,
    Column("id", Text, primary_key=True),
    Column("entry_id", Text, ForeignKey("desk_entry.id"), nullable=False),
    Column("file_id", Text, ForeignKey("desk_file.id"), nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content_id", Text, nullable=False, server_default=""),
    Index("desk_attachment_entry", "entry_id", "position"),
)

command = Table(  # a command id is carried out once, and its answer is kept
    "desk_command",
    desk,
    Column("id", Text, primary_key=True),
    Column("ticket_id", Text, nullable=False),
    Column("agent_id", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("at", Integer, nullable=False),
)

change = Table(  # the feed; autoincrement, so that a number never comes twice
    "desk_change",
    desk,
    Column("seq", Integer, primary_key=True),
    Column("what", Text, nullable=False),  # changed, deleted, merged
    Column("kind", Text, nullable=False),  # ticket, entry, person
    Column("item_id", Text, nullable=False),
    Column("ticket_id", Text, nullable=False, server_default=""),
    Column("at", Integer, nullable=False),
    sqlite_autoincrement=True,
)

signal = Table(  # typing and presence; worthless after `until`
    "desk_signal",
    desk,
    Column("ticket_id", Text, primary_key=True),  # "" for a presence that is not of one ticket
    Column("who", Text, primary_key=True),
    Column("kind", Text, primary_key=True),  # typing, viewing, online
    Column("role", Text, nullable=False),  # customer, agent
    Column("name", Text, nullable=False),
    Column("until", Integer, nullable=False),
)

audit = Table(  # append-only by trigger
    "desk_audit",
    desk,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("ticket_id", Text, nullable=False, server_default=""),
    Column("item_id", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
