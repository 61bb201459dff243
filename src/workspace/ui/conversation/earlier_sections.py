"""Earlier tickets of the contact, above the one that shows: offered at its top, read on request."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from workspace.store.connect import Reader
from workspace.store.queries.contact import get_contact
from workspace.store.queries.conversation import Position
from workspace.store.queries.rows import ConversationPage, EntryRow, TicketRow
from workspace.ui.conversation.conversation_reading import PAGE, Kind, position, read_page, stored
from workspace.ui.conversation.conversation_rows import (
    HeadingRow,
    OfferRow,
    Row,
    build_rows,
    local_day,
)
from workspace.ui.conversation.entry_words import day_label
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import channel_word, one_line, status_word

LOOK_MS = 500  # who goes past a ticket faster does not read what was before it
MOST_SECTIONS = 10


def read_earlier(reader: Reader, ticket: TicketRow) -> list[TicketRow]:
    """Tickets of the contact that began before this one, the latest first."""
    contact = get_contact(reader, ticket.id)
    rows = contact.earlier if contact is not None else ()
    before = [row for row in rows if row.created_at < ticket.created_at]
    return sorted(before, key=lambda row: -row.created_at)


class Section(msgspec.Struct):
    """An earlier ticket that was asked for, with what is loaded of it."""

    ticket: TicketRow
    entries: list[EntryRow]
    has_older: bool


class EarlierSections(QObject):
    """Nothing is read before the reader rests at the top of a ticket that is all there.

    Signals:
        changed: rows differ.
    """

    changed = Signal()

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket: TicketRow | None = None
        self._kind: Kind = ""
        self._offers: list[TicketRow] | None = None
        self._loading = False
        self.sections: list[Section] = []
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._ask)

    def open(self, ticket: TicketRow | None, kind: Kind) -> None:
        """Another ticket, or other entries of it: without what was before."""
        self._look.stop()
        if ticket is None or self._ticket is None or ticket.id != self._ticket.id:
            self._offers = None
        self._ticket, self._kind = ticket, kind
        self._loading = False
        self.sections = []

    def look(self) -> None:
        """The reader is at the top of all that is loaded."""
        if self.sections and self.sections[-1].has_older:
            self._load_older()
        elif self._ticket is not None and self._offers is None and not self._look.isActive():
            self._look.start()

    def _ask(self) -> None:
        ticket = self._ticket
        if ticket is None or self._offers is not None:
            return
        self._ctx.reads.ask(
            read_earlier,
            ticket,
            then=lambda found: self._take_offers(ticket, found),
            failed=lambda _error: None,  # the customer pane says what is wrong
            owner=self,
            topic="earlier",
        )

    def _take_offers(self, ticket: TicketRow, found: list[TicketRow]) -> None:
        if self._ticket is not None and ticket.id == self._ticket.id:
            self._offers = found
            if found:
                self.changed.emit()

    @property
    def next_offer(self) -> TicketRow | None:
        """The ticket that can be shown next, above the others."""
        loaded = len(self.sections)
        if self._offers is None or loaded >= min(len(self._offers), MOST_SECTIONS):
            return None
        return self._offers[loaded] if not loaded or not self.sections[-1].has_older else None

    def load_next(self) -> None:
        """Read the newest entries of the next earlier ticket."""
        offer = self.next_offer
        if offer is None or self._loading:
            return
        self._loading = True
        ticket = self._ticket

        def take(page: ConversationPage) -> None:
            self._loading = False
            if ticket is self._ticket:
                self.sections.append(Section(page.ticket, list(page.entries), page.has_older))
                self.changed.emit()

        self._read(offer, take)

    def _load_older(self) -> None:
        section, ticket = self.sections[-1], self._ticket
        known = stored(section.entries)
        if self._loading or not known:
            return
        self._loading = True

        def take(page: ConversationPage) -> None:
            self._loading = False
            if ticket is self._ticket and self.sections and self.sections[-1] is section:
                oldest = position(known[0])
                fresh = [each for each in stored(page.entries) if position(each) < oldest]
                section.entries = fresh + section.entries
                section.has_older = page.has_older and bool(fresh)
                self.changed.emit()

        self._read(section.ticket, take, position(known[0]))

    def _read(
        self,
        ticket: TicketRow,
        take: Callable[[ConversationPage], None],
        before: Position | None = None,
    ) -> None:
        self._ctx.reads.ask(
            read_page,
            ticket.id,
            PAGE,
            before,
            kind=self._kind,
            then=take,
            failed=self._fail,
            owner=self,
            topic="section",
        )

    def _fail(self, error: Exception) -> None:
        self._loading = False
        self._ctx.notices.error(error)

    def rows(self) -> list[Row]:
        """What stands above the ticket: an offer at the top, then sections, the oldest first."""
        rows: list[Row] = []
        now = self._ctx.clock.now_ms()
        offer = self.next_offer
        if offer is not None:
            words = t(
                "Conversation", "Show the earlier ticket: {ticket}", ticket=_named(offer, now)
            )
            rows.append(OfferRow(f"offer{offer.id}", "↑ " + words))
        for section in reversed(self.sections):
            key = f"s{section.ticket.id}"
            words = t(
                "Conversation", "Earlier ticket: {ticket}", ticket=_named(section.ticket, now)
            )
            rows.append(HeadingRow(key, words))
            rows += build_rows(section.entries, prefix=key)
        if self.sections and self._ticket is not None:
            subject = one_line(self._ticket.subject) or self._ticket.ref
            words = t("Conversation", "This ticket: {subject}", subject=subject[:80])
            rows.append(HeadingRow("this", words))
        return rows


def _named(ticket: TicketRow, now_ms: int) -> str:
    """Subject, channel, status and day, so that one knows it again."""
    began = local_day(ticket.created_at, None)
    today = local_day(ticket.backend_now(now_ms), None)
    parts = (
        one_line(ticket.subject)[:60] or ticket.ref,
        channel_word(ticket.channel),
        status_word(ticket.status),
        day_label(began, (), today),
    )
    return " · ".join(filter(None, parts))
