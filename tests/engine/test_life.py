"""How long an engine lives, and what it does when what it needs is not there."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from tests.engine.backend import Backend
from tests.engine.conftest import Base
from tests.waiting import PATIENCE_S, wait_for
from workspace import keys
from workspace.clock import SystemClock
from workspace.domain.errors import (
    EngineUnavailable,
    RecoveryCodeNeeded,
    StoreError,
    WorkspaceError,
)
from workspace.ipc.client import connect_or_start
from workspace.ipc.protocol import Changed, Frame
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import search_index
from workspace.store.accounts import Accounts
from workspace.store.connect import Reader
from workspace.store.search_index import SearchDoc
from workspace.store.writer import CacheWriter
from workspace.sync.cache_thread import CacheThread, Lane
from workspace.sync.service import Engine


def test_it_ends_after_its_last_client(base: Base) -> None:
    engine = Engine(base.paths, base.key, idle_s=0.3)
    thread = threading.Thread(target=engine.run)
    thread.start()
    first, second = base.client(), base.client()
    first.close()
    assert second.call("ping") == {}
    second.close()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
    assert not base.paths.engine_file.exists()


def test_nobody_ever_came(base: Base) -> None:
    thread = threading.Thread(target=Engine(base.paths, base.key, idle_s=0.05).run)
    thread.start()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()


def test_it_leaves_no_thread_behind(base: Base, backend: Backend) -> None:
    before = set(threading.enumerate())
    backend.add_ticket(entries=3)
    with base.engine() as client:
        client.call("sync.once")
        assert len(threading.enumerate()) > len(before)
    left = [thread.name for thread in set(threading.enumerate()) - before]
    assert left == []


def test_who_joins_is_told_where_the_cache_is(base: Base, backend: Backend) -> None:
    backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        wait_for(lambda: base.account() == ("idle", ""))
        (seq,) = base.reader.all("SELECT max(seq) FROM change_log")[0]
        base.notices.clear()
        other = base.client()
        wait_for(lambda: [each for each in base.notices if _is_at(each, seq)])
        other.close()


def _is_at(frame: Frame, seq: int) -> bool:
    """Whether it tells the cache's own number; what was gathered before has a lower one."""
    return isinstance(frame, Changed) and frame.seq == seq


def test_what_no_push_tells_is_told_when_asked_to(base: Base, backend: Backend) -> None:
    """A snooze by command line: windows that are open look at the journal again."""
    with base.engine() as client:
        client.call("sync.once")
        wait_for(lambda: base.account() == ("idle", ""))
        base.notices.clear()
        client.call("outbox.changed", tell=True)
        wait_for(lambda: any(isinstance(each, Changed) and each.outbox for each in base.notices))


def test_an_account_without_its_connector_says_so(base: Base, backend: Backend) -> None:
    accounts = Accounts(base.paths, base.key)
    accounts.add("other", "not-installed", "", {}, "")
    accounts.close()
    backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once", account="shelf")
        assert base.is_equal()
        row = "SELECT state, error_kind FROM account_state WHERE account_id <> ?"
        wait_for(lambda: base.reader.one(row, (base.account_id,)) == ("error", "not_found"))


def test_the_wrong_key_touches_nothing(base: Base) -> None:
    before = base.paths.cache_db.read_bytes(), base.paths.journal_db.read_bytes()
    with pytest.raises(StoreError):
        Engine(base.paths, MasterKey(bytes(32)))
    assert (base.paths.cache_db.read_bytes(), base.paths.journal_db.read_bytes()) == before
    with base.engine() as client:
        assert client.call("ping") == {}


