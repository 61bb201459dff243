"""The engine stands behind the window for the processor, and drags nobody else along."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workspace.sync.give_way import AUTOGROUP, NICE

pytestmark = pytest.mark.skipif(
    not AUTOGROUP.exists(), reason="this system does not share the processor between sessions"
)

SAY = "import os; print(os.nice(0), open('/proc/self/autogroup').read().split()[-1])"
GIVE_WAY = "from workspace.sync.give_way import give_way; give_way()"


def said(*lines: str, own_session: bool) -> list[int]:
    """Niceness of the process, and of its session."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join((*lines, SAY))],
        capture_output=True,
        check=True,
        text=True,
        start_new_session=own_session,
    )
    return [int(word) for word in done.stdout.split()]


def test_a_session_of_its_own_steps_back_as_a_whole() -> None:
    process, _ = said(own_session=False)
    assert said(GIVE_WAY, own_session=True) == [min(19, process + NICE), NICE]


def test_a_session_shared_with_others_stays_where_it_is() -> None:
    process, session = said(own_session=False)
    assert said(GIVE_WAY, own_session=False) == [min(19, process + NICE), session]
