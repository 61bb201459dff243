"""Queues of one's own: which tickets fit their conditions, kept current by what changed.

The first read of a queue goes through the open tickets (or all, if its conditions name other
statuses) once per connection; after that only tickets that the change log names are looked at, so
live counts cost what happened, not what is cached. Pending work is tested on top, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import msgspec

from workspace.domain.conditions import Conditions, parse_conditions
from workspace.domain.errors import NotFound
from workspace.domain.search import All, Filter, Node, Some, Term, Without
from workspace.domain.tokens import BREAK, fold, holds, tokens
from workspace.store.connect import Reader, Row
from workspace.store.queries.pending import Overlay
from workspace.store.queries.queue_kinds import OPEN, OPEN_WORDS, ORDERS, Key
from workspace.store.queries.rows import SavedQueueRow, TicketRow
from workspace.store.queries.ticket_filters import Facts, compile_filters
from workspace.store.queries.ticket_rows import Base

MOST_CHANGES = 20_000
"""More changes than this since the last read: everything is looked at anew."""

_COLUMNS = """
  t.id, t.account_id, t.status, t.backend_status, t.assignee, t.mine, t.team, t.priority, t.tags,
  t.needs_reply, t.channel, t.subject, t.mentioned_at, coalesce(p.name, ''),
  coalesce(p.addresses, '[]')
"""

SCAN_OPEN = f"""
SELECT {_COLUMNS} FROM ticket AS t INDEXED BY ticket_open
LEFT JOIN person AS p ON p.id = t.person_id
WHERE {OPEN}
"""

# In the order of the table: going through an index would read every page many times.
SCAN_ALL = f"""
SELECT {_COLUMNS} FROM ticket AS t NOT INDEXED
LEFT JOIN person AS p ON p.id = t.person_id
WHERE t.gone = 0
"""

BY_IDS = f"""
SELECT {_COLUMNS} FROM json_each(?) AS j CROSS JOIN ticket AS t ON t.id = j.value AND t.gone = 0
LEFT JOIN person AS p ON p.id = t.person_id
"""

SAVED = """
SELECT id, name, conditions, sort, position, created_at FROM journal.saved_queue
ORDER BY position, created_at
"""

SAVED_BY_ID = """
SELECT id, name, conditions, sort, position, created_at FROM journal.saved_queue WHERE id = ?
"""

LOG = """
SELECT coalesce((SELECT max(seq) FROM change_log), 0),
       coalesce((SELECT min(seq) FROM change_log), 0)
"""
CHANGED = "SELECT ticket_id FROM change_log WHERE seq > ? AND seq <= ?"

ACCOUNTS = "SELECT id, name FROM journal.account"
NAMES = """
SELECT account_id, remote_id, name, address, me FROM agent
UNION ALL SELECT account_id, remote_id, name, '', 0 FROM team
ORDER BY 1, 2, 3
"""

_addresses = msgspec.json.Decoder(tuple[tuple[str, str], ...])
_tags = msgspec.json.Decoder(tuple[str, ...])


class QueueFacts(Facts, frozen=True):
    """What conditions look at, beside what filters of a search do."""

    channel: str
    subject: str
    mentioned: bool
    snoozed: bool
    requester: str  # name and addresses


Test = Callable[[QueueFacts], bool]


class _Members:
    """The tickets of one queue as the backends said them, by local id."""

    def __init__(self, conditions: str, test: Test, only_open: bool) -> None:
        self.conditions = conditions
        self.test = test
        self.only_open = only_open
        self.ids: set[int] = set()

    def look_at(self, facts: Iterable[QueueFacts]) -> None:
        self.ids.update(each.id for each in facts if self.test(each))


class _Known:
    """What one connection knows, and of which change."""

    def __init__(self) -> None:
        self.seq = -1
        self.names: list[Row] = []
        self.accounts: list[Row] = []
        self.queues: dict[str, _Members] = {}


def list_saved(reader: Reader) -> list[SavedQueueRow]:
    """Queues of one's own in their order."""
    return [SavedQueueRow(*row) for row in reader.all(SAVED)]


def is_counted(reader: Reader) -> bool:
    """Whether this connection has gone through the tickets for its queues already."""
    return "saved" in reader.memo


