"""The temporary base directory of a demo: goes with it, or with the next one."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from workspace.paths import Paths

PREFIX = "workspace-demo-"
LOCK = "demo.lock"  # held as long as the demo runs


@contextmanager
def demo_folder() -> Iterator[Path]:
    """A folder of our own. Removes it at the end, and first what demos that were killed left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        _remove_if_left(folder)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = FileLock(folder / LOCK)
    lock.acquire()
    try:
        yield folder
    finally:
        lock.release()  # Windows removes no file that is open
        shutil.rmtree(folder, ignore_errors=True)


def _remove_if_left(folder: Path) -> None:
    """Nobody works in it: neither a window nor an engine that outlives it by seconds."""
    try:
        known = folder.lstat()
        if not stat.S_ISDIR(known.st_mode) or not (folder / LOCK).is_file():
            return
        if hasattr(os, "getuid") and known.st_uid != os.getuid():
            return
        with FileLock(folder / LOCK, timeout=0), FileLock(Paths(folder).engine_lock, timeout=0):
            pass
    except (OSError, Timeout):  # somebody's, or somebody works in it
        return
    shutil.rmtree(folder, ignore_errors=True)
