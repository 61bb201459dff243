"""Every page of the shipped window as a screen reader gets it: names, roles, reasons, news."""

from __future__ import annotations

import json
import os
import queue
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import pytest
from sqlalchemy import select

from tests.access.stage import Stage, a_stage, ask, go_on, line_of, missing
from tests.access.walk import KEY
from workspace.clock import SystemClock
from workspace.paths import Paths
from workspace.sync.connectors.desk import CustomerSide, schema

CONTROLS = {
    *("push button", "toggle button", "check box", "radio button", "combo box", "text", "entry"),
    *("password text", "spin button", "slider", "link", "page tab", "list", "table", "tree"),
    *("list item", "table cell", "tree item", "menu item", "check menu item", "radio menu item"),
    *("menu", "popup menu", "dialog", "frame"),
}
PROGRAM = "walk.py"
"""What is read of a window or menu that has no name of its own."""
NO_ROLE = {"filler", "panel", "layered pane", "unknown", "invalid", "redundant object"}

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI"),
    pytest.mark.skipif(
        sys.platform == "linux" and bool(missing()) and not os.environ.get("REQUIRE_SERVERS"),
        reason=f"not installed: {missing() if sys.platform == 'linux' else ''}",
    ),
]


@pytest.fixture
def stage() -> Iterator[Stage]:
    folder = Path(tempfile.mkdtemp(prefix="ws-a11y-"))  # short: sockets lie in it
    folder.chmod(0o700)
    with a_stage(folder) as made:
        yield made
    shutil.rmtree(folder, ignore_errors=True)


def faults_of(stop: str, nodes: list[dict[str, Any]]) -> set[str]:
    """What a person who can't see would miss there."""
    found = set()
    for node in nodes:
        role, where = node["role"], " > ".join(node["path"][-3:])
        if role in CONTROLS and node["name"].strip() in ("", PROGRAM):
            found.add(f"{stop}: no name: {where}")
        if node["focusable"] and role in NO_ROLE and not node["name"].strip():
            found.add(f"{stop}: takes the focus and is nothing: {where}")
        if stop == "word_menu" and role == "menu item":
            continue  # Qt's own: cut, copy and paste explain themselves
        if role == "menu item" and not node["enabled"] and " · " in node["name"]:
            continue  # menus have no descriptions: the reason stands behind the name
        if role in CONTROLS and not node["enabled"] and not node["description"].strip():
            found.add(f"{stop}: can't be used and does not say why: {where}")
    return found


def test_every_control_of_every_page_has_a_role_a_name_and_a_reason(
    stage: Stage, tmp_path: Path
) -> None:
    window = stage.window(tmp_path / "base", "--left-out")
    faults: set[str] = set()
    left_out: list[str] = []
    stops, controls = [], 0
    reader = None
    while line := window.stdout.readline() if window.stdout else b"":
        told = json.loads(line)
        if "left_out" in told:
            left_out = told["left_out"]
            break
        stop = told["stop"]
        if reader is None:
            reader = stage.reader(window.pid)
            assert line_of(reader.stdout) == "ready"
        below = "Workspace" if told["over"] else ""  # the window itself was looked at before
        nodes = ask(reader, {"without": below, "popup": told["popup"]})
        if not nodes:
            faults.add(f"{stop}: nothing to be read")
        stops.append(stop)
        controls += sum(node["role"] in CONTROLS for node in nodes)
        faults |= faults_of(stop, nodes)
        go_on(window)
    assert {"note", "search", "settings", "status", "add_account", "welcome"} <= set(stops)
    assert controls > 20 * len(stops)  # the reader saw whole pages
    assert not faults, "\n".join(sorted(faults))
    # A new dialog, menu or widget has a way to it in `rooms.py` or its like, if no action shows it.
    assert left_out == []


def test_a_message_that_comes_is_announced(stage: Stage, tmp_path: Path) -> None:
    base = tmp_path / "base"
    window = stage.window(base)
    ticket = json.loads(line_of(window.stdout))["ticket"]  # which is open
    ear = stage.reader(window.pid, "--listen")
    assert line_of(ear.stdout) == "listening"
    side = CustomerSide(Paths(base).desks / "store", KEY.subkey("desk"), SystemClock())
    with side.database.read() as connection:
        of = schema.ticket.c
        person = str(connection.scalar(select(of.requester).where(of.id == ticket)))
    heard: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=hear, args=(ear.stdout, heard), daemon=True).start()
    told = ""
    # Who, by which channel, a message or a note, and its words; toasts may tell of it as well.
    # The bus may learn of the listener a moment later, so the customer says it more than once.
    for _ in range(20):
        side.write(ticket, person, "문 앞에 두고 가 주세요")
        with suppress(queue.Empty):
            while not ("message" in told and "문 앞에 두고 가 주세요" in told):
                told = heard.get(timeout=4)
            break
    else:
        pytest.fail("it was not announced as a message")
    side.close()
    assert told.count(", ") >= 2


def hear(stream: IO[bytes], heard: queue.SimpleQueue[str]) -> None:
    """Pass on what is announced, until the ear ends."""
    for line in stream:
        heard.put(json.loads(line)["text"])
