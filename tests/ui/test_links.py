"""`workspace:` links: through the socket of the running window, from a real second start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.cli.parser import parse
from workspace.domain.errors import UsageError
from workspace.domain.links import make_link, parse_link
from workspace.ui.app_window import _come_up
from workspace.ui.single import RAISE, OneWindow

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    some_tickets(desk, 3, assignee=ME)
    with a_window(qtbot, desk) as made:
        settle(qtbot, made)
        one = OneWindow(desk.ctx.paths)
        one.raise_asked.connect(lambda asked: _come_up(made, asked))
        yield made
        one.close()


def second_start(qtbot: QtBot, desk: Desk, *arguments: str) -> int:
    """Run the program again on the same base directory; its exit code."""
    process = subprocess.Popen(
        [sys.executable, "-m", "workspace", "--basedir", str(desk.ctx.paths.base), *arguments],
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    assert process.stderr is not None
    process.stderr.close()
    return process.returncode


def test_a_link_brings_the_running_window_to_its_ticket(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    row = desk.store.reader().one("SELECT id, remote_id FROM ticket ORDER BY id LIMIT 1")
    assert row is not None
    if window.ticket_id == row[0]:
        window.next_ticket()
    assert second_start(qtbot, desk, make_link("store", row[1])) == 0
    qtbot.waitUntil(lambda: window.ticket_id == row[0])
    assert second_start(qtbot, desk, "open", "workspace:ticket/../x") == 2


def test_the_link_of_a_ticket_is_copied_by_key(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    qtbot.waitUntil(lambda: window.header._facts is not None)
    window.actions_by_id["copy_link"].trigger()
    link = parse_link(QGuiApplication.clipboard().text())
    row = desk.store.reader().one("SELECT remote_id FROM ticket WHERE id = ?", [window.ticket_id])
    assert row is not None
    assert link == ("store", row[0])


def test_what_others_write_into_the_socket_changes_nothing(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    before = window.ticket_id
    for line in (
        RAISE + b" workspace:ticket/store/%00%0a\n",
        RAISE + b" workspace:ticket/nobody/1\n",
        RAISE + b" \xff\xfe<b>\n",
        b"exec rm\n",
        b"x" * 100_000,
    ):
        socket = QLocalSocket()
        socket.connectToServer(desk.ctx.paths.endpoint("window"))
        qtbot.waitUntil(lambda s=socket: s.state() is QLocalSocket.LocalSocketState.ConnectedState)
        socket.write(line)
        socket.flush()
        if line.startswith(RAISE):
            qtbot.waitUntil(socket.canReadLine)
        else:
            qtbot.wait(50)
        socket.abort()
    qtbot.waitUntil(lambda: any("nobody:1" in notice.text for notice in desk.notices))
    assert window.ticket_id == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "http://x/ticket/a/1",
        "workspace:",
        "workspace:ticket/store",
        "workspace:ticket/store/",
        "workspace:ticket/store/1/2",
        "workspace:ticket/STORE/1",
        "workspace:ticket/../1",
        "workspace:run/store/1",
        "workspace:ticket/store/%0A",
        "workspace:ticket/store/%ff",
        "workspace:ticket/store/%E2%80%AE1",
        "workspace:ticket/store/" + "9" * 1000,
    ],
)
def test_hostile_links_are_none(text: str) -> None:
    with pytest.raises(UsageError):
        parse_link(text)


def test_links_carry_any_id_there_and_back() -> None:
    for remote_id in ("4711", "a/b c", "한글 #1?", "%2F"):
        assert parse_link(make_link("store", remote_id)) == ("store", remote_id)
    assert parse_link("workspace://ticket/store/4711").remote_id == "4711"


def test_desktop_may_hand_a_link_over_without_a_command() -> None:
    arguments = parse(["--basedir", "x", "workspace:ticket/store/1"])
    assert (arguments.verb, arguments.link) == ("open", "workspace:ticket/store/1")
