"""The part of the cache writer that takes people and old tickets out of the cache for good.

Deleting a row leaves its words in free pages, in the search index and in the write-ahead log;
`compact` rewrites all three.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from workspace.store import search_index
from workspace.store.cache_file import CacheFile
from workspace.store.connect import Connection, open_database
from workspace.store.ingest_entries import delete_entries
from workspace.store.words_in import dump, snippet

CHOSEN = "IN (SELECT value FROM json_each(?))"
PIECE = 200


@dataclass(slots=True)
class Found:
    """What the cache holds of a contact: (account id, remote id) of persons and tickets.

    `words` are names and addresses as written, to be looked for in logs.
    """

    persons: set[tuple[int, str]] = field(default_factory=set)
    tickets: set[tuple[int, str]] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


class ErasureWrites(CacheFile):
    """Erasure, retention, and the rewriting that makes both true of the bytes."""

    def find_contact(self, addresses: set[str], persons: set[tuple[int, str]]) -> Found:
        """Everybody with one of these addresses (case does not count), and these persons.

        Nobody is drawn in by an address they share with one of them, a company's telephone say.
        """
        found = Found(set(persons), set(), {one.casefold() for one in addresses})
        found.words |= addresses
        rows = self._all(
            "SELECT p.account_id, p.remote_id, p.name, j.value ->> 0, j.value ->> 1"
            " FROM person AS p LEFT JOIN json_each(p.addresses) AS j",
            (),
        )
        found.persons |= {
            (account_id, remote_id)
            for account_id, remote_id, _, _, address in rows
            if address and address.casefold() in found.addresses
        }
        for account_id, remote_id, name, kind, address in rows:
            if (account_id, remote_id) in found.persons:
                found.words |= {word for word in (name, address) if word}
                if address and kind == "email":
                    found.addresses.add(address.casefold())
        for account_id, person in found.persons:
            found.tickets |= {
                (account_id, row[0])
                for row in self._all(
                    "SELECT t.remote_id FROM ticket AS t JOIN person AS p ON p.id = t.person_id"
                    " WHERE p.account_id = ? AND p.remote_id = ?",
                    (account_id, person),
                )
            }
        return found

    def erase_contact(self, found: Found) -> tuple[int, int]:
        """Their tickets with all in them, what they wrote elsewhere, and themselves.

        Returns how many tickets and how many entries. `compact` is to follow.
        """
        files: list[str] = []
        with self._write() as connection:
            tickets = [
                row[0]
                for account_id, remote_id in found.tickets
                for row in connection.execute(
                    "SELECT id FROM ticket WHERE account_id = ? AND remote_id = ?",
                    (account_id, remote_id),
                )
            ]
            files += _delete_tickets(connection, tickets)
            entries = self._entries_by(connection, found)
            of = [
                row[0]
                for row in connection.execute(
                    f"SELECT DISTINCT ticket_id FROM entry WHERE id {CHOSEN}", (dump(entries),)
                )
            ]
            files += delete_entries(connection, entries)
            self._drop_from_copied(connection, found)
            for ticket_id in of:
                _show_newest(connection, ticket_id)
            for account_id, remote_id in found.persons:
                connection.execute(
                    "DELETE FROM person WHERE account_id = ? AND remote_id = ?",
                    (account_id, remote_id),
                )
            for ticket_id in of:
                self._tell(connection, ticket_id, "entry")
            for ticket_id in tickets:
                self._tell(connection, ticket_id, "gone")
        self._remove_files(files)
        return len(tickets), len(entries)

    def _entries_by(self, connection: Connection, found: Found) -> list[int]:
        """What they wrote into tickets of others."""
        authors = [person for _, person in found.persons]
        rows = connection.execute(
            f"SELECT id, ticket_id, author_address, author_remote_id FROM entry"
            f" WHERE author_remote_id {CHOSEN} OR author_address <> ''",
            (dump(authors),),
        )
        return [row[0] for row in rows if row[3] in authors or row[2].casefold() in found.addresses]

    def _drop_from_copied(self, connection: Connection, found: Found) -> None:
        """Their address among those that others' tickets are copied to."""
        for identity, copied in connection.execute(
            "SELECT id, cc FROM ticket WHERE cc <> '[]'"
        ).fetchall():
            listed = msgspec.json.decode(copied, type=list[str])
            kept = [one for one in listed if one.casefold() not in found.addresses]
            if kept != listed:
                connection.execute("UPDATE ticket SET cc = ? WHERE id = ?", (dump(kept), identity))

    def drop_old(self, before_ms: int, limit: int = PIECE) -> list[tuple[int, str]]:
        """Drop solved and closed tickets that rested since `before_ms`; which they were.

        Those of an embedded desk stay: it is their only copy; and so do those with a draft, with
        something to be sent, or with a note kept only here that is newer. Call it until it
        returns nothing, then `compact`.
        """
        path, key = self._journal
        journal = open_database(path, key, read_only=True)
        try:
            desks = [
                row[0] for row in journal.execute("SELECT id FROM account WHERE connector = 'desk'")
            ]
            busy = {
                (row[0], row[1])
                for row in journal.execute(
                    "SELECT account_id, ticket_remote_id FROM draft UNION SELECT account_id,"
                    " ticket_remote_id FROM outbox WHERE state NOT IN ('sent','cancelled')"
                    " UNION SELECT account_id, ticket_remote_id FROM local_note"
                    " WHERE created_at >= ?",
                    (before_ms,),
                )
            }
        finally:
            journal.close()
        with self._write() as connection:
            rows = connection.execute(
                "SELECT id, account_id, remote_id FROM ticket WHERE updated_at < ?"
                " AND status NOT IN ('new','open','pending','on_hold')"
                f" AND account_id NOT {CHOSEN} LIMIT ?",
                (before_ms, dump(desks), limit + len(busy)),
            ).fetchall()
            chosen = [row for row in rows if (row[1], row[2]) not in busy][:limit]
            files = _delete_tickets(connection, [row[0] for row in chosen])
            if chosen:
                connection.execute(
                    "DELETE FROM person WHERE NOT EXISTS"
                    " (SELECT 1 FROM ticket WHERE ticket.person_id = person.id)"
                )
                for row in chosen:
                    self._tell(connection, row[0], "gone")
        self._remove_files(files)
        return [(row[1], row[2]) for row in chosen]

    def compact(self) -> None:
        """Rewrite index, file and write-ahead log, so that nothing deleted is left in them.

        Takes the time of writing the whole cache once. Readers go on; a reader in the middle of a
        long read leaves the log to the next checkpoint.
        """
        with self._told(), self._lock:
            self._connection.execute("INSERT INTO search (search) VALUES ('optimize')")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _show_newest(connection: Connection, ticket_id: int) -> None:
    """The words a list shows of a ticket, after its newest entry went."""
    row = connection.execute(
        "SELECT text, kind, direction FROM entry WHERE ticket_id = ? AND kind <> 'activity'"
        " ORDER BY created_at DESC, seq DESC, id DESC LIMIT 1",
        (ticket_id,),
    ).fetchone()
    text, kind, direction = row or ("", "", "")
    shown = ("note" if kind == "note" else f"message-{direction}") if kind else ""
    connection.execute(
        "UPDATE ticket SET snippet = ?, snippet_kind = ? WHERE id = ?",
        (snippet(text), shown, ticket_id),
    )


def _delete_tickets(connection: Connection, tickets: list[int]) -> list[str]:
    """Rows of tickets and all that hangs on them; returns sealed files to remove."""
    if not tickets:
        return []
    listed = (dump(tickets),)
    entries = [
        row[0]
        for row in connection.execute(f"SELECT id FROM entry WHERE ticket_id {CHOSEN}", listed)
    ]
    files = delete_entries(connection, entries)
    search_index.remove(connection, [-ticket for ticket in tickets])
    connection.execute(f"DELETE FROM route WHERE ticket_id {CHOSEN}", listed)
    connection.execute(f"DELETE FROM ticket WHERE id {CHOSEN}", listed)
    return files
