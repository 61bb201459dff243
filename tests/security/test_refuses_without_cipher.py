"""Where stock SQLite stands in for SQLCipher, no part of the program starts or writes a word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workspace.keys import MasterKey
from workspace.paths import Paths

AS_AFTER_A_BAD_PACKAGE = """
import sqlite3, sys, types
plain = types.ModuleType("sqlcipher3")
plain.dbapi2 = sqlite3
sys.modules["sqlcipher3"] = plain
sys.modules["sqlcipher3.dbapi2"] = sqlite3
from workspace.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["tickets"],
        ["audit", "verify"],
        ["reply", "store:1", "--text", "a word"],
        ["export-diagnostics", "report.zip"],
        ["--engine", "--stay"],
    ],
    ids=" ".join,
)
def test_it_refuses_and_says_why(paths: Paths, arguments: list[str]) -> None:
    passphrase = paths.base.parent / "passphrase"
    passphrase.write_text("of these tests")
    base = ["--basedir", str(paths.base), "--passphrase-file", str(passphrase)]
    done = subprocess.run(
        [sys.executable, "-c", AS_AFTER_A_BAD_PACKAGE, *base, *arguments],
        cwd=paths.base.parent,
        input=MasterKey(bytes(32)).to_hex(),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode not in (0, 3), done
    assert "Traceback" not in done.stderr
    if arguments[0] != "audit":  # nothing was done here yet, so there is nothing to open
        assert "SQLCipher" in done.stderr
    assert written_in_the_clear(paths.base) == []


def written_in_the_clear(base: Path) -> list[str]:
    return [
        path.name
        for path in base.rglob("*")
        if path.is_file() and path.read_bytes().startswith(b"SQLite format 3")
    ]
