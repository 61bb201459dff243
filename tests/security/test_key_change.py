"""A new master key: everything opens with it, nothing with the old one, killed at any moment."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_store
from tests.conftest import SetClock
from workspace import key_change
from workspace.cli.main import run
from workspace.cli.parser import parse
from workspace.domain.commands import AddNote
from workspace.domain.errors import KeyUnavailable, StoreError
from workspace.keys import MasterKey, is_key_of, recover, unlock
from workspace.paths import Paths
from workspace.sqlcipher import open_database
from workspace.store.accounts import Accounts
from workspace.store.connect import Reader
from workspace.store.files import SealedFiles
from workspace.store.outbox import Outbox
from workspace.store.queries.search import search
from workspace.store.rotation import rotate
from workspace.sync.connectors.desk.database import DeskDatabase

WORDS = b"bytes of an attachment " * 9_000


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("of these tests")
    return file


@pytest.fixture
def full(paths: Paths, passphrase: Path) -> tuple[Paths, MasterKey, str]:
    """A base directory with something in every place; the names of its sealed attachment."""
    key = unlock(paths, passphrase)
    store = a_store(paths, key)
    store.account("store")
    store.accounts.change("store", secret="a token of 2026")
    ticket = store.ticket(subject="환불 문의")
    store.message(ticket, "a searchable sentence")
    store.write()
    file = store.journal.add_file("f.txt", "text/plain", io.BytesIO(WORDS))
    store.journal.enqueue(
        1, "T", [AddNote(text="wait", attachments=(file,))], base_revision=0, base_entry=""
    )
    store.close()
    name, _, _ = SealedFiles(paths.attachments, key.subkey("attachments")).write([WORDS])
    folder = paths.desks / "store"
    folder.mkdir()
    desk = DeskDatabase(folder, key.subkey("desk"), SetClock())
    with desk.read():
        pass
    desk.close()
    (folder / "customers.paused").touch()
    return paths, key, name


def whole(paths: Paths, key: MasterKey, name: str) -> None:
    """Everything is there and opens with this key."""
    reader = Reader(paths, key)
    assert len(search(reader, "searchable").hits) == 1
    reader.close()
    accounts = Accounts(paths, key)
    assert [a.secret for a in accounts.all()] == ["a token of 2026"]
    accounts.close()
    outbox = Outbox(paths, key, SetClock(2**45))
    (entry,) = outbox.due(1, 2**45)
    assert isinstance(entry.command, AddNote)
    assert outbox.open_files().open(entry.command.attachments[0].id).read() == WORDS
    outbox.close()
    files = SealedFiles(paths.attachments, key.subkey("attachments"))
    assert files.open(name).read() == WORDS
    open_database(paths.desks / "store" / "desk.db", key.subkey("desk"), read_only=True).close()
    assert (paths.desks / "store" / "customers.paused").exists()


def verified(paths: Paths, passphrase: Path) -> int:
    return run(
        parse(
            ["--basedir", str(paths.base), "--passphrase-file", str(passphrase), "audit", "verify"]
        )
    )


def test_everything_opens_with_the_new_key_and_nothing_with_the_old(
    full: tuple[Paths, MasterKey, str], passphrase: Path
) -> None:
    paths, key, name = full
    code = rotate(paths, key, passphrase, 5)
    new_key = unlock(paths, passphrase)
    assert new_key.raw() != key.raw()
    assert recover(paths, code).raw() == new_key.raw()
    whole(paths, new_key, name)
    assert verified(paths, passphrase) == 0
    assert is_key_of(paths, key) is False
    for file, purpose in ((paths.cache_db, "cache"), (paths.journal_db, "journal")):
        with pytest.raises(StoreError):
            open_database(file, key.subkey(purpose))
    with pytest.raises(StoreError):
        SealedFiles(paths.attachments, key.subkey("attachments")).open(name).read()
    left = [path.name for path in paths.base.iterdir() if "rotation" in path.name]
    assert left == []


def test_an_earlier_code_is_void(full: tuple[Paths, MasterKey, str], passphrase: Path) -> None:
    paths, key, _ = full
    first = rotate(paths, key, passphrase, 5)
    rotate(paths, unlock(paths, passphrase), passphrase, 6)
    with pytest.raises(KeyUnavailable, match="not the one"):
        recover(paths, first)


def test_a_broken_trail_is_not_chained_anew(
    full: tuple[Paths, MasterKey, str], passphrase: Path
) -> None:
    paths, key, name = full
    journal = open_database(paths.journal_db, key.subkey("journal"))
    journal.execute("DROP TRIGGER audit_only_grows_update")
    journal.execute("UPDATE audit SET detail = 'other' WHERE seq = 1")
    journal.close()
    with pytest.raises(StoreError, match="broken at record 1"):
        rotate(paths, key, passphrase, 5)
    assert is_key_of(paths, key)
    whole(paths, key, name)


def test_a_committed_change_is_finished_by_the_next_start(
    full: tuple[Paths, MasterKey, str], passphrase: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off at each single move of the last step."""
    paths, _, name = full

    class Cut(BaseException):
        pass

    moves = 0

    def cut_after(number: int) -> None:
        nonlocal moves
        moves = 0
        real = key_change._move

        def move(ready: Path, name: str, target: Path) -> None:
            nonlocal moves
            if moves == number:
                raise Cut
            moves += 1
            real(ready, name, target)

        monkeypatch.setattr(key_change, "_move", move)

    finished = False
    for number in range(20):
        cut_after(number)
        try:
            rotate(paths, unlock(paths, passphrase), passphrase, 5)
            finished = True
        except Cut:
            assert key_change.is_pending(paths)
        finally:
            monkeypatch.undo()
        whole(paths, unlock(paths, passphrase), name)
        if finished:
            break
    assert finished
    assert number >= 6


KILLED = """
import sys
from pathlib import Path
from workspace.keys import unlock
from workspace.paths import Paths
from workspace.store.rotation import rotate
paths, passphrase = Paths(Path(sys.argv[1])), Path(sys.argv[2])
rotate(paths, unlock(paths, passphrase), passphrase, 5)
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_killed_at_any_sync_rename_or_unlink_it_opens_and_is_whole(
    full: tuple[Paths, MasterKey, str], passphrase: Path, tmp_path: Path
) -> None:
    paths, key, name = full
    kept = tmp_path / "kept"
    shutil.copytree(paths.base, kept, ignore=shutil.ignore_patterns("*.sock"))
    points = changed = 0
    for calls in ("fsync,fdatasync", "rename,renameat,renameat2", "unlink,unlinkat,rmdir"):
        number = 1
        while True:
            shutil.rmtree(paths.base)
            shutil.copytree(kept, paths.base)
            done = subprocess.run(
                [
                    *("strace", "-f", "-qq", "-o", str(tmp_path / "trace")),
                    *("-e", f"inject={calls}:signal=KILL:when={number}"),
                    *(sys.executable, "-c", KILLED, str(paths.base), str(passphrase)),
                ],
                capture_output=True,
                timeout=120,
            )
            now = unlock(paths, passphrase)
            whole(paths, now, name)
            changed += now.raw() != key.raw()
            points += 1
            if done.returncode == 0:
                break
            number += 1 if calls.startswith("rename") else 3
    assert points >= 15
    assert 0 < changed < points
