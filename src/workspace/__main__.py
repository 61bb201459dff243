"""Argument parsing only: the window, the engine, the demo's customers, or a command."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Entry point of `workspace`; returns the exit code."""
    from workspace import console
    from workspace.cli.parser import parse
    from workspace.private_memory import no_core_dumps

    no_core_dumps()
    console.prepare()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.verb in ("window", "open", "engine", "customers"):
        from workspace import app

        return app.start(arguments)
    from workspace.cli import run

    return run(arguments)


def window() -> int:
    """Entry point of `workspace-window`, which has no console."""
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
