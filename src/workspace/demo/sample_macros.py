"""Macros of the demo's shop: laid into the base directory once, as a person would."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from workspace.macro_files import write_bytes
from workspace.paths import Paths
from workspace.resources import resource


def lay_macros(paths: Paths) -> None:
    """Copy the sample's macros unless there are some; what a person deleted stays deleted."""
    if not paths.macros.exists():
        _lay(resource("sample", "macros"), paths, "")


def _lay(folder: Traversable, paths: Paths, below: str) -> None:
    for one in folder.iterdir():
        if one.is_dir():
            _lay(one, paths, f"{below}{one.name}/")
        else:
            write_bytes(paths.macros / below / one.name, one.read_bytes())
