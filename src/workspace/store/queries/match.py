"""What a parsed query asks of one document: as an FTS5 expression, and in plain Python.

Both say the same; the second is for the few documents that are not in the index yet.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workspace.domain.search import All, Node, Some, Term, Without
from workspace.domain.tokens import Phrase, holds
from workspace.store.search_index import author_token, field_word

_EVERYTHING = 'fields : ("xis_message" OR "xis_note" OR "xis_activity" OR "xis_subject")'


class Document(msgspec.Struct, frozen=True):
    """The tokens of one document's two columns."""

    body: Sequence[str]
    fields: Sequence[str]


def expression(node: Node) -> str:
    """The node as FTS5 reads it. Tokens are our own, so quoting them is enough."""
    if isinstance(node, Term):
        return f"({_term(node)})"
    if isinstance(node, Some):
        return "(" + " OR ".join(map(expression, node.of)) + ")"
    if isinstance(node, Without):
        return f"({_EVERYTHING} NOT {expression(node.of)})"
    wanted = [expression(each) for each in node.of if not isinstance(each, Without)]
    unwanted = [expression(each.of) for each in node.of if isinstance(each, Without)]
    all_wanted = " AND ".join(wanted) if wanted else _EVERYTHING
    if not unwanted:
        return f"({all_wanted})"
    return f"(({all_wanted}) NOT ({' OR '.join(unwanted)}))"


def _term(term: Term) -> str:
    if term.column in ("body", "author"):
        column = "body" if term.column == "body" else "fields"
        wanted = _in_column(term)
        star = " *" if wanted.prefix else ""
        return f'{column} : "{" ".join(wanted.tokens)}"{star}'
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
