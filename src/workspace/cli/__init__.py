"""The same program without a window: for administrators, scripts and tests."""

from __future__ import annotations

import argparse

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Carry out one command; imported late, for the window's start passes through this package."""
    from workspace.cli.main import run as run_command

    return run_command(arguments)
