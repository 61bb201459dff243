"""Conditions of a queue of one's own: the search grammar, asked of tickets instead of messages.

    team:returns (priority:high OR tag:vip) -assignee:none
    is:waiting (assignee:me OR is:unassigned) refund

Every filter may stand beside OR and inside parentheses here, because it is tested on the ticket
itself. Words are looked for in the subject and in the customer's name and addresses. A queue holds
open tickets that are not snoozed unless its conditions say otherwise. Pure; never raises.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import msgspec

from workspace.domain.search import (
    LONGEST,
    All,
    Column,
    Node,
    Parser,
    Piece,
    Refused,
    Some,
    Term,
    Without,
    any_of,
    split_up,
)
from workspace.domain.tokens import Phrase, fold
from workspace.domain.words import OPEN_STATUSES

KEYS = ("status", "assignee", "team", "priority", "tag", "channel", "account", "is", "from")
IS = ("open", "waiting", "mine", "unassigned", "mentioned", "snoozed")
_OF_MESSAGES = ("has", "before", "after")

Fault = Literal[
    "", "nothing", "long", "closing", "deep", "many", "empty", "of_messages", "unknown_key", "is"
]


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions taken apart.

    Attributes:
        node: what is asked of a ticket; None only with a problem.
        says_status, says_snoozed: it names those itself, so that nothing is taken for granted.
        only_open: every ticket that fits is an open one.
        problem: one English sentence if it can't be used; `fault` is the same as a word, about
            the piece `about`.
    """

    node: Node | None = None
    says_status: bool = False
    says_snoozed: bool = False
    only_open: bool = True
    problem: str = ""
    fault: Fault = ""
    about: str = ""


def parse_conditions(text: str) -> Conditions:
    """Take conditions apart."""
    if len(text) > LONGEST:
        return Conditions(problem=f"Conditions have up to {LONGEST} characters.", fault="long")
    try:
        query = _Conditions(split_up(text), datetime.now(UTC), typing=False).run()
        if query.node is None:
            raise Refused("Name at least one condition, for example team:returns.", "nothing")
    except Refused as refused:
        return Conditions(
            problem=str(refused),
            fault=msgspec.convert(refused.fault, Fault),
            about=refused.about,
        )
    node = query.node
    statuses = [term.value for term in terms(node) if term.column == "status"]
    return Conditions(
        node=node,
        says_status=bool(statuses),
        says_snoozed=any(term == Term("is", Phrase(()), "snoozed") for term in terms(node)),
        only_open=not statuses or (_plain(node) and all(_is_open(each) for each in statuses)),
    )


def _is_open(status: str) -> bool:
    return fold(status) in {str(each) for each in OPEN_STATUSES}


def _plain(node: Node) -> bool:
    """Whether a status holds for the whole of it: neither excluded nor one of several ways."""
    if isinstance(node, Term):
        return True
    if isinstance(node, All):
        return all(map(_plain, node.of))
    if isinstance(node, Some):
        columns = {term.column for term in terms(node)}
        return columns == {"status"} or "status" not in columns
    return not any(term.column == "status" for term in terms(node))


def terms(node: Node) -> list[Term]:
    """All that is compared, excluded terms too."""
    if isinstance(node, Term):
        return [node]
    if isinstance(node, Without):
        return terms(node.of)
    return [term for each in node.of for term in terms(each)]


class _Conditions(Parser):
    """Every filter becomes a term of the tree."""

    def _one(self, depth: int, *, positive: bool) -> Node | None:
        piece = self._next()
        key = piece.text.partition(":") if piece is not None and piece.kind == "word" else None
        if key is not None and key[1] and key[0].isalpha() and key[0].isascii():
            raise Refused(
                f"There is no condition “{key[0]}:”; there are {', '.join(KEYS)}.",
                "unknown_key",
                key[0],
            )
        return super()._one(depth, positive=positive)

    def _filter(self, piece: Piece, negated: bool) -> Node | None:
        if piece.key in _OF_MESSAGES:
            raise Refused(
                f"“{piece.key}:” is about single messages; a queue holds tickets.",
                "of_messages",
                piece.key,
            )
        values = self._values(piece)
        if piece.key == "from":
            return self._from(piece, values)
        if piece.key == "is":
            words = tuple(fold(value) for value in values)
            if not set(words) <= set(IS):
                raise Refused(f"“is:” takes {', '.join(IS)}.", "is", "is")
            values = words
        column: Column = msgspec.convert(piece.key, Column)
        return any_of([Term(column, Phrase(()), value) for value in values])
