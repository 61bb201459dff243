"""The conversation pane over a real store."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.reading import an_area, texts
from workspace.domain.commands import AddNote, SendReply
from workspace.ipc.protocol import Live
from workspace.ui.conversation.attachments import copy_out, decode_image, safe_file_name
from workspace.ui.conversation.card_geometry import card_actions
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.conversation_menu import row_menu
from workspace.ui.conversation.conversation_rows import BubbleRow
from workspace.ui.conversation.text_blocks import Link


def point_in(area: ConversationArea, key: str, inside: QPointF) -> QPoint:
    index = area.view.index_of(key)
    return (inside + QPointF(0, area.view.row_rect(index).top())).toPoint()


def test_two_thousand_entries_lay_out_only_what_is_seen(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    for number in range(2000):
        desk.store.message(ticket, f"Nachricht {number} " + "긴 글 " * 20)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    first = area.view.layouts.made
    assert first <= 25
    for _ in range(5):
        qtbot.keyClick(area.view, Qt.Key.Key_PageUp)
    assert area.view.layouts.made <= first + 5 * 25
    qtbot.keyClick(area.view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: len(area.source.entries) > 60)
    assert area.view.layouts.made <= first + 7 * 25


def test_scrolling_up_loads_all_of_it_in_order(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 150)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)

    def at_the_top() -> bool:
        qtbot.keyClick(area.view, Qt.Key.Key_Home)
        return len(texts(area)) == 150

    qtbot.waitUntil(at_the_top)
    assert texts(area) == [f"message {number}" for number in range(150)]


def test_a_message_that_comes_while_reading_above_does_not_move_the_page(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 60)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    qtbot.keyClick(area.view, Qt.Key.Key_PageUp)
    qtbot.keyClick(area.view, Qt.Key.Key_PageUp)
    before = {area.view.rows[index].key: y for index, y in area.view.stack.placements}
    desk.store.message(ticket, "just now")
    desk.write()
    qtbot.waitUntil(lambda: "just now" in texts(area))
    after = {area.view.rows[index].key: y for index, y in area.view.stack.placements}
    assert before == after
    assert area.overlays.down.isVisible()
    qtbot.mouseClick(area.overlays.down, Qt.MouseButton.LeftButton)
    assert area.view.stack.at_end
    assert not area.overlays.down.isVisible()


def test_at_the_end_a_new_message_is_followed(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 30)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    desk.store.message(ticket, "newest")
    desk.write()
    qtbot.waitUntil(lambda: "newest" in texts(area))
    assert area.view.stack.placements[-1][0] == len(area.view.rows) - 1


def test_a_search_hit_far_up_is_shown(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 500)
    desk.store.write()
    reader = desk.store.reader()
    (entry_id,) = reader.one("SELECT id FROM entry WHERE text = 'message 20'") or (0,)
    area = an_area(desk, qtbot, ticket, entry_id)
    shown = {area.view.rows[index].key for index, _ in area.view.stack.placements}
    assert f"e{entry_id}" in shown
    assert area.view.found_key == f"e{entry_id}"


def test_pending_work_is_shown_with_its_state_and_can_be_taken_back(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.write()
    account = desk.store.current
    assert account is not None
    (identity,) = desk.store.journal.enqueue(
        account, ticket.remote_id, [SendReply(text="답장")], base_revision=1, base_entry=""
    )
    area = an_area(desk, qtbot, ticket)
    layout = area.view.layout_of(area.view.index_of(identity))
    assert layout.state is not None
    # The word “Undo” stands at the right end of the state line.
    inside = QPointF(layout.state.right() - 5, layout.state.center().y())
    with qtbot.waitSignal(area.take_back_asked) as asked:
        qtbot.mouseClick(
            area.view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_in(area, identity, inside),
        )
    assert asked.args == [identity]


@pytest.mark.parametrize(
    ("action", "state", "call"),
    [
        ("retry", "failed", ("outbox.retry", {"id": "c1"})),
        ("send_again", "conflict", ("outbox.retry", {"id": "c1"})),
        ("was_sent", "in_doubt", ("outbox.resolve", {"id": "c1", "sent": True})),
        ("send_again", "in_doubt", ("outbox.resolve", {"id": "c1", "sent": False})),
        ("check", "in_doubt", ("sync.now", {"account": "store"})),
    ],
)
def test_the_agents_word_on_what_failed_goes_to_the_engine(
    desk: Desk, qtbot: QtBot, action: str, state: str, call: tuple[str, dict[str, object]]
) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello", direction="out")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    entry = area.view.entry_at(len(area.view.rows) - 1)
    assert entry is not None
    area.view.action_asked.emit(action, replace(entry, id=0, command_id="c1", state=state))
    assert desk.engine.calls[-1] == call


def test_a_note_looks_and_reads_unlike_a_message(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "same words", direction="out")
    desk.store.note(ticket, "same words")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    image = area.view.viewport().grab().toImage()
    rows = [row for row in area.view.rows if isinstance(row, BubbleRow)]
    grounds = []
    for row in rows:
        bubble = area.view.layout_of(area.view.index_of(row.key)).bubble
        spot = point_in(area, row.key, QPointF(bubble.left() + 5, bubble.center().y()))
        grounds.append(image.pixelColor(spot).name())
    theme = desk.ctx.theme
    assert grounds == [theme.color("outbound").name(), theme.color("note").name()]
    assert area.view.layout_of(area.view.index_of(rows[1].key)).lock is not None


def test_quotes_unfold_by_click_and_by_key(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "Yes.\n\n> the earlier words")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    index = len(area.view.rows) - 1
    layout = area.view.layout_of(index)
    assert layout.part("quote") is None
    assert layout.fold is not None
    spot = point_in(area, area.view.rows[index].key, layout.fold.center())
    qtbot.mouseClick(area.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    quote = area.view.layout_of(index).part("quote")
    assert quote is not None
    assert "the earlier words" in quote.block.text()
    qtbot.keyClick(area.view, Qt.Key.Key_Space)
    assert area.view.layout_of(index).part("quote") is None


def test_words_are_selected_by_mouse_and_copied(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "첫째 🙂 둘째 셋째")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    key = area.view.rows[-1].key
    part = area.view.layout_of(len(area.view.rows) - 1).part("main")
    assert part is not None
    start = point_in(area, key, part.rect.topLeft() + QPointF(1, 5))
    end = point_in(area, key, part.rect.topRight() + QPointF(-1, 5))
    viewport = area.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, end)
    area.view._extend_selection(QPointF(end))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    qtbot.keyClick(area.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "첫째 🙂 둘째 셋째"


def test_a_days_reading_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 20)
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    area.view.clearFocus()
    area.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(area.view.hasFocus)
    assert area.view.current == len(area.view.rows) - 1
    for _ in range(12):
        qtbot.keyClick(area.view, Qt.Key.Key_Up)
    assert not area.view.row_rect(area.view.current).isEmpty()
    qtbot.keyClick(area.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "message 7"
    qtbot.keyClick(area.view, Qt.Key.Key_Return)
    menus = [menu for menu in area.view.findChildren(QMenu) if menu.isVisible()]
    assert menus
    menus[0].close()
    qtbot.keyClick(area.view, Qt.Key.Key_End)
    assert area.view.stack.at_end


def test_only_four_schemes_ever_reach_the_opener(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.write()
    opened: list[QUrl] = []
    area = an_area(desk, qtbot, ticket, open_url=opened.append)
    bad = [
        "file:///etc/passwd",
        "smb://host/share",
        "\\\\host\\share",
        "javascript:alert(1)",
        "ms-msdt:/id",
        "search-ms:query=x",
        "vbscript:x",
        "data:text/html,x",
        "ftp://example.com/",
        "https:///nohost",
        "//host/share",
        "ssh://x",
        "about:blank",
        "view-source:https://x",
    ]
    for target in bad:
        area.entry_actions.open_link(Link(target, target))
    assert opened == []
    for target in ("https://example.com/a", "mailto:a@example.com", "tel:+4912345"):
        seen = target.removeprefix("mailto:").removeprefix("tel:")
        area.entry_actions.open_link(Link(target, seen))
    assert len(opened) == 3


def test_a_link_that_names_another_host_is_asked_about_in_plain_text(
    desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.write()
    opened: list[QUrl] = []
    area = an_area(desk, qtbot, ticket, open_url=opened.append)
    area.entry_actions.open_link(Link("https://evil.example/login", "https://bank.example/login"))
    assert opened == []
    (box,) = area.findChildren(QMessageBox)
    assert "evil.example" in box.text()
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.buttons()[0].click()
    box.close()


def test_typing_is_shown_until_its_time_is_over(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "hello")
    desk.store.write()
    area = an_area(desk, qtbot, ticket)
    sign = {"account_id": desk.store.current, "ticket_remote_id": ticket.remote_id}
    until = desk.ctx.clock.now_ms() + 5000
    who = "<b>김민지</b>"
    desk.engine.live.emit(Live(**sign, who=who, role="customer", kind="typing", until=until))
    assert area.typing.text() == "<b>김민지</b> is typing…"
    assert area.typing.textFormat() == Qt.TextFormat.PlainText
    desk.engine.live.emit(
        Live(**sign, who=who, role="customer", kind="stopped_typing", until=until)
    )
    assert area.typing.text() == ""


def test_an_attachment_comes_by_the_engine_and_is_saved_not_opened(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = desk.store.ticket()
    file = desk.store.attachment("../../발표 자료.pdf\u202egpj.exe", size=5)
    desk.store.message(ticket, "with file", attachments=(file,))
    desk.store.write()
    name, _, _ = desk.ctx.files().write([b"hello"])
    desk.engine.answers["attachment.get"] = lambda _args: {"file": name}
    area = an_area(desk, qtbot, ticket)
    layout = area.view.layout_of(len(area.view.rows) - 1)
    card = layout.cards[0]
    assert card_actions(card.attachment, area.view.downloads) == ("download",)
    spot = point_in(area, area.view.rows[-1].key, card.rect.center())
    qtbot.mouseClick(area.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert card_actions(card.attachment, area.view.downloads) == ("save",)
    assert len(desk.engine.named("attachment.get")) == 1
    target = tmp_path / safe_file_name(card.attachment.name)
    assert target.parent == tmp_path
    area.attachments.save(card.attachment, target)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes() == b"hello"
    if sys.platform != "win32":
        assert not target.stat().st_mode & 0o111


@pytest.mark.parametrize(
    "name",
    ["../../x", "..\\..\\x", "/etc/passwd", "", ".", "..", "con.txt", "a\x00b", "x" * 400 + ".pdf"],
)
def test_saved_names_stay_in_their_folder(name: str, tmp_path: Path) -> None:
    safe = safe_file_name(name)
    assert (tmp_path / safe).resolve().parent == tmp_path.resolve()
    assert safe not in ("", ".", "..")
    assert len(safe.encode()) <= 200


def test_a_failed_copy_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    name, _, _ = desk.ctx.files().write([b"x" * 100])
    with pytest.raises(Exception, match="can't be saved"):
        copy_out(desk.ctx.files().open(name), tmp_path / "missing" / "file")
    assert list(tmp_path.iterdir()) == [desk.ctx.paths.base]


def test_images_from_outside_are_decoded_within_limits(qapp: object) -> None:
    def png(width: int) -> bytes:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image = QImage(width, 10, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        assert QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())

    assert decode_image(png(20)).width() == 20
    assert decode_image(png(7000)).isNull()
    assert decode_image(b"<svg xmlns='http://www.w3.org/2000/svg'/>").isNull()
    assert decode_image(b"nothing").isNull()


def test_the_menu_offers_all_that_the_mouse_can_do(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "see https://example.com/x & tell us")
    desk.store.write()
    account = desk.store.current
    assert account is not None
    desk.store.journal.enqueue(
        account, ticket.remote_id, [AddNote(text="n")], base_revision=1, base_entry=""
    )
    area = an_area(desk, qtbot, ticket)
    labels = [action.text() for action in row_menu(area.view, len(area.view.rows) - 1).actions()]
    assert "Undo" in labels
    found = area.view.index_of(area.view.rows[-2].key)
    labels = [action.text() for action in row_menu(area.view, found).actions()]
    assert "Open https://example.com/x" in labels
    assert "Copy message" in labels


def test_the_backend_hears_that_a_ticket_is_looked_at_read_and_left(
    desk: Desk, qtbot: QtBot
) -> None:
    first, second = desk.store.ticket(), desk.store.ticket()
    desk.store.message(first, "hello")
    desk.store.message(second, "hello")
    desk.store.write()
    area = an_area(desk, qtbot, first)
    area.show_ticket(desk.store.id_of(second))
    qtbot.waitUntil(lambda: len(desk.engine.named("signal")) == 5)
    area.hide()
    told = [(call["remote_id"], call["kind"]) for call in desk.engine.named("signal")]
    assert told == [
        (first.remote_id, "viewing"),
        (first.remote_id, "read"),
        (first.remote_id, "left"),
        (second.remote_id, "viewing"),
        (second.remote_id, "read"),
        (second.remote_id, "left"),
    ]
