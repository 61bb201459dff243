"""Spelling by the computer's own hunspell: underlined after the word is left, mended by a menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.composing import a_composer, a_ticket, compose, write_in
from tests.ui.desk import Desk
from workspace.domain.items import PersonItem
from workspace.store.queries.own_words import list_own_words
from workspace.ui.composer.composer import Composer
from workspace.ui.settings.writing_tab import WritingTab
from workspace.ui.spelling import hunspell
from workspace.ui.spelling.spelling import Spelling, language_of, spelling_of, words_in

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
has_library = pytest.mark.skipif(
    hunspell.open_library() is None, reason="libhunspell is not on this computer"
)


@pytest.fixture
def small_dictionaries(desk: Desk) -> Path:
    """An administrator's folder: it goes before whatever the system has."""
    folder = desk.ctx.paths.base / "dictionaries"
    folder.mkdir()
    for name, words in (
        ("en_US", ["hello", "world", "receive", "it's"]),
        ("ko_KR", ["안녕하세요", "감사합니다"]),
    ):
        (folder / f"{name}.aff").write_text("SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n")
        (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words]) + "\n")
    return folder


@pytest.fixture(autouse=True)
def spelling_ends(desk: Desk) -> Iterator[None]:
    yield
    found = desk.ctx.reads.findChild(Spelling)
    if isinstance(found, Spelling):
        found.stop()


def underlined(composer: Composer) -> list[str]:
    block = composer.panes["reply"].edit.document().begin()
    found = []
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for one in block.layout().formats():
            if one.format.underlineStyle() == WAVE:
                found.append(
                    units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
                )
        block = block.next()
    return found


def menu_of(composer: Composer, qtbot: QtBot) -> QMenu:
    edit = composer.panes["reply"].edit
    edit.menu_asked.emit(QPoint(2, 2), True)
    menus: list[QMenu] = []

    def is_filled() -> bool:
        menus[:] = [menu for menu in edit.findChildren(QMenu) if menu.isVisible()]
        return bool(menus) and "Looking" not in menus[0].actions()[0].text()

    qtbot.waitUntil(is_filled)
    return menus[0]


@has_library
@pytest.mark.usefixtures("small_dictionaries")
def test_a_word_is_underlined_when_it_is_left_in_both_languages(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "hello wrold")
    qtbot.wait(50)
    assert underlined(composer) == []  # it is still being written
    write_in(composer, qtbot, " ")
    qtbot.waitUntil(lambda: underlined(composer) == ["wrold"])
    write_in(composer, qtbot, "😀 감사합니다 감사함니다 ")
    qtbot.waitUntil(lambda: underlined(composer) == ["wrold", "감사함니다"])
    assert composer.panes["reply"].edit.toPlainText() == "hello wrold 😀 감사합니다 감사함니다 "


@has_library
@pytest.mark.usefixtures("small_dictionaries")
def test_a_syllable_being_composed_is_never_underlined(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "감사함니")
    compose(edit, "다")
    qtbot.wait(60)
    assert underlined(composer) == []
    assert edit.is_composing
    compose(edit, "", "다")
    compose(edit, "", " ")
    qtbot.waitUntil(lambda: underlined(composer) == ["감사함니다"])


@has_library
@pytest.mark.usefixtures("small_dictionaries")
def test_the_menu_offers_what_was_meant_and_takes_own_words(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    edit = composer.panes["reply"].edit
    write_in(composer, qtbot, "recieve zzyzx ")
    qtbot.waitUntil(lambda: underlined(composer) == ["recieve", "zzyzx"])
    edit.select(2, 2)
    menu = menu_of(composer, qtbot)
    assert menu.actions()[0].text() == "receive"
    menu.actions()[0].trigger()
    menu.close()
    assert edit.toPlainText() == "receive zzyzx "
    edit.select(10, 10)
    menu = menu_of(composer, qtbot)
    next(one for one in menu.actions() if "my words" in one.text()).trigger()
    menu.close()
    qtbot.waitUntil(lambda: underlined(composer) == [])
    reader = desk.store.reader()
    qtbot.waitUntil(lambda: list_own_words(reader) == {"zzyzx"})  # for the next start
    assert not desk.ctx.paths.settings_file.exists()  # they may be customers' names


@has_library
@pytest.mark.usefixtures("small_dictionaries")
def test_a_language_switched_off_is_left_alone(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "wrold 감사함니다 ")
    qtbot.waitUntil(lambda: len(underlined(composer)) == 2)
    desk.ctx.settings.change(spelling_off=("ko",))
    qtbot.waitUntil(lambda: underlined(composer) == ["wrold"])


@has_library
@pytest.mark.usefixtures("small_dictionaries")
def test_names_of_the_ticket_are_right(desk: Desk, qtbot: QtBot) -> None:
    person = PersonItem(remote_id="p", name="Zbigniew Kowal")
    composer = a_composer(desk, qtbot, a_ticket(desk, requester=person))
    write_in(composer, qtbot, "hello Zbigniew wrold ")
    qtbot.waitUntil(lambda: underlined(composer) == ["wrold"])


def test_without_a_dictionary_nothing_is_wrong_and_it_is_known_why(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "folders", lambda own: iter([own]))
    spelling = spelling_of(desk.ctx)
    qtbot.waitUntil(lambda: spelling.standing is not None)
    assert spelling.standing is not None
    assert spelling.standing.dictionaries == {}
    with qtbot.waitSignal(spelling.judged):
        assert spelling.is_right("wrold") is None
    assert spelling.is_right("wrold") is True
    assert spelling_of(desk.ctx) is spelling


def test_only_what_a_dictionary_can_judge_is_asked() -> None:
    text = "see R-48213 at https://example.com/wrold or a@b.example, IBAN don’t 주문번호는 3일 x"
    assert [found[0] for found in words_in(text)] == ["see", "at", "or", "don’t", "주문번호는"]
    assert [language_of(word) for word in ("see", "주문")] == ["en", "ko"]


@has_library
def test_a_hostile_word_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "en_US.aff").write_text("SET ISO8859-1\n")
    (tmp_path / "en_US.dic").write_text("1\nhello\n")
    dictionary = hunspell.find_dictionary("en", [tmp_path])
    library = hunspell.open_library()
    assert dictionary is not None
    assert library is not None
    speller = hunspell.Speller(library, dictionary)
    try:
        for word in ("", "x" * 10_000, "a\0b", "한글", "\ud800", "%s%n"):
            speller.is_right(word)
            speller.suggest(word)
        assert speller.is_right("hello")
        assert not speller.is_right("helo")
    finally:
        speller.close()


def test_the_settings_say_what_is_missing_and_what_to_do(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "folders", lambda own: iter([own]))
    tab = WritingTab(desk.ctx)
    qtbot.addWidget(tab)
    told = tab.spelling.told["ko"]
    if hunspell.open_library() is None:
        qtbot.waitUntil(lambda: "libhunspell" in told.text())
    else:
        qtbot.waitUntil(lambda: "hunspell-ko" in told.text())
        assert str(desk.ctx.paths.base / "dictionaries") in told.text()
    tab.spelling.boxes["ko"].click()
    assert desk.ctx.settings.value.spelling_off == ("ko",)
    tab.spelling.boxes["ko"].click()
    assert desk.ctx.settings.value.spelling_off == ()
