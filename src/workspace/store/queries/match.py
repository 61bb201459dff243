"""What a parsed query asks of one document: as an FTS5 expression, and in plain Python.

Both say the same; the second is for the few documents that are not in the index yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

import msgspec

from workspace.domain.search import All, Node, Some, Term, Without
from workspace.domain.snippet import one_word
from workspace.domain.tokens import BREAK, Phrase, holds
from workspace.store.search_index import (
    SearchDoc,
    author_token,
    body_tokens,
    field_tokens,
    field_word,
    subject_token,
)

_EVERYTHING = 'fields : ("xis_message" OR "xis_note" OR "xis_activity" OR "xis_subject")'


class Document:
    """The tokens of one document's two columns, made when they are asked for.

    `is_local`: a note that is kept only on this computer.
    """

    def __init__(self, doc: SearchDoc, *, is_local: bool = False) -> None:
        self._doc = doc
        self._more = [field_word("xis_", "local")] if is_local else []

    @cached_property
    def body(self) -> Sequence[str]:
        return body_tokens(self._doc)

    @cached_property
    def fields(self) -> Sequence[str]:
        return [*field_tokens(self._doc), *self._more]


def expression(node: Node, *, subject: bool = False) -> str:
    """The node as FTS5 reads it, for entries or for subjects.

    Tokens are our own, so quoting them is enough.
    """
    if isinstance(node, Term):
        return f"({_term(node, subject)})"
    if isinstance(node, Some):
        return "(" + " OR ".join(expression(each, subject=subject) for each in node.of) + ")"
    if isinstance(node, Without):
        return f"({_EVERYTHING} NOT {expression(node.of, subject=subject)})"
    wanted = [each for each in node.of if not isinstance(each, Without)]
    unwanted = [each.of for each in node.of if isinstance(each, Without)]
    return _all(
        [expression(each, subject=subject) for each in wanted],
        [expression(each, subject=subject) for each in unwanted],
    )


def _all(wanted: list[str], unwanted: list[str]) -> str:
    all_wanted = " AND ".join(wanted) if wanted else _EVERYTHING
    if not unwanted:
        return f"({all_wanted})"
    return f"(({all_wanted}) NOT ({' OR '.join(unwanted)}))"


def _term(term: Term, subject: bool) -> str:
    if term.column in ("body", "author"):
        column = "body" if term.column == "body" else "fields"
        wanted = _in_column(term)
        words = wanted.tokens
        if subject and term.column == "body":
            words = tuple(map(subject_token, words))
        star = " *" if wanted.prefix else ""
        return f'{column} : "{" ".join(words)}"{star}'
    return f'fields : "{_word(term)}"'


def _in_column(term: Term) -> Phrase:
    if term.column == "body":
        return term.phrase
    return Phrase(tuple(map(author_token, term.phrase.tokens)), term.phrase.prefix)


def _word(term: Term) -> str:
    return field_word(f"x{term.column}_", term.value)


def matches(node: Node, document: Document) -> bool:
    """Whether a document is what the node asks for."""
    if isinstance(node, Some):
        return any(matches(each, document) for each in node.of)
    if isinstance(node, All):
        return all(matches(each, document) for each in node.of)
    if isinstance(node, Without):
        return not matches(node.of, document)
    if node.column == "body":
        return holds(document.body, node.phrase)
    if node.column == "author":
        return holds(document.fields, _in_column(node))
    return _word(node) in document.fields


SHORT = 3


def is_broad(node: Node) -> bool:
    """Whether the index would have to merge very many words: a beginning of SHORT or less."""
    if isinstance(node, Term):
        return node.phrase.prefix and len(node.phrase.tokens[-1]) <= SHORT
    if isinstance(node, Without):
        return is_broad(node.of)
    return any(map(is_broad, node.of))


def without_broad(node: Node) -> Node | None:
    """What is left to look up when the broad parts are tested on the text instead."""
    if not is_broad(node):
        return node
    if not isinstance(node, All):
        return None
    kept = tuple(each for each in node.of if not is_broad(each))
    return All(kept) if kept else None


def only_broad(node: Node) -> Node:
    """What `without_broad` leaves out."""
    if not isinstance(node, All):
        return node
    return All(tuple(each for each in node.of if is_broad(each)))


def asks_only_for_words(node: Node) -> bool:
    """Whether text, names of files and author tell if an entry matches."""
    if isinstance(node, Term):
        return node.column in ("body", "author")
    if isinstance(node, Without):
        return asks_only_for_words(node.of)
    return all(map(asks_only_for_words, node.of))


def one_word_of(node: Node) -> re.Pattern[str] | None:
    """Finds in a folded text what a node asks for that is one word of plain letters, or None."""
    terms = node.of if isinstance(node, All) else (node,)
    term = terms[0]
    if len(terms) > 1 or not isinstance(term, Term) or term.column != "body":
        return None
    return one_word(term.phrase)


def whole_words(node: Node) -> Node:
    """The same with beginnings taken for whole words."""
    if isinstance(node, Term):
        return msgspec.structs.replace(
            node, phrase=msgspec.structs.replace(node.phrase, prefix=False)
        )
    if isinstance(node, Without):
        return Without(whole_words(node.of))
    return msgspec.structs.replace(node, of=tuple(map(whole_words, node.of)))


def needles(node: Node) -> list[str]:
    """Letters that every match holds in its folded text or names of files."""
    terms = node.of if isinstance(node, All) else (node,)
    return [
        token
        for term in terms
        if isinstance(term, Term) and term.column == "body"
        for token in term.phrase.tokens
        if BREAK not in token
    ]
