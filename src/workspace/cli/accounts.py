"""`workspace account add|list|check|remove`."""

from __future__ import annotations

import argparse
import sys

from workspace.cli import shapes
from workspace.cli.session import Session
from workspace.domain.errors import RecoveryCodeNeeded, UsageError
from workspace.domain.words import ACCOUNT_NAME


def run(session: Session, arguments: argparse.Namespace) -> int:
    """One of the account actions."""
    return {"add": _add, "list": _list, "check": _check, "remove": _remove}[arguments.action](
        session, arguments
    )


def _add(session: Session, arguments: argparse.Namespace) -> int:
    if not ACCOUNT_NAME.match(arguments.name):
        raise UsageError(
            f"“{arguments.name}” can't name an account.", "Use only a-z, 0-9 and hyphens."
        )
    settings: dict[str, str] = {}
    for pair in arguments.settings:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"“--set {pair}” has no value.", "Write --set NAME=VALUE.")
        settings[name] = value
    secret = sys.stdin.readline().rstrip("\r\n") if arguments.secret_stdin else ""
    asked = {
        "name": arguments.name,
        "connector": arguments.connector,
        "url": arguments.url,
        "settings": settings,
        "secret": secret,
        "check": not arguments.no_check,
    }
    try:
        result = session.engine.call("account.add", timeout_s=90, **asked)
    except RecoveryCodeNeeded:
        _make_recovery_code(session)
        result = session.engine.call("account.add", timeout_s=90, **asked)
    session.print(result, f"Account {arguments.name} is added.")
    return 0


def _make_recovery_code(session: Session) -> None:
    """A desk is the only copy of its tickets: without this code a lost keyring loses them."""
    from workspace.keys import new_recovery_code

    session.say(f"Recovery code: {new_recovery_code(session.paths, session.key)}")
    session.journal.record("recovery.code_made")
    session.say(
        "Keep it apart from this computer: without it and the keyring nobody reads this desk."
    )


def _list(session: Session, arguments: argparse.Namespace) -> int:
    rows = session.accounts()
    lines = [
        f"{row.name:<16} {row.connector:<10} "
        f"{'paused' if row.paused else row.state:<10} {row.error_message}".rstrip()
        for row in rows
    ]
    session.print(
        [shapes.account(row) for row in rows],
        "\n".join(lines) or "No accounts yet. Add one: workspace account add CONNECTOR --name N",
    )
    return 0


def _check(session: Session, arguments: argparse.Namespace) -> int:
    session.account(arguments.name)
    result = session.engine.call("account.recheck", timeout_s=90, name=arguments.name)
    me = result.get("me", {}).get("name", "")
    session.print(result, f"{arguments.name} answers; signed in as {me}.")
    return 0


def _remove(session: Session, arguments: argparse.Namespace) -> int:
    account = session.account(arguments.name)
    if not arguments.force:
        from workspace.store.queries.outbox import list_outbox

        waiting = [
            row
            for row in list_outbox(session.reader)
            if row.account == arguments.name and row.state not in ("sent", "cancelled")
        ]
        from workspace.store.queries.local_notes import count_local_notes

        notes = count_local_notes(session.reader, account.id)
        if waiting or notes or account.connector == "desk":
            what = "an embedded desk is the only copy of its tickets"
            if notes:
                what = f"{notes} notes are kept on this computer only and would be lost"
            if waiting:
                what = f"{len(waiting)} commands are not sent yet"
            raise UsageError(f"{arguments.name} was not removed: {what}.", "Add --force to do it.")
    session.engine.call(
        "account.remove",
        timeout_s=900,
        name=arguments.name,
        discard_unsent=arguments.force,
        discard_notes=arguments.force,
    )
    session.print({"removed": arguments.name}, f"Account {arguments.name} is removed.")
    return 0
