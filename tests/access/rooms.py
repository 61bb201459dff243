"""Ways to what no action of the window leads to by itself: menus, guards, dialogs over dialogs."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.access.menu_rooms import MenuRooms
from tests.access.ticket_rooms import TicketRooms
from tests.access.ways import End
from workspace.domain.commands import SendReply
from workspace.domain.errors import KeyUnavailable
from workspace.store.journal import JournalDoor
from workspace.store.queries.rows import TicketRow
from workspace.ui.bulk.changes import Refusal
from workspace.ui.bulk.facts import Facts
from workspace.ui.bulk.parts import Commands
from workspace.ui.key_row import KeyCapture
from workspace.ui.runtime.unlock import KeyDoor, Ways
from workspace.ui.settings.add_account import AddAccountDialog
from workspace.ui.widgets.chips import ChipButton

FAR = 4_000_000_000_000  # ms UTC, in 2096


class Rooms(TicketRooms, MenuRooms):
    """All of them; a new dialog, menu or widget that no action shows gets its way here."""

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
        macro = editor.library.files.usable()[0]
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
