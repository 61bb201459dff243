"""Pages looked at before they are printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.items import TicketItem
from workspace.store.queries.tickets import get_tickets
from workspace.ui.transcript.paper_preview import MOST_PAGES, PaperPreview
from workspace.ui.transcript.transcript_dialog import TranscriptDialog


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def a_dialog(desk: Desk, over: QWidget, ticket: TicketItem) -> TranscriptDialog:
    ticket_id = desk.store.id_of(ticket)
    row = get_tickets(desk.store.reader(), [ticket_id])[ticket_id]
    dialog = TranscriptDialog(desk.ctx, row, over)
    dialog.open()
    return dialog


def a_talk(desk: Desk) -> TicketItem:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.note(ticket, "she is a VIP")
    desk.store.write()
    return ticket


def test_the_pages_are_seen_before_they_are_printed(
    desk: Desk, qtbot: QtBot, over: QWidget
) -> None:
    dialog = a_dialog(desk, over, a_talk(desk))
    qtbot.waitUntil(lambda: dialog.pages.text().startswith("1 page"))
    assert len(dialog.preview.sheets.pages) == 1
    public = ink(dialog.preview)
    assert public > 0
    dialog.notes.setChecked(True)
    qtbot.waitUntil(lambda: dialog.pages.text().startswith("1 page"))
    assert ink(dialog.preview) > public, "the note is on the page now"


def test_only_the_beginning_of_a_long_ticket_is_looked_at(
    desk: Desk, qtbot: QtBot, over: QWidget
) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 240, end=" " + "긴 글 " * 60)
    desk.store.write()
    dialog = a_dialog(desk, over, ticket)
    qtbot.waitUntil(lambda: "first 20 pages" in dialog.pages.text())
    assert len(dialog.preview.sheets.pages) == MOST_PAGES
    bar = dialog.preview.verticalScrollBar()
    dialog.preview.setFocus()
    qtbot.keyClick(dialog.preview, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0


def ink(preview: PaperPreview) -> int:
    """Dark points of the first page."""
    image = QImage(794, 1123, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    preview.sheets.pages[0].play(painter)
    painter.end()
    return sum(point < 128 for point in bytes(image.constBits()))
