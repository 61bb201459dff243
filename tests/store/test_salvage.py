"""Damaged files: the program starts, drafts and outbox are there, the agent is told."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.builders import ME, StoreForTests, a_store
from workspace.domain.commands import AddNote, SendReply
from workspace.domain.errors import StoreError
from workspace.keys import MasterKey, unlock
from workspace.paths import Paths
from workspace.store import audit, salvage
from workspace.store.connect import open_database
from workspace.store.migrations import migrate
from workspace.store.queries.rows import DraftRow

PAGE = 4096
COMMANDS = 60
DRAFTS = 40


def fill(paths: Paths, key: MasterKey) -> None:
    """Closed in order, so that all lies in the files themselves."""
    with a_store(paths, key) as store:
        store.account("store")
        for number in range(60):
            ticket = store.ticket()
            store.message(ticket, f"메시지 {number} " * 20)
        store.write()
        for number in range(DRAFTS):
            store.journal.save_draft(a_draft(number))
        for number in range(COMMANDS):
            command = SendReply(text=f"답장 {number} " * 30)
            store.journal.enqueue(1, str(number % 7), [command], base_revision=0, base_entry="")


def a_draft(number: int) -> DraftRow:
    return DraftRow(
        account_id=1,
        ticket_remote_id=str(number),
        mode="reply",
        text=f"초안 {number} " * 30,
        html=None,
        channel="",
        recipient="",
        attachments="[]",
        base_entry="",
        updated_at=number,
    )


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0x40
    path.write_bytes(data)


def flip_pages(path: Path, pages: int, seed: int) -> None:
    generator = random.Random(seed)
    count = path.stat().st_size // PAGE
    for page in generator.sample(range(count), min(pages, count)):
        flip(path, page * PAGE + generator.randrange(PAGE))


def start(paths: Paths, key: MasterKey) -> tuple[list[str], StoreForTests]:
    """As the engine does it."""
    told = salvage.check_at_start(paths, key)
    migrate(paths, key)
    return told, a_store(paths, key)


def counts(store: StoreForTests) -> tuple[int, int]:
    reader = store.reader()
    drafts = reader.one("SELECT count(*) FROM journal.draft")
    commands = reader.one("SELECT count(*) FROM journal.outbox")
    assert drafts
    assert commands
    return drafts[0], commands[0]


def test_healthy_files_are_left_alone(paths: Paths, key: MasterKey) -> None:
    fill(paths, key)
    before = paths.cache_db.read_bytes()
    assert salvage.check_at_start(paths, key) == []
    assert salvage.check(paths, key) == []
    assert paths.cache_db.read_bytes() == before
    assert not paths.quarantine.exists()


def test_nothing_to_check_is_no_damage(paths: Paths, key: MasterKey) -> None:
    assert salvage.check_at_start(paths, key) == []


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_cache_is_filled_anew_and_drafts_are_safe(
    paths: Paths, key: MasterKey, seed: int
) -> None:
    fill(paths, key)
    flip_pages(paths.cache_db, 1, seed)
    assert salvage.check(paths, key)
    told, store = start(paths, key)
    with store:
        assert len(told) == 1
        assert "filled anew" in told[0]
        assert counts(store) == (DRAFTS, COMMANDS)
        assert store.reader().one("SELECT count(*) FROM ticket") == (0,)
        assert store.writer.cursor(1, "live") == ("", False)
        store.current = store.accounts.all()[0].id
        store.message(store.ticket())
        assert store.write().entries == 1
    assert [path.name.split("-")[1] for path in paths.quarantine.iterdir()] == ["cache.db"]


@pytest.mark.parametrize("wreck", [b"", b"x" * 100, b"SQLite format 3\0" + bytes(PAGE)])
def test_a_cache_that_is_no_database_at_all(paths: Paths, key: MasterKey, wreck: bytes) -> None:
    fill(paths, key)
    paths.cache_db.write_bytes(wreck)
    _, store = start(paths, key)
    with store:
        assert counts(store) == (DRAFTS, COMMANDS)
        assert store.reader().one("SELECT count(*) FROM ticket") == (0,)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_journal_is_saved_row_by_row(paths: Paths, key: MasterKey, seed: int) -> None:
    """One page in any place: what lay on others is there, what lay on it comes from the copy."""
    fill(paths, key)
    assert salvage.check_at_start(paths, key) == []
    flip_pages(paths.journal_db, 1, seed)
    told, store = start(paths, key)
    with store:
        if told:  # a page that holds nothing may be flipped without harm
            assert "drafts and unsent replies was damaged" in told[0]
            assert len(list(paths.quarantine.iterdir())) >= 1
        assert counts(store) == (DRAFTS, COMMANDS)
        assert [one.secret for one in store.accounts.all()] == ["secret of store"]
        entry = store.outbox.get(next(iter(ids_of(store))))
        assert entry.command is not None
    assert salvage.check(paths, key) == []


def ids_of(store: StoreForTests) -> list[str]:
    return [row[0] for row in store.reader().all("SELECT id FROM journal.outbox ORDER BY seq")]


def test_without_a_copy_what_can_be_read_is_kept_and_the_rest_is_told(
    paths: Paths, key: MasterKey
) -> None:
    fill(paths, key)
    page = middle_page_of(paths, key, "outbox")
    flip(paths.journal_db, page * PAGE + 500)
    told, store = start(paths, key)
    with store:
        drafts, commands = counts(store)
        assert drafts == DRAFTS
        assert COMMANDS - 20 < commands < COMMANDS
        assert "Something may be missing" in told[0]
        assert f"{commands} commands" in told[0]
        assert store.outbox.due(1, 10**15), "what was saved is sent as before"


def middle_page_of(paths: Paths, key: MasterKey, table: str) -> int:
    """A leaf of the table, found by trying: the only kind whose loss leaves rows on both sides."""
    healthy = paths.journal_db.read_bytes()
    for page in range(2, len(healthy) // PAGE):
        flip(paths.journal_db, page * PAGE + 500)
        ends = [0]
        with contextlib.suppress(StoreError):  # where the tables are described
            ends = [rows_until_damage(paths, key, table, order) for order in ("ASC", "DESC")]
        paths.journal_db.write_bytes(healthy)
        if all(0 < found < COMMANDS for found in ends):
            return page
    raise AssertionError("no such page")


def rows_until_damage(paths: Paths, key: MasterKey, table: str, order: str) -> int:
    count = 0
    connection = open_database(paths.journal_db, key.subkey("journal"))
    with contextlib.suppress(sqlcipher.Error):
        for _ in connection.execute(f"SELECT * FROM {table} ORDER BY rowid {order}"):
            count += 1
    connection.close()
    return count


def test_what_comes_from_the_copy_is_never_sent_by_itself(paths: Paths, key: MasterKey) -> None:
    """It may have been sent after the copy was made."""
    with a_store(paths, key) as store:
        store.account("store")
        (sent_later,) = store.journal.enqueue(
            1, "7", [AddNote(text="x")], base_revision=0, base_entry=""
        )
    assert salvage.check_at_start(paths, key) == []
    with a_store(paths, key) as store:
        store.outbox.mark_sending(sent_later)
        store.outbox.mark_sent(sent_later, "r-1")
    flip(paths.journal_db, 5)  # in the salt of the first page: no page opens
    told, store = start(paths, key)
    with store:
        assert "from an earlier copy" in told[0]
        entry = store.outbox.get(sent_later)
        assert (entry.state, entry.needs_agent) == ("in_doubt", True)
        assert store.outbox.due(1, 10**15) == []
        store.outbox.resolve(sent_later, sent=True)


def test_the_audit_says_that_the_journal_was_saved(paths: Paths, key: MasterKey) -> None:
    fill(paths, key)
    salvage.check_at_start(paths, key)
    flip(paths.journal_db, 5)
    start(paths, key)[1].close()
    connection = open_database(paths.journal_db, key.subkey("journal"), read_only=True)
    actions = [row[0] for row in connection.execute("SELECT action FROM audit ORDER BY seq")]
    assert actions[-1] == "journal.salvaged"
    assert audit.verify(connection, key.subkey("audit")) is None
    connection.close()


def test_a_wrong_key_is_not_taken_for_damage(paths: Paths, tmp_path: Path) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("open sesame")
    fill(paths, unlock(paths, passphrase))
    before = {path: path.read_bytes() for path in (paths.cache_db, paths.journal_db)}
    with pytest.raises(StoreError, match="this key"):
        salvage.check_at_start(paths, MasterKey.generate())
    assert {path: path.read_bytes() for path in before} == before


def test_a_wrong_key_without_any_record_of_the_right_one(paths: Paths, key: MasterKey) -> None:
    fill(paths, key)
    with pytest.raises(StoreError, match="this key"):
        salvage.check_at_start(paths, MasterKey.generate())
    assert not paths.quarantine.exists()


@pytest.mark.parametrize(
    "doubt",
    [
        lambda paths: salvage.suspect_cache(paths),
        lambda paths: (paths.base / "cache.db-wal").write_bytes(b"left over"),
    ],
)
def test_a_large_cache_is_read_through_only_in_doubt(
    paths: Paths,
    key: MasterKey,
    doubt: Callable[[Paths], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(paths, key)
    monkeypatch.setattr(salvage, "SMALL_BYTES", 0)
    flip(paths.cache_db, paths.cache_db.stat().st_size - 100)
    assert salvage.check_at_start(paths, key) == []
    doubt(paths)
    assert len(salvage.check_at_start(paths, key)) == 1
    assert not (paths.base / "cache.suspect").exists()


def test_a_writer_that_meets_damage_has_the_cache_checked_next_time(
    paths: Paths, key: MasterKey
) -> None:
    fill(paths, key)
    connection = open_database(paths.cache_db, key.subkey("cache"))
    ((root,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ticket'")
    connection.close()
    flip(paths.cache_db, (root - 1) * PAGE + 500)
    with a_store(paths, key) as store:
        store.current = store.accounts.all()[0].id
        store.message(store.ticket())
        with pytest.raises(StoreError, match="malformed") as raised:
            store.writer.apply_page(1, "live", store.page(), me=ME)
        assert "start Workspace again" in raised.value.action
    assert (paths.base / "cache.suspect").exists()
    assert len(salvage.check_at_start(paths, key)) == 1


def test_only_the_newest_damaged_cache_is_kept(paths: Paths, key: MasterKey) -> None:
    for _ in range(3):
        migrate(paths, key)
        flip(paths.cache_db, 5)
        salvage.check_at_start(paths, key)
    assert len([p for p in paths.quarantine.iterdir() if p.name.endswith("cache.db")]) == 1


def test_pages_that_lie_in_the_log_only_are_no_damage(
    paths: Paths, key: MasterKey, tmp_path: Path
) -> None:
    """What a killed engine leaves: the file has grown past pages that it never got."""
    killed = Paths(tmp_path / "killed")
    with a_store(paths, key) as store:
        store.account("store")
        for number in range(60):
            store.message(store.ticket(), f"메시지 {number} " * 20)
        store.write()
        shutil.copytree(paths.base, killed.base)
    connection = open_database(paths.cache_db, key.subkey("cache"))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    had = killed.cache_db.stat().st_size
    assert had < pages * PAGE, "the log was brought into the file: nothing is tested"
    os.truncate(killed.cache_db, pages * PAGE)
    assert salvage.check_at_start(killed, key) == []
    with a_store(killed, key) as store:
        assert store.reader().one("SELECT count(*) FROM ticket") == (60,)


def test_an_emptied_page_is_damage(paths: Paths, key: MasterKey) -> None:
    fill(paths, key)
    connection = open_database(paths.cache_db, key.subkey("cache"))
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'ticket'"
    ).fetchone()
    connection.close()
    with paths.cache_db.open("r+b") as file:
        file.seek((root - 1) * PAGE)
        file.write(bytes(PAGE))
    assert len(salvage.check_at_start(paths, key)) == 1
