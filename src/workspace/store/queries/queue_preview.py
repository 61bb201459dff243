"""What conditions of a queue would hold, while they are being typed."""

from __future__ import annotations

import msgspec

from workspace.domain.conditions import Conditions, parse_conditions, terms
from workspace.domain.search import Filter, Term
from workspace.domain.tokens import fold
from workspace.domain.words import Status
from workspace.store.connect import Reader, consistent
from workspace.store.queries.pending import load
from workspace.store.queries.saved import ACCOUNTS, count_of
from workspace.store.queries.ticket_filters import named_ids

CHANNELS = "SELECT substr(queue, 9) FROM queue_count WHERE queue LIKE 'channel:%'"
STATUSES = "SELECT DISTINCT backend_status FROM status"
PRIORITIES = """
SELECT DISTINCT j.value FROM account_state AS s, json_each(s.priorities) AS j
"""

_NOBODY = {"me", "none", "nobody"}


class Preview(msgspec.Struct, frozen=True):
    """`count`: tickets that fit now. `unknown`: filters such as team:retruns that name nothing
    here; that is allowed, for it may come, but most often it is a slip.
    """

    conditions: Conditions
    count: int = 0
    unknown: tuple[str, ...] = ()


@consistent
def preview(reader: Reader, text: str) -> Preview:
    """Look through the tickets for these conditions; nothing is kept of it."""
    conditions = parse_conditions(text)
    if conditions.node is None:
        return Preview(conditions)
    unknown = dict.fromkeys(
        f"{term.column}:{term.value}"
        for term in terms(conditions.node)
        if not _is_known(reader, term)
    )
    return Preview(conditions, count_of(reader, conditions, load(reader)), tuple(unknown))


def _is_known(reader: Reader, term: Term) -> bool:
    value = fold(term.value)
    if term.column in ("team", "assignee"):
        if term.column == "assignee" and value in _NOBODY:
            return True
        return bool(named_ids(reader, Filter(term.column, (term.value,))))
    if term.column == "account":
        return value in {fold(row[1]) for row in reader.all(ACCOUNTS)}
    if term.column == "channel":
        return value in {fold(row[0]) for row in reader.all(CHANNELS)}
    if term.column == "priority":
        return value in {fold(str(row[0])) for row in reader.all(PRIORITIES)}
    if term.column == "status":
        known = {str(status) for status in Status}
        return value in known | {fold(row[0]) for row in reader.all(STATUSES)}
    return True
