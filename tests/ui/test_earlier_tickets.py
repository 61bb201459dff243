"""Earlier tickets of a contact above the one that shows: offered at the top, read on request."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.builders import PEOPLE
from tests.ui.desk import Desk
from tests.ui.reading import an_area
from workspace.domain.items import TicketItem
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.conversation_rows import BubbleRow, HeadingRow, OfferRow

Key = Qt.Key


def lines(area: ConversationArea) -> list[str]:
    told: list[str] = []
    for row in area.view.rows:
        if isinstance(row, HeadingRow | OfferRow):
            told.append(row.text.partition(" · ")[0])
        elif isinstance(row, BubbleRow):
            told.append(row.entry.text)
    return told


def three_tickets(desk: Desk, messages: int = 1) -> list[TicketItem]:
    made = []
    for name in ("first", "second", "third"):
        ticket = desk.store.ticket(subject=name, requester=PEOPLE[0])
        for number in range(messages):
            desk.store.message(ticket, f"{name} {number}")
        made.append(ticket)
    desk.store.write()
    return made


def offers(area: ConversationArea) -> list[str]:
    return [row.text for row in area.view.rows if isinstance(row, OfferRow)]


def test_earlier_tickets_continue_above_one_by_one(desk: Desk, qtbot: QtBot) -> None:
    *_, third = three_tickets(desk)
    area = an_area(desk, qtbot, third)
    qtbot.waitUntil(lambda: bool(offers(area)))
    assert "second" in offers(area)[0]
    assert lines(area)[-1] == "third 0"
    area.view.setFocus()
    area.view.current = 0
    qtbot.keyClick(area.view, Key.Key_Return)
    qtbot.waitUntil(lambda: "second 0" in lines(area))
    assert lines(area) == [
        "↑ Show the earlier ticket: first",
        "Earlier ticket: second",
        "second 0",
        "This ticket: third",
        "third 0",
    ]
    index = next(n for n, row in enumerate(area.view.rows) if isinstance(row, OfferRow))
    layout = area.view.layout_of(index)
    area.view.stack.show_row(index, 0)
    area.view.settle()
    spot = layout.parts[0].rect.center().toPoint()
    spot.setY(spot.y() + area.view.row_rect(index).top())
    qtbot.mouseClick(area.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: "first 0" in lines(area))
    assert not offers(area)
    found = QAccessible.queryAccessibleInterface(area.view)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert [name for name in names if name.startswith("Earlier ticket: first")]
    assert len({row.key for row in area.view.rows}) == len(area.view.rows)


def test_the_page_stays_where_it_is_when_a_section_comes(desk: Desk, qtbot: QtBot) -> None:
    *_, third = three_tickets(desk, 30)
    area = an_area(desk, qtbot, third)
    qtbot.keyClick(area.view, Key.Key_Home)
    qtbot.waitUntil(lambda: bool(offers(area)))
    qtbot.keyClick(area.view, Key.Key_Home)
    seen = {area.view.rows[i].key: y for i, y in area.view.stack.placements}
    area.earlier.load_next()
    qtbot.waitUntil(lambda: "second 29" in lines(area))
    after = {area.view.rows[i].key: y for i, y in area.view.stack.placements}
    stayed = [key for key in seen if key.startswith("e") and key in after]
    assert stayed
    assert all(seen[key] == after[key] for key in stayed)


def test_an_earlier_ticket_is_read_in_stretches(desk: Desk, qtbot: QtBot) -> None:
    _, second, third = three_tickets(desk)
    desk.store.messages(second, 200, "old")
    desk.store.write()
    area = an_area(desk, qtbot, third)
    qtbot.waitUntil(lambda: bool(offers(area)))
    area.earlier.load_next()
    qtbot.waitUntil(lambda: "old 199" in lines(area))
    assert len(area.earlier.sections[0].entries) == 60
    assert not offers(area)  # the next one comes when this one is read to its top

    def at_the_top() -> bool:
        qtbot.keyClick(area.view, Key.Key_Home)
        return "second 0" in lines(area)

    qtbot.waitUntil(at_the_top)
    qtbot.waitUntil(lambda: bool(offers(area)))


def test_filters_hold_for_sections_and_another_ticket_begins_without(
    desk: Desk, qtbot: QtBot
) -> None:
    first, second, third = three_tickets(desk)
    desk.store.note(second, "an old note")
    desk.store.note(third, "a note")
    desk.store.write()
    area = an_area(desk, qtbot, third)
    area.show_kind("note")
    qtbot.waitUntil(lambda: bool(offers(area)))
    area.earlier.load_next()
    qtbot.waitUntil(lambda: "an old note" in lines(area))
    assert "second 0" not in lines(area)
    area.show_kind("")
    area.show_ticket(desk.store.id_of(first))
    qtbot.waitUntil(lambda: lines(area)[-1:] == ["first 0"])
    assert not area.earlier.sections


def test_nothing_is_read_for_a_ticket_that_is_only_passed(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.ui.conversation import earlier_sections

    asked: list[object] = []
    monkeypatch.setattr(earlier_sections, "read_earlier", lambda *args: asked.append(args) or [])
    tickets = three_tickets(desk)
    area = an_area(desk, qtbot, tickets[0])
    for ticket in tickets * 3:
        area.show_ticket(desk.store.id_of(ticket))
        qtbot.wait(5)
    assert asked == []
