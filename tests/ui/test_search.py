"""The palette: from the key to the entry, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.desk import Desk, a_desk
from tests.ui.whole_window import a_window, settle
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.main_window import MainWindow
from workspace.ui.search.palette import SearchPalette, read_search
from workspace.ui.search.results_model import ResultsModel, found_rows

if TYPE_CHECKING:
    from tests.conftest import SetClock

Key = Qt.Key
Said = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(qtbot: QtBot, paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[Desk]:
    with a_desk(paths, key, set_clock) as desk:
        desk.store.account()
        for number in range(3):
            ticket = desk.store.ticket(subject=f"Order {number}", assignee=ME, channel="email")
            desk.store.message(ticket, "신발 사이즈가 맞지 않아요")
            desk.store.note(ticket, "free return for this tier")
            desk.store.message(ticket, "last words", direction="out")
        desk.write()
        yield desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    with a_window(qtbot, desk) as window:
        settle(qtbot, window)
        yield window


def opened(qtbot: QtBot, window: MainWindow) -> SearchPalette:
    qtbot.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(SearchPalette)
    assert palette is not None
    qtbot.waitUntil(palette.field.hasFocus)
    return palette


def test_typing_finds_and_enter_opens_at_the_entry(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    qtbot.keyClicks(palette.field, "tier")
    qtbot.waitUntil(lambda: palette.model.rowCount() == 3)
    qtbot.keyClick(palette.field, Key.Key_Down)
    wanted = palette.model.row(1)
    assert wanted.kind == "note"
    shown: list[tuple[int, int | None]] = []
    palette.ticket_asked.connect(lambda ticket, entry: shown.append((ticket, entry)))
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert shown == [(wanted.ticket.id, wanted.entry_id)]
    assert window.ticket_id == wanted.ticket.id
    assert not palette.isVisible()


def test_enter_before_the_answer_opens_what_was_typed_not_what_stood_there(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    ticket = desk.store.ticket(subject="Xylophone", channel="email")
    desk.store.message(ticket, "about a xylophone")
    desk.write()
    palette = opened(qtbot, window)
    palette.field.setText("tier")
    qtbot.waitUntil(lambda: palette.model.rowCount() == 3)
    # As an input method does: the commit and the key come in one go.
    palette.field.setText("")
    commit = QInputMethodEvent()
    commit.setCommitString("xylophone")
    QApplication.sendEvent(palette.field, commit)
    qtbot.keyClick(palette.field, Key.Key_Return)
    wanted = desk.store.id_of(ticket)
    qtbot.waitUntil(lambda: window.ticket_id == wanted)
    assert not palette.isVisible()


def test_keys_of_a_composition_stay_in_the_field(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    for syllables in ("ㅅ", "사", "사이", "사이ㅈ", "사이즈"):
        QApplication.sendEvent(palette.field, QInputMethodEvent(syllables, []))
    assert palette.isVisible()
    assert palette.field.text() == ""
    qtbot.waitUntil(lambda: palette.model.rowCount() > 0)  # found while still composing
    commit = QInputMethodEvent()
    commit.setCommitString("사이즈")
    QApplication.sendEvent(palette.field, commit)
    assert palette.field.text() == "사이즈"
    qtbot.waitUntil(lambda: palette.model.rowCount() > 0)


def test_words_found_are_marked_where_they_are(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    palette.field.setText("사이즈")
    qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
    row = palette.model.row(0)
    assert [row.snippet[start : start + length] for start, length in row.marks] == ["사이즈"]


def test_filters_work_and_what_is_wrong_with_one_is_said(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    assert "is:note" in palette.hint.text()
    palette.field.setText("is:note tier")
    qtbot.waitUntil(lambda: palette.model.rowCount() == 3)
    palette.field.setText("nothinglikethis")
    qtbot.waitUntil(lambda: palette.model.rowCount() == 0)
    assert palette.hint.text()
    palette.field.setText("")
    qtbot.waitUntil(lambda: "is:note" in palette.hint.text())


def test_escape_gives_the_keyboard_back_and_the_query_stays(
    qtbot: QtBot, window: MainWindow
) -> None:
    palette = opened(qtbot, window)
    qtbot.keyClicks(palette.field, "tier")
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert not palette.isVisible()
    again = opened(qtbot, window)
    assert again is palette
    assert palette.field.selectedText() == "tier"


def test_only_the_last_of_many_quick_searches_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    for text in ("l", "la", "las", "last", "ti", "tie", "tier"):
        palette.field.setText(text)
    qtbot.waitUntil(lambda: palette.model.rowCount() == 3)
    qtbot.wait(50)
    assert {palette.model.row(n).kind for n in range(3)} == {"note"}


def test_results_model_keeps_qts_rules_and_speaks(
    desk: Desk, qtmodeltester: ModelTester, set_clock: SetClock
) -> None:
    model = ResultsModel(set_clock.now_ms)
    qtmodeltester.check(model, force_py=True)
    model.take(found_rows(read_search(desk.store.reader(), "order tier")))
    model.take(found_rows(read_search(desk.store.reader(), "tier")))
    said = model.index(0).data(Said)
    assert "internal note" in said
    assert "free return" in said


def test_a_result_is_painted_with_its_marks(desk: Desk, qtbot: QtBot) -> None:
    palette_rows = found_rows(read_search(desk.store.reader(), "사이즈"))
    model = ResultsModel(desk.ctx.clock.now_ms)
    model.take(palette_rows)
    from workspace.ui.search.results_delegate import ResultsDelegate

    delegate = ResultsDelegate(desk.ctx.theme, desk.ctx.clock)
    option = QStyleOptionViewItem()
    image = QImage(
        QSize(600, delegate.sizeHint(option, model.index(0)).height()), QImage.Format.Format_RGB32
    )
    image.fill(desk.ctx.theme.color("panel"))
    option.rect = image.rect()
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    accent = desk.ctx.theme.color("accent").rgb()
    assert any(
        image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height())
    )
