"""Gives memory that holds nothing back to the system."""

from __future__ import annotations

import ctypes
import sys

_TRIM = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


def give_back() -> None:
    """The pages between what stays, which glibc keeps for itself; others need not be asked.

    From any thread. It takes some milliseconds, in which others wait for the allocator: call it at
    rest, or seldom.
    """
    if _TRIM is not None:
        _TRIM(0)
