"""What a screen reader gets, read over AT-SPI. Run by the system's Python, which has `gi`.

/usr/bin/python3 reader.py PID          after “ready”: a question on stdin, `{"without": "",
                                        "popup": false}`; what shows, as one line of JSON
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
POPUP_S = 10


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


class Popup:
    """What popped up last. It is no child of the program, but its focus is told of."""

    def __init__(self) -> None:
        self._focused: Any = None
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:state-changed:focused")

    def _on_event(self, event: Any) -> None:
        if event.detail1:
            self._focused = event.source

    def root(self) -> Any:
        """What holds the focus, from its top; None if only windows and dialogs were told of."""
        deadline = time.monotonic() + POPUP_S
        while time.monotonic() < deadline:
            while GLib.MainContext.default().iteration(False):
                pass
            try:
                top = _top(self._focused)
            except GLib.GError:  # it went away meanwhile
                top = None
            if top is not None and top.get_role_name() not in ("frame", "dialog", "window"):
                return top
            time.sleep(0.02)
        return None


def _top(node: Any) -> Any:
    """The popup, window or dialog that this stands in."""
    while node is not None and node.get_role_name() != "popup menu":
        above = node.get_parent()
        if above is None or above.get_role_name() == "application":
            break
        node = above
    return node


def look(pid: int) -> None:
    """Answer each question on stdin: `without` is the name of a window to be left out, `popup`
    asks for nothing but what popped up."""
    root, popup = program(pid), Popup()
    say("ready")
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["popup"]:
            roots = [popup.root()]
        else:
            roots = [root.get_child_at_index(number) for number in range(root.get_child_count())]
        found: list[dict[str, Any]] = []
        for child in roots:
            if child is not None and child.get_name() != asked["without"]:
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
