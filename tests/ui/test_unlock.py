"""Unlocking without a keyring: a passphrase is chosen, later entered; the code helps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workspace import keys
from workspace.domain.errors import EngineUnavailable, WrongCode, WrongPassphrase
from workspace.paths import Paths
from workspace.ui.app_window import Started, open_window
from workspace.ui.settings.recovery_code import RecoveryCodeDialog
from workspace.ui.widgets.labels import PlainLabel

PASSPHRASE = "네 낱말로 된 암호구"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@contextmanager
def a_start(qtbot: QtBot, paths: Paths) -> Iterator[Started]:
    def no_engine(*_: object) -> Any:
        raise EngineUnavailable("none in this test")

    started = open_window(paths, None, start_client=no_engine)
    qtbot.waitUntil(lambda: started.window.stack.currentWidget().objectName() == "unlock")
    try:
        yield started
    finally:
        started.window.close()
        started.end()
        started.window.deleteLater()


def page_of(started: Started) -> QWidget:
    return started.window.stack.currentWidget()


def field(started: Started, name: str) -> QLineEdit:
    found = started.window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def press(qtbot: QtBot, started: Started, name: str) -> None:
    button = started.window.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(started: Started) -> str:
    label = started.window.findChild(PlainLabel, "unlock_said")
    assert label is not None
    return label.text()


def test_first_start_chooses_a_passphrase_and_leads_to_the_recovery_code(
    qtbot: QtBot, paths: Paths
) -> None:
    with a_start(qtbot, paths) as started:
        assert not field(started, "recovery_code_entry").isVisible()  # there is none yet
        passphrase, again = field(started, "passphrase"), field(started, "passphrase_again")
        passphrase.setText("short")
        press(qtbot, started, "unlock_go")
        assert "At least 8" in said(started)
        passphrase.setText(PASSPHRASE)
        again.setText(PASSPHRASE + "!")
        press(qtbot, started, "unlock_go")
        assert "not the same" in said(started)
        assert keys.kept_in(paths) == ""
        again.setText(PASSPHRASE)
        with qtbot.waitSignal(started.key_door.unlocked):
            press(qtbot, started, "unlock_go")
        assert keys.kept_in(paths) == "passphrase"
        assert passphrase.text() == again.text() == ""
        settings = started.window.pages._open["settings"]
        qtbot.mouseClick(
            settings.findChild(QPushButton, "make_recovery_code"), Qt.MouseButton.LeftButton
        )
        dialog = settings.findChild(RecoveryCodeDialog)
        qtbot.waitUntil(lambda: bool(dialog.code.text()))
        code = dialog.code.text()
        qtbot.keyClicks(dialog.proof, code[-4:])
        with qtbot.waitSignal(dialog.accepted):
            qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        key = started.key_door.wait()
        assert keys.recover(paths, code).raw() == key.raw()
        settings.close()
    assert keys.unlock_with(paths, PASSPHRASE, create=False).raw() == key.raw()


def test_later_starts_ask_for_it_and_say_in_place_that_it_is_wrong(
    qtbot: QtBot, paths: Paths
) -> None:
    key = keys.unlock_with(paths, PASSPHRASE)
    with a_start(qtbot, paths) as started:
        passphrase = field(started, "passphrase")
        assert passphrase.isVisible()
        assert not field(started, "passphrase_again").isVisible()
        qtbot.keyClicks(passphrase, "another")
        with qtbot.waitSignal(started.key_door.refused) as refused:
            qtbot.keyClick(passphrase, Qt.Key.Key_Return)
            assert not passphrase.isEnabled()  # it is being tried, on another thread
        assert isinstance(refused.args[0], WrongPassphrase)
        assert "not the passphrase" in said(started)
        assert passphrase.isEnabled()
        passphrase.setText(PASSPHRASE)
        with qtbot.waitSignal(started.key_door.unlocked):
            qtbot.keyClick(passphrase, Qt.Key.Key_Return)
        assert started.key_door.wait().raw() == key.raw()
        assert page_of(started).objectName() != "unlock"
        assert "settings" not in started.window.pages._open  # a code is offered only at first


def test_forgotten_passphrase_is_replaced_by_way_of_the_code(qtbot: QtBot, paths: Paths) -> None:
    key = keys.unlock_with(paths, PASSPHRASE)
    right = keys.new_recovery_code(paths, key)
    with a_start(qtbot, paths) as started:
        code = field(started, "recovery_code_entry")
        code.setText(right[:-1] + ("0" if right[-1] != "0" else "1"))
        with qtbot.waitSignal(started.key_door.refused) as refused:
            qtbot.keyClick(code, Qt.Key.Key_Return)
        assert isinstance(refused.args[0], WrongCode)
        assert "not the recovery code" in said(started)
        code.setText(right)
        with qtbot.waitSignal(started.key_door.refused):
            qtbot.keyClick(code, Qt.Key.Key_Return)
        assert not started.key_door.is_open  # without a place for the key it would be lost again
        for name in ("passphrase", "passphrase_again"):
            field(started, name).setText("a new one of mine")
        with qtbot.waitSignal(started.key_door.unlocked):
            press(qtbot, started, "unlock_go")
        started.window.pages._open["settings"].close()
    assert keys.unlock_with(paths, "a new one of mine", create=False).raw() == key.raw()
    with pytest.raises(WrongPassphrase):
        keys.unlock_with(paths, PASSPHRASE, create=False)


def test_without_keys_json_nothing_can_be_chosen(qtbot: QtBot, paths: Paths) -> None:
    paths.journal_db.write_bytes(b"data of a key that is gone")
    with a_start(qtbot, paths) as started:
        assert not field(started, "passphrase").isVisible()
        assert not field(started, "recovery_code_entry").isVisible()
    assert not paths.keys_file.exists()
