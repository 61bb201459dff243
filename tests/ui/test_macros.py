"""Macros in the window: found by typing, seen before they act, sent with the reply, taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.items import PersonItem
from workspace.ui.macros.room import MacroRoom
from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_tabs.ticket_pane import TicketPane

REFUND = """
name = "Refund on its way"
keywords = ["환불", "money"]
snooze = "in 2 hours"

[set]
status = "pending"
tags_add = ["refund"]

[language.en]
text = "Hello {{customer.first_name or \\"there\\"}}, it is on its way."
note = "Refund for {{ticket.ref}}"

[language.ko]
name = "환불 안내"
text = "{{customer.name}}[은/는] 환불됩니다."
"""
SPAM = """
name = "Spam"
key = "Ctrl+Alt+9"

[set]
status = "solved"
"""
OPEN_END = """
name = "Courier"
text = "It left with {{ticket.field.Courier}} today."
"""


class Room:
    """A pane with one ticket open, and its macros."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        desk.ctx.paths.macros.mkdir(exist_ok=True)
        for name, text in (("refund", REFUND), ("spam", SPAM), ("courier", OPEN_END)):
            (desk.ctx.paths.macros / f"{name}.toml").write_text(text, encoding="utf-8")
        someone = PersonItem(remote_id="p1", name="Ann Lee")
        desk.store.ticket("7", subject="Refund please", requester=someone)
        desk.store.message("7", "Where is my money?")
        desk.write()
        self.ticket_id = desk.store.id_of("7")
        self.pane = TicketPane(desk.ctx)
        qtbot.addWidget(self.pane)
        self.pane.resize(900, 700)
        self.pane.show()
        self.pane.show_ticket(self.ticket_id)
        qtbot.waitUntil(lambda: self.composer.known is not None)
        self.room: MacroRoom = self.pane.macros.room
        qtbot.waitUntil(lambda: len(self.room.library.files.usable()) == 3)
        self.edit.setFocus()

    @property
    def composer(self):  # type: ignore[no-untyped-def]
        return self.pane.composer

    @property
    def edit(self):  # type: ignore[no-untyped-def]
        return self.composer.panes["reply"].edit

    def slash(self, query: str = "") -> None:
        QTest.keyClicks(self.edit, "/")
        self.ready()
        self.room.palette.field.insert(query)

    def ready(self) -> None:
        self.qtbot.waitUntil(self.room.palette.isVisible)
        self.qtbot.waitUntil(lambda: bool(self.room.palette._targets))

    def enter(self) -> None:
        QTest.keyClick(self.room.palette.field, Qt.Key.Key_Return)

    def outbox(self) -> list[tuple[str, str]]:
        rows = self.desk.store.reader().all(
            "SELECT command, CAST(payload AS TEXT) FROM journal.outbox WHERE state <> 'cancelled'"
            " ORDER BY seq"
        )
        return [(command, str(json.loads(payload).get("text"))) for command, payload in rows]

    @property
    def strip_text(self) -> str:
        strip = self.room.strip
        return "" if strip.isHidden() else strip.words.text()

    def sent(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.outbox()) == count)

    def send(self) -> None:
        QTest.keyClick(self.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def snoozed(self) -> bool:
        return bool(self.desk.store.reader().all("SELECT 1 FROM journal.snooze"))


@pytest.fixture
def room(desk: Desk, qtbot: QtBot) -> Iterator[Room]:
    made = Room(desk, qtbot)
    yield made
    QApplication.processEvents()


def test_slash_finds_previews_and_writes_at_the_cursor(room: Room) -> None:
    QTest.keyClicks(room.edit, "Dear customer ")
    room.slash("환")
    palette = room.room.palette
    assert palette.model.rowCount() == 1
    assert "Hello Ann, it is on its way." in palette.preview.spoken
    for words in ("Status → Pending", "Adds the tag refund", "Snoozes until", "Refund for store:7"):
        assert words in palette.preview.spoken
    room.enter()
    assert room.edit.toPlainText() == "Dear customer Hello Ann, it is on its way."
    assert room.edit.hasFocus()
    assert room.strip_text.startswith("With it: ")
    assert room.outbox() == []


def test_all_of_it_goes_with_the_reply_and_comes_back_with_one_undo(room: Room) -> None:
    room.slash("refund")
    room.enter()
    room.send()
    room.sent(3)
    assert [command for command, _ in room.outbox()] == ["reply", "note", "set"]
    assert room.outbox()[1][1] == "Refund for store:7"
    room.qtbot.waitUntil(room.snoozed)
    assert room.strip_text == ""
    QTest.mouseClick(room.composer.panes["reply"].undo, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: room.edit.toPlainText().startswith("Hello Ann"))
    room.qtbot.waitUntil(lambda: room.strip_text.startswith("With it"))
    room.qtbot.waitUntil(lambda: not room.snoozed())
    states = room.desk.store.reader().all("SELECT DISTINCT state FROM journal.outbox")
    assert states == [("cancelled",)]


def test_what_rides_along_survives_the_window_and_can_be_left_out(room: Room, qtbot: QtBot) -> None:
    room.slash("refund")
    room.enter()
    room.pane.flush()
    waiting = lambda: len(  # noqa: E731
        room.desk.store.reader().all("SELECT 1 FROM journal.draft")
    )
    qtbot.waitUntil(lambda: waiting() == 2)
    again = TicketPane(room.desk.ctx)
    qtbot.addWidget(again)
    again.show()
    again.show_ticket(room.ticket_id)
    qtbot.waitUntil(lambda: again.composer.known is not None)
    strip = again.macros.room.strip
    qtbot.waitUntil(lambda: not strip.isHidden())
    QTest.mouseClick(strip.drop, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    qtbot.waitUntil(lambda: waiting() == 1)


def test_escape_leaves_the_slash_and_what_was_typed(room: Room) -> None:
    QTest.keyClicks(room.edit, "and/or ")
    assert not room.room._palette or not room.room.palette.isVisible()
    room.slash("zzz")
    assert room.room.palette.model.rowCount() == 0
    QTest.keyClick(room.room.palette.field, Qt.Key.Key_Escape)
    assert room.edit.toPlainText() == "and/or /"
    assert room.edit.hasFocus()


def test_a_macro_without_words_acts_at_once_with_an_undo(room: Room) -> None:
    room.slash("spam")
    room.enter()
    room.sent(1)
    assert room.outbox()[0][0] == "set"
    assert room.edit.toPlainText() == ""
    room.qtbot.waitUntil(lambda: bool(room.desk.notices))
    notice = room.desk.notices[-1]
    assert "Spam" in notice.text
    assert notice.on_action is not None
    notice.on_action()
    room.qtbot.waitUntil(lambda: room.outbox() == [])


def test_a_macro_s_own_key_applies_it(room: Room) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(room.edit, Qt.Key.Key_9, both)
    room.sent(1)
    assert [command for command, _ in room.outbox()] == ["set"]


def test_an_open_placeholder_is_selected_and_blocks_the_send(room: Room) -> None:
    room.slash("courier")
    assert "{{ticket.field.Courier}}" in room.room.palette.preview.left.text()
    room.enter()
    assert room.edit.textCursor().selectedText() == "{{ticket.field.Courier}}"
    room.send()
    assert not room.composer.flow.placeholders.isHidden()
    QTest.keyClicks(room.edit, "DHL")
    room.send()
    room.sent(1)
    assert room.outbox()[0][1] == "It left with DHL today."


def test_in_the_note_s_pane_the_macro_s_note_is_written(room: Room) -> None:
    room.composer.focus_note()
    note = room.composer.panes["note"].edit
    QTest.keyClicks(note, "/")
    room.ready()
    QTest.keyClicks(room.room.palette.field, "refund")
    assert "Puts text into the reply: you are writing an internal note" in (
        room.room.palette.preview.spoken
    )
    room.enter()
    assert note.toPlainText() == "Refund for store:7"
    assert room.edit.toPlainText() == ""
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.sent(2)
    assert [command for command, _ in room.outbox()] == ["note", "set"]


def test_korean_is_found_while_a_syllable_is_composed(room: Room) -> None:
    room.slash()
    field = room.room.palette.field
    QApplication.sendEvent(field, QInputMethodEvent("호", []))
    assert [room.room.palette.model.macro(0).id] == ["refund"]
    room.enter()
    assert room.edit.toPlainText().startswith("Hello Ann")


def test_a_file_changed_by_a_colleague_is_known_without_a_restart(room: Room) -> None:
    file = room.desk.ctx.paths.macros / "spam.toml"
    file.write_text(SPAM.replace('"Spam"', '"Junk"'), encoding="utf-8")
    room.qtbot.waitUntil(lambda: bool(room.room.library.find("junk", "en")))
    file.unlink()
    room.qtbot.waitUntil(lambda: room.room.library.file("spam") is None)


def test_several_tickets_get_their_own_words_and_those_that_lack_something_are_listed(
    room: Room, desk: Desk
) -> None:
    for number, fields in (("8", {"Courier": ["DHL"]}), ("9", {}), ("10", {"Courier": ["UPS"]})):
        someone = PersonItem(remote_id=f"p{number}", name=f"Nr {number}")
        desk.store.ticket(number, requester=someone, custom_fields=fields)
    desk.write()
    actions = TicketActions(desk.ctx, room.pane)
    ids = [desk.store.id_of(number) for number in ("8", "9", "10")]
    room.pane.macros.open_for(ids, actions)
    room.ready()
    room.room.palette.field.insert("courier")
    spoken = room.room.palette.preview.spoken
    assert "for 2 tickets" in spoken
    assert "store:9: nothing is known for {{ticket.field.Courier}}" in spoken
    room.enter()
    room.sent(2)
    assert [text for _, text in room.outbox()] == [
        "It left with DHL today.",
        "It left with UPS today.",
    ]
    room.qtbot.waitUntil(lambda: any(one.on_action for one in desk.notices))
    undo = next(one for one in desk.notices if one.action == "Undo")
    assert undo.on_action is not None
    undo.on_action()
    room.qtbot.waitUntil(lambda: room.outbox() == [])


def test_a_macro_for_several_tickets_snoozes_and_wakes_with_its_undo(
    room: Room, desk: Desk
) -> None:
    desk.store.ticket("8")
    desk.write()
    actions = TicketActions(desk.ctx, room.pane)
    room.pane.macros.open_for([room.ticket_id, desk.store.id_of("8")], actions)
    room.ready()
    room.room.palette.field.insert("refund")
    room.enter()
    room.qtbot.waitUntil(room.snoozed)
    room.qtbot.waitUntil(lambda: any(one.on_action for one in desk.notices))
    kinds = [command for command, _ in room.outbox()]
    assert sorted(kinds) == ["note", "reply", "reply", "set", "set"]  # one writes Korean: no note
    next(one for one in desk.notices if one.action == "Undo").on_action()  # type: ignore[misc]
    room.qtbot.waitUntil(lambda: room.outbox() == [])
    room.qtbot.waitUntil(lambda: not room.snoozed())


def test_a_macro_s_files_are_attached_and_a_missing_one_is_said(room: Room) -> None:
    folder = room.desk.ctx.paths.macros
    (folder / "files").mkdir()
    (folder / "files" / "label.pdf").write_bytes(b"%PDF")
    (folder / "label.toml").write_text(
        'name = "Label"\ntext = "Here it is."\nfiles = ["files/label.pdf", "gone.pdf"]'
    )
    room.qtbot.waitUntil(lambda: room.room.library.file("label") is not None)
    room.slash("label")
    assert "Attaches gone.pdf: the file is not in the macro's folder" in (
        room.room.palette.preview.spoken
    )
    room.enter()
    key = room.composer.key("reply")
    room.qtbot.waitUntil(lambda: len(room.composer.book.get(key).files) == 1)
    room.send()
    room.sent(1)
    [(payload,)] = room.desk.store.reader().all("SELECT CAST(payload AS TEXT) FROM journal.outbox")
    assert [one["name"] for one in json.loads(payload)["attachments"]] == ["label.pdf"]


def test_a_note_with_an_open_placeholder_holds_the_reply_until_it_is_written(room: Room) -> None:
    (room.desk.ctx.paths.macros / "ask.toml").write_text(
        'name = "Ask"\ntext = "I ask."\nnote = "Ask {{ticket.field.Who}}"'
    )
    room.qtbot.waitUntil(lambda: room.room.library.file("ask") is not None)
    room.slash("ask")
    room.enter()
    room.send()
    assert room.outbox() == []
    assert "{{ticket.field.Who}}" in room.strip_text
    QTest.mouseClick(room.room.strip.write, Qt.MouseButton.LeftButton)
    note = room.composer.panes["note"].edit
    assert note.toPlainText() == "Ask {{ticket.field.Who}}"
    room.composer.focus_reply()
    room.send()
    room.sent(1)
    assert room.outbox() == [("reply", "I ask.")]


def test_a_key_that_the_window_has_is_neither_shown_nor_taken(room: Room) -> None:
    (room.desk.ctx.paths.macros / "thief.toml").write_text(
        'name = "Thief"\nkey = "Ctrl+K"\n[set]\nstatus = "closed"'
    )
    room.qtbot.waitUntil(lambda: room.room.library.file("thief") is not None)
    room.slash("")
    model = room.room.palette.model
    keys = {model.macro(row).id: model.key(model.macro(row)) for row in range(model.rowCount())}
    assert keys["thief"] == ""
    assert keys["spam"] != ""
    QTest.keyClick(room.room.palette.field, Qt.Key.Key_Escape)
    QTest.keyClick(room.edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert room.outbox() == []
