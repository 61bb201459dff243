"""What the composer must know of its ticket: row, abilities, choices, newest entries, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from workspace.domain.errors import NotFound
from workspace.store.connect import Reader
from workspace.store.queries.accounts import get_directory, list_accounts
from workspace.store.queries.contact import get_timezone
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.rows import DirectoryRow, DraftRow, EntryRow, TicketRow
from workspace.ui.runtime.context import WindowContext
from workspace.ui.zones import zone_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NEWEST = 20


class Known(msgspec.Struct, frozen=True):
    """One reading. `capabilities` is empty for an account that was never synced.

    `zone`: where the customer is, if the backend tells; `me`: remote id of the account's agent.
    """

    ticket: TicketRow
    entries: tuple[EntryRow, ...]
    capabilities: dict[str, object]
    directory: DirectoryRow
    zone: ZoneInfo | None = None
    me: str = ""


class Opened(msgspec.Struct, frozen=True):
    """The first reading, with the drafts of all modes."""

    known: Known
    reply: DraftRow | None
    note: DraftRow | None
    local: DraftRow | None = None


def read_known(reader: Reader, ticket_id: int) -> Known:
    """All of it in one go, on a reader's thread."""
    page = get_conversation(reader, ticket_id, limit=NEWEST)
    account_id = page.ticket.account_id
    account = next((each for each in list_accounts(reader) if each.id == account_id), None)
    return Known(
        page.ticket,
        page.entries,
        account.capabilities if account else {},
        get_directory(reader, account_id),
        zone_of(get_timezone(reader, page.ticket.person_id)),
        account.me if account else "",
    )


def read_opened(reader: Reader, ticket_id: int) -> Opened:
    """The same with the drafts."""
    known = read_known(reader, ticket_id)
    key = (known.ticket.account_id, known.ticket.remote_id)
    return Opened(known, *(get_draft(reader, *key, mode) for mode in ("reply", "note", "local")))


class ComposerSource(QObject):
    """Reads for one ticket, and again when it changes.

    Signals:
        opened: an Opened of the ticket asked for.
        changed: a newer Known of it.
        failed: an Exception: nothing could be read, so nothing can be written.
    """

    opened = Signal(object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.ticket_id: int | None = None
        self._is_open = False
        ctx.bus.tickets_changed.connect(self._on_changed)
        ctx.bus.entries_changed.connect(self._on_changed)
        ctx.bus.accounts_changed.connect(self.refresh)
        ctx.bus.outbox_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)

    def open(self, ticket_id: int | None) -> None:
        """Another ticket."""
        self.ticket_id = ticket_id
        self._is_open = False
        if ticket_id is not None:
            self._ctx.reads.ask(
                read_opened,
                ticket_id,
                then=lambda opened: self._opened(ticket_id, opened),
                failed=self.failed.emit,
                owner=self,
                topic="composer",
            )

    def _opened(self, ticket_id: int, opened: Opened) -> None:
        if ticket_id == self.ticket_id:
            self._is_open = True
            self.opened.emit(opened)

    def _on_changed(self, tickets: set[int]) -> None:
        if self.ticket_id in tickets:
            self.refresh()

    def refresh(self) -> None:
        """Read again; the drafts are left alone, for they are ours."""
        ticket_id = self.ticket_id
        if ticket_id is None or not self._is_open:
            return
        self._ctx.reads.ask(
            read_known,
            ticket_id,
            then=lambda known: self._changed(ticket_id, known),
            failed=self._on_failed,
            owner=self,
            topic="composer",
        )

    def _changed(self, ticket_id: int, known: Known) -> None:
        if ticket_id == self.ticket_id:
            self.changed.emit(known)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self.failed.emit(error)
