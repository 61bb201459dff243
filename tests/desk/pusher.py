"""A push in a process of its own that stops at a moment: `python pusher.py FOLDER TICKET KEY N`.

The N-th time that the desk asks for the time, it prints a line and waits to be killed; so it
stands before, within or after each transaction of the push, by the choice of N. It prints `done`
if the push is over before that.
"""

from __future__ import annotations

import hashlib
import io
import logging
import sys
import threading
from pathlib import Path

from workspace.clock import SystemClock
from workspace.domain.commands import OutgoingFile, SendReply
from workspace.sync.connectors.contract import AccountConfig, Host, Outgoing, TicketRef
from workspace.sync.connectors.desk import DeskConnector

KEY = bytes(range(32))
CONTENT = bytes(600_000)


class StoppingClock(SystemClock):
    def __init__(self) -> None:
        self.left = -1

    def now_ms(self) -> int:
        self.left -= 1
        if self.left == 0:
            say("stopped")
            threading.Event().wait()
        return super().now_ms()


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def a_push(ticket: str, key: str) -> Outgoing:
    file = OutgoingFile("f", "f.bin", len(CONTENT), "x/y", hashlib.sha256(CONTENT).hexdigest())
    command = SendReply(text="exactly once", attachments=(file,))
    return Outgoing(ticket=TicketRef(ticket), command=command, key=key)


def main() -> None:
    folder, ticket, key, stop_at = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    clock = StoppingClock()
    host = Host(clock=clock, log=logging.getLogger("test"), data_dir=folder, data_key=KEY)
    connector = DeskConnector(AccountConfig("store", ""), host)
    connector.check()
    clock.left = stop_at
    connector.push(a_push(ticket, key), lambda file: io.BytesIO(CONTENT))
    say("done")
    connector.close()


if __name__ == "__main__":
    main()
