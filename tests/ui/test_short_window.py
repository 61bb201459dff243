"""A ticket in a window with little height: what matters now is whole, and other things give way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.composing import a_ticket, turn_to, write_in
from tests.ui.desk import Desk
from workspace.ui.ticket_tabs.ticket_pane import TicketPane
from workspace.ui.widgets.labels import PlainLabel

LOW, HIGH = 390, 900  # px; the design's least height is between them


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> Iterator[TicketPane]:
    ticket = a_ticket(desk)
    holder = QWidget()  # without a layout: it keeps the pane from no height
    holder.resize(420, HIGH)
    qtbot.addWidget(holder)
    pane = TicketPane(desk.ctx, parent=holder)
    pane.resize(420, HIGH)
    holder.show()
    pane.show_ticket(desk.store.id_of(ticket))
    turn_to(pane.composer, desk, qtbot, ticket)
    yield pane
    holder.hide()


def test_a_banner_takes_the_place_of_the_tabs_until_it_goes(pane: TicketPane, qtbot: QtBot) -> None:
    composer, bar = pane.composer, pane.conversation.bar
    write_in(composer, qtbot, "Your order {{ticket.ref}} is on its way.")
    composer.panes["reply"].send.click()
    assert composer.is_held
    assert composer.tabs.isVisible()
    assert bar.isVisible()
    pane.resize(420, LOW)
    assert not composer.tabs.isVisible()
    assert not composer.bar.isVisible()
    assert not bar.isVisible()
    composer.panes["reply"].edit.setPlainText("Your order 7 is on its way.")
    composer.flow.dismiss_guards()
    assert not composer.is_held
    assert composer.tabs.isVisible()
    assert composer.bar.isVisible()
    assert bar.isVisible()


def test_a_long_text_leaves_room_for_the_buttons_below_it(pane: TicketPane, qtbot: QtBot) -> None:
    reply = pane.composer.panes["reply"]
    reply.edit.setPlainText("one more line\n" * 40)
    whole = reply.edit.height()
    pane.resize(420, LOW)
    qtbot.waitUntil(lambda: reply.edit.height() < whole)
    qtbot.waitUntil(lambda: reply.send.height() >= reply.send.sizeHint().height())
    assert pane.rect().contains(reply.send.mapTo(pane, reply.send.rect().bottomRight()))
    pane.resize(420, HIGH)
    qtbot.waitUntil(lambda: reply.edit.height() == whole)


def test_what_is_above_the_editor_scrolls_before_the_editor_gets_too_small(
    pane: TicketPane, qtbot: QtBot
) -> None:
    composer, reply = pane.composer, pane.composer.panes["reply"]
    strip = PlainLabel("With it: " + "one more effect · " * 30)
    strip.setWordWrap(True)
    composer.add_strip(strip)
    write_in(composer, qtbot, "Your order {{ticket.ref}} is on its way.")
    reply.send.click()
    assert composer.is_held
    qtbot.waitUntil(lambda: strip.height() >= strip.heightForWidth(strip.width()))
    assert composer.strips.verticalScrollBar().maximum() == 0  # there is room for all of it
    assert composer.strips.focusPolicy() == Qt.FocusPolicy.NoFocus
    pane.resize(420, LOW)
    qtbot.waitUntil(lambda: composer.strips.verticalScrollBar().maximum() > 0)
    lines = 2 * reply.edit.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: reply.send.height() >= reply.send.sizeHint().height())
    assert reply.edit.height() >= lines
    assert pane.rect().contains(reply.send.mapTo(pane, reply.send.rect().bottomRight()))
    shown = next(each for each in composer.flow.guards if not each.isHidden())
    assert shown.mapTo(composer.strips, shown.rect().topLeft()).y() < 10  # the urgent one first
    composer.strips.setFocus()
    assert composer.strips.hasFocus()
    qtbot.keyClick(composer.strips, Qt.Key.Key_PageDown)
    assert composer.strips.verticalScrollBar().value() > 0


def test_what_rides_along_shows_by_itself_and_goes(pane: TicketPane, qtbot: QtBot) -> None:
    composer = pane.composer
    strip = PlainLabel("With it: Status: Pending")
    strip.hide()
    composer.add_strip(strip)
    assert composer.strips.isHidden()
    strip.show()
    qtbot.waitUntil(strip.isVisible)
    assert composer.strips.height() >= strip.sizeHint().height()
    strip.hide()
    qtbot.waitUntil(composer.strips.isHidden)
