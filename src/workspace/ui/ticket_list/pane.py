"""The ticket list pane: one queue, kept true, and what can be done to the chosen tickets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workspace.store.queries.rows import TicketRow
from workspace.ui.actions import ActionSpec
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_list.bulk_bar import BulkBar, Top
from workspace.ui.ticket_list.delegate import TicketDelegate
from workspace.ui.ticket_list.hold import RowHold
from workspace.ui.ticket_list.list_actions import ListActions
from workspace.ui.ticket_list.list_head import ListHead
from workspace.ui.ticket_list.model import PAGE, TicketListModel
from workspace.ui.ticket_list.reading import Part, read_ids, read_orders, read_part
from workspace.ui.ticket_list.spoken import sentence
from workspace.ui.ticket_list.view import TicketListView
from workspace.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from workspace.ui.bulk.run import BulkRun
    from workspace.ui.ticket_list.drag import QueueTargets

AGE_TICK_MS = 30_000
FIRST = 20  # a whole page takes six times as long to read as what is seen of it
PAINTED_MS = 20


class TicketListPane(QFrame):
    """Shows one queue and keeps it true.

    Rows stay where they are while the pointer points at one or tickets are chosen (`RowHold`):
    what would move waits behind the button “n new”, rows that left the queue are dimmed.

    Signals:
        ticket_chosen: a ticket id, by click or arrow.
        ticket_opened: a ticket id, by Enter or double click: the keyboard goes there.
        search_asked: the search field was pressed.
    """

    ticket_chosen = Signal(int)
    ticket_opened = Signal(int)
    search_asked = Signal()

    def __init__(
        self,
        ctx: WindowContext,
        actions: TicketActions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._queue = ""
        self._first_sync = False
        self._order = "newest"
        self._total = 0
        self.choose_first = True  # once: the window is at work when it opens
        self._waits = False
        self.setProperty("pane", "panel")
        self.setAccessibleName(t("TicketList", "Tickets"))
        self.model = TicketListModel(lambda row: sentence(row, ctx.clock.now_ms()))
        self.marks = self.model.marks
        self.delegate = TicketDelegate(ctx.theme, ctx.clock)
        self.view = TicketListView(self.model, self.delegate, ctx.settings)
        self.view.setAccessibleName(t("TicketList", "Tickets"))
        self.actions_of_tickets = actions or TicketActions(ctx, self)
        self.commands = ListActions(ctx, self.view, self.marks, self.actions_of_tickets)
        self.hold = RowHold(self.view, self.marks)
        self._build()
        self._connect()
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_TICK_MS)
        self._ages.timeout.connect(self.view.viewport().update)
        self._ages.start()
        self._more = QTimer(self)  # the rest of the first page, once what is seen is painted
        self._more.setSingleShot(True)
        self._more.setInterval(PAINTED_MS)
        self._more.timeout.connect(lambda: self.model.want(0))

    def _build(self) -> None:
        theme = self._ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ListHead(self._ctx)
        self.bar = BulkBar(self._ctx)
        self._top = Top(self.head, self.bar)
        column.addWidget(self._top)
        # Over the rows, not above them: they must not move by its coming either.
        self.news = QPushButton(self.view)
        self.news.setObjectName("show_news")
        self.news.setProperty("role", "banner")
        self.news.clicked.connect(self._show_waiting)
        self.news.hide()
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self.empty = EmptyState(theme)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column.addWidget(holder, 1)

    def _connect(self) -> None:
        view, bar, bus = self.view, self.bar, self._ctx.bus
        view.chosen.connect(self.ticket_chosen)
        view.opened.connect(self.ticket_opened)
        view.range_asked.connect(self._mark_range)
        view.all_asked.connect(self.mark_all)
        view.menu_asked.connect(self.commands.open_menu)
        self.hold.ended.connect(self._on_hold_ended)
        self.model.page_wanted.connect(self._ask_page)
        self.marks.changed.connect(self._show_marks)
        self.head.search_asked.connect(self.search_asked)
        self.head.order_asked.connect(self.set_order)
        bar.asked.connect(self.commands.act)
        bar.all_asked.connect(self.mark_all)
        bar.first_asked.connect(self.mark_first)
        bar.freed.connect(self._show_marks)
        bar.cleared.connect(self.clear_marks)
        self.actions_of_tickets.began.connect(self._on_began)
        self.actions_of_tickets.put.connect(self._settle_marks)
        bus.lists_changed.connect(self.refresh)
        bus.refresh_all.connect(self.refresh)
        self._ctx.theme.changed.connect(self._on_theme_changed)

    # --- for the window ------------------------------------------------------------------

    def use(
        self, table: Iterable[ActionSpec], made: dict[str, QAction], queues: QueueTargets
    ) -> None:
        """The window's own actions, for menus; and the queues, which tickets can be dragged to."""
        from workspace.ui.ticket_list.drag import TicketDrag

        self.commands.use(table, made)
        self.drag = TicketDrag(self.commands, self.model, queues)

    @property
    def queue(self) -> str:
        """Key of the queue that shows."""
        return self._queue

    def show_queue(self, queue: str, title: str) -> None:
        """Show this queue from its top."""
        self.head.title.set_text(title)
        self.view.setAccessibleName(t("TicketList", "Tickets in {queue}", queue=title))
        if queue == self._queue:
            return
        self._queue = queue
        orders = read_orders(queue)
        wanted = self._ctx.settings.value.orders.get(queue, "")
        self._order = wanted if wanted in orders else orders[0]
        self.head.show_orders(orders, self._order)
        self.marks.clear()
        self._drop_waiting()
        self._ask_start()

    def set_order(self, order: str) -> None:
        """Order the queue otherwise, from its top; remembered for this queue."""
        if order == self._order:
            return
        self._order = order
        self.head.show_orders(read_orders(self._queue), order)
        orders = self._ctx.settings.value.orders | {self._queue: order}
        self._ctx.settings.change(orders=orders)
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
        self._ask("part", start, limit, known, lambda part: self._take_part(start, part))

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- reading -------------------------------------------------------------------------

    def _ask(self, topic: object, first: int, limit: int, also: list[int], then: object) -> None:
        self._ctx.reads.ask(
            read_part,
            self._queue,
            self._order,
            first,
            limit,
            also,
            then=then,  # type: ignore[arg-type]
            owner=self,
            topic=topic,
        )

    def _ask_start(self) -> None:
        seen = self.view.viewport().height() // self.delegate.row_height + 2
        self._ask("part", 0, max(FIRST, seen), [], self._take_start)

    def _take_start(self, part: Part) -> None:
        self.model.start(part.rows, part.total)
        self.view.scrollToTop()
        self.view.mark_current()
        self._show_total(part.total)
        self._choose_first(part.rows)
        if part.total > len(part.rows):
            self._more.start()

    def _ask_page(self, page: int) -> None:
        asked = self._queue, self._order

        def take(part: Part) -> None:
            self.model.answered(page)
            if asked == (self._queue, self._order):
                self._place(page * PAGE, part.rows, part.total)

        self._ask(("page", page), page * PAGE, PAGE, [], take)

    def _take_part(self, first: int, part: Part) -> None:
        if self.model.stands(first, part.rows):
            self.model.update_rows(part.rows, first)
            with self.view.steady():
                self.model.resize(part.total)
            self.model.show_left(frozenset())
            self._drop_waiting()
        elif self.hold.holds():
            self.model.update_rows([*part.rows, *part.others], first)
            self.model.show_left(part.left)
            self._waits = True
            self._show_news(part.fresh)
            self.marks.drop(part.left)
        else:
            self._place(first, part.rows, part.total)
        self._show_total(part.total)

    def _place(self, first: int, rows: list[TicketRow], total: int) -> None:
        with self.view.steady():
            self.model.place(first, rows, total)
        self._drop_waiting()
        self._show_total(total)
        self._choose_first(rows)

    def _choose_first(self, rows: list[TicketRow]) -> None:
        if rows and self.choose_first:
            self.choose_first = False
            self.view.choose(rows[0].id)

    # --- what waits ----------------------------------------------------------------------

    def _show_news(self, fresh: int) -> None:
        words = t("TicketList", "%n new", fresh) if fresh else t("TicketList", "Update the list")
        self.news.setText(words)
        self.news.adjustSize()
        left = (self.view.viewport().width() - self.news.width()) // 2
        # At the top, where the new ones will stand; notices have the lower edge.
        self.news.move(max(0, left), self._ctx.theme.px(6))
        self.news.show()
        self.news.raise_()

    def _on_hold_ended(self) -> None:
        if self._waits:
            self._show_waiting()

    def _show_waiting(self) -> None:
        """What waited may be old by now: read again, then place it."""
        self._drop_waiting()
        first, last = self.view.visible_span()
        start = max(0, first - PAGE // 2)
        limit = max(PAGE, last - start + PAGE // 2)

        def place(part: Part) -> None:
            self._place(start, part.rows, part.total)

        self._ask("part", start, limit, [], place)

    def _drop_waiting(self) -> None:
        self._waits = False
        self.news.hide()

    # --- choosing several ----------------------------------------------------------------

    def mark_all(self) -> None:
        """Choose the whole queue, also what nobody looked at yet."""
        self._know_all(self.marks.put)

    def mark_first(self, count: int) -> None:
        """Choose so many tickets from the top of the queue, and no others."""

        def put(ids: list[int]) -> None:
            self.marks.clear()
            self.marks.put(ids[:count])

        self._know_all(put)

    def clear_marks(self) -> None:
        """Choose nothing any more; the keyboard stays in the list."""
        self.marks.clear()
        self.focus_list()

    def _mark_range(self, first: int, last: int) -> None:
        self._know_all(lambda ids: self.marks.put(ids[first : last + 1]))

    def _know_all(self, then: object) -> None:
        asked = self._queue, self._order

        def take(ids: list[int]) -> None:
            if asked == (self._queue, self._order):
                with self.view.steady():
                    self.model.know(ids)
                then(ids)  # type: ignore[operator]

        self._ctx.reads.ask(
            read_ids, self._queue, self._order, then=take, owner=self, topic="all ids"
        )

    def _settle_marks(self, _changed: set[int]) -> None:
        """What our own change took out of the queue is not chosen any more."""
        if self.marks:
            self._ctx.reads.ask(
                read_ids,
                self._queue,
                self._order,
                then=self.marks.keep,
                owner=self,
                topic="marks",
            )

    def _show_marks(self) -> None:
        self.bar.show_count(len(self.marks), max(self._total, len(self.marks)))
        wanted = bool(self.marks) or self.bar.busy
        if not wanted and self.bar.isAncestorOf(QApplication.focusWidget() or self):
            self.focus_list()  # the bar goes, and the keyboard would go anywhere
        self._top.show_bar(wanted)

    def _on_began(self, run: BulkRun) -> None:
        """A long change shows how far it is, and can be stopped."""
        if run.is_long:
            self.bar.follow(run)
            self._top.show_bar(True)

    # --- the rest ------------------------------------------------------------------------

    def _show_total(self, total: int) -> None:
        self._total = total
        self.head.show_total(t("TicketList", "%n tickets", total))
        self._stack.setCurrentIndex(0 if total or self.model.rowCount() else 1)
        if self.marks:
            self._show_marks()
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
        self._top.updateGeometry()
        self.view.viewport().update()
