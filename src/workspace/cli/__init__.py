"""The same program without a window: for administrators, scripts and tests."""

from workspace.cli.main import run

__all__ = ["run"]
