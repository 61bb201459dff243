"""`workspace erase CONTACT`: a person leaves this computer, and the embedded desks on it."""

from __future__ import annotations

import argparse
import sys

from filelock import FileLock, Timeout

from workspace.cli.desks import stop_engine
from workspace.cli.session import Session
from workspace.domain.errors import NotFound, StoreError, UsageError
from workspace.domain.words import split_ref


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Erase by address, or by REF of one of their tickets; asks first at a terminal."""
    from workspace.store.erasure import Erased, erase_contact
    from workspace.sync.connectors.desk.erase import erase

    addresses, persons = _who(session, arguments.contact)
    _be_sure(arguments)
    accounts = session.accounts()
    key, clock, paths = session.key, session.clock, session.paths
    session.close()
    stop_engine(session)
    try:
        with FileLock(paths.engine_lock, timeout=30):
            erased: Erased = erase_contact(paths, key, clock, addresses, persons)
            tickets = erased.tickets
            for account in accounts:
                if account.connector == "desk":
                    own = {
                        remote
                        for identity, remote in erased.found.persons
                        if identity == account.id
                    }
                    erase(
                        paths.desks / account.name,
                        key.subkey("desk"),
                        erased.found.addresses,
                        own,
                        clock.now_ms(),
                    )
    except Timeout as error:
        raise StoreError(
            "Nothing was erased: Workspace is running on this base directory.",
            "Close every window and stop `workspace sync`, then try again.",
        ) from error
    kept = sorted(path.name for path in paths.desks.rglob("*-before-restore-*.db"))
    result = {
        "tickets": tickets,
        "entries": erased.entries,
        "written": erased.written,
        "files": erased.files,
        "copies_left": kept,
    }
    told = (
        f"Erased: {tickets} tickets, {erased.entries} entries in tickets of others, "
        f"{erased.written} drafts, commands and notes, {erased.files} files."
    )
    if kept:
        told += f" These copies of before a restore still hold them: {', '.join(kept)}."
    session.print(result, told)
    return 0


def _who(session: Session, contact: str) -> tuple[set[str], set[tuple[int, str]]]:
    if "@" in contact or ":" not in contact:
        return {contact.strip()}, set()
    name, remote_id = split_ref(contact)
    account = session.account(name)
    row = session.reader.one(
        "SELECT coalesce(p.remote_id, '') FROM ticket AS t LEFT JOIN person AS p"
        " ON p.id = t.person_id WHERE t.account_id = ? AND t.remote_id = ?",
        (account.id, remote_id),
    )
    if row is None or not row[0]:
        raise NotFound(
            f"The ticket {contact} is not in the cache, or belongs to nobody.",
            "Give an address instead.",
        )
    return set(), {(account.id, row[0])}


def _be_sure(arguments: argparse.Namespace) -> None:
    if arguments.yes:
        return
    if sys.stdin.isatty():
        answer = input(f"Erase {arguments.contact} from this computer for good? Type “erase”: ")
        if answer.strip() == "erase":
            return
    raise UsageError("Nothing was erased.", "Add --yes, for it can't be undone.")
