"""A short sound by the platform's own player; Qt's beep where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

LONGEST_S = 10
_LINUX_SOUND = Path("/usr/share/sounds/freedesktop/stereo/message-new-instant.oga")
_MAC_SOUND = Path("/System/Library/Sounds/Glass.aiff")


def play(beep: Callable[[], None]) -> None:
    """Sound once, on a thread of its own; `beep` is called there if nothing can play."""
    threading.Thread(target=_play, args=(beep,), name="sound", daemon=True).start()


def _play(beep: Callable[[], None]) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound("SystemNotification", winsound.SND_ALIAS | winsound.SND_NODEFAULT)
        return
    for command in _players():
        if shutil.which(command[0]) is None:
            continue
        try:
            done = subprocess.run(command, capture_output=True, timeout=LONGEST_S, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return
    beep()


def _players() -> list[list[str]]:
    """Commands that sound, best first."""
    if sys.platform == "darwin":
        return [["afplay", str(_MAC_SOUND)]]
    named = [["canberra-gtk-play", "-i", "message-new-instant"]]
    if not _LINUX_SOUND.exists():
        return named
    return [*named, ["pw-play", str(_LINUX_SOUND)], ["paplay", str(_LINUX_SOUND)]]
