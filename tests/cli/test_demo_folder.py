"""The folder of a demo: gone when it is told to end, and what a killed one left goes with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.waiting import wait_for
from workspace.demo.folder import LOCK, PREFIX, demo_folder
from workspace.paths import Paths


def folders(place: Path) -> list[str]:
    return sorted(each.name for each in place.glob(f"{PREFIX}*"))


def left_behind(place: Path, name: str) -> Path:
    """As a killed demo leaves it: locks that nobody holds, and data."""
    folder = place / f"{PREFIX}{name}"
    paths = Paths(folder).ensure()
    for file in (folder / LOCK, paths.engine_lock, folder / "cache.db"):
        file.touch()
    return folder


def test_what_nobody_works_in_is_removed_by_the_next_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left_behind(tmp_path, "killed")
    shown = left_behind(tmp_path, "shown")
    synced = left_behind(tmp_path, "synced")
    foreign = tmp_path / f"{PREFIX}foreign"
    foreign.mkdir()
    with FileLock(shown / LOCK), FileLock(Paths(synced).engine_lock):
        with demo_folder() as own:
            assert folders(tmp_path) == sorted(each.name for each in (shown, synced, foreign, own))
            with demo_folder() as other:
                assert own.exists()
                assert other.exists()
        assert not own.exists()
        assert (shown / "cache.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_a_demo_that_is_told_to_end_leaves_nothing(tmp_path: Path, number: str) -> None:
    which = getattr(signal, number)
    demo = subprocess.Popen(
        [sys.executable, "-m", "workspace", "--demo", "--no-customers"],
        preexec_fn=lambda: signal.signal(which, signal.SIG_DFL),  # these tests may run by nohup
        env={**os.environ, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_for(lambda: any(tmp_path.glob(f"{PREFIX}*/engine.json")), "the engine")
        demo.send_signal(which)
        told, _ = demo.communicate(timeout=60)
    finally:
        demo.kill()
    assert (demo.returncode, told, folders(tmp_path)) == (0, "", [])
