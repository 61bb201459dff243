"""The part of the cache writer that keeps attachments, and HTML made by an older sanitiser."""

from __future__ import annotations

from dataclasses import dataclass

from workspace.sanitise import SANITISER_VERSION, sanitise
from workspace.store.cache_file import Applied, CacheFile
from workspace.store.html_pack import pack, source_html
from workspace.store.words_in import clean


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


class AttachmentWrites(CacheFile):
    """Where the bytes of attachments lie, and which to fetch or drop."""

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

    def resanitise(self, limit: int) -> int:
        """Sanitise up to `limit` entries anew that an older sanitiser made; how many it did."""
        with self._write() as connection:
            rows = connection.execute(
                "SELECT id, ticket_id, html FROM entry"
                " WHERE sanitiser > 0 AND sanitiser < ? LIMIT ?",
                (SANITISER_VERSION, limit),
            ).fetchall()
            for entry_id, _, packed in rows:
                source = source_html(packed)
                connection.execute(
                    "UPDATE entry SET html = ?, sanitiser = ? WHERE id = ?",
                    (pack(clean(sanitise(source).html), source), SANITISER_VERSION, entry_id),
                )
            for ticket_id in {row[1] for row in rows}:
                self._tell(connection, ticket_id, "entry")
        return len(rows)
