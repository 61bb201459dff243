"""`workspace tickets`, `ticket`, `search`: the reads."""

from __future__ import annotations

import argparse
import time

from workspace.cli import shapes
from workspace.cli.queues import queue_key
from workspace.cli.session import Session
from workspace.domain.errors import UsageError, WorkspaceError
from workspace.store.queries.rows import EntryRow, TicketRow

PAGE = 500


def run_list(session: Session, arguments: argparse.Namespace) -> int:
    """The tickets of one queue, in its own order unless another is asked for."""
    from workspace.store.queries import tickets
    from workspace.store.queries.queue_kinds import orders_of

    queue = queue_key(session, arguments.queue)
    rows = tickets.list_tickets(
        session.reader,
        queue,
        order=arguments.order or orders_of(queue)[0],
        limit=max(0, arguments.limit),
    )
    lines = [
        f"{row.ref:<18} {row.status:<8} {_when(row.updated_at)}  "
        f"{row.requester_name[:24]:<24}  {row.subject}"
        for row in rows
    ]
    session.print([shapes.ticket(row) for row in rows], "\n".join(lines) or "No tickets here.")
    return 0


def run_show(session: Session, arguments: argparse.Namespace) -> int:
    """One ticket, all of its entries; asks the engine for those not cached yet."""
    row = session.ticket(arguments.ref)
    if not (row.complete and row.fetched):
        _fetch_all(session, row)
        row = session.ticket(arguments.ref)
    entries = _all_entries(session, row)
    shape = shapes.ticket(row)
    shape["messages"] = [shapes.entry(entry) for entry in entries]
    lines = [
        f"{row.ref}  {row.subject}",
        f"{row.status} ({row.backend_status})  {row.assignee_name or 'nobody'}  {row.team_name}",
    ]
    for entry in entries:
        label = {"note": "[internal note] ", "activity": "· "}.get(entry.kind, "")
        label = "[note on this computer only] " if entry.state == "local" else label
        state = f" [{entry.state}]" if entry.state not in ("", "local") else ""
        lines.append(f"\n{_when(entry.created_at)}  {label}{entry.author_name}{state}")
        lines.append(entry.text)
        lines.extend(f"  + {item.name} ({item.size} bytes)" for item in entry.attachments)
    session.print(shape, "\n".join(lines))
    return 0


def _fetch_all(session: Session, row: TicketRow) -> None:
    try:
        older = False
        for _ in range(1000):
            result = session.engine.call(
                "ticket.fetch",
                timeout_s=120,
                account_id=row.account_id,
                remote_id=row.remote_id,
                older=older,
            )
            if result.get("complete"):
                return
            older = True
    except WorkspaceError as error:
        session.say(f"Showing what is cached: {error.message}")


def _all_entries(session: Session, row: TicketRow) -> list[EntryRow]:
    from workspace.store.queries.conversation import get_conversation

    page = get_conversation(session.reader, row.id, limit=PAGE)
    entries = list(page.entries)
    while page.has_older:
        first = next(entry for entry in entries if entry.id)
        page = get_conversation(
            session.reader,
            row.id,
            limit=PAGE,
            before=(first.created_at, first.seq, first.id),
        )
        entries = [entry for entry in page.entries if entry.id] + entries
    return entries


def run_search(session: Session, arguments: argparse.Namespace) -> int:
    """Found entries, newest first."""
    from workspace.store.queries.search import search

    result = search(session.reader, " ".join(arguments.query), limit=arguments.limit)
    if result.problem:
        raise UsageError(result.problem, "See `from: status: tag: before:` … in the help.")
    found = [shapes.found_ticket(row) for row in result.tickets]
    found += [shapes.hit(hit) for hit in result.hits]
    lines = [f"{row.ref:<18} {_when(row.created_at)}  {row.subject}" for row in result.tickets]
    lines += [f"{hit.ticket.ref:<18} {_when(hit.created_at)}  {hit.snippet}" for hit in result.hits]
    if result.cut:
        session.say("Only the newest part was searched; narrow it with before: or more words.")
    session.print(found, "\n".join(lines) or "Nothing found.")
    return 0


def _when(milliseconds: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(milliseconds / 1000))
