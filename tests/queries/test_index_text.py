"""The quick way to the index's text gives the same tokens, read by the index's own tokeniser."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.queries.test_tokens import CUTS, search_table
from workspace.domain.index_text import index_text
from workspace.domain.tokens import LONGEST_WORD, tokens

MOST = "가나다라힣 \n.,_…’—·aZ19-é漢か\U0001f600\u2044\u2057\u3001"
MARKS = st.characters(min_codepoint=0x2000, max_codepoint=0x303F)
TEXTS = (
    st.text(alphabet=MOST, max_size=60)
    | st.text(alphabet=st.sampled_from(MOST) | MARKS, max_size=20)
    | st.text(max_size=40).map(lambda text: text.replace("\0", ""))
)


@pytest.mark.parametrize("cut", CUTS)
@settings(max_examples=600, deadline=None)
@given(TEXTS)
@example("가나 나다, 다. 가나나")
@example("가 가나 나 나다abc가나ABC가")
@example("w" * (LONGEST_WORD + 1) + " 가나다")
@example("w" * LONGEST_WORD + " 가나다")
@example("W" * (LONGEST_WORD + 9))
@example("각" * 200 + "abc")
@example("_a_ 가_가_나가 나가\u2019가")
def test_the_index_sees_the_same_tokens(cut: str, text: str) -> None:
    table = search_table(cut)
    table.execute("INSERT INTO search (rowid, body, fields) VALUES (1, ?, '')", (index_text(text),))
    seen = [row[0] for row in table.execute("SELECT term FROM words ORDER BY offset")]
    table.close()
    assert seen == tokens(text)
