"""The composer over a real journal: a note stays one, a press sends once, undo brings all back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.composing import (
    SENDS,
    FailingDoor,
    a_composer,
    a_ticket,
    draft,
    outbox,
    turn_to,
    write_in,
)
from tests.ui.desk import Desk
from workspace.domain.commands import AddNote, SendReply, SetFields

# --- a note can't become a reply -------------------------------------------------------------


def test_what_is_written_as_a_note_leaves_as_a_note(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "public words")
    write_in(composer, qtbot, "secret words", "note")
    note = composer.panes["note"]
    assert note.send.text() == "Add note"
    assert not note.send.icon().isNull()
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(note.edit, Qt.Key.Key_Return, SENDS)
    (sent,) = outbox(desk)
    assert sent == AddNote(text="secret words")
    assert composer.panes["reply"].edit.toPlainText() == "public words"
    with qtbot.waitSignal(composer.sent):
        composer.focus_reply()
        composer.panes["reply"].send.click()
    assert isinstance(outbox(desk)[1], SendReply)
    assert "secret" not in str(outbox(desk)[1])


def test_switching_tabs_and_undoing_never_brings_note_words_into_the_reply(
    desk: Desk, qtbot: QtBot
) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "only for us", "note")
    composer.focus_reply()
    qtbot.keyClick(composer.panes["reply"].edit, Qt.Key.Key_Z, SENDS)
    assert composer.panes["reply"].edit.toPlainText() == ""


def test_a_press_beside_the_text_gives_the_editor_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    pane = composer.panes["reply"]
    pane.attach.setFocus()
    qtbot.mouseClick(pane, Qt.MouseButton.LeftButton, pos=pane.rect().bottomLeft() + QPoint(4, -4))
    assert pane.edit.hasFocus()
    pane.attach.setFocus()
    qtbot.mouseClick(pane.recipient, Qt.MouseButton.LeftButton)
    assert pane.edit.hasFocus()


# --- sending ---------------------------------------------------------------------------------


def test_the_composer_clears_only_after_the_outbox_has_it(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "the answer")
    seen: list[tuple[str, int]] = []
    edit = composer.panes["reply"].edit
    edit.textChanged.connect(lambda: seen.append((edit.toPlainText(), len(outbox(desk)))))
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
        assert edit.toPlainText() == "the answer"
        assert edit.isReadOnly()
    # A mark under a misspelt word is a change too, of other looks but the same words.
    assert {queued for text, queued in seen if not text} == {1}
    assert {text for text, _ in seen} <= {"", "the answer"}
    assert draft(desk, ticket, "reply") == ""
    assert not edit.isReadOnly()
    assert desk.engine.named("outbox.changed")


def test_when_queuing_fails_the_text_stays(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "the answer")
    FailingDoor(desk)
    composer.panes["reply"].send.click()
    qtbot.waitUntil(lambda: "still here" in composer.panes["reply"].status.text())
    assert composer.panes["reply"].edit.toPlainText() == "the answer"
    assert not composer.panes["reply"].edit.isReadOnly()
    assert composer.panes["reply"].send.isEnabled()


def test_pressing_twice_sends_once(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "once")
    with qtbot.waitSignal(composer.sent):
        for _ in range(3):
            qtbot.keyClick(composer.panes["reply"].edit, Qt.Key.Key_Return, SENDS)
    qtbot.keyClick(composer.panes["reply"].edit, Qt.Key.Key_Return, SENDS)
    assert len(outbox(desk)) == 1


def test_send_and_set_a_status_is_one_transaction_in_order(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "done")
    pane = composer.panes["reply"]
    solved = next(choice for choice in pane._choices if choice.status == "solved")
    with qtbot.waitSignal(composer.sent):
        pane.send_asked.emit(solved)
    reply, change = outbox(desk)
    assert isinstance(reply, SendReply)
    # No base: the reply itself may open the ticket, which is nobody else's change.
    assert change == SetFields(status="solved")
    rows = desk.store.reader().all('SELECT id, "after" FROM journal.outbox ORDER BY seq')
    assert rows[1][1] == rows[0][0]


def test_recipient_and_channel_are_bound_when_typing_begins(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "your money is on its way")
    assert ticket.requester is not None
    bound = ticket.requester.addresses[0].value
    assert bound in composer.panes["reply"].recipient.text()
    other = desk.store.ticket(remote_id="other").requester
    assert other is not None
    assert other != ticket.requester
    desk.store.ticket(remote_id=ticket.remote_id, requester=other)
    desk.write()
    pane = composer.panes["reply"]
    qtbot.waitUntil(lambda: composer.known.ticket.requester_name == other.name)  # type: ignore[union-attr]
    pane.send.click()
    assert composer.flow.guard.isVisible()
    assert bound in composer.flow.guard.title.text()
    assert outbox(desk) == []
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.recipient == bound


def test_what_arrived_meanwhile_is_shown_before_it_sends(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "it is not in stock")
    desk.store.message(ticket, "<b>never mind</b>, I found it", remote_id="second")
    desk.write()
    qtbot.waitUntil(lambda: any(e.remote_id == "second" for e in composer.known.entries))  # type: ignore[union-attr]
    pane = composer.panes["reply"]
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return, SENDS)
    assert composer.flow.guard.isVisible()
    assert "<b>never mind</b>" in composer.flow.guard.lines[0].text()
    assert outbox(desk) == []
    desk.store.message(ticket, "really", remote_id="third")
    desk.write()
    qtbot.waitUntil(lambda: any(e.remote_id == "third" for e in composer.known.entries))  # type: ignore[union-attr]
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return, SENDS)
    assert outbox(desk) == []  # the third was not seen yet
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(pane.edit, Qt.Key.Key_Return, SENDS)
    assert len(outbox(desk)) == 1
    assert not composer.flow.guard.isVisible()


def test_an_own_note_meanwhile_does_not_hold_the_reply(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "answer")
    desk.store.note(ticket, "colleague says hi", remote_id="note-1")
    desk.write()
    qtbot.waitUntil(lambda: any(e.remote_id == "note-1" for e in composer.known.entries))  # type: ignore[union-attr]
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()


def test_undo_brings_text_and_files_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    file = tmp_path / "receipt 영수증.txt"
    file.write_bytes(b"42")
    composer.attach([file], "reply")
    write_in(composer, qtbot, "see the receipt")
    qtbot.waitUntil(lambda: composer.panes["reply"].send.isEnabled())
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
    (row,) = desk.store.reader().all("SELECT id, not_before FROM journal.outbox")
    assert row[1] == desk.ctx.clock.now_ms() + 1000 * desk.ctx.settings.value.undo_s
    write_in(composer, qtbot, "new words")
    with qtbot.waitSignal(composer.draft_returned):
        composer.take_back(row[0])
    pane = composer.panes["reply"]
    assert "see the receipt" in pane.edit.toPlainText()
    assert "new words" in pane.edit.toPlainText()
    assert [chip.text().split(" · ")[0] for chip in pane.tray._chips] == [file.name]  # type: ignore[attr-defined]
    assert not pane.edit.isReadOnly()


def test_undo_stands_beside_send_and_answers_ctrl_z(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    pane = composer.panes["note"]
    write_in(composer, qtbot, "too early", "note")
    assert pane.undo.isHidden()
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    assert pane.undo.isVisible()
    with qtbot.waitSignal(composer.draft_returned):
        qtbot.keyClick(pane.edit, Qt.Key.Key_Z, SENDS)
    assert pane.edit.toPlainText() == "too early"
    assert pane.undo.isHidden()
    states = desk.store.reader().all("SELECT state FROM journal.outbox")
    assert states == [("cancelled",)]


def test_undo_of_another_ticket_leaves_the_one_in_front_alone(desk: Desk, qtbot: QtBot) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    write_in(composer, qtbot, "to the first")
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
        turn_to(composer, desk, qtbot, second)
    assert composer.panes["reply"].undo.isHidden()
    write_in(composer, qtbot, "to the second")
    (row,) = desk.store.reader().all("SELECT id FROM journal.outbox")
    with qtbot.waitSignal(composer.draft_returned):
        composer.take_back(row[0])
    assert composer.panes["reply"].edit.toPlainText() == "to the second"
    assert not composer.panes["reply"].edit.isReadOnly()
    turn_to(composer, desk, qtbot, first)
    assert composer.panes["reply"].edit.toPlainText() == "to the first"


def test_a_disabled_control_says_why(desk: Desk, qtbot: QtBot) -> None:
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account,
        capabilities='{"note": true, "why": {"reply": "Replies are off in this mailbox."}}',
    )
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    pane = composer.panes["reply"]
    assert not pane.send.isEnabled()
    assert "Replies are off in this mailbox." in pane.send.toolTip()
    assert pane.send.accessibleDescription() == "Replies are off in this mailbox."
    assert not pane.attach.isEnabled()
    assert pane.attach.accessibleDescription()
    write_in(composer, qtbot, "a note", "note")
    assert composer.panes["note"].send.isEnabled()


def test_tab_goes_from_the_text_over_attaching_to_sending(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "answer")
    pane = composer.panes["reply"]
    names = []
    for _ in range(3):
        qtbot.keyClick(composer.focusWidget(), Qt.Key.Key_Tab)
        names.append(composer.focusWidget())
    assert names == [pane.attach, pane.send, pane.more]
    qtbot.keyClick(composer.focusWidget(), Qt.Key.Key_Backtab)
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(composer.focusWidget(), Qt.Key.Key_Space)


def test_what_is_said_beside_the_buttons_is_no_stump_of_a_word(desk: Desk, qtbot: QtBot) -> None:
    status = a_composer(desk, qtbot, a_ticket(desk)).panes["reply"].status

    def painted(text: str, width: int) -> QImage:
        status.set_text(text)
        status.setFixedWidth(width)
        return status.grab().toImage()

    narrow, room = status.least_px - 8, status.least_px + 8
    assert painted("Draft saved a while ago", narrow) == painted("", narrow)
    assert painted("Draft saved a while ago", room) != painted("", room)
    assert painted("Hi", narrow) != painted("", narrow)
    assert status.accessibleName() == ""
    painted("Draft saved a while ago", narrow)
    assert status.accessibleName() == "Draft saved a while ago"
