"""The small parts: back-off, the gate of requests, notices, splitting pages."""

from __future__ import annotations

import random
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.waiting import wait_for
from workspace.clock import SystemClock
from workspace.domain.items import EntryItem, Page, Tombstone
from workspace.domain.words import Direction, Kind
from workspace.ipc.protocol import Changed, Frame
from workspace.sync.notices import MOST_IDS, Notices
from workspace.sync.pull import split
from workspace.sync.session import Backoff, Gate, Stopping, Urgency


@given(
    first=st.floats(0.01, 10),
    most=st.floats(10, 600),
    failures=st.integers(1, 200),
    cap=st.none() | st.floats(0.5, 20),
    seed=st.integers(),
)
def test_backoff_grows_within_its_bounds(
    first: float, most: float, failures: int, cap: float | None, seed: int
) -> None:
    backoff = Backoff(first, most, random.Random(seed))
    highest = 0.0
    for failure in range(failures):
        step = min(most, first * 2.0 ** min(failure, 30), cap if cap is not None else most)
        pause = backoff.next_s(cap)
        assert step / 2 <= pause <= step
        highest = max(highest, pause)
    assert highest <= most
    backoff.reset()
    assert backoff.next_s() <= first


def test_the_gate_lets_the_most_urgent_go_first() -> None:
    gate = Gate(1, SystemClock())
    order: list[Urgency] = []
    threads = []

    def work(urgency: Urgency) -> None:
        with gate.slot(urgency):
            order.append(urgency)

    with gate.slot(Urgency.LIVE):
        for urgency in (Urgency.ATTACHMENT, Urgency.HISTORY, Urgency.PUSH, Urgency.FOREGROUND):
            threads.append(threading.Thread(target=work, args=(urgency,)))
            threads[-1].start()
        wait_for(lambda: len(gate._waiting) == 4)
    for thread in threads:
        thread.join()
    assert order == sorted(order)


def test_never_more_requests_than_slots() -> None:
    gate = Gate(3, SystemClock())
    lock, now, most = threading.Lock(), 0, 0

    def work() -> None:
        nonlocal now, most
        for _ in range(50):
            with gate.slot(Urgency.FETCH):
                with lock:
                    now += 1
                    most = max(most, now)
                with lock:
                    now -= 1

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= most <= 3
    assert now == 0


def test_a_held_gate_opens_by_itself_and_stops_when_told() -> None:
    clock = SystemClock()
    gate = Gate(1, clock)
    gate.hold(0.05)
    assert gate.held_s() > 0
    with gate.slot(Urgency.LIVE):
        assert gate.held_s() == 0
    gate.hold(1e9)  # a server that says “retry in 30 years” is not believed
    assert gate.held_s() <= 3600
    gate.stop()
    with pytest.raises(Stopping), gate.slot(Urgency.LIVE):
        pass


def test_notices_lose_nothing_and_never_go_back() -> None:
    got: list[Frame] = []
    notices = Notices(got.append, SystemClock())

    def work(start: int) -> None:
        for number in range(start, start + 200):
            notices.changed(number, tickets=[number % 400], entries_of=[number % 7])

    threads = [threading.Thread(target=work, args=(start,)) for start in (1000, 1, 600)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    notices.changed(outbox=True)
    notices.close()
    frames = [frame for frame in got if isinstance(frame, Changed)]
    assert [frame.seq for frame in frames] == sorted(frame.seq for frame in frames)
    assert frames[-1].seq == 1199
    assert any(frame.outbox for frame in frames)
    assert {one for frame in frames for one in frame.tickets} == set(range(1, 400))


def test_too_many_ids_become_bulk() -> None:
    got: list[Frame] = []
    notices = Notices(got.append, SystemClock())
    notices.changed(5, tickets=range(MOST_IDS + 1))
    notices.close()
    assert got == [Changed(seq=5, bulk=True)]


def _entry(number: int) -> EntryItem:
    return EntryItem(
        ticket_remote_id="T",
        remote_id=str(number),
        kind=Kind.MESSAGE,
        direction=Direction.IN,
        created_at=number,
    )


@given(st.integers(0, 60), st.integers(1, 25), st.booleans())
def test_only_the_last_piece_moves_the_cursor(count: int, rows: int, more: bool) -> None:
    stones = (Tombstone(kind="ticket", remote_id="X"),)
    items = tuple(_entry(number) for number in range(count))
    page = Page(items=items, tombstones=stones, next="after", more=more)
    pieces = split(page, "before", rows)
    assert tuple(item for piece in pieces for item in piece.items) == items
    assert [piece.next for piece in pieces[:-1]] == ["before"] * (len(pieces) - 1)
    assert all(piece.more for piece in pieces[:-1])
    assert (pieces[-1].next, pieces[-1].more) == ("after", more)
    assert [piece.tombstones for piece in pieces[:-1]] == [()] * (len(pieces) - 1)
    assert pieces[-1].tombstones == stones
    assert all(len(piece.items) <= rows for piece in pieces)
