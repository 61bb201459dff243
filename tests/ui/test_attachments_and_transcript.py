"""What leaves a conversation: attachments saved, the whole of it copied, printed, kept as PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QImageWriter, QPdfWriter
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import DIRECTORY
from tests.ui.desk import Desk
from tests.ui.reading import an_area
from workspace.domain.commands import SendReply
from workspace.domain.errors import Unavailable
from workspace.domain.items import AttachmentItem, StatusItem, TicketItem
from workspace.domain.words import Status
from workspace.ipc.protocol import Progress
from workspace.ui.conversation.attachment_preview import AttachmentPreview, ImageView, decode_text
from workspace.ui.conversation.attachments import INLINE_SIDE, decode_image
from workspace.ui.conversation.card_geometry import card_actions, place_card
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.conversation.entry_words import describe_row
from workspace.ui.conversation.html_block import QuietDocument
from workspace.ui.transcript.page_painter import PagePainter, break_before
from workspace.ui.transcript.transcript_dialog import TranscriptDialog
from workspace.ui.transcript.transcript_printer import printed_entry
from workspace.ui.transcript.whole_ticket import read_copy


def with_files(desk: Desk, *files: AttachmentItem) -> TicketItem:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "with files", attachments=files)
    desk.store.write()
    return ticket


def audit(desk: Desk) -> list[tuple[str, str, str]]:
    return desk.store.reader().all("SELECT action, ref, detail FROM journal.audit ORDER BY seq")


def press(area: ConversationArea, qtbot: QtBot, number: int, action: str) -> None:
    """Press a word of a card with the mouse."""
    index = len(area.view.rows) - 1
    card = area.view.layout_of(index).cards[number]
    words = place_card(card, area.view.style_in_force, area.view.downloads).words
    (word,) = [word for word in words if word.action == action]
    spot = word.rect.center() + QPointF(0, area.view.row_rect(index).top())
    qtbot.mouseClick(area.view.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())


class SlowEngine:
    """Answers `attachment.get` when the test says so."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open: dict[int, Any] = {}
        call = desk.engine.call

        def take(method: str, /, **args: Any) -> None:
            call(method, **args)
            if method == "attachment.get":
                self.open[args["attachment_id"]] = (args["then"], args["failed"])

        monkeypatch.setattr(desk.engine, "call", take)

    def bring(self, key: int, file: str) -> None:
        self.open.pop(key)[0]({"file": file})

    def fail(self, key: int) -> None:
        self.open.pop(key)[1](Unavailable("The server is away."))


# --- attachments -------------------------------------------------------------------------------


def test_a_download_shows_how_far_it_is_and_can_be_cancelled_and_tried_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = SlowEngine(desk, monkeypatch)
    ticket = with_files(desk, desk.store.attachment("manual.pdf", size=1000))
    area = an_area(desk, qtbot, ticket)
    file = area.view.layout_of(len(area.view.rows) - 1).cards[0].attachment
    downloads = area.view.downloads
    press(area, qtbot, 0, "download")
    desk.engine.progress.emit(Progress(what="attachment", key=str(file.id), done=420, total=1000))
    card = area.view.layout_of(len(area.view.rows) - 1).cards[0]
    words = place_card(card, area.view.style_in_force, downloads).words
    assert [word.label for word in words] == ["42%", "Cancel"]
    press(area, qtbot, 0, "cancel")
    assert desk.engine.named("attachment.cancel") == [{"attachment_id": file.id}]
    engine.fail(file.id)  # what a cancelled download comes to is no news
    assert not desk.notices
    assert card_actions(file, downloads) == ("download",)
    press(area, qtbot, 0, "download")
    engine.fail(file.id)
    assert desk.notices
    assert card_actions(file, downloads) == ("retry",)
    press(area, qtbot, 0, "retry")
    sealed, _, _ = desk.ctx.files().write([b"%PDF"])
    engine.bring(file.id, sealed)
    assert card_actions(file, downloads) == ("save",)


def png() -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


@pytest.mark.parametrize(
    ("name", "media", "data", "shown"),
    [
        ("shoe.png", "image/png", None, ImageView),
        ("notes.txt", "text/plain", "반품 사유\n사이즈".encode("cp949"), QPlainTextEdit),
        ("broken.png", "image/png", b"not an image", None),
    ],
)
def test_images_and_texts_are_looked_at_inside(
    desk: Desk, qtbot: QtBot, name: str, media: str, data: bytes | None, shown: type | None
) -> None:
    sealed, size, _ = desk.ctx.files().write([png() if data is None else data])
    ticket = with_files(desk, desk.store.attachment(name, media_type=media, size=size))
    desk.engine.answers["attachment.get"] = lambda _: {"file": sealed}
    area = an_area(desk, qtbot, ticket)
    press(area, qtbot, 0, "download")
    press(area, qtbot, 0, "preview")
    (preview,) = area.findChildren(AttachmentPreview)
    if shown is None:
        qtbot.waitUntil(lambda: "can't be shown" in preview._hint.text())
    else:
        qtbot.waitUntil(lambda: preview.findChild(shown) is not None)
        widget = preview.findChild(shown)
        assert widget is not None
        assert name in widget.accessibleName()
        if isinstance(widget, QPlainTextEdit):
            assert widget.toPlainText() == "반품 사유\n사이즈"
            assert widget.isReadOnly()
    preview.close()


