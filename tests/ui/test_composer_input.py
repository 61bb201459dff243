"""What comes into the composer: files, pastes, and what input methods compose."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.composing import (
    SENDS,
    a_composer,
    a_ticket,
    compose,
    draft,
    outbox,
    turn_to,
    write_in,
)
from tests.ui.desk import Desk
from workspace.domain.commands import SendReply
from workspace.store.queries.drafts import get_draft


def test_a_file_goes_to_the_draft_it_was_given_to(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    file = tmp_path / "a.txt"
    file.write_bytes(b"1" * 1000)
    composer.attach([file], "reply")
    turn_to(composer, desk, qtbot, second)
    account = desk.store.current
    assert account is not None

    def arrived() -> bool:
        row = get_draft(desk.store.reader(), account, first.remote_id, "reply")
        return row is not None and "a.txt" in row.attachments

    qtbot.waitUntil(arrived)
    assert composer.panes["reply"].tray._chips == []
    turn_to(composer, desk, qtbot, first)
    (chip,) = composer.panes["reply"].tray._chips
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not arrived())


def test_a_missing_or_oversized_file_is_refused_in_words(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account, capabilities='{"reply": true, "attachments": true, "max_attachment_bytes": 10}'
    )
    composer = a_composer(desk, qtbot, a_ticket(desk))
    big = tmp_path / "big.bin"
    big.write_bytes(b"x" * 11)
    composer.attach([tmp_path / "missing", big], "reply")
    qtbot.waitUntil(lambda: len(desk.notices) == 2)
    assert "missing" in desk.notices[0].text
    assert "big.bin" in desk.notices[1].text
    assert composer.panes["reply"].tray._chips == []


def test_pasted_markup_comes_in_as_words_and_loads_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    edit = composer.panes["reply"].edit
    data = QMimeData()
    data.setHtml(f"<p>Hello <b>you</b><img src='{tmp_path}/canary.png'><script>x()</script></p>")
    edit.insertFromMimeData(data)
    assert edit.toPlainText().strip() == "Hello you"


def test_a_pasted_picture_becomes_an_attachment(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    composer.panes["reply"].edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: len(composer.panes["reply"].tray._chips) == 1)
    (row,) = desk.store.reader().all("SELECT name, media_type, size FROM journal.outgoing_file")
    assert re.fullmatch(r"pasted-image-\d{4}-\d\d-\d\d-\d{6}\.png", row[0])
    assert row[1] == "image/png"
    assert row[2] > 0


def test_dropped_files_are_attached(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    file = tmp_path / "dropped.txt"
    file.write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    composer.panes["note"].edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: len(composer.panes["note"].tray._chips) == 1)
    assert composer.panes["reply"].tray._chips == []


def test_ctrl_enter_inside_a_composition_commits_then_sends_once(desk: Desk, qtbot: QtBot) -> None:
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "감사합니")
    compose(edit, "다")
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return, SENDS)
        assert outbox(desk) == []
        compose(edit, "", "다")  # the input method answers the commit
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.text == "감사합니다"


def test_enter_that_ends_a_composition_breaks_no_line_and_sends_nothing(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.ctx.settings.change(send_key="enter")
    composer = a_composer(desk, qtbot, a_ticket(desk))
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "한")
    compose(edit, "", "한")  # the input method took Enter for itself
    assert edit.toPlainText() == "한"
    assert outbox(desk) == []
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert len(outbox(desk)) == 1


def test_autosave_neither_breaks_nor_loses_a_composition(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "안녕")
    compose(edit, "하")
    qtbot.waitUntil(lambda: draft(desk, ticket, "reply") == "안녕하")
    assert edit.is_composing
    compose(edit, "", "하")
    assert edit.toPlainText() == "안녕하"


def test_a_switch_in_mid_syllable_keeps_the_syllable_with_its_ticket(
    desk: Desk, qtbot: QtBot
) -> None:
    first, second = a_ticket(desk), a_ticket(desk)
    composer = a_composer(desk, qtbot, first)
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "반")
    compose(edit, "품")
    turn_to(composer, desk, qtbot, second)
    assert edit.toPlainText() == ""
    turn_to(composer, desk, qtbot, first)
    assert edit.toPlainText() == "반품"


def test_typing_is_signalled_seldom_and_only_where_asked_for(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_ticket(desk)
    composer = a_composer(desk, qtbot, ticket)
    write_in(composer, qtbot, "no capability known")
    assert desk.engine.named("signal") == []
    account = desk.store.current
    assert account is not None
    desk.store.writer.set_account_state(
        account, capabilities='{"reply": true, "note": true, "typing": true}'
    )
    desk.ctx.bus.announce(accounts=True)
    qtbot.waitUntil(lambda: bool(composer.known and composer.known.capabilities))
    write_in(composer, qtbot, "private", "note")
    assert desk.engine.named("signal") == []
    write_in(composer, qtbot, "many keys, one signal")
    assert [call["kind"] for call in desk.engine.named("signal")] == ["typing"]
    composer.show_ticket(None)
    assert [call["kind"] for call in desk.engine.named("signal")] == ["typing", "stopped_typing"]
