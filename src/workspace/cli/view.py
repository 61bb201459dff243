"""`workspace view`: look at a ticket as the backend has it now, and leave a trace only here."""

from __future__ import annotations

import argparse

from workspace.cli import shapes
from workspace.cli.session import Session
from workspace.domain.words import split_ref


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Print the newest part of a ticket; nothing of it is cached, marked as read or changed."""
    account, remote_id = split_ref(arguments.ref)
    viewed = session.engine.call(
        "ticket.view",
        timeout_s=120,
        account=account,
        remote_id=remote_id,
        reason=arguments.reason,
    )
    lines = [f"{arguments.ref}  {viewed['subject']}", viewed["status"]]
    for message in viewed["messages"]:
        message["created_at"] = shapes.iso(message["created_at"])
        label = "[internal note] " if message["kind"] == "note" else ""
        lines.append(f"\n{message['created_at']}  {label}{message['author']}")
        lines.append(message["text"])
        lines += [f"  + {one['name']} ({one['size']} bytes)" for one in message["attachments"]]
    if not viewed["complete"]:
        session.say("Only the newest part is shown.")
    session.print({"ref": arguments.ref, **viewed}, "\n".join(lines))
    return 0
