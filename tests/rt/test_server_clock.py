"""How far the server's clock is from ours, learnt from the dates of its answers."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from hypothesis import given
from hypothesis import strategies as st

from workspace.sync.connectors.http_clock import ServerClock

NOW_MS = 1_700_000_000_000


def dated(ms: int) -> str:
    return format_datetime(datetime.fromtimestamp(ms // 1000, UTC), usegmt=True)


@given(
    offset=st.integers(-86_400_000, 86_400_000),
    answers=st.lists(
        st.tuples(st.integers(0, 30_000), st.integers(0, 400), st.integers(0, 400)),
        min_size=1,
        max_size=30,
    ),
)
def test_it_is_never_off_by_more_than_what_the_answers_allow(
    offset: int, answers: list[tuple[int, int, int]]
) -> None:
    clock, now = ServerClock(), NOW_MS
    assert clock.offset_ms is None
    slowest = 0
    for pause, there, back in answers:
        now += pause
        clock.take(dated(now + there + offset), now, now + there + back)
        slowest = max(slowest, there + back)
        now += there + back
    assert clock.offset_ms is not None
    assert abs(clock.offset_ms - offset) <= (1000 + slowest) / 2 + 1


def test_a_clock_that_was_set_is_learnt_anew() -> None:
    clock = ServerClock()
    clock.take(dated(NOW_MS), NOW_MS, NOW_MS)
    assert abs(clock.offset_ms or 0) <= 1000
    clock.take(dated(NOW_MS + 7_200_000), NOW_MS, NOW_MS)
    assert abs((clock.offset_ms or 0) - 7_200_000) <= 1000


def test_dates_that_are_none_teach_nothing() -> None:
    clock = ServerClock()
    for date in (None, "", "soon", "Sat, 99 Foo 99999", "\x00", "1e999"):
        clock.take(date, NOW_MS, NOW_MS)
    assert clock.offset_ms is None
