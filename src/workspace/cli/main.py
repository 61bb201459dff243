"""Dispatch of the command line: errors to one sentence, outcomes to exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from workspace.cli import (
    accounts,
    audit,
    desks,
    diagnostics,
    erase,
    macros,
    outbox,
    queues,
    sync,
    tickets,
    view,
    writes,
)
from workspace.cli import connectors as connectors_cli
from workspace.cli.exit_codes import DONE, REFUSED, USAGE
from workspace.cli.session import Session
from workspace.console import as_json
from workspace.domain.errors import UsageError, WorkspaceError

COMMANDS: dict[str, Callable[[Session, argparse.Namespace], int]] = {
    "account": accounts.run,
    "sync": sync.run,
    "tickets": tickets.run_list,
    "ticket": tickets.run_show,
    "view": view.run,
    "search": tickets.run_search,
    "reply": writes.run_reply,
    "note": writes.run_note,
    "set": writes.run_set,
    "snooze": queues.run_snooze,
    "queues": queues.run_queues,
    "macros": macros.run,
    "outbox": outbox.run,
    "connectors": connectors_cli.run,
    "export-diagnostics": diagnostics.run,
    "audit": audit.run,
    "desk": desks.run,
    "erase": erase.run,
    "recovery": desks.run_recovery,
}


def run(arguments: argparse.Namespace) -> int:
    """Carry out one command; prints to stdout, problems to stderr."""
    if arguments.verb == "bench":
        from workspace.bench import main as bench_main

        return bench_main(arguments)
    session = Session(
        arguments.basedir,
        arguments.passphrase_file,
        as_json=arguments.json,
        language=arguments.language or "",
    )
    try:
        return COMMANDS[arguments.verb](session, arguments)
    except WorkspaceError as error:
        problem = error.problem()
        message, action = map(session.words.say, (problem.message, problem.action))
        if arguments.json:
            body = {
                "kind": problem.kind,
                "message": message,
                "action": action,
            }
            print(as_json({"error": body}, sys.stderr), file=sys.stderr)
        else:
            print(" ".join(filter(None, (message, action))), file=sys.stderr)
        return USAGE if isinstance(error, UsageError) else REFUSED
    except BrokenPipeError:  # `workspace tickets | head`
        return DONE
    finally:
        session.close()
