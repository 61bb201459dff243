"""Marks a saved attachment as from the internet, in the way that each system asks for it.

Windows then warns before it runs the file and Office opens it protected; macOS asks before the
first start. Linux has no such mark: there a saved file simply gets no right to run.
"""

from __future__ import annotations

import secrets
import stat
import sys
import time
from pathlib import Path

QUARANTINE = "com.apple.quarantine"
XATTR = "/usr/bin/xattr"


def zone_stream(target: Path) -> tuple[str, str]:
    """Windows: the file's alternate stream, and what to write into it (zone 3: internet)."""
    return f"{target}:Zone.Identifier", "[ZoneTransfer]\r\nZoneId=3\r\n"


def quarantine_command(target: Path, now_s: float, token: str) -> list[str]:
    """macOS: the command that marks the file; flags 0081: downloaded, not yet approved."""
    return [XATTR, "-w", QUARANTINE, f"0081;{int(now_s):08x};Workspace;{token}", str(target)]


def mark(target: Path, system: str = sys.platform) -> None:
    """Mark it. OSError where the place can't hold the mark; the file itself is good."""
    if system == "win32":
        name, words = zone_stream(target)
        Path(name).write_text(words, newline="")
    elif system == "darwin":
        import subprocess

        command = quarantine_command(target, time.time(), secrets.token_hex(8).upper())
        subprocess.run(command, check=False, capture_output=True, timeout=10)
    else:
        target.chmod(target.stat().st_mode & ~(stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH))
