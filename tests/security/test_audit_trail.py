"""Whatever is done to the audit trail, `audit verify` names the first record that is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import StoreForTests, a_store
from workspace.cli.main import run
from workspace.cli.parser import parse
from workspace.domain.commands import AddNote, SetFields
from workspace.domain.words import Status
from workspace.keys import MasterKey, unlock
from workspace.paths import Paths
from workspace.sqlcipher import Connection, open_database
from workspace.store import audit
from workspace.store.audit import Broken
from workspace.store.audit_head import AuditHead
from workspace.store.journal import JournalDoor

ROWS = 200


class Trail:
    """A base directory whose trail somebody with the key, but not the program, may change."""

    def __init__(self, paths: Paths, key: MasterKey, passphrase: Path) -> None:
        self.paths = paths
        self.key = key
        self.passphrase = passphrase

    def open(self) -> Connection:
        connection = open_database(self.paths.journal_db, self.key.subkey("journal"))
        for trigger in ("audit_only_grows_update", "audit_only_grows_delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        return connection

    def command(self, *arguments: str) -> int:
        base = ["--basedir", str(self.paths.base), "--passphrase-file", str(self.passphrase)]
        return run(parse([*base, "audit", *arguments]))


@pytest.fixture
def trail(paths: Paths, tmp_path: Path) -> Trail:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("of these tests")
    key = unlock(paths, passphrase)
    store = a_store(paths, key)
    store.account("store")
    store.close()
    return Trail(paths, key, passphrase)


def append_rows(trail: Trail, count: int) -> None:
    connection = trail.open()
    connection.execute("BEGIN")
    for number in range(count):
        audit.append(connection, trail.key.subkey("audit"), number, "sent.reply", f"store:{number}")
    connection.execute("COMMIT")
    AuditHead(trail.paths, trail.key).keep(connection)
    connection.close()


COLUMNS = "at, action, ref, detail, hash"


def edit(c: Connection, at: int) -> None:
    c.execute("UPDATE audit SET ref = ref || '0' WHERE seq = ?", (at,))


def delete(c: Connection, at: int) -> None:
    c.execute("DELETE FROM audit WHERE seq = ?", (at,))


def swap(c: Connection, at: int) -> None:
    for old, new in ((at, -1), (at + 1, at), (-1, at + 1)):
        c.execute("UPDATE audit SET seq = ? WHERE seq = ?", (new, old))


def duplicate(c: Connection, at: int) -> None:
    c.execute("UPDATE audit SET seq = -seq WHERE seq > ?", (at,))
    c.execute("UPDATE audit SET seq = 1 - seq WHERE seq < 0")
    c.execute(
        f"INSERT INTO audit (seq, {COLUMNS}) SELECT seq + 1, {COLUMNS} FROM audit WHERE seq = ?",
        (at,),
    )


def truncate(c: Connection, at: int) -> None:
    c.execute("DELETE FROM audit WHERE seq >= ?", (at,))


def delete_and_close_up(c: Connection, at: int) -> None:
    delete(c, at)
    c.execute("UPDATE audit SET seq = -seq WHERE seq > ?", (at,))
    c.execute("UPDATE audit SET seq = -seq - 1 WHERE seq < 0")


DEEDS: dict[Callable[[Connection, int], None], tuple[int, str]] = {
    edit: (0, "changed"),
    delete: (0, "missing"),
    swap: (0, "changed"),
    duplicate: (1, "changed"),
    truncate: (0, "cut off"),
    delete_and_close_up: (0, "changed"),
}


def test_every_deed_at_every_record_is_named(trail: Trail) -> None:
    """200 records, six deeds at each of them: the record named is the first that is wrong."""
    append_rows(trail, ROWS - 2)
    known = AuditHead(trail.paths, trail.key).known()[1]
    assert known is not None
    assert known.seq == ROWS - 1
    connection = trail.open()
    key = trail.key.subkey("audit")
    wrong = []
    for deed, (shift, what) in DEEDS.items():
        for at in range(1, ROWS - 1):
            connection.execute("BEGIN")
            deed(connection, at)
            found = audit.verify(connection, key, known)
            connection.execute("ROLLBACK")
            if found != Broken(at + shift, what):  # type: ignore[arg-type]
                wrong.append((deed.__name__, at, found))
    connection.close()
    assert wrong == []


def test_the_last_record_can_not_be_edited_or_cut_off(trail: Trail) -> None:
    append_rows(trail, 8)
    known = AuditHead(trail.paths, trail.key).known()[1]
    connection = trail.open()
    for deed, what in ((edit, "changed"), (truncate, "cut off"), (delete, "cut off")):
        connection.execute("BEGIN")
        deed(connection, 9)
        found = audit.verify(connection, trail.key.subkey("audit"), known)
        connection.execute("ROLLBACK")
        assert found == Broken(9, what)  # type: ignore[arg-type]
    connection.close()


def test_the_command_says_it_and_prints_the_head(
    trail: Trail, capsys: pytest.CaptureFixture[str]
) -> None:
    append_rows(trail, 9)
    assert trail.command("verify") == 0
    told = capsys.readouterr().out
    assert "All 10 records" in told
    head = told.split()[-1]
    assert trail.command("verify", "--head", head) == 0
    connection = trail.open()
    delete(connection, 4)
    connection.close()
    capsys.readouterr()
    assert trail.command("verify") == 1
    assert "Record 4 is missing" in capsys.readouterr().out


def test_what_is_written_after_a_cut_does_not_heal_it(
    trail: Trail, capsys: pytest.CaptureFixture[str]
) -> None:
    append_rows(trail, 9)
    connection = trail.open()
    truncate(connection, 6)
    connection.execute("UPDATE sqlite_sequence SET seq = 5 WHERE name = 'audit'")
    connection.close()
    from tests.conftest import SetClock

    door = JournalDoor(trail.paths, trail.key, SetClock())
    for _ in range(12):
        door.record("export.diagnostics")
    door.close()
    capsys.readouterr()
    assert trail.command("verify") == 1
    assert "Record 10 is another" in capsys.readouterr().out


def test_a_head_that_is_taken_away_or_forged_shows(
    trail: Trail, capsys: pytest.CaptureFixture[str]
) -> None:
    append_rows(trail, 9)
    file = trail.paths.audit_head
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b'"seq":10', b'"seq":9'))
    assert trail.command("verify") == 1
    file.unlink()
    assert trail.command("verify") == 1
    append_rows(trail, 1)  # a new head covers what comes from now on, and says so
    capsys.readouterr()
    assert trail.command("verify") == 1
    assert "missing when record 11" in capsys.readouterr().out


@pytest.mark.parametrize("field", ["began", "hash"])
def test_a_cut_end_is_not_hidden_by_a_head_that_fits_what_is_left(
    trail: Trail, capsys: pytest.CaptureFixture[str], field: str
) -> None:
    """Its number and hash are true, for they stand in the journal; only the seal is not."""
    append_rows(trail, 9)
    file = trail.paths.audit_head
    kept = json.loads(file.read_bytes())
    if field == "began":  # as if it had never covered the first records
        kept["began"] += 1
    else:
        connection = trail.open()
        truncate(connection, 6)
        last = audit.head(connection)
        connection.close()
        kept |= {"seq": last.seq, "hash": last.hash.hex()}
    file.write_text(json.dumps(kept))
    capsys.readouterr()
    assert trail.command("verify") == 1
    assert "audit.head is missing or forged" in capsys.readouterr().out


def test_sends_status_changes_exports_and_sign_ins_are_recorded(
    paths: Paths, key: MasterKey, tmp_path: Path
) -> None:
    store: StoreForTests = a_store(paths, key)
    store.account("store")
    store.accounts.signed_in("store")
    store.accounts.signed_in("store", "auth")
    store.accounts.change("store", secret="another")
    ids = store.journal.enqueue(
        1,
        "T1",
        [AddNote(text="never in the trail"), SetFields(status=Status.SOLVED)],
        base_revision=0,
        base_entry="",
    )
    for number, command_id in enumerate(ids):
        assert store.outbox.mark_sending(command_id)
        assert store.outbox.mark_sent(command_id, f"R{number}")
    store.journal.record("export.diagnostics")
    store.accounts.remove("store", discard_unsent=True)
    store.close()
    connection = open_database(paths.journal_db, key.subkey("journal"), read_only=True)
    rows = connection.execute("SELECT action, ref, detail FROM audit ORDER BY seq").fetchall()
    connection.close()
    assert [row[0] for row in rows] == [
        "account.added",
        "account.signed_in",
        "account.sign_in_failed",
        "account.changed",
        "sent.note",
        "sent.status",
        "export.diagnostics",
        "account.removed",
    ]
    assert {row[1] for row in rows} == {"store:", "store:T1", ""}
    assert not any("never" in column for row in rows for column in row)
    assert AuditHead(paths, key).known()[1] is not None
