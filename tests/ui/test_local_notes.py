"""Notes that are kept only on this computer: written, seen, changed, deleted; they never leave."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from tests.ui.composing import (
    SENDS,
    FailingDoor,
    a_composer,
    a_ticket,
    compose,
    draft,
    outbox,
    turn_to,
    write_in,
)
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window
from workspace.domain.commands import AddNote
from workspace.ui.composer.composer import Composer
from workspace.ui.conversation.entry_words import describe_entry, state_line

if TYPE_CHECKING:
    from workspace.domain.items import TicketItem

Key = Qt.Key


def kept(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.store.reader().all("SELECT ticket_remote_id, text FROM journal.local_note")
    return [(row[0], row[1]) for row in rows]


def able_to(desk: Desk, **capabilities: object) -> None:
    desk.store.writer.set_account_state(
        desk.store.current or 0, capabilities=json.dumps({"reply": True} | capabilities)
    )
    desk.ctx.bus.announce(accounts=True)


def turn(composer: Composer) -> None:
    """The check box of the note in front."""
    kind = composer.panes[composer.mode].kind
    assert kind is not None
    kind.click()


def local(desk: Desk, qtbot: QtBot, ticket: TicketItem) -> Composer:
    composer = a_composer(desk, qtbot, ticket)
    composer.focus_note()
    turn(composer)
    assert composer.mode == "local"
    return composer


def test_a_local_note_is_kept_and_nothing_else_happens(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = local(desk, qtbot, ticket)
    pane = composer.panes["local"]
    assert "sent nowhere" in pane.recipient.text()
    assert pane.attach.isHidden()
    assert pane.more.isHidden()
    compose(pane.edit, "", "사장님이 환불 약속")
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(pane.edit, Key.Key_Return, SENDS)
    assert kept(desk) == [(ticket.remote_id, "사장님이 환불 약속")]
    assert outbox(desk) == []
    assert draft(desk, ticket, "local") == pane.edit.toPlainText() == ""
    assert not [call for call in desk.engine.calls if call[0].startswith("outbox")]


def test_words_go_along_to_the_other_kind_and_back(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "between us", "note")
    turn(composer)
    assert composer.panes["local"].edit.toPlainText() == "between us"
    assert composer.panes["note"].edit.toPlainText() == ""
    assert composer.panes["local"].edit.hasFocus()
    qtbot.waitUntil(lambda: draft(desk, ticket, "local") == "between us")
    qtbot.waitUntil(lambda: draft(desk, ticket, "note") == "")
    turn(composer)
    assert composer.mode == "note"
    assert composer.panes["note"].edit.toPlainText() == "between us"
    composer.panes["note"].send.click()
    qtbot.waitUntil(lambda: len(outbox(desk)) == 1)
    (command,) = outbox(desk)
    assert isinstance(command, AddNote)
    assert kept(desk) == []


def test_where_both_are_begun_each_keeps_its_words(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "to colleagues", "note")
    composer.focus_mode("local")
    qtbot.keyClicks(composer.panes["local"].edit, "to myself")
    turn(composer)
    assert composer.panes["note"].edit.toPlainText() == "to colleagues"
    assert composer.panes["local"].edit.toPlainText() == "to myself"


def test_the_kind_is_remembered_with_the_draft(desk: Desk, qtbot: QtBot) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = local(desk, qtbot, first)
    qtbot.keyClicks(composer.panes["local"].edit, "half a thought")
    turn_to(composer, desk, qtbot, second)
    composer.focus_note()
    assert composer.mode == "note"
    turn_to(composer, desk, qtbot, first)
    composer.focus_note()
    assert composer.mode == "local"
    again = a_composer(desk, qtbot, first)  # as after a start: from the journal
    again.focus_note()
    assert again.mode == "local"
    assert again.panes["local"].edit.toPlainText() == "half a thought"


def test_a_backend_without_notes_leaves_the_local_kind_and_says_why(
    desk: Desk, qtbot: QtBot
) -> None:
    able_to(desk, note=False)
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    composer.focus_note()
    pane = composer.panes["local"]
    assert composer.mode == "local"
    assert pane.kind is not None
    assert not pane.kind.isEnabled()
    assert pane.kind.accessibleDescription()
    assert "store takes no notes" in pane.recipient.text()
    qtbot.keyClicks(pane.edit, "for me")
    pane.send.click()
    qtbot.waitUntil(lambda: kept(desk) == [(ticket.remote_id, "for me")])
    assert outbox(desk) == []


def test_words_for_colleagues_stay_in_sight_when_the_backend_takes_no_more_notes(
    desk: Desk, qtbot: QtBot
) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    write_in(composer, qtbot, "to colleagues", "note")
    able_to(desk, note=False)
    qtbot.waitUntil(lambda: not composer.panes["note"].send.isEnabled())
    assert composer.mode == "note"
    turn(composer)
    assert composer.mode == "local"
    assert composer.panes["local"].edit.toPlainText() == "to colleagues"


def test_files_are_refused_in_words(desk: Desk, qtbot: QtBot) -> None:
    composer = local(desk, qtbot, a_ticket(desk))
    pane = composer.panes["local"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(__file__)])
    pane.edit.insertFromMimeData(data)
    assert "takes no files" in pane.status.text()
    turn(composer)
    composer.panes["note"].edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: bool(composer.writing.draft("note").files))
    turn(composer)
    assert composer.mode == "note"
    assert "take them out first" in composer.panes["note"].status.text()


def test_what_could_not_be_kept_stays_in_the_editor(desk: Desk, qtbot: QtBot) -> None:
    composer = local(desk, qtbot, a_ticket(desk))
    pane = composer.panes["local"]
    qtbot.keyClicks(pane.edit, "precious")
    failing = FailingDoor(desk)
    pane.send.click()
    qtbot.waitUntil(lambda: any(notice.kind == "bad" for notice in desk.notices))
    qtbot.waitUntil(lambda: not pane.edit.isReadOnly())
    assert pane.edit.toPlainText() == "precious"
    failing.mend()
    qtbot.waitUntil(pane.send.isEnabled)
    pane.send.click()
    qtbot.waitUntil(lambda: len(kept(desk)) == 1)


def test_an_at_sign_names_nobody_and_a_slash_opens_nothing(desk: Desk, qtbot: QtBot) -> None:
    composer = local(desk, qtbot, a_ticket(desk))
    asked: list[bool] = []
    composer.macros_asked.connect(asked.append)
    edit = composer.panes["local"].edit
    qtbot.keyClicks(edit, "@gra /")
    qtbot.wait(20)
    assert edit.toPlainText() == "@gra /"
    assert edit.completer is not None
    assert not edit.completer.is_open
    assert asked == []


def test_a_note_is_changed_in_its_place(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    note = desk.store.journal.add_local_note(desk.store.current or 0, ticket.remote_id, "frist")
    composer = a_composer(desk, qtbot, ticket)
    composer.edit_local_note(note, "frist")
    pane = composer.panes["local"]
    assert "Changes your note" in pane.recipient.text()
    pane.edit.clear()  # written anew it is the same note
    qtbot.keyClicks(pane.edit, "first")
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    assert kept(desk) == [(ticket.remote_id, "first")]
    qtbot.keyClicks(pane.edit, "second")
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    assert len(kept(desk)) == 2


def test_editing_does_not_take_the_place_of_what_is_being_written(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = local(desk, qtbot, ticket)
    qtbot.keyClicks(composer.panes["local"].edit, "new words")
    composer.edit_local_note("another", "old words")
    assert composer.panes["local"].edit.toPlainText() == "new words"
    assert composer.panes["local"].status.text()


def test_tab_goes_through_it_as_through_the_other_kind(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    with a_window(qtbot, desk) as window:
        window.show_ticket(desk.store.id_of(ticket))
        composer = window.pane.composer
        qtbot.waitUntil(lambda: not composer.panes["reply"].edit.isReadOnly())
        after = composer.panes["note"].more.nextInFocusChain()
        window.start_note()
        turn(composer)
        pane = composer.panes["local"]
        chain = [composer.panes["note"].more]
        while chain[-1] is not after and len(chain) < 100:
            chain.append(chain[-1].nextInFocusChain())
        assert pane.kind is not None
        places = [chain.index(one) for one in (pane.edit, pane.kind, pane.send)]
        assert places == sorted(places)


def test_a_day_with_local_notes(desk: Desk, qtbot: QtBot) -> None:
    """Written by keys, read, changed, found, deleted and brought back, in the real window."""
    ticket = a_ticket(desk, subject="Broken kettle")
    with a_window(qtbot, desk) as window:
        window.show_ticket(desk.store.id_of(ticket))
        composer, conversation = window.pane.composer, window.pane.conversation
        qtbot.waitUntil(lambda: not composer.panes["reply"].edit.isReadOnly())
        window.start_note()
        turn(composer)
        qtbot.keyClicks(composer.panes["local"].edit, "kettle: ask the boss")
        qtbot.keyClick(composer.panes["local"].edit, Key.Key_Return, SENDS)

        def shown() -> list[str]:
            entries = conversation.source.entries
            return [entry.text for entry in entries if entry.state == "local"]

        qtbot.waitUntil(lambda: shown() == ["kettle: ask the boss"])
        entry = next(one for one in conversation.source.entries if one.state == "local")
        now = desk.ctx.clock.now_ms()
        assert "note on this computer only" in describe_entry(entry, now)
        line = state_line(entry, now)
        assert line is not None
        assert [name for name, _ in line.actions] == ["edit_note", "delete_note"]
        row = desk.store.reader().one("SELECT message_count FROM ticket")
        assert row == (1,)  # nobody was answered

        conversation.view.action_asked.emit("edit_note", entry)
        assert composer.panes["local"].edit.hasFocus()
        qtbot.keyClicks(composer.panes["local"].edit, " again")
        qtbot.keyClick(composer.panes["local"].edit, Key.Key_Return, SENDS)
        qtbot.waitUntil(lambda: shown() == ["kettle: ask the boss again"])

        conversation.view.action_asked.emit("delete_note", entry)
        qtbot.waitUntil(lambda: shown() == [])
        undo = next(one for one in desk.notices if one.on_action is not None)
        assert undo.on_action is not None
        undo.on_action()
        qtbot.waitUntil(lambda: shown() == ["kettle: ask the boss again"])
    assert outbox(desk) == []
