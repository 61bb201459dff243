"""Card, resident registration and IBAN numbers: found where they stand, and nothing else is."""

from __future__ import annotations

import logging
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.security import labelled_numbers as labelled
from workspace.domain import sensitive
from workspace.log import JsonLines

EACH = 2_000


def correct(one: labelled.Labelled) -> bool:
    found = sensitive.find(one.text)
    spans = [one.text[f.start : f.end] for f in found if f.kind == one.kind]
    return spans == [one.number]


@pytest.mark.parametrize("make", [labelled.cards, labelled.residents, labelled.ibans])
def test_recall_is_99_percent(make: object) -> None:
    sentences = make(random.Random(7), EACH)  # type: ignore[operator]
    missed = [one.text for one in sentences if not correct(one)]
    assert len(missed) <= EACH // 100, missed[:20]


def test_precision_is_95_percent() -> None:
    rng = random.Random(8)
    right = wrong = 0
    wrong_ones = []
    for one in [*labelled.cards(rng, EACH), *labelled.others(rng, 2 * EACH)]:
        for found in sensitive.find(one.text):
            if one.number and one.text[found.start : found.end] == one.number:
                right += 1
            else:
                wrong += 1
                wrong_ones.append(one.text)
    assert right / (right + wrong) >= 0.95, wrong_ones[:20]


@pytest.mark.parametrize("text", ["4111_1111_1111_1111", "900101_1234568", "no93-8601-1117-947"])
def test_whatever_parts_it_a_number_is_found(text: str) -> None:
    assert [each.end - each.start for each in sensitive.find(f"x {text}.")] == [len(text)]


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",  # the check digit is wrong
        "1234 5670 0000 0009 0",
        "0000 0000 0000 0000",
        "9999999999999999999999",
        "900132-1234567",  # no such day
        "900101-9234567",  # no such person
        "DE89 3704 0044 0532 0130 01",
        "XX89370400440532013000",
        "a4111111111111111",
        "3.4111111111111111",
        "",
    ],
)
def test_other_numbers_are_let_through(text: str) -> None:
    assert sensitive.find(text) == []
    assert sensitive.mask(text) == text == sensitive.redact(text)


def test_the_code_beside_a_card_is_found_and_no_other_three_digits() -> None:
    kinds = [f.kind for f in sensitive.find("4111 1111 1111 1111 exp 08/29 CVC: 737, room 101")]
    assert kinds == ["card", "card_code"]
    assert sensitive.find("cvc 737 of no card") == []


def test_a_number_of_after_2020_needs_no_check_digit() -> None:
    (found,) = sensitive.find("자녀 201105-3123456")
    assert found.kind == "resident_number"
    (found,) = sensitive.find("주민등록번호 900101-1234567")
    assert "1" not in found.shown


def test_where_it_stands_is_told_without_saying_it() -> None:
    text = "hello\nworld\npay 4111-1111-1111-1111 now"
    (found,) = sensitive.find(text)
    assert found.line == 3
    assert found.shown == "••••-••••-••••-1111"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.integers(0, 40))
def test_masking_keeps_the_length_and_hides_a_card_in_any_text(text: str, at: int) -> None:
    card = " 5500-0000-0000-0004 "
    whole = f"{text[:at]}\n{card}\n{text[at:]}"
    masked = sensitive.mask(whole)
    assert len(masked) == len(whole)
    assert "5500-0000-0000" not in masked
    assert "5500-0000-0000" not in sensitive.redact(whole)


def test_long_texts_of_digits_take_no_time_to_speak_of() -> None:
    """Work grows with the length, not with its square: each of these ends at once."""
    for text in ("1" * 400_000, "de12 " * 40_000, "9001011 " * 20_000, "4111 " * 20_000):
        assert sensitive.find(text) == []


def test_logs_hold_none_of_them(tmp_path: Path) -> None:
    rng = random.Random(9)
    sentences = [
        *labelled.cards(rng, 200),
        *labelled.residents(rng, 200),
        *labelled.ibans(rng, 200),
    ]
    lines = JsonLines()
    for one in sentences:
        try:
            raise ValueError(one.text)
        except ValueError as error:
            record = logging.LogRecord(
                "workspace",
                logging.ERROR,
                __file__,
                1,
                "%s",
                (one.text,),
                (type(error), error, error.__traceback__),
            )
        line = lines.format(record)
        plain = one.number.encode("ascii", "backslashreplace").decode()
        assert one.number not in line
        assert plain not in line
