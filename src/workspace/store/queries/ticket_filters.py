"""Filters about a ticket, applied to what a search found; pending work included."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec

from workspace.domain.search import Filter
from workspace.domain.tokens import fold, holds, phrase, tokens
from workspace.domain.words import OPEN_STATUSES
from workspace.store.connect import Reader
from workspace.store.queries.pending import Overlay
from workspace.store.queries.rows import TicketRow

FACTS = """
SELECT t.id, t.account_id, t.status, t.backend_status, t.assignee, t.mine, t.team, t.priority,
       t.tags, t.needs_reply
FROM json_each(?) AS j CROSS JOIN ticket AS t ON t.id = j.value
WHERE t.gone = 0
"""

ALWAYS = (-(1 << 63), 1 << 63)

OPEN = "status IN ('new','open','pending','on_hold')"
OPEN_IDS = f"SELECT id FROM ticket INDEXED BY ticket_open WHERE {OPEN} AND gone = 0 LIMIT ?"
OTHER_WORDS = f"SELECT backend_status FROM status WHERE NOT {OPEN}"
MOST_OPEN = 5000
"""More ids than that cost more than they save: 0.5 µs each, a ticket 10 µs."""

AGENTS = "SELECT account_id, remote_id, name, address FROM agent"
TEAMS = "SELECT account_id, remote_id, name, '' FROM team"

_tags = msgspec.json.Decoder(list[str])


class Facts(msgspec.Struct, frozen=True):
    """What filters look at."""

    id: int
    account_id: int
    status: str
    backend_status: str
    assignee: str
    mine: bool
    team: str
    priority: str
    tags: tuple[str, ...]
    needs_reply: bool


Test = Callable[[Facts], bool]


def compile_filters(reader: Reader, filters: Iterable[Filter]) -> list[Test]:
    """One test for each filter about a ticket; before: and after: are not among them."""
    result: list[Test] = []
    for each in filters:
        if each.key in ("before", "after"):
            continue
        result.append(_negated(_test(reader, each)) if each.negated else _test(reader, each))
    return result


def open_ids(reader: Reader, filters: Iterable[Filter]) -> frozenset[int] | None:
    """The open tickets where only these can pass, and are few: of the others none need be read.

    None where that isn't so. A backend's word is what its directory says it is.
    """
    if not any(_means_open(reader, each) for each in filters):
        return None
    ids = [row[0] for row in reader.all(OPEN_IDS, (MOST_OPEN + 1,))]
    return None if len(ids) > MOST_OPEN else frozenset(ids)


def _means_open(reader: Reader, wanted: Filter) -> bool:
    if wanted.negated:
        return False
    values = set(map(fold, wanted.values))
    if wanted.key == "is":
        return values == {"open"}
    if wanted.key != "status" or not values <= set(OPEN_STATUSES):
        return False
    return not any(fold(row[0]) in values for row in reader.all(OTHER_WORDS))


def time_span(filters: Iterable[Filter]) -> tuple[int, int]:
    """From when on (ms UTC) and before when an entry passes every before: and after:."""
    since, until = ALWAYS
    for each in filters:
        if each.key not in ("before", "after"):
            continue
        if (each.key == "before") != each.negated:
            until = min(until, each.at)
        else:
            since = max(since, each.at)
    return since, until


def _negated(test: Test) -> Test:
    return lambda facts: not test(facts)


def _test(reader: Reader, wanted: Filter) -> Test:
    values = frozenset(map(fold, wanted.values))
    if wanted.key == "status":
        return lambda facts: (
            _folded(facts.status) in values or _folded(facts.backend_status) in values
        )
    if wanted.key == "tag":
        return lambda facts: any(_folded(tag) in values for tag in facts.tags)
    if wanted.key == "priority":
        return lambda facts: _folded(facts.priority) in values
    if wanted.key == "team":
        teams = named_ids(reader, wanted)
        return lambda facts: (facts.account_id, facts.team) in teams
    if wanted.key == "assignee":
        agents = named_ids(reader, wanted)
        me, nobody = "me" in values, bool(values & {"none", "nobody"})
        return lambda facts: (
            (me and facts.mine)
            or (nobody and not facts.assignee)
            or (facts.account_id, facts.assignee) in agents
        )
    return lambda facts: any(_is(word, facts) for word in values)


def _is(word: str, facts: Facts) -> bool:
    if word == "mine":
        return facts.mine
    if word == "unassigned":
        return not facts.assignee
    if word == "waiting":
        return facts.needs_reply
    return facts.status in OPEN_STATUSES


def named_ids(reader: Reader, wanted: Filter) -> set[tuple[int, str]]:
    """(account, remote id) of the agents or teams that assignee: or team: means."""
    return _named(reader, TEAMS if wanted.key == "team" else AGENTS, wanted.values)


def _named(reader: Reader, sql: str, values: Iterable[str]) -> set[tuple[int, str]]:
    """(account, remote id) of agents or teams meant: by id or address, or words of the name."""
    exact = {fold(value) for value in values}
    phrases = [found for value in values if (found := phrase(value, typing=True))]
    result: set[tuple[int, str]] = set()
    for account_id, remote_id, name, address in reader.all(sql):
        if fold(remote_id) in exact or (address and fold(address) in exact):
            result.add((account_id, remote_id))
            continue
        words = tokens(name)
        if any(holds(words, each) for each in phrases):
            result.add((account_id, remote_id))
    return result


def passing(
    reader: Reader,
    tests: Iterable[Test],
    ids: Iterable[int],
    overlay: Overlay,
    within: frozenset[int] | None = None,
) -> set[int]:
    """Those of these tickets that are here and pass every test.

    `within`: tickets beside which none can pass as the backend has it (`open_ids`).
    """
    wanted = set(ids)
    laid = [overlay.tickets[each].top.row for each in wanted if each in overlay.tickets]
    facts = [_of_row(row) for row in laid]
    rest = wanted - {row.id for row in laid}
    others = sorted(rest if within is None else rest & within)
    if others:
        facts += [
            Facts(a, b, c, d, e, f, g, h, _tags_of(tags), waits)
            for a, b, c, d, e, f, g, h, tags, waits in reader.all(FACTS, (json.dumps(others),))
        ]
    for check in tests:
        facts = [each for each in facts if check(each)]
    return {each.id for each in facts}


@lru_cache(maxsize=4096)  # few different ones, asked for by the thousand
def _tags_of(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(_tags.decode(text))


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return fold(word)


def _of_row(row: TicketRow) -> Facts:
    return Facts(
        row.id,
        row.account_id,
        row.status,
        row.backend_status,
        row.assignee,
        row.mine,
        row.team,
        row.priority,
        row.tags,
        row.needs_reply,
    )
