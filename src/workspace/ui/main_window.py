"""The window: five panes, their wiring, what the keys do. Its parts do the work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workspace.store.queries.rows import AccountRow, OutboxRow
from workspace.ui import actions, keymap
from workspace.ui.composer.composer import Composer
from workspace.ui.contact_pane.contact_pane import ContactPane
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.i18n import t
from workspace.ui.pane_layout import CUSTOMER, LIST, QUEUES, TICKET, PaneLayout
from workspace.ui.queue_nav.pane import QueuesPane
from workspace.ui.rail import Rail
from workspace.ui.runtime.context import WindowContext
from workspace.ui.status_bar import StatusBar
from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_header.ticket_header import TicketHeader
from workspace.ui.ticket_list.pane import TicketListPane
from workspace.ui.ticket_tabs.open_tickets import OpenTickets
from workspace.ui.ticket_tabs.ticket_keys import TicketKeys
from workspace.ui.ticket_tabs.ticket_pane import TicketPane
from workspace.ui.widgets.dam import Dam
from workspace.ui.widgets.empty_state import EmptyState
from workspace.ui.widgets.notice_bar import NoticeBar
from workspace.ui.widgets.popup_menu import PopupMenu
from workspace.ui.window_pages import WindowPages

if TYPE_CHECKING:
    from workspace.ui.notifications.notifier import Notifier

TICKET_PX = 270  # what a ticket needs at least, and two side by side
SPLIT_PX = 700


class MainWindow(QMainWindow, TicketKeys):
    """Lives as long as the program; `WindowPages` holds palette and dialogs.

    Signals:
        closed: the window went away; the program ends.
        ticket_shown: the ticket that shows from now on.
    """

    closed = Signal()
    ticket_shown = Signal(int)

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("main_window")
        self.setWindowTitle("Workspace")
        self.setMinimumSize(640, 420)
        self.notifier: Notifier | None = None
        self.ticket_actions = TicketActions(ctx, self)
        self.table = actions.action_table()
        self.actions_by_id = actions.install(self, self.table)
        self._give_keys()
        self._build()
        self.pages = WindowPages(ctx, self)
        self._connect()
        self.panes.restore()

    # --- building ------------------------------------------------------------------------

    def _build(self) -> None:
        # From the outside in: a widget that gets another parent gets its looks anew, all below too.
        ctx = self.ctx
        whole = QWidget()
        self.setCentralWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        row.addWidget(self._build_rail())
        self.stack = QStackedWidget()
        row.addWidget(self.stack, 1)
        self._build_work()
        self.status = StatusBar(ctx)
        column.addWidget(self.status)
        self.notice_bar = NoticeBar(ctx.notices, ctx.theme, whole)

    def _build_rail(self) -> Rail:
        rail = self.rail = Rail(self.ctx.theme, self.ctx.settings)
        self.rail_inbox = rail.add("inbox", t("Window", "Tickets"), self.show_tickets)
        self.rail_inbox.chosen = True
        rail.add("search", t("Window", "Search everything"), self.open_search, keys="search")
        standing = t("Window", "Accounts and outbox")
        self.rail_outbox = rail.add("outbox", standing, self.open_status, keys="status")
        shortcuts = t("Window", "Keyboard shortcuts")
        rail.add("help", shortcuts, self.open_shortcuts, below=True, keys="shortcuts")
        settings = t("Window", "Settings")
        rail.add("gear", settings, self.open_settings, below=True, keys="settings")
        self.rail_menu = rail.add("menu", t("Window", "Menu"), self.open_menu, below=True)
        return rail

    def _build_work(self) -> None:
        ctx = self.ctx
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.stack.addWidget(self.splitter)
        self.panes = PaneLayout(ctx, self, self.splitter)
        self.queues = QueuesPane(ctx)
        self.panes.add(self.queues, 140)
        self.list = TicketListPane(ctx, self.ticket_actions)
        self.list.use(self.table, self.actions_by_id, self.queues)
        self.panes.add(self.list, 180)
        self.ticket_stack = QStackedWidget()
        self.panes.add(self.ticket_stack, TICKET_PX)
        self.nothing = EmptyState(ctx.theme)
        self._say_nothing_chosen()
        holder = QFrame()
        holder.setProperty("pane", "panel")
        QVBoxLayout(holder).addWidget(self.nothing)
        self.ticket_stack.addWidget(holder)
        self.open_tickets = OpenTickets(ctx, self.ticket_actions, self)
        self.tabs = self.open_tickets.tabs
        self.ticket_stack.addWidget(Dam(self.tabs))
        self.contact = ContactPane(ctx)
        self.panes.add(self.contact, 220)

    def _connect(self) -> None:
        self.queues.queue_chosen.connect(self.list.show_queue)
        self.queues.order_changed.connect(self.list.set_order)
        self.queues.wakes.ticket_asked.connect(self.show_ticket)
        self.queues.queue_entered.connect(self.focus_list)
        self.list.ticket_chosen.connect(self._on_ticket_chosen)
        self.list.ticket_opened.connect(self._on_ticket_opened)
        self.list.view.tab_asked.connect(lambda ticket_id: self.tabs.open_tab(ticket_id))
        self.list.search_asked.connect(self.open_search)
        self.contact.ticket_asked.connect(self.show_ticket)
        self.ticket_actions.ticket_asked.connect(self.show_ticket)
        self.open_tickets.front_changed.connect(self._on_front)
        self.tabs.split_changed.connect(self._on_split)
        self.open_tickets.looked_at.connect(self.ticket_shown)
        self.status.details_asked.connect(self.open_status)
        self.status.shortcuts_asked.connect(self.open_shortcuts)
        self.status.standing_read.connect(self._on_standing)
        self.ctx.settings.changed.connect(self._give_keys)
        self.ctx.settings.changed.connect(self._say_nothing_chosen)

    def _give_keys(self) -> None:
        keymap.give_keys(self.actions_by_id, self.table, self.ctx.settings.value)

    def _say_nothing_chosen(self) -> None:
        keys = keymap.word_of("search", self.ctx.settings.value)
        told = t(
            "Window", "Choose one in the list, or press {keys} to search everything.", keys=keys
        )
        self.nothing.say(
            t("Window", "No ticket chosen"),
            told if keys else t("Window", "Choose one in the list."),
        )

    def start(self) -> None:
        """Begin to read what shows. Call it once the window is on the screen, or will be."""
        self.focus_list()
        self.queues.refresh()
        self.status.refresh()
        self.tabs.restore()

    def bring_up(self) -> None:
        """Before the other windows, also out of the task bar."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- tickets -------------------------------------------------------------------------

    @property
    def ticket_id(self) -> int | None:
        """The ticket in front."""
        return self.tabs.tab.ticket_id

    @property
    def pane(self) -> TicketPane:
        """The ticket in front."""
        return self.tabs.pane

    @property
    def header(self) -> TicketHeader:
        """Of the ticket in front."""
        return self.pane.header

    @property
    def conversation(self) -> ConversationArea:
        """Of the ticket in front."""
        return self.pane.conversation

    @property
    def composer(self) -> Composer:
        """Of the ticket in front."""
        return self.pane.composer

    def show_ticket(
        self, ticket_id: int, at_entry: int | None = None, words: Sequence[str] = ()
    ) -> None:
        """Show a ticket in all panes, and mark it in the list if it stands there.

        `words` are what a search found it by.
        """
        self.list.choose_first = False
        self.list.view.choose(ticket_id, announce=False)
        if not self.tabs.show_in_front(ticket_id, at_entry, words):
            self.tabs.show_in_first(ticket_id, at_entry, words)

    def _on_front(self) -> None:
        ticket_id = self.ticket_id
        self.ticket_stack.setCurrentIndex(0 if ticket_id is None else 1)
        self.contact.show_ticket(ticket_id)

    def _on_ticket_chosen(self, ticket_id: int) -> None:
        # Until it is clear which queue is the first, its first ticket is not clear either.
        self.list.choose_first = not self.queues.settled
        self.tabs.show_in_first(ticket_id)

    def _on_ticket_opened(self, ticket_id: int) -> None:
        self.tabs.show_in_first(ticket_id)
        self.focus_conversation()

    def _on_standing(self, accounts: list[AccountRow], waiting: list[OutboxRow]) -> None:
        stuck = sum(1 for r in waiting if r.state in ("failed", "conflict") or r.needs_agent)
        count = stuck or len(waiting)
        words = (
            t("Window", "%n not sent", stuck)
            if stuck
            else t("Window", "%n waiting to be sent", len(waiting))
        )
        self.rail_outbox.set_count(count, words if count else "", bad=bool(stuck))
        self.list.set_first_sync(any(not a.history_complete and not a.paused for a in accounts))
        self.pages.show_welcome(not accounts)

    # --- what the keys do (actions.py names these) -----------------------------------------

    def targets(self) -> list[int]:
        """The tickets chosen together, else the one that shows."""
        return sorted(self.list.marks.ids) or super().targets()

    def assign(self) -> None:
        if self.list.marks:
            self.list.commands.act("assign")
        else:
            super().assign()

    def add_tag(self) -> None:
        if self.list.marks:
            self.list.commands.act("tag")
        else:
            super().add_tag()

    def mark_ticket(self) -> None:
        self.list.view.toggle_mark()

    def open_tab(self) -> None:
        if self.ticket_id is not None:
            self.tabs.open_tab(self.ticket_id)

    def close_tab(self) -> None:
        self.tabs.close_current()

    def next_tab(self) -> None:
        self.tabs.step(1)

    def previous_tab(self) -> None:
        self.tabs.step(-1)

    def split(self) -> None:
        if self.tabs.is_split or self.panes.room() >= 2 * TICKET_PX:
            self.tabs.split()
        else:
            self.ctx.notices.show(
                t("Window", "There is no room for two tickets side by side in this window."),
                action=t("Window", "In its own window"),
                on_action=self.pop_out,
                key="split",
            )

    def _on_split(self, beside: bool) -> None:
        room = max(2 * TICKET_PX, min(SPLIT_PX, self.panes.room()))
        self.panes.need(room if beside else TICKET_PX)

    def pop_out(self) -> None:
        self.open_tickets.pop_out_current()

    def next_ticket(self) -> None:
        self.list.view.step(1)

    def previous_ticket(self) -> None:
        self.list.view.step(-1)

    def show_tickets(self) -> None:
        """The rail's first place; in a narrow window it brings the queues too."""
        self.panes.show(QUEUES)
        self.focus_list()

    def focus_queues(self) -> None:
        self.panes.show(QUEUES)
        self.queues.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_list(self) -> None:
        self.panes.show(LIST)
        self.list.focus_list()

    def focus_conversation(self) -> None:
        self.panes.show(TICKET)
        super().focus_conversation()

    def start_reply(self) -> None:
        self.panes.show(TICKET)
        super().start_reply()

    def start_note(self) -> None:
        self.panes.show(TICKET)
        super().start_note()

    def focus_customer(self) -> None:
        self.panes.show(CUSTOMER)
        self.contact.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def new_queue(self) -> None:
        self.queues.own.open_new()

    def toggle_queues(self) -> None:
        self.panes.toggle(QUEUES)

    def toggle_customer(self) -> None:
        self.panes.toggle(CUSTOMER)

    def open_search(self) -> None:
        self.pages.open_search()

    def open_status(self) -> None:
        self.pages.open_status()

    def open_settings(self) -> None:
        self.pages.open_settings()

    def open_add_account(self) -> None:
        self.pages.open_add_account()

    def open_shortcuts(self) -> None:
        self.pages.open_shortcuts()

    def open_debug(self) -> None:
        self.pages.open_debug()

    def open_menu(self) -> None:
        menu = PopupMenu(t("Window", "Menu"), self)
        actions.fill_menu(menu, self.table, self.actions_by_id)
        corner = self.rail_menu.mapToGlobal(QPoint(self.rail_menu.width(), 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height() - self.rail_menu.height()))

    def sync_now(self) -> None:
        self.ctx.engine.restart()
        self.ctx.engine.call("sync.now")

    # --- Qt ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.ticket_actions.ask_before_close():
            event.ignore()
            return
        self.leave()
        super().closeEvent(event)
        self.closed.emit()

    def leave(self) -> None:
        """Hand over what is typed and remember what is open; nobody is asked."""
        self.open_tickets.close()
        self.panes.save()
