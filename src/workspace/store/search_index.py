"""Writing the search index: which rowid a document gets, and what stands in its two columns.

A document is an entry, or a ticket's subject (`subject_doc`, entry id = -ticket id). Newest first
is descending rowid, so rowids follow time: entries that arrive live go up from 2**40, each page
of older ones takes a block below the lowest, ascending inside the block. Subjects do the same
around 2**50, so that entries and subjects are searched apart without a term for it.

Everything here runs inside the caller's transaction on the writer's connection.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from workspace.domain.index_text import index_text
from workspace.domain.tokens import BREAK, fold, tokens
from workspace.store.connect import Connection

LIVE = 1 << 40
SUBJECTS = 1 << 45  # every rowid from here on is a subject
LIVE_SUBJECTS = 1 << 50

MERGED = 2400
"""Characters of tokens for which a leaf of the index is merged: one and a half times what these
fill. A first sync leaves the rest to be merged when it is over (`merge`)."""

_NOT_WORD = re.compile(r"[^0-9a-z]+")


class SearchDoc(msgspec.Struct, frozen=True, kw_only=True):
    """What is indexed of one entry.

    Attributes:
        text: the plain text; names of attachments are indexed beside it.
        author: name and address, as shown.
        kind: message, note, activity, or subject.
        channel: the entry's, or its ticket's where the entry has none.
        account: the account's name.
    """

    entry_id: int
    ticket_id: int
    created_at: int
    text: str
    author: str = ""
    channel: str = ""
    account: str = ""
    kind: str = "message"
    has_attachment: bool = False
    attachment_names: tuple[str, ...] = ()


def subject_doc(
    *,
    ticket_id: int,
    created_at: int,
    subject: str,
    requester: str = "",
    channel: str = "",
    account: str = "",
) -> SearchDoc:
    """The document of a ticket itself. Add it anew whenever subject or requester change."""
    return SearchDoc(
        entry_id=-ticket_id,
        ticket_id=ticket_id,
        created_at=created_at,
        text=subject,
        author=requester,
        channel=channel,
        account=account,
        kind="subject",
    )


def subject_token(token: str) -> str:
    """A token of a subject: a word of its own, so that looking up subjects reads no entry's."""
    return f"s_{token}"


def body_tokens(doc: SearchDoc) -> list[str]:
    """Tokens of the column `body`."""
    result = tokens(doc.text)
    if doc.entry_id < 0:
        return list(map(subject_token, result))
    for name in doc.attachment_names:
        result += [BREAK, BREAK, *tokens(name)]
    return result


def body_text(doc: SearchDoc) -> str:
    """The column `body`: the same tokens, with what is none between."""
    if doc.entry_id < 0:
        return " ".join(body_tokens(doc))
    text = index_text(doc.text)
    for name in doc.attachment_names:
        text += f" {BREAK} {BREAK} {index_text(name)}"
    return text


def field_word(prefix: str, value: str) -> str:
    """A value as one token of the column `fields`, for example xchannel_email."""
    return prefix + _NOT_WORD.sub("_", fold(value).encode("ascii", "backslashreplace").decode())


def author_token(token: str) -> str:
    """A token of the author's name or address in the column `fields`."""
    return f"xf_{token}"


def field_tokens(doc: SearchDoc) -> list[str]:
    """Tokens of the column `fields`."""
    return field_text(doc).split(" ")


def field_text(doc: SearchDoc) -> str:
    """The column `fields`: its tokens with spaces between."""
    return _fields(doc.kind, doc.channel, doc.account, doc.has_attachment, doc.author)


@lru_cache(maxsize=4096)  # the same few people and channels come again and again
def _fields(kind: str, channel: str, account: str, has_attachment: bool, author: str) -> str:
    result = [f"xis_{kind}"]
    if channel:
        result.append(field_word("xchannel_", channel))
    if account:
        result.append(field_word("xaccount_", account))
    if has_attachment:
        result.append("xhas_attachment")
    result += map(author_token, tokens(author))
    return " ".join(result)


def add(connection: Connection, docs: Iterable[SearchDoc], live: bool) -> None:
    """Index documents; one that is there already is replaced where it stands.

    `live` for what just happened, else they are put before everything older pages brought.
    """
    every = sorted(docs, key=lambda doc: doc.created_at)
    entries = [doc for doc in every if doc.entry_id > 0]
    subjects = [doc for doc in every if doc.entry_id < 0]
    if entries:
        _add(connection, entries, live, LIVE, 0, SUBJECTS)
    if subjects:
        _add(connection, subjects, live, LIVE_SUBJECTS, SUBJECTS, (1 << 62))


def _add(
    connection: Connection,
    docs: Sequence[SearchDoc],
    live: bool,
    middle: int,
    low: int,
    high: int,
) -> None:
    by_entry = {doc.entry_id: doc for doc in docs}  # the last of equal ones wins
    known: dict[int, int] = dict(
        connection.execute(
            "SELECT entry_id, doc FROM search_doc"
            " WHERE entry_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(by_entry)),),
        ).fetchall()
    )
    fresh = [entry_id for entry_id in by_entry if entry_id not in known]
    if live:
        highest = connection.execute(
            "SELECT max(doc) FROM search_doc WHERE doc < ?", (high,)
        ).fetchone()[0]
        start = max(middle, (highest or 0) + 1)
    else:
        lowest = connection.execute(
            "SELECT min(doc) FROM search_doc WHERE doc >= ?", (low,)
        ).fetchone()[0]
        start = min(middle, middle if lowest is None else lowest) - len(fresh)
    places = dict(zip(fresh, range(start, start + len(fresh)), strict=True)) | known
    connection.executemany(
        "INSERT INTO search_doc (doc, entry_id, ticket_id, created_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (doc) DO UPDATE SET"
        " ticket_id = excluded.ticket_id, created_at = excluded.created_at",
        [
            (places[doc.entry_id], doc.entry_id, doc.ticket_id, doc.created_at)
            for doc in by_entry.values()
        ],
    )
    rows = sorted(
        (places[doc.entry_id], body_text(doc), field_text(doc)) for doc in by_entry.values()
    )
    replaced = set(known.values())
    if replaced:
        connection.executemany(
            "DELETE FROM search WHERE rowid = ?", [(place,) for place in sorted(replaced)]
        )
    connection.executemany("INSERT INTO search (rowid, body, fields) VALUES (?, ?, ?)", rows)
    added = sum(len(body) + len(fields) for _, body, fields in rows)
    # Each page merges as much as suits it, so that none waits for what many others made due.
    merge(connection, 1 + added // MERGED)


def merge(connection: Connection, leaves: int) -> bool:
    """Merge segments where a level has enough of them, as far as so many leaves.

    Whether there was anything to merge.
    """
    before: int = connection.total_changes
    connection.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (leaves,))
    changed: int = connection.total_changes - before
    return changed > 1  # the command itself is one


def remove(connection: Connection, entry_ids: Iterable[int]) -> None:
    """Take documents out again; a ticket's subject is the entry -ticket_id. Unknown ones are ok."""
    found = connection.execute(
        "SELECT doc FROM search_doc WHERE entry_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entry_ids)),),
    ).fetchall()
    connection.executemany("DELETE FROM search WHERE rowid = ?", found)
    connection.executemany("DELETE FROM search_doc WHERE doc = ?", found)
