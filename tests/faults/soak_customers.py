"""Customers of a soak, in a process of their own: they write and type at a steady rate, for ever.

`python -m tests.faults.soak_customers DESK_FOLDER RATE SEED`
"""

from __future__ import annotations

import random
import sys
import threading
import time
from pathlib import Path

from workspace.clock import SystemClock
from workspace.domain.items import Address
from workspace.keys import MasterKey
from workspace.sync.connectors.desk import CustomerSide

KEY = MasterKey(bytes(range(32)))
PEOPLE = 60


def main() -> None:
    folder, rate, seed = Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    side = CustomerSide(folder, KEY.subkey("desk"), SystemClock())
    chance = random.Random(seed)
    people = [
        side.meet(f"고객 {number}", [Address("email", f"c{number}@example.com")])
        for number in range(PEOPLE)
    ]
    tickets = [
        (side.open_ticket(person, "email", f"질문 {number} question"), person)
        for number, person in enumerate(people)
    ]
    began, events, never = time.monotonic(), 0, threading.Event()
    while True:
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
