"""The one writer of cache.db. Each call is one transaction: rows, cursor and change log together.

Runs in the engine only. HTML is sanitised, the search index and the queue counts are kept, in the
same transaction, so a reader never sees one without the other.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.clock import Clock
from workspace.domain.errors import ContractBug, StoreError
from workspace.domain.items import Directory, Fetched, Item, Page, Tombstone
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sanitise import SANITISER_VERSION, sanitise
from workspace.store import search_index
from workspace.store.connect import Connection, Row, Transaction, open_database
from workspace.store.files import SealedFiles
from workspace.store.ingest import Ingest, TicketValues
from workspace.store.ingest_entries import delete_entries
from workspace.store.words_in import clean, dump

FLOOD_TICKETS = 20
FLOOD_SHARE = 0.30
FLOOD_WINDOW_MS = 10 * 60 * 1000
"""More tickets than this going away within the window is taken for a fault of the source."""

KEEP_CHANGES = 20_000

STATE_COLUMNS = (
    "state",
    "last_sync_at",
    "clock_offset_ms",
    "error_kind",
    "error_message",
    "error_action",
    "done",
    "total",
    "capabilities",
    "priorities",
)
_QUIET_COLUMNS = ("last_sync_at", "done", "total", "clock_offset_ms")


@dataclass(frozen=True, slots=True)
class Applied:
    """What one call changed.

    Attributes:
        seq: the change log's number now.
        tickets, entries_of: local ids of tickets that changed, and of those whose entries did.
        entries: entries inserted, changed or deleted.
        held: why nothing was applied, as a sentence for the agent; "" if it was.
    """

    seq: int
    tickets: frozenset[int] = frozenset()
    entries_of: frozenset[int] = frozenset()
    entries: int = 0
    held: str = ""


@dataclass(frozen=True, slots=True)
class ToFetch:
    """A ticket whose entries are missing; pass `before` on to `fetch` ("" for the newest)."""

    ticket_id: int
    remote_id: str
    before: str

    @property
    def older(self) -> bool:
        """It is older history that is missing, not the newest part."""
        return self.before != ""


@dataclass(frozen=True, slots=True)
class CachedAttachment:
    """Where an attachment comes from and, if `file` is set, the sealed file that holds it."""

    id: int
    account_id: int
    ticket_remote_id: str
    entry_remote_id: str
    remote_id: str
    name: str
    size: int
    media_type: str
    file: str


class CacheWriter:
    """Opens the cache for writing; one per base directory, used by one thread (others wait).

    Raises StoreError when the disk refuses, ContractBug when what a connector gave can't be true;
    in both cases nothing of the call was kept.
    """

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._files = SealedFiles(paths.attachments, key.subkey("attachments"))
        self._journal = (paths.journal_db, key.subkey("journal"))
        self._connection = open_database(paths.cache_db, key.subkey("cache"))
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA wal_autocheckpoint = 4000")
        self._connection.execute("PRAGMA cache_size = -32000")
        self._names: dict[int, str] = {}
        self._ids = _Ids(self._connection)

    # --- Pages -----------------------------------------------------------------------------

    def apply_page(
        self, account_id: int, feed: str, page: Page, *, me: str, trust: bool = False
    ) -> Applied:
        """Take a page of a feed and save its cursor with it.

        A page whose tombstones would take away too much is not applied and its cursor not saved
        (`held`), unless the agent said so (`trust`).
        """
        with self._write() as connection:
            held = "" if trust else self._flood(connection, account_id, page.tombstones)
            if held:
                return Applied(self._seq(connection), held=held)
            ingest = self._ingest(connection, account_id, me, live=feed == "live")
            with _contract():
                ingest.run(page.items, page.tombstones)
            connection.execute(
                "INSERT INTO cursor (account_id, feed, value, complete, updated_at)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, feed) DO UPDATE SET"
                " value = excluded.value, complete = excluded.complete,"
                " updated_at = excluded.updated_at",
                (account_id, feed, page.next, int(not page.more), self._clock.now_ms()),
            )
            applied = self._log(connection, ingest)
        self._remove_files(ingest.files)
        return applied

    def apply_fetch(
        self,
        account_id: int,
        remote_id: str,
        fetched: Fetched,
        *,
        older: bool,
        me: str,
        trust: bool = False,
    ) -> Applied:
        """Take (part of) one ticket as `fetch` answered; `older`: it was asked with `before`."""
        with self._write() as connection:
            held = "" if trust else self._flood(connection, account_id, fetched.tombstones)
            if held:
                return Applied(self._seq(connection), held=held)
            row = connection.execute(
                "SELECT id, fetched_revision FROM ticket WHERE account_id = ? AND remote_id = ?",
                (account_id, clean(remote_id)),
            ).fetchone()
            news = row is not None and row[1] >= 0 and not older
            ingest = self._ingest(connection, account_id, me, live=news)
            adjust = _fetch_adjustment(
                clean(remote_id), fetched, older, _knows_some(connection, row, fetched)
            )
            items: list[Item] = [fetched.ticket] if fetched.ticket is not None else []
            with _contract():
                ingest.run([*items, *fetched.entries], fetched.tombstones, adjust, fetched=True)
            applied = self._log(connection, ingest)
        self._remove_files(ingest.files)
        return applied

    def _ingest(self, connection: Connection, account_id: int, me: str, live: bool) -> Ingest:
        return Ingest(
            connection=connection,
            account_id=account_id,
            account=self._account_name(account_id),
            me=me,
            live=live,
            next_id=self._ids.next,
        )

    def _flood(
        self, connection: Connection, account_id: int, tombstones: Sequence[Tombstone]
    ) -> str:
        """Why these tombstones are not believed, or ""."""
        if not tombstones:
            return ""
        named = [t.remote_id if t.kind == "ticket" else t.ticket_remote_id for t in tombstones]
        going = connection.execute(
            "SELECT count(*) FROM ticket WHERE account_id = ? AND gone = 0"
            " AND remote_id IN (SELECT value FROM json_each(?))",
            (account_id, dump(sorted({clean(name) for name in named}))),
        ).fetchone()[0]
        went = connection.execute(
            "SELECT count(DISTINCT t.id) FROM change_log AS c JOIN ticket AS t ON t.id ="
            " c.ticket_id WHERE c.what = 'gone' AND c.at > ? AND t.account_id = ? AND t.gone > 0",
            (self._clock.now_ms() - FLOOD_WINDOW_MS, account_id),
        ).fetchone()[0]
        total = (
            went
            + connection.execute(
                "SELECT count(*) FROM ticket WHERE account_id = ? AND gone = 0", (account_id,)
            ).fetchone()[0]
        )
        if going and going + went > max(FLOOD_TICKETS, FLOOD_SHARE * total):
            return (
                f"The backend says that {going + went} of {total} tickets are gone, which looks "
                "like a fault; they were kept, and the account waits until you confirm it."
            )
        return ""

    # --- Cursors and what is missing -------------------------------------------------------

    def cursor(self, account_id: int, feed: str) -> tuple[str, bool]:
        """Where the feed goes on ("" from the start), and whether it was drained last time."""
        row = self._one(
            "SELECT value, complete FROM cursor WHERE account_id = ? AND feed = ?",
            (account_id, feed),
        )
        return (row[0], bool(row[1])) if row else ("", False)

    def forget_cursors(self, account_id: int) -> None:
        """Begin both feeds anew; what is cached stays."""
        with self._write() as connection:
            connection.execute("DELETE FROM cursor WHERE account_id = ?", (account_id,))

    def tickets_to_fetch(self, account_id: int, limit: int) -> list[ToFetch]:
        """Tickets whose entries are missing or stale: my open ones, then open or mine, newest."""
        rows = self._all(
            "SELECT id, remote_id, CASE WHEN fetched_revision < revision THEN '' ELSE next_before"
            " END FROM ticket WHERE account_id = ?"
            " AND gone = 0 AND (complete = 0 OR fetched_revision < revision)"
            " ORDER BY (mine = 1) + (status IN ('new','open','pending','on_hold')) DESC,"
            " updated_at DESC LIMIT ?",
            (account_id, limit),
        )
        return [ToFetch(*row) for row in rows]

    # --- Accounts --------------------------------------------------------------------------

    def set_directory(self, account_id: int, directory: Directory) -> bool:
        """Keep agents, teams, statuses, fields and priorities; True if something changed."""
        with self._write() as connection:
            changed = [
                _replace(connection, table, account_id, columns, rows)
                for table, columns, rows in _directory_rows(directory)
            ]
            priorities = dump(list(directory.priorities))
            changed.append(_set_state(connection, account_id, {"priorities": priorities}))
            me = next((agent.remote_id for agent in directory.agents if agent.me), "")
            if me:
                connection.execute(
                    "UPDATE ticket SET mine = (assignee = ?1) WHERE account_id = ?2"
                    " AND mine <> (assignee = ?1)",
                    (clean(me), account_id),
                )
            if any(changed):
                self._tell(connection, 0, "directory")
        return any(changed)

    def set_account_state(self, account_id: int, **columns: object) -> bool:
        """Set columns of `account_state`; True if something that the window shows changed."""
        unknown = columns.keys() - set(STATE_COLUMNS)
        if unknown:
            raise ValueError(f"no such columns: {sorted(unknown)}")
        with self._write() as connection:
            changed = _set_state(connection, account_id, columns)
            if changed and not columns.keys() <= set(_QUIET_COLUMNS):
                self._tell(connection, 0, "account")
        return changed

    def drop_account(self, account_id: int) -> None:
        """Forget everything of an account, in pieces short enough for readers and others."""
        while self._drop_some(account_id):
            pass
        with self._write() as connection:
            for table in ("cursor", "agent", "team", "status", "field", "person", "account_state"):
                connection.execute(f"DELETE FROM {table} WHERE account_id = ?", (account_id,))
            connection.execute("DELETE FROM queue_count WHERE tickets = 0")
            self._tell(connection, 0, "account")
            self._names.pop(account_id, None)

    def _drop_some(self, account_id: int) -> bool:
        with self._write() as connection:
            tickets = [
                row[0]
                for row in connection.execute(
                    "SELECT id FROM ticket WHERE account_id = ? LIMIT 200", (account_id,)
                )
            ]
            listed = (dump(tickets),)
            chosen = "ticket_id IN (SELECT value FROM json_each(?))"
            entries = [
                row[0] for row in connection.execute(f"SELECT id FROM entry WHERE {chosen}", listed)
            ]
            files = delete_entries(connection, entries)
            search_index.remove(connection, [-ticket for ticket in tickets])
            connection.execute(f"DELETE FROM route WHERE {chosen}", listed)
            connection.execute(f"DELETE FROM change_log WHERE {chosen}", listed)
            connection.execute(
                "DELETE FROM ticket WHERE id IN (SELECT value FROM json_each(?))", listed
            )
        self._remove_files(files)
        return bool(tickets)

    # --- Attachments -----------------------------------------------------------------------

    def attachment(self, attachment_id: int) -> CachedAttachment | None:
        """One attachment with the ids of its backend."""
        row = self._one(
            "SELECT a.id, t.account_id, t.remote_id, e.remote_id, a.remote_id, a.name, a.size,"
            " a.media_type, a.file FROM attachment AS a JOIN entry AS e ON e.id = a.entry_id"
            " JOIN ticket AS t ON t.id = e.ticket_id WHERE a.id = ?",
            (attachment_id,),
        )
        return CachedAttachment(*row) if row else None

    def attachment_stored(self, attachment_id: int, file: str, size: int | None = None) -> Applied:
        """Its bytes lie in the sealed file `file`; `size` where the backend had not told it."""
        with self._write() as connection:
            row = connection.execute(
                "UPDATE attachment SET file = ?, size = coalesce(?, size), used_at = ?"
                " WHERE id = ? RETURNING entry_id",
                (file, size, self._clock.now_ms(), attachment_id),
            ).fetchall()
            ticket = (
                row
                and connection.execute(
                    "SELECT ticket_id FROM entry WHERE id = ?", row[0]
                ).fetchone()
            )
            if not ticket:
                self._remove_files([file])
                return Applied(self._seq(connection))
            seq = self._tell(connection, ticket[0], "entry")
        return Applied(seq, frozenset(), frozenset(ticket))

    def attachments_wanted(self, account_id: int, max_bytes: int, limit: int) -> list[int]:
        """Ids worth downloading ahead: of my open tickets, newest first, up to `max_bytes` each."""
        return [
            row[0]
            for row in self._all(
                "SELECT a.id FROM ticket AS t JOIN entry AS e ON e.ticket_id = t.id"
                " JOIN attachment AS a ON a.entry_id = e.id"
                " WHERE t.account_id = ? AND t.mine = 1 AND t.gone = 0"
                " AND t.status IN ('new','open','pending','on_hold')"
                " AND e.attachments > 0 AND a.file = '' AND a.size BETWEEN 0 AND ?"
                " ORDER BY e.created_at DESC LIMIT ?",
                (account_id, max_bytes, limit),
            )
        ]

    def trim_attachments(self, keep_bytes: int) -> int:
        """Drop the least recently used files until at most `keep_bytes` remain; returns how many.

        Files that no row names are dropped too.
        """
        with self._write() as connection:
            rows = connection.execute(
                "SELECT id, file, size FROM attachment WHERE file <> '' ORDER BY used_at DESC"
            ).fetchall()
            total, dropped = 0, []
            for identity, file, size in rows:
                total += max(size, 0)
                if total > keep_bytes:
                    dropped.append((identity, file))
            connection.executemany(
                "UPDATE attachment SET file = '' WHERE id = ?", [(one,) for one, _ in dropped]
            )
        files = [file for _, file in dropped]
        self._remove_files(files)
        return len(files)

    def _remove_files(self, files: Sequence[str]) -> None:
        for file in files:
            self._files.remove(file)

    # --- Upkeep ----------------------------------------------------------------------------

    def resanitise(self, limit: int) -> int:
        """Sanitise up to `limit` entries anew that an older sanitiser made; how many it did."""
        with self._write() as connection:
            rows = connection.execute(
                "SELECT s.entry_id, e.ticket_id, s.html FROM entry_source AS s"
                " JOIN entry AS e ON e.id = s.entry_id WHERE s.sanitiser < ? LIMIT ?",
                (SANITISER_VERSION, limit),
            ).fetchall()
            for entry_id, _, source in rows:
                safe = sanitise(zlib.decompress(source).decode())
                connection.execute(
                    "UPDATE entry SET html = ? WHERE id = ?", (clean(safe.html), entry_id)
                )
                connection.execute(
                    "UPDATE entry_source SET sanitiser = ? WHERE entry_id = ?",
                    (SANITISER_VERSION, entry_id),
                )
            for ticket_id in {row[1] for row in rows}:
                self._tell(connection, ticket_id, "entry")
        return len(rows)

    def seq(self) -> int:
        """The change log's number now."""
        with self._lock:
            return self._seq(self._connection)

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file; call it when idle."""
        with self._lock:
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Close the cache."""
        with self._lock:
            self._connection.execute("PRAGMA optimize")
            self._connection.close()

    # --- Inside ----------------------------------------------------------------------------

    def _log(self, connection: Connection, ingest: Ingest) -> Applied:
        at = self._clock.now_ms()
        rows = [(at, ticket, _what(ingest, ticket)) for ticket in sorted(ingest.tickets)]
        connection.executemany(
            "INSERT INTO change_log (at, ticket_id, what) VALUES (?, ?, ?)", rows
        )
        seq = self._seq(connection)
        if rows and seq // 1000 != (seq - len(rows)) // 1000:
            connection.execute("DELETE FROM change_log WHERE seq <= ?", (seq - KEEP_CHANGES,))
        return Applied(seq, frozenset(ingest.tickets), frozenset(ingest.entries_of), ingest.entries)

    def _tell(self, connection: Connection, ticket_id: int, what: str) -> int:
        connection.execute(
            "INSERT INTO change_log (at, ticket_id, what) VALUES (?, ?, ?)",
            (self._clock.now_ms(), ticket_id, what),
        )
        return self._seq(connection)

    @staticmethod
    def _seq(connection: Connection) -> int:
        row = connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'change_log'"
        ).fetchone()
        return row[0] if row else 0

    def _account_name(self, account_id: int) -> str:
        if account_id not in self._names:
            path, key = self._journal
            journal = open_database(path, key, read_only=True)
            try:
                self._names = dict(journal.execute("SELECT id, name FROM account").fetchall())
            finally:
                journal.close()
            self._names.setdefault(account_id, "")
        return self._names[account_id]

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with Transaction(self._connection, self._lock) as connection:
                yield connection
        except sqlcipher.Error as error:
            raise StoreError(
                f"The cache can't be written ({error}).",
                "Make room on the disk; if it is damaged, start Workspace again: the cache is "
                "checked then and, if need be, filled anew.",
            ) from error

    def _all(self, sql: str, parameters: tuple[object, ...]) -> list[Row]:
        with self._lock:
            rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return rows

    def _one(self, sql: str, parameters: tuple[object, ...]) -> Row | None:
        rows = self._all(sql, parameters)
        return rows[0] if rows else None


