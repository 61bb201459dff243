"""`workspace sync [--once]`."""

from __future__ import annotations

import argparse

from workspace.cli.session import Session


def run(session: Session, arguments: argparse.Namespace) -> int:
    """Once through the engine, or the engine itself in the foreground until it is stopped."""
    if arguments.account:
        session.account(arguments.account)
    if not arguments.once:
        from workspace.sync.service import run_engine

        session.say("Syncing until stopped (Ctrl+C).")
        return run_engine(session.paths, session.key, stay=True)
    result = session.engine.call("sync.once", timeout_s=None, account=arguments.account)
    lines = []
    say = session.words.say
    failed = False
    for account in result.get("accounts", []):
        problem = account.get("problem")
        failed = failed or bool(problem)
        lines.append(
            f"{account['name']}: {account.get('tickets', 0)} tickets, "
            f"{account.get('entries', 0)} entries, {account.get('requests', 0)} requests"
            + (f"; {say(problem['message'])} {say(problem['action'])}".rstrip() if problem else "")
        )
    session.print(result, "\n".join(lines) or "No accounts yet.")
    return 1 if failed else 0
