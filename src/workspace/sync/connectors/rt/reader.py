"""Turns RT's rows into items: what both feeds and the reading of one ticket share."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workspace.domain.errors import Forbidden, Gone
from workspace.domain.items import EntryItem, Fetched, TicketItem, Tombstone
from workspace.domain.words import Status
from workspace.sync.connectors.rt import activity, mapping
from workspace.sync.connectors.rt.activity import EntryWords, Row
from workspace.sync.connectors.rt.client import PAGE, RtClient, quoted
from workspace.sync.connectors.rt.mapping import TicketWords, number

REMEMBERED = 2000  # tickets whose people are kept in memory


@dataclass(frozen=True, slots=True)
class Scope:
    """What an account follows: queue names (empty is all) and how to read words."""

    teams: tuple[str, ...]
    words: TicketWords

    def follows(self, name: str) -> bool:
        return not self.teams or name in self.teams


class Reader:
    """Turns rows into items; keeps who speaks in which ticket and which words mean what."""

    def __init__(self, client: RtClient, scope: Scope) -> None:
        self.client = client
        self.scope = scope
        self._lock = threading.Lock()
        self._voices: dict[str, frozenset[str]] = {}
        self._learned: dict[str, Status] = {}
        self._queues: dict[str, str] = {}

    # --- Words -----------------------------------------------------------------------------------

    def queue_names(self, *, anew: bool = False) -> dict[str, str]:
        """Names of queues by number; asked for once."""
        if anew or not self._queues:
            self._queues = {mapping.named(q): str(q.get("Name")) for q in self.client.queues()}
        return self._queues

    def ticket(self, row: Row, revision: int, *, by_feed: bool = True) -> TicketItem:
        self._learn(str(row.get("Status") or "").lower())
        known = self.scope.words
        words = TicketWords(known.web, known.tags_field, {**known.statuses, **self._learned})
        item = mapping.ticket(row, revision, words, by_feed=by_feed)
        with self._lock:
            if len(self._voices) > REMEMBERED:
                self._voices.clear()
            self._voices[item.remote_id] = mapping.voices(row)
        return item

    def _learn(self, word: str) -> None:
        """A status word of a lifecycle of the site's own: is it an end or not?"""
        if not word or word in self.scope.words.statuses or word in self._learned:
            return
        query = f"Status = {quoted(word)} AND Status = '__Inactive__'"
        ended = self.client.search(query, limit=1, fields={"fields": "Status"})[1]
        self._learned[word] = Status.CLOSED if ended else Status.OPEN

    def voices(self, ticket_id: str) -> frozenset[str]:
        """Whose words are incoming; one request where the ticket was not read lately."""
        with self._lock:
            known = self._voices.get(ticket_id)
        if known is None:
            row = self.client.tickets([number(ticket_id)]).get(number(ticket_id))
            if row is None:
                return frozenset()
            known = mapping.voices(row)
            with self._lock:
                self._voices[ticket_id] = known
        return known

    def entries(self, transactions: list[Row], owner_of: Callable[[Row], str]) -> list[EntryItem]:
        """Messages, notes and activities of transactions, oldest first; bodies in bulk."""
        wanted = [number(row.get("id")) for row in transactions if has_parts(row)]
        parts = self.client.parts(wanted)
        people = {user for row in transactions for user in activity.users_in(row)}
        moved = any(row.get("Field") == "Queue" for row in transactions)
        words = EntryWords(
            fields=self.client.field_names(),
            users=self.client.user_names(people) if people else {},
            queues=self.queue_names() if moved else {},
        )
        found = []
        for row in sorted(transactions, key=lambda one: number(one.get("id"))):
            ticket_id = owner_of(row)
            item = mapping.entry(
                row,
                parts.get(number(row.get("id")), []),
                ticket_id,
                self.voices(ticket_id) if has_parts(row) else frozenset(),
                words,
            )
            if item:
                found.append(item)
        return found


def has_parts(row: Row) -> bool:
    return row.get("Type") in mapping.MESSAGE_TYPES


def ids_of(rows: Iterable[Row]) -> list[int]:
    return [number(row.get("id")) for row in rows]


# --- One ticket -----------------------------------------------------------------------------------


def fetch(reader: Reader, remote_id: str, before: str) -> Fetched:
    """A ticket and a page of its entries, newest part first. Raises Gone.

    `before` is the lowest transaction read so far, with an “m” once a merge was seen: then even a
    short page with the ticket's Create may not be the last.
    """
    ticket: TicketItem | None = None
    try:
        transactions, _ = reader.client.history(remote_id, below=number(before.rstrip("m")))
    except (Gone, Forbidden):
        raise why_missing(reader, remote_id) from None
    if not before:  # read after its transactions: it may be newer than its revision, never older
        row = reader.client.tickets([number(remote_id)]).get(number(remote_id))
        if row is None:
            raise why_missing(reader, remote_id)
        ticket = reader.ticket(row, max(ids_of(transactions), default=1), by_feed=False)
    merged = before.endswith("m") or any(activity.merged_into(one) for one in transactions)
    born = any(one.get("Type") == "Create" for one in transactions)
    complete = not transactions or (len(transactions) < PAGE and born and not merged)
    lowest = min(ids_of(transactions), default=0)
    entries = reader.entries(transactions, lambda _: remote_id)
    return Fetched(
        ticket=ticket,
        entries=tuple(reversed(entries)),
        complete=complete,
        next_before="" if complete else f"{lowest}{'m' if merged else ''}",
    )


def why_missing(reader: Reader, remote_id: str) -> Gone:
    """Why a ticket is in no search: as an error, with the tombstone that says it as data."""
    stone = tombstone(reader, remote_id)
    if stone is None:
        return Gone("RT does not show this ticket in searches.")
    words = {
        "deleted": "The ticket was deleted in RT.",
        "merged": f"The ticket was merged into #{stone.merged_into} in RT.",
        "no_access": "This account may no longer see the ticket.",
    }
    return Gone(words[stone.reason])


def tombstone(reader: Reader, remote_id: str) -> Tombstone | None:
    """Ask RT for a ticket that a search did not bring; None if it is there after all."""
    try:
        row, _, _ = reader.client.ticket(remote_id)
    except Gone:
        return Tombstone(kind="ticket", remote_id=remote_id, reason="deleted")
    except Forbidden:
        return Tombstone(kind="ticket", remote_id=remote_id, reason="no_access")
    into = mapping.named(row.get("EffectiveId"))
    if into and into != remote_id:
        return Tombstone(kind="ticket", remote_id=remote_id, reason="merged", merged_into=into)
    if row.get("Status") == mapping.DELETED:
        return Tombstone(kind="ticket", remote_id=remote_id, reason="deleted")
    return None
