"""A disk that is full, fails to sync, may only be read, or flips a bit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults import disk_faults
from tests.faults.parts import NO_STRACE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts, strace, /proc")
needs_mount = pytest.mark.skipif(not disk_faults.may_mount(), reason="only root may mount")
needs_strace = pytest.mark.skipif(bool(NO_STRACE), reason=NO_STRACE)


@needs_mount
def test_a_full_disk_refuses_aloud_and_keeps_the_text(tmp_path: Path) -> None:
    with disk_faults.small_disk(tmp_path / "disk") as disk:
        verdict = disk_faults.full_disk(disk, times=1)
    assert verdict.clean, verdict.details
    assert not verdict.details


@needs_mount
def test_a_disk_that_may_only_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    with disk_faults.small_disk(tmp_path / "disk") as disk:
        verdict = disk_faults.read_only(disk)
    assert verdict.clean, verdict.details
    assert not verdict.details


@needs_strace
def test_a_failing_sync_is_told_by_the_window(tmp_path: Path) -> None:
    verdict = disk_faults.failing_sync_of_the_window(tmp_path, times=1)
    assert verdict.clean, verdict.details


@needs_strace
def test_a_failing_sync_leaves_no_command_under_way_for_ever(tmp_path: Path) -> None:
    """How a send ended could not be committed: the engine keeps it as soon as the disk allows."""
    verdict = disk_faults.failing_sync_of_the_engine(tmp_path, points=range(1, 9, 2))
    assert verdict.clean, verdict.details
    assert not verdict.details


@pytest.mark.parametrize("name", ["cache.db", "journal.db"])
def test_a_flipped_byte_costs_no_draft_and_no_command(tmp_path: Path, name: str) -> None:
    verdict = disk_faults.flips(disk_faults.Kept(tmp_path), name, 4)
    assert verdict.clean, verdict.details
