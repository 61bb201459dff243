"""RT's two feeds.

Both feeds carry the entries: for a page of tickets their transactions come by a hundred in a
request, so do the parts and the texts of messages. That is a fifth of a request per ticket where
reading ticket by ticket takes four. Only a ticket with more transactions than a page may hold is
left to `fetch`.
"""

from __future__ import annotations

from workspace.domain.errors import CursorLost
from workspace.domain.items import EntryItem, Page, TicketItem, Tombstone
from workspace.sync.connectors.rt import activity, mapping
from workspace.sync.connectors.rt.activity import Row
from workspace.sync.connectors.rt.client import PAGE, any_of, quoted
from workspace.sync.connectors.rt.cursors import (
    REREAD_IDS,
    HistoryCursor,
    LiveCursor,
    load_history,
    load_live,
)
from workspace.sync.connectors.rt.mapping import number
from workspace.sync.connectors.rt.reader import Reader, ids_of, tombstone

TICKETS_PER_PAGE = 40
IDLE_POLLS_TO_PROBE = 20
JUST_NOW_S = 60

NO_MAIL = " AND ".join(f"Type != {quoted(kind)}" for kind in activity.MAIL_RECORDS)


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
        long: dict[int, int] = {}  # tickets left to fetch, with their last transactions
        while True:
            ids = [one for one in ids_of(rows) if one not in long]
            of, whole, server_s = self._transactions(ids, limit)
            if whole:
                break
            found = {one: ids_of(own) for one, own in of.items() if len(own) > limit // 4}
            long |= {one: max(own) for one, own in found.items()}
            if not found:
                rows = rows[: (len(rows) + 1) // 2]
        fresh = self._read_again(of, server_s)
        tickets: list[TicketItem] = []
        chosen: list[Row] = []
        room = limit
        taken = 0
        for row in rows:
            one = number(row.get("id"))
            own = of.get(one, [])
            now = fresh.get(one, row)
            newest = long.get(one) or max(ids_of(own), default=1)
            by_feed = one not in long and not any(activity.merged_into(row) for row in own)
            need = 1 + (len(own) if by_feed else 0)
            if need > limit:
                by_feed, need = False, 1
            if need > room:
                break
            taken += 1
            if now is None:  # deleted or merged since; `live` says so
                continue
            room -= need
            tickets.append(self._reader.ticket(now, newest, by_feed=by_feed))
            chosen += own if by_feed else []
        entries = self._reader.entries(chosen, lambda one: str(one.get("ObjectId")))
        return [*tickets, *entries], taken

    def _read_again(self, of: dict[int, list[Row]], server_s: int) -> dict[int, Row | None]:
        """Tickets changed a moment ago, read after their transactions.

        Their rows may be older than the revision they get from those; another feed could then
        be overwritten with the older state. None for tickets that are gone meanwhile.
        """
        since = (server_s - JUST_NOW_S) * 1000
        lately = {
            one
            for one, own in of.items()
            if any(mapping.millis(row.get("Created")) >= since for row in own)
        }
        if not lately:
            return {}
        found = self._client.tickets(lately)
        return {one: found.get(one) for one in lately}

    def _transactions(self, ids: list[int], limit: int) -> tuple[dict[int, list[Row]], bool, int]:
        """Transactions of each of these tickets, newest first, whether these are all of them,
        and the server's clock in seconds.

        A short page is no proof of the end, since hidden rows shrink it; every ticket's Create is.
        """
        of: dict[int, list[Row]] = {one: [] for one in ids}
        if not ids:
            return of, True, 0
        count = below = server_s = 0
        born: set[int] = set()
        where = f"ObjectType = 'RT::Ticket' AND {NO_MAIL} AND ({any_of('ObjectId', ids)})"
        while count < limit + PAGE:
            page, server_s = self._client.transactions(
                where + (f" AND id < {below}" if below else "")
            )
            for row in page:
                of.setdefault(number(row.get("ObjectId")), []).append(row)
            count += len(page)
            born |= {number(row.get("ObjectId")) for row in page if row.get("Type") == "Create"}
            if not page or (len(page) < PAGE and born.issuperset(ids)):
                return of, True, server_s
            below = min(ids_of(page))
        return of, False, server_s


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
        seen = set(ids_of(rows))
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
        seen = set(ids_of(rows))
        highest = max(seen, default=0)
        floor = max(0, highest - REREAD_IDS)
        while rows and min(seen) > floor + 1:
            rows, _ = self._client.transactions(f"{where} AND id < {min(seen)}", bare=True)
            seen |= set(ids_of(rows))
        start = LiveCursor(highest=floor)
        cursor = start.after({one for one in seen if one > floor}, server_s)
        settled = LiveCursor(
            highest=cursor.highest, gaps=cursor.gaps, marks=[(server_s, cursor.highest)]
        )
        return Page(next=settled.dumps())

    def _check_lost(self, cursor: LiveCursor) -> None:
        """Not even the transaction we stand on is there: hidden from us now, or another RT."""
        newest, _ = self._client.transactions("ObjectType = 'RT::Ticket'", limit=1, bare=True)
        if max(ids_of(newest), default=0) < cursor.highest:
            raise CursorLost("RT no longer has the changes read last; it is read anew.")

    def _changes(
        self, rows: list[Row], highest: int
    ) -> tuple[list[TicketItem | EntryItem], list[Tombstone]]:
        of: dict[int, list[Row]] = {}
        for row in rows:
            if row.get("Type") not in activity.MAIL_RECORDS:
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
            newest = max(ids_of(own))
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
            into = activity.merged_into(change)
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
            top = max(ids_of(newest), default=0)
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
    if activity.merged_into(change) or change.get("Field") == "Queue":
        return True
    return change.get("Type") == "Status" and change.get("OldValue") == mapping.DELETED
