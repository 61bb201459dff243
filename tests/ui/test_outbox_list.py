"""The list of what waits to leave: retried, edited, decided by the agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.ui.accounts import press
from tests.ui.desk import Desk
from tests.ui.whole_window import some_tickets
from workspace.domain.commands import SendReply
from workspace.domain.errors import Problem
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.outbox import list_outbox
from workspace.ui.sync_status.outbox_list import OutboxList
from workspace.ui.sync_status.status_page import StatusPage

if TYPE_CHECKING:
    pass


@pytest.fixture
def row_in_outbox(desk: Desk) -> str:
    account = desk.store.current
    assert account is not None
    remote_id = some_tickets(desk, 1)[0]
    return desk.store.journal.enqueue(
        account,
        remote_id,
        [SendReply(text="Hello there", channel="email", recipient="a@example.com")],
        base_revision=1,
        base_entry="",
    )[0]


def an_outbox(qtbot: QtBot, desk: Desk, name: str) -> OutboxList:
    outbox = OutboxList(desk.ctx)
    qtbot.addWidget(outbox)
    outbox.show()
    qtbot.waitUntil(lambda: outbox.findChild(QPushButton, name) is not None)
    return outbox


def test_failed_reply_can_be_retried_or_edited(
    qtbot: QtBot, desk: Desk, row_in_outbox: str
) -> None:
    desk.store.outbox.mark_sending(row_in_outbox)
    desk.store.outbox.mark_failed(row_in_outbox, Problem("rejected", "No such person.", "Mend it."))
    outbox = an_outbox(qtbot, desk, f"retry_{row_in_outbox}")
    texts = [label.text() for label in outbox.findChildren(QLabel)]
    assert "No such person. Mend it." in texts
    press(qtbot, outbox, f"retry_{row_in_outbox}")
    assert desk.engine.named("outbox.retry") == [{"id": row_in_outbox}]
    with qtbot.waitSignal(outbox.ticket_asked):
        press(qtbot, outbox, f"take_back_{row_in_outbox}")
    account = desk.store.current
    assert account is not None
    ticket = list_outbox(desk.store.reader())[0].ticket_remote_id
    draft = get_draft(desk.store.reader(), account, ticket, "reply")
    assert draft is not None
    assert draft.text == "Hello there"


def test_in_doubt_asks_the_agent(qtbot: QtBot, desk: Desk, row_in_outbox: str) -> None:
    desk.store.outbox.mark_sending(row_in_outbox)
    desk.store.outbox.mark_needs_agent(row_in_outbox, Problem("in_doubt", "Two candidates."))
    outbox = an_outbox(qtbot, desk, f"was_sent_{row_in_outbox}")
    press(qtbot, outbox, f"was_sent_{row_in_outbox}")
    press(qtbot, outbox, f"send_again_{row_in_outbox}")
    assert desk.engine.named("outbox.resolve") == [
        {"id": row_in_outbox, "sent": True},
        {"id": row_in_outbox, "sent": False},
    ]


def test_empty_outbox_says_so_and_status_page_opens(qtbot: QtBot, desk: Desk) -> None:
    page = StatusPage(desk.ctx)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(
        lambda: any("Nothing waits" in label.text() for label in page.findChildren(QLabel))
    )
