"""The ticket list pane: queue title, order, search field, list, and what stands for no rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.key_label import KeyLabel
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_list.delegate import TicketDelegate
from workspace.ui.ticket_list.model import PAGE, TicketListModel
from workspace.ui.ticket_list.spoken import sentence
from workspace.ui.ticket_list.view import TicketListView
from workspace.ui.widgets.empty_state import EmptyState
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel

AGE_TICK_MS = 30_000
STILL_MS = 5_000  # a pointer that lies still so long is not about to press

Part = tuple[list[TicketRow], int, list[TicketRow]]


def read_part(
    reader: Reader, queue: str, order: str, first: int, limit: int, also: list[int]
) -> Part:
    """A stretch of a queue, its length, and the rows of tickets that no longer stand in it."""
    from workspace.store.queries import tickets

    rows = tickets.list_tickets(reader, queue, order=order, limit=limit, offset=first)
    total = tickets.count(reader, queue)
    have = {row.id for row in rows}
    missing = [ticket_id for ticket_id in also if ticket_id and ticket_id not in have]
    gone = list(tickets.get_tickets(reader, missing).values()) if missing else []
    return rows, max(total, first + len(rows)), gone


class TicketListPane(QFrame):
    """Shows one queue and keeps it true.

    Rows stay where they are while the pointer moves over them: what would move waits behind the
    button “Show what is new”, and comes by itself when the pointer leaves or lies still.

    Signals:
        ticket_chosen: a ticket id, by click or arrow.
        ticket_opened: a ticket id, by Enter or double click: the keyboard goes there.
        search_asked: the search field was pressed.
    """

    ticket_chosen = Signal(int)
    ticket_opened = Signal(int)
    search_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._queue = ""
        self._first_sync = False
        self._order = "newest"
        self.choose_first = True  # once: the window is at work when it opens
        self._part_waits: tuple[int, list[TicketRow], int] | None = None
        self.setProperty("pane", "panel")
        self.setAccessibleName(t("TicketList", "Tickets"))
        self.model = TicketListModel(lambda row: sentence(row, ctx.clock.now_ms()))
        self.delegate = TicketDelegate(ctx.theme, ctx.clock)
        self.view = TicketListView(self.model, self.delegate)
        self.view.setAccessibleName(t("TicketList", "Tickets"))
        self._build()
        self.view.chosen.connect(self.ticket_chosen)
        self.view.opened.connect(self.ticket_opened)
        self.view.left.connect(self._show_waiting)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._show_waiting)
        self.view.moved.connect(self._still.start)
        self.model.page_wanted.connect(self._ask_page)
        bus = ctx.bus
        bus.lists_changed.connect(self.refresh)
        bus.refresh_all.connect(self.refresh)
        ctx.theme.changed.connect(self._on_theme_changed)
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_TICK_MS)
        self._ages.timeout.connect(self.view.viewport().update)
        self._ages.start()

    def _build(self) -> None:
        theme = self._ctx.theme
        pad = theme.px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(pad, theme.px(9), theme.px(6), theme.px(9))
        self.title = ElidedLabel("", role="title")
        self.total = PlainLabel("", chip="quiet")
        self.order = QToolButton()
        self.order.setProperty("role", "quiet")
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setMenu(self._order_menu())
        head.addWidget(self.title, 1)
        head.addWidget(self.total, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.order)
        column.addLayout(head)
        line = QFrame()
        line.setProperty("line", "true")
        line.setFixedHeight(1)
        column.addWidget(line)
        field = QHBoxLayout()
        field.setContentsMargins(pad, theme.px(9), pad, theme.px(9))
        self.search = QPushButton(t("TicketList", "Search everything"))
        self.search.setObjectName("search_field")
        self.search.setProperty("role", "field")
        self.search.clicked.connect(self.search_asked)
        keys = KeyLabel(self._ctx.settings, "search", chip="outline")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, theme.px(8), 0)
        inside.addWidget(keys, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.addWidget(self.search)
        column.addLayout(field)
        # Over the rows, not above them: they must not move by its coming either.
        self.news = QPushButton(self.view)
        self.news.setObjectName("show_news")
        self.news.setProperty("role", "banner")
        self.news.setText(t("TicketList", "Show what is new"))
        self.news.clicked.connect(self._show_waiting)
        self.news.hide()
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self.empty = EmptyState(theme)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column.addWidget(holder, 1)

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(self)
        words = {
            "newest": t("TicketList", "Newest first"),
            "waiting": t("TicketList", "Waiting longest"),
            "due": t("TicketList", "Next due"),
        }
        for order, word in words.items():
            action = QAction(word, menu, checkable=True, checked=order == self._order)
            action.triggered.connect(lambda _=False, order=order: self.set_order(order))
            group.addAction(action)
            menu.addAction(action)
        self.order.setText(words[self._order] + " ▾")
        self.order.setAccessibleName(t("TicketList", "Order: {order}", order=words[self._order]))
        return menu

    # --- showing -------------------------------------------------------------------------

    @property
    def queue(self) -> str:
        """Key of the queue that shows."""
        return self._queue

    def show_queue(self, queue: str, title: str) -> None:
        """Show this queue from its top."""
        self.title.set_text(title)
        self.view.setAccessibleName(t("TicketList", "Tickets in {queue}", queue=title))
        if queue == self._queue:
            return
        self._queue = queue
        self._drop_waiting()
        self._ask_start()

    def set_order(self, order: str) -> None:
        """Order the queue otherwise, from its top."""
        if order == self._order:
            return
        self._order = order
        menu = self.order.menu()
        self.order.setMenu(self._order_menu())
        menu.deleteLater()
        self._drop_waiting()
        self._ask_start()

    def refresh(self) -> None:
        """Read again what shows."""
        if not self._queue:
            return
        first, last = self.view.visible_span()
        start = max(0, first - PAGE // 2)
        limit = max(PAGE, last - start + PAGE // 2)
        known = self.model.ids_between(start, start + limit)
        self._ctx.reads.ask(
            read_part,
            self._queue,
            self._order,
            start,
            limit,
            known,
            then=lambda part: self._take_part(start, part),
            owner=self,
            topic="part",
        )

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- answers -------------------------------------------------------------------------

    def _ask_start(self) -> None:
        queue = self._queue
        self._ctx.reads.ask(
            read_part,
            queue,
            self._order,
            0,
            PAGE,
            [],
            then=self._take_start,
            owner=self,
            topic="part",
        )

    def _take_start(self, part: Part) -> None:
        rows, total, _ = part
        self.model.start(rows, total)
        self.view.scrollToTop()
        self.view.mark_current()
        self._show_total(total)
        self._choose_first(rows)

    def _ask_page(self, page: int) -> None:
        queue, order = self._queue, self._order
        self._ctx.reads.ask(
            read_part,
            queue,
            order,
            page * PAGE,
            PAGE,
            [],
            then=lambda part: self._take_page(page, queue, order, part),
            owner=self,
            topic=("page", page),
        )

    def _take_page(self, page: int, queue: str, order: str, part: Part) -> None:
        self.model.answered(page)
        if (queue, order) == (self._queue, self._order):
            rows, total, _ = part
            self._place(page * PAGE, rows, total)

    def _take_part(self, first: int, part: Part) -> None:
        rows, total, gone = part
        if self.model.is_same(first, rows, total):
            self.model.update_rows(rows)
            self._drop_waiting()
        elif self._pointer_reads():
            self.model.update_rows([*rows, *gone])
            self._part_waits = (first, rows, total)
            self._show_news()
        else:
            self._place(first, rows, total)
        self._show_total(total)

    def _show_news(self) -> None:
        self.news.adjustSize()
        left = (self.view.viewport().width() - self.news.width()) // 2
        below = self.view.height() - self.news.height() - self._ctx.theme.px(10)
        self.news.move(max(0, left), max(0, below))
        self.news.show()
        self.news.raise_()

    def _pointer_reads(self) -> bool:
        return self.view.underMouse() and self._still.isActive()

    def _show_waiting(self) -> None:
        if self._part_waits is not None:
            self._drop_waiting()
            # What waited may be old by now: read again, then place it.
            self._ctx.reads.ask(
                read_part,
                self._queue,
                self._order,
                0,
                PAGE,
                [],
                then=lambda part: self._place(0, part[0], part[1]),
                owner=self,
                topic="part",
            )

    def _drop_waiting(self) -> None:
        self._part_waits = None
        self.news.hide()

    def _place(self, first: int, rows: list[TicketRow], total: int) -> None:
        anchor = self.view.anchor()
        self.model.place(first, rows, total)
        self.view.restore(anchor)
        self.view.mark_current()
        self._drop_waiting()
        self._show_total(total)
        self._choose_first(rows)

    def _choose_first(self, rows: list[TicketRow]) -> None:
        if rows and self.choose_first:
            self.choose_first = False
            self.view.choose(rows[0].id)

    def _show_total(self, total: int) -> None:
        self.total.setText(t("TicketList", "%n tickets", total))
        self._stack.setCurrentIndex(0 if total else 1)
        self._say_empty()

    def set_first_sync(self, under_way: bool) -> None:
        """Whether an account is still being read for the first time: an empty queue says so."""
        if under_way != self._first_sync:
            self._first_sync = under_way
            self._say_empty()

    def _say_empty(self) -> None:
        if self._first_sync:
            self.empty.say(
                t("TicketList", "Tickets are on their way"),
                t("TicketList", "The first synchronisation is under way; the newest come first."),
            )
        else:
            self.empty.say(
                t("TicketList", "Nothing here"),
                t(
                    "TicketList",
                    "No ticket is in this queue right now. New ones appear by themselves.",
                ),
            )

    def _on_theme_changed(self) -> None:
        self.view.measure()
        self.view.viewport().update()