def test_text_of_any_encoding_is_decoded() -> None:
    assert decode_text("한글".encode()) == "한글"
    assert decode_text("한글".encode("utf-8-sig")) == "한글"
    assert decode_text("한글".encode("cp949")) == "한글"
    assert decode_text("한글".encode("utf-16")) == "한글"
    assert decode_text("한글".encode()[:-1]) == "한"  # cut through a character
    assert decode_text(b"\xff\x00\xfe\x81") != ""


def test_all_attachments_are_saved_over_none_and_the_failed_one_tried_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engine = SlowEngine(desk, monkeypatch)
    names = ("receipt.pdf", "receipt.pdf", "../../evil.desktop", "away.txt")
    ticket = with_files(desk, *(desk.store.attachment(name, size=5) for name in names))
    area = an_area(desk, qtbot, ticket)
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "receipt.pdf").write_bytes(b"mine")
    files = [card.attachment for card in area.view.layout_of(len(area.view.rows) - 1).cards]
    area.attachments.save_all(files, folder)
    for number, file in enumerate(files):
        qtbot.waitUntil(lambda key=file.id: key in engine.open)
        if number == 3:
            engine.fail(file.id)
        else:
            engine.bring(file.id, desk.ctx.files().write([f"file {number}".encode()])[0])
    qtbot.waitUntil(lambda: bool(desk.notices) and desk.notices[-1].action == "Try again")
    assert "3 files saved" in desk.notices[-1].text
    assert "The server is away" in desk.notices[-1].detail
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {
        "receipt.pdf": b"mine",
        "receipt (2).pdf": b"file 0",
        "receipt (3).pdf": b"file 1",
        "evil.desktop": b"file 2",
    }
    assert not any(path.stat().st_mode & 0o111 for path in folder.iterdir())
    again = desk.notices[-1].on_action
    assert again is not None
    again()
    qtbot.waitUntil(lambda: files[3].id in engine.open)
    engine.bring(files[3].id, desk.ctx.files().write([b"at last"])[0])
    qtbot.waitUntil(lambda: (folder / "away.txt").exists())
    ref = f"store:{ticket.remote_id}"
    qtbot.waitUntil(
        lambda: (
            [row for row in audit(desk) if row[0] == "export.attachment"]
            == [("export.attachment", ref, "files=3"), ("export.attachment", ref, "files=1")]
        )
    )


# --- the whole conversation ----------------------------------------------------------------------


def a_talk(desk: Desk) -> TicketItem:
    ticket = desk.store.ticket(subject="<b>신발</b>")
    desk.store.message(ticket, "hello <script>x</script>", channel="email")
    desk.store.note(ticket, "she is a VIP")
    desk.store.activity(ticket)
    desk.store.message(ticket, "answer", direction="out")
    desk.store.write()
    account = desk.store.current
    assert account is not None
    desk.store.journal.enqueue(
        account, ticket.remote_id, [SendReply(text="waits")], base_revision=1, base_entry=""
    )
    return ticket


def test_a_transcript_labels_notes_or_leaves_them_out(desk: Desk) -> None:
    ticket = a_talk(desk)
    ticket_id = desk.store.id_of(ticket)
    account = desk.store.current
    assert account is not None
    desk.store.journal.add_local_note(account, ticket.remote_id, "the VIP's cat")
    reader = desk.store.reader()
    whole = read_copy(reader, ticket_id, with_notes=True)
    assert "INTERNAL NOTE" in whole.plain
    assert "| she is a VIP" in whole.plain
    assert "NOTE ONLY ON THIS COMPUTER" in whole.plain
    assert "| the VIP's cat" in whole.plain
    assert whole.plain.index("hello") < whole.plain.index("answer") < whole.plain.index("waits")
    assert "Queued" in whole.plain
    public = read_copy(reader, ticket_id, with_notes=False)
    for text in (public.plain, public.html):
        assert "VIP" not in text
        assert "INTERNAL NOTE" not in text
        assert "ONLY ON THIS COMPUTER" not in text
        assert "Without internal notes" in text
    assert whole.count == public.count + 2


def test_html_of_a_transcript_holds_no_markup_of_others(desk: Desk) -> None:
    ticket_id = desk.store.id_of(a_talk(desk))
    html = read_copy(desk.store.reader(), ticket_id, with_notes=True).html
    assert "&lt;script&gt;" in html
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "b", "h3", "small", "br", "blockquote"}


def a_dialog(desk: Desk, qtbot: QtBot, ticket: TicketItem) -> TranscriptDialog:
    area = an_area(desk, qtbot, ticket)
    area.more.open_transcript()
    (dialog,) = area.findChildren(TranscriptDialog)
    qtbot.waitUntil(lambda: bool(dialog.counted.text()))
    return dialog


