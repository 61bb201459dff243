"""How commands get into the outbox, inside a transaction of the journal door."""

from __future__ import annotations

import msgspec

from workspace.domain.commands import (
    AddNote,
    Command,
    SendReply,
    encode_command,
    new_command_id,
    payload_sha256,
)
from workspace.store.connect import Connection
from workspace.store.journal_queues import forget_ended_snooze

COMMAND_WORDS: dict[type[Command], str] = {SendReply: "reply", AddNote: "note"}

_INSERT = (
    "INSERT INTO outbox (id, account_id, ticket_remote_id, command, payload, payload_sha256,"
    ' "after", base_revision, base_entry, state, not_before, created_at)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)"
)


def command_word(command: Command) -> str:
    """`reply`, `note` or `set`: the outbox's column `command`, and a draft's mode."""
    return COMMAND_WORDS.get(type(command), "set")


class Batch(msgspec.Struct, frozen=True):
    """What is to be done to one ticket; the second and later commands wait for the first."""

    account_id: int
    ticket_remote_id: str
    base_revision: int
    commands: tuple[Command, ...]


def put(
    connection: Connection, batch: Batch, *, now: int, not_before: int, base_entry: str = ""
) -> list[str]:
    """Insert a ticket's commands; their ids."""
    ids: list[str] = []
    for command in batch.commands:
        payload = encode_command(command)
        identity = new_command_id()
        connection.execute(
            _INSERT,
            (
                identity,
                batch.account_id,
                batch.ticket_remote_id,
                command_word(command),
                payload,
                payload_sha256(payload),
                ids[0] if ids else "",
                batch.base_revision,
                base_entry,
                not_before,
                now,
            ),
        )
        ids.append(identity)
    forget_ended_snooze(connection, batch.account_id, batch.ticket_remote_id, now)
    return ids
