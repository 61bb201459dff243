"""The search grammar: what an agent types, taken apart. Pure; never raises on any text.

    refund "out of stock" -spam (가격 OR 할인) from:kim status:open,pending after:2026-03-01

Words next to each other must all be there. Quotes ask for words in a row, exactly. `-` or NOT
excludes, OR takes either, parentheses group. A comma in a filter's value means either. Filters
about the ticket or the time (`WINDOW_KEYS`) can't stand beside an OR or inside parentheses.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from workspace.domain.tokens import Phrase, phrase

LONGEST = 1000
MOST_TERMS = 40
DEEPEST = 12

ENTRY_KEYS = ("from", "channel", "account", "has", "is")
WINDOW_KEYS = ("status", "assignee", "tag", "priority", "team", "before", "after")
_IS_ENTRY = ("message", "note", "local")
_IS_TICKET = ("open", "mine", "unassigned", "waiting")

Column = Literal[
    "body",
    "author",
    "channel",
    "account",
    "has",
    "is",
    "status",
    "assignee",
    "tag",
    "priority",
    "team",
]
"""What a term is compared with; those after `is` only in conditions of queues."""


class Term(msgspec.Struct, frozen=True):
    """A phrase in the text or the author, or a word (`value`) of another column."""

    column: Column
    phrase: Phrase
    value: str = ""


class All(msgspec.Struct, frozen=True):
    """Every one of these."""

    of: tuple[Node, ...]


class Some(msgspec.Struct, frozen=True):
    """At least one of these."""

    of: tuple[Node, ...]


class Without(msgspec.Struct, frozen=True):
    """Not this."""

    of: Node


Node = Term | All | Some | Without


class Filter(msgspec.Struct, frozen=True):
    """A condition on ticket or time: any of `values` (or, negated, none of them).

    key: one of WINDOW_KEYS, or `is`. before and after hold one time in ms UTC in `at`.
    """

    key: str
    values: tuple[str, ...] = ()
    negated: bool = False
    at: int = 0


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A query taken apart. `problem` is one sentence if it can't be run; `words` are to be marked.

    `node` is None where nothing asks about entries themselves.
    """

    node: Node | None = None
    filters: tuple[Filter, ...] = ()
    words: tuple[Phrase, ...] = ()
    problem: str = ""

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return self.node is None and not self.filters


class Refused(Exception):
    """Why a text can't be run: one sentence, and the same as a word with what it is about."""

    def __init__(self, text: str, fault: str = "", about: str = "") -> None:
        super().__init__(text)
        self.fault = fault
        self.about = about


