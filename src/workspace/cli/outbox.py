"""`workspace outbox [retry|cancel|resolve ID]`."""

from __future__ import annotations

import argparse

from workspace.cli import shapes
from workspace.cli.session import Session
from workspace.domain.errors import NotFound
from workspace.store.queries.outbox import get_outbox, list_outbox


def run(session: Session, arguments: argparse.Namespace) -> int:
    """List, or act on one command."""
    action = arguments.action or "list"
    if action == "list":
        return _list(session, arguments)
    if get_outbox(session.reader, arguments.id) is None:
        raise NotFound(f"The outbox has no {arguments.id}.", "See `workspace outbox`.")
    if action == "cancel":
        session.journal.take_back(arguments.id, restore_draft=True)
        session.print({"cancelled": arguments.id}, "Taken back; its text is the ticket's draft.")
        return 0
    if action == "retry":
        session.engine.call("outbox.retry", timeout_s=30, id=arguments.id)
    else:
        session.engine.call(
            "outbox.resolve", timeout_s=30, id=arguments.id, sent=arguments.answer == "sent"
        )
    row = get_outbox(session.reader, arguments.id)
    assert row is not None
    session.print(shapes.outbox(row), f"{row.id} is {row.state}.")
    return 0


def _list(session: Session, arguments: argparse.Namespace) -> int:
    rows = [
        row
        for row in list_outbox(session.reader, limit=1000)
        if arguments.all or row.state not in ("sent", "cancelled")
    ]
    lines = [
        f"{row.id}  {row.account}:{row.ticket_remote_id:<8} {row.command:<6} {row.state:<9} "
        f"{session.words.say(row.error_message)}".rstrip()
        for row in rows
    ]
    session.print([shapes.outbox(row) for row in rows], "\n".join(lines) or "Nothing waits.")
    return 0
