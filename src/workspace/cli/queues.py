"""`workspace snooze`, `queues`: what is put off, and which queues there are."""

from __future__ import annotations

import argparse
import time

from workspace.cli import shapes
from workspace.cli.session import Session
from workspace.domain.errors import UsageError
from workspace.domain.snooze import parse_snooze
from workspace.store.queries.queue_kinds import parse_queue

NAMED = ("mine", "unassigned", "mentions", "breaching", "snoozed", "open", "all")


def run_snooze(session: Session, arguments: argparse.Namespace) -> int:
    """Hide a ticket from the queues of open ones until a time, or wake it."""
    row = session.ticket(arguments.ref)
    if arguments.off:
        session.journal.unsnooze([row])
        shape = {"ref": row.ref, "snoozed": False, "until": None}
        said = f"{row.ref} is awake."
    else:
        found = parse_snooze(" ".join(arguments.words), session.clock.now_ms())
        if found.fault:
            raise UsageError(found.problem)
        session.journal.snooze([row], found.until)
        shape = {"ref": row.ref, "snoozed": True, "until": shapes.iso(found.until)}
        until = time.strftime("%Y-%m-%d %H:%M", time.localtime(found.until / 1000))
        said = f"{row.ref} sleeps until {until if found.until else 'the customer writes'}."
    session.tell_windows()
    session.print(shape, said)
    return 0


def run_queues(session: Session, arguments: argparse.Namespace) -> int:
    """All queues with their counts."""
    from workspace.store.queries.queues import list_queues

    rows = list_queues(session.reader)
    names = {account.id: account.name for account in session.accounts()}
    listed = [(_written(row.key, row.section, row.title, names), row) for row in rows]
    session.print(
        [
            {
                "queue": name,
                "title": row.title,
                "tickets": row.count,
                "conditions": row.detail if row.section == "saved" else None,
            }
            for name, row in listed
        ],
        "\n".join(f"{row.count:>8}  {name}" for name, row in listed),
    )
    return 0


def _written(key: str, section: str, title: str, accounts: dict[int, str]) -> str:
    """A queue as `tickets --queue` takes it."""
    queue = parse_queue(key)
    if section == "saved":
        return f"saved:{title}"
    if queue.kind in ("account", "team"):
        number, *rest = queue.values
        return ":".join([queue.kind, accounts.get(int(number), str(number)), *map(str, rest)])
    return key


def queue_key(session: Session, queue: str) -> str:
    """Queues as people write them: account, team and own queues by name."""
    section, _, rest = queue.partition(":")
    if queue in NAMED or (section == "channel" and rest):
        return queue
    if section == "account" and rest:
        return f"account:{session.account(rest).id}"
    if section == "team" and rest:
        account, _, team = rest.partition(":")
        return f"team:{session.account(account).id}:{team}"
    if section == "saved" and rest:
        return _own(session, rest)
    raise UsageError(
        f"There is no queue “{queue}”.",
        f"Use {', '.join(NAMED)}, channel:NAME, account:NAME, team:ACCOUNT:ID or saved:NAME.",
    )


def _own(session: Session, name: str) -> str:
    from workspace.store.queries.saved import list_saved

    rows = list_saved(session.reader)
    for row in rows:
        if row.name == name:
            return f"saved:{row.id}"
    known = ", ".join(row.name for row in rows) or "none yet"
    raise UsageError(f"There is no queue of your own called “{name}”.", f"Queues here: {known}.")
