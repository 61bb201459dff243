"""What opens over or instead of the panes: palette, dialogs, welcome, unlocking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from workspace.domain.errors import WorkspaceError
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.unlock import KeyDoor
from workspace.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from workspace.ui.keymap import Taken
    from workspace.ui.main_window import MainWindow
    from workspace.ui.unlock_page import UnlockPage


class WindowPages(QObject):
    """Imports each page when it is first opened, so that none weighs on the start."""

    def __init__(self, ctx: WindowContext, window: MainWindow) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._welcome: EmptyState | None = None
        self._unlock: UnlockPage | None = None
        self._open: dict[str, QDialog] = {}

    def show_welcome(self, wanted: bool) -> None:
        """Without an account: the two ways to begin, instead of empty panes."""
        stack = self._window.stack
        if wanted and self._welcome is None:
            page = EmptyState(self._ctx.theme)
            page.setObjectName("welcome")
            page.say(
                t("Welcome", "Welcome to Workspace"),
                t(
                    "Welcome",
                    "Connect the ticket system you work with, or look around first with sample"
                    " data. What you read and write stays encrypted on this computer.",
                ),
            )
            page.offer(t("Welcome", "Connect an account…"), self.open_add_account, primary=True)
            page.offer(t("Welcome", "Try it with sample data"), self.open_demo)
            self._welcome = page
            stack.addWidget(page)
        if self._welcome is not None:
            came = wanted and stack.currentWidget() is not self._welcome
            stack.setCurrentIndex(stack.indexOf(self._welcome) if wanted else 0)
            if came:
                self._welcome.focus_first()

    def show_unlock(self, key_door: KeyDoor, error: WorkspaceError) -> None:
        """The key can't be read: say why, and how to go on."""
        from workspace.ui.unlock_page import UnlockPage

        stack = self._window.stack
        if self._unlock is None:
            self._unlock = UnlockPage(key_door, self._ctx.theme)
            stack.addWidget(self._unlock)
        self._unlock.say(error)
        stack.setCurrentWidget(self._unlock)
        self._window.status.show_locked(True)

    def hide_unlock(self) -> None:
        """The key is there: back to work."""
        if self._unlock is not None:
            self._unlock.forget()
            self._window.status.show_locked(False)
            self._window.stack.setCurrentIndex(0)

    def offer_recovery_code(self) -> None:
        """A passphrase was chosen: the way back for when it is forgotten follows at once."""
        self.open_settings("recovery")

    def open_demo(self) -> None:
        """A second window on a desk of its own; nothing of it gets into this one."""
        from workspace.ui.own_process import start_demo

        self._ctx.writes.run(start_demo)
        self._ctx.notices.show(
            t("Welcome", "The window with sample data opens beside this one in a moment.")
        )

    def open_search(self) -> None:
        """The palette."""
        from workspace.ui.search.palette import SearchPalette

        palette = self._window.findChild(SearchPalette)
        if palette is None:
            palette = SearchPalette(self._ctx, self._window)
            palette.ticket_asked.connect(self._window.show_ticket)
        palette.open()

    def open_link(self, link: str) -> None:
        """A ticket by a link that came from outside."""
        from workspace.ui.open_link import open_link

        open_link(self._ctx, self._window, link)

    def open_status(self) -> None:
        """Accounts and outbox in detail."""
        from workspace.ui.sync_status.status_page import StatusPage

        def make() -> QDialog:
            page = StatusPage(self._ctx, self._window)
            page.account_asked.connect(self.open_add_account)
            page.ticket_asked.connect(self._window.show_ticket)
            return page

        self._show("status", make)

    def open_settings(self, tab: str = "") -> None:
        """Settings; `tab` is the name of one of its pages."""
        from workspace.ui.settings.settings_page import SettingsPage

        def make() -> QDialog:
            page = SettingsPage(self._ctx, self._window)
            page.account_asked.connect(self.open_add_account)
            page.shortcuts_asked.connect(self.open_shortcuts)
            page.debug_asked.connect(self.open_debug)
            page.notification_asked.connect(self._try_notification)
            return page

        self._show("settings", make)
        page = self._open["settings"]
        if isinstance(page, SettingsPage):
            page.show_tab(tab)

    def _try_notification(self) -> None:
        from workspace.ui.notifications.rules import example

        if self._window.notifier is not None:
            self._window.notifier.try_out(example(self._ctx.settings.value))

    def open_add_account(self) -> None:
        """Connect an account."""
        from workspace.ui.settings.add_account import AddAccountDialog

        def make() -> QDialog:
            page = AddAccountDialog(self._ctx, self._window)
            page.added.connect(self._offer_recovery)
            return page

        self._show("add_account", make)

    def _offer_recovery(self) -> None:
        from workspace.ui.runtime.flows import Flow

        Flow(self, self._recovery_offered(), self._ctx.notices.error)

    async def _recovery_offered(self) -> None:
        """Who has data here should have a way back to it, once."""
        from workspace.ui.runtime.flows import written

        paths = self._ctx.paths

        def has_code() -> bool:
            from workspace.keys import has_recovery_code

            return has_recovery_code(paths)

        if self._ctx.recovery_code is None or await written(self._ctx.writes, has_code):
            return
        self._ctx.notices.show(
            t(
                "Window",
                "There is no recovery code yet. If the keyring of this system is lost or the"
                " passphrase forgotten, nothing else opens what Workspace keeps here.",
            ),
            "warn",
            action=t("Window", "Make a recovery code"),
            on_action=lambda: self.open_settings("recovery"),
            seconds=0.0,
            key="recovery",
        )

    def open_shortcuts(self) -> None:
        """The keys, from the action table."""
        from workspace.ui.shortcuts_page import ShortcutsPage

        self._show(
            "shortcuts",
            lambda: ShortcutsPage(self._ctx, self._window.table, self._other_keys, self._window),
        )

    def open_debug(self) -> None:
        """What the program did lately."""
        from workspace.ui.debug.debug_page import DebugPage

        self._show("debug", lambda: DebugPage(self._ctx, self._window))

    def _other_keys(self) -> list[Taken]:
        """Keys that are not in the action table."""
        from workspace.ui.macros.library import library_of

        return library_of(self._ctx).keys_taken()

    def _forget(self, name: str, identity: int, _gone: object = None) -> None:
        if id(self._open.get(name)) == identity:
            del self._open[name]

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        """One of each at a time; never `exec`, which would nest event loops."""
        page = self._open.get(name)
        if page is None or not page.isVisible():  # one that was closed is about to go
            page = self._open[name] = make()
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.destroyed.connect(partial(self._forget, name, id(page)))
        page.show()
        page.raise_()
        page.activateWindow()
