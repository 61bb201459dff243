"""Nothing of a customer, and no secret, lies readable on the disk."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_store
from workspace.domain.commands import AddNote
from workspace.domain.items import Address, PersonItem
from workspace.keys import MasterKey, new_recovery_code, unlock
from workspace.paths import Paths
from workspace.store import salvage
from workspace.store.files import SealedFiles
from workspace.store.queries.rows import DraftRow

CANARY = "KANARIENVOGEL-7731"


@pytest.fixture
def full(paths: Paths, tmp_path: Path) -> Iterator[Paths]:
    """A base directory with the canary in every place that takes text; files still open."""
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(CANARY)
    key = unlock(paths, passphrase)
    new_recovery_code(paths, key)
    store = a_store(paths, key)
    store.account("store", note=CANARY)
    store.accounts.change("store", secret=CANARY, url=f"https://{CANARY}")
    person = PersonItem(remote_id=CANARY, name=CANARY, addresses=(Address("email", CANARY),))
    ticket = store.ticket(subject=CANARY, requester=person, tags=(CANARY,))
    for _ in range(50):
        store.message(ticket, CANARY, html=f"<b>{CANARY}</b>", author_name=CANARY)
    store.note(ticket, CANARY, attachments=(store.attachment(CANARY),))
    store.write()
    store.journal.add_file(f"{CANARY}.txt", "text/plain", io.BytesIO(CANARY.encode() * 9000))
    store.journal.add_local_note(1, ticket.remote_id, CANARY)
    store.journal.enqueue(
        1, ticket.remote_id, [AddNote(text=CANARY)], base_revision=0, base_entry=""
    )
    store.journal.save_draft(
        DraftRow(
            account_id=1,
            ticket_remote_id="1",
            mode="note",
            text=CANARY,
            html=None,
            channel="",
            recipient=CANARY,
            attachments="[]",
            base_entry="",
            updated_at=0,
        )
    )
    files = SealedFiles(paths.attachments, key.subkey("attachments"))
    files.write([CANARY.encode() * 5000])
    assert salvage.check_at_start(paths, key) == []
    yield paths
    store.close()


def all_files(paths: Paths) -> list[Path]:
    return [path for path in paths.base.rglob("*") if path.is_file()]


def test_no_file_holds_a_word_of_it(full: Paths) -> None:
    files = all_files(full)
    assert {"cache.db-wal", "journal.db-wal", "journal.copy", "keys.json"} <= {
        f.name for f in files
    }
    for path in files:
        data = path.read_bytes()
        for form in (CANARY, CANARY.lower(), CANARY.split("-")[0]):
            assert form.encode() not in data, path.name
            assert form.encode("utf-16-le") not in data, path.name
        assert not data.startswith(b"SQLite format 3"), path.name


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_nobody_else_may_read_it(full: Paths) -> None:
    for path in [full.attachments, full.outgoing, full.logs, *all_files(full)]:
        if path.suffix == ".lock":  # empty
            continue
        assert path.stat().st_mode & 0o077 == 0, path


def test_stock_sqlite_can_not_open_it(full: Paths) -> None:
    for path in (full.cache_db, full.journal_db, full.base / "journal.copy"):
        connection = sqlite3.connect(path)
        with pytest.raises(sqlite3.DatabaseError, match="not a database"):
            connection.execute("SELECT * FROM sqlite_master")
        connection.close()


def test_without_the_cipher_the_program_refuses(paths: Paths, key: MasterKey) -> None:
    """As after an upgrade that put plain SQLite where SQLCipher was."""
    script = (
        "import sqlite3, sys, types; from pathlib import Path;"
        "plain = types.ModuleType('sqlcipher3'); plain.dbapi2 = sqlite3;"
        "sys.modules['sqlcipher3'] = plain; sys.modules['sqlcipher3.dbapi2'] = sqlite3;"
        "from workspace.keys import MasterKey; from workspace.paths import Paths;"
        "from workspace.domain.errors import EncryptionMissing;"
        "from workspace.store.migrations import migrate;\n"
        "try:\n    migrate(Paths(Path(sys.argv[1])), MasterKey(bytes(32)))\n"
        "except EncryptionMissing as error:\n    sys.exit(7)"
    )
    child = subprocess.run([sys.executable, "-c", script, str(paths.base)], check=False)
    assert child.returncode == 7