def test_live_work_overtakes_history_at_the_cache(base: Base) -> None:
    cache = CacheThread(lambda: CacheWriter(base.paths, base.key, SystemClock()))
    cache.start()
    hold, order = threading.Event(), list[str]()
    cache.submit(Lane.LIVE, lambda writer: hold.wait(PATIENCE_S))
    for number in range(3):
        cache.submit(Lane.HISTORY, lambda writer, n=number: order.append(f"history {n}"))
    cache.submit(Lane.FETCH, lambda writer: order.append("fetch"))
    for number in range(3):
        cache.submit(Lane.LIVE, lambda writer, n=number: order.append(f"live {n}"))
    failed = cache.submit(Lane.HISTORY, lambda writer: 1 / 0)
    hold.set()
    cache.stop()
    lives, histories = [f"live {n}" for n in range(3)], [f"history {n}" for n in range(3)]
    assert order == [*lives, "fetch", *histories]
    assert isinstance(failed.exception(), ZeroDivisionError)
    with pytest.raises(StoreError):
        cache.call(Lane.LIVE, lambda writer: None)


def test_the_cache_lets_its_pages_go_before_a_rest(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workspace.sync.cache_thread.REST_S", 0.02)
    rests: list[int] = []

    class Writer(CacheWriter):
        def rest(self) -> None:
            super().rest()
            rests.append(threading.get_ident())

    cache = CacheThread(lambda: Writer(base.paths, base.key, SystemClock()))
    cache.start()
    assert cache.call(Lane.HISTORY, lambda writer: writer.seq()) == 0
    wait_for(lambda: len(rests) == 1)
    assert cache.call(Lane.LIVE, lambda _: threading.get_ident()) == rests[0]
    assert not threading.Event().wait(0.2)
    assert len(rests) == 1, "live work alone is no reason to give memory back"
    cache.call(Lane.FETCH, lambda writer: writer.seq())
    wait_for(lambda: len(rests) == 2)
    cache.stop()


def test_what_a_sync_left_unmerged_is_merged_before_a_rest(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workspace.sync.cache_thread.REST_S", 0.05)

    def fill(writer: CacheWriter) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(search_index, "merge", lambda connection, leaves: False)
            for number in range(1, 41):
                words = " ".join(f"w{number * word}" for word in range(900))
                doc = SearchDoc(entry_id=number, ticket_id=1, created_at=number, text=words)
                with writer._write() as connection:
                    search_index.add(connection, [doc], live=True)

    def segments() -> int:
        row = reader.one("SELECT count(DISTINCT segid) FROM search_idx")
        return int(row[0]) if row else 0

    monkeypatch.setattr("workspace.store.cache_file.TIDIED", 10)
    cache = CacheThread(lambda: CacheWriter(base.paths, base.key, SystemClock()))
    cache.start()
    reader = Reader(base.paths, base.key)
    cache.call(Lane.HISTORY, fill)
    wait_for(lambda: segments() < 16)
    reader.close()
    cache.stop()


def test_an_engine_that_cannot_start_says_why(base: Base) -> None:
    with pytest.raises(EngineUnavailable) as caught:
        connect_or_start(base.paths, MasterKey(bytes(32)), "window")
    assert "recovery code" in caught.value.message


def test_waiting_calls_end_with_the_account(base: Base, backend: Backend) -> None:
    """Nobody waits for a ticket or a file of an account that was paused meanwhile."""
    with base.engine() as client:
        client.call("sync.once")
        client.call("account.pause", name="shelf", paused=True)
        with pytest.raises(WorkspaceError) as caught:
            client.call("ticket.fetch", account_id=base.account_id, remote_id="T1", older=False)
        assert "paused" in caught.value.message


def test_a_desk_needs_the_way_back_to_its_key(base: Base, tmp_path: Path) -> None:
    """Where a key is kept, an embedded desk is refused until there is a recovery code."""
    desk = {"name": "own", "connector": "desk", "url": "", "settings": {}, "secret": ""}
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("several words are best")
    elsewhere = Paths(tmp_path / "elsewhere").ensure()
    keys.keep(elsewhere, base.key, passphrase)
    shutil.copy(elsewhere.keys_file, base.paths.keys_file)
    with base.engine() as client:
        with pytest.raises(RecoveryCodeNeeded) as caught:
            client.call("account.add", **desk)
        assert "only copy" in caught.value.message
        keys.new_recovery_code(base.paths, base.key)
        assert client.call("account.add", **desk)["name"] == "own"
