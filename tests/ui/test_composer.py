"""The composer over a real journal: nothing typed is lost, one press sends once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests import ROOT
from tests.ui.composing import (
    SENDS,
    a_composer,
    a_ticket,
    compose,
    draft,
    outbox,
    turn_to,
    write_in,
)
from tests.ui.desk import Desk
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.queries.drafts import get_draft

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


# --- drafts ----------------------------------------------------------------------------------


def test_both_drafts_survive_a_switch_and_come_back(desk: Desk, qtbot: QtBot) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    write_in(composer, qtbot, "to the first")
    write_in(composer, qtbot, "about the first", "note")
    turn_to(composer, desk, qtbot, second)
    assert composer.panes["reply"].edit.toPlainText() == ""
    write_in(composer, qtbot, "to the second")
    turn_to(composer, desk, qtbot, first)
    assert composer.panes["reply"].edit.toPlainText() == "to the first"
    assert composer.panes["note"].edit.toPlainText() == "about the first"
    qtbot.waitUntil(lambda: draft(desk, second, "reply") == "to the second")
    assert draft(desk, first, "note") == "about the first"


def test_a_change_of_the_ticket_does_not_touch_what_is_being_written(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "half a sen")
    desk.store.ticket(remote_id=ticket.remote_id, assignee="agent-2", subject="merged?")
    desk.store.gone(ticket)
    desk.write()
    qtbot.waitUntil(lambda: not composer.panes["reply"].send.isEnabled())
    assert composer.panes["reply"].edit.toPlainText() == "half a sen"
    assert composer.panes["reply"].send.toolTip()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "half a sen")


def test_an_emptied_draft_is_gone_from_the_journal(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "no")
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "no")
    composer.panes["reply"].edit.clear()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "")


def test_a_draft_that_cannot_be_saved_stays_and_is_said(desk: Desk, qtbot: QtBot) -> None:
    ticket, other = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    failing = FailingDoor(desk)
    write_in(composer, qtbot, "precious")
    qtbot.waitUntil(lambda: any(notice.kind == "bad" for notice in desk.notices))
    turn_to(composer, desk, qtbot, other)
    turn_to(composer, desk, qtbot, ticket)
    assert composer.panes["reply"].edit.toPlainText() == "precious"
    failing.mend()
    composer.flush()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "precious")


class FailingDoor:
    """Makes each write of the window fail until it is mended."""

    def __init__(self, desk: Desk) -> None:
        self._writes = desk.ctx.writes
        self._open: Callable[[], JournalDoor] = self._writes._open_door
        self._kept = self._writes._door
        self._writes._door = None
        self._writes._open_door = self._refuse

    def _refuse(self) -> JournalDoor:
        raise StoreError("The disk is full.", "Make room.")

    def mend(self) -> None:
        self._writes._open_door = self._open
        self._writes._door = self._kept


KILLED = """
import os, sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pathlib import Path
from tests.conftest import SetClock
from tests.ui.desk import a_desk
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.ui.composer.composer import Composer

app = QApplication([])
with a_desk(Paths(Path(sys.argv[1])).ensure(), MasterKey(bytes(range(32))), SetClock()) as desk:
    desk.store.account("store")
    ticket = desk.store.ticket(remote_id="T1")
    desk.store.write()
    composer = Composer(desk.ctx)
    composer.show()
    composer.show_ticket(desk.store.id_of(ticket))
    while composer.panes["reply"].edit.isReadOnly():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    composer.focus_reply()
    QTest.keyClicks(composer.panes["reply"].edit, "typed just now")
    QTimer.singleShot(1000, lambda: os.kill(os.getpid(), 9))
    app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself by SIGKILL")
def test_a_draft_outlives_a_kill_one_second_after_typing(paths: Paths, key: MasterKey) -> None:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(paths.base)],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == -9, ended.stderr.decode()
    reader = Reader(paths, key)
    found = get_draft(reader, 1, "T1", "reply")
    reader.close()
    assert found is not None
    assert found.text == "typed just now"


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


# --- files and paste ---------------------------------------------------------------------------


