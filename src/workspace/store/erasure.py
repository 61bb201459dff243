"""Erasing one contact from this computer: cache, journal, files, logs and kept copies.

The engine must be stopped. What backends hold is not touched: a contact who is to be forgotten
there as well is deleted there first, else their tickets come back when they change.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.clock import Clock
from workspace.domain.errors import StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Connection
from workspace.store.files import SealedFiles
from workspace.store.journal_file import PER_TICKET, JournalFile, files_in_use
from workspace.store.writer import CacheWriter
from workspace.store.writer_erasure import Found

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Erased:
    """What went. `found` says who it was, for desks and other places to follow."""

    found: Found
    tickets: int
    entries: int
    written: int  # drafts, commands, local notes, and own queues and words that named them
    files: int


def erase_contact(
    paths: Paths,
    key: MasterKey,
    clock: Clock,
    addresses: set[str],
    persons: set[tuple[int, str]],
) -> Erased:
    """Erase everybody with these addresses, and these persons (account id, remote id)."""
    journal = JournalFile(paths, key, clock)
    writer = CacheWriter(paths, key, clock)
    try:
        found = writer.find_contact(addresses, persons)
        found = writer.find_contact(addresses, _linked(journal, found.persons))
        written, files = _erase_journal(journal, found)
        tickets, entries = writer.erase_contact(found)
        writer.compact()
        compact_journal(journal)
    finally:
        writer.close()
        journal.close()
    sealed = SealedFiles(paths.outgoing, key.subkey("outgoing"))
    for name in files:
        sealed.remove(name)
    erase_copies(paths)
    for log in paths.logs.glob("*"):
        erase_from_log(log, found.words)
    return Erased(found, tickets, entries, written, len(files))


def _linked(journal: JournalFile, persons: set[tuple[int, str]]) -> set[tuple[int, str]]:
    """The same contact's records at other backends."""
    rows = journal.all(
        "SELECT a.account_id, a.person_remote_id, b.account_id, b.person_remote_id"
        " FROM link AS a JOIN link AS b ON a.contact_id = b.contact_id"
    )
    return persons | {(row[2], row[3]) for row in rows if (row[0], row[1]) in persons}


def _erase_journal(journal: JournalFile, found: Found) -> tuple[int, list[str]]:
    """Rows about their tickets; returns how many, and outgoing files that nothing needs now."""
    with journal.write() as connection:
        before = files_in_use(connection)
        gone = sum(
            connection.execute(
                f"DELETE FROM {table} WHERE account_id = ? AND ticket_remote_id = ?", ticket
            ).rowcount
            for ticket in found.tickets
            for table in PER_TICKET
        )
        for person in found.persons:
            connection.execute(
                "DELETE FROM contact WHERE id IN (SELECT contact_id FROM link"
                " WHERE account_id = ? AND person_remote_id = ?)",
                person,
            )
            connection.execute(
                "DELETE FROM link WHERE account_id = ? AND person_remote_id = ?", person
            )
        gone += _forget_own(connection, found.words) + _forget_notes(connection, found.words)
        unused = sorted(before - files_in_use(connection))
        connection.executemany("DELETE FROM outgoing_file WHERE id = ?", [(one,) for one in unused])
        journal.record(connection, "contact.erased", "", f"tickets={len(found.tickets)}")
    return gone, unused


def _forget_own(connection: Connection, words: set[str]) -> int:
    """The agent's queues that name them, in name or conditions, and words for the spelling."""
    parts = _parts(words)
    inside = {part for part in parts if not (part.isascii() and part.isalnum())}

    def names(text: str) -> bool:
        folded = text.casefold()
        return bool(parts & set(_WORD.findall(folded))) or any(part in folded for part in inside)

    rows = connection.execute("SELECT id, name, conditions FROM saved_queue").fetchall()
    gone = [(row[0],) for row in rows if names(row[1]) or names(row[2])]
    connection.executemany("DELETE FROM saved_queue WHERE id = ?", gone)
    taught = connection.execute("SELECT word FROM own_word").fetchall()
    unlearnt = [row for row in taught if names(row[0])]
    connection.executemany("DELETE FROM own_word WHERE word = ?", unlearnt)
    return len(gone) + len(unlearnt)


def _forget_notes(connection: Connection, words: set[str]) -> int:
    """Local notes, written or begun, that name them in full, whatever ticket they are about.

    Nobody else has these notes, so a first name alone is not enough.
    """
    wanted = [_named(word) for word in words if _is_full(word)]
    gone = 0
    for table, only in (("local_note", ""), *((one, _LOCAL) for one in ("draft", "draft_version"))):
        rows = connection.execute(f"SELECT rowid, text FROM {table}{only}").fetchall()
        named = [(row,) for row, text in rows if any(one.search(text) for one in wanted)]
        connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", named)
        gone += len(named)
    return gone


_LOCAL = " WHERE mode = 'local'"


def _is_full(word: str) -> bool:
    """An address, a number, or a name with its family name."""
    return len(word.split()) > 1 or not word.isalpha() or (not word.isascii() and len(word) > 2)


def _named(word: str) -> re.Pattern[str]:
    """These words, not as a part of longer ones; behind a Hangul word a particle may follow."""
    end = r"(?!\w)" if word[-1:].isascii() else ""
    return re.compile(rf"(?<!\w){re.escape(word)}{end}", re.IGNORECASE)


def compact_journal(journal: JournalFile) -> None:
    """Rewrite the journal and empty its write-ahead log. StoreError while others are writing."""
    try:
        journal.compact()
    except sqlcipher.Error as error:
        raise StoreError(
            f"What was deleted could not be overwritten yet ({error}).",
            "Close every window of Workspace and erase once more.",
        ) from error


def erase_copies(paths: Paths) -> None:
    """Damaged files that were put away: they hold what was erased."""
    shutil.rmtree(paths.quarantine, ignore_errors=True)


def erase_from_log(log: Path, words: set[str]) -> None:
    """Drop the lines that name one of these. Logs hold no customer text; this is for certain."""
    wanted = _parts(words)
    wanted |= {json.dumps(word)[1:-1].casefold() for word in wanted}
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    kept = [line for line in lines if not any(word in line.casefold() for word in wanted)]
    if len(kept) != len(lines):
        log.write_text("".join(kept), encoding="utf-8")


def _parts(words: set[str]) -> set[str]:
    """Names and addresses whole and in parts, casefolded; parts too short to mean them left out."""
    parts = {part for word in words for part in (word, *word.split())}
    return {part.casefold() for part in parts if len(part) > (3 if part.isascii() else 1)}
