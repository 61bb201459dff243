"""The cache becomes what the backend is, live before history, whatever interrupts."""

from __future__ import annotations

import threading

import pytest

from tests.engine.backend import SECRET, Backend
from tests.engine.conftest import Base
from tests.waiting import wait_for
from workspace.domain.errors import AuthFailed, NotFound, UsageError
from workspace.ipc.protocol import Changed, Progress
from workspace.keys import MasterKey
from workspace.paths import Paths


def test_first_sync_equals_the_backend(base: Base, backend: Backend) -> None:
    for number in range(23):
        backend.add_ticket(entries=number % 4)
    with base.engine() as client:
        (result,) = client.call("sync.once")["accounts"]
        assert base.is_equal()
    assert result["tickets"] == 23
    assert result["entries"] == sum(len(names) for _, names in backend.state().values())
    assert "problem" not in result
    assert base.account() == ("idle", "")


def test_live_is_begun_before_history_and_goes_first(base: Base, backend: Backend) -> None:
    """News that come while history is still running are there before the history is."""
    for _ in range(30):
        backend.add_ticket()
    joined, poke = threading.Event(), threading.Event()

    def before(op: str) -> None:
        if op == "pull" and backend.requests["pull"] == 4 and not poke.is_set():
            poke.set()
            backend.add_entry("T1", "news")
            backend.add_ticket(entries=2)
            joined.wait(30)
            client.call("poke", account="shelf")

    backend.before = before
    with base.engine() as client:
        joined.set()
        client.call("sync.once")
        assert base.is_equal()
    feeds = [request["feed"] for op, request in backend.log if op == "pull"]
    assert feeds[0] == "live"
    assert poke.is_set()
    first, last = feeds.index("history"), len(feeds) - feeds[::-1].index("history")
    assert "live" in feeds[first:last]