def saved_queue(reader: Reader, queue_id: str) -> SavedQueueRow:
    """One of them. NotFound if it was deleted."""
    row = reader.one(SAVED_BY_ID, (queue_id,))
    if row is None:
        raise NotFound("This queue was deleted.", "Choose another one.")
    return SavedQueueRow(*row)


def saved_counts(
    reader: Reader, rows: Iterable[SavedQueueRow], overlay: Overlay, *, whole: bool = False
) -> dict[str, int]:
    """How many tickets each of these queues shows, by its id; 0 where conditions are refused.

    `whole`: there are no other queues, so what is known of deleted ones can go.
    """
    wanted = list(rows)
    known = _current(reader, wanted)
    if whole:
        known.queues = {row.id: known.queues[row.id] for row in wanted if row.id in known.queues}
    counts: dict[str, int] = {}
    for row in wanted:
        members = known.queues.get(row.id)
        if members is None:
            counts[row.id] = 0
            continue
        hidden = sum(ticket_id in members.ids for ticket_id in overlay.tickets)
        counts[row.id] = len(members.ids) - hidden + len(_laid(members, overlay))
    return counts


def saved_ids(reader: Reader, row: SavedQueueRow, order: str, overlay: Overlay) -> list[int]:
    """The local ids of a queue in order; its cost is the queue's length."""
    members = _current(reader, [row]).queues.get(row.id)
    if members is None:
        return []
    by = ORDERS[order]
    keyed: list[tuple[Key, int]] = [
        (by.from_base(base), base.row.id) for base in _laid(members, overlay)
    ]
    rest = members.ids.difference(overlay.tickets)
    keyed += [
        (by.from_row(key), key[-1])
        for key in reader.all(keys_of_ids_sql(order), (json.dumps(sorted(rest)),))
    ]
    return [ticket_id for _, ticket_id in sorted(keyed)]


def keys_of_ids_sql(order: str) -> str:
    """The statement that reads the sort keys of tickets by id."""
    return (
        f"SELECT {', '.join(f't.{name}' for name in ORDERS[order].columns.split(', '))}"
        " FROM json_each(?) AS j CROSS JOIN ticket AS t ON t.id = j.value"
    )


def count_of(reader: Reader, conditions: Conditions, overlay: Overlay) -> int:
    """How many tickets fit conditions that are still being typed."""
    if conditions.node is None:
        return 0
    members = _Members("", _compiled(reader, conditions), conditions.only_open)
    members.look_at(map(_of_row, reader.all(SCAN_OPEN if members.only_open else SCAN_ALL)))
    return len(members.ids.difference(overlay.tickets)) + len(_laid(members, overlay))


def _laid(members: _Members, overlay: Overlay) -> list[Base]:
    return [each.top for each in overlay.tickets.values() if members.test(_of_ticket(each.top.row))]


# --- Keeping current -----------------------------------------------------------------------


def _current(reader: Reader, rows: Iterable[SavedQueueRow]) -> _Known:
    """What is known, brought up to this moment for these queues."""
    kept = reader.memo.get("saved")
    known = kept[1] if kept is not None and isinstance(kept[1], _Known) else _Known()
    reader.memo["saved"] = (None, known)
    _follow(reader, known)
    fresh: list[_Members] = []
    for row in rows:
        members = known.queues.get(row.id)
        if members is not None and members.conditions == row.conditions:
            continue
        known.queues.pop(row.id, None)
        conditions = parse_conditions(row.conditions)
        if conditions.node is None:
            continue
        made = _Members(row.conditions, _compiled(reader, conditions), conditions.only_open)
        known.queues[row.id] = made
        fresh.append(made)
    for only_open, sql in ((True, SCAN_OPEN), (False, SCAN_ALL)):
        wanted = [members for members in fresh if members.only_open == only_open]
        if wanted:
            facts = [_of_row(row) for row in reader.all(sql)]
            for members in wanted:
                members.look_at(facts)
    return known


