"""What is looked at before a command leaves: its files, and whether it is still the answer."""

from __future__ import annotations

import hashlib

from workspace.domain.commands import AddNote, SendReply
from workspace.domain.errors import Problem, WorkspaceError
from workspace.store.outbox import Outbox
from workspace.store.outbox_entry import OutboxEntry

OVERTAKEN = Problem(
    "conflict",
    "The customer wrote again after this reply was put off to a later time, so it was not sent.",
    "Read what they wrote, then send it after all, or edit it.",
)


def missing_file(outbox: Outbox, entry: OutboxEntry) -> Problem | None:
    """Read every attachment once: a damaged one must not be noticed halfway through a send."""
    command = entry.command
    if not isinstance(command, SendReply | AddNote):
        return None
    for file in command.attachments:
        digest = hashlib.sha256()
        try:
            with outbox.open_files().open(file.id) as stream:
                while chunk := stream.read(256 * 1024):
                    digest.update(chunk)
        except WorkspaceError as error:
            return Problem(
                error.kind,
                f"“{file.name}” can't be read: {error.message}",
                "Attach the file again, then send.",
            )
        if digest.hexdigest() != file.sha256:
            return Problem(
                "store",
                f"“{file.name}” is not what was attached any more.",
                "Attach the file again, then send.",
            )
    return None
