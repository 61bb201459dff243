"""A push in a process of its own that kills itself at a chosen point: power loss, on demand.

The point is a number of Python calls since `push` began, so it lies anywhere: before the first
byte left, between two requests, after the commit and before the result was known.
"""

from __future__ import annotations

import base64
import importlib
import json
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import IO, Any

import msgspec

from workspace.clock import SystemClock
from workspace.domain.commands import OutgoingFile
from workspace.sync.connectors.contract import AccountConfig, Connector, Host, Outgoing
from workspace.sync.connectors.testing.driver import BackendDriver, NotApplicable

TIME_OUT_S = 120
_FINISHED = b"finished "
if sys.platform == "win32":
    _KILLED = 9
else:
    _KILLED = -signal.SIGKILL


def push_killed(driver: BackendDriver, outgoing: Outgoing, after_calls: int) -> int:
    """Push in a child process that dies after so many calls; 0 lets it live.

    Returns how many calls the push took if it came to its end, else 0.
    """
    kind = driver.connector
    if "<locals>" in kind.__qualname__:
        raise NotApplicable("A class made in a function can't be had in another process.")
    account = driver.account()
    order = {
        "path": sys.path,
        "module": kind.__module__,
        "name": kind.__qualname__,
        "account": [account.name, account.url, dict(account.settings), account.secret],
        "data_dir": str(driver.data_dir),
        "data_key": base64.b64encode(driver.data_key).decode(),
        "outgoing": msgspec.to_builtins(outgoing),
        "after_calls": after_calls,
    }
    done = subprocess.run(
        [sys.executable, "-c", f"from {__name__} import main; main()"],
        input=json.dumps(order).encode(),
        capture_output=True,
        timeout=TIME_OUT_S,
        check=False,
    )
    if done.stdout.startswith(_FINISHED):
        return int(done.stdout[len(_FINISHED) :])
    assert done.returncode == _KILLED, f"The push failed: {done.stderr.decode()[-2000:]}"
    return 0


def main() -> None:
    """What the child does: the order is JSON on stdin."""
    order = json.load(sys.stdin)
    sys.path[:] = order["path"]
    kind: Any = importlib.import_module(order["module"])
    for part in order["name"].split("."):
        kind = getattr(kind, part)
    host = Host(
        clock=SystemClock(),
        log=logging.getLogger("workspace.connector"),
        data_dir=Path(order["data_dir"]),
        data_key=base64.b64decode(order["data_key"]),
    )
    connector: Connector = kind(AccountConfig(*order["account"]), host)
    outgoing = msgspec.convert(order["outgoing"], Outgoing)
    connector.check()  # what is done once only is not what is measured
    calls = _Calls(order["after_calls"])
    sys.setprofile(calls.count)
    connector.push(outgoing, _no_file)
    sys.setprofile(None)
    sys.stdout.buffer.write(_FINISHED + str(calls.made).encode())
    sys.stdout.flush()


def _no_file(file: OutgoingFile) -> IO[bytes]:
    raise FileNotFoundError(file.name)


class _Calls:
    """Counts calls, and ends the process at the last one allowed."""

    def __init__(self, allowed: int) -> None:
        self.made = 0
        self._allowed = allowed

    def count(self, frame: FrameType, event: str, argument: object) -> None:
        if event in ("call", "c_call"):
            self.made += 1
            if self.made == self._allowed:
                if sys.platform == "win32":
                    os._exit(9)
                os.kill(os.getpid(), signal.SIGKILL)