def test_changes_arrive_by_polling_and_are_told(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        base.notices.clear()
        backend.add_entry(ticket, "later")
        wait_for(base.is_equal)
        (row,) = base.reader.all("SELECT id FROM ticket")
        wait_for(lambda: any(row[0] in _entries_of(notice) for notice in list(base.notices)))
    seqs = [notice.seq for notice in base.notices if isinstance(notice, Changed)]
    assert seqs == sorted(seqs)


def _entries_of(notice: object) -> tuple[int, ...]:
    return notice.entries_of if isinstance(notice, Changed) else ()


@pytest.mark.parametrize("mine", [False, True])
def test_tickets_whose_entries_come_by_fetch(base: Base, backend: Backend, mine: bool) -> None:
    backend.lazy = True
    backend.history_page = 50
    for number in range(12):
        backend.add_ticket(entries=number, mine=mine and number % 2 == 0)
    with base.engine() as client:
        client.call("sync.once")
        assert base.is_equal()
        backend.add_entry("T12", "more")
        wait_for(base.is_equal)
    if mine:
        order = [request["ticket"] for op, request in backend.log if op == "fetch"]
        first = list(dict.fromkeys(order))[:3]
        assert {int(name[1:]) % 2 for name in first} == {1}  # T1, T3, … are mine


def test_an_opened_ticket_is_fetched_first(base: Base, backend: Backend) -> None:
    """Even one that the cache has never heard of."""
    backend.lazy = True
    for _ in range(8):
        backend.add_ticket(entries=7)
    go_on = threading.Event()

    def before(op: str) -> None:
        if op == "pull" and backend.requests["pull"] >= 1:
            go_on.wait(30)  # history waits; only the live cursor was taken

    backend.before = before
    try:
        with base.engine() as client:
            complete = client.call(
                "ticket.fetch", account_id=base.account_id, remote_id="T2", older=False
            )["complete"]
            assert not complete
            assert base.cached()["T2"][1] == ["T2-5", "T2-6", "T2-7"]
            call = {"account_id": base.account_id, "remote_id": "T2", "older": True}
            parts = 1  # the ticket is fetched behind as well, so one answer may be spared
            while not client.call("ticket.fetch", **call)["complete"]:
                parts += 1
            assert parts <= 2
            assert len(base.cached()["T2"][1]) == 7
            go_on.set()
            client.call("sync.once")
            assert base.is_equal()
    finally:
        go_on.set()


def test_a_fetched_ticket_that_is_gone_leaves_the_lists(base: Base, backend: Backend) -> None:
    backend.lazy = True
    for _ in range(3):
        backend.add_ticket(entries=1)
    backend.faults["fetch"].append("gone")
    with base.engine() as client:
        client.call("sync.once")
    assert len(base.cached()) == 2


def test_one_bad_ticket_does_not_hold_up_the_others(base: Base, backend: Backend) -> None:
    backend.lazy = True
    for _ in range(9):
        backend.add_ticket(entries=1)
    backend.faults["fetch"].append("forbidden")
    with base.engine() as client:
        (result,) = client.call("sync.once")["accounts"]
        assert result["entries"] >= 8
        wait_for(base.is_equal)


@pytest.mark.parametrize("fault", ["reset", "half", "lost", "rate:0.1"])
def test_a_disturbed_first_sync_goes_on_by_itself(base: Base, backend: Backend, fault: str) -> None:
    for _ in range(30):
        backend.add_ticket()
    backend.faults["pull"].extend(["", "", fault, "", fault])
    with base.engine():
        wait_for(base.is_equal)
        wait_for(lambda: base.account() == ("idle", ""))


def test_a_lost_cursor_deletes_nothing(base: Base, backend: Backend) -> None:
    for _ in range(8):
        backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        backend.add_ticket()
        backend.faults["pull"].append("cursor")
        wait_for(base.is_equal)
        client.call("sync.once")
        histories = [
            r["cursor"] for op, r in backend.log if op == "pull" and r["feed"] == "history"
        ]
        assert histories.count("") == 2
    assert base.reader.one("SELECT count(*) FROM ticket WHERE gone > 0") == (0,)


def test_a_source_that_says_all_is_gone_is_not_believed(base: Base, backend: Backend) -> None:
    tickets = [backend.add_ticket() for _ in range(50)]
    with base.engine() as client:
        client.call("sync.once")
        kept = base.cached()
        backend.remove(*tickets[:45])
        backend.add_entry(tickets[49], "news")
        wait_for(lambda: base.account() == ("held", "held"))
        assert base.cached() == kept
        (result,) = client.call("sync.once")["accounts"]
        assert result["problem"]["kind"] == "held"
        client.call("sync.now")  # the agent looked, and it is right
        wait_for(base.is_equal)
        wait_for(lambda: base.account() == ("idle", ""))


def test_wrong_credentials_stop_asking_until_told(base: Base, backend: Backend) -> None:
    backend.add_ticket()
    backend.secret = "changed at the backend"
    with base.engine() as client:
        (result,) = client.call("sync.once")["accounts"]
        assert result["problem"]["kind"] == "auth_failed"
        wait_for(lambda: base.account() == ("error", "auth_failed"))
        asked = backend.requests["check"]
        client.call("poke", account="shelf")
        with pytest.raises(AuthFailed):
            client.call("account.recheck", name="shelf")
        assert backend.requests["check"] == asked + 1  # by the recheck alone
        backend.secret = SECRET
        client.call("sync.now")
        wait_for(base.is_equal)


def test_a_defect_of_the_connector_pauses_its_account(base: Base, backend: Backend) -> None:
    backend.add_ticket()
    backend.faults["pull"].append("foreign")
    with base.engine() as client:
        wait_for(lambda: base.account() == ("paused", "contract_bug"))
        (text,) = base.reader.all("SELECT error_message FROM account_state")
        assert "pull" in text[0]
        assert "hunter2" not in text[0]
        client.call("sync.now")
        wait_for(base.is_equal)


def test_a_paused_account_asks_and_sends_nothing(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    with base.engine() as client:
        client.call("sync.once")
        client.call("account.pause", name="shelf", paused=True)
        wait_for(lambda: base.account() == ("paused", ""))
        backend.add_entry(ticket, "unseen")
        (command,) = base.send(ticket, "unsent")
        client.call("outbox.changed")
        (result,) = client.call("sync.once")["accounts"]
        assert result["problem"]["message"]
        assert not base.is_equal()
        assert base.outbox(command) == ("queued", False)
        client.call("account.pause", name="shelf", paused=False)
        wait_for(lambda: base.outbox(command) == ("sent", False))
        wait_for(base.is_equal)


def test_accounts_are_checked_added_and_removed(base: Base, backend: Backend) -> None:
    backend.add_ticket()
    account = {"connector": "shelf", "url": backend.url, "settings": {}}
    with base.engine() as client:
        assert client.call("account.check", **account, secret=SECRET)["me"]["name"] == "Kim"
        with pytest.raises(AuthFailed):
            client.call("account.check", **account, secret="wrong one")
        with pytest.raises(AuthFailed):
            client.call("account.add", name="second", **account, secret="wrong one")
        with pytest.raises(NotFound):
            client.call("account.add", name="third", **(account | {"connector": "no"}), secret="")
        added = client.call("account.add", name="second", **account, secret=SECRET)
        client.call("sync.once", account="second")
        rows = "SELECT count(*) FROM ticket WHERE account_id = ?"
        assert base.reader.one(rows, (added["id"],)) == (1,)
        client.call("account.remove", name="second")
        assert base.reader.one(rows, (added["id"],)) == (0,)
        assert base.reader.one(rows, (base.account_id,)) == (1,)
        with pytest.raises(NotFound):
            client.call("sync.once", account="second")
        names = [one["name"] for one in client.call("status")["accounts"]]
        assert names == ["shelf"]


def test_an_attachment_is_downloaded_once_and_told(base: Base, backend: Backend) -> None:
    ticket = backend.add_ticket()
    backend.add_entry(
        ticket,
        "with a file",
        attachments=[{"remote_id": "f1", "name": "a.txt", "size": 280_000}],
    )
    with base.engine() as client:
        client.call("sync.once")
        (found,) = base.reader.all("SELECT id, file FROM attachment")
        assert found[1] == ""
        file = client.call("attachment.get", attachment_id=found[0])["file"]
        assert client.call("attachment.get", attachment_id=found[0])["file"] == file
        with base.attachments().open(file) as stream:
            assert stream.read() == b"x" * 280_000
        assert backend.requests["attachment"] == 1
        progress = [notice for notice in base.notices if isinstance(notice, Progress)]
        assert progress[-1].done == progress[-1].total == 280_000
        with pytest.raises(NotFound):
            client.call("attachment.get", attachment_id=99_999)


def test_small_attachments_of_my_open_tickets_come_beforehand(base: Base, backend: Backend) -> None:
    for mine in (True, False):
        ticket = backend.add_ticket(mine=mine)
        file = {"remote_id": "f", "name": "a.txt", "size": 280_000}
        backend.add_entry(ticket, "with a file", attachments=[file])
        backend.add_entry(ticket, "big", attachments=[file | {"size": 6_000_000}])
    with base.engine():
        here = "SELECT t.mine, a.size FROM attachment AS a JOIN entry AS e ON e.id = a.entry_id"
        here += " JOIN ticket AS t ON t.id = e.ticket_id WHERE a.file <> ''"
        wait_for(lambda: base.reader.all(here) == [(1, 280_000)])
        wait_for(lambda: base.account() == ("idle", ""))
    assert backend.requests["attachment"] == 1


def test_bad_calls_are_answered_not_fatal(base: Base, backend: Backend) -> None:
    with base.engine() as client:
        with pytest.raises(UsageError):
            client.call("no.such.method")
        with pytest.raises(UsageError):
            client.call("ticket.fetch", account_id="seven", remote_id="T1")
        with pytest.raises(UsageError):
            client.call(
                "account.add",
                name="Bad Name",
                connector="shelf",
                url=backend.url,
                settings={},
                secret=SECRET,
            )
        assert client.call("ping") == {}
        assert client.call("cache.check") == {"problems": []}
        assert "shelf" in [one["name"] for one in client.call("connectors.list")["connectors"]]


@pytest.mark.parametrize(("ahead_ms", "kept"), [(-7_200_000, -7_200_000), (400, 0)])
def test_the_backends_clock_is_kept_where_it_differs(
    paths: Paths, key: MasterKey, backend: Backend, ahead_ms: int, kept: int
) -> None:
    base = Base(paths, key, backend)
    base.add_account(clock_offset_ms=str(ahead_ms))
    with base.engine() as client:
        client.call("sync.once")
        wait_for(lambda: base.account() == ("idle", ""))
        wait_for(
            lambda: base.reader.one("SELECT clock_offset_ms FROM account_state") == (kept,),
            "the offset",
        )
    base.close()
