"""A short soak, in a process of its own: it must run, and its judge must tell growth."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests import ROOT
from tests.faults.parts import IS_ROOT
from tests.faults.soak import Figures, Minute, bytes_per_ticket, judge

STEADY = Minute(
    at_s=0.0,
    events=0,
    window=Figures(100_000, 30, 9),
    engine=Figures(60_000, 30, 18),
    none_count=20_000,
    gap_ms=10.0,
    seen_ms=100.0,
    behind=0,
)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
@pytest.mark.skipif(not IS_ROOT, reason="only root may read the engine's /proc")
def test_twenty_seconds_at_the_desk() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.soak", "--minutes", "0.35", "--every", "2"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert " events | window" in done.stdout, done.stderr
    assert "Traceback" not in done.stderr
    assert "handles grew" not in done.stdout
    assert "threads grew" not in done.stdout


def test_the_judge_tells_what_grows() -> None:
    steady = [replace(STEADY, at_s=60.0 * number) for number in range(9)]
    assert judge(steady) == []
    for grown, word in (
        (replace(STEADY, window=Figures(150_000, 30, 9)), "window: rss"),
        (replace(STEADY, engine=Figures(60_000, 90, 18)), "engine: handles"),
        (replace(STEADY, engine=Figures(60_000, 30, 40)), "engine: threads"),
        (replace(STEADY, none_count=1_000), "None"),
        (replace(STEADY, seen_ms=2_000.0), "events were seen"),
        (replace(STEADY, behind=400), "wait at the end"),
    ):
        ends = [replace(grown, at_s=60.0 * number) for number in range(9, 13)]
        assert any(word in line for line in judge([*steady, *ends])), word


def test_the_judge_tells_three_kilobytes_per_ticket() -> None:
    """What went unseen as less than a tenth of the whole, in steps and with a cache that swings."""

    def run(per_ticket: int) -> list[Minute]:
        swing = (0, 900, 300, 700)  # kB
        return [
            replace(
                STEADY,
                at_s=60.0 * minute,
                opened=85 * minute,
                window=Figures(
                    130_000 + 85 * minute // 300 * 300 * per_ticket // 1024 + swing[minute % 4],
                    *(30, 9),
                ),
            )
            for minute in range(30)
        ]

    assert judge(run(0)) == []
    assert any("for each ticket" in line for line in judge(run(3_000)))
    assert abs(bytes_per_ticket(run(3_000)) - 3_000) < 600