_PIECE = re.compile(
    r"""\s+|(?P<open>\()|(?P<close>\))
    |(?P<minus>-(?=[\w("“]))
    |(?P<key>[A-Za-z]+):(?:["“](?P<quoted>[^"”]*)["”]?|(?P<value>[^\s()"“”]*))
    |["“](?P<phrase>[^"”]*)["”]?
    |(?P<word>[^\s()"“”]+)
    |["”]""",
    re.VERBOSE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")
_AGO = re.compile(r"(\d{1,4})([hdwmy])\Z")


class Piece(msgspec.Struct, frozen=True):
    kind: Literal["open", "close", "not", "or", "and", "phrase", "word", "filter"]
    text: str = ""
    key: str = ""
    last: bool = False


def parse(text: str, *, now: datetime | None = None, typing: bool = False) -> Query:
    """Take a query apart. With `typing`, a last word not yet closed is a beginning of words.

    `now` (aware, in the agent's zone; default: here and now) is what dates are relative to.
    """
    if len(text) > LONGEST:
        return Query(problem=f"The search is longer than {LONGEST} characters.")
    moment = now or datetime.now().astimezone()
    try:
        return Parser(split_up(text), moment, typing).run()
    except Refused as problem:
        return Query(problem=str(problem))


def said_words(text: str) -> list[str]:
    """The words and phrases that a query asks to be there, as they were typed."""
    words: list[str] = []
    negated = False
    for piece in split_up(text[:LONGEST]):
        if piece.kind in ("word", "phrase") and not negated and piece.text.strip():
            words.append(piece.text.strip())
        negated = piece.kind == "not" and not negated
    return words[:MOST_TERMS]


def split_up(text: str) -> list[Piece]:
    result: list[Piece] = []
    for match in _PIECE.finditer(text):
        found = match.groupdict()
        last = match.end() == len(text)
        if found["open"]:
            result.append(Piece("open"))
        elif found["close"]:
            result.append(Piece("close"))
        elif found["minus"] or found["word"] == "NOT":
            result.append(Piece("not"))
        elif found["key"] is not None:
            key = found["key"].lower()
            if key in ENTRY_KEYS or key in WINDOW_KEYS:
                closed = found["quoted"] is not None
                value = found["quoted"] if closed else found["value"]
                result.append(Piece("filter", value or "", key, last and not closed))
            elif found["quoted"] is not None:
                result.append(Piece("word", found["key"]))
                result.append(Piece("phrase", found["quoted"]))
            else:
                result.append(Piece("word", match.group(), last=last))
        elif found["phrase"] is not None:
            result.append(Piece("phrase", found["phrase"]))
        elif found["word"] in ("OR", "AND"):
            result.append(Piece("or" if found["word"] == "OR" else "and"))
        elif found["word"]:
            result.append(Piece("word", found["word"], last=last))
    return result


class Parser:
    def __init__(self, pieces: list[Piece], now: datetime, typing: bool) -> None:
        while pieces and pieces[-1].kind in ("or", "and", "not"):
            pieces.pop()  # what it is to join is still to be typed
        self._pieces = pieces
        self._at = 0
        self._now = now
        self._typing = typing
        self._filters: list[Filter] = []
        self._words: list[Phrase] = []
        self._terms = 0
        # Filters about the ticket hold for the whole query, so they need it to be one "all of".
        self._plain = not any(piece.kind in ("or", "open") for piece in pieces)

    def run(self) -> Query:
        node = self._either(0, positive=True)
        if self._at < len(self._pieces):
            raise Refused("A “)” has no “(” before it.", "closing")
        return Query(node=node, filters=tuple(self._filters), words=tuple(self._words))

    def _next(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _either(self, depth: int, *, positive: bool) -> Node | None:
        if depth > DEEPEST:
            raise Refused("There are too many parentheses inside one another.", "deep")
        choices: list[Node] = []
        while True:
            node = self._every(depth, positive=positive)
            if node is not None:
                choices.append(node)
            piece = self._next()
            if piece is None or piece.kind != "or":
                break
            self._at += 1
        return Some(tuple(choices)) if len(choices) > 1 else choices[0] if choices else None

    def _every(self, depth: int, *, positive: bool) -> Node | None:
        nodes: list[Node] = []
        while (piece := self._next()) is not None and piece.kind not in ("or", "close"):
            if piece.kind == "and":
                self._at += 1
                continue
            node = self._one(depth, positive=positive)
            if node is not None:
                nodes.append(node)
        return All(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None

    def _one(self, depth: int, *, positive: bool) -> Node | None:
        negated = False
        while (piece := self._next()) is not None and piece.kind == "not":
            negated = not negated
            self._at += 1
        if piece is None or piece.kind in ("or", "and", "close"):
            return None
        self._at += 1
        wanted = positive != negated
        node: Node | None
        if piece.kind == "open":
            node = self._either(depth + 1, positive=wanted)
            following = self._next()
            if following is not None and following.kind == "close":
                self._at += 1
        elif piece.kind == "filter":
            node = self._filter(piece, negated)
        else:
            found = phrase(
                piece.text, quoted=piece.kind == "phrase", typing=self._typing and piece.last
            )
            node = Term("body", found) if found else None
            if found:
                self._count()
                if wanted:
                    self._words.append(found)
        return Without(node) if negated and node is not None else node

    def _count(self) -> None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise Refused(f"The search has more than {MOST_TERMS} words.", "many")

    def _filter(self, piece: Piece, negated: bool) -> Node | None:
        values = self._values(piece)
        if piece.key in ("before", "after"):
            self._ticket(Filter(piece.key, (), negated, self._time(piece)))
            return None
        if piece.key in WINDOW_KEYS:
            self._ticket(Filter(piece.key, values, negated))
            return None
        if piece.key == "is":
            return self._is(values, negated)
        if piece.key == "has":
            return any_of([_has(value) for value in values])
        if piece.key == "from":
            return self._from(piece, values)
        column: Column = "channel" if piece.key == "channel" else "account"
        return any_of([Term(column, Phrase(()), value) for value in values])

    def _from(self, piece: Piece, values: tuple[str, ...]) -> Node | None:
        typing = self._typing and piece.last
        found = [phrase(value, typing=typing) for value in values]
        return any_of([Term("author", each) for each in found if each])

    def _values(self, piece: Piece) -> tuple[str, ...]:
        values = tuple(value.strip() for value in piece.text.split(",") if value.strip())
        if not values:
            raise Refused(
                f"“{piece.key}:” needs a value right after the colon.", "empty", piece.key
            )
        self._count()
        return values

    def _is(self, values: tuple[str, ...], negated: bool) -> Node | None:
        words = tuple(value.lower() for value in values)
        if all(word in _IS_ENTRY for word in words):
            return any_of([Term("is", Phrase(()), word) for word in words])
        if all(word in _IS_TICKET for word in words):
            self._ticket(Filter("is", words, negated))
            return None
        known = ", ".join(_IS_ENTRY + _IS_TICKET)
        raise Refused(f"“is:” takes {known}; messages and tickets not in one.")

    def _ticket(self, wanted: Filter) -> None:
        if not self._plain:
            raise Refused(
                f"“{wanted.key}:” holds for the whole search,"
                " so it can't stand beside OR or parentheses."
            )
        self._filters.append(wanted)

    def _time(self, piece: Piece) -> int:
        """The start of the day, month or year named, or so long ago, in ms UTC."""
        text = piece.text.strip().lower()
        day = self._now.replace(hour=0, minute=0, second=0, microsecond=0)
        try:
            if text == "today":
                moment = day
            elif text == "yesterday":
                moment = day - timedelta(days=1)
            elif ago := _AGO.match(text):
                hours = {"h": 1, "d": 24, "w": 168, "m": 720, "y": 8760}[ago[2]]
                moment = self._now - timedelta(hours=int(ago[1]) * hours)
            elif parts := _DAY.match(text):
                moment = day.replace(
                    year=int(parts[1]), month=int(parts[2] or 1), day=int(parts[3] or 1)
                )
            else:
                raise ValueError
            return int(moment.timestamp() * 1000)
        except (ValueError, OverflowError) as error:
            raise Refused(
                f"“{piece.key}:” needs a date such as 2026-03-31, or 7d for seven days ago."
            ) from error


def any_of(terms: list[Term]) -> Node | None:
    if len(terms) == 1:
        return terms[0]
    return Some(tuple(terms)) if terms else None


def _has(value: str) -> Term:
    if value.lower() not in ("attachment", "attachments", "file", "files"):
        raise Refused("“has:” takes attachment.")
    return Term("has", Phrase(()), "attachment")
