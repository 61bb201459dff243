"""All entries of a ticket, stretch by stretch, on a reader's thread."""

from __future__ import annotations

from dataclasses import dataclass

from workspace.store.connect import Reader
from workspace.store.queries.conversation import Position
from workspace.store.queries.rows import ConversationPage, EntryRow, TicketRow
from workspace.ui.conversation.conversation_reading import position, read_page, stored
from workspace.ui.transcript.transcript_words import belongs, html_transcript, plain_transcript

BEGINNING: Position = (-1, 0, 0)
STRETCH = 500


@dataclass(frozen=True, slots=True)
class Copied:
    """A transcript for the clipboard."""

    ticket: TicketRow
    plain: str
    html: str
    count: int


def read_stretch(reader: Reader, ticket_id: int, after: Position, limit: int) -> ConversationPage:
    """The next entries, oldest first; what waits comes with the last of them."""
    return read_page(reader, ticket_id, limit, after=after)


def place_after(page: ConversationPage, before: Position) -> Position:
    """Where the next stretch begins."""
    known = stored(page.entries)
    return position(known[-1]) if known else before


def read_copy(reader: Reader, ticket_id: int, with_notes: bool) -> Copied:
    """The whole conversation in words."""
    entries: list[EntryRow] = []
    place, more = BEGINNING, True
    while more:
        page = read_stretch(reader, ticket_id, place, STRETCH)
        entries += [entry for entry in page.entries if belongs(entry, with_notes=with_notes)]
        place, more = place_after(page, place), page.has_newer
    ticket = page.ticket
    return Copied(
        ticket,
        plain_transcript(ticket, entries, with_notes=with_notes),
        html_transcript(ticket, entries, with_notes=with_notes),
        len(entries),
    )
