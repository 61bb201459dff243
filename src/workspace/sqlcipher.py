"""Opening one encrypted file: the only place that keys a connection and proves the cipher."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlcipher

from workspace.domain.errors import EncryptionMissing, StoreError

Connection = Any  # sqlcipher3 ships no types


def open_database(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """A keyed autocommit connection (explicit BEGIN); usable from any one thread at a time.

    Raises EncryptionMissing when the driver is not SQLCipher, StoreError when the file can't be
    opened with this key.
    """
    mode = "ro" if read_only else "rwc"
    try:
        connection = sqlcipher.connect(
            f"file:{uri_path(path)}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            timeout=10.0,
        )
    except sqlcipher.Error as error:
        raise StoreError(
            f"The file {path.name} can't be opened ({error}).",
            "Check that the disk is there and that you may read and write the base directory.",
        ) from error
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        version = connection.execute("PRAGMA cipher_version").fetchone()
        if not version or not version[0]:
            raise EncryptionMissing(
                "This installation lacks SQLCipher, so data would lie unencrypted on the disk.",
                "Install the package sqlcipher3 again; Workspace does not start without it.",
            )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA busy_timeout = 10000")
        connection.execute("PRAGMA cache_size = -8000")
        connection.execute("PRAGMA temp_store = MEMORY")
    except sqlcipher.Error as error:
        connection.close()
        raise StoreError(
            f"The file {path.name} can't be read with this key ({error}).",
            "If it was copied from elsewhere, use the recovery code; else restore a backup.",
        ) from error
    except EncryptionMissing:
        connection.close()
        raise
    return connection


def uri_path(path: Path) -> str:
    """The path as it goes into a `file:` address."""
    return quote(path.resolve().as_posix(), safe="/:")


_BAD_PAGE = re.compile(r"HMAC verification failed for page (\d+)")


def find_damage(connection: Connection, path: Path) -> str:
    """Read the file at `path`, which the connection has open, through: what is wrong, else "".

    Pages of nothing but zeros are no damage by themselves: where a process was killed, the file
    may have grown past them while what belongs there lies in the write-ahead log only. The second
    check reads through the log, and tells if something is missing in their place.
    """
    for (words,) in connection.execute("PRAGMA cipher_integrity_check").fetchall():
        page = _BAD_PAGE.fullmatch(words)
        if page is None or not _is_empty(path, int(page[1]), connection):
            return str(words)
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return "" if found == "ok" else str(found)


def _is_empty(path: Path, page: int, connection: Connection) -> bool:
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    with path.open("rb") as file:
        file.seek((page - 1) * size)
        return file.read(size) == bytes(size)
