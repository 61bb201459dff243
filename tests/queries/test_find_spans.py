"""Finding inside a text: the same places as a person would point at, whatever its letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workspace.domain.find import find_all_spans, find_count, find_spans
from workspace.domain.search import said_words
from workspace.domain.tokens import fold

LETTERS = st.text(
    st.sampled_from("aAßSsｆﬁ가각\u1100\u1161\u11a8é\u0301e\u200b한글 1Ⅳ🙂İi"), max_size=12
)


def found(text: str, needle: str) -> list[str]:
    return [text[begin:end] for begin, end in find_spans(text, fold(needle))]


def test_a_place_is_told_in_the_letters_that_stand_there() -> None:
    assert found("Die STRASSE, die Straße", "straße") == ["STRASSE", "Straße"]
    assert found("정가로 가격을", "가") == ["가", "가"]
    assert found("각", "가") == []  # another syllable
    assert found("caf\u0065\u0301 CAFÉ", "café") == ["caf\u0065\u0301", "CAFÉ"]
    assert found("한\u200b글", "한글") == ["한\u200b글"]
    assert found("ﬁne", "f") == ["ﬁ"]


def test_several_needles_that_overlap_are_one_place() -> None:
    assert find_all_spans("refunds", ("refund", "funds")) == [(0, 7)]
    assert find_all_spans("a b a", ("a", "b")) == [(0, 1), (2, 3), (4, 5)]


@given(LETTERS, LETTERS)
def test_as_many_places_are_marked_as_are_counted(text: str, needle: str) -> None:
    folded = fold(needle)
    spans = find_spans(text, folded)
    assert find_count(text, folded) == fold(text).count(folded) if folded else not spans
    assert len(spans) == find_count(text, folded)
    for begin, end in spans:
        assert 0 <= begin < end <= len(text)


def test_the_words_of_a_query_are_what_is_marked() -> None:
    assert said_words('refund "out of stock" -spam from:kim (가격 OR 할인) NOT x') == [
        "refund",
        "out of stock",
        "가격",
        "할인",
    ]
