"""Customers of a soak, in a process of their own: they write and type at a steady rate.

`python -m tests.faults.soak_customers BASE RATE SEED MESSAGES` makes base directory and account,
fills the desk with so many older messages, says `ready`, and begins; it ends with its parent.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from pathlib import Path

from workspace.bench.generator import fill_desk
from workspace.clock import SystemClock
from workspace.domain.items import Address
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sync.connectors.desk import CustomerSide

KEY = MasterKey(bytes(range(32)))
PEOPLE = 60


def main() -> None:
    parent = os.getppid()
    paths, rate, seed, messages = Paths(Path(sys.argv[1])), *map(int, sys.argv[2:])
    fill_desk(paths, KEY, messages, account="store", end_ms=int(time.time() * 1000))
    side = CustomerSide(paths.desks / "store", KEY.subkey("desk"), SystemClock())
    chance = random.Random(seed)
    people = [
        side.meet(f"고객 {number}", [Address("email", f"c{number}@example.com")])
        for number in range(PEOPLE)
    ]
    tickets = [
        (side.open_ticket(person, "email", f"질문 {number} question"), person)
        for number, person in enumerate(people)
    ]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    began, events, never = time.monotonic(), 0, threading.Event()
    while os.getppid() == parent:
        ticket, person = chance.choice(tickets)
        if chance.random() < 0.3:
            side.type(ticket, person)
        else:
            words = "배송 상태가 궁금해요 thank you " * chance.randrange(1, 4)
            side.write(ticket, person, f"{events} {words}")
        events += 1
        never.wait(max(0.0, began + events / rate - time.monotonic()))


if __name__ == "__main__":
    main()
