"""What tests of the composer share: one at a ticket, keys, compositions, outbox, a full disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.commands import Command, decode_command
from workspace.domain.errors import StoreError
from workspace.domain.items import TicketItem
from workspace.store.journal import JournalDoor
from workspace.store.queries.drafts import get_draft
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.draft_book import Mode

SENDS = Qt.KeyboardModifier.ControlModifier


def a_composer(desk: Desk, qtbot: QtBot, ticket: TicketItem) -> Composer:
    composer = Composer(desk.ctx)
    qtbot.addWidget(composer)
    composer.resize(600, 220)
    composer.show()
    turn_to(composer, desk, qtbot, ticket)
    return composer


def turn_to(composer: Composer, desk: Desk, qtbot: QtBot, ticket: TicketItem) -> None:
    composer.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: not composer.panes["reply"].edit.isReadOnly())


def write_in(composer: Composer, qtbot: QtBot, text: str, mode: Mode = "reply") -> None:
    composer.focus_reply() if mode == "reply" else composer.focus_note()
    if text.isascii():
        qtbot.keyClicks(composer.panes[mode].edit, text)
    else:  # no key types it: as an input method's commit
        compose(composer.panes[mode].edit, "", text)


def outbox(desk: Desk) -> list[Command]:
    rows = desk.store.reader().all("SELECT payload FROM journal.outbox ORDER BY seq")
    return [decode_command(row[0]) for row in rows]


def draft(desk: Desk, ticket: TicketItem, mode: str) -> str:
    account = desk.store.current
    assert account is not None
    row = get_draft(desk.store.reader(), account, ticket.remote_id, mode)
    return row.text if row else ""


def a_ticket(desk: Desk, **fields: Any) -> TicketItem:
    ticket = desk.store.ticket(**fields)
    desk.store.message(ticket, "hello", remote_id=f"first-{ticket.remote_id}")
    desk.store.write()
    return ticket


def compose(widget: Any, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


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
