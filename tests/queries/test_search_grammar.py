"""The search grammar: what each piece means, and that no text makes it raise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.domain.search import LONGEST, All, Filter, Query, Some, Term, Without, parse
from workspace.domain.tokens import Phrase

NOW = datetime(2026, 3, 31, 15, 30, tzinfo=UTC)


def body(*words: str, prefix: bool = False) -> Term:
    return Term("body", Phrase(words, prefix))


def at(year: int, month: int = 1, day: int = 1) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("refund", body("refund")),
        ("Refund 환불", All((body("refund"), body("환불")))),
        ("refund AND 환불", All((body("refund"), body("환불")))),
        ("a OR b c", Some((body("a"), All((body("b"), body("c")))))),
        ("(a OR b) c", All((Some((body("a"), body("b"))), body("c")))),
        ('"out of stock"', body("out", "of", "stock")),
        ('"still open', body("still", "open")),
        ("-spam", Without(body("spam"))),
        ("NOT spam", Without(body("spam"))),
        ("--spam", body("spam")),
        ("-(a b)", Without(All((body("a"), body("b"))))),
        ("ORD-1234567", body("ord", "1234567")),
        ("http://x.org", body("http", "x", "org")),
        ("from:kim", Term("author", Phrase(("kim",)))),
        ('from:"Kim Min"', Term("author", Phrase(("kim", "min")))),
        ("from:a,b", Some((Term("author", Phrase(("a",))), Term("author", Phrase(("b",)))))),
        ("is:note", Term("is", Phrase(()), "note")),
        ("-is:note", Without(Term("is", Phrase(()), "note"))),
        ("has:attachment", Term("has", Phrase(()), "attachment")),
        ("channel:email", Term("channel", Phrase(()), "email")),
        ("a OR", body("a")),
        ("a -", body("a")),
        ("((a", body("a")),
        ("!!! 😀", None),
        ("", None),
    ],
)
def test_entries(text: str, node: object) -> None:
    parsed = parse(text, now=NOW)
    assert parsed.problem == ""
    assert parsed.node == node


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("status:open,pending", Filter("status", ("open", "pending"))),
        ("-status:closed", Filter("status", ("closed",), negated=True)),
        ("assignee:me", Filter("assignee", ("me",))),
        ('team:"Level 2"', Filter("team", ("Level 2",))),
        ("tag:환불", Filter("tag", ("환불",))),
        ("is:open", Filter("is", ("open",))),
        ("before:2026-03-01", Filter("before", at=at(2026, 3, 1))),
        ("after:2025", Filter("after", at=at(2025))),
        ("after:today", Filter("after", at=at(2026, 3, 31))),
        ("after:yesterday", Filter("after", at=at(2026, 3, 30))),
        ("after:7d", Filter("after", at=int((NOW - timedelta(days=7)).timestamp() * 1000))),
    ],
)
def test_filters(text: str, wanted: Filter) -> None:
    assert parse(text, now=NOW) == Query(filters=(wanted,))
    assert parse(f"refund {text}", now=NOW).filters == (wanted,)


@pytest.mark.parametrize(
    "text",
    [
        "before:never",
        "after:2026-13",
        "after:2026-02-30",
        "status:",
        "is:nonsense",
        "is:note,open",
        "has:luck",
        "a OR status:open",
        "(status:open)",
        "a)",
        "(" * 50 + "a",
        "a " * 45,
        "x" * (LONGEST + 1),
    ],
)
def test_problems_are_a_sentence(text: str) -> None:
    problem = parse(text, now=NOW).problem
    assert problem.endswith((".", "parentheses."))
    assert len(problem) < 120


def test_typing_takes_the_last_word_for_a_beginning() -> None:
    assert parse("re inv", typing=True).node == All((body("re"), body("inv", prefix=True)))
    assert parse("inv ", typing=True).node == body("inv")
    assert parse('"inv"', typing=True).node == body("inv")
    assert parse("from:ki", typing=True).node == Term("author", Phrase(("ki",), True))
    assert parse("inv").node == body("inv")


def test_only_wanted_words_are_marked() -> None:
    assert parse("a -b -(c -d)").words == (Phrase(("a",)), Phrase(("d",)))


PIECES = st.lists(
    st.sampled_from(
        """( ) - " “ OR AND NOT a 환불 from: status:open before: 2026-1 is: note , : “a” 1y
        has:x""".split()  # noqa: SIM905
        + [" "] * 5
    ),
    max_size=20,
).map("".join)


@given(st.one_of(st.text(max_size=60), PIECES), st.booleans())
def test_nothing_makes_it_raise(text: str, typing: bool) -> None:
    parsed = parse(text, now=NOW, typing=typing)
    assert parsed.problem == "" or parsed.empty
