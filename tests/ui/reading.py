"""What tests of the conversation share: its area at a ticket, and what stands there."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.items import TicketItem
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.conversation_rows import BubbleRow


def an_area(
    desk: Desk,
    qtbot: QtBot,
    ticket: TicketItem,
    at_entry: int | None = None,
    words: tuple[str, ...] = (),
    **more: Any,
) -> ConversationArea:
    area = ConversationArea(desk.ctx, **more)
    qtbot.addWidget(area)
    area.resize(640, 500)
    area.show()
    area.show_ticket(desk.store.id_of(ticket), at_entry, words)
    qtbot.waitUntil(lambda: bool(area.view.rows))
    return area


def texts(area: ConversationArea) -> list[str]:
    """The words of the entries that are laid out."""
    return [row.entry.text for row in area.view.rows if isinstance(row, BubbleRow)]
