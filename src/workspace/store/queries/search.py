"""Search over everything cached and everything still waiting to be sent, newest first.

Words and what an entry is of are looked up in the index; filters about tickets and times are
tested on what it yields, over a bounded window of the newest candidates. A result whose window
ended before it was full says so by `cut`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from operator import itemgetter

import msgspec

from workspace.domain.search import Node, Query, parse
from workspace.domain.snippet import snippet
from workspace.domain.tokens import fold
from workspace.domain.words import ACCOUNT_NAME
from workspace.store.connect import Reader, consistent
from workspace.store.queries.match import (
    Document,
    asks_only_for_words,
    expression,
    is_broad,
    matches,
    needles,
    one_word_of,
    only_broad,
    whole_words,
    without_broad,
)
from workspace.store.queries.pending import Overlay, load
from workspace.store.queries.ranking import scores
from workspace.store.queries.rows import SearchHit, SearchResult, TicketRow
from workspace.store.queries.search_sql import (
    DOCUMENTS,
    ENTRIES,
    FOUND,
    NEWEST,
    REMOTE_ID,
    TEXTS,
    WEIGHED,
    WHOLE_ENTRIES,
    WORDS_OF_ENTRIES,
)
from workspace.store.queries.search_unindexed import (
    Unindexed,
    find_local_notes,
    find_waiting,
    hit_of,
)
from workspace.store.queries.ticket_filters import (
    ALWAYS,
    Test,
    compile_filters,
    open_ids,
    passing,
    time_span,
)
from workspace.store.queries.tickets import find_ticket, with_overlay
from workspace.store.search_index import SUBJECTS, SearchDoc

WINDOW = 2000
SCAN = 400
"""How many of the newest entries are looked through before a short beginning is looked up."""
SUBJECT_WINDOW = 400
MOST_TICKETS = 20

_END = 1 << 62


class _Candidate(msgspec.Struct, frozen=True):
    doc: int
    entry_id: int
    ticket_id: int
    created_at: int


class _Looked(msgspec.Struct):
    """What of the newest candidates matches, how many were seen, and the last one's document."""

    taken: list[_Candidate] = []
    seen: int = 0
    end: int = SUBJECTS


@consistent
def search(
    reader: Reader,
    query: str,
    limit: int = 50,
    *,
    typing: bool = True,
    now: datetime | None = None,
    window: int = WINDOW,
    ranked: bool = False,
) -> SearchResult:
    """Find entries and tickets. Never raises for what was typed: see `problem` of the result.

    `typing` takes a last word that no space follows for the beginning of a word. `window` is how
    many candidates filters may look at; with more than `WINDOW` nothing is left out for speed.
    `ranked` puts what matches best first, among the newest `WINDOW` matches.
    """
    parsed = parse(query, now=now, typing=typing)
    if parsed.problem:
        return SearchResult(tickets=(), hits=(), cut=False, problem=parsed.problem)
    overlay = load(reader)
    named = _named(reader, query)
    if parsed.empty:
        return SearchResult(tickets=tuple(named), hits=(), cut=False)
    finder = _Finder(reader, parsed, overlay)
    about = finder.tickets(min(window, SUBJECT_WINDOW))
    hits, cut = finder.hits(limit, window, ranked)
    known = {ticket.id for ticket in named}
    tickets = [*named, *(ticket for ticket in about if ticket.id not in known)]
    return SearchResult(tickets=tuple(tickets[:MOST_TICKETS]), hits=tuple(hits), cut=cut)


def _named(reader: Reader, query: str) -> list[TicketRow]:
    """Tickets whose reference or remote id was typed as it is."""
    text = query.strip()
    account, colon, remote_id = text.partition(":")
    if colon and remote_id and ACCOUNT_NAME.match(account):
        found = find_ticket(reader, account, remote_id)
        return [found] if found else []
    if not text or len(text.split()) != 1:
        return []
    ids = [row[0] for row in reader.all(REMOTE_ID, (text.removeprefix("#"),))]
    return list(with_overlay(reader, ids, load(reader)).values()) if ids else []


