"""Draft history in the window: kept at a pause and on leaving, compared, restored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.composing import a_composer, a_ticket, draft, turn_to, write_in
from tests.ui.desk import Desk
from workspace.domain.items import TicketItem
from workspace.store.queries.drafts import DraftVersion, list_versions
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.draft_book import DraftKey, files_of
from workspace.ui.composer.draft_history import DraftHistory, differences
from workspace.ui.widgets.chips import ChipButton


def versions(desk: Desk, ticket: TicketItem) -> list[tuple[str, str]]:
    assert desk.store.current is not None
    found = list_versions(desk.store.reader(), desk.store.current, ticket.remote_id, "reply")
    return [(one.text, one.why) for one in found]


def opened(composer: Composer, qtbot: QtBot) -> DraftHistory:
    QTest.keySequence(composer.panes["reply"].edit, QKeySequence("Ctrl+Shift+H"))
    qtbot.waitUntil(lambda: composer.findChild(DraftHistory) is not None)
    dialog = composer.findChild(DraftHistory)
    assert dialog is not None
    return dialog


def test_a_pause_and_a_switch_keep_what_was_written(desk: Desk, qtbot: QtBot) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    write_in(composer, qtbot, "first thought")
    composer.book._pause.timeout.emit()
    qtbot.waitUntil(lambda: versions(desk, first) == [("first thought", "pause")])
    composer.panes["reply"].edit.write_over("second thought")
    turn_to(composer, desk, qtbot, second)
    qtbot.waitUntil(lambda: len(versions(desk, first)) == 2)
    assert versions(desk, first)[0] == ("second thought", "left")
    assert versions(desk, second) == []


def test_an_earlier_version_comes_back_and_the_present_one_is_kept_first(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "good words")
    composer.book.keep_versions("pause")
    edit = composer.panes["reply"].edit
    edit.write_over("bad words")
    qtbot.waitUntil(lambda: versions(desk, ticket) == [("good words", "pause")])
    dialog = opened(composer, qtbot)
    assert dialog.list.count() == 1
    assert "While writing" in dialog.list.item(0).text()
    assert dialog.text.toPlainText() == "goodbad words"
    dialog.restore.click()
    qtbot.waitUntil(lambda: edit.toPlainText() == "good words")
    assert versions(desk, ticket)[0] == ("bad words", "replaced")
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "good words")
    edit.undo()
    assert edit.toPlainText() == "bad words"


def test_what_was_emptied_by_mistake_can_be_had_again(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "precious")
    composer.flush()
    composer.panes["reply"].edit.clear()
    composer.flush()
    qtbot.waitUntil(lambda: versions(desk, ticket) == [("precious", "discarded")])


def test_without_versions_the_dialog_says_so(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    dialog = opened(composer, qtbot)
    assert not dialog.restore.isEnabled()
    assert not dialog.restore.isVisible()
    assert dialog.list.count() == 0


def test_versions_of_another_ticket_never_open_here(desk: Desk, qtbot: QtBot) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    write_in(composer, qtbot, "for the first")
    key = composer.key("reply")
    assert key is not None
    turn_to(composer, desk, qtbot, second)
    composer.versions.restore(
        key, DraftVersion(1, "for the first, earlier", None, "[]", "pause", 1)
    )
    qtbot.waitUntil(lambda: ("for the first", "replaced") in versions(desk, first))
    qtbot.wait(10)
    assert composer.panes["reply"].edit.toPlainText() == ""


def test_differences_lose_no_word_of_either() -> None:
    old, new = "안녕하세요, 김민지 고객님.", "안녕하세요 고객님! 곧 답변드릴게요."
    found = differences(old, new)
    assert "".join(words for kind, words in found if kind != "new") == old
    assert "".join(words for kind, words in found if kind != "old") == new


def test_files_come_back_with_their_version(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    invoice, label = tmp_path / "invoice.pdf", tmp_path / "label.pdf"
    invoice.write_bytes(b"invoice")
    label.write_bytes(b"label")
    key = composer.key("reply")
    assert key is not None

    def attached() -> list[str]:
        held = composer.book.get(key)
        return [file.name for file in held.files] if held else []

    write_in(composer, qtbot, "see the invoice")
    composer.attach([invoice], "reply")
    qtbot.waitUntil(lambda: attached() == ["invoice.pdf"])
    composer.book.keep_versions("pause")
    composer.panes["reply"].tray.findChildren(ChipButton)[0].click()
    composer.panes["reply"].edit.write_over("see the label")
    composer.attach([label], "reply")
    qtbot.waitUntil(lambda: attached() == ["label.pdf"])
    dialog = opened(composer, qtbot)
    assert "invoice.pdf" in dialog.files.text()
    dialog.restore.click()
    qtbot.waitUntil(lambda: attached() == ["invoice.pdf"])
    kept = composer.book.get(key)
    assert kept is not None
    assert kept.text == "see the invoice"
    with desk.store.journal.open_file(kept.files[0]) as stream:
        assert stream.read() == b"invoice"
    chips = composer.panes["reply"].tray.findChildren(ChipButton)
    assert "invoice.pdf" in chips[-1].accessibleName()
    assert versions_named(desk, key) == [["label.pdf"], ["invoice.pdf"]]


def versions_named(desk: Desk, key: DraftKey) -> list[list[str]]:
    found = list_versions(desk.store.reader(), key.account_id, key.remote_id, key.mode)
    return [[file.name for file in files_of(one.attachments)] for one in found]
