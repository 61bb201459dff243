"""The window with the real engine beside it: connect an account, lose the engine, go on."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.whole_window import SLOW_MS, a_program
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries.accounts import list_accounts
from workspace.ui.app_window import Started
from workspace.ui.settings.add_account import AddAccountDialog


@pytest.fixture
def started(qtbot: QtBot, paths: Paths, key: MasterKey, qapp: QApplication) -> Iterator[Started]:
    with a_program(qtbot, paths, key, "dark") as started:
        yield started


def engine_pid(paths: Paths) -> int:
    pid: int = json.loads(paths.engine_file.read_text())["pid"]
    return pid


def test_from_welcome_to_work_and_through_the_loss_of_the_engine(
    qtbot: QtBot, started: Started, paths: Paths, key: MasterKey
) -> None:
    window = started.window
    qtbot.waitUntil(lambda: window.stack.currentWidget().objectName() == "welcome")
    qtbot.waitUntil(lambda: window.ctx.engine.is_connected, timeout=SLOW_MS)

    assert window.ctx.theme.is_dark  # as asked, whatever the settings' theme
    window.ctx.settings.change(undo_s=7)
    assert window.ctx.theme.is_dark
    window.ctx.settings.change(theme="light")
    assert not window.ctx.theme.is_dark

    window.open_add_account()
    dialog = window.pages._open["add_account"]
    assert isinstance(dialog, AddAccountDialog)
    qtbot.waitUntil(lambda: dialog.connector.findData("desk") >= 0, timeout=SLOW_MS)
    dialog.connector.setCurrentIndex(dialog.connector.findData("desk"))
    dialog.name.setText("my-desk")
    check = dialog.findChild(QPushButton, "check")
    assert check is not None
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "signed in" in dialog.outcome.text(), timeout=SLOW_MS)
    qtbot.mouseClick(dialog.connect_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stack.currentIndex() == 0, timeout=SLOW_MS)

    reader = Reader(paths, key)
    assert [row.name for row in list_accounts(reader)] == ["my-desk"]
    reader.close()
    qtbot.waitUntil(lambda: "in step" in window.status.sync.text(), timeout=SLOW_MS)

    if sys.platform != "win32":
        first = engine_pid(paths)
        os.kill(first, signal.SIGKILL)
        qtbot.waitUntil(lambda: not window.ctx.engine.is_connected, timeout=SLOW_MS)
        assert "Starting" in window.status.sync.text()
        qtbot.waitUntil(lambda: window.ctx.engine.is_connected, timeout=SLOW_MS)
        qtbot.waitUntil(lambda: engine_pid(paths) != first)  # it says so once it listens
        qtbot.waitUntil(lambda: "in step" in window.status.sync.text(), timeout=SLOW_MS)
