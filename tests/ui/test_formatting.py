"""Marks in the text: keys and tools that set them, what leaves, what comes in by paste."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.composing import a_composer, a_ticket, compose, outbox, write_in
from tests.ui.desk import Desk
from workspace.domain.commands import AddNote, SendReply
from workspace.store.journal import JournalDoor
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.rows import DraftRow
from workspace.ui.composer.composer import Composer
from workspace.ui.composer.formatting import make_link, toggle_lines, toggle_marks
from workspace.ui.composer.markdown import to_html
from workspace.ui.composer.rich_paste import markdown_of


def an_account_with(desk: Desk, **capabilities: object) -> None:
    assert desk.store.current is not None
    told = {"reply": True, "note": True, "attachments": True, "html": True}
    told |= {"html_channels": ["email"], **capabilities}
    desk.store.writer.set_account_state(desk.store.current, capabilities=json.dumps(told))


def a_rich_composer(desk: Desk, qtbot: QtBot, channel: str = "email") -> Composer:
    an_account_with(desk)
    return a_composer(desk, qtbot, a_ticket(desk, channel=channel))


def press(edit: QPlainTextEdit, keys: str, qtbot: QtBot) -> None:
    before = edit.toPlainText()
    QTest.keySequence(edit, QKeySequence(keys))
    qtbot.waitUntil(lambda: edit.toPlainText() != before)


def select_all(edit: QPlainTextEdit) -> None:
    edit.selectAll()


# --- what leaves ----------------------------------------------------------------------------------


def test_mail_leaves_with_html_and_the_words_as_typed(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    write_in(composer, qtbot, "the **bold** one")
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.text == "the **bold** one"
    assert sent.html == "<p>the <strong>bold</strong> one</p>"


def test_words_without_marks_leave_as_plain_text(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    write_in(composer, qtbot, "5 * 3 = 15, snake_case")
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.html is None


def test_a_plain_channel_gets_it_as_typed_and_the_tools_say_why(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot, "whatsapp")
    bold = composer.bar.buttons["bold"]
    assert not bold.isEnabled()
    assert "WhatsApp carries plain text only" in bold.toolTip()
    assert bold.accessibleDescription()
    write_in(composer, qtbot, "the **bold** one")
    QTest.keySequence(composer.panes["reply"].edit, QKeySequence("Ctrl+I"))
    qtbot.waitUntil(lambda: "plain text only" in composer.panes["reply"].status.text())
    with qtbot.waitSignal(composer.sent):
        composer.panes["reply"].send.click()
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert (sent.text, sent.html) == ("the **bold** one", None)
    composer.focus_note()
    assert bold.isEnabled()  # a note stays at the backend, which takes HTML
    write_in(composer, qtbot, "*really*", "note")
    with qtbot.waitSignal(composer.sent):
        composer.panes["note"].send.click()
    note = outbox(desk)[1]
    assert isinstance(note, AddNote)
    assert note.html == "<p><em>really</em></p>"


def test_undo_brings_the_marks_back_and_the_new_words_leave_once(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    pane = composer.panes["reply"]
    write_in(composer, qtbot, "**one**")
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    with qtbot.waitSignal(composer.draft_returned):
        pane.undo.click()
    assert pane.edit.toPlainText() == "**one**"
    write_in(composer, qtbot, " and *two*")
    with qtbot.waitSignal(composer.sent):
        pane.send.click()
    _, sent = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.html == "<p><strong>one</strong> and <em>two</em></p>"
    states = desk.store.reader().all("SELECT state FROM journal.outbox ORDER BY seq")
    assert [state for (state,) in states] == ["cancelled", "queued"]


def test_html_that_a_draft_came_with_is_kept_until_its_words_change(
    desk: Desk, qtbot: QtBot
) -> None:
    an_account_with(desk)
    ticket = a_ticket(desk)
    account = desk.store.current
    assert account is not None
    row = DraftRow(
        account_id=account,
        ticket_remote_id=ticket.remote_id,
        mode="reply",
        text="own words",
        html="<p>own <u>words</u><script>x()</script><img src='http://127.0.0.1:9/x'></p>",
        channel="",
        recipient="",
        attachments="[]",
        base_entry=f"first-{ticket.remote_id}",
        updated_at=1,
    )
    door = JournalDoor(desk.ctx.paths, desk.store.key, desk.ctx.clock)
    door.save_draft(row)
    door.close()
    composer = a_composer(desk, qtbot, ticket)
    composer.flush()
    composer.panes["reply"].send.click()
    qtbot.waitUntil(lambda: len(outbox(desk)) == 1)
    (sent,) = outbox(desk)
    assert isinstance(sent, SendReply)
    assert sent.html is not None
    assert sent.html.startswith("<p>own <u>words</u>")
    assert "script" not in sent.html
    assert "http://127" not in sent.html
    assert get_draft(desk.store.reader(), account, ticket.remote_id, "reply") is None


# --- tools and keys -------------------------------------------------------------------------------


def test_ctrl_b_and_the_tool_set_and_take_away_the_same_marks(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    edit = composer.panes["reply"].edit
    write_in(composer, qtbot, "order number")
    select_all(edit)
    press(edit, "Ctrl+B", qtbot)
    assert edit.toPlainText() == "**order number**"
    composer.bar.buttons["bold"].click()
    assert edit.toPlainText() == "order number"
    edit.undo()
    assert edit.toPlainText() == "**order number**"


def test_a_key_within_a_syllable_keeps_the_syllable(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    composer.focus_reply()
    edit = composer.panes["reply"].edit
    compose(edit, "", "주문번")
    compose(edit, "호")
    QTest.keySequence(edit, QKeySequence("Ctrl+I"))
    compose(edit, "", "호")  # the input method answers the commit
    qtbot.waitUntil(lambda: edit.toPlainText() == "주문번호**")
    compose(edit, "", "1")
    assert edit.toPlainText() == "주문번호*1*"


def an_edit(qtbot: QtBot, text: str, start: int = 0, end: int = -1) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText(text)
    cursor = edit.textCursor()
    cursor.setPosition(start)
    last = len(text.encode("utf-16-le")) // 2 if end < 0 else end
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    return edit


def test_marks_go_around_each_line_and_never_around_blanks(qtbot: QtBot) -> None:
    edit = an_edit(qtbot, " 하나 😀\n\n둘 ")
    toggle_marks(edit, "**")
    assert edit.toPlainText() == " **하나 😀**\n\n**둘** "
    toggle_marks(edit, "**")
    assert edit.toPlainText() == " 하나 😀\n\n둘 "


def test_marks_around_nothing_are_stepped_out_of_and_taken_away(qtbot: QtBot) -> None:
    edit = an_edit(qtbot, "")
    toggle_marks(edit, "**")
    toggle_marks(edit, "**")
    assert edit.toPlainText() == ""
    toggle_marks(edit, "**")
    edit.insertPlainText("x")
    toggle_marks(edit, "**")
    edit.insertPlainText(" y")
    assert edit.toPlainText() == "**x** y"
    inside = an_edit(qtbot, "one word", 5, 5)
    toggle_marks(inside, "*")
    assert inside.toPlainText() == "one *word*"


def test_lists_are_made_changed_and_taken_away(qtbot: QtBot) -> None:
    edit = an_edit(qtbot, "a\n\nb")
    toggle_lines(edit, "bullets")
    assert edit.toPlainText() == "- a\n\n- b"
    edit.selectAll()
    toggle_lines(edit, "numbers")
    assert edit.toPlainText() == "1. a\n\n2. b"
    edit.selectAll()
    toggle_lines(edit, "numbers")
    assert edit.toPlainText() == "a\n\nb"


def test_a_link_takes_its_address_from_the_clipboard(qtbot: QtBot, qapp: Any) -> None:
    qapp.clipboard().setText("https://example.com/track?id=1")
    edit = an_edit(qtbot, "track it")
    make_link(edit)
    assert edit.toPlainText() == "[track it](https://example.com/track?id=1)"
    qapp.clipboard().setText("no address")
    edit = an_edit(qtbot, "track it")
    make_link(edit)
    assert edit.textCursor().selectedText() == "https://"


def test_enter_goes_on_with_a_list_and_ends_it_at_an_empty_item(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    edit = composer.panes["reply"].edit
    write_in(composer, qtbot, "9. nine")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "ten")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "9. nine\n10. ten\n11. "
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "9. nine\n10. ten\n"


def test_preview_shows_what_leaves_and_escape_writes_on(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    pane = composer.panes["reply"]
    write_in(composer, qtbot, "**안녕** <img src='http://127.0.0.1:9/x.png'>")
    composer.bar.buttons["preview"].click()
    qtbot.waitUntil(lambda: pane.is_previewing)
    assert pane._preview is not None
    assert pane._preview.toPlainText() == "안녕 <img src='http://127.0.0.1:9/x.png'>"
    assert not pane.edit.isVisible()
    qtbot.keyClick(pane._preview, Qt.Key.Key_Escape)
    assert pane.edit.isVisible()
    assert pane.edit.hasFocus()


def test_tools_without_room_are_in_the_menu(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot)
    bar = composer.bar
    composer.resize(360, 220)
    qtbot.waitUntil(lambda: not bar.more.isHidden())
    shown = [button for button in bar.buttons.values() if not button.isHidden()]
    assert len(shown) < len(bar.buttons)
    assert all(button.x() >= 0 for button in shown)
    composer.resize(900, 220)
    qtbot.waitUntil(lambda: bar.more.isHidden())


def test_a_preview_opens_no_socket_and_no_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    canary = tmp_path / "canary.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(canary))
    pane = a_rich_composer(desk, qtbot).panes["reply"]
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        pane.show_preview(
            "",
            f"<p>words<img src='http://127.0.0.1:{port}/x.png'><img src='{canary}'>"
            f"<link rel=stylesheet href='http://127.0.0.1:{port}/x.css'></p>",
        )
        pane.grab()
        with pytest.raises(TimeoutError):
            server.accept()
    assert pane._preview is not None
    document = pane._preview.document()
    for name in (f"http://127.0.0.1:{port}/x.png", str(canary), QUrl.fromLocalFile(str(canary))):
        image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(name))
        assert image is None or image.isNull()


def test_files_dropped_onto_the_editor_are_attached(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "영수증.pdf"
    file.write_bytes(b"%PDF")
    composer = a_rich_composer(desk, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    port = composer.panes["reply"].edit.viewport()
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(port, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(port, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: len(composer.panes["reply"].tray._chips) == 1)
    assert composer.panes["reply"].edit.toPlainText() == ""


# --- Markdown -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**주문(123)**는 왔어요", "<p><strong>주문(123)</strong>는 왔어요</p>"),
        ("**x**\n2026. 11. 21. 도착", "<p><strong>x</strong><br>\n2026. 11. 21. 도착</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("[x](https://e.com/?a&b)", '<p><a href="https://e.com/?a&amp;b">x</a></p>'),
        ("[x](javascript:alert(1)) **b**", None),
        ("![x](file:///etc/passwd)", None),
        ("<script>x</script>", None),
        ("a\nb", None),
        ("# 1234", None),
    ],
)
def test_markdown_of_our_subset(text: str, html: str | None) -> None:
    made = to_html(text)
    if html is None:
        assert "<a" not in (made or "")
        assert "<img" not in (made or "")
        assert "<script" not in (made or "")
    else:
        assert made == html


def test_hostile_markdown_takes_no_time(qtbot: QtBot) -> None:
    for text in ("*" * 50_000, "[" * 50_000, "> " * 5_000 + "x", "**가 " * 20_000, "`a" * 20_000):
        to_html(text)  # the test's own time limit is what this is about


# --- paste ----------------------------------------------------------------------------------------


def test_formatting_of_a_page_comes_in_as_marks(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    composer = a_rich_composer(desk, qtbot)
    edit = composer.panes["reply"].edit
    data = QMimeData()
    data.setText("Hello you list")
    data.setHtml(
        f"<p>Hello <b onclick='x()'>you</b><img src='{tmp_path}/canary.png'></p>"
        "<style>@import url(http://127.0.0.1:9/x.css)</style><ul><li>list</li></ul>"
        "<a href='file:///etc/passwd'>local</a> <a href='https://example.com/'>web</a>"
    )
    edit.insertFromMimeData(data)
    assert edit.toPlainText() == ("Hello **you**\n\n- list\n\nlocal [web](https://example.com/)")


def test_a_plain_channel_takes_the_words_of_a_page(desk: Desk, qtbot: QtBot) -> None:
    composer = a_rich_composer(desk, qtbot, "whatsapp")
    edit = composer.panes["reply"].edit
    data = QMimeData()
    data.setText("Hello you")
    data.setHtml("<p>Hello <b>you</b></p>")
    edit.insertFromMimeData(data)
    assert edit.toPlainText() == "Hello you"


@pytest.mark.parametrize(
    ("html", "marks"),
    [
        ("<b style='font-weight:normal'><p>all of it</p></b>", ""),
        ("<p>no formatting</p>", ""),
        ("<ol><li><p>one</p></li><li>two</li></ol>", "1. one\n2. two"),
        ("<pre>a  b\n c</pre>", "```\na  b\n c\n```"),
        ("<b>" * 3_000 + "x", ""),
        ("<strong>안녕</strong>하세요<br>둘째", "**안녕**하세요\n둘째"),
    ],
)
def test_html_as_marks(html: str, marks: str) -> None:
    assert markdown_of(html) == marks
