"""Completion of colleagues and emoji: the keys never leave the editor, in mid-Hangul too."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.composing import SENDS, a_composer, a_ticket, compose, outbox, write_in
from tests.ui.desk import Desk
from workspace.domain.commands import AddNote
from workspace.domain.items import AgentItem, Directory, TeamItem
from workspace.ui.composer.completion import Completer
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.emoji_book import all_emoji, search
from workspace.ui.composer.emoji_picker import EmojiPicker
from workspace.ui.composer.matching import Typed, folded

AGENTS = (
    AgentItem(remote_id="agent-me", name="박지훈", me=True),
    AgentItem(remote_id="a2", name="Marco Rossi"),
    AgentItem(remote_id="a3", name="김지윤"),
    AgentItem(remote_id="a4", name="김민지 (야간)"),
)


def a_note(desk: Desk, qtbot: QtBot) -> Composer:
    assert desk.store.current is not None
    desk.store.writer.set_directory(
        desk.store.current,
        Directory(agents=AGENTS, teams=(TeamItem(remote_id="t1", name="Returns"),)),
    )
    composer = a_composer(desk, qtbot, a_ticket(desk, team="t1"))
    composer.focus_note()
    return composer


def completer(composer: Composer, mode: Any = "note") -> Completer:
    found = composer.panes[mode].edit.completer
    assert isinstance(found, Completer)
    return found


def shown(composer: Composer, mode: Any = "note") -> list[str]:
    popup = completer(composer, mode).popup
    if popup is None or not popup.isVisible():
        return []
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def test_at_names_a_colleague_and_says_who_reads_it(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    edit = composer.panes["note"].edit
    write_in(composer, qtbot, "ask @ma", "note")
    assert shown(composer) == ["Marco Rossi"]
    popup = completer(composer).popup
    assert popup is not None
    assert "store doesn't tell who may read notes" in popup.footer.text()
    readers = composer.panes["note"].recipient._full
    assert readers == "Only colleagues see this: those whom store lets read notes in Returns"
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "ask @Marco Rossi "
    assert shown(composer) == []
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return, SENDS)
    (sent,) = outbox(desk)
    assert isinstance(sent, AddNote)
    assert sent.text == "ask @Marco Rossi "


def test_where_every_agent_reads_notes_it_is_said(desk: Desk, qtbot: QtBot) -> None:
    assert desk.store.current is not None
    desk.store.writer.set_account_state(
        desk.store.current, capabilities='{"note": true, "every_agent_reads": true}'
    )
    composer = a_note(desk, qtbot)
    write_in(composer, qtbot, "ask @ma", "note")
    popup = completer(composer).popup
    assert popup is not None
    assert popup.footer.text().startswith("Whoever you name can read it")
    readers = composer.panes["note"].recipient._full
    assert readers == "Only colleagues see this: every agent of store"


def test_a_reply_and_an_address_complete_nobody(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    write_in(composer, qtbot, "mail marco@ma", "note")
    assert shown(composer) == []
    write_in(composer, qtbot, "@ma")
    assert shown(composer, "reply") == []


def test_who_cannot_be_told_is_refused_with_the_reason(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    pane = composer.panes["note"]
    write_in(composer, qtbot, "@박지훈", "note")
    assert "That is you" in shown(composer)[0]
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return)
    assert "That is you" in pane.status.text()
    assert pane.edit.toPlainText() == "@박지훈\n"  # Enter is Enter again
    write_in(composer, qtbot, "@nobody", "note")
    assert "Nobody of this account" in shown(composer)[0]


def test_escape_leaves_the_word_alone_until_the_next(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    edit = composer.panes["note"].edit
    write_in(composer, qtbot, "@ma", "note")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert shown(composer) == []
    write_in(composer, qtbot, "r", "note")
    assert shown(composer) == []
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "@mar\n"
    write_in(composer, qtbot, "@ma", "note")
    assert shown(composer) == ["Marco Rossi"]


def test_up_and_down_choose_and_a_click_takes(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    edit = composer.panes["note"].edit
    write_in(composer, qtbot, "@김", "note")
    assert len(shown(composer)) == 2
    popup = completer(composer).popup
    assert popup is not None
    first = popup.row
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert popup.row != first
    popup.picked.emit(first)
    assert edit.toPlainText().startswith("@김")
    assert edit.toPlainText().endswith(" ")


def test_enter_within_a_syllable_commits_it_once_and_takes_the_name_once(
    desk: Desk, qtbot: QtBot
) -> None:
    composer = a_note(desk, qtbot)
    edit = composer.panes["note"].edit
    write_in(composer, qtbot, "@", "note")
    compose(edit, "", "지")
    for preedit in ("ㅇ", "유", "윤"):
        compose(edit, preedit)
        assert any("김지윤" in one for one in shown(composer)), preedit
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "@지"  # not before the input method has answered
    compose(edit, "", "윤")
    qtbot.waitUntil(lambda: edit.toPlainText() == "@김지윤 ")
    qtbot.wait(5)
    assert edit.toPlainText() == "@김지윤 "
    assert outbox(desk) == []


def test_enter_that_the_input_method_kept_takes_nothing_by_itself(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    edit = composer.panes["note"].edit
    write_in(composer, qtbot, "@지", "note")
    compose(edit, "윤")
    compose(edit, "", "윤")  # Enter ended the composition and was not passed on
    qtbot.wait(5)
    assert edit.toPlainText() == "@지윤"
    assert shown(composer) != []
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "@김지윤 "


def test_with_enter_to_send_an_open_list_takes_enter_first(desk: Desk, qtbot: QtBot) -> None:
    desk.ctx.settings.change(send_key="enter")
    composer = a_note(desk, qtbot)
    edit = composer.panes["note"].edit
    write_in(composer, qtbot, "@ma", "note")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert outbox(desk) == []
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return)


# --- emoji ----------------------------------------------------------------------------------------


def test_a_colon_and_a_name_become_an_emoji(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    edit = composer.panes["reply"].edit
    write_in(composer, qtbot, "at 12:30 :)")
    qtbot.wait(20)
    assert shown(composer, "reply") == []
    write_in(composer, qtbot, " :thumbs_u")
    qtbot.waitUntil(lambda: shown(composer, "reply") != [])
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText() == "at 12:30 :) 👍"
    assert edit.hasFocus()
    assert desk.ctx.settings.value.recent_emoji[0] == "👍"


def test_a_korean_name_completes_while_its_syllable_is_composed(desk: Desk, qtbot: QtBot) -> None:
    composer = a_note(desk, qtbot)
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "감사합니다 :축")
    compose(edit, "하")
    qtbot.waitUntil(lambda: any("🎉" in one for one in shown(composer, "reply")))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    compose(edit, "", "하")
    qtbot.waitUntil(lambda: edit.toPlainText() == "감사합니다 🎉")


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("heart", "❤️"),
        ("하트", "❤️"),
        ("package", "📦"),
        ("택배", "📦"),
        ("영수증", "🧾"),
        ("+1", "👍"),
    ],
)
def test_emoji_are_found_in_both_languages(typed: str, sign: str) -> None:
    assert sign in [one.sign for one in search(typed)]


def test_every_emoji_has_names_in_both_languages() -> None:
    assert len(all_emoji()) > 1_500
    assert all(one.english and one.korean for one in all_emoji())
    assert len({one.sign for one in all_emoji()}) == len(all_emoji())


def test_the_picker_searches_shows_recent_ones_first_and_inserts(desk: Desk, qtbot: QtBot) -> None:
    desk.ctx.settings.change(recent_emoji=("🧾",))
    composer = a_note(desk, qtbot)
    write_in(composer, qtbot, "thanks ")
    composer.bar.buttons["emoji"].click()
    picker = composer.findChild(EmojiPicker)
    assert picker is not None
    qtbot.waitUntil(lambda: picker.list.count() > 100)
    assert picker.list.item(0).text() == "🧾"
    picker.field.setText("감사")
    qtbot.waitUntil(lambda: picker.list.count() < 20)
    assert picker.name.text()
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert composer.panes["reply"].edit.toPlainText() == "thanks 🙏"
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("name", "typed", "rank"),
    [
        ("김지윤", "김", 0),
        ("김지윤", "지유", 2),
        ("김지윤", "지윤ㅇ", 2),
        ("김 지윤", "김지", 0),
        ("Marco Rossi", "ro", 1),
        ("Marco Rossi", "x", -1),
        ("Émile", "ém", 0),
        ("각", "가", 0),
    ],
)
def test_names_fit_what_was_typed_so_far(name: str, typed: str, rank: int) -> None:
    assert Typed(typed).rank(folded(name)) == rank