def test_a_file_goes_to_the_draft_it_was_given_to(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    file = tmp_path / "a.txt"
    file.write_bytes(b"1" * 1000)
    composer.attach([file], "reply")
    turn_to(composer, desk, qtbot, second)
    account = desk.store.current
    assert account is not None

    def arrived() -> bool:
        row = get_draft(desk.store.reader(), account, first.remote_id, "reply")
        return row is not None and "a.txt" in row.attachments

    qtbot.waitUntil(arrived)
    assert composer.panes["reply"].tray._chips == []
    turn_to(composer, desk, qtbot, first)
    (chip,) = composer.panes["reply"].tray._chips
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not arrived())


def test_a_missing_or_oversized_file_is_refused_in_words(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account, capabilities='{"reply": true, "attachments": true, "max_attachment_bytes": 10}'
    )
    composer = a_composer(desk, qtbot, a_ticket(desk))
    big = tmp_path / "big.bin"
    big.write_bytes(b"x" * 11)
    composer.attach([tmp_path / "missing", big], "reply")
    qtbot.waitUntil(lambda: len(desk.notices) == 2)
    assert "missing" in desk.notices[0].text
    assert "big.bin" in desk.notices[1].text
    assert composer.panes["reply"].tray._chips == []


def test_pasted_markup_comes_in_as_words_and_loads_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    edit = composer.panes["reply"].edit
    data = QMimeData()
    data.setHtml(f"<p>Hello <b>you</b><img src='{tmp_path}/canary.png'><script>x()</script></p>")
    edit.insertFromMimeData(data)
    assert edit.toPlainText().strip() == "Hello you"


def test_a_pasted_picture_becomes_an_attachment(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    composer.panes["reply"].edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: len(composer.panes["reply"].tray._chips) == 1)
    (row,) = desk.store.reader().all("SELECT name, media_type, size FROM journal.outgoing_file")
    assert re.fullmatch(r"pasted-image-\d{4}-\d\d-\d\d-\d{6}\.png", row[0])
    assert row[1] == "image/png"
    assert row[2] > 0


def test_dropped_files_are_attached(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    file = tmp_path / "dropped.txt"
    file.write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    composer.panes["note"].edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: len(composer.panes["note"].tray._chips) == 1)
    assert composer.panes["reply"].tray._chips == []


# --- input methods -----------------------------------------------------------------------------


def test_ctrl_enter_inside_a_composition_commits_then_sends_once(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "감사합니")
    compose(edit, "다")
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return, SENDS)
        assert outbox(desk) == []
        compose(edit, "", "다")  # the input method answers the commit
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.text == "감사합니다"


def test_enter_that_ends_a_composition_breaks_no_line_and_sends_nothing(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.ctx.settings.change(send_key="enter")
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "한")
    compose(edit, "", "한")  # the input method took Enter for itself
    assert edit.toPlainText() == "한"
    assert outbox(desk) == []
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert len(outbox(desk)) == 1


def test_autosave_neither_breaks_nor_loses_a_composition(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "안녕")
    compose(edit, "하")
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "안녕하")
    assert edit.is_composing
    compose(edit, "", "하")
    assert edit.toPlainText() == "안녕하"


def test_a_switch_in_mid_syllable_keeps_the_syllable_with_its_ticket(
    desk: Desk, qtbot: QtBot
) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "반")
    compose(edit, "품")
    turn_to(composer, desk, qtbot, second)
    assert edit.toPlainText() == ""
    turn_to(composer, desk, qtbot, first)
    assert edit.toPlainText() == "반품"


def test_typing_is_signalled_seldom_and_only_where_asked_for(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "no capability known")
    assert desk.engine.named("signal") == []
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account, capabilities='{"reply": true, "note": true, "typing": true}'
    )
    desk.ctx.bus.announce(accounts=True)
    qtbot.waitUntil(lambda: bool(composer.known and composer.known.capabilities))
    write_in(composer, qtbot, "private", "note")
    assert desk.engine.named("signal") == []
    write_in(composer, qtbot, "many keys, one signal")
    assert [call["kind"] for call in desk.engine.named("signal")] == ["typing"]
    composer.show_ticket(None)
    assert [call["kind"] for call in desk.engine.named("signal")] == ["typing", "stopped_typing"]
