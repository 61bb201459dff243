"""What a screen reader gets, read over AT-SPI. Run by the system's Python, which has `gi`.

/usr/bin/python3 reader.py PID          a line on stdin: all that shows, as one line of JSON
/usr/bin/python3 reader.py PID --listen each announcement as a line
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

MOST_CHILDREN = 400
PATIENCE_S = 30


def say(line: str) -> None:
    """One line on stdout, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def program(pid: int) -> Any:
    """The accessible of the program with this process id, once it is on the bus."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found is not None and found.get_process_id() == pid:
                return found
        time.sleep(0.1)
    raise SystemExit("the program is not on the accessibility bus")


def nodes(node: Any, path: list[str]) -> Iterator[dict[str, Any]]:
    """This one and all below that show, depth first."""
    states = node.get_state_set()
    role = node.get_role_name()
    here = [*path, f"{role} {node.get_name()!r}"]
    if states.contains(Atspi.StateType.SHOWING) or role in ("application",):
        yield {
            "role": role,
            "name": node.get_name(),
            "description": node.get_description(),
            "enabled": states.contains(Atspi.StateType.ENABLED),
            "focusable": states.contains(Atspi.StateType.FOCUSABLE),
            "path": here[-5:],
        }
        for number in range(min(node.get_child_count(), MOST_CHILDREN)):
            child = node.get_child_at_index(number)
            if child is not None:
                yield from nodes(child, here)


def look(pid: int) -> None:
    """Answer each line on stdin with what shows."""
    root = program(pid)
    for _ in sys.stdin:
        found: list[dict[str, Any]] = []
        for number in range(root.get_child_count()):
            child = root.get_child_at_index(number)
            if child is not None:
                child.clear_cache()
                found.extend(nodes(child, []))
        say(json.dumps(found))


def end_with_stdin() -> None:
    """Whoever listened is gone."""
    sys.stdin.read()
    os._exit(0)


def listen(pid: int) -> None:
    """Print what the program announces."""
    program(pid)

    def on_event(event: Any) -> None:
        say(json.dumps({"type": event.type, "text": str(event.any_data)}))

    listener = Atspi.EventListener.new(on_event)
    listener.register("object:announcement")
    threading.Thread(target=end_with_stdin, daemon=True).start()
    say("listening")
    GLib.MainLoop().run()


if __name__ == "__main__":
    (listen if "--listen" in sys.argv else look)(int(sys.argv[1]))
