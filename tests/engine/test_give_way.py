"""The engine stands behind the window for the processor, and drags nobody else along."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from workspace.sync.give_way import AUTOGROUP, NICE

GIVE_WAY = "from workspace.sync.give_way import give_way; give_way()"
PROCESS = "import os; print(os.nice(0))"
SESSION = f"print(open('{AUTOGROUP}').read().split()[-1])"


def sessions_share_the_processor() -> bool:
    """Not so where the kernel goes by control groups alone: there the file is empty."""
    try:
        return bool(AUTOGROUP.read_text(encoding="ascii").strip())
    except OSError:
        return False


by_sessions = pytest.mark.skipif(
    not sessions_share_the_processor(),
    reason="this system does not share the processor between sessions",
)


def said(*lines: str, own_session: bool) -> int:
    """What the last of these lines prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        capture_output=True,
        check=True,
        text=True,
        start_new_session=own_session,
    )
    return int(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="whoever starts the engine chooses its class")
@pytest.mark.parametrize("own_session", [True, False])
def test_the_process_steps_back(own_session: bool) -> None:
    before = said(PROCESS, own_session=own_session)
    assert said(GIVE_WAY, PROCESS, own_session=own_session) == min(19, before + NICE)


@by_sessions
def test_a_session_of_its_own_steps_back_as_a_whole() -> None:
    assert said(GIVE_WAY, SESSION, own_session=True) == NICE


@by_sessions
def test_several_that_start_at_once_all_step_back() -> None:
    # Without a privilege, Linux refuses all such changes but one in a tenth of a second.
    with ThreadPoolExecutor(4) as at_once:
        found = at_once.map(lambda _: said(GIVE_WAY, SESSION, own_session=True), range(4))
        assert list(found) == [NICE] * 4


@by_sessions
def test_a_session_shared_with_others_stays_where_it_is() -> None:
    before = said(SESSION, own_session=False)
    assert said(GIVE_WAY, SESSION, own_session=False) == before
