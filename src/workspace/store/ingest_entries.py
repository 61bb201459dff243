"""Entries of a page: new ones in bulk, known ones compared, with attachments, routes, index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from workspace.domain.errors import ContractBug
from workspace.domain.items import AttachmentItem, EntryItem
from workspace.domain.mentions import Mentions
from workspace.domain.words import Kind
from workspace.sanitise import SANITISER_VERSION, sanitise
from workspace.store import search_index
from workspace.store.connect import Connection, Row
from workspace.store.html_pack import pack, source_html
from workspace.store.search_index import SearchDoc
from workspace.store.words_in import clean, dump

COLUMNS = (
    "id",
    "ticket_id",
    "remote_id",
    "kind",
    "direction",
    "created_at",
    "seq",
    "author_name",
    "author_address",
    "author_remote_id",
    "channel",
    "route_id",
    "text",
    "html",
    "state",
    "command_id",
    "change",
    "attachments",
    "sanitiser",
)
_AT = {name: place for place, name in enumerate(COLUMNS)}

_INSERT = f"INSERT INTO entry ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_UPDATE = f"UPDATE entry SET {', '.join(f'{column} = ?' for column in COLUMNS[3:])} WHERE id = ?"
_KNOWN = (
    f"SELECT {', '.join(f'e.{column}' for column in COLUMNS)} FROM json_each(?) AS wanted"
    " CROSS JOIN entry AS e ON e.ticket_id = wanted.value ->> 0"
    " AND e.remote_id = wanted.value ->> 1"
)
_PUT_ATTACHMENT = (
    "INSERT INTO attachment (entry_id, remote_id, name, size, media_type, content_id)"
    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (entry_id, remote_id) DO UPDATE SET"
    " name = excluded.name, size = excluded.size, media_type = excluded.media_type,"
    " content_id = excluded.content_id"
)

_PUT_MENTION = (
    "INSERT OR REPLACE INTO mention (entry_id, ticket_id, created_at, seq) VALUES (?, ?, ?, ?)"
)

COUNTED = (Kind.MESSAGE, Kind.NOTE)


@dataclass(slots=True)
class TicketOfPage:
    """What the entries need to know of their ticket, and what they tell back.

    Attributes:
        fresh: inserted by this page, so that none of its entries can be known.
        stale: the page's state of it is older than the cache's; known entries stay as they are.
        newest: (created_at, seq, id, kind, direction, text) of the fresh ticket's last words.
        last_message: the same, messages only.
        counted: messages and notes added, less those removed.
        mention, answer: (created_at, seq, id) of the fresh ticket's last note that names me, and
            of my own last words.
    """

    id: int
    channel: str
    fresh: bool = False
    stale: bool = False
    newest: Row | None = None
    last_message: Row | None = None
    counted: int = 0
    changed: bool = False
    mention: Row = ()
    answer: Row = ()

    @property
    def mentioned_at(self) -> int:
        """When a fresh ticket's last note that names me was written, 0 if I said more since."""
        return self.mention[0] if self.mention > self.answer else 0


