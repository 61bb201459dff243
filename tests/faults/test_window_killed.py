"""The window killed while an agent types and sends; window and engine killed during sync."""

from __future__ import annotations

import sys

import pytest

from tests.faults.parts import NO_STRACE, Verdict
from tests.faults.window_kills import kill_while_writing, turmoil

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace and /proc")


@pytest.mark.skipif(bool(NO_STRACE), reason=NO_STRACE)
def test_what_the_window_said_is_kept_is_kept_once() -> None:
    verdict = Verdict()
    for one in kill_while_writing([("pwrite64", 12), ("fsync", 4)], moments_s=[2.0]):
        verdict.add(one)
    assert verdict.points == 3
    assert verdict.clean, verdict.details


def test_window_and_engine_killed_during_sync() -> None:
    verdict = turmoil(5, progress=lambda line: None)
    assert verdict.points >= 5
    assert verdict.clean, verdict.details
