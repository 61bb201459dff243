"""A ticket whose customer the backend doesn't name: it can be read, and nothing is made up."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.builders import ME
from tests.ui.composing import a_composer, a_ticket, draft, write_in
from tests.ui.desk import Desk
from workspace.domain.items import Page, TicketItem
from workspace.ipc.protocol import Changed
from workspace.store.queries.tickets import get_tickets
from workspace.ui.contact_pane.contact_pane import ContactPane
from workspace.ui.ticket_list.spoken import sentence, who
from workspace.ui.widgets.labels import PlainLabel


def test_a_ticket_without_a_customer_has_words_everywhere(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk, requester=None)
    ticket_id = desk.store.id_of(ticket)
    row = get_tickets(desk.store.reader(), [ticket_id])[ticket_id]
    assert who(row) == "Unknown sender"
    assert sentence(row, desk.ctx.clock.now_ms()).startswith("Unknown sender")
    pane = ContactPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_ticket(ticket_id)
    qtbot.waitUntil(lambda: any(texts(pane)))
    assert not any("None" in words for words in texts(pane))
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "hello")
    composer.flush()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "hello")
    assert "None" not in composer.panes["reply"].recipient._full


def test_a_ticket_deleted_while_one_writes_keeps_the_words(desk: Desk, qtbot: QtBot) -> None:
    ticket: TicketItem = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "half a sentence")
    desk.store.gone(ticket)
    desk.write()
    pane = composer.panes["reply"]
    qtbot.waitUntil(lambda: not pane.send.isEnabled())
    assert pane.send.accessibleDescription()
    assert pane.edit.toPlainText() == "half a sentence"
    composer.flush()
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "half a sentence")


def test_a_first_ticket_is_called_so_only_once_the_history_is_read(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = a_ticket(desk)
    pane = ContactPane(desk.ctx)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: any("still being read" in words for words in texts(pane)))
    last = Page(next="all")
    assert desk.store.current is not None
    desk.store.writer.apply_page(desk.store.current, "history", last, me=ME)
    desk.ctx.bus.take(Changed(seq=9, standing=True))
    qtbot.waitUntil(lambda: "This is the first one." in texts(pane))


def texts(pane: ContactPane) -> list[str]:
    return [label.text() for label in pane.findChildren(PlainLabel) if label.isVisible()]
