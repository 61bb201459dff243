"""Watches what comes in: toasts, sound and the number of unread messages, by the person's rules."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from workspace.store.connect import Reader
from workspace.store.queries.news import News, read_news
from workspace.store.queries.rows import TicketRow
from workspace.ui.notifications import sound
from workspace.ui.notifications.rules import Toast, decide, toast_of, toast_of_many
from workspace.ui.notifications.toasts import Toaster, WindowToaster
from workspace.ui.runtime.context import WindowContext

SLACK_MS = 120_000  # clocks of servers differ; what came so shortly before the start is new too
TOO_MANY = 3  # toasts at once; above, one speaks for all
KEPT = 500  # messages: one may come again, by two reads at once or in another ticket, by a merge


def read_tickets(reader: Reader, ids: frozenset[int]) -> dict[int, TicketRow]:
    """These tickets as they stand now."""
    from workspace.store.queries.tickets import get_tickets

    return get_tickets(reader, ids)


class Notifier(QObject):
    """Begins to watch when made. GUI thread only.

    `looked_at`: whether a ticket shows in the window that the person works in: no toast at all.
    `in_view`: whether it shows in any window: no toast within the window, the system's may be.

    Signals:
        ticket_asked: a toast was pressed: its ticket; 0 for the window alone.
        unread_changed: how many messages came in tickets that were not looked at since.
    """

    ticket_asked = Signal(int)
    unread_changed = Signal(int)
    _beep = Signal()

    def __init__(
        self,
        ctx: WindowContext,
        toaster: Toaster,
        looked_at: Callable[[int], bool],
        in_view: Callable[[int], bool],
        parent: QObject | None = None,
        *,
        play: Callable[[Callable[[], None]], None] = sound.play,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._looked_at = looked_at
        self._in_view = in_view
        self._play = play
        self._since = ctx.clock.now_ms() - SLACK_MS
        self._told: dict[int, None] = {}  # messages, in the order they came
        self._named: set[int] = set()  # notes
        self._newest: dict[int, int] = {}  # ticket -> the last of its messages that was told
        self._unread: dict[int, int] = {}
        self._shown: set[int] = set()
        self._window_toaster = WindowToaster(ctx.notices, self)
        self._toaster = toaster
        toaster.setParent(self)
        for each in (toaster, self._window_toaster):
            each.pressed.connect(self.ticket_asked)
        toaster.refused.connect(self._on_refused)
        self._beep.connect(QApplication.beep, Qt.ConnectionType.QueuedConnection)
        ctx.bus.entries_changed.connect(self._on_entries)
        ctx.bus.tickets_changed.connect(self._on_tickets)

    @property
    def unread(self) -> int:
        """Messages that were not looked at."""
        return sum(self._unread.values())

    def seen(self, ticket_id: int) -> None:
        """The person looks at this ticket: its toast goes and its messages are read."""
        if ticket_id in self._shown:
            self._withdraw(ticket_id)
        if self._unread.pop(ticket_id, 0):
            self.unread_changed.emit(self.unread)

    def try_out(self, toast: Toast) -> None:
        """Show a toast and sound, whatever the rules say."""
        self._show(toast)
        if self._ctx.settings.value.notify_sound:
            self._play(self._beep.emit)

    def close(self) -> None:
        """Take all toasts back."""
        self._toaster.close()

    # --- what comes in -------------------------------------------------------------------

    def _on_entries(self, ticket_ids: set[int]) -> None:
        told = {ticket_id: self._newest.get(ticket_id, 0) for ticket_id in ticket_ids}
        self._ctx.reads.ask(read_news, told, self._since, then=self._on_news, owner=self)

    def _is_fresh(self, news: News) -> bool:
        return news.entry_id not in (self._named if news.mention else self._told)

    def _keep(self, fresh: list[News]) -> None:
        for each in fresh:
            if each.mention:
                self._named.add(each.entry_id)
            else:
                self._told[each.entry_id] = None
                newest = self._newest.get(each.ticket.id, 0)
                self._newest[each.ticket.id] = max(newest, each.entry_id)
        for old in list(self._told)[: max(0, len(self._told) - KEPT)]:
            del self._told[old]

    def _on_news(self, news: list[News]) -> None:
        fresh = [each for each in news if self._is_fresh(each)]
        if not fresh:
            return
        self._keep(fresh)
        settings = self._ctx.settings.value
        minute = self._minute()
        toasts: dict[int, News] = {}
        sounds = False
        for each in fresh:
            then = decide(settings, each.ticket, minute, mention=each.mention)
            if then == "nothing" or self._looked_at(each.ticket.id):
                continue
            self._unread[each.ticket.id] = self._unread.get(each.ticket.id, 0) + 1
            if then in ("toast", "sound"):
                toasts[each.ticket.id] = each
                sounds |= then == "sound"
        if len(toasts) > TOO_MANY:
            count = sum(each.ticket.id in toasts for each in fresh)
            self._show(toast_of_many(len(toasts), count))
        else:
            for each in toasts.values():
                self._show(toast_of(each, settings))
        if sounds:
            self._play(self._beep.emit)
        self.unread_changed.emit(self.unread)

    def _minute(self) -> int:
        now = QDateTime.fromMSecsSinceEpoch(self._ctx.clock.now_ms()).time()
        return now.hour() * 60 + now.minute()

    # --- what was dealt with elsewhere ---------------------------------------------------

    def _on_tickets(self, ticket_ids: set[int]) -> None:
        known = frozenset(ticket_ids & (self._shown | self._unread.keys()))
        if known:
            self._ctx.reads.ask(
                read_tickets, known, then=lambda rows: self._on_rows(known, rows), owner=self
            )

    def _on_rows(self, asked: frozenset[int], rows: dict[int, TicketRow]) -> None:
        for ticket_id in asked:
            row = rows.get(ticket_id)
            if row is None or not (row.needs_reply or row.mentioned_at):
                self.seen(ticket_id)

    # --- toasts --------------------------------------------------------------------------

    def _show(self, toast: Toast) -> None:
        if isinstance(self._toaster, WindowToaster) and self._in_view(toast.ticket_id):
            return
        self._shown.add(toast.ticket_id)
        self._toaster.show(toast)

    def _withdraw(self, ticket_id: int) -> None:
        self._shown.discard(ticket_id)
        self._toaster.withdraw(ticket_id)
        self._window_toaster.withdraw(ticket_id)

    def _on_refused(self, toast: Toast) -> None:
        if toast.ticket_id in self._shown and not self._in_view(toast.ticket_id):
            self._window_toaster.show(toast)
