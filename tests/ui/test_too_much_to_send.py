"""More than fits: texts and files by the hundred leave room, are told of, and lose nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from tests.ui.composing import a_composer, a_ticket, draft, turn_to, write_in
from tests.ui.desk import Desk
from workspace.ui.composer.attachment_tray import MOST_LINES, AttachmentTray
from workspace.ui.composer.composer_edit import PASTE_CAP
from workspace.ui.widgets.chips import ChipButton
from workspace.ui.widgets.labels import PlainLabel


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_long_text_comes_in_whole_and_a_cut_is_told(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    edit = composer.panes["reply"].edit
    told: list[str] = []
    desk.ctx.notices.posted.connect(lambda notice: told.append(notice.text))
    line = "한 줄의 기록 \x07with a bell\tand a tab\n"
    long = line * (PASTE_CAP // len(line))
    edit.insertFromMimeData(pasted(long))
    assert edit.full_text() == long.replace("\x07", "")
    assert told == []
    edit.clear()
    edit.insertFromMimeData(pasted(long + line * 2))
    assert len(told) == 1
    assert f"{PASTE_CAP}" in told[0].replace(",", "")
    composer.flush()
    qtbot.waitUntil(lambda: len(draft(desk, ticket, "reply")) > PASTE_CAP * 0.9)


def test_many_files_are_attached_and_leave_room_to_write(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.resize(600, 420)
    pane = composer.panes["reply"]
    urls = []
    for number in range(80):
        path = tmp_path / f"scan-{number}.txt"
        path.write_text(str(number))
        urls.append(QUrl.fromLocalFile(str(path)))
    data = QMimeData()
    data.setUrls(urls)
    pane.edit.insertFromMimeData(data)
    on_their_way = [label.text() for label in shown_labels(pane.tray)]
    assert len(on_their_way) == 4
    assert on_their_way[-1].startswith("77 more")
    assert not pane.send.isEnabled()
    assert composer.is_busy
    qtbot.waitUntil(lambda: not composer.is_busy, timeout=30_000)
    chips = pane.tray.findChildren(ChipButton)
    assert len(chips) == 80
    assert shown_labels(pane.tray) == []
    assert pane.tray.height() < (MOST_LINES + 1) * chips[0].height() * 1.5
    assert pane.edit.height() > chips[0].height()
    assert pane.more.height() == pane.send.height()
    chips[-1].setFocus()
    pane.tray.ensureWidgetVisible(chips[-1])
    chips[-1].click()
    key = composer.key("reply")
    assert key is not None
    held = composer.book.get(key)
    assert held is not None
    assert len(held.files) == 79


def test_files_of_another_ticket_are_not_shown_as_on_their_way(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    path = tmp_path / "scan.txt"
    path.write_text("1")
    composer.attach([path] * 20, "reply")
    turn_to(composer, desk, qtbot, second)
    assert shown_labels(composer.panes["reply"].tray) == []
    write_in(composer, qtbot, "hello")
    turn_to(composer, desk, qtbot, first)
    tray = composer.panes["reply"].tray
    qtbot.waitUntil(lambda: len(tray.findChildren(ChipButton)) == 20)


def shown_labels(tray: AttachmentTray) -> list[PlainLabel]:
    return [label for label in tray.findChildren(PlainLabel) if not label.isHidden()]