class _Ids:
    """The next free local id of a table; this process is the only one that gives them out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[str, int] = {}

    def next(self, table: str) -> int:
        if table not in self._last:
            row = self._connection.execute(f"SELECT max(id) FROM {table}").fetchone()
            self._last[table] = row[0] or 0
        self._last[table] += 1
        return self._last[table]


@contextmanager
def _contract() -> Iterator[None]:
    """What no column can hold is the connector's fault, not the disk's."""
    try:
        yield
    except (OverflowError, TypeError, sqlcipher.InterfaceError, sqlcipher.ProgrammingError) as e:
        raise ContractBug(f"The connector gave a value that can't be stored ({e}).") from e


def _what(ingest: Ingest, ticket: int) -> str:
    if ticket in ingest.gone:
        return "gone"
    return "entry" if ticket in ingest.entries_of else "ticket"


def _knows_some(connection: Connection, row: Row | None, fetched: Fetched) -> bool:
    """Whether the fetched part meets what is cached, so that no gap lies between."""
    if row is None:
        return False
    found = connection.execute(
        "SELECT 1 FROM entry WHERE ticket_id = ? AND remote_id IN"
        " (SELECT value FROM json_each(?)) LIMIT 1",
        (row[0], dump([clean(entry.remote_id) for entry in fetched.entries])),
    ).fetchone()
    return found is not None


def _fetch_adjustment(
    remote_id: str, fetched: Fetched, older: bool, meets_known: bool
) -> Callable[[TicketValues], None]:
    """What the answer says about completeness.

    The newest part of a ticket whose older part is known joins it when the two meet; else the
    way back begins anew at the gap.
    """

    def adjust(values: TicketValues) -> None:
        if values["remote_id"] != remote_id or values["gone"]:
            return
        if fetched.ticket is not None:
            values["fetched_revision"] = max(values["fetched_revision"], fetched.ticket.revision)
        if fetched.complete:
            values |= {"complete": 1, "next_before": ""}
        elif older or not meets_known or not (values["complete"] or values["next_before"]):
            values |= {"complete": 0, "next_before": fetched.next_before}

    return adjust


def _set_state(connection: Connection, account_id: int, columns: dict[str, object]) -> bool:
    names = list(columns)
    connection.execute(
        "INSERT OR IGNORE INTO account_state (account_id, state) VALUES (?, 'idle')", (account_id,)
    )
    differs = " OR ".join(f"{name} IS NOT ?" for name in names)
    changed = connection.execute(
        f"UPDATE account_state SET {', '.join(f'{name} = ?' for name in names)}"
        f" WHERE account_id = ? AND ({differs})",
        [*columns.values(), account_id, *columns.values()],
    ).rowcount
    return bool(changed)


def _directory_rows(directory: Directory) -> Iterator[tuple[str, str, list[Row]]]:
    yield (
        "agent",
        "remote_id, name, address, me",
        [
            (clean(a.remote_id), clean(a.name), clean(a.address), int(a.me))
            for a in directory.agents
        ],
    )
    yield "team", "remote_id, name", [(clean(t.remote_id), clean(t.name)) for t in directory.teams]
    yield (
        "status",
        "backend_status, team, status, label, position",
        [
            (clean(s.backend_status), clean(s.team), str(s.status), clean(s.label), place)
            for place, s in enumerate(directory.statuses)
        ],
    )
    yield (
        "field",
        "name, label, choices, multiple, teams",
        [
            (clean(f.name), clean(f.label), dump(f.choices), int(f.multiple), dump(f.teams))
            for f in directory.fields
        ],
    )


def _replace(
    connection: Connection, table: str, account_id: int, columns: str, rows: list[Row]
) -> bool:
    """Make the account's rows of `table` these; True if they were others."""
    before = connection.execute(
        f"SELECT {columns} FROM {table} WHERE account_id = ?", (account_id,)
    ).fetchall()
    if sorted(before) == sorted(rows):
        return False
    connection.execute(f"DELETE FROM {table} WHERE account_id = ?", (account_id,))
    places = ", ".join("?" * (columns.count(",") + 2))
    connection.executemany(
        f"INSERT OR REPLACE INTO {table} (account_id, {columns}) VALUES ({places})",
        [(account_id, *row) for row in rows],
    )
    return True
