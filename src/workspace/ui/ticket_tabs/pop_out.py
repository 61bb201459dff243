"""A ticket in a window of its own, with the same keys as in the main window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow
from workspace.ui import actions, keymap
from workspace.ui.composer.draft_book import DraftBook
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.notices import Notice, Notices
from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_tabs.ticket_keys import ACTIONS, TicketKeys
from workspace.ui.ticket_tabs.ticket_pane import TicketPane
from workspace.ui.ticket_tabs.ticket_tabs import read_tabs
from workspace.ui.widgets.notice_bar import NoticeBar, NoticeCard
from workspace.ui.widgets.room import resize_within
from workspace.ui.words import one_line

SIZE_PX = [760, 820]
LEAST_PX = (420, 440)


class NoticesOnTop(NoticeBar):
    """Notices over the conversation's upper edge: there is no list here that they could cover."""

    def _lay(self, card: NoticeCard) -> None:
        self._column.addWidget(card)

    def _lie(self) -> None:
        place = self.parentWidget()
        if place is not None:
            width = min(self._theme.px(470), place.width() - self._theme.px(24))
            least = self._column.minimumSize().height()
            height = max(self._column.heightForWidth(width), least)
            left = (place.width() - width) // 2
            self.setGeometry(left, self._theme.px(90), width, height)
            self.raise_()


class PopOutWindow(QMainWindow, TicketKeys):
    """Signals:
    gone: it was closed.
    """

    gone = Signal(object)

    def __init__(
        self, ctx: WindowContext, ticket_id: int, book: DraftBook, deeds: TicketActions
    ) -> None:
        super().__init__()
        self._ctx = ctx
        self.ticket_actions = deeds
        self.ref = ""
        self.setObjectName("ticket_window")
        self._pane = TicketPane(ctx, book)
        self.setCentralWidget(self._pane)
        self._notices = Notices()
        self._notices.setParent(self)
        self.notice_bar = NoticesOnTop(self._notices, ctx.theme, self._pane)
        ctx.notices.posted.connect(self._on_notice)
        ctx.notices.withdrawn.connect(self._notices.withdrawn)
        self.table = tuple(spec for spec in actions.action_table() if spec.id in ACTIONS)
        self.actions_by_id = actions.install(self, self.table)
        self._give_keys()
        ctx.settings.changed.connect(self._give_keys)
        ctx.bus.tickets_changed.connect(self._on_tickets)
        theme = ctx.theme
        wide, high = ctx.settings.value.splitters.get("popout", SIZE_PX)
        self.setMinimumSize(theme.px(LEAST_PX[0]), theme.px(LEAST_PX[1]))
        resize_within(self, theme, wide, high)
        self._pane.show_ticket(ticket_id)
        self._read_title()

    @property
    def pane(self) -> TicketPane:
        return self._pane

    def close_tab(self) -> None:
        self.close()

    def bring_up(self) -> None:
        """Before the other windows."""
        self.show()
        self.raise_()
        self.activateWindow()

    def _give_keys(self) -> None:
        keymap.give_keys(self.actions_by_id, self.table, self._ctx.settings.value)

    def _on_notice(self, notice: Notice) -> None:
        """What concerns the hands at this window is told here too, not only in the main one."""
        if self.isActiveWindow():
            self._notices.post(notice)

    def _on_tickets(self, changed: set[int]) -> None:
        if self._pane.ticket_id in changed:
            self._read_title()

    def _read_title(self) -> None:
        ticket_id = self._pane.ticket_id
        assert ticket_id is not None

        def read(reader: Reader) -> TicketRow | None:
            return read_tabs(reader, [ticket_id]).get(ticket_id)

        self._ctx.reads.ask(read, then=self._take_title, owner=self, topic="title")

    def _take_title(self, row: TicketRow | None) -> None:
        if row is not None:
            self.ref = row.ref
            self.setWindowTitle(one_line(row.subject or row.requester_name or row.ref)[:120])

    def closeEvent(self, event: QCloseEvent) -> None:
        scale = self._ctx.theme.px(100) / 100  # kept in px of the design
        size = [round(self.width() / scale), round(self.height() / scale)]
        self._ctx.settings.change(splitters=self._ctx.settings.value.splitters | {"popout": size})
        self.takeCentralWidget()
        self._pane.retire()
        super().closeEvent(event)
        self.gone.emit(self)
        self.deleteLater()
