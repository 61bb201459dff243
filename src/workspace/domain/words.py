"""The field's words as types: statuses, kinds, directions, outbox states, references."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NewType

from workspace.domain.errors import UsageError

AccountId = NewType("AccountId", int)

ACCOUNT_NAME = re.compile(r"[a-z0-9-]+\Z")


class Status(StrEnum):
    """Our six; the backend's own word is kept beside it."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on_hold"
    SOLVED = "solved"
    CLOSED = "closed"


OPEN_STATUSES = (Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD)


class Kind(StrEnum):
    """What an entry is. It never changes: a note can't become a message."""

    MESSAGE = "message"
    NOTE = "note"
    ACTIVITY = "activity"


class Direction(StrEnum):
    """Requester or cc is in, all others out, none for activity."""

    IN = "in"
    OUT = "out"
    NONE = "none"


class OutboxState(StrEnum):
    """Named for what is true; see ARCHITECTURE.md, Outbox states."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    CANCELLED = "cancelled"
    CONFLICT = "conflict"


def make_ref(account: str, remote_id: str) -> str:
    """`ACCOUNT:REMOTE_ID`, the durable name of a ticket."""
    return f"{account}:{remote_id}"


def split_ref(ref: str) -> tuple[str, str]:
    """Account name and remote id; split at the first colon. UsageError if malformed."""
    account, colon, remote_id = ref.partition(":")
    if not colon or not remote_id or not ACCOUNT_NAME.match(account):
        raise UsageError(
            f"“{ref}” is not a ticket reference.",
            "Write it as ACCOUNT:REMOTE_ID, as `workspace tickets` prints it.",
        )
    return account, remote_id
