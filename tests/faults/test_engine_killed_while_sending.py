"""SIGKILL at system calls of a send: nothing lost, nothing doubled; a hasty engine doubles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.desk_kills import DeskKills
from tests.faults.parts import NO_TRACING
from tests.faults.rt_faults import TrackerBase, kill_at_calls, kill_at_moments, settled
from tests.servers.rt_fixture import RtServer, rt_server

__all__ = ["rt_server"]

pytestmark = pytest.mark.skipif(bool(NO_TRACING) or sys.platform != "linux", reason=NO_TRACING)

AFTER_THE_DESK_HAS_IT = 8  # of the 9 syncs of a reply with a file; the last one is the journal's


@pytest.fixture
def kills(tmp_path: Path) -> Iterator[DeskKills]:
    kills = DeskKills(tmp_path)
    yield kills
    kills.close()
    assert kills.verdict.clean, kills.verdict.details


@pytest.mark.parametrize("number", [4, 45, 80])
def test_on_the_desk_at_a_write(kills: DeskKills, number: int) -> None:
    assert kills.strike("reply with file", "pwrite64", number)


@pytest.mark.parametrize(
    ("what", "number"), [("reply with file", AFTER_THE_DESK_HAS_IT), ("set", 3)]
)
def test_on_the_desk_at_a_sync(kills: DeskKills, what: str, number: int) -> None:
    assert kills.strike(what, "fsync", number)


def test_on_the_desk_while_the_twin_is_written_to_the_cache(kills: DeskKills) -> None:
    assert kills.strike("note", "pwrite64", 30, cache=True)


def test_an_engine_that_does_not_look_doubles(tmp_path: Path) -> None:
    """The negative control: without reconciliation the same kill shows a duplicate."""
    kills = DeskKills(tmp_path, naive=True)
    for number in (AFTER_THE_DESK_HAS_IT, AFTER_THE_DESK_HAS_IT - 1):
        kills.strike("reply with file", "fsync", number)
    kills.close()
    assert kills.verdict.doubled >= 1
    assert (kills.verdict.lost, kills.verdict.corrupt) == (0, 0)


@pytest.mark.rt
def test_on_request_tracker_at_calls_and_moments(tmp_path: Path, rt_server: RtServer) -> None:
    base = TrackerBase(tmp_path / "base", rt_server)
    verdict = kill_at_calls(base, [("sendto", 1), ("pwrite64", 12)])
    verdict.add(kill_at_moments(base, [100, 450]))
    verdict.add(settled(base))
    base.close()
    assert verdict.points >= 3  # now and then another push thread takes the send
    assert verdict.clean, verdict.details
