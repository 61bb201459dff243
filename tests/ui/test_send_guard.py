"""What is shown before a reply goes: what arrived, what is not filled in, to whom it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.composing import SENDS, a_composer, a_ticket, compose, outbox, write_in
from tests.ui.desk import Desk
from workspace.domain.commands import SendReply
from workspace.domain.items import PersonItem, TicketItem
from workspace.ui.composer.composer import Composer
from workspace.ui.ticket_tabs.ticket_pane import TicketPane


def see(composer: Composer, qtbot: QtBot, remote_id: str) -> None:
    qtbot.waitUntil(
        lambda: bool(
            composer.known and any(one.remote_id == remote_id for one in composer.known.entries)
        )
    )


def guarded(desk: Desk, qtbot: QtBot) -> tuple[Composer, TicketItem]:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "my answer")
    desk.store.message(ticket, "wait, one more thing", remote_id="news")
    desk.write()
    see(composer, qtbot, "news")
    composer.panes["reply"].send.click()
    assert composer.flow.guard.isVisible()
    assert outbox(desk) == []
    return composer, ticket


def test_send_anyway_goes_through_at_once(desk: Desk, qtbot: QtBot) -> None:
    composer, _ = guarded(desk, qtbot)
    composer.flow.guard.anyway.setFocus()
    with qtbot.waitSignal(composer.sent):
        composer.flow.guard.anyway.click()
    assert composer.window().focusWidget() is composer.panes["reply"].edit
    assert len(outbox(desk)) == 1
    assert not composer.flow.guard.isVisible()


def test_look_first_leads_to_the_new_entry_and_counts_it_as_seen(desk: Desk, qtbot: QtBot) -> None:
    composer, _ = guarded(desk, qtbot)
    known = composer.known
    assert known is not None
    news = next(one for one in known.entries if one.remote_id == "news")
    with qtbot.waitSignal(composer.look_asked) as asked:
        composer.flow.guard.look.click()
    assert asked.args == [news.id]
    assert not composer.flow.guard.isVisible()
    assert composer.panes["reply"].edit.toPlainText() == "my answer"
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()


def test_the_guards_buttons_are_one_step_back_from_the_text(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    pane = TicketPane(desk.ctx)  # where more can be reached before the composer
    qtbot.addWidget(pane)
    pane.show()
    pane.show_ticket(desk.store.id_of(ticket))
    composer = pane.composer
    qtbot.waitUntil(lambda: not composer.panes["reply"].edit.isReadOnly())
    write_in(composer, qtbot, "my answer")
    desk.store.message(ticket, "wait, one more thing", remote_id="news")
    desk.write()
    see(composer, qtbot, "news")
    edit, guard = composer.panes["reply"].edit, composer.flow.guard
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return, SENDS)
    for expected in (guard.anyway, guard.look):
        qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Backtab)
        assert pane.focusWidget() is expected
    with qtbot.waitSignal(composer.look_asked):
        qtbot.keyClick(guard.look, Qt.Key.Key_Space)
    assert pane.focusWidget() is edit
    assert edit.toPlainText() == "my answer"


def test_a_colleagues_answer_and_note_are_shown_too(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "my answer")
    marco = {"author_name": "Marco", "author_remote_id": "agent-2"}
    desk.store.message(ticket, "I answered already", remote_id="theirs", direction="out", **marco)
    desk.store.note(ticket, "legal is on it", remote_id="their-note", **marco)
    desk.write()
    see(composer, qtbot, "their-note")
    composer.panes["reply"].send.click()
    guard = composer.flow.guard
    assert guard.isVisible()
    shown = [line.text() for line in guard.lines if line.isVisible()]
    assert "I answered already" in shown[0]
    assert shown[1].startswith("Internal note")
    assert "2 entries" in guard.title.text()
    write_in(composer, qtbot, "a note of mine", "note")
    with qtbot.waitSignal(composer.sent):
        composer.panes["note"].send.click()  # a note answers nobody: nothing to look at first


def test_the_recipient_stands_beside_send_with_their_time(desk: Desk, qtbot: QtBot) -> None:
    person = PersonItem(remote_id="p9", name="Kim Min-ji", timezone="Asia/Seoul")
    ticket = a_ticket(desk, requester=person, channel="web")
    composer = a_composer(desk, qtbot, ticket)
    words = composer.panes["reply"].recipient.text()
    assert words.startswith("via Web chat")
    assert words.endswith("there")
    assert composer.panes["reply"].recipient.accessibleName() == words
    assert "Only colleagues" in composer.panes["note"].recipient.text()


# --- placeholders and the hook of the macros ------------------------------------------------------


def test_a_placeholder_left_blocks_the_send_and_is_marked(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.insert_macro(
        "reply", "안녕하세요 😀 {{customer.name}}, order {{ticket.field.order}} is on its way"
    )
    edit = composer.panes["reply"].edit
    assert edit.textCursor().selectedText() == "{{customer.name}}"
    for _ in range(2):
        qtbot.keyClick(edit, Qt.Key.Key_Return, SENDS)
    assert outbox(desk) == []
    guard = composer.flow.placeholders
    assert guard.isVisible()
    assert [line.text() for line in guard.lines if line.isVisible()] == [
        "{{customer.name}}",
        "{{ticket.field.order}}",
    ]
    qtbot.keyClicks(edit, "Minji")
    guard.next.click()
    assert edit.textCursor().selectedText() == "{{ticket.field.order}}"
    qtbot.keyClicks(edit, "48213")
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return, SENDS)
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.text == "안녕하세요 😀 Minji, order 48213 is on its way"
    assert not guard.isVisible()


def asked(composer: Composer) -> list[bool]:
    found: list[bool] = []
    composer.macros_asked.connect(found.append)
    return found


def test_a_slash_at_the_start_of_a_word_asks_for_macros(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    calls = asked(composer)
    composer.panes["reply"].edit.insertPlainText("😀 ")
    write_in(composer, qtbot, "and/or 3/4 ")
    qtbot.wait(1)
    assert calls == []
    write_in(composer, qtbot, "/")
    qtbot.waitUntil(lambda: calls == [True])
    composer.insert_macro("reply", "the snippet", over_slash=True)
    assert composer.panes["reply"].edit.toPlainText() == "😀 and/or 3/4 the snippet"
    composer.panes["reply"].edit.undo()
    assert composer.panes["reply"].edit.toPlainText() == "😀 and/or 3/4 /"


def test_a_slash_typed_through_an_input_method_asks_too_but_never_in_a_syllable(
    desk: Desk, qtbot: QtBot
) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    calls = asked(composer)
    composer.focus_note()
    edit = composer.panes["note"].edit
    compose(edit, "가")
    qtbot.keyClick(edit, Qt.Key.Key_Slash)
    compose(edit, "", "가")
    qtbot.wait(1)
    assert calls == []
    edit.clear()
    compose(edit, "", "/")
    qtbot.waitUntil(lambda: calls == [True])
