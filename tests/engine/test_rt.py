"""The engine on a real Request Tracker: what is written while it is away arrives once."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from tests.engine.backend import Backend
from tests.engine.conftest import Base
from tests.servers.rt_fixture import RtServer, rt_server
from tests.waiting import wait_for
from workspace.domain.commands import AddNote, SetFields
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts

__all__ = ["rt_server"]

pytestmark = pytest.mark.rt


@pytest.fixture
def tracker(paths: Paths, key: MasterKey, backend: Backend, rt_server: RtServer) -> Iterator[Base]:
    base = Base(paths, key, backend)
    accounts = Accounts(paths, key)
    token = rt_server.tokens["agent"]
    base.account_id = accounts.add("rt", "rt", rt_server.url, {}, token)
    accounts.close()
    yield base
    base.close()


def test_sync_then_away_then_back(
    tracker: Base, rt_server: RtServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rest = rt_server.rest("agent")
    rt_server.work("person", name="Away", address="away@example.com")
    ticket = str(
        rt_server.work("create", who="away@example.com", subject="away", text="first", html="")
    )
    with tracker.engine() as client:
        (result,) = client.call("sync.once", timeout_s=None)["accounts"]
        assert "problem" not in result
        total = rest.get("tickets", query="id > 0")["total"]
        assert result["tickets"] == total >= 200
        rt_server.stop()
        file = tracker.door.add_file("log.txt", "text/plain", io.BytesIO(b"line\n" * 5000))
        ids = tracker.send(ticket, "답장입니다", SetFields(status="pending"))
        ids += tracker.send(ticket, AddNote(text="what the log says", attachments=(file,)))
        client.call("outbox.changed")
        wait_for(lambda: tracker.account()[0] == "offline")
        rt_server.start()
        wait_for(lambda: [tracker.outbox(one) for one in ids] == [("sent", False)] * 3)
        told = "SELECT command_id FROM entry WHERE command_id <> '' ORDER BY created_at, seq"
        wait_for(lambda: len(tracker.reader.all(told)) >= 2)
        wait_for(lambda: tracker.account() == ("idle", ""))
    history = rest.everything(f"ticket/{ticket}/history", fields="Type,Field,NewValue", order="ASC")
    kinds = [one["Type"] for one in history if one["Type"] in ("Correspond", "Comment", "Status")]
    assert (kinds[0], kinds[-1]) == ("Correspond", "Comment")  # RT opens it by itself between
    assert set(kinds[1:-1]) == {"Status"}
    assert rest.get(f"ticket/{ticket}")["Status"] == "stalled"
    assert rt_server.tokens["agent"] not in caplog.text
