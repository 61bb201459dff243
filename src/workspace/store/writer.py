"""The one writer of cache.db. Each call is one transaction: rows, cursor and change log together.

Runs in the engine only. HTML is sanitised, the search index and the queue counts are kept, in the
same transaction, so a reader never sees one without the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.domain.errors import ContractBug
from workspace.domain.items import Fetched, Item, Page
from workspace.store.cache_file import Applied
from workspace.store.connect import Connection, Transaction, open_database
from workspace.store.ingest import Ingest
from workspace.store.page_rules import fetch_adjustment, flood, meets_known
from workspace.store.ticket_values import GONE
from workspace.store.words_in import clean, dump
from workspace.store.writer_accounts import AccountWrites
from workspace.store.writer_attachments import AttachmentWrites, CachedAttachment
from workspace.store.writer_erasure import ErasureWrites

__all__ = ["Applied", "CacheWriter", "CachedAttachment", "ToFetch"]

KEEP_CHANGES = 20_000
MOST_MERGES = 8


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


class CacheWriter(AccountWrites, AttachmentWrites, ErasureWrites):
    """Opens the cache for writing; one per base directory, used by one thread (others wait).

    Raises StoreError when the disk refuses, ContractBug when what a connector gave can't be true;
    in both cases nothing of the call was kept.
    """

    # --- Pages -----------------------------------------------------------------------------

    def apply_page(
        self, account_id: int, feed: str, page: Page, *, me: str, trust: bool = False
    ) -> Applied:
        """Take a page of a feed and save its cursor with it.

        A page whose tombstones would take away too much is not applied and its cursor not saved
        (`held`), unless the agent said so (`trust`).
        """
        with self._write() as connection:
            held = (
                ""
                if trust
                else flood(connection, account_id, page.tombstones, self._clock.now_ms())
            )
            if held:
                return Applied(self._seq(connection), held=held)
            ingest = self._ingest(connection, account_id, me, live=feed == "live")
            with _contract():
                ingest.run(page.items, page.tombstones)
            self._take_notes_along(connection, account_id, ingest.gone)
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
            held = (
                ""
                if trust
                else flood(connection, account_id, fetched.tombstones, self._clock.now_ms())
            )
            if held:
                return Applied(self._seq(connection), held=held)
            row = connection.execute(
                "SELECT id, fetched_revision FROM ticket WHERE account_id = ? AND remote_id = ?",
                (account_id, clean(remote_id)),
            ).fetchone()
            news = row is not None and row[1] >= 0 and not older
            ingest = self._ingest(connection, account_id, me, live=news)
            adjust = fetch_adjustment(
                clean(remote_id), fetched, older, meets_known(connection, row, fetched)
            )
            items: list[Item] = [fetched.ticket] if fetched.ticket is not None else []
            with _contract():
                ingest.run([*items, *fetched.entries], fetched.tombstones, adjust, fetched=True)
            self._take_notes_along(connection, account_id, ingest.gone)
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

    # --- Inside ----------------------------------------------------------------------------

    def _take_notes_along(
        self, connection: Connection, account_id: int, gone: Collection[int]
    ) -> None:
        """What was noted only here about a ticket follows it into the one it was merged into.

        Before the cache says so: a kill in between does it once more, which changes nothing.
        """
        if not gone:
            return
        merged = connection.execute(
            "SELECT remote_id, merged_into FROM ticket WHERE gone = ? AND merged_into <> ''"
            " AND id IN (SELECT value FROM json_each(?))",
            (GONE["merged"], dump(sorted(gone))),
        ).fetchall()
        moves = [(_heir(connection, account_id, into), account_id, old) for old, into in merged]
        if not moves:
            return
        path, key = self._journal
        journal = open_database(path, key)
        try:
            journal.execute("PRAGMA synchronous = FULL")
            with Transaction(journal):
                journal.executemany(
                    "UPDATE local_note SET ticket_remote_id = ?"
                    " WHERE account_id = ? AND ticket_remote_id = ?",
                    moves,
                )
        finally:
            journal.close()

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


def _heir(connection: Connection, account_id: int, remote_id: str) -> str:
    """The ticket that a merge led to, should that one have been merged in its turn."""
    for _ in range(MOST_MERGES):
        row = connection.execute(
            "SELECT merged_into FROM ticket WHERE account_id = ? AND remote_id = ?"
            " AND gone = ? AND merged_into <> ''",
            (account_id, remote_id, GONE["merged"]),
        ).fetchone()
        if row is None:
            break
        remote_id = row[0]
    return remote_id


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
