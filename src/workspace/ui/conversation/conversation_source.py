"""Which entries of a ticket are loaded: the newest, more when the reader scrolls up."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from workspace.store.connect import Reader
from workspace.store.queries.accounts import get_directory
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.rows import ConversationPage, EntryRow, TicketRow
from workspace.ui.conversation.conversation_rows import is_pending
from workspace.ui.runtime.context import WindowContext

PAGE = 60
REFRESH_MOST = 200
SEARCH_PAGES = 60

Position = tuple[int, int, int]


def position(entry: EntryRow) -> Position:
    """Where an entry stands in its conversation."""
    return (entry.created_at, entry.seq, entry.id)


def merge(loaded: list[EntryRow], page: ConversationPage) -> list[EntryRow]:
    """The newest page laid over what is loaded; older entries stay."""
    stored = [entry for entry in page.entries if not is_pending(entry)]
    if not stored or not page.has_older:
        return list(page.entries)
    oldest = position(stored[0])
    older = [entry for entry in loaded if not is_pending(entry) and position(entry) < oldest]
    return older + list(page.entries)


def read_page(
    reader: Reader, ticket_id: int, limit: int, before: Position | None = None
) -> ConversationPage:
    """`get_conversation`, with the names of those that waiting changes name by id."""
    page = get_conversation(reader, ticket_id, limit=limit, before=before)
    waiting = [entry for entry in page.entries if is_pending(entry) and entry.change]
    if not any(entry.change.get("field") in ("assignee", "team") for entry in waiting):
        return page
    directory = get_directory(reader, page.ticket.account_id)
    names = {"assignee": dict(directory.agents), "team": dict(directory.teams)}

    def named(entry: EntryRow) -> EntryRow:
        known = names.get(entry.change.get("field", ""))
        if known is None or not is_pending(entry):
            return entry
        change = dict(entry.change)
        for side in ("old", "new"):
            change[side] = known.get(change.get(side, ""), change.get(side, ""))
        return msgspec.structs.replace(entry, change=change)

    return msgspec.structs.replace(page, entries=tuple(map(named, page.entries)))


def read_until(reader: Reader, ticket_id: int, entry_id: int) -> ConversationPage:
    """The newest pages down to the one that holds this entry, as one page."""
    page = read_page(reader, ticket_id, REFRESH_MOST)
    entries = list(page.entries)
    last = page
    for _ in range(SEARCH_PAGES):
        if any(entry.id == entry_id for entry in last.entries) or not last.has_older:
            break
        oldest = next((entry for entry in last.entries if entry.id > 0), None)
        if oldest is None:
            break
        last = read_page(reader, ticket_id, REFRESH_MOST, position(oldest))
        entries[:0] = [entry for entry in last.entries if not is_pending(entry)]
    return ConversationPage(
        ticket=page.ticket,
        entries=tuple(entries),
        has_older=last.has_older,
        has_newer=False,
        complete=page.complete,
    )


class ConversationSource(QObject):
    """Loads and keeps fresh the entries of one ticket.

    Signals:
        opened: the first entries of another ticket are here.
        changed: entries came, went or changed.
        failed: an Exception; nothing could be read.
    """

    opened = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.ticket_id: int | None = None
        self.ticket: TicketRow | None = None
        self.entries: list[EntryRow] = []
        self.has_older = False
        self.complete = True
        self.is_loading = False
        self._loading_older = False
        self._asked_backend = False
        ctx.bus.entries_changed.connect(self._on_changed)
        ctx.bus.tickets_changed.connect(self._on_changed)
        ctx.bus.outbox_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        ctx.engine.connected.connect(self._on_connected)

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Another ticket; `at_entry` makes sure that this entry is among the loaded ones."""
        self.ticket_id = ticket_id
        self.ticket, self.entries = None, []
        self.has_older, self.complete = False, True
        self._loading_older = self._asked_backend = False
        self.is_loading = ticket_id is not None
        if ticket_id is None:
            self.opened.emit()
        elif at_entry is None:
            self._ask(read_page, ticket_id, PAGE)
        else:
            self._ask(read_until, ticket_id, at_entry)

    def _ask(
        self, fn: Callable[[Reader, int, int], ConversationPage], ticket_id: int, number: int
    ) -> None:
        self._ctx.reads.ask(
            fn,
            ticket_id,
            number,
            then=lambda page: self._first(ticket_id, page),
            failed=self._on_failed,
            owner=self,
            topic="conversation",
        )

    def _on_failed(self, error: Exception) -> None:
        self.is_loading = False
        self.failed.emit(error)

    def _first(self, ticket_id: int, page: ConversationPage) -> None:
        if ticket_id == self.ticket_id:
            self._take(page, list(page.entries), page.has_older)
            self.is_loading = False
            self.opened.emit()

    def _take(self, page: ConversationPage, entries: list[EntryRow], has_older: bool) -> None:
        self.ticket = page.ticket
        self.entries = entries
        self.has_older = has_older
        self.complete = page.complete

    def _on_changed(self, tickets: set[int]) -> None:
        if self.ticket_id in tickets:
            self.refresh()

    def refresh(self) -> None:
        """Read the newest entries again; what is older and loaded stays."""
        ticket_id = self.ticket_id
        if ticket_id is None or self.is_loading:
            return
        limit = min(max(PAGE, len(self.entries)), REFRESH_MOST)
        self._ctx.reads.ask(
            read_page,
            ticket_id,
            limit,
            then=lambda page: self._refreshed(ticket_id, page),
            owner=self,
            topic="conversation",
        )

    def _refreshed(self, ticket_id: int, page: ConversationPage) -> None:
        if ticket_id != self.ticket_id:
            return
        entries = merge(self.entries, page)
        kept_older = len(entries) > len(page.entries)
        has_older = self.has_older if kept_older else page.has_older
        if entries == self.entries and page.ticket == self.ticket:
            return
        self._take(page, entries, has_older)
        self.changed.emit()

    def _on_connected(self, up: bool) -> None:
        """What an engine that went away could not bring may be asked for again."""
        if up:
            self._asked_backend = False

    def load_older(self) -> None:
        """The next older page; from the backend when the cache holds no more."""
        ticket_id, ticket = self.ticket_id, self.ticket
        if ticket_id is None or ticket is None or self._loading_older or self.is_loading:
            return
        oldest = next((entry for entry in self.entries if entry.id > 0), None)
        if self.has_older and oldest is not None:
            self._loading_older = True
            self._ctx.reads.ask(
                read_page,
                ticket_id,
                PAGE,
                position(oldest),
                then=lambda page: self._older(ticket_id, page),
                owner=self,
                topic="older",
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

    def _older(self, ticket_id: int, page: ConversationPage) -> None:
        self._loading_older = False
        if ticket_id != self.ticket_id:
            return
        oldest = next((position(entry) for entry in self.entries if entry.id > 0), None)
        fresh = [
            entry
            for entry in page.entries
            if not is_pending(entry) and (oldest is None or position(entry) < oldest)
        ]
        self.has_older = page.has_older and bool(fresh)
        self.entries = fresh + self.entries
        self.changed.emit()

    def _fetched(self, ticket_id: int) -> None:
        if ticket_id == self.ticket_id:
            self._asked_backend = False
            self.has_older = True  # the next page says whether it is true
            self.refresh()