@dataclass(slots=True)
class Entries:
    """Takes the entries of one page and writes them at `flush`.

    Attributes:
        account: the account's name, for the index.
        docs: gets what is to be indexed.
        written: how many were inserted or changed.
        me: remote id of the account's own agent.
        names: reads the agents' names; asked once, when a note has an @.
    """

    connection: Connection
    account: str
    docs: list[SearchDoc]
    next_id: Callable[[], int]
    next_route_id: Callable[[], int]
    me: str
    names: Callable[[], Mentions]
    written: int = 0
    _inserts: list[Row] = field(default_factory=list)
    _updates: list[Row] = field(default_factory=list)
    _attachments: list[Row] = field(default_factory=list)
    _routes: dict[tuple[int, str], int] = field(default_factory=dict)
    _new_routes: list[Row] = field(default_factory=list)
    _mentions: list[Row] = field(default_factory=list)
    _known_names: Mentions | None = None

    def take(self, pairs: Iterable[tuple[TicketOfPage, EntryItem]]) -> None:
        """Sort the entries into new, changed and unchanged; the last of equal ids counts."""
        unique = {(ticket.id, clean(item.remote_id)): (ticket, item) for ticket, item in pairs}
        self._find_routes(unique.values())
        known = self._known(
            [list(place) for place, (ticket, _) in unique.items() if not ticket.fresh]
        )
        for place, (ticket, item) in unique.items():
            stored = known.get(place)
            if stored is None:
                self._add(ticket, item)
            else:
                self._compare(ticket, item, stored)

    def flush(self) -> None:
        """Write what was taken. The tickets must be in the table by now."""
        connection = self.connection
        connection.executemany(
            "INSERT INTO route (id, ticket_id, remote_id, channel) VALUES (?, ?, ?, ?)",
            self._new_routes,
        )
        connection.executemany(_INSERT, self._inserts)
        connection.executemany(_UPDATE, self._updates)
        connection.executemany(_PUT_ATTACHMENT, self._attachments)
        connection.executemany(_PUT_MENTION, self._mentions)

    # --- One entry -------------------------------------------------------------------------

    def _add(self, ticket: TicketOfPage, item: EntryItem) -> None:
        identity = self.next_id()
        text, html = self._body(item)
        self._inserts.append(self._row(identity, ticket, item, text, html))
        self._attach(identity, item.attachments)
        self._index(identity, ticket, item, text)
        mentions = self._mention(identity, ticket, item, text)
        if item.kind in COUNTED:
            ticket.counted += 1
            words = (item.created_at, item.seq, identity, item.kind, item.direction, text)
            if mentions:
                ticket.mention = max(ticket.mention, words[:3])
            elif self.me and item.author_remote_id == self.me:
                ticket.answer = max(ticket.answer, words[:3])
            if ticket.newest is None or words[:3] > ticket.newest[:3]:
                ticket.newest = words
            if item.kind == Kind.MESSAGE and (
                ticket.last_message is None or words[:3] > ticket.last_message[:3]
            ):
                ticket.last_message = words
        ticket.changed = True
        self.written += 1

    def _compare(self, ticket: TicketOfPage, item: EntryItem, known: Row) -> None:
        stored = known
        if stored[_AT["kind"]] != item.kind:
            raise ContractBug(
                f"Entry {item.remote_id} came as {stored[_AT['kind']]} before and comes as "
                f"{item.kind} now; an entry never changes its kind. It was not taken."
            )
        if ticket.stale:
            return
        identity = stored[0]
        text, html = stored[_AT["text"]], stored[_AT["html"]]
        if self._body_differs(item, text, html):
            text, html = self._body(item)
        row = self._row(identity, ticket, item, text, html)
        row = self._kept(row, stored)
        same_files = self._same_attachments(identity, item)
        if row == stored and same_files:
            return
        if not same_files:
            self._attach(identity, item.attachments)
        self._updates.append((*row[3:], identity))
        if item.kind == Kind.NOTE and not self._mention(identity, ticket, item, text):
            self.connection.execute("DELETE FROM mention WHERE entry_id = ?", (identity,))
        self._index(identity, ticket, item, text)
        ticket.changed = True
        self.written += 1

    def _mention(self, identity: int, ticket: TicketOfPage, item: EntryItem, text: str) -> bool:
        """Whether a note names me; then it is kept as a mention."""
        if item.kind != Kind.NOTE or not ("@" in text or "＠" in text):
            return False
        if self._known_names is None:
            self._known_names = self.names()
        if not self._known_names.me_by(item.author_remote_id, text):
            return False
        self._mentions.append((identity, ticket.id, item.created_at, item.seq))
        return True

    def _row(
        self, identity: int, ticket: TicketOfPage, item: EntryItem, text: str, html: bytes
    ) -> Row:
        return (
            identity,
            ticket.id,
            clean(item.remote_id),
            str(item.kind),
            str(item.direction),
            item.created_at,
            item.seq,
            clean(item.author_name),
            clean(item.author_address),
            clean(item.author_remote_id),
            clean(item.channel),
            self._routes.get((ticket.id, clean(item.route_remote_id))),
            text,
            html or "",
            clean(item.state),
            clean(item.command_id),
            dump(item.change) if item.change else "",
            len({one.remote_id for one in item.attachments}),
            SANITISER_VERSION if html else 0,
        )

    @staticmethod
    def _kept(row: Row, stored: Row) -> Row:
        """What is known stays where the item merely doesn't say it: absence deletes nothing."""
        kept = list(row)
        for name in ("command_id", "route_id"):
            kept[_AT[name]] = kept[_AT[name]] or stored[_AT[name]]
        kept[_AT["attachments"]] = max(kept[_AT["attachments"]], stored[_AT["attachments"]])
        return tuple(kept)

    @staticmethod
    def _body(item: EntryItem) -> tuple[str, bytes]:
        """Text, and HTML as it is kept."""
        if not item.html:
            return clean(item.text), b""
        safe = sanitise(item.html)
        return clean(item.text or safe.text), pack(clean(safe.html), clean(item.html))

    @staticmethod
    def _body_differs(item: EntryItem, text: str, html: bytes) -> bool:
        return clean(item.html) != source_html(html) or (
            bool(item.text) and clean(item.text) != text
        )

    def _index(self, identity: int, ticket: TicketOfPage, item: EntryItem, text: str) -> None:
        if item.kind not in COUNTED and not text:
            return
        self.docs.append(
            SearchDoc(
                entry_id=identity,
                ticket_id=ticket.id,
                created_at=item.created_at,
                text=text,
                author=clean(f"{item.author_name} {item.author_address}".strip()),
                channel=clean(item.channel) or ticket.channel,
                account=self.account,
                kind=item.kind,
                has_attachment=bool(item.attachments),
                attachment_names=tuple(clean(one.name) for one in item.attachments),
            )
        )

    # --- Attachments and routes ------------------------------------------------------------

    def _attach(self, identity: int, attachments: Iterable[AttachmentItem]) -> None:
        self._attachments += [(identity, *_attachment(one)) for one in attachments]

    def _same_attachments(self, identity: int, item: EntryItem) -> bool:
        if not item.attachments:
            return True
        stored = {
            row[0]: row
            for row in self.connection.execute(
                "SELECT remote_id, name, size, media_type, content_id FROM attachment"
                " WHERE entry_id = ?",
                (identity,),
            )
        }
        rows = [_attachment(one) for one in item.attachments]
        return all(stored.get(row[0]) == row for row in rows)

    def _find_routes(self, pairs: Iterable[tuple[TicketOfPage, EntryItem]]) -> None:
        for ticket, item in pairs:
            if not item.route_remote_id:
                continue
            place = (ticket.id, clean(item.route_remote_id))
            if place not in self._routes:
                self._routes[place] = self._route(ticket, item, place)

    def _route(self, ticket: TicketOfPage, item: EntryItem, place: tuple[int, str]) -> int:
        found = self.connection.execute(
            "SELECT id FROM route WHERE ticket_id = ? AND remote_id = ?", place
        ).fetchone()
        identity: int = found[0] if found else self.next_route_id()
        if found is None:
            self._new_routes.append((identity, *place, clean(item.channel) or ticket.channel))
        return identity

    def _known(self, places: list[list[object]]) -> dict[tuple[int, str], Row]:
        if not places:
            return {}
        rows = self.connection.execute(_KNOWN, (dump(places),)).fetchall()
        return {(row[_AT["ticket_id"]], row[_AT["remote_id"]]): row for row in rows}


def _attachment(item: AttachmentItem) -> Row:
    return (
        clean(item.remote_id),
        clean(item.name),
        item.size,
        clean(item.media_type),
        clean(item.content_id),
    )


def delete_entries(connection: Connection, ids: list[int]) -> list[str]:
    """Delete entries with all that hangs on them; returns the sealed files to remove."""
    if not ids:
        return []
    listed = (dump(ids),)
    chosen = "IN (SELECT value FROM json_each(?))"
    files = [
        row[0]
        for row in connection.execute(
            f"SELECT file FROM attachment WHERE file <> '' AND entry_id {chosen}", listed
        )
    ]
    search_index.remove(connection, ids)
    connection.execute(f"DELETE FROM attachment WHERE entry_id {chosen}", listed)
    connection.execute(f"DELETE FROM mention WHERE entry_id {chosen}", listed)
    connection.execute(f"DELETE FROM entry WHERE id {chosen}", listed)
    return files
