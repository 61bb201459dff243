"""The last step of a change of the master key: a prepared copy takes the place of what was there.

`store/rotation.py` prepares everything under the new key in `rotation.new` and commits by one
rename to `rotation.ready`. From then on whoever needs the key finishes the move first. It needs no
key itself and may be cut off anywhere: what is moved already is no longer in the folder.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from workspace.shared_files import put_in_place, sync_folder

if TYPE_CHECKING:
    from workspace.paths import Paths

NEW, READY, OLD = "rotation.new", "rotation.ready", ".old-"
KEYS = "keys.json"


def is_pending(paths: Paths) -> bool:
    """Whether a committed change waits to be finished."""
    return (paths.base / READY).is_dir()


def commit(paths: Paths) -> None:
    """What was prepared is what counts from now on, also after a power cut."""
    prepared = paths.base / NEW
    for folder, _, _ in os.walk(prepared):
        sync_folder(Path(folder))
    put_in_place(prepared, paths.base / READY)
    sync_folder(paths.base)


def finish(paths: Paths) -> None:
    """Move what was prepared into place; `keys.json` last. Under `keys.lock`."""
    ready = paths.base / READY
    (paths.base / "journal.copy").unlink(missing_ok=True)  # of the old key; made anew at a start
    names = sorted(path.name for path in ready.iterdir() if not path.name.startswith(OLD))
    for name in sorted(names, key=lambda name: name == KEYS):
        _move(ready, name, paths.base / name)
    sync_folder(paths.base)
    shutil.rmtree(ready)


def _move(ready: Path, name: str, target: Path) -> None:
    new = ready / name
    if new.is_dir():
        old = ready / (OLD + name)
        if old.exists() and target.exists():
            shutil.rmtree(target)  # cut off between the two renames; a start made it, empty
        elif target.exists():
            put_in_place(target, old)
        put_in_place(new, target)
        return
    for suffix in ("-wal", "-shm"):  # empty: it was brought into the file before the copy
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    put_in_place(new, target)
