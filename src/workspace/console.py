"""What a program says where it has no console, or one that can't write every letter."""

from __future__ import annotations

import io
import os
import sys
from typing import Any, TextIO

ICON_ERROR = 0x10  # MB_ICONERROR
SILENT: set[str] = set()
"""Streams that this process was started without, as Windows starts a program with a window."""


def prepare() -> None:
    """Make writing safe: never an error for want of a console or of a letter in its code page."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            SILENT.add(name)
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def as_json(value: Any, stream: TextIO, indent: int | None = None) -> str:
    """JSON that loses nothing on this stream: escaped where it isn't Unicode."""
    import json

    unicode = (stream.encoding or "").lower().startswith("utf")
    return json.dumps(value, ensure_ascii=not unicode, indent=indent)


def complain(text: str) -> None:
    """Say why nothing starts: on stderr, or in a box of the system's where there is none."""
    if sys.platform == "win32" and "stderr" in SILENT:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "Workspace", ICON_ERROR)
    else:
        sys.stderr.write(text + "\n")
