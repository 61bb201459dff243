"""What is asked of a whole ticket without loading it: where words stand, how much of each kind."""

from __future__ import annotations

import msgspec

from workspace.domain.find import find_count
from workspace.store.connect import Reader, consistent
from workspace.store.queries.conversation import Position, list_unstored
from workspace.store.queries.rows import AttachmentRow

PAGE = 500
MOST_FOUND = 5000
MOST_NEW = 1000

TEXTS = """
SELECT e.created_at, e.seq, e.id, e.command_id, e.text
FROM entry AS e INDEXED BY entry_timeline
WHERE e.ticket_id = ? AND e.kind <> 'activity' AND ? IN ('', e.kind)
  AND (e.created_at, e.seq, e.id) < (?, ?, ?)
ORDER BY e.created_at DESC, e.seq DESC, e.id DESC LIMIT ?
"""

ALL_KINDS = "SELECT count(*) FROM entry WHERE ticket_id = ?"
OTHER_KINDS = """
SELECT kind, count(*) FROM entry WHERE ticket_id = ? AND kind <> 'message' GROUP BY kind
"""

PLACE = "SELECT created_at, seq, id FROM entry WHERE id = ? AND ticket_id = ?"

SINCE = """
SELECT e.created_at, e.seq, e.id
FROM entry AS e INDEXED BY entry_timeline
WHERE e.ticket_id = ? AND e.created_at > ? AND e.kind <> 'activity'
  AND NOT EXISTS (SELECT 1 FROM agent AS g JOIN ticket AS t ON t.account_id = g.account_id
                  WHERE t.id = e.ticket_id AND g.remote_id = e.author_remote_id AND g.me = 1)
ORDER BY e.created_at, e.seq, e.id LIMIT ?
"""

FILES = """
SELECT a.id, a.name, a.size, a.media_type, a.content_id, a.file
FROM entry AS e INDEXED BY entry_timeline CROSS JOIN attachment AS a ON a.entry_id = e.id
WHERE e.ticket_id = ? AND e.attachments > 0
ORDER BY e.created_at, e.seq, e.id
"""

SEEN = "SELECT seen_at FROM journal.seen WHERE account_id = ? AND ticket_remote_id = ?"

_END: Position = (1 << 62, 0, 0)


class FoundEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that holds the words, and how often. `entry_id` is 0 for what is not stored."""

    entry_id: int
    command_id: str
    remote_id: str
    place: Position
    count: int


class KindCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries of each kind a ticket has, waiting ones included."""

    message: int
    note: int
    activity: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.message + self.note + self.activity


class NewEntries(msgspec.Struct, frozen=True, kw_only=True):
    """What others wrote after a moment: where it begins, how much it is (at most MOST_NEW)."""

    first: Position | None
    count: int


@consistent
def find_in_conversation(
    reader: Reader, ticket_id: int, needle: str, kind: str = ""
) -> tuple[FoundEntry, ...]:
    """Messages and notes whose text holds the folded needle, oldest first; MOST_FOUND at most."""
    found: list[FoundEntry] = []
    for entry in list_unstored(reader, ticket_id):
        count = find_count(entry.text, needle) if entry.kind != "activity" else 0
        if count and kind in ("", entry.kind):
            # What waits stands last, whatever its time; notes of our own stand at their time.
            at = (entry.created_at if entry.state == "local" else _END[0], entry.seq, 0)
            found.append(_found(at, entry.command_id, count, entry.remote_id))
    place = _END
    while len(found) < MOST_FOUND:
        rows = reader.all(TEXTS, (ticket_id, kind, *place, PAGE))
        for created_at, seq, entry_id, command_id, text in rows:
            if count := find_count(text, needle):
                found.append(_found((created_at, seq, entry_id), command_id, count))
        if len(rows) < PAGE:
            break
        place = rows[-1][:3]
    return tuple(sorted(found, key=lambda each: each.place))


def _found(place: Position, command_id: str, count: int, remote_id: str = "") -> FoundEntry:
    return FoundEntry(
        entry_id=place[2], command_id=command_id, remote_id=remote_id, place=place, count=count
    )


@consistent
def count_kinds(reader: Reader, ticket_id: int) -> KindCounts:
    """How many entries of each kind there are. Counts in indexes: no entry is read."""
    (every,) = reader.one(ALL_KINDS, (ticket_id,)) or (0,)
    counts = {"note": 0, "activity": 0} | dict(reader.all(OTHER_KINDS, (ticket_id,)))
    counts["message"] = every - sum(counts.values())
    for entry in list_unstored(reader, ticket_id):
        counts[entry.kind] += 1
    return KindCounts(**counts)


def list_files(reader: Reader, ticket_id: int) -> list[AttachmentRow]:
    """All attachments of a ticket, in the order of its conversation."""
    return [
        AttachmentRow(
            id=row[0], name=row[1], size=row[2], media_type=row[3], content_id=row[4], file=row[5]
        )
        for row in reader.all(FILES, (ticket_id,))
    ]


def place_of(reader: Reader, ticket_id: int, entry_id: int) -> Position | None:
    """Where an entry stands, None if it is not of this ticket."""
    return reader.one(PLACE, (entry_id, ticket_id))


@consistent
def new_since(reader: Reader, account_id: int, remote_id: str, ticket_id: int) -> NewEntries:
    """What others wrote since the agent last looked; nothing if they never did."""
    (at,) = reader.one(SEEN, (account_id, remote_id)) or (None,)
    if at is None:
        return NewEntries(first=None, count=0)
    rows = reader.all(SINCE, (ticket_id, at, MOST_NEW))
    return NewEntries(first=rows[0] if rows else None, count=len(rows))
