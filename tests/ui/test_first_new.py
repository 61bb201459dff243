"""What is new since the agent last looked: marked, gone to by key, kept from look to look."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MINUTE
from tests.ui.desk import Desk
from tests.ui.reading import an_area
from workspace.domain.items import TicketItem
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.conversation_rows import NEW_KEY, BubbleRow, HeadingRow


@pytest.fixture(autouse=True)
def looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ConversationArea, "is_looked_at", lambda area: area.isVisible())


def seen(desk: Desk) -> dict[str, int]:
    rows = desk.store.reader().all("SELECT ticket_remote_id, seen_at FROM journal.seen")
    return dict(rows)


def look(desk: Desk, qtbot: QtBot, area: ConversationArea, ticket: TicketItem) -> None:
    """The agent reads it to its end."""
    area.first_new.keep()
    qtbot.waitUntil(lambda: ticket.remote_id in seen(desk))


def lines(area: ConversationArea) -> list[str]:
    return [
        row.text if isinstance(row, HeadingRow) else row.entry.text
        for row in area.view.rows
        if isinstance(row, HeadingRow | BubbleRow)
    ]


def two_tickets(desk: Desk) -> tuple[TicketItem, TicketItem]:
    ticket, other = desk.store.ticket(), desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.message(other, "elsewhere")
    desk.store.write()
    return ticket, other


def test_what_others_wrote_since_the_last_look_has_a_line_above_it(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket, other = two_tickets(desk)
    area = an_area(desk, qtbot, ticket)
    assert lines(area) == ["hello"]  # never looked at before: nothing is new
    look(desk, qtbot, area, ticket)
    area.show_ticket(desk.store.id_of(other))
    qtbot.waitUntil(lambda: lines(area) == ["elsewhere"])
    desk.store.message(ticket, "are you there?")
    desk.store.message(ticket, "hello?")
    desk.write()
    area.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(
        lambda: lines(area) == ["hello", "2 new since you looked", "are you there?", "hello?"]
    )
    look_again = seen(desk)[ticket.remote_id]
    area.first_new.keep()
    qtbot.waitUntil(lambda: seen(desk)[ticket.remote_id] > look_again)
    assert "2 new since you looked" in lines(area)  # it stays until the ticket is left
    area.show_ticket(desk.store.id_of(other))
    area.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: lines(area) == ["hello", "are you there?", "hello?"])


def test_what_i_wrote_myself_is_not_new(desk: Desk, qtbot: QtBot) -> None:
    ticket, other = two_tickets(desk)
    area = an_area(desk, qtbot, ticket)
    look(desk, qtbot, area, ticket)
    area.show_ticket(desk.store.id_of(other))
    desk.store.message(ticket, "my answer", direction="out")
    desk.write()
    area.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: lines(area) == ["hello", "my answer"])
    qtbot.wait(50)
    assert lines(area) == ["hello", "my answer"]


def test_the_first_new_one_of_many_is_gone_to_where_it_is_not_even_loaded(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket, other = two_tickets(desk)
    area = an_area(desk, qtbot, ticket)
    look(desk, qtbot, area, ticket)
    area.show_ticket(desk.store.id_of(other))
    desk.store.messages(ticket, 300)
    desk.write()
    area.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(area.overlays.up.isVisible)
    assert "300" in area.overlays.up.text()
    area.overlays.up.click()
    qtbot.waitUntil(lambda: area.view.index_of(NEW_KEY) >= 0)
    assert "message 0" in lines(area)
    index = area.view.index_of(NEW_KEY)
    assert not area.view.row_rect(index).isEmpty()
    qtbot.waitUntil(area.overlays.up.isHidden)
    assert len(area.source.entries) < 200


def test_what_came_while_nobody_looked_is_new(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket, _ = two_tickets(desk)
    area = an_area(desk, qtbot, ticket)
    look(desk, qtbot, area, ticket)
    monkeypatch.setattr(ConversationArea, "is_looked_at", lambda _area: False)
    desk.store.message(ticket, "psst")
    desk.write()
    qtbot.waitUntil(lambda: lines(area) == ["hello", "1 new since you looked", "psst"])
    before = seen(desk)
    area.first_new.keep()
    qtbot.wait(30)
    assert seen(desk) == before


def test_no_look_goes_back_in_time(desk: Desk) -> None:
    ticket, _ = two_tickets(desk)
    account = desk.store.current
    assert account is not None
    door = desk.store.journal
    door.keep_seen([(account, ticket.remote_id, 2 * MINUTE)])
    door.keep_seen([(account, ticket.remote_id, MINUTE)])
    assert seen(desk) == {ticket.remote_id: 2 * MINUTE}
