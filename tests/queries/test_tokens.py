"""Tokens mean what their module says, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from tests.queries.brute_force import Text, finds, split
from workspace.domain.snippet import LENGTH, one_word, snippet
from workspace.domain.tokens import LONGEST_WORD, Phrase, fold, holds, phrase, runs, tokens

FEW = st.text(alphabet="가나다 ab1-.漢字\n", max_size=14)
WILD = st.text(max_size=40)


CUTS = ("unicode61 remove_diacritics 0 tokenchars '_'", "ascii tokenchars '_'")
"""The index's own tokenisers: of a cache from before version 5, and of a newer one."""


def search_table(cut: str) -> sqlcipher.Connection:
    connection = sqlcipher.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(body, fields, content='', contentless_delete=1,"
        f' tokenize="{cut}")'
    )
    connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(search, 'instance')")
    return connection


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("환불을 요청", ["환불", "불을", "요청"]),
        ("네, 알겠습니다", ["네", "알겠", "겠습", "습니", "니다"]),
        ("가나 나다", ["가나", "_", "나다"]),
        ("가나나다", ["가나", "나나", "나다"]),
        ("iPhone을 3개", ["iphone", "을", "3", "개"]),
        ("ORD-1234567", ["ord", "1234567"]),
        ("Straße ＡＢＣ ﬁne", ["strasse", "abc", "fine"]),
        ("漢字かな交じり", ["漢字", "字か", "かな", "な交", "交じ", "じり"]),
        ("re\u00adfund", ["refund"]),
        ("\u1112\u116a\u11ab\u1107\u116e\u11af", ["환불"]),
        ("😀 … !", []),
        ("", []),
    ],
)
def test_examples(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(WILD)
def test_runs_are_those_of_a_second_reading(text: str) -> None:
    # Characters the fold takes away are the only difference between the two.
    assert runs(fold(text)) == split(
        "".join(c for c in text if c not in "\u00ad\u200b\u200c\u200d\u2060\ufeff")
    )


@settings(max_examples=400)
@given(FEW, FEW, st.booleans(), st.booleans())
def test_holding_a_phrase_is_finding_its_words(
    text: str, wanted: str, quoted: bool, typing: bool
) -> None:
    asked = phrase(wanted, quoted=quoted, typing=typing)
    if asked is None:
        assert split(wanted) == []
        return
    expected = finds(Text.of(text), wanted, quoted=quoted, prefix=typing)
    assert holds(tokens(text), asked) == expected


@settings(max_examples=400)
@given(FEW | WILD, st.text("ab1", min_size=1, max_size=3), st.booleans())
def test_a_plain_word_is_found_without_cutting(text: str, word: str, prefix: bool) -> None:
    asked = Phrase((word,), prefix)
    pattern = one_word(asked)
    assert pattern is not None
    for mixed in (text, f"{text}{word}", f"{word}{text}"):
        assert bool(pattern.search(fold(mixed))) == holds(tokens(mixed), asked)


@pytest.mark.parametrize("cut", CUTS)
@settings(max_examples=200, deadline=None)
@given(WILD, st.lists(FEW, max_size=3))
def test_the_index_cuts_no_token(cut: str, text: str, more: list[str]) -> None:
    connection = search_table(cut)
    wanted = tokens(" ".join([text, *more]))
    connection.execute(
        "INSERT INTO search (rowid, body, fields) VALUES (1, ?, '')", (" ".join(wanted),)
    )
    found = connection.execute("SELECT term FROM words ORDER BY offset").fetchall()
    assert [row[0] for row in found] == wanted
    connection.close()


@pytest.mark.parametrize("cut", CUTS)
@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="가나다 ab1-.𝒳𠀀ж", max_size=14), st.text(alphabet="가나다ab1ж𝒳𠀀", max_size=3)
)
def test_the_index_finds_what_holds(cut: str, text: str, wanted: str) -> None:
    asked = phrase(wanted, typing=True)
    if asked is None:
        return
    connection = search_table(cut)
    connection.execute(
        "INSERT INTO search (rowid, body, fields) VALUES (1, ?, '')", (" ".join(tokens(text)),)
    )
    star = " *" if asked.prefix else ""
    expression = f'body : "{" ".join(asked.tokens)}"{star}'
    found = connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (expression,))
    assert bool(found.fetchall()) == holds(tokens(text), asked)
    connection.close()


def test_very_long_words_are_compared_by_their_beginning() -> None:
    long = "x" * (LONGEST_WORD + 10)
    asked = phrase(long + "y")
    assert asked is not None
    assert holds(tokens(long), asked)
    assert max(map(len, tokens(long))) == LONGEST_WORD


@given(WILD, st.lists(FEW, min_size=1, max_size=3))
def test_a_snippet_is_short_and_its_marks_lie_in_it(text: str, words: list[str]) -> None:
    asked = [found for word in words if (found := phrase(word))]
    shown, marks = snippet(text, asked)
    assert len(shown) <= LENGTH
    assert "\n" not in shown
    end = 0
    for start, length in marks:
        assert end <= start
        assert length > 0
        end = start + length
    assert end <= len(shown)


def test_a_snippet_shows_a_word_far_in_the_text() -> None:
    text = "… ﬁrst words. " * 500 + "마지막에 부분환불을 요청했습니다. " + "more " * 100
    asked = phrase("환불")
    assert asked is not None
    shown, marks = snippet(text, [asked])
    assert shown.startswith("…")
    assert [shown[start : start + length] for start, length in marks] == ["환불"]


def test_a_phrase_is_marked_as_a_whole() -> None:
    shown, marks = snippet("It was out of stock, sadly.", [Phrase(("out", "of", "stock"))])
    assert [shown[start : start + length] for start, length in marks] == ["out of stock"]
