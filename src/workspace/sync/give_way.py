"""The engine's place behind the window, wherever both want the processor."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

NICE = 10
TRIES = 10
BETWEEN_TRIES_S = 0.12
AUTOGROUP = Path("/proc/self/autogroup")


def give_way() -> None:
    """Lower this process's priority. Before `hide_memory`, which closes that file to us.

    Linux shares the processor between sessions first, each of the same weight, and by `nice` only
    within one. The engine has a session of its own, so that session must step back as well; one
    that it shares with a terminal must not.
    """
    if sys.platform == "win32":
        return  # whoever starts it chooses its class
    os.nice(NICE)
    if sys.platform == "linux" and os.getsid(0) == os.getpid():
        with suppress(OSError):  # a kernel without such groups
            _step_back_as_a_session()


def _step_back_as_a_session() -> None:
    """Linux takes one such change in a tenth of a second from all users' programs together, and
    answers the others with EAGAIN."""
    for _ in range(TRIES):
        try:
            AUTOGROUP.write_text(str(NICE), encoding="ascii")
        except BlockingIOError:
            time.sleep(BETWEEN_TRIES_S)
        else:
            return