def test_copying_takes_text_and_html_and_is_recorded(desk: Desk, qtbot: QtBot) -> None:
    ticket = a_talk(desk)
    dialog = a_dialog(desk, qtbot, ticket)
    assert not dialog.notes.isChecked()  # notes stay out unless they are asked for
    dialog.copy_button.click()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: "hello" in clipboard.text())
    assert "VIP" not in clipboard.text()
    assert "hello" in clipboard.mimeData().html()
    assert "VIP" not in clipboard.mimeData().html()
    wanted = ("export.conversation", f"store:{ticket.remote_id}")
    qtbot.waitUntil(lambda: wanted in [row[:2] for row in audit(desk)])
    assert "without notes" in audit(desk)[-1][2]


def pages_of(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def test_a_long_ticket_becomes_a_pdf_of_many_pages(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 120, end=" " + "긴 글 " * 60)
    desk.store.note(ticket, "she is a VIP")
    desk.store.write()
    dialog = a_dialog(desk, qtbot, ticket)
    dialog.notes.setChecked(True)
    target = tmp_path / "talk.pdf"
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    dialog.save_pdf(target)
    qtbot.waitUntil(target.exists)
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert pages_of(data) > 5
    qtbot.waitUntil(lambda: closed == [QDialog.DialogCode.Accepted.value])
    qtbot.waitUntil(lambda: audit(desk)[-1][0] == "export.conversation")
    assert audit(desk)[-1][2] == "pdf entries=121 with notes"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_printing_can_be_cancelled_and_leaves_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = desk.store.ticket()
    desk.store.messages(ticket, 300, end=" " + "긴 글 " * 60)
    desk.store.write()
    dialog = a_dialog(desk, qtbot, ticket)
    target = tmp_path / "talk.pdf"
    dialog.save_pdf(target)
    qtbot.waitUntil(lambda: dialog.progress.value() > 0)
    dialog.reject()
    qtbot.wait(50)
    assert not target.exists()
    assert "export.conversation" not in [row[0] for row in audit(desk)]


def test_what_mail_names_is_not_looked_for_on_paper(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    load = QuietDocument.loadResource

    def watched(self: QuietDocument, kind: int, name: Any) -> Any:
        asked.append(str(name))
        found = load(self, kind, name)
        assert isinstance(found, bytes) or found.isNull()
        return found

    monkeypatch.setattr(QuietDocument, "loadResource", watched)
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    pages = PagePainter(writer, QFont(), "foot")
    assert pages.begin()
    pages.paint(f'<p>x<img src="{secret}"><img src="https://example.com/x.png"></p>')
    pages.end()
    assert asked  # Qt did ask, and was given nothing


def test_pages_break_between_lines_also_beside_each_other() -> None:
    lines = [(0.0, 20.0), (20.0, 40.0), (30.0, 50.0), (50.0, 70.0)]
    assert break_before(lines, 0.0, 45.0) == 20.0  # 40 would cut the line from 30 to 50
    assert break_before(lines, 20.0, 75.0) == 70.0
    assert break_before(lines, 0.0, 10.0) == 0.0


def test_mail_keeps_its_form_on_paper_and_notes_their_label(desk: Desk) -> None:
    ticket = desk.store.ticket()
    desk.store.message(ticket, "a table", html="<table><tr><td>a table</td></tr></table>")
    desk.store.note(ticket, "she is a VIP")
    desk.store.write()
    from workspace.store.queries.conversation import get_conversation

    page = get_conversation(desk.store.reader(), desk.store.id_of(ticket))
    mail, note = (printed_entry(entry) for entry in page.entries)
    assert "<table>" in mail
    assert note.startswith('<table border="1"')
    assert "<b>INTERNAL NOTE" in note


def test_a_printer_that_can_not_be_opened_is_told(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = a_talk(desk)
    dialog = a_dialog(desk, qtbot, ticket)
    monkeypatch.setattr(PagePainter, "begin", lambda _pages: False)
    dialog.print_on(QPdfWriter(QBuffer(dialog)))
    qtbot.waitUntil(lambda: bool(desk.notices))
    assert "can't be opened" in desk.notices[-1].text
    assert dialog.print_button.isEnabled()
    dialog.reject()


def test_inline_images_are_made_as_small_as_they_are_shown(qapp: object) -> None:
    image = QImage(5000, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = bytes(buffer.data().data())
    assert decode_image(data).width() == 5000
    small = decode_image(data, INLINE_SIDE)
    assert (small.width(), small.height()) == (1600, 32)


def test_a_backends_own_status_word_is_told_in_ours(desk: Desk, qtbot: QtBot) -> None:
    ticket = desk.store.ticket(team="support")
    desk.store.message(ticket, "hello")
    desk.store.activity(ticket, change={"field": "status", "old": "open", "new": "waiting"})
    desk.store.write()
    account = desk.store.current
    assert account is not None
    waiting = StatusItem(backend_status="waiting", status=Status.PENDING, label="Waiting")
    desk.store.writer.set_directory(account, replace(DIRECTORY, statuses=(waiting,)))
    area = an_area(desk, qtbot, ticket)
    row, view = area.view.rows[-1], area.view
    assert "status to Pending" in describe_row(row, view.now_ms(), view.today())
