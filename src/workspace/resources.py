"""Files that ship beside the code: themes, catalogues, icons, sample data."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """The named resource. In a wheel it lies in the package, in a checkout beside `src`."""
    packaged = files("workspace").joinpath("resources")
    if not packaged.is_dir():
        packaged = Path(__file__).parents[2] / "resources"
    return packaged.joinpath(*parts)
