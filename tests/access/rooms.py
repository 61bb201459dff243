"""Ways to what no action of the window leads to by itself: menus, guards, dialogs over dialogs.

Each method of `Rooms` without an underscore opens one and gives back what ends it, or None where
closing what came up is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from workspace.domain.commands import SendReply
from workspace.domain.errors import KeyUnavailable
from workspace.domain.macro_attached import Attached
from workspace.store.journal import JournalDoor
from workspace.store.queries.rows import AttachmentRow, TicketRow
from workspace.ui.bulk.changes import Refusal
from workspace.ui.bulk.facts import Facts
from workspace.ui.bulk.run import Commands
from workspace.ui.composer.draft_history import DraftHistory
from workspace.ui.conversation.text_blocks import Link
from workspace.ui.key_row import KeyCapture
from workspace.ui.main_window import MainWindow
from workspace.ui.runtime.unlock import KeyDoor, Ways
from workspace.ui.settings.add_account import AddAccountDialog
from workspace.ui.ticket_header.ticket_header import WhoElse
from workspace.ui.widgets.chips import ChipButton

End = Callable[[], object] | None
FAR = 4_000_000_000_000  # ms UTC, in 2096
Found = TypeVar("Found", bound=QWidget)


class Rooms:
    """`wait_for(condition, what)` keeps the window alive meanwhile."""

    def __init__(
        self, window: MainWindow, wait_for: Callable[[Callable[[], object], str], None]
    ) -> None:
        self.window = window
        self.ctx = window.ctx
        self._wait_for = wait_for

    def all(self) -> Iterator[tuple[str, Callable[[], End]]]:
        """Each by its name."""
        for name, method in vars(type(self)).items():
            if callable(method) and not name.startswith("_") and name != "all":
                yield name, getattr(self, name)

    # --- before the key is there -----------------------------------------------------------

    def unlock_choose(self) -> End:
        return self._unlock(Ways(choose=True, code=False))

    def unlock_passphrase(self) -> End:
        return self._unlock(Ways(enter=True, retry=False))

    def unlock_keyring(self) -> End:
        return self._unlock(Ways())

    def unlock_recovered(self) -> End:
        return self._unlock(Ways(choose=True, retry=False, code=False, recovered=True))

    def _unlock(self, ways: Ways) -> End:
        door = KeyDoor(self.ctx.paths, None, None)
        door.ways = ways
        error = KeyUnavailable("The keyring is locked.", "Unlock it, then try again.")
        self.window.pages._unlock = None  # else the first door's
        self.window.pages.show_unlock(door, error)
        return self.window.pages.hide_unlock

    def recovery_code(self) -> End:
        self.window.pages.open_settings("recovery")
        self._press("make_recovery_code")
        self._until_shown(QLineEdit, "recovery_code", lambda field: field.text())
        return self._close_settings

    # --- menus -----------------------------------------------------------------------------

    def window_menu(self) -> End:
        self.window.open_menu()
        return self._popup()

    def ticket_menu(self) -> End:
        return self._ticket_menu("more")

    def menu_assign(self) -> End:
        return self._ticket_menu("assign")

    def menu_team(self) -> End:
        return self._ticket_menu("team")

    def menu_status(self) -> End:
        return self._ticket_menu("status")

    def menu_priority(self) -> End:
        return self._ticket_menu("priority")

    def menu_tags(self) -> End:
        return self._ticket_menu("tags")

    def menu_snooze(self) -> End:
        return self._ticket_menu("snooze")

    def _ticket_menu(self, kind: str) -> End:
        self.window.list.commands.act(kind, self._corner(self.window.list))
        return self._popup()

    def message_menu(self) -> End:
        view = self.window.conversation.view
        rows = range(len(self.window.conversation.source.entries))
        messages = [row for row in rows if view.entry_at(row) is not None]
        view.menu_asked.emit(messages[-1], self._corner(view))
        return self._popup()

    def conversation_menu(self) -> End:
        self.window.conversation.more.open(self._corner(self.window.conversation))
        return self._popup()

    def order_menu(self) -> End:
        self.window.list.head.order.menu().popup(self._corner(self.window.list))
        return self._popup()

    def queue_menu(self) -> End:
        key = self._own_queue()
        queue = self.window.queues.model.queue(key)
        self.window.queues.own.open_menu(queue, self._corner(self.window.queues))
        return self._popup()

    def header_team(self) -> End:
        self.window.header.open_team_menu()
        return self._popup()

    def header_status(self) -> End:
        self.window.header.open_status_menu()
        return self._popup()

    def header_priority(self) -> End:
        self.window.header.open_priority_menu()
        return self._popup()

    def header_rest(self) -> End:
        line = self.window.header._one_line
        width, was_on = line._holder.maximumWidth(), line._is_on
        line.set_on(True)
        line._holder.setMaximumWidth(self.ctx.theme.px(160))
        self._wait_for(line._rest.isVisible, "the chip of the rest")
        line._rest.click()

        def unfold() -> None:
            line._holder.setMaximumWidth(width)
            line.set_on(was_on)

        return self._popup(unfold)

    def send_menu(self) -> End:
        self.window.start_reply()
        self.window.composer.panes["reply"].open_send_menu()
        return self._popup()

    def note_menu(self) -> End:
        self.window.start_note()
        self.window.composer.panes["note"].open_send_menu()
        return self._popup()

    def tools_menu(self) -> End:
        self.window.composer.bar.open_menu()
        return self._popup()

    def word_menu(self) -> End:
        self.window.start_reply()
        self.window.composer.panes["reply"].edit.menu_asked.emit(QPoint(4, 4), True)
        return self._popup()

    # --- over the ticket -------------------------------------------------------------------

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
        return _both(self.macro_rides_along(), self.send_guard())

    def number_guard_and_macro(self) -> End:
        return _both(self.macro_rides_along(), self.number_guard())

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

    # --- several tickets -------------------------------------------------------------------

    def bulk_bar(self) -> End:
        self.window.list.marks.put(self._some_ids())
        return self.window.list.marks.clear

    def bulk_results(self) -> End:
        def deal(row: TicketRow, facts: Facts | None) -> Commands | Refusal:
            return Refusal("This account can only be read.")

        run = self.window.ticket_actions.run(self._some_ids(), deal, "Solved")
        assert run is not None
        self._wait_for(lambda: run.refused, "tickets that were not changed")
        self.window.ticket_actions._watched[-1].show_results()
        return self._drop_notices

    def close_over_bulk(self) -> End:
        from workspace.ui.bulk import closing

        closing.ask(7, self.window, lambda window: None)
        return None

    def tag_dialog(self) -> End:
        self.window.ticket_actions.ask_tag(self._some_ids())
        return None

    def queue_to_edit(self) -> End:
        queue = self.window.queues.model.queue(self._own_queue())
        assert queue is not None
        self.window.queues.own.open_edit(queue)
        return None

    # --- notices ---------------------------------------------------------------------------

    def notice(self) -> End:
        self.ctx.notices.show(
            "Not sent.", "bad", action="Show", on_action=lambda: None, seconds=0.0, key="walk"
        )
        return self._drop_notices

    def notice_in_own_window(self) -> End:
        self.window.pop_out()
        self._wait_for(lambda: self.window.open_tickets.windows, "the ticket's own window")
        own = self.window.open_tickets.windows[-1]
        own.activateWindow()
        own._notices.show("Not sent.", "bad", seconds=0.0, key="walk")
        return self._drop_notices

    def _drop_notices(self) -> None:
        for card in self.window.notice_bar.cards():
            self.window.notice_bar.drop(card)

    # --- accounts and settings -------------------------------------------------------------

    def outbox(self) -> End:
        ticket = self.window.conversation.source.ticket
        assert ticket is not None
        ids: list[str] = []

        def put(door: JournalDoor) -> list[str]:
            return door.enqueue(
                ticket.account_id,
                ticket.remote_id,
                [SendReply(text="Later.")],
                base_revision=ticket.revision,
                base_entry="",
                not_before=FAR,
            )

        self._write(put, ids)
        self.ctx.bus.announce(outbox=True)
        self.window.open_status()
        self._until_shown(QPushButton, f"take_back_{ids[0]}")
        return lambda: self._write(lambda door: door.take_back_many(ids), [])

    def password_again(self) -> End:
        self._card()._on_secret()
        return self._close_status

    def edit_account(self) -> End:
        self._card()._on_edit()
        self._until_shown(QPushButton, "save_account", lambda button: button.isEnabled())
        return self._close_status

    def add_account_asking(self) -> End:
        self.window.pages.open_add_account()
        dialog = self._until_shown(AddAccountDialog)
        self._wait_for(lambda: dialog.connector.count(), "the connectors")
        dialog._busy(True, "Asking the server…")
        return None

    def _card(self) -> Any:
        from workspace.ui.sync_status.account_cards import AccountCard

        self.window.open_status()
        return self._until_shown(AccountCard)

    def key_asked(self) -> End:
        self.window.open_shortcuts()
        self._until_shown(ChipButton, "add_key").click()
        self._until_shown(KeyCapture)
        return None

    def key_taken(self) -> End:
        from workspace.ui.shortcuts_page import ShortcutsPage

        self.window.open_shortcuts()
        page = self._until_shown(ShortcutsPage)
        page._on_pressed(next(spec for spec in self.window.table if spec.id == "reply"), "N")
        return None

    # --- macros ----------------------------------------------------------------------------

    def macro_menu(self) -> End:
        self._editor()._open_more()
        return self._popup(self._close_editor)

    def macro_languages(self) -> End:
        self._editor().form.words._open_languages()
        return self._popup(self._close_editor)

    def macro_placeholders(self) -> End:
        self._editor().form.words._open_placeholders()
        return self._popup(self._close_editor)

    def macro_key(self) -> End:
        self._editor().form.key.click()
        self._until_shown(KeyCapture)
        return self._close_editor

    def macros_to_import(self) -> End:
        from workspace.macro_exchange import Offered
        from workspace.ui.macros.exchange import ImportDialog

        editor = self._editor()
        macro = editor._library.files.usable()[0]
        found = [Offered(macro.id, macro.macro, (), conflict=True)]
        ImportDialog(self.ctx, found, editor).open()
        return self._close_editor

    def _editor(self) -> Any:
        from workspace.ui.macros.editor import MacroEditor

        self.window.pane.macros.room.open_editor()
        editor = self._until_shown(MacroEditor)
        self._wait_for(lambda: editor.view.model().rowCount(), "macros in the editor")
        return editor

    def _close_editor(self) -> None:
        from workspace.ui.macros.editor import MacroEditor

        self._close(MacroEditor)

    # --- parts -----------------------------------------------------------------------------

    def _some_ids(self) -> list[int]:
        rows = [self.window.list.model.row_at(position) for position in range(3)]
        return [row.id for row in rows if row is not None]

    def _corner(self, widget: QWidget) -> QPoint:
        return widget.mapToGlobal(QPoint(20, 60))

    def _popup(self, then: End = None) -> End:
        self._wait_for(QApplication.activePopupWidget, "a menu")
        return then

    def _own_queue(self) -> str:
        keys = self.window.queues.model.own_keys
        if not keys():
            self._write(lambda door: door.add_queue("Urgent", "priority:high", "newest"), [])
            self.ctx.bus.lists_changed.emit()
            self._wait_for(keys, "a queue of one's own")
        return keys()[-1]

    def _write(self, work: Callable[[JournalDoor], Any], into: list[Any]) -> None:
        done: list[object] = []

        def take(found: Any) -> None:
            done.append(True)
            if isinstance(found, list):
                into.extend(found)

        self.ctx.writes.submit(work, done=take)
        self._wait_for(lambda: done, "the journal")

    def _visible(self, kind: type[Found], name: str) -> list[Found]:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        found = [
            widget
            for top in tops
            for widget in (top.findChildren(kind, name) if name else top.findChildren(kind))
        ]
        found += [top for top in tops if isinstance(top, kind) and not name]
        return [widget for widget in found if widget.isVisible()]

    def _until_shown(
        self,
        kind: type[Found],
        name: str = "",
        ready: Callable[[Found], object] = lambda _: True,
    ) -> Found:
        self._wait_for(
            lambda: any(ready(widget) for widget in self._visible(kind, name)),
            name or kind.__name__,
        )
        return self._visible(kind, name)[0]

    def _press(self, name: str) -> None:
        self._until_shown(QPushButton, name).click()

    def _close(self, kind: type[QWidget]) -> None:
        for widget in self._visible(kind, ""):
            widget.close()

    def _close_settings(self) -> None:
        from workspace.ui.settings.settings_page import SettingsPage

        self._close(SettingsPage)

    def _close_status(self) -> None:
        from workspace.ui.sync_status.status_page import StatusPage

        self._close(StatusPage)


def _both(first: End, then: End) -> End:
    def over() -> None:
        for end in (then, first):
            if end is not None:
                end()

    return over
