"""One page (or fetch) of a backend into the cache, inside the caller's transaction.

What makes it safe to run any page again: a ticket older than the stored one is ignored, known
entries are compared and not rewritten, kinds never change, and only tombstones delete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from workspace.domain.errors import ContractBug
from workspace.domain.items import EntryItem, Item, PersonItem, TicketItem, Tombstone
from workspace.domain.mentions import Mentions
from workspace.domain.words import Kind
from workspace.store import bulk_insert, search_index
from workspace.store.connect import Connection, Row
from workspace.store.ingest_entries import Entries, TicketOfPage, delete_entries
from workspace.store.ingest_people import People
from workspace.store.search_index import SearchDoc, subject_doc
from workspace.store.ticket_values import (
    COLUMNS,
    GONE,
    TicketValues,
    derive,
    fresh_values,
    latest,
    said,
)
from workspace.store.words_in import clean, dump

_SELECT = (
    f"SELECT {', '.join(COLUMNS)} FROM ticket"
    " WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))"
)
_LAST = (
    "SELECT created_at, seq, id, kind, direction, substr(text, 1, 1300) FROM entry"
    " WHERE ticket_id = ? AND {} ORDER BY created_at DESC, seq DESC, id DESC LIMIT 1"
)
_MENTIONED = """
SELECT coalesce(max(m.created_at), 0) FROM mention AS m
WHERE m.ticket_id = ? AND NOT EXISTS (
  SELECT 1 FROM entry AS e
  WHERE e.ticket_id = m.ticket_id AND e.created_at >= m.created_at
    AND (e.created_at, e.seq, e.id) > (m.created_at, m.seq, m.entry_id)
    AND e.author_remote_id = ? AND e.kind IN ('message','note')
)
"""
_LAST_WORDS = _LAST.format("kind IN ('message','note')")
_LAST_MESSAGE = _LAST.format("kind = 'message'")


@dataclass(slots=True)
class _Held:
    """A ticket of this page: as stored, as it will be, and what the entries said of it."""

    values: TicketValues
    stored: TicketValues | None
    page: TicketOfPage
    struck: bool = False


@dataclass(slots=True)
class Ingest:
    """One run; make it, call `run`, read the results.

    Attributes:
        me: remote id of the account's own agent ("" unknown).
        live: entries are news (top of the search index) rather than history.
        next_id: gives the next free id of a table, by its name.
        tickets, entries_of: local ids of what changed.
        gone: those of `tickets` that went.
        files: sealed files that nothing refers to any more; remove them after the commit.
    """

    connection: Connection
    account_id: int
    account: str
    me: str
    live: bool
    next_id: Callable[[str], int]
    tickets: set[int] = field(default_factory=set)
    entries_of: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    entries: int = 0
    files: list[str] = field(default_factory=list)
    _held: dict[str, _Held] = field(default_factory=dict)
    _people: People = field(default_factory=People)
    _docs: list[SearchDoc] = field(default_factory=list)

    def run(
        self,
        items: Sequence[Item],
        tombstones: Sequence[Tombstone],
        adjust: Callable[[TicketValues], None] | None = None,
        fetched: bool = False,
    ) -> None:
        """Apply items and tombstones.

        `adjust(values)` may change the row of each ticket before it is written. `fetched`: the
        items are what the backend says right now, so a ticket given up as gone may come back.
        """
        struck_tickets = {clean(t.remote_id): t for t in tombstones if t.kind == "ticket"}
        struck_entries = {
            (clean(t.ticket_remote_id), clean(t.remote_id)) for t in tombstones if t.kind == "entry"
        }
        ticket_items = latest(item for item in items if isinstance(item, TicketItem))
        entry_items = [item for item in items if isinstance(item, EntryItem)]
        stored = self._stored(
            ticket_items.keys()
            | {clean(item.ticket_remote_id) for item in entry_items}
            | struck_tickets.keys()
            | {ticket for ticket, _ in struck_entries}
        )
        self._hold(ticket_items, stored, struck_tickets, fetched)
        self._write_people(items, ticket_items)
        entries = self._take_entries(entry_items, struck_tickets, struck_entries)
        self._insert_fresh(adjust)
        entries.flush()
        self.entries = entries.written
        self._strike(struck_tickets, struck_entries)
        self._update_known(adjust)
        self._tell_of_renamed()
        if self._docs:
            search_index.add(self.connection, self._docs, self.live)

    def _stored(self, remote_ids: Iterable[str]) -> dict[str, TicketValues]:
        rows = self.connection.execute(_SELECT, (self.account_id, dump(sorted(remote_ids))))
        return {row[2]: dict(zip(COLUMNS, row, strict=True)) for row in rows}

    # --- Tickets ---------------------------------------------------------------------------

    def _hold(
        self,
        items: dict[str, TicketItem],
        stored: dict[str, TicketValues],
        struck: dict[str, Tombstone],
        fetched: bool,
    ) -> None:
        for remote_id, row in stored.items():
            page = TicketOfPage(id=row["id"], channel=row["channel"])
            self._held[remote_id] = _Held(dict(row), row, page)
        for remote_id, item in items.items():
            held = self._held.get(remote_id)
            if held is None:
                if remote_id not in struck:
                    values = fresh_values(
                        item, self.me, identity=self.next_id("ticket"), account_id=self.account_id
                    )
                    page = TicketOfPage(id=values["id"], channel=values["channel"], fresh=True)
                    self._held[remote_id] = _Held(values, None, page)
            elif item.revision < held.values["revision"]:
                held.page.stale = True
            else:
                newer = fetched or item.revision > held.values["revision"]
                back = held.values["gone"] and newer and remote_id not in struck
                if back:
                    held.values |= {"gone": 0, "merged_into": ""}
                if not held.values["gone"]:
                    held.values |= _still_partial(held.values, said(item, self.me))
                if back:  # its content was deleted here, whatever the feed has brought before
                    held.values |= {"complete": 0, "fetched_revision": -1, "next_before": ""}
                held.values["revision"] = item.revision
                held.page.channel = held.values["channel"]

    def _write_people(self, items: Sequence[Item], tickets: dict[str, TicketItem]) -> None:
        current = {
            remote_id: item
            for remote_id, item in tickets.items()
            if remote_id in self._held and not self._held[remote_id].page.stale
        }
        self._people.write(
            self.connection,
            self.account_id,
            [item for item in items if isinstance(item, PersonItem)],
            [item.requester for item in current.values() if item.requester is not None],
            lambda: self.next_id("person"),
        )
        for remote_id, item in current.items():
            if item.requester is not None:
                person = self._people.ids[clean(item.requester.remote_id)]
                self._held[remote_id].values["person_id"] = person

    # --- Entries ---------------------------------------------------------------------------

    def _take_entries(
        self,
        items: Sequence[EntryItem],
        struck_tickets: dict[str, Tombstone],
        struck_entries: set[tuple[str, str]],
    ) -> Entries:
        entries = Entries(
            connection=self.connection,
            account=self.account,
            docs=self._docs,
            next_id=lambda: self.next_id("entry"),
            next_route_id=lambda: self.next_id("route"),
            me=self.me,
            names=self._names,
        )
        pairs: list[tuple[TicketOfPage, EntryItem]] = []
        for item in items:
            ticket, remote_id = clean(item.ticket_remote_id), clean(item.remote_id)
            if ticket in struck_tickets or {(ticket, remote_id), ("", remote_id)} & struck_entries:
                continue
            held = self._held.get(ticket)
            if held is None:
                raise ContractBug(
                    f"Entry {item.remote_id} came before its ticket {item.ticket_remote_id}; "
                    "a ticket comes on the same page as its entries or earlier."
                )
            if not held.values["gone"]:
                pairs.append((held.page, item))
        entries.take(pairs)
        return entries

    def _names(self) -> Mentions:
        return Mentions(
            self.connection.execute(
                "SELECT remote_id, name, address, me FROM agent WHERE account_id = ?",
                (self.account_id,),
            )
        )

    def _insert_fresh(self, adjust: Callable[[TicketValues], None] | None) -> None:
        rows: list[Row] = []
        for held in self._held.values():
            if held.stored is not None:
                continue
            values, page = held.values, held.page
            if adjust is not None:
                adjust(values)
            if not values["counted_by_backend"]:
                values["message_count"] = page.counted
            derive(values, page.newest, page.last_message, page.mentioned_at)
            rows.append(tuple(values.values()))
            if not values["gone"]:
                self._docs.append(self._subject(values))
            self._changed(values["id"], page.changed)
        bulk_insert.insert(self.connection, "ticket", COLUMNS, rows)

    def _update_known(self, adjust: Callable[[TicketValues], None] | None) -> None:
        for held in self._held.values():
            if held.stored is None:
                continue
            values, page = held.values, held.page
            if adjust is not None:
                adjust(values)
            if values["gone"] and not held.stored["gone"]:
                self._empty(values)
            self._recount(values, held)
            if page.changed or values != held.stored:
                derive(
                    values,
                    self.connection.execute(_LAST_WORDS, (page.id,)).fetchone(),
                    self.connection.execute(_LAST_MESSAGE, (page.id,)).fetchone(),
                    self.connection.execute(_MENTIONED, (page.id, self.me)).fetchone()[0],
                )
            if values != held.stored:
                self._update(values, held.stored)
                self._changed(page.id, page.changed)
            elif page.changed:
                self._changed(page.id, True)
            if not values["gone"] and self._subject_differs(values, held.stored):
                self._docs.append(self._subject(values))

    def _recount(self, values: TicketValues, held: _Held) -> None:
        assert held.stored is not None
        if values["counted_by_backend"]:
            return
        if held.stored["counted_by_backend"] or values["gone"]:
            values["message_count"] = self.connection.execute(
                "SELECT count(*) FROM entry WHERE ticket_id = ? AND kind IN ('message','note')",
                (held.page.id,),
            ).fetchone()[0]
        else:
            values["message_count"] = held.stored["message_count"] + held.page.counted

    def _update(self, values: TicketValues, stored: TicketValues) -> None:
        names = [name for name in COLUMNS if values[name] != stored[name]]
        self.connection.execute(
            f"UPDATE ticket SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
            [*(values[name] for name in names), values["id"]],
        )

    def _changed(self, ticket_id: int, entries_too: bool) -> None:
        self.tickets.add(ticket_id)
        if entries_too:
            self.entries_of.add(ticket_id)

    def _tell_of_renamed(self) -> None:
        for person in self._people.renamed:
            self.tickets |= {
                row[0]
                for row in self.connection.execute(
                    "SELECT id FROM ticket WHERE person_id = ? ORDER BY updated_at DESC LIMIT 200",
                    (person,),
                )
            }

    def _subject_differs(self, values: TicketValues, stored: TicketValues) -> bool:
        return (
            any(values[name] != stored[name] for name in ("subject", "person_id", "channel"))
            or bool(stored["gone"])
            or values["person_id"] in self._people.renamed
        )

    def _subject(self, values: TicketValues) -> SearchDoc:
        return subject_doc(
            ticket_id=values["id"],
            created_at=values["created_at"],
            subject=values["subject"],
            requester=self._people.shown_by_id(self.connection, values["person_id"]),
            channel=values["channel"],
            account=self.account,
        )

    # --- Tombstones ------------------------------------------------------------------------

    def _strike(self, tickets: dict[str, Tombstone], entries: Iterable[tuple[str, str]]) -> None:
        for remote_id, tombstone in tickets.items():
            held = self._held.get(remote_id)
            if held is not None and held.values["gone"] != GONE[tombstone.reason]:
                held.values["gone"] = GONE[tombstone.reason]
                held.values["merged_into"] = clean(tombstone.merged_into)
        for ticket, remote_id in entries:
            for entry_id, ticket_id, kind in self._find_entry(ticket, remote_id):
                self.files += delete_entries(self.connection, [entry_id])
                held = self._held_by_id(ticket_id)
                held.page.changed = True
                held.page.counted -= kind in (Kind.MESSAGE, Kind.NOTE)
                self.entries += 1

    def _find_entry(self, ticket: str, remote_id: str) -> list[Row]:
        rows: list[Row] = self.connection.execute(
            "SELECT id, ticket_id, kind FROM entry WHERE remote_id = ?1 AND ticket_id IN"
            " (SELECT id FROM ticket WHERE account_id = ?2 AND (?3 = '' OR remote_id = ?3))",
            (remote_id, self.account_id, ticket),
        ).fetchall()
        return rows

    def _held_by_id(self, ticket_id: int) -> _Held:
        for held in self._held.values():
            if held.page.id == ticket_id:
                return held
        row = self.connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM ticket WHERE id = ?", (ticket_id,)
        ).fetchone()
        stored = dict(zip(COLUMNS, row, strict=True))
        held = _Held(dict(stored), stored, TicketOfPage(id=ticket_id, channel=stored["channel"]))
        self._held[stored["remote_id"]] = held
        return held

    def _empty(self, values: TicketValues) -> None:
        """A ticket that went keeps its row (drafts and commands name it), not its content."""
        ids = [
            row[0]
            for row in self.connection.execute(
                "SELECT id FROM entry WHERE ticket_id = ?", (values["id"],)
            )
        ]
        self.files += delete_entries(self.connection, ids)
        self.connection.execute("DELETE FROM route WHERE ticket_id = ?", (values["id"],))
        search_index.remove(self.connection, [-values["id"]])
        self.gone.add(values["id"])
        self.entries_of.add(values["id"])


def _still_partial(known: TicketValues, said: TicketValues) -> TicketValues:
    """A ticket left to `fetch` stays incomplete until it is fetched.

    A feed may leave a ticket to `fetch` and carry only what is new of it from then on: that
    brings none of the older entries.
    """
    if known["complete"] and known["fetched_revision"] >= known["revision"]:
        return said
    untouched = ("complete", "fetched_revision", "next_before")
    return {name: value for name, value in said.items() if name not in untouched}
