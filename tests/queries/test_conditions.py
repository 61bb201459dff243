"""Conditions of queues: what can be said, and what is refused with which words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import ROOT
from workspace.domain.conditions import IS, KEYS, parse_conditions, terms
from workspace.domain.search import LONGEST, All, Some, Term, Without
from workspace.domain.tokens import Phrase


def of(column: str, value: str) -> Term:
    return Term(column, Phrase(()), value)  # type: ignore[arg-type]


def test_filters_stand_beside_or_and_inside_parentheses() -> None:
    found = parse_conditions("team:returns (priority:high OR tag:vip) -assignee:none")
    assert found.node == All(
        (
            of("team", "returns"),
            Some((of("priority", "high"), of("tag", "vip"))),
            Without(of("assignee", "none")),
        )
    )
    assert parse_conditions("status:open,pending is:WAITING").node == All(
        (Some((of("status", "open"), of("status", "pending"))), of("is", "waiting"))
    )


@pytest.mark.parametrize(
    ("text", "says", "only_open"),
    [
        ("team:a", False, True),
        ("status:open,pending team:a", True, True),
        ("status:solved", True, False),
        ("-status:open", True, False),
        ("status:open OR team:a", True, False),
        ("team:a (status:open OR status:new)", True, True),
        ("status:Offen", True, False),  # a backend's own word may mean anything
    ],
)
def test_what_is_taken_for_granted(text: str, says: bool, only_open: bool) -> None:
    found = parse_conditions(text)
    assert (found.says_status, found.only_open) == (says, only_open)


def test_a_queue_may_ask_for_snoozed_ones() -> None:
    assert parse_conditions("team:a is:snoozed").says_snoozed
    assert not parse_conditions("team:a is:waiting").says_snoozed


@pytest.mark.parametrize(
    ("text", "fault", "about"),
    [
        ("", "nothing", ""),
        ("  OR ", "nothing", ""),
        ("team:", "empty", "team"),
        ("retruns:high", "unknown_key", "retruns"),
        ("team:a (statsu:open OR tag:b)", "unknown_key", "statsu"),
        ("after:7d", "of_messages", "after"),
        ("has:attachment", "of_messages", "has"),
        ("is:message", "is", "is"),
        ("team:a)", "closing", ""),
        ("(" * 30 + "team:a", "deep", ""),
        ("a " * 41, "many", ""),
        ("a" * (LONGEST + 1), "long", ""),
    ],
)
def test_refusals(text: str, fault: str, about: str) -> None:
    found = parse_conditions(text)
    assert (found.fault, found.about, found.node) == (fault, about, None)
    assert found.problem.endswith(".")


_PIECES = [f"{key}:{value}" for key in KEYS for value in ("a", "me", "open", '"b c"', "")]
_PIECES += [f"is:{word}" for word in IS] + ["OR", "(", ")", "-", "NOT", "환불", '"a b"', "x:y"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES)).map(" ".join)))
def test_any_text_is_conditions_or_refused(text: str) -> None:
    found = parse_conditions(text)
    assert (found.node is None) == bool(found.problem) == bool(found.fault)
    if found.node is not None:
        assert terms(found.node)


def test_the_conditions_of_the_manual_are_taken() -> None:
    manual = (ROOT / "docs" / "queues.md").read_text(encoding="utf-8")
    own = manual.split("## Queues of your own")[1]
    examples = own.split("```")[1].strip().splitlines()
    examples += re.findall(r"`([^`]+)`", own.split("|---|---|")[1].split("\n\n")[0])
    taken = [each for each in examples if not each.endswith(":")]
    assert len(taken) > 12
    assert {each: parse_conditions(each).fault for each in taken} == dict.fromkeys(taken, "")
