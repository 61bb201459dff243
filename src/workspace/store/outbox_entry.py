"""A command of the outbox as the engine reads it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from workspace.domain.commands import Command, decode_command, payload_sha256
from workspace.domain.words import OutboxState
from workspace.store.connect import Row
from workspace.store.outbox_order import LONGEST_UNDO_MS

COLUMNS = (
    "seq, id, account_id, ticket_remote_id, command, payload, payload_sha256, after, "
    "base_revision, base_entry, state, needs_agent, not_before, attempts, first_try_at, "
    "last_try_at, settle_until, remote_id, created_at"
).replace(" after,", ' "after",')

OVERRIDE = -1
"""A `base_revision`: the agent saw the conflict and wants it all the same. The payload, which
holds the values seen, stays as it was frozen; the push leaves them out."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """A command that waits. Times in ms UTC; `state` is queued, sending, in_doubt, ..."""

    id: str
    account_id: int
    ticket_remote_id: str
    command: Command
    after: str
    base_revision: int
    base_entry: str
    state: OutboxState
    needs_agent: bool
    not_before: int
    attempts: int
    first_try_at: int
    last_try_at: int
    settle_until: int
    remote_id: str
    created_at: int

    @property
    def is_put_off(self) -> bool:
        """The agent chose this time, long after writing, and has not insisted since."""
        late = self.not_before - self.created_at > LONGEST_UNDO_MS
        return late and not self.attempts and self.base_revision != OVERRIDE


def entry_of(row: Row) -> OutboxEntry:
    """The row of COLUMNS as an entry. msgspec.DecodeError if its payload was damaged."""
    (_, identity, account_id, remote_ticket, _, stored, digest, after, *rest) = row
    payload = bytes(stored)
    if payload_sha256(payload) != digest:
        raise msgspec.ValidationError("checksum")
    command = decode_command(payload)
    base_revision, base_entry, state, needs_agent, *times, remote_id, created_at = rest
    not_before, attempts, first_try_at, last_try_at, settle_until = times
    return OutboxEntry(
        id=identity,
        account_id=account_id,
        ticket_remote_id=remote_ticket,
        command=command,
        after=after,
        base_revision=base_revision,
        base_entry=base_entry,
        state=OutboxState(state),
        needs_agent=bool(needs_agent),
        not_before=not_before,
        attempts=attempts,
        first_try_at=first_try_at,
        last_try_at=last_try_at,
        settle_until=settle_until,
        remote_id=remote_id,
        created_at=created_at,
    )
