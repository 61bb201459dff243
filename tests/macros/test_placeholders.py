"""Placeholders: filled once, with what a stranger wrote taken as data; or left to be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.domain.macro_values import Facts, values
from workspace.domain.placeholders import fill, first_name, unknown_names, unresolved


@pytest.mark.parametrize(
    ("text", "values", "wanted"),
    [
        ('Hi {{customer.first_name or "there"}}!', {}, "Hi there!"),
        ("{{ customer.name }}[을/를]", {"customer.name": "김민지"}, "김민지를"),
        ("{{customer.name}}[을/를]", {"customer.name": "이수현"}, "이수현을"),
        ('{{customer.name or "고객님"}}[은/는]', {}, "고객님은"),
        ("{{customer.name or “고객님”}}께", {}, "고객님께"),
        ("{{ticket.field.Order number}}", {"ticket.field.Order number": "A-1"}, "A-1"),
        ("{{ user.name }} {{x}} {{}}", {"user.name": "no"}, "{{ user.name }} {{x}} {{}}"),
        ("{{customer.name}}", {"customer.name": "  Ann\n\x07Lee\u202e "}, "Ann Lee"),
    ],
)
def test_filled(text: str, values: dict[str, str], wanted: str) -> None:
    assert fill(text, values).text == wanted
    assert fill(text, values).unresolved == ()


def test_what_nothing_fills_stays_and_says_where() -> None:
    filled = fill("Hi {{customer.name}}\n{{ticket.subject}}", {"customer.name": "Ann"})
    [left] = filled.unresolved
    assert filled.text[left.start : left.end] == "{{ticket.subject}}"
    assert (left.name, left.line) == ("ticket.subject", 2)
    assert unresolved(filled.text) == filled.unresolved


@given(st.text(max_size=80))
def test_a_value_is_data(value: str) -> None:
    """Whatever a customer is called, no other placeholder is filled because of it."""
    values = {"customer.name": value + "{{agent.name}}", "agent.name": "SECRET"}
    assert "SECRET" not in fill("Hello {{customer.name}}", values).text


@given(st.text("{}ab.or\" customer['[]/\n", max_size=200))
def test_offsets_hold_in_any_text(text: str) -> None:
    for one in unresolved(text):
        assert text[one.start : one.start + 2] == "{{"
        assert text[one.end - 2 : one.end] == "}}"
        assert text[: one.start].count("\n") == one.line - 1
    filled = fill(text, {})
    for one in filled.unresolved:
        assert filled.text[one.start : one.start + 2] == "{{"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("김민지", "민지"),
        ("남궁민수", "민수"),
        ("김 민지", "민지"),
        ("Marco Rossi", "Marco"),
        ("Rossi, Marco", "Marco"),
        ("田中太郎", ""),
        ("minji@example.com", ""),
        ("+82 10 1234 5678", ""),
        ("주식회사한빛", ""),
    ],
)
def test_a_first_name_is_never_guessed_wrong(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("language", "name", "first"),
    [("ko", "김민지", "민지"), ("en", "Kim Min-ji", ""), ("ko-KR", "김민지", "민지")],
)
def test_of_a_name_in_two_scripts_the_language_s_own_is_taken(
    language: str, name: str, first: str
) -> None:
    found = values(Facts(customer_name="김민지 Kim Min-ji"), language)
    assert (found["customer.name"], found["customer.first_name"]) == (name, first)


def test_names_that_nothing_fills_are_found() -> None:
    text = 'a {{customer.nam}}\n{{ticket.field.}} {{customer.name or "x"}}'
    assert unknown_names(text) == [("customer.nam", 1), ("ticket.field.", 2)]
