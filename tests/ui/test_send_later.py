"""Send later: asked in words, shown in the conversation, changed, or sent now after all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.composing import a_composer, a_ticket, outbox, write_in
from tests.ui.desk import Desk
from workspace.domain.commands import SendReply
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.tickets import get_tickets
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.later_dialog import LaterDialog
from workspace.ui.composer.scheduling import reschedule
from workspace.ui.conversation.entry_words import state_line
from workspace.ui.ticket_list.spoken import pending_chip

HOUR = 3_600_000


def asked(composer: Composer, qtbot: QtBot) -> LaterDialog:
    QTest.keySequence(composer.panes["reply"].edit, QKeySequence("Ctrl+Shift+Return"))
    qtbot.waitUntil(lambda: composer.findChild(LaterDialog) is not None)
    dialog = composer.findChild(LaterDialog)
    assert dialog is not None
    return dialog


def not_before(desk: Desk) -> int:
    (row,) = desk.store.reader().all(
        "SELECT not_before FROM journal.outbox WHERE state = 'queued' AND \"after\" = ''"
    )
    return int(row[0])


def test_words_say_when_and_it_waits_till_then(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk, channel="email")
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "good morning")
    dialog = asked(composer, qtbot)
    assert not dialog.go.isEnabled()
    for words in ("yesterday", "until reply", "blah"):
        dialog.field.setText(words)
        assert not dialog.go.isEnabled()
        assert dialog.said.text()
    dialog.field.setText("in 3 hours")
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    now = desk.ctx.clock.now_ms()
    assert not_before(desk) == now + 3 * HOUR
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    pane = composer.panes["reply"]
    assert pane.undo.isHidden()  # it is taken back in the conversation, any time
    assert "will be sent" in pane.status.text()
    page = get_conversation(desk.store.reader(), desk.store.id_of(ticket))
    line = state_line(page.entries[-1], now)
    assert line is not None
    assert line.text.startswith("Will be sent")
    assert [name for name, _ in line.actions] == ["send_now", "reschedule", "edit"]


def test_sent_now_after_all_or_taken_back_to_edit(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk, channel="email"))
    write_in(composer, qtbot, "good morning")
    with qtbot.waitSignal(composer.sent):
        asked(composer, qtbot).presets[0].click()
    (row,) = desk.store.reader().all("SELECT id FROM journal.outbox")
    at = desk.ctx.clock.now_ms() + 5 * HOUR
    reschedule(desk.ctx, row[0], at, composer)
    qtbot.waitUntil(lambda: not_before(desk) == at)
    reschedule(desk.ctx, row[0], 0, composer)
    qtbot.waitUntil(lambda: not_before(desk) == 0)
    assert desk.engine.named("outbox.changed")
    with qtbot.waitSignal(composer.draft_returned):
        composer.take_back(row[0])
    assert composer.panes["reply"].edit.toPlainText() == "good morning"


def test_a_live_chat_is_not_put_off_and_says_why(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk, channel="web"))
    write_in(composer, qtbot, "one moment")
    pane = composer.panes["reply"]
    QTest.keySequence(pane.edit, QKeySequence("Ctrl+Shift+Return"))
    qtbot.waitUntil(lambda: "live chat" in pane.status.text())
    assert composer.findChild(LaterDialog) is None
    assert outbox(desk) == []


def test_the_guards_stand_before_a_later_send_too(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk, channel="email")
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "good morning")
    desk.store.message(ticket, "never mind", remote_id="news")
    desk.write()
    qtbot.waitUntil(
        lambda: bool(composer.known and any(e.remote_id == "news" for e in composer.known.entries))
    )
    dialog = asked(composer, qtbot)
    dialog.field.setText("in 3 hours")
    dialog.go.click()
    assert composer.flow.guard.isVisible()
    assert outbox(desk) == []
    with qtbot.waitSignal(composer.sent):
        composer.flow.guard.anyway.click()
    assert not_before(desk) == desk.ctx.clock.now_ms() + 3 * HOUR


def test_list_and_header_say_that_it_is_for_later(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk, channel="email")
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "good morning")
    with qtbot.waitSignal(composer.sent):
        asked(composer, qtbot).presets[0].click()
    row = get_tickets(desk.store.reader(), [desk.store.id_of(ticket)])[desk.store.id_of(ticket)]
    assert row.pending_state == "scheduled"
    assert pending_chip(row.pending_state) == ("To be sent later", "quiet")
    write_in(composer, qtbot, "and this now")
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
    row = get_tickets(desk.store.reader(), [desk.store.id_of(ticket)])[desk.store.id_of(ticket)]
    assert row.pending_state == "queued"


def test_a_button_that_can_not_be_pressed_says_why(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk, channel="email"))
    write_in(composer, qtbot, "good morning")
    dialog = asked(composer, qtbot)
    dialog.field.setText("blah")
    assert not dialog.go.isEnabled()
    assert "name no time" in dialog.go.accessibleDescription()
    dialog.field.setText("in 3 hours")
    assert dialog.go.isEnabled()
    assert dialog.go.accessibleDescription() == ""
