"""Files that several processes have open at once, on a system that would forbid it.

Windows refuses to move, replace or delete a file that somebody has open, unless each who opened
it allowed that, and a virus scanner opens what was just written without allowing anything.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

PATIENCE_S = 1.0
PAUSE_S = 0.02

_SHARE_ALL = 0x1 | 0x2 | 0x4  # read, write, delete: as everywhere else
_EVERY_WRITE = os.O_WRONLY | os.O_RDWR


def opener(path: str, flags: int) -> int:
    """For `open(..., opener=opener)`: others may move or delete the file meanwhile."""
    if sys.platform != "win32":
        return os.open(path, flags, 0o666)
    import _winapi
    import msvcrt

    access = _winapi.GENERIC_WRITE if flags & _EVERY_WRITE else _winapi.GENERIC_READ
    if flags & os.O_RDWR:
        access |= _winapi.GENERIC_READ
    how = _winapi.OPEN_EXISTING
    if flags & os.O_CREAT:
        how = _CREATE_NEW if flags & os.O_EXCL else _OPEN_ALWAYS
    try:
        handle = _winapi.CreateFile(path, access, _SHARE_ALL, _winapi.NULL, how, 0, _winapi.NULL)
    except OSError as error:  # it does not say of which file it speaks
        raise OSError(error.errno, error.strerror, path, error.winerror) from error
    descriptor = msvcrt.open_osfhandle(handle, flags | os.O_NOINHERIT)
    if flags & os.O_TRUNC:
        os.ftruncate(descriptor, 0)
    return descriptor


_CREATE_NEW, _OPEN_ALWAYS = 1, 4


def put_in_place(part: str | Path, final: str | Path, system: str = sys.platform) -> None:
    """Give a finished file (or folder) its name at once.

    On Windows it is tried for a second: whoever looked into the file has closed it by then.
    """
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            os.replace(part, final)
        except PermissionError:
            if system != "win32" or time.monotonic() >= deadline:
                raise
            time.sleep(PAUSE_S)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Names in a folder are durable when this returns, where the system offers it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