def _follow(reader: Reader, known: _Known) -> None:
    """Look at what the change log names since the last time, or forget all of it."""
    newest, oldest = (reader.one(LOG) or (0, 0))[:2]
    if newest == known.seq:
        return
    seen, known.seq = known.seq, newest
    cut = seen < 0 or newest < seen or oldest > seen + 1 or newest - seen > MOST_CHANGES
    changed = set() if cut else {row[0] for row in reader.all(CHANGED, (seen, newest))}
    if cut or 0 in changed:
        names, accounts = reader.all(NAMES), reader.all(ACCOUNTS)
        if cut or (names, accounts) != (known.names, known.accounts):
            known.names, known.accounts = names, accounts
            known.queues.clear()
            return
    facts = [_of_row(row) for row in reader.all(BY_IDS, (json.dumps(sorted(changed)),))]
    for members in known.queues.values():
        members.ids -= changed
        members.look_at(facts)


# --- Testing -------------------------------------------------------------------------------


def _compiled(reader: Reader, conditions: Conditions) -> Test:
    """One test of a ticket, with what is taken for granted of a queue."""
    assert conditions.node is not None
    asked = _test(reader, conditions.node)
    says_status, says_snoozed = conditions.says_status, conditions.says_snoozed

    def fits(facts: QueueFacts) -> bool:
        if facts.snoozed and not says_snoozed:
            return False
        return (says_status or facts.status in OPEN_WORDS) and asked(facts)

    return fits


def _test(reader: Reader, node: Node) -> Test:
    if isinstance(node, Term):
        return _term(reader, node)
    if isinstance(node, Without):
        inner = _test(reader, node.of)
        return lambda facts: not inner(facts)
    tests = [_test(reader, each) for each in node.of]
    if isinstance(node, All):
        return lambda facts: all(test(facts) for test in tests)
    assert isinstance(node, Some)
    return lambda facts: any(test(facts) for test in tests)


def _term(reader: Reader, term: Term) -> Test:
    if term.column in ("body", "author"):
        return _words(term)
    value = fold(term.value)
    if term.column == "channel":
        return lambda facts: fold(facts.channel) == value
    if term.column == "account":
        ids = {row[0] for row in reader.all(ACCOUNTS) if fold(row[1]) == value}
        return lambda facts: facts.account_id in ids
    if term.column == "is" and value == "mentioned":
        return lambda facts: facts.mentioned
    if term.column == "is" and value == "snoozed":
        return lambda facts: facts.snoozed
    [test] = compile_filters(reader, [Filter(term.column, (term.value,))])
    return test


def _words(term: Term) -> Test:
    """Words of the subject or the customer; letters first, for most tickets hold none of them."""
    letters = [token for token in term.phrase.tokens if BREAK not in token]
    subject_too = term.column == "body"

    def fits(facts: QueueFacts) -> bool:
        for text in (facts.requester, facts.subject) if subject_too else (facts.requester,):
            folded = fold(text)
            if all(each in folded for each in letters) and holds(tokens(text), term.phrase):
                return True
        return False

    return fits


def _of_row(row: Row) -> QueueFacts:
    return QueueFacts(
        id=row[0],
        account_id=row[1],
        status=row[2],
        backend_status=row[3],
        assignee=row[4],
        mine=bool(row[5]),
        team=row[6],
        priority=row[7],
        tags=() if row[8] == "[]" else _tags.decode(row[8]),
        needs_reply=bool(row[9]),
        channel=row[10],
        subject=row[11],
        mentioned=row[12] > 0,
        snoozed=False,
        requester=_customer(row[13], () if row[14] == "[]" else _addresses.decode(row[14])),
    )


def _of_ticket(row: TicketRow) -> QueueFacts:
    return QueueFacts(
        id=row.id,
        account_id=row.account_id,
        status=row.status,
        backend_status=row.backend_status,
        assignee=row.assignee,
        mine=row.mine,
        team=row.team,
        priority=row.priority,
        tags=row.tags,
        needs_reply=row.needs_reply,
        channel=row.channel,
        subject=row.subject,
        mentioned=row.mentioned_at > 0,
        snoozed=row.snoozed,
        requester=_customer(row.requester_name, row.requester_addresses),
    )


def _customer(name: str, addresses: Iterable[tuple[str, str]]) -> str:
    return " ".join([name, *(value for _, value in addresses)])
