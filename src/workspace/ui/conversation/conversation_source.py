"""Which entries of a ticket are loaded: a stretch, which grows as the reader scrolls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from workspace.store.queries.conversation import Position
from workspace.store.queries.rows import ConversationPage, EntryRow, TicketRow
from workspace.ui.conversation.conversation_reading import (
    PAGE,
    Kind,
    Stretch,
    merge,
    position,
    read_after,
    read_around,
    read_at_entry,
    read_newest,
    read_page,
    stored,
)
from workspace.ui.runtime.context import WindowContext

REFRESH_MOST = 200


class ConversationSource(QObject):
    """Loads and keeps fresh the entries of one ticket, of one kind or of all.

    What is loaded is one stretch without gaps: from the end upwards, or around a place far up,
    and then there are newer ones that are not loaded.

    Signals:
        opened: the first entries of another ticket are here.
        moved: another stretch of the same ticket is here.
        changed: entries came, went or changed.
        failed: an Exception; nothing could be read.

    Attributes:
        newest: the ticket's last entries, whatever kind shows and whatever is loaded.
    """

    opened = Signal()
    moved = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.ticket_id: int | None = None
        self.ticket: TicketRow | None = None
        self.entries: list[EntryRow] = []
        self.newest: tuple[EntryRow, ...] = ()
        self.kind: Kind = ""
        self.has_older = False
        self.has_newer = False
        self.complete = True
        self.is_loading = False
        self._loading_more = ""
        self._asked_backend = False
        ctx.bus.entries_changed.connect(self._on_changed)
        ctx.bus.tickets_changed.connect(self._on_changed)
        ctx.bus.outbox_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        ctx.engine.connected.connect(self._on_connected)

    # --- which stretch -------------------------------------------------------------------

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Another ticket; `at_entry` makes sure that this entry is among the loaded ones."""
        self.ticket_id = ticket_id
        self.ticket, self.entries, self.newest = None, [], ()
        self.has_older = self.has_newer = False
        self.complete = True
        self._loading_more, self._asked_backend = "", False
        self.is_loading = ticket_id is not None
        if ticket_id is None:
            self.opened.emit()
        elif at_entry is None:
            self._ask(self.opened.emit, read_newest, PAGE)
        else:
            self._ask(self.opened.emit, read_at_entry, at_entry)

    def show_kind(self, kind: Kind, at: Position | None = None) -> None:
        """Only entries of this kind, around a place or from the end. `moved` follows."""
        if kind == self.kind:
            return
        self.kind = kind
        if self.ticket_id is not None and self.ticket is not None:
            self._move(at)

    def show_place(self, place: Position) -> None:
        """The entries around a place that is not loaded. `moved` follows."""
        if self.ticket_id is not None:
            self._move(place)

    def show_newest(self) -> None:
        """Back to the end. `moved` follows if it is not loaded."""
        if self.ticket_id is not None and self.has_newer:
            self._move(None)

    def _move(self, place: Position | None) -> None:
        self.is_loading = True
        self._loading_more = ""
        if place is None:
            self._ask(self.moved.emit, read_newest, PAGE)
        else:
            self._ask(self.moved.emit, read_around, place)

    def _ask(self, tell: Callable[[], None], fn: Callable[..., Stretch], about: Any) -> None:
        ticket_id, kind = self.ticket_id, self.kind

        def take(stretch: Stretch) -> None:
            if ticket_id == self.ticket_id and kind == self.kind:
                page = stretch.page
                self._take(stretch, list(page.entries), page.has_older)
                self.is_loading = False
                tell()

        self._ctx.reads.ask(
            fn,
            ticket_id,
            about,
            kind,
            then=take,
            failed=self._on_failed,
            owner=self,
            topic="conversation",
        )

    def _on_failed(self, error: Exception) -> None:
        self.is_loading = False
        self.failed.emit(error)

    def _take(self, stretch: Stretch, entries: list[EntryRow], has_older: bool) -> None:
        self.ticket = stretch.page.ticket
        self.entries = entries
        self.newest = stretch.newest
        self.has_older = has_older
        self.has_newer = stretch.page.has_newer
        self.complete = stretch.page.complete

    # --- what changes --------------------------------------------------------------------

    def _on_changed(self, tickets: set[int]) -> None:
        if self.ticket_id in tickets:
            self.refresh()

    def refresh(self) -> None:
        """Read the last of what is loaded again; what is older and loaded stays."""
        ticket_id, kind = self.ticket_id, self.kind
        if ticket_id is None or self.is_loading:
            return
        known = stored(self.entries)
        if self.has_newer and known:
            first = position(known[max(0, len(known) - REFRESH_MOST)])
            before = (first[0], first[1], first[2] - 1)
            read: tuple[Any, ...] = (read_after, ticket_id, before, min(len(known), REFRESH_MOST))
        else:
            limit = min(max(PAGE, len(self.entries)), REFRESH_MOST)
            read = (read_newest, ticket_id, limit)
        self._ctx.reads.ask(
            *read,
            kind,
            then=lambda stretch: self._refreshed(ticket_id, kind, stretch),
            owner=self,
            topic="conversation",
        )

    def _refreshed(self, ticket_id: int, kind: Kind, stretch: Stretch) -> None:
        if ticket_id != self.ticket_id or kind != self.kind:
            return
        page = stretch.page
        entries = merge(self.entries, page)
        kept_older = len(entries) > len(page.entries)
        has_older = self.has_older if kept_older or self.has_newer else page.has_older
        same = (entries, page.ticket, stretch.newest, page.has_newer)
        if same == (self.entries, self.ticket, self.newest, self.has_newer):
            return
        self._take(stretch, entries, has_older)
        self.changed.emit()

    def _on_connected(self, up: bool) -> None:
        """What an engine that went away could not bring may be asked for again."""
        if up:
            self._asked_backend = False

    # --- more of it ----------------------------------------------------------------------

    def load_older(self) -> None:
        """The next older page; from the backend when the cache holds no more."""
        ticket_id, ticket, kind = self.ticket_id, self.ticket, self.kind
        if ticket_id is None or ticket is None or self._loading_more or self.is_loading:
            return
        oldest = next((entry for entry in self.entries if entry.id > 0), None)
        if self.has_older and oldest is not None:
            self._loading_more = "older"
            self._ctx.reads.ask(
                read_page,
                ticket_id,
                PAGE,
                position(oldest),
                kind=kind,
                then=lambda page: self._older(ticket_id, kind, page),
                owner=self,
                topic="more",
            )
        elif not self.complete and not self._asked_backend:
            self._asked_backend = True
            self._ctx.engine.call(
                "ticket.fetch",
                account_id=ticket.account_id,
                remote_id=ticket.remote_id,
                older=True,
                then=lambda _: self._fetched(ticket_id),
                failed=lambda _error: None,  # the sync status says that the account is away
                owner=self,
                slow=True,
            )

    def load_newer(self) -> None:
        """The next newer page, where the end is not loaded."""
        ticket_id, kind = self.ticket_id, self.kind
        known = stored(self.entries)
        if ticket_id is None or not self.has_newer or not known:
            return
        if self._loading_more or self.is_loading:
            return
        self._loading_more = "newer"
        self._ctx.reads.ask(
            read_after,
            ticket_id,
            position(known[-1]),
            PAGE,
            kind,
            then=lambda stretch: self._newer(ticket_id, kind, stretch),
            owner=self,
            topic="more",
        )

    def _newer(self, ticket_id: int, kind: Kind, stretch: Stretch) -> None:
        self._loading_more = ""
        if ticket_id == self.ticket_id and kind == self.kind:
            self._take(stretch, merge(self.entries, stretch.page), self.has_older)
            self.changed.emit()

    def _older(self, ticket_id: int, kind: Kind, page: ConversationPage) -> None:
        self._loading_more = ""
        if ticket_id != self.ticket_id or kind != self.kind:
            return
        oldest = next((position(entry) for entry in self.entries if entry.id > 0), None)
        fresh = [
            entry for entry in stored(page.entries) if oldest is None or position(entry) < oldest
        ]
        self.has_older = page.has_older and bool(fresh)
        self.entries = fresh + self.entries
        self.changed.emit()

    def _fetched(self, ticket_id: int) -> None:
        if ticket_id == self.ticket_id:
            self._asked_backend = False
            self.has_older = True  # the next page says whether it is true
            self.refresh()
