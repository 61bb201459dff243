"""Enter that ends a composition does its job once, in every field that does something at Enter.

Input methods differ in what they do with that key: Hangul commits the syllable and passes Enter
on, Japanese and Chinese keep it for themselves. Both are played here with synthetic events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.composing import compose
from tests.ui.desk import Desk, a_desk
from tests.ui.whole_window import a_window, settle
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.composer.emoji_picker import EmojiPicker
from workspace.ui.main_window import MainWindow
from workspace.ui.search.palette import SearchPalette

if TYPE_CHECKING:
    from tests.conftest import SetClock

MACRO = 'format = 1\nname = "한 번"\ntext = "네"\n'

Job = tuple[QWidget, Callable[[], int]]
"""A field, and how often its job was done."""


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[Desk]:
    with a_desk(paths, key, set_clock) as desk:
        desk.store.account()
        ticket = desk.store.ticket(subject="한국으로", assignee=ME, channel="email")
        desk.store.message(ticket, "한국으로 보내 주세요. 한 번 더요.")
        desk.write()
        yield desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        qtbot.waitUntil(lambda: bool(window.conversation.source.entries))
        qtbot.waitUntil(lambda: window.composer.known is not None)
        yield window


def count(signal: object) -> Callable[[], int]:
    told: list[object] = []
    signal.connect(lambda *_: told.append(True))  # type: ignore[attr-defined]
    return lambda: len(told)


def a_dialog(window: MainWindow) -> QDialog:
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def the_search(window: MainWindow, qtbot: QtBot) -> Job:
    window.open_search()
    (palette,) = window.findChildren(SearchPalette)
    return palette.field, count(palette.ticket_asked)


def the_find_bar(window: MainWindow, qtbot: QtBot) -> Job:
    window.find_in_conversation()
    bar = window.conversation.finding.bar
    assert bar is not None
    return bar.field, count(bar.step_asked)


def the_macros(window: MainWindow, qtbot: QtBot) -> Job:
    window.ctx.paths.macros.mkdir(exist_ok=True)
    (window.ctx.paths.macros / "one.toml").write_text(MACRO, encoding="utf-8")
    window.open_macros()
    palette = window.pane.macros.room.palette
    qtbot.waitUntil(lambda: palette.model.rowCount() == 1 and palette._chosen is not None)
    return palette.field, count(palette.chosen)


def the_new_tag(window: MainWindow, qtbot: QtBot) -> Job:
    window.header.tags.open_editor()
    return window.header.tags.edit, count(window.header.tags.added)


def the_tag_for_many(window: MainWindow, qtbot: QtBot) -> Job:
    window.ticket_actions.ask_tag([1])
    dialog = a_dialog(window)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    return field, count(dialog.accepted)


def the_emoji(window: MainWindow, qtbot: QtBot) -> Job:
    window.composer.tools.use("emoji")
    picker = window.composer.findChild(EmojiPicker)
    assert picker is not None
    qtbot.waitUntil(lambda: picker.list.count() > 0)
    return picker.field, count(picker.picked)


def the_queue_name(window: MainWindow, qtbot: QtBot) -> Job:
    dialog = window.queues.own.open_new()
    dialog.conditions.setPlainText("is:open")
    return dialog.name, count(dialog.kept)


def the_composer(window: MainWindow, qtbot: QtBot) -> Job:
    window.ctx.settings.change(send_key="enter")
    window.start_reply()
    return window.composer.panes["reply"].edit, count(window.composer.flow.outgoing.enqueued)


FIELDS = [
    (the_search, "한"),
    (the_find_bar, "한"),
    (the_macros, "한"),
    (the_new_tag, "한"),
    (the_tag_for_many, "한"),
    (the_emoji, "하"),
    (the_queue_name, "한"),
    (the_composer, "한"),
]
by_name = pytest.mark.parametrize(
    ("opened", "syllable"), FIELDS, ids=[opened.__name__ for opened, _ in FIELDS]
)
Opened = Callable[[MainWindow, QtBot], Job]


def text_of(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


@by_name
def test_the_syllable_is_committed_once_and_the_job_done_once(
    window: MainWindow, qtbot: QtBot, opened: Opened, syllable: str
) -> None:
    field, done = opened(window, qtbot)
    field.setFocus()
    compose(field, "ㅎ")
    compose(field, syllable)
    assert done() == 0
    seen = {text_of(field)}
    compose(field, "", syllable)  # Enter ended it
    assert text_of(field) == syllable
    assert seen == {""}
    assert done() == 0  # where the input method keeps the key for itself
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done() == 1)
    QApplication.processEvents()
    assert done() == 1


@by_name
def test_letters_in_a_composition_are_no_shortcuts(
    window: MainWindow, qtbot: QtBot, opened: Opened, syllable: str
) -> None:
    triggered: list[str] = []
    for action in window.findChildren(QAction):
        action.triggered.connect(lambda *_, one=action: triggered.append(one.objectName()))
    field, done = opened(window, qtbot)
    field.setFocus()
    triggered.clear()
    compose(field, syllable)
    qtbot.keyClicks(field, "rnecatsxjkvum")
    assert triggered == []
    assert done() == 0
    assert "rnecatsxjkvum" in text_of(field)


def test_the_first_syllable_stands_alone_and_not_on_the_placeholder(
    window: MainWindow, qtbot: QtBot
) -> None:
    from workspace.ui.widgets.text_edit import TextEdit

    window.start_reply()
    dialog = window.queues.own.open_new()
    fields = [*dialog.findChildren(TextEdit), *window.composer.findChildren(TextEdit)]
    assert len(fields) == 3  # conditions, reply, note
    for field in fields:
        words = field.placeholderText()
        compose(field, "한")
        with_words = field.grab().toImage()
        field.setPlaceholderText("")
        assert field.grab().toImage() == with_words, words
        compose(field, "")  # given up
        assert field.placeholderText() == words


def test_enter_before_the_emoji_came_takes_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    field, done = the_emoji(window, qtbot)
    picker = window.composer.findChild(EmojiPicker)
    assert picker is not None
    picked: list[str] = []
    picker.picked.connect(picked.append)
    compose(field, "", "하트")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # at once, as an input method passes it on
    qtbot.waitUntil(lambda: done() == 1)
    assert "❤" in picked[0] or picked[0] in "♥💕💖💗💘💙💚💛💜🧡🖤🤍🤎💝💓💞💟"
