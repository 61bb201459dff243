"""Ways to what comes over a ticket, and over what is being written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.access.ways import End, WaysIn, both
from workspace.domain.macro_attached import Attached
from workspace.store.queries.rows import AttachmentRow
from workspace.ui.composer.draft_history import DraftHistory
from workspace.ui.conversation.text_blocks import Link
from workspace.ui.ticket_header.ticket_header import WhoElse
from workspace.ui.widgets.chips import ChipButton


class TicketRooms(WaysIn):
    def fields(self) -> End:
        self.window.header.open_fields()
        return None

    def colleague_here(self) -> End:
        who = self.window.header.findChild(WhoElse)
        assert who is not None
        who.show_names(["Marco Rossi"])
        return lambda: who.show_names([])

    def only_notes(self) -> End:
        self.window.conversation.show_kind("note")
        return lambda: self.window.conversation.show_kind("")

    def link_under_pointer(self) -> End:
        self.window.conversation.typing.show_target("https://example.com/returns")
        return lambda: self.window.conversation.typing.show_target("")

    def link_question(self) -> End:
        self.window.conversation.view.link_asked.emit(
            Link("https://example.org/other", "example.com")
        )
        return None

    def preview_image(self) -> End:
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.gray)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return self._preview("shoe.png", "image/png", bytes(data.data()))

    def preview_text(self) -> End:
        return self._preview("notes.txt", "text/plain", "반품 사유".encode())

    def _preview(self, name: str, media: str, data: bytes) -> End:
        file, size, _ = self.ctx.files().write([data])
        attachment = AttachmentRow(id=1, name=name, size=size, media_type=media, file=file)
        self.window.conversation.attachments.preview(attachment)
        return None

    # --- the composer ----------------------------------------------------------------------

    def emoji(self) -> End:
        self.window.start_reply()
        self.window.composer.tools.use("emoji")
        return None

    def send_later(self) -> End:
        end = self._written("Until tomorrow.")
        self.window.composer.tools.use("send_later")
        return end

    def earlier_versions(self) -> End:
        end = self._written("One way to say it.")
        composer = self.window.composer
        composer.writing.take_text("reply")
        key = composer.key("reply")
        assert key is not None
        kept: list[bool] = []
        composer.book.keep_version(key, "replaced", then=lambda: kept.append(True))
        self._wait_for(lambda: kept, "a version to be kept")
        composer.panes["reply"].edit.setPlainText("Another way to say it.")
        composer.tools.use("draft_history")
        self._until_shown(DraftHistory)
        return end

    def text_preview(self) -> End:
        end = self._written("*Thank you* for waiting.")
        composer = self.window.composer
        composer.tools.use("preview")
        self._wait_for(lambda: composer.panes["reply"].is_previewing, "the preview")

        def back() -> None:
            composer.panes["reply"].show_editor()
            if end:
                end()

        return back

    def colleagues_offered(self) -> End:
        self.window.start_note()
        edit = self.window.composer.panes["note"].edit
        QTest.keyClicks(edit, "@")
        return lambda: edit.setPlainText("")

    def local_note(self) -> End:
        composer = self.window.composer
        self.window.start_note()
        kind = composer.panes["note"].kind
        assert kind is not None
        kind.click()
        edit = composer.panes["local"].edit
        QTest.keyClicks(edit, "Ask the boss before Friday.")

        def back() -> None:
            edit.setPlainText("")
            composer.focus_mode("note")

        return back

    def placeholder_guard(self) -> End:
        return self._held("Your order {{ticket.ref}} is on its way.")

    def number_guard(self) -> End:
        return self._held("Is it 4111 1111 1111 1111?")

    def send_guard(self) -> End:
        guard = self.window.composer.flow.guard
        entry = next(e for e in self.window.conversation.source.entries if e.kind == "message")
        key = self.window.composer.key("reply")
        assert key is not None
        guard.holds(key, [entry], "")
        return guard.dismiss

    def send_guard_and_macro(self) -> End:
        return both(self.macro_rides_along(), self.send_guard())

    def number_guard_and_macro(self) -> End:
        return both(self.macro_rides_along(), self.number_guard())

    def _held(self, text: str) -> End:
        end = self._written(text)
        self.window.composer.flow.send("reply")

        def over() -> None:
            self.window.composer.flow.dismiss_guards()
            if end:
                end()

        return over

    def files_attached(self) -> End:
        file = self.ctx.paths.base / "label.txt"
        file.write_text("H-14")
        composer = self.window.composer
        self.window.start_reply()
        composer.attach([Path(file)], "reply")
        tray = composer.panes["reply"].tray
        self._wait_for(lambda: tray.findChildren(ChipButton), "the file")
        return lambda: tray.findChildren(ChipButton)[-1].click()

    def macro_rides_along(self) -> End:
        room = self.window.pane.macros.room
        key = self.window.composer.key("reply")
        assert key is not None
        room.rides.add(key, Attached(lines=("Status: Pending",), snooze="tomorrow"))
        return lambda: room.rides.drop(key)

    def undo_offer(self) -> End:
        pane = self.window.composer.panes["reply"]
        self.window.start_reply()
        pane.undo.show()
        return pane.undo.hide

    def _written(self, text: str) -> End:
        self.window.start_reply()
        edit = self.window.composer.panes["reply"].edit
        edit.setPlainText(text)
        return lambda: edit.setPlainText("")
