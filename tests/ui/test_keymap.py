"""Keys: changed by pressing them, never two meanings for one, and the same on a Korean keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle, some_tickets
from workspace.settings import Settings, load_settings
from workspace.ui import keymap
from workspace.ui.actions import action_table
from workspace.ui.composer.composer_edit import ComposerEdit
from workspace.ui.key_row import KeyCapture, KeyRow
from workspace.ui.shortcuts_page import ShortcutsPage
from workspace.ui.widgets.chips import ChipButton

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
TYPES_NO_ASCII = pytest.mark.qt_log_ignore("^keyToAscii Unhandled key code")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    some_tickets(desk, 3, assignee=ME)
    with a_window(qtbot, desk) as made:
        settle(qtbot, made)
        yield made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> ShortcutsPage:
    window.open_shortcuts()
    opened = window.pages._open["shortcuts"]
    assert isinstance(opened, ShortcutsPage)
    qtbot.waitExposed(opened)
    return opened


def row(page: ShortcutsPage, action_id: str) -> KeyRow:
    found = page.findChild(KeyRow, f"keys_{action_id}")
    assert isinstance(found, KeyRow)
    return found


def press(page: ShortcutsPage, action_id: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Choose “another key” of an action by keyboard and press one."""
    plus = row(page, action_id).findChild(ChipButton, "add_key")
    assert plus is not None
    QTest.keyClick(plus, Qt.Key.Key_Space)
    capture = row(page, action_id).findChild(KeyCapture)
    assert capture is not None
    QTest.keyClick(capture, key, modifiers)


def shown(page: ShortcutsPage, action_id: str) -> tuple[str, ...]:
    spec = next(spec for spec in action_table() if spec.id == action_id)
    return keymap.keys_of(spec, page._ctx.settings.value)


def pick(window: MainWindow, qtbot: QtBot, row_number: int) -> None:
    ids = window.list.model.ids_between(row_number, row_number + 1)
    qtbot.waitUntil(lambda: window.ticket_id == ids[0])


def test_no_two_actions_share_a_key_at_first() -> None:
    assert keymap.clashes(action_table(), Settings()) == {}


