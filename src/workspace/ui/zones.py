"""Where customers live, as backends name it. For reader threads: a zone is read from files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NAME = r"[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}"


def zone_of(name: str) -> ZoneInfo | None:
    """None for a name of no zone; only what looks like one becomes part of a path."""
    if not re.fullmatch(NAME, name):
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None
