"""A writer in a process of its own: `python writer.py FOLDER NAME COUNT` (COUNT 0: for ever).

Writes messages with an attachment, and prints each entry's id once its transaction is over.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from workspace.clock import SystemClock
from workspace.domain.items import Address
from workspace.sync.connectors.desk import CustomerSide, NewFile

KEY = bytes(range(32))


def main() -> None:
    folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    side = CustomerSide(folder, KEY, SystemClock())
    person = side.meet(name, [Address("email", f"{name}@customer.example")])
    ticket = side.open_ticket(person, "email", f"{name} opens")
    number = 0
    while not count or number < count:
        number += 1
        files = [NewFile("f.bin", "x/y", io.BytesIO(bytes(20_000)))]
        entry = side.write(ticket, person, f"{name} {number}", files=files)
        sys.stdout.write(entry + "\n")
        sys.stdout.flush()
    side.close()


if __name__ == "__main__":
    main()