def test_a_pressed_key_works_at_once_shows_everywhere_and_is_kept(
    qtbot: QtBot, window: MainWindow, page: ShortcutsPage, desk: Desk
) -> None:
    press(page, "search", Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert shown(page, "search") == ("Ctrl+K", "Ctrl+Shift+F")
    page._drop(row(page, "search").spec, "Ctrl+K")
    assert window.actions_by_id["search"].shortcut() == QKeySequence("Ctrl+Shift+F")
    word = QKeySequence("Ctrl+Shift+F").toString(QKeySequence.SequenceFormat.NativeText)
    assert word in window.nothing.accessibleDescription()
    button = window.rail.findChild(QAbstractButton, "rail_search")
    assert button is not None
    assert word in button.toolTip()
    desk.ctx.writes.run(lambda: None)
    qtbot.waitUntil(
        lambda: load_settings(desk.ctx.paths.settings_file).keys == {"search": ("Ctrl+Shift+F",)}
    )


def test_a_taken_key_asks_and_moves_only_if_wanted(
    qtbot: QtBot, window: MainWindow, page: ShortcutsPage
) -> None:
    press(page, "solve", Qt.Key.Key_J, NONE)
    assert page.question.isVisible()
    assert "Next ticket" in page.asked.text()
    assert shown(page, "solve") == ("e",)
    qtbot.mouseClick(page._leave, Qt.MouseButton.LeftButton)
    assert not page.question.isVisible()
    assert shown(page, "next") == ("j",)

    press(page, "solve", Qt.Key.Key_J, NONE)
    qtbot.keyClick(page.take, Qt.Key.Key_Escape)
    assert not page.question.isVisible()
    assert page.isVisible()
    assert row(page, "solve").isAncestorOf(page.focusWidget())

    press(page, "solve", Qt.Key.Key_J, NONE)
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert shown(page, "next") == ()
    assert shown(page, "solve") == ("E", "J")
    assert keymap.clashes(window.table, page._ctx.settings.value) == {}

    qtbot.mouseClick(page.reset_all, Qt.MouseButton.LeftButton)
    assert page._ctx.settings.value.keys == {}
    assert shown(page, "next") == ("j",)


def test_the_page_says_when_nothing_is_found(page: ShortcutsPage) -> None:
    page.search.setText("no such thing")
    assert page.nothing.isVisible()
    assert page.search.accessibleDescription() == page.nothing.text()
    page.search.setText("solve")
    assert row(page, "solve").isVisible()
    assert not page.nothing.isVisible()
    assert page.search.accessibleDescription() == ""


def test_keys_of_text_fields_and_macros_are_not_taken(page: ShortcutsPage) -> None:
    press(page, "solve", Qt.Key.Key_C, CTRL)
    assert page.question.isVisible()
    assert not page.take.isVisible()
    settings = page._ctx.settings.value
    macro = keymap.Taken("Thanks", "Ctrl+Alt+1")
    assert [h.name for h in keymap.holders("ctrl+alt+1", "window", settings, others=[macro])] == [
        "Thanks"
    ]


def test_escape_leaves_the_keys_and_one_action_is_reset(page: ShortcutsPage) -> None:
    press(page, "reply", Qt.Key.Key_Escape, NONE)
    assert shown(page, "reply") == ("r",)
    press(page, "reply", Qt.Key.Key_Y, NONE)
    assert shown(page, "reply") == ("R", "Y")
    row(page, "reply").reset_asked.emit()
    assert shown(page, "reply") == ("r",)
    assert page._ctx.settings.value.keys == {}


def test_page_finds_actions_by_word_and_key(page: ShortcutsPage) -> None:
    page.search.setText("f5")
    assert [r.spec.id for r in page.findChildren(KeyRow) if not r.isHidden()] == ["sync_now"]


def test_hostile_settings_give_no_key(window: MainWindow) -> None:
    own = Settings(keys={"next": ("", "\x00", "Ctrl+K, Ctrl+C", "no key", "x", "X")})
    spec = next(spec for spec in action_table() if spec.id == "next")
    assert keymap.keys_of(spec, own) == ("X",)
    assert keymap.keys_of(spec, msgspec.structs.replace(own, keys={"send": ("F1",)})) == ("j",)


def hangul(jamo: str) -> Qt.Key:
    """What a key press says while the system types Hangul; the enumeration has no name for it."""
    key = int.__new__(Qt.Key, ord(jamo))
    key._name_, key._value_ = f"Key_{jamo}", ord(jamo)
    return key


@TYPES_NO_ASCII
def test_letters_work_while_the_keyboard_types_hangul(qtbot: QtBot, window: MainWindow) -> None:
    window.focus_list()
    pick(window, qtbot, 0)
    QTest.keyClick(window.list.view, hangul("ㅓ"))
    pick(window, qtbot, 1)
    QTest.keyClick(window.list.view, hangul("ㅏ"))
    pick(window, qtbot, 0)
    QTest.keyClick(window.list.view, hangul("ㄱ"))
    assert window.composer.isAncestorOf(QApplication.focusWidget())
    # In a text field the same key is a letter of the text.
    edit = QApplication.focusWidget()
    assert isinstance(edit, ComposerEdit)
    qtbot.waitUntil(lambda: not edit.isReadOnly())  # its draft is read first
    override = QKeyEvent(QEvent.Type.ShortcutOverride, ord("ㅓ"), NONE, "ㅓ")
    override.ignore()
    QApplication.sendEvent(edit, override)
    assert override.isAccepted()


def test_a_key_pressed_in_hangul_is_taken_as_its_letter(page: ShortcutsPage) -> None:
    row(page, "tag").listen()
    capture = row(page, "tag").findChild(KeyCapture)
    assert capture is not None
    QApplication.sendEvent(capture, QKeyEvent(QEvent.Type.KeyPress, ord("ㅎ"), NONE, "ㅎ"))
    assert shown(page, "tag") == ("T", "G")


@TYPES_NO_ASCII
def test_changed_letter_has_its_hangul_too(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.focus_list()
    pick(window, qtbot, 0)
    desk.ctx.settings.change(keys={"next": ("F",)})
    QTest.keyClick(window.list.view, hangul("ㄹ"))
    pick(window, qtbot, 1)
    QTest.keyClick(window.list.view, Qt.Key.Key_J)
    pick(window, qtbot, 1)
