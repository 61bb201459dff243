"""Foreign markup: it opens nothing, runs nothing, and shows as the words it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from workspace.domain.items import Address, PersonItem
from workspace.ui.composer.composer import Composer
from workspace.ui.contact_pane.contact_pane import ContactPane
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.html_block import HtmlBlock
from workspace.ui.ticket_header.ticket_header import TicketHeader

CANARY = "#fe00fe"  # nothing of the window has this colour


def png(color: str = CANARY, side: int = 40) -> bytes:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(color)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def shows_canary(picture: QImage | QPixmap) -> bool:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    return any(
        image.pixelColor(x, y).name() == CANARY
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


def hostile_forms(path: Path) -> list[str]:
    return [
        f"<img src='{path}'>",
        f"<img src='file://{path}'>",
        f"<img src='file://localhost{path}'>",
        f"<img src='/{path}'>",
        f"<body background='{path}'>x",
        f"<table background='{path}'><tr><td>x</td></tr></table>",
        f"<p style=\"background-image:url('{path}')\">x</p>",
        f'<p style="background:url(file://{path})">x</p>',
        f"<style>@import url('{path}');</style>x",
        f"<link rel=stylesheet type='text/css' href='{path}'>x",
        f"<img src='qrc:{path}'><img src=':{path}'>",
        "<img src='cid:none'><img src=''><img>",
        "<img src='http://127.0.0.1:9/x.png'><img src='//127.0.0.1/share/x.png'>",
        f"<img src='data:text/html,x'><img src='CID:{path}'>",
    ]


def test_the_renderer_alone_opens_nothing_whatever_it_is_given(desk: Desk, tmp_path: Path) -> None:
    """Even HTML that never met the sanitiser, for two locks are better than one."""
    canary = tmp_path / "canary.png"
    canary.write_bytes(png())
    theme = desk.ctx.theme
    for form in hostile_forms(canary):
        block = HtmlBlock(form, 400, theme.font(), theme.color("accent"), {})
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill("white")
        block.document.drawContents(_painter(image))
        assert not shows_canary(image), form


def _painter(image: QImage) -> object:
    from PySide6.QtGui import QPainter

    return QPainter(image)


RENDER = """
import sys
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from workspace.ui.conversation.html_block import HtmlBlock
from workspace.ui.theme.theme import Theme

app = QApplication([])
theme = Theme("light")
for form in open(sys.argv[1], encoding="utf-8").read().split("\\x00"):
    block = HtmlBlock(form, 400, theme.font(), theme.color("accent"), {})
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    block.document.drawContents(painter)
    painter.end()
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_system_calls_of_rendering_name_neither_file_nor_host(tmp_path: Path) -> None:
    canary = tmp_path / "canary.png"
    trace, forms = tmp_path / "trace", tmp_path / "forms"
    forms.write_text("\x00".join(hostile_forms(canary)), encoding="utf-8")
    subprocess.run(
        [
            *("strace", "-f", "-o", str(trace)),
            *("-e", "trace=open,openat,stat,newfstatat,access,connect"),
            *(sys.executable, "-c", RENDER, str(forms)),
        ],
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        check=True,
        capture_output=True,
        timeout=120,
    )
    calls = trace.read_text(errors="replace")
    assert "forms" in calls  # the trace saw the process at work
    assert "canary" not in calls
    assert not re.search(r"AF_INET|127\.0\.0\.1", calls)


def test_a_mail_shows_its_own_inline_image_and_no_other(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    file = desk.store.attachment("inline.png", media_type="image/png", content_id="pic@1", size=200)
    desk.store.message(ticket, "", html="<p>look</p><img src='cid:pic@1'>", attachments=(file,))
    desk.store.write()
    area = ConversationArea(desk.ctx)
    qtbot.addWidget(area)
    area.resize(500, 300)
    area.show()
    ticket_id = desk.store.id_of(ticket)
    area.show_ticket(ticket_id)
    qtbot.waitUntil(lambda: bool(area.view.rows))
    assert not shows_canary(area.grab())
    assert area.view.layout_of(len(area.view.rows) - 1).cards  # to be downloaded by hand
    name, _, _ = desk.ctx.files().write([png()])
    (attachment_id,) = desk.store.reader().one("SELECT id FROM attachment") or (0,)
    desk.store.writer.attachment_stored(attachment_id, name)
    desk.ctx.bus.announce(entries_of={ticket_id})
    qtbot.waitUntil(lambda: shows_canary(area.grab()))
    assert not area.view.layout_of(len(area.view.rows) - 1).cards


def test_markup_in_names_and_subjects_is_shown_as_it_is(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    canary = tmp_path / "canary.png"
    canary.write_bytes(png())
    markup = f"<img src='file://{canary}'><b>bold</b>"
    person = PersonItem(
        remote_id="p",
        name=markup,
        addresses=(Address("email", markup), Address(markup, "x")),
        organization=markup,
        language=markup,
        timezone=markup,
        note=markup,
        tags=(markup,),
    )
    earlier = desk.store.ticket(subject=markup, requester=person)
    ticket = desk.store.ticket(
        subject=markup, requester=person, tags=(markup,), custom_fields={markup: [markup]}
    )
    desk.store.message(
        ticket, markup, author_name=markup, attachments=(desk.store.attachment(markup),)
    )
    desk.store.message(earlier, markup)
    desk.store.write()
    ticket_id = desk.store.id_of(ticket)
    parts: list[QWidget] = []
    for kind in (TicketHeader, ConversationArea, Composer, ContactPane):
        part = kind(desk.ctx)
        qtbot.addWidget(part)
        part.resize(500, 400)
        part.show()
        part.show_ticket(ticket_id)
        parts.append(part)
    header, area, _, pane = parts
    assert isinstance(header, TicketHeader)
    assert isinstance(area, ConversationArea)
    qtbot.waitUntil(lambda: bool(area.view.rows) and header.subject.text() == markup)
    (name,) = pane.findChildren(QLabel, "contact_name")
    qtbot.waitUntil(lambda: bool(name.text()))  # the pane's labels are there before their words
    for part in parts:
        assert not shows_canary(part.grab())
        for widget in [part, *part.findChildren(QWidget)]:
            if isinstance(widget, QLabel):
                assert widget.textFormat() == Qt.TextFormat.PlainText, widget.text()
            assert "<img" not in widget.toolTip(), type(widget).__name__
    assert name.text() == markup


def test_a_links_tooltip_is_plain_and_names_the_true_target(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    html = "<p><a href='https://xn--80ak6aa92e.example/?a=1&amp;b=2'>https://apple.example</a></p>"
    desk.store.message(ticket, "", html=html)
    desk.store.write()
    area = ConversationArea(desk.ctx)
    qtbot.addWidget(area)
    area.resize(500, 300)
    area.show()
    area.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: bool(area.view.rows))
    index = len(area.view.rows) - 1
    part = area.view.layout_of(index).part("main")
    assert part is not None
    top = area.view.row_rect(index).top()
    spot = (part.rect.topLeft() + QPointF(20, 8 + top)).toPoint()
    where = area.view.viewport().mapToGlobal(spot)
    assert area.view.hit(QPointF(spot))[1].link is not None
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot, where)
    QApplication.sendEvent(area.view.viewport(), event)
    assert "xn--80ak6aa92e.example" in QToolTip.text()
    assert "&amp;b=2" in QToolTip.text()  # escaped, for a tooltip reads markup
    QToolTip.hideText()
    assert area.view.hit(QPointF(QPoint(2, 2)))[1].link is None
