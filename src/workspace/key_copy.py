"""The key's way to another machine: what a backup's `.key` file holds beside the backup.

The key itself is in it only wrapped, under the recovery code and, if there is one, the passphrase
of the base directory that the backup was made in. Without either the file opens nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workspace import keys
from workspace.domain.errors import KeyUnavailable
from workspace.key_wrapping import Wrapped, open_by_code, open_by_passphrase, read_passphrase
from workspace.keys import MasterKey

if TYPE_CHECKING:
    from workspace.paths import Paths


class _Copy(msgspec.Struct, frozen=True, kw_only=True):
    version: int = 1
    recovery: Wrapped | None = None
    passphrase: Wrapped | None = None


def key_file_of(backup: Path) -> Path:
    """Where the key file of a backup lies."""
    return backup.with_name(backup.name + ".key")


def copy_of_key(paths: Paths) -> bytes:
    """For the `.key` file. Raises KeyUnavailable if nothing could ever open it elsewhere."""
    recovery, passphrase = keys.wraps(paths)
    if recovery is None and passphrase is None:
        raise KeyUnavailable(
            "There is no recovery code yet, and without one the backup could be read on this "
            "computer only.",
            "Make one with `workspace recovery new`, then back up.",
        )
    copy = _Copy(recovery=recovery, passphrase=passphrase)
    return msgspec.json.format(msgspec.json.encode(copy), indent=2) + b"\n"


def open_copy(file: Path, code: str = "", passphrase_file: Path | None = None) -> MasterKey:
    """The key that a backup was made with, by its recovery code or its passphrase."""
    try:
        copy = msgspec.json.decode(file.read_bytes(), type=_Copy)
    except (OSError, msgspec.DecodeError) as error:
        raise KeyUnavailable(
            f"The key file {file} can't be read.",
            "It was written beside the backup; bring both.",
        ) from error
    passphrase = read_passphrase(passphrase_file)
    clear = None
    if code and copy.recovery is not None:
        clear = open_by_code(copy.recovery, code)
    elif passphrase is not None and copy.passphrase is not None:
        clear = open_by_passphrase(copy.passphrase, passphrase)
    if clear is None:
        raise KeyUnavailable(
            "This is not the recovery code or passphrase that the backup was made with.",
            "Use the one that was good when it was made, not a later one.",
        )
    return MasterKey(clear)