class _Finder:
    def __init__(self, reader: Reader, query: Query, overlay: Overlay) -> None:
        self._reader = reader
        self._query = query
        self._overlay = overlay
        self._tests: list[Test] = compile_filters(reader, query.filters)
        self._since, self._until = time_span(query.filters)

    def _chunks(
        self,
        wanted: str,
        low: int,
        high: int,
        first: int,
        window: int,
        likely: Callable[[int], int] | None = None,
    ) -> Iterator[list[_Candidate]]:
        """Candidates, newest first, at most `window` of them, in pieces that grow, or are as large
        as `likely` says after so many.
        """
        size, seen = first, 0
        while seen < window:
            size = min(size, window - seen)
            if wanted:
                rows = self._reader.all(FOUND, (wanted, low, high, size))
            else:
                rows = self._reader.all(NEWEST, (low, high, size))
            if rows:
                yield [_Candidate(*row) for row in rows]
            if len(rows) < size:
                return
            seen += len(rows)
            high = rows[-1][0]
            size = likely(seen) if likely else 4 * size

    def _in_time(self, created_at: int) -> bool:
        return self._since <= created_at < self._until

    @property
    def _timed(self) -> bool:
        return (self._since, self._until) != ALWAYS

    @cached_property
    def _open(self) -> frozenset[int] | None:
        return open_ids(self._reader, self._query.filters)

    def _pass(self, found: list[_Candidate]) -> list[_Candidate]:
        if self._timed:
            since, until = self._since, self._until  # thousands: no call for each
            found = [each for each in found if since <= each.created_at < until]
        if not self._tests:
            return found  # of a ticket that is gone nothing is indexed
        ids = {each.ticket_id for each in found}
        here = passing(self._reader, self._tests, ids, self._overlay, self._open)
        return [each for each in found if each.ticket_id in here]

    def _take(
        self, wanted: str, low: int, high: int, limit: int, window: int
    ) -> tuple[list[_Candidate], bool]:
        filtered = bool(self._tests or self._timed)
        taken: list[_Candidate] = []
        seen = 0

        def likely(seen: int) -> int:
            """So many hold what is missing if they go on to pass as often, and some to spare."""
            if not taken:
                return 4 * seen
            return min(4 * seen, limit + (limit - len(taken)) * seen * 5 // (4 * len(taken)))

        first = 2 * limit if filtered else limit
        for chunk in self._chunks(wanted, low, high, first, window, likely if filtered else None):
            seen += len(chunk)
            taken += self._pass(chunk)
            if len(taken) >= limit:
                return taken[:limit], False
        return taken, seen >= window

    def _entries(self, limit: int, window: int) -> tuple[list[_Candidate], bool]:
        node = self._query.node
        if node is None:
            return self._take("", 0, SUBJECTS, limit, window)
        if is_broad(node):
            rest = without_broad(node)
            if rest is not None:
                return self._narrowed(node, rest, limit, window if window > WINDOW else SCAN)
            looked = self._look_through(node, "", limit, min(window, SCAN))
            if len(looked.taken) >= limit:
                return looked.taken[:limit], False
        return self._take(expression(node), 0, SUBJECTS, limit, window)

    def _narrowed(
        self, node: Node, rest: Node, limit: int, window: int
    ) -> tuple[list[_Candidate], bool]:
        """A short beginning among what the other words find: the newest of it are read.

        Where these are not all, older ones are found by the beginning as a whole word only, until
        it is one: to look up every word that begins so would keep whoever types it waiting.
        """
        looked = self._look_through(only_broad(node), expression(rest), limit, window)
        if len(looked.taken) >= limit or looked.seen < window:
            return looked.taken[:limit], False
        older, _ = self._take(expression(whole_words(node)), 0, looked.end, limit, WINDOW)
        found = [*looked.taken, *older]
        return found[:limit], len(found) < limit

    def _look_through(self, node: Node, wanted: str, limit: int, window: int) -> _Looked:
        """Newest entries that the index finds and whose text is what the node asks for.

        What is common is found here at once, and what is not is quick to look up: no single letter
        makes the index merge half of all it holds.
        """
        looked = _Looked()
        for chunk in self._chunks(wanted, 0, SUBJECTS, limit, window):
            looked.seen += len(chunk)
            looked.end = chunk[-1].doc
            found = self._read_through(node, self._pass(chunk))
            looked.taken += [each for each in chunk if each.entry_id in found]
            if len(looked.taken) >= limit:
                break
        return looked

    def _read_through(self, node: Node, candidates: Sequence[_Candidate]) -> set[int]:
        letters, word = needles(node), one_word_of(node)
        found: set[int] = set()
        ids = json.dumps([each.entry_id for each in candidates])
        sql = WORDS_OF_ENTRIES if asks_only_for_words(node) else WHOLE_ENTRIES
        for entry_id, text, name, address, *about in self._reader.all(sql, (ids,)):
            channel, account, kind, files = about
            names = tuple(json.loads(files)) if files != "[]" else ()
            if letters:
                folded = fold("\n".join((text, *names)))
                if not all(each in folded for each in letters):
                    continue
                if word:
                    if word.search(folded):
                        found.add(entry_id)
                    continue
            doc = SearchDoc(
                entry_id=entry_id,
                ticket_id=0,
                created_at=0,
                text=text,
                author=f"{name} {address}",
                channel=channel,
                account=account,
                kind=kind,
                has_attachment=bool(names),
                attachment_names=names,
            )
            if matches(node, Document(doc)):
                found.add(entry_id)
        return found

    def tickets(self, window: int) -> list[TicketRow]:
        """Tickets whose subject and requester are what was asked for, newest first."""
        node = self._query.node
        wanted = expression(node, subject=True) if node is not None else ""
        taken, _ = self._take(wanted, SUBJECTS, _END, MOST_TICKETS, window)
        ids = [each.ticket_id for each in taken]
        rows = with_overlay(self._reader, ids, self._overlay)
        return [rows[each] for each in ids if each in rows]

    def _best(self, limit: int) -> tuple[list[_Candidate], bool]:
        """What matches best of the newest, best first; of equal ones the newest."""
        node = self._query.node
        if node is None:
            return self._entries(limit, WINDOW)
        if not is_broad(node):
            return self._best_of_index(expression(node), limit)
        rest = without_broad(node)
        if rest is None:
            looked = self._look_through(node, "", SCAN, SCAN)
        else:
            looked = self._look_through(only_broad(node), expression(rest), SCAN, SCAN)
        found = looked.taken
        ids = json.dumps(sorted(each.entry_id for each in found))  # as they lie in the file
        texts: dict[int, str] = dict(self._reader.all(TEXTS, (ids,)))
        found = [each for each in found if each.entry_id in texts]
        points = scores([texts[each.entry_id] for each in found], self._query.words)
        order = sorted(range(len(found)), key=lambda place: -points[place])
        return [found[place] for place in order[:limit]], looked.seen >= SCAN

    def _best_of_index(self, wanted: str, limit: int) -> tuple[list[_Candidate], bool]:
        """The same by the index's own weights: no text is read, and few rows beside it."""
        rows = self._reader.all(WEIGHED, (wanted, 0, SUBJECTS, WINDOW))
        rows.sort(key=itemgetter(1))  # of equal ones the newest stays first
        most = WINDOW if self._tests or self._timed else limit
        best = [doc for doc, _ in rows[:most]]
        listed = self._reader.all(DOCUMENTS, (json.dumps(best),))
        here = {row[0]: _Candidate(*row) for row in listed}
        found = self._pass([here[doc] for doc in best if doc in here])
        return found[:limit], len(rows) >= WINDOW

    def hits(self, limit: int, window: int, ranked: bool) -> tuple[list[SearchHit], bool]:
        """Entries, newest or best first among those taken; and whether the window was cut."""
        taken, cut = self._best(limit) if ranked else self._entries(limit, window)
        found, more = self._unindexed(limit)
        ids = {each.ticket_id for each in taken} | {each.ticket_id for each in found}
        tickets = with_overlay(self._reader, ids, self._overlay)
        hits = [hit_of(each, tickets[each.ticket_id], self._query.words) for each in found]
        wanted = json.dumps([each.entry_id for each in taken])
        texts = {row[0]: row for row in self._reader.all(ENTRIES, (wanted,))} if taken else {}
        for each in taken:
            row = texts.get(each.entry_id)
            if row is None or each.ticket_id not in tickets:
                continue
            shown, marks = snippet(row[5], self._query.words)
            hits.append(
                SearchHit(
                    ticket=tickets[each.ticket_id],
                    entry_id=row[0],
                    entry_remote_id=row[1],
                    kind=row[2],
                    author_name=row[3],
                    created_at=row[4],
                    snippet=shown,
                    marks=marks,
                )
            )
        if not ranked:
            hits.sort(key=lambda hit: (-hit.created_at, -hit.entry_id))
        return hits[:limit], cut or more

    def _unindexed(self, limit: int) -> tuple[list[Unindexed], bool]:
        """What only the journal has; and whether there is more of it than was looked at."""
        waiting = find_waiting(self._reader, self._query.node, self._in_time, self._overlay)
        notes, more = find_local_notes(self._reader, self._query.node, self._in_time)
        found = [*waiting, *notes]
        ids = {each.ticket_id for each in found}
        here = passing(self._reader, self._tests, ids, self._overlay) if ids else ()
        found = [each for each in found if each.ticket_id in here]
        found.sort(key=lambda each: -each.created_at)
        return found[:limit], more
