"""The part of search that no index knows: what waits to be sent, and notes kept only here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from workspace.domain.commands import AddNote, SetFields
from workspace.domain.search import Node
from workspace.domain.snippet import snippet
from workspace.domain.tokens import Phrase, fold
from workspace.store.connect import Reader
from workspace.store.queries.match import Document, matches, needles
from workspace.store.queries.pending import Laid, Overlay, Pending
from workspace.store.queries.rows import SearchHit, TicketRow
from workspace.store.queries.search_sql import LOCAL_NOTES, ME
from workspace.store.search_index import SearchDoc

MOST_NOTES = 2000
"""So many of the newest local notes are looked through."""


class Unindexed(msgspec.Struct, frozen=True, kw_only=True):
    """A message or note that only the journal has. `created_at`: ms UTC by our own clock."""

    ticket_id: int
    remote_id: str
    kind: str
    created_at: int
    author_name: str
    text: str
    is_local: bool = False


def find_waiting(
    reader: Reader, node: Node | None, in_time: Callable[[int], bool], overlay: Overlay
) -> list[Unindexed]:
    """Messages and notes of the outbox that are what the words ask for."""
    said = [
        (laid, pending)
        for laid in overlay.tickets.values()
        for pending in laid.commands
        if not isinstance(pending.command, SetFields) and in_time(pending.created_at)
    ]
    me = _me(reader) if said else {}
    found: list[Unindexed] = []
    for laid, pending in said:
        name, address = me.get(laid.top.row.account_id, ("", ""))
        doc = _document(laid, pending, f"{name} {address}")
        if node is None or matches(node, Document(doc)):
            found.append(
                Unindexed(
                    ticket_id=laid.base.row.id,
                    remote_id=pending.remote_id,
                    kind=doc.kind,
                    created_at=pending.created_at,
                    author_name=name,
                    text=doc.text,
                )
            )
    return found


def _document(laid: Laid, pending: Pending, author: str) -> SearchDoc:
    command, row = pending.command, laid.top.row
    assert not isinstance(command, SetFields)
    channel = "" if isinstance(command, AddNote) else command.channel
    return SearchDoc(
        entry_id=0,
        ticket_id=row.id,
        created_at=pending.created_at,
        text=command.text,
        author=author,
        channel=channel or row.channel,
        account=row.account,
        kind="note" if isinstance(command, AddNote) else "message",
        has_attachment=bool(command.attachments),
        attachment_names=tuple(file.name for file in command.attachments),
    )


def find_local_notes(
    reader: Reader, node: Node | None, in_time: Callable[[int], bool]
) -> tuple[list[Unindexed], bool]:
    """Notes kept only here that the words ask for, newest first; whether there are more.

    They are few: their words are looked through, of MOST_NOTES at most.
    """
    rows = reader.all(LOCAL_NOTES, (MOST_NOTES + 1,))
    me = _me(reader) if rows else {}
    letters = needles(node) if node is not None else []
    found: list[Unindexed] = []
    for note_id, text, created_at, account_id, ticket_id, channel, account in rows[:MOST_NOTES]:
        folded = fold(text) if letters else ""
        if not in_time(created_at) or not all(each in folded for each in letters):
            continue
        name, address = me.get(account_id, ("", ""))
        doc = SearchDoc(
            entry_id=0,
            ticket_id=ticket_id,
            created_at=created_at,
            text=text,
            author=f"{name} {address}",
            channel=channel,
            account=account,
            kind="note",
            has_attachment=False,
            attachment_names=(),
        )
        if node is None or matches(node, Document(doc, is_local=True)):
            found.append(
                Unindexed(
                    ticket_id=ticket_id,
                    remote_id=note_id,
                    kind="note",
                    created_at=created_at,
                    author_name=name,
                    text=text,
                    is_local=True,
                )
            )
    return found, len(rows) > MOST_NOTES


def _me(reader: Reader) -> dict[int, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in reader.all(ME)}


def hit_of(found: Unindexed, ticket: TicketRow, words: Sequence[Phrase]) -> SearchHit:
    """What the results show of it; by the backend's clock, as all others."""
    shown, marks = snippet(found.text, words)
    return SearchHit(
        ticket=ticket,
        entry_id=0,
        entry_remote_id=found.remote_id,
        kind=found.kind,
        author_name=found.author_name,
        created_at=ticket.backend_now(found.created_at),
        snippet=shown,
        marks=marks,
        is_local=found.is_local,
    )
