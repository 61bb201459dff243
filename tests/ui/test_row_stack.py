"""The geometry of the conversation's scrolling, without Qt."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workspace.ui.conversation.row_stack import RowStack


class Rows:
    """Rows with true heights; counts how often each was measured."""

    def __init__(self, heights: list[int]) -> None:
        self.heights = heights
        self.measured: list[int] = []

    def measure(self, index: int) -> int:
        self.measured.append(index)
        return self.heights[index]


def a_stack(heights: list[int], viewport: int = 500, names: list[str] | None = None) -> RowStack:
    rows = Rows(heights)
    stack = RowStack(rows.measure, lambda _index: 60)
    stack.resize(viewport)
    stack.replace(names or [str(number) for number in range(len(heights))], lambda _key: False)
    stack.settle()
    return stack


def test_it_opens_at_the_end_and_measures_only_what_is_seen() -> None:
    stack = a_stack([100] * 2000)
    assert stack.placements[-1] == (1999, 400)
    assert stack.measured == 5


def test_a_short_conversation_stands_at_the_bottom() -> None:
    stack = a_stack([100, 50])
    assert stack.placements == [(0, 350), (1, 450)]


def test_scrolling_up_over_rows_higher_than_estimated_does_not_jump() -> None:
    stack = a_stack([300] * 50)
    seen = dict(stack.placements)
    stack.scroll_by(-40)
    stack.settle()
    for index, y in stack.placements:
        if index in seen:
            assert y == seen[index] + 40


def test_the_readers_place_stays_when_rows_arrive_at_both_ends() -> None:
    names = [f"m{number}" for number in range(40)]
    rows = Rows([90] * 40)
    stack = RowStack(rows.measure, lambda _index: 60)
    stack.resize(400)
    stack.replace(names, lambda _key: False)
    stack.settle()
    stack.scroll_by(-1000)
    before = {names[index]: y for index, y in stack.settle()}
    longer = [f"old{number}" for number in range(30)] + names + ["new"]
    rows.heights = [210] * 30 + [90] * 40 + [500]
    stack.replace(longer, lambda _key: False)
    after = {longer[index]: y for index, y in stack.settle()}
    assert before == after
    assert not stack.at_end


def test_new_rows_are_followed_at_the_end() -> None:
    rows = Rows([90] * 11)
    stack = RowStack(rows.measure, lambda _index: 60)
    stack.resize(400)
    stack.replace([str(number) for number in range(10)], lambda _key: False)
    stack.settle()
    stack.replace([str(number) for number in range(11)], lambda _key: False)
    assert stack.settle()[-1] == (10, 310)


def test_a_changed_row_is_measured_again() -> None:
    rows = Rows([90] * 10)
    stack = RowStack(rows.measure, lambda _index: 60)
    stack.resize(400)
    names = [str(number) for number in range(10)]
    stack.replace(names, lambda _key: False)
    stack.settle()
    rows.heights[9] = 200
    stack.replace(names, lambda key: key == "9")
    assert stack.settle()[-1] == (9, 200)


@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=60),
    st.lists(st.one_of(st.integers(-2000, 2000), st.just("end"), st.just("value")), max_size=25),
)
def test_rows_are_always_placed_without_gap_or_overlap(
    heights: list[int], moves: list[object]
) -> None:
    stack = a_stack(heights, viewport=300)
    for move in moves:
        if isinstance(move, int):
            stack.scroll_by(move)
        elif move == "end":
            stack.scroll_to_end()
        else:
            stack.scroll_to_value(stack.maximum // 2)
        placed = stack.settle()
        for (index, y), (after, below) in pairwise(placed):
            assert after == index + 1
            assert below == y + heights[index]
        top, bottom = placed[0], placed[-1]
        total = sum(heights)
        if total >= 300:
            assert top[1] <= 0
            assert bottom[1] + heights[bottom[0]] >= 300
        else:
            assert bottom == (len(heights) - 1, 300 - heights[-1])
        assert 0 <= stack.value <= stack.maximum
