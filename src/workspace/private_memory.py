"""Keeps the memory of our processes, where keys and texts lie in the clear, off the disk."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def no_core_dumps() -> None:
    """A crash leaves no image of this process or its children. Costs nothing; never raises."""
    if sys.platform == "win32":
        return  # Windows Error Reporting writes none for a program that did not ask for it
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return  # forbidden by the administrator's own limits, which then hold


def hide_memory() -> None:
    """Linux: no other program of the same person may read this process's memory, nor dump it.

    For processes without a window only: desktop portals must be able to look at one with a window.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
