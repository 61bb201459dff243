"""RT's two feeds and the reading of one ticket.

Both feeds carry the entries: for a page of tickets their transactions come by a hundred in a
request, so do the parts and the texts of messages. That is a fifth of a request per ticket where
reading ticket by ticket takes four. Only a ticket with more transactions than a page may hold is
left to `fetch`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workspace.domain.errors import CursorLost, Forbidden, Gone
from workspace.domain.items import EntryItem, Fetched, Page, TicketItem, Tombstone
from workspace.domain.words import Status
from workspace.sync.connectors.rt import mapping
from workspace.sync.connectors.rt.client import PAGE, RtClient, any_of, quoted
from workspace.sync.connectors.rt.cursors import (
    REREAD_IDS,
    HistoryCursor,
    LiveCursor,
    load_history,
    load_live,
)
from workspace.sync.connectors.rt.mapping import EntryWords, Row, TicketWords, number

TICKETS_PER_PAGE = 40
IDLE_POLLS_TO_PROBE = 20
REMEMBERED = 2000

NO_MAIL = " AND ".join(f"Type != {quoted(kind)}" for kind in mapping.MAIL_RECORDS)


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
        wanted = [number(row.get("id")) for row in transactions if _has_parts(row)]
        parts = self.client.parts(wanted)
        people = {user for row in transactions for user in mapping.users_in(row)}
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
                self.voices(ticket_id) if _has_parts(row) else frozenset(),
                words,
            )
            if item:
                found.append(item)
        return found


def _has_parts(row: Row) -> bool:
    return row.get("Type") in mapping.MESSAGE_TYPES


def _ids(rows: Iterable[Row]) -> list[int]:
    return [number(row.get("id")) for row in rows]


# --- History --------------------------------------------------------------------------------------


class History:
    """All tickets, the active ones first, newest first, each with its entries."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._client = reader.client

    def pull(self, text: str, limit: int) -> Page:
        cursor = load_history(text)
        if not text:
            total = self._client.search(self._where(None), limit=1, fields={"fields": "id"})[1]
            cursor = HistoryCursor(before=0, total=total)
        count = max(1, min(TICKETS_PER_PAGE, limit // 12))
        rows, _ = self._client.search(self._where(cursor), limit=count)
        if not rows:
            return self._end_of_part(cursor)
        items, taken = self._with_entries(rows, limit)
        done = cursor.done + taken
        following = HistoryCursor(
            active=cursor.active,
            before=number(rows[taken - 1].get("id")),
            done=done,
            total=max(cursor.total, done),
        )
        return Page(
            items=tuple(items),
            next=following.dumps(),
            more=True,
            done=done,
            total=following.total,
        )

    def _end_of_part(self, cursor: HistoryCursor) -> Page:
        following = HistoryCursor(active=False, before=0, done=cursor.done, total=cursor.total)
        if not cursor.active:
            following = cursor
        return Page(
            next=following.dumps(), more=cursor.active, done=cursor.done, total=cursor.total
        )

    def _where(self, cursor: HistoryCursor | None) -> str:
        parts = []
        if cursor:
            parts.append(f"Status = '__{'Active' if cursor.active else 'Inactive'}__'")
        if cursor and cursor.before:
            parts.append(f"id < {cursor.before}")
        if teams := self._reader.scope.teams:
            parts.append("(" + " OR ".join(f"Queue = {quoted(team)}" for team in teams) + ")")
        return " AND ".join(parts) or "id > 0"

    def _with_entries(
        self, rows: list[Row], limit: int
    ) -> tuple[list[TicketItem | EntryItem], int]:
        """Items of as many of these tickets as fit a page, and how many tickets those are."""
        while True:
            ids = _ids(rows)
            transactions, whole = self._transactions(ids, limit)
            if whole or len(rows) == 1:
                break
            rows = rows[: (len(rows) + 1) // 2]
        of: dict[int, list[Row]] = {one: [] for one in ids}
        for transaction in transactions:
            of.get(number(transaction.get("ObjectId")), []).append(transaction)
        tickets: list[TicketItem] = []
        chosen: list[Row] = []
        room = limit
        for row in rows:
            own = of[number(row.get("id"))]
            newest = max(_ids(own), default=1)
            by_feed = whole and not any(mapping.merged_into(one) for one in own)
            need = 1 + (len(own) if by_feed else 0)
            if need > limit:
                by_feed, need = False, 1
            if need > room:
                break
            room -= need
            tickets.append(self._reader.ticket(row, newest, by_feed=by_feed))
            chosen += own if by_feed else []
        entries = self._reader.entries(chosen, lambda one: str(one.get("ObjectId")))
        return [*tickets, *entries], len(tickets)

    def _transactions(self, ids: list[int], limit: int) -> tuple[list[Row], bool]:
        """Transactions of these tickets, newest first, and whether these are all of them.

        A short page is no proof of the end, since hidden rows shrink it; every ticket's Create is.
        """
        found: list[Row] = []
        below = 0
        born: set[int] = set()
        while len(found) < limit + PAGE:
            where = f"ObjectType = 'RT::Ticket' AND {NO_MAIL} AND ({any_of('ObjectId', ids)})"
            page, _ = self._client.transactions(where + (f" AND id < {below}" if below else ""))
            found += page
            born |= {number(one.get("ObjectId")) for one in page if one.get("Type") == "Create"}
            if not page or (len(page) < PAGE and born.issuperset(ids)):
                return found, True
            below = min(_ids(page))
        return found, False


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
        ticket = reader.ticket(row, max(_ids(transactions), default=1), by_feed=False)
    merged = before.endswith("m") or any(mapping.merged_into(one) for one in transactions)
    born = any(one.get("Type") == "Create" for one in transactions)
    complete = not transactions or (len(transactions) < PAGE and born and not merged)
    lowest = min(_ids(transactions), default=0)
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


# --- Live -----------------------------------------------------------------------------------------


class Live:
    """Transactions as they come, with the tickets they changed; see `cursors`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._client = reader.client

    def pull(self, text: str, limit: int) -> Page:
        if not text:
            return self._begin()
        cursor = load_live(text)
        want = max(1, min(PAGE - 1, limit // 2))
        rows, server_s = self._client.transactions(cursor.query(), limit=want + 1, order="ASC")
        seen = set(_ids(rows))
        if cursor.highest and not seen:
            self._check_lost(cursor)
        fresh = [row for row in rows if cursor.is_new(number(row.get("id")))]
        following = cursor.after(seen, server_s)
        items, stones = self._changes(fresh, cursor.highest)
        if following.idle >= IDLE_POLLS_TO_PROBE:
            found, following = self._probe(following, limit)
            items += found
        return Page(
            items=tuple(items),
            tombstones=tuple(stones),
            next=following.dumps(),
            more=len(rows) > want and bool(fresh),
        )

    def _begin(self) -> Page:
        """Where the feed stands now; what may be under way below is noted as gaps."""
        where = "ObjectType = 'RT::Ticket'"
        rows, server_s = self._client.transactions(where, limit=PAGE, bare=True)
        seen = set(_ids(rows))
        highest = max(seen, default=0)
        floor = max(0, highest - REREAD_IDS)
        while rows and min(seen) > floor + 1:
            rows, _ = self._client.transactions(f"{where} AND id < {min(seen)}", bare=True)
            seen |= set(_ids(rows))
        start = LiveCursor(highest=floor)
        cursor = start.after({one for one in seen if one > floor}, server_s)
        settled = LiveCursor(
            highest=cursor.highest, gaps=cursor.gaps, marks=[(server_s, cursor.highest)]
        )
        return Page(next=settled.dumps())

    def _check_lost(self, cursor: LiveCursor) -> None:
        """Not even the transaction we stand on is there: hidden from us now, or another RT."""
        newest, _ = self._client.transactions("ObjectType = 'RT::Ticket'", limit=1, bare=True)
        if max(_ids(newest), default=0) < cursor.highest:
            raise CursorLost("RT no longer has the changes read last; it is read anew.")

    def _changes(
        self, rows: list[Row], highest: int
    ) -> tuple[list[TicketItem | EntryItem], list[Tombstone]]:
        of: dict[int, list[Row]] = {}
        for row in rows:
            if row.get("Type") not in mapping.MAIL_RECORDS:
                of.setdefault(number(row.get("ObjectId")), []).append(row)
        if not of:
            return [], []
        there = self._client.tickets(of)
        tickets: list[TicketItem] = []
        stones: list[Tombstone] = []
        shown: list[Row] = []
        for one, own in of.items():
            found = there.get(one)
            if found is None:
                stone = self._gone(str(one), own)
                stones += [stone] if stone else []
                continue
            if not self._followed(found):
                if any(change.get("Field") == "Queue" for change in own):
                    stones.append(Tombstone(kind="ticket", remote_id=str(one), reason="no_access"))
                continue
            newest = max(_ids(own))
            revision = newest if newest > highest else highest  # a late one tells of now, too
            anew = any(_needs_rereading(change) for change in own)
            tickets.append(self._reader.ticket(found, revision, by_feed=not anew))
            shown += own
        entries = self._reader.entries(shown, lambda row: str(row.get("ObjectId")))
        return [*tickets, *entries], stones

    def _followed(self, row: Row) -> bool:
        if not self._reader.scope.teams:
            return True
        team = mapping.named(row.get("Queue"))
        name = self._reader.queue_names().get(team)
        if name is None:
            name = self._reader.queue_names(anew=True).get(team, "")
        return self._reader.scope.follows(name)

    def _gone(self, remote_id: str, own: list[Row]) -> Tombstone | None:
        for change in reversed(own):
            into = mapping.merged_into(change)
            if into and into != remote_id:
                return Tombstone(
                    kind="ticket", remote_id=remote_id, reason="merged", merged_into=into
                )
            if change.get("Type") == "Status":
                if change.get("NewValue") == mapping.DELETED:
                    return Tombstone(kind="ticket", remote_id=remote_id, reason="deleted")
                break
        return tombstone(self._reader, remote_id)

    def _probe(
        self, cursor: LiveCursor, limit: int
    ) -> tuple[list[TicketItem | EntryItem], LiveCursor]:
        """Does the feed stand still, or do a hundred hidden transactions stand before it?

        Ticket searches are not shrunk by hidden rows. If the ticket changed last has a visible
        transaction above ours, all tickets changed near it are named for reading, and the feed
        goes on from there.
        """
        calm = LiveCursor(highest=cursor.highest, gaps=cursor.gaps, marks=cursor.marks)
        last, _ = self._client.search(
            "id > 0", limit=PAGE, by="LastUpdated", fields={"fields": "LastUpdated"}
        )
        items: list[TicketItem | EntryItem] = []
        highest = cursor.highest
        for row in last[:limit]:
            newest, server_s = self._client.history(str(row.get("id")), limit=1)
            top = max(_ids(newest), default=0)
            if top <= cursor.highest:
                break
            full = self._client.tickets([number(row.get("id"))]).get(number(row.get("id")))
            if full is not None and self._followed(full):
                items.append(self._reader.ticket(full, top, by_feed=False))
            highest = max(highest, top)
            calm = calm.after({top}, server_s)
        return items, calm


def _needs_rereading(change: Row) -> bool:
    """Changes that bring older entries with them: a merge, a return from deletion, a move."""
    if mapping.merged_into(change) or change.get("Field") == "Queue":
        return True
    return change.get("Type") == "Status" and change.get("OldValue") == mapping.DELETED
