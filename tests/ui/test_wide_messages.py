"""Mail that is wider than its room: moved sideways by itself, readable, and nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.reading import an_area
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.html_block import HtmlBlock

ROW = "<tr>" + "".join(f"<td>Column{n} 12,345</td>" for n in range(14)) + "</tr>"
TABLE = f"<p>Our stock, as asked.</p><table border=1>{ROW * 3}</table>"
PRE = "<pre>https://example.com/" + "part-of-a-path/" * 40 + "end</pre>"
ROOM = 390.0


def laid_out(qapp: QApplication, html: str) -> HtmlBlock:
    font = QFont(qapp.font())
    font.setPixelSize(13)
    picture = QImage(3000, 200, QImage.Format.Format_RGB32)
    return HtmlBlock(html, ROOM, font, QColor("blue"), {"a": picture})


@pytest.mark.parametrize(
    "html", [TABLE, PRE, f"<table width='100%'><tr><td>{TABLE}</td></tr></table>"]
)
def test_every_letter_can_be_brought_into_sight(qapp: QApplication, html: str) -> None:
    block = laid_out(qapp, html)
    assert block.size.width() <= ROOM
    assert block.over > 0
    text = block.text()
    for position in range(0, len(text), 7):
        block.reveal(position)
        assert -1 <= block.caret_rect(position).left() <= block.size.width(), position
    block.slide(block.over)
    assert not block.slide(1)
    assert block.bar.right() <= block.size.width() + 1


def test_words_of_a_table_are_not_broken_into_letters(qapp: QApplication) -> None:
    block = laid_out(qapp, TABLE)
    text = block.text()
    for number in range(14):
        word = f"Column{number}"
        start = text.index(word)
        tops = {block.caret_rect(at).top() for at in range(start, start + len(word))}
        assert len(tops) == 1, word
    assert block.caret_rect(0).height() >= 13  # at full size


def test_what_fits_is_not_moved(qapp: QApplication) -> None:
    for html in (
        "<p>https://example.com/" + "part-of-a-path/" * 40 + "</p>",
        "<img src='cid:a' width=3000 height=200>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
    ):
        block = laid_out(qapp, html)
        assert block.over == 0, html
        assert block.bar.isEmpty()
        assert not block.slide(50)


def the_block(area: ConversationArea, row: int) -> tuple[HtmlBlock, QPointF]:
    """A message's text, and a point inside it on the viewport."""
    part = area.view.layout_of(row).parts[0]
    assert isinstance(part.block, HtmlBlock)
    top = area.view.row_rect(row).top()
    return part.block, part.at + QPointF(20, top + 8)


def turn_wheel(area: ConversationArea, at: QPointF, across: int) -> None:
    view = area.view.viewport()
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(across, 0),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_the_handle_and_the_caret_move_one_message_alone(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket()
    for _ in range(2):
        desk.store.message(ticket, "stock", html=PRE)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    rows = [n for n in range(len(area.view.rows)) if area.view.entry_at(n) is not None]
    (first, _), (second, inside) = (the_block(area, row) for row in rows[-2:])
    turn_wheel(area, inside, -120)
    assert second.shift > 0
    assert first.shift == 0
    assert area.view.horizontalScrollBar().maximum() == 0
    before = second.shift
    view, handle = area.view.viewport(), inside + second.bar.center() - QPointF(20, 8)
    further = (handle + QPointF(40, 0)).toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=handle.toPoint())
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(further),
        QPointF(view.mapToGlobal(further)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, move)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=further)
    assert second.shift > before
    assert area.view.selection.range is None
    second.slide(-second.over)
    area.view.current = rows[-1]
    area.view.setFocus()
    for _ in range(30):
        qtbot.keyClick(area.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert second.shift > 0
    assert first.shift == 0
