"""What this program is made of: its own version and those of what it runs on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from workspace import __version__

LIBRARIES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "requests",
    "keyring",
    "cryptography",
    "msgspec",
    "nh3",
    "selectolax",
    "qasync",
)


def library(name: str) -> str:
    """The version of an installed package; "" where its metadata does not ship."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def database() -> dict[str, str]:
    """SQLite, SQLCipher and what it encrypts with. Opens a database in memory."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA key = 'x'")  # before it, nothing is known of the cipher

        def told(pragma: str) -> str:
            row = connection.execute(f"PRAGMA {pragma}").fetchone()
            return str(row[0]) if row else ""

        # “openssl” of version “OpenSSL 3.6.0 1 Oct 2025”: its own name is in the version
        maker, _, number = told("cipher_provider_version").partition(" ")
        return {
            "SQLite": str(dbapi2.sqlite_version),
            "SQLCipher": told("cipher_version"),
            maker or "Cipher": number,
        }
    finally:
        connection.close()


def all_versions() -> dict[str, str]:
    """Name -> version, the program first. Reads package metadata: off the GUI thread."""
    return {
        "Workspace": __version__,
        "Python": platform.python_version(),
        "Qt": library("PySide6-Essentials"),
        **database(),
        **{name: found for name in LIBRARIES[1:] if (found := library(name))},
    }


def in_one_line() -> str:
    """Program, Python and system, for the head of a report."""
    return f"Workspace {__version__}, Python {platform.python_version()}, {platform.platform()}"
