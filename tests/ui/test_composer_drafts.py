"""Drafts: nothing typed is lost, whatever changes, fails or dies."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from tests import ROOT
from tests.ui.composing import (
    FailingDoor,
    a_composer,
    a_ticket,
    draft,
    turn_to,
    write_in,
)
from tests.ui.desk import Desk
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries.drafts import get_draft


def test_both_drafts_survive_a_switch_and_come_back(desk: Desk, qtbot: QtBot) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    write_in(composer, qtbot, "to the first")
    write_in(composer, qtbot, "about the first", "note")
    turn_to(composer, desk, qtbot, second)
    assert composer.panes["reply"].edit.toPlainText() == ""
    write_in(composer, qtbot, "to the second")
    turn_to(composer, desk, qtbot, first)
    assert composer.panes["reply"].edit.toPlainText() == "to the first"
    assert composer.panes["note"].edit.toPlainText() == "about the first"
    qtbot.waitUntil(lambda: draft(desk, second, "reply") == "to the second")
    assert draft(desk, first, "note") == "about the first"


def test_a_change_of_the_ticket_does_not_touch_what_is_being_written(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "half a sen")
    desk.store.ticket(remote_id=ticket.remote_id, assignee="agent-2", subject="merged?")
    desk.store.gone(ticket)
    desk.write()
    qtbot.waitUntil(lambda: not composer.panes["reply"].send.isEnabled())
    assert composer.panes["reply"].edit.toPlainText() == "half a sen"
    assert composer.panes["reply"].send.toolTip()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "half a sen")


def test_an_emptied_draft_is_gone_from_the_journal(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "no")
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "no")
    composer.panes["reply"].edit.clear()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "")


def test_a_draft_that_cannot_be_saved_stays_and_is_said(desk: Desk, qtbot: QtBot) -> None:
    ticket, other = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    failing = FailingDoor(desk)
    write_in(composer, qtbot, "precious")
    qtbot.waitUntil(lambda: any(notice.kind == "bad" for notice in desk.notices))
    turn_to(composer, desk, qtbot, other)
    turn_to(composer, desk, qtbot, ticket)
    assert composer.panes["reply"].edit.toPlainText() == "precious"
    failing.mend()
    composer.flush()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "precious")


KILLED = """
import os, sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pathlib import Path
from tests.conftest import SetClock
from tests.ui.desk import a_desk
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.composer.composer import Composer

app = QApplication([])
with a_desk(Paths(Path(sys.argv[1])).ensure(), MasterKey(bytes(range(32))), SetClock()) as desk:
    desk.store.account("store")
    ticket = desk.store.ticket(remote_id="T1")
    desk.store.write()
    composer = Composer(desk.ctx)
    composer.show()
    composer.show_ticket(desk.store.id_of(ticket))
    while composer.panes["reply"].edit.isReadOnly():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    composer.focus_reply()
    QTest.keyClicks(composer.panes["reply"].edit, "typed just now")
    QTimer.singleShot(1000, lambda: os.kill(os.getpid(), 9))
    app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself by SIGKILL")
def test_a_draft_outlives_a_kill_one_second_after_typing(paths: Paths, key: MasterKey) -> None:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(paths.base)],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == -9, ended.stderr.decode()
    reader = Reader(paths, key)
    found = get_draft(reader, 1, "T1", "reply")
    reader.close()
    assert found is not None
    assert found.text == "typed just now"
