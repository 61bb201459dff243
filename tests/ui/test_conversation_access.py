"""The conversation as a screen reader meets it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.commands import SendReply
from workspace.ui.composer.composer import Composer
from workspace.ui.contact_pane.contact_pane import ContactPane
from workspace.ui.conversation import conversation_access
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.ticket_header.ticket_header import TicketHeader

CONTROLS = (QAbstractButton, QPlainTextEdit, QLineEdit, QTabBar)


def a_conversation(desk: Desk, qtbot: QtBot) -> tuple[ConversationArea, Any]:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "영수증 주세요", channel="whatsapp")
    desk.store.activity(ticket)
    desk.store.note(ticket, "call her")
    desk.store.write()
    account = desk.store.current
    assert account is not None
    desk.store.journal.enqueue(
        account,
        ticket.remote_id,
        [SendReply(text="네", channel="email")],
        base_revision=1,
        base_entry="",
    )
    area = ConversationArea(desk.ctx)
    qtbot.addWidget(area)
    area.resize(500, 400)
    area.show()
    area.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: bool(area.view.rows))
    return area, ticket


def test_rows_that_are_gone_are_gone_from_qts_table_too(desk: Desk, qtbot: QtBot) -> None:
    """Else it points at what is no longer there, and the program crashes when it ends."""
    area, _ = a_conversation(desk, qtbot)
    found = QAccessible.queryAccessibleInterface(area.view)
    ids = [QAccessible.uniqueId(found.child(number)) for number in range(found.childCount())]
    assert all(QAccessible.accessibleInterface(number) is not None for number in ids)
    area.view.start_over()
    area.view.rows_replaced.emit()
    assert found.childCount() == 0
    assert [QAccessible.accessibleInterface(number) for number in ids] == [None] * len(ids)


def test_it_is_a_list_with_an_item_for_each_row(desk: Desk, qtbot: QtBot) -> None:
    area, _ = a_conversation(desk, qtbot)
    found = QAccessible.queryAccessibleInterface(area.view)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Conversation"
    assert found.childCount() == len(area.view.rows)
    items = [found.child(number) for number in range(found.childCount())]
    assert {item.role() for item in items} == {QAccessible.Role.ListItem}
    names = [item.text(QAccessible.Text.Name) for item in items]
    message = next(name for name in names if "영수증" in name)
    for part in ("김민지", "WhatsApp", "message"):
        assert part in message
    note = next(name for name in names if "call her" in name)
    assert "internal note" in note
    reply = next(name for name in names if "네" in name.split(", "))
    assert reply.startswith("You, Email, message")
    assert "Queued" in reply
    for number, item in enumerate(items):
        assert found.indexOfChild(item) == number
        assert item.isValid()
        assert item.rect().height() > 0


def test_items_live_on_when_older_rows_come(desk: Desk, qtbot: QtBot) -> None:
    area, ticket = a_conversation(desk, qtbot)
    found = QAccessible.queryAccessibleInterface(area.view)
    item = found.child(1)
    name = item.text(QAccessible.Text.Name)
    desk.store.message(ticket, "earlier", created_at=desk.ctx.clock.now_ms() - 10**9)
    desk.write()
    before = found.childCount()
    qtbot.waitUntil(lambda: found.childCount() > before)
    assert item.text(QAccessible.Text.Name) == name
    assert found.indexOfChild(item) > 1


def test_what_arrives_is_announced_what_we_write_is_not(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _area, ticket = a_conversation(desk, qtbot)
    said: list[str] = []
    monkeypatch.setattr(conversation_access, "announce", lambda _view, text: said.append(text))
    desk.store.message(ticket, "감사합니다")
    desk.store.message(ticket, "my own", direction="out")
    desk.write()
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert "감사합니다" in said[0]
    assert "message" in said[0]


def test_announcements_and_focus_reach_an_active_reader(desk: Desk, qtbot: QtBot) -> None:
    area, _ = a_conversation(desk, qtbot)
    QAccessible.setActive(True)
    try:
        conversation_access.announce(area.view, "새 메시지")
        area.view.setFocus()
        qtbot.keyClick(area.view, Qt.Key.Key_Up)
        found = QAccessible.queryAccessibleInterface(area.view)
        focused = found.focusChild()
        assert focused is not None
        assert found.indexOfChild(focused) == area.view.current
    finally:
        QAccessible.setActive(False)


def test_every_control_has_a_name_and_can_be_reached(desk: Desk, qtbot: QtBot) -> None:
    _area, ticket = a_conversation(desk, qtbot)
    nameless: list[str] = []
    unreachable: list[str] = []
    for kind in (TicketHeader, Composer, ContactPane):
        part = kind(desk.ctx)
        qtbot.addWidget(part)
        part.show()
        part.show_ticket(desk.store.id_of(ticket))

        def seen(part: QWidget = part) -> list[QWidget]:
            found = part.findChildren(QWidget)
            return [each for each in found if isinstance(each, CONTROLS) and each.isVisible()]

        qtbot.waitUntil(lambda: any(each.isEnabled() for each in seen() if each.isWidgetType()))
        for widget in seen():
            if isinstance(widget.parent(), QTabBar):
                continue  # the arrows of an overfull tab bar
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not name and not isinstance(widget, QTabBar):
                nameless.append(f"{kind.__name__}.{widget.objectName() or type(widget).__name__}")
            if widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                unreachable.append(f"{kind.__name__}.{name}")
    assert nameless == []
    assert unreachable == []
