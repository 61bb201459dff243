"""Enter after a composition in the fields of dialogs presses its one button once, or none.

A field of a dialog passes Enter on: Qt presses the dialog's default button then, and makes one up
where none was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.composing import compose
from tests.ui.desk import Desk, a_desk
from tests.ui.whole_window import a_window, settle
from workspace import keys
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sync.connectors.contract import Manifest, Setting
from workspace.ui.composer.scheduling import ask_when
from workspace.ui.main_window import MainWindow
from workspace.ui.settings.add_account import AddAccountDialog
from workspace.ui.settings.recovery_code import RecoveryCodeDialog
from workspace.ui.shortcuts_page import ShortcutsPage

if TYPE_CHECKING:
    from tests.conftest import SetClock

CONNECTOR = Manifest(
    name="other", title="Another", settings=(Setting(name="team", label="팀", required=False),)
)
MACRO = 'format = 1\nname = "한 번"\ntext = "네"\n'


class Asked:
    """A field, words for it, and the button that Enter presses; None: no button at all."""

    def __init__(self, field: QWidget, words: str, button: QAbstractButton | None) -> None:
        self.field, self.words, self.button = field, words, button


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[Desk]:
    with a_desk(paths, key, set_clock) as desk:
        desk.engine.answers["connectors.list"] = lambda _: {
            "connectors": [msgspec.to_builtins(CONNECTOR)]
        }
        desk.store.account()
        ticket = desk.store.ticket(subject="한국으로", assignee=ME, channel="email")
        desk.store.message(ticket, "한국으로 보내 주세요.")
        desk.write()
        desk.ctx.paths.macros.mkdir(exist_ok=True)
        (desk.ctx.paths.macros / "one.toml").write_text(MACRO, encoding="utf-8")
        yield desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.composer.known is not None)
        yield window


def shown(window: MainWindow) -> Any:
    return next(one for one in window.findChildren(QDialog) if one.isVisible())


def snoozing(window: MainWindow, qtbot: QtBot) -> Asked:
    window.ticket_actions.ask_time([1])
    dialog = shown(window)
    return Asked(dialog.field, "내일", dialog.go)


def sending_later(window: MainWindow, qtbot: QtBot) -> Asked:
    ask_when(window.ctx, lambda _: None, window)
    dialog = shown(window)
    return Asked(dialog.field, "내일", dialog.go)


def an_editor(window: MainWindow, qtbot: QtBot) -> Any:
    window.pane.macros.room.open_editor("one")
    editor = shown(window)
    qtbot.waitUntil(lambda: editor.view.model().rowCount() == 1)
    return editor


def filtering_macros(window: MainWindow, qtbot: QtBot) -> Asked:
    return Asked(an_editor(window, qtbot).filter, "한", None)


def naming_a_macro(window: MainWindow, qtbot: QtBot) -> Asked:
    editor = an_editor(window, qtbot)
    editor.form.words.name.clear()
    return Asked(editor.form.words.name, "한", None)


def finding_a_key(window: MainWindow, qtbot: QtBot) -> Asked:
    window.pages.open_shortcuts()
    page = shown(window)
    assert isinstance(page, ShortcutsPage)
    return Asked(page.search, "답", None)


def naming_an_account(window: MainWindow, qtbot: QtBot) -> Asked:
    window.pages.open_add_account()
    dialog = shown(window)
    assert isinstance(dialog, AddAccountDialog)
    dialog.name.clear()
    return Asked(dialog.name, "한", dialog.connect_button)


def filling_in_the_form(window: MainWindow, qtbot: QtBot) -> Asked:
    window.pages.open_add_account()
    dialog = shown(window)
    field = dialog.findChild(QLineEdit, "setting_team")
    assert field is not None
    return Asked(field, "한", dialog.connect_button)


def proving_the_code(window: MainWindow, qtbot: QtBot) -> Asked:
    ctx = window.ctx
    drawn = keys.draw_recovery_code(ctx.paths, MasterKey(bytes(32)))
    dialog = RecoveryCodeDialog(replace(ctx, recovery_code=lambda: drawn), window)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.code.text()))
    return Asked(dialog.proof, dialog.code.text()[-4:], dialog.keep)


OPENED = [
    *(snoozing, sending_later, filtering_macros, naming_a_macro),
    *(finding_a_key, naming_an_account, filling_in_the_form, proving_the_code),
]


@pytest.mark.parametrize("opened", OPENED)
def test_enter_after_a_composition_presses_one_button_once(
    window: MainWindow, qtbot: QtBot, opened: Callable[[MainWindow, QtBot], Asked]
) -> None:
    asked = opened(window, qtbot)
    field = asked.field
    assert isinstance(field, QLineEdit)
    dialog = field.window()
    assert isinstance(dialog, QDialog)
    pressed: list[QAbstractButton] = []
    for button in dialog.findChildren(QAbstractButton):
        button.clicked.connect(lambda *_, one=button: pressed.append(one))
    field.setFocus()
    compose(field, asked.words[:1])
    compose(field, asked.words)
    assert field.text() == ""
    compose(field, "", asked.words)  # Enter ended it
    assert field.text() == asked.words
    assert pressed == []  # where the input method keeps the key for itself
    qtbot.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert pressed == ([asked.button] if asked.button is not None else [])
    if asked.button is None:
        assert dialog.isVisible()


def test_ctrl_enter_after_a_composition_saves_a_queue_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = window.queues.own.open_new()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.name.setFocus()
    compose(dialog.name, "반")
    compose(dialog.name, "", "반품")
    dialog.conditions.setFocus()
    compose(dialog.conditions, "교")
    compose(dialog.conditions, "", "교환")
    kept: list[tuple[str, str]] = []
    dialog.kept.connect(lambda name, conditions, _: kept.append((name, conditions)))
    qtbot.keyClick(dialog.conditions, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert kept == [("반품", "교환")]
