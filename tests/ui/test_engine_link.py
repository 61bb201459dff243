"""News and calls between window and engine: the change bus, and the link that joins again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from workspace.domain.errors import EngineUnavailable
from workspace.ipc.protocol import Changed, Frame, Live, Progress
from workspace.ui.runtime import engine_link
from workspace.ui.runtime.change_bus import ChangeBus
from workspace.ui.runtime.engine_link import EngineLink


def test_first_change_is_told_at_once_followers_together(qtbot: QtBot) -> None:
    bus, told = ChangeBus(), []
    bus.tickets_changed.connect(lambda ids: told.append(set(ids)))
    bus.take(Changed(seq=1, tickets=(1,)))
    assert told == [{1}]
    bus.take(Changed(seq=2, tickets=(2,)))
    bus.take(Changed(seq=3, tickets=(3,)))
    assert told == [{1}]
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == {2, 3}


def test_own_writes_are_told_at_once_and_bulk_replaces_all(qtbot: QtBot) -> None:
    bus, told = ChangeBus(), []
    bus.outbox_changed.connect(lambda: told.append("outbox"))
    bus.lists_changed.connect(lambda: told.append("lists"))
    bus.refresh_all.connect(lambda: told.append("all"))
    bus.take(Changed(seq=1, tickets=(1,)))
    told.clear()
    bus.announce({5}, outbox=True)
    assert told == ["lists", "outbox"]
    told.clear()
    bus.take(Changed(seq=2, tickets=(1,), bulk=True))
    qtbot.waitUntil(lambda: told == ["all"])


def test_that_an_account_is_in_step_moves_no_list(qtbot: QtBot) -> None:
    bus, told = ChangeBus(), []
    for name in ("lists_changed", "accounts_changed", "standing_changed", "refresh_all"):
        getattr(bus, name).connect(lambda name=name: told.append(name))
    bus.take(Changed(seq=1, standing=True))
    assert told == ["standing_changed"]
    told.clear()
    bus.take(Changed(seq=1, accounts=True))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["lists_changed", "accounts_changed", "standing_changed"]


class FakeClient:
    """A client that answers by a function and can be lost."""

    def __init__(
        self,
        on_notice: Callable[[Frame], None],
        on_lost: Callable[[], None],
        answer: Callable[[str, dict[str, Any]], dict[str, Any]],
    ) -> None:
        self.on_notice, self.on_lost, self._answer = on_notice, on_lost, answer
        self.closed = False

    def call(self, method: str, timeout_s: float = 0.0, **args: Any) -> dict[str, Any]:
        return self._answer(method, args)

    def close(self) -> None:
        self.closed = True


class Engine:
    """Starts fake clients; `refuse` makes that fail."""

    def __init__(self) -> None:
        self.clients: list[FakeClient] = []
        self.refuse = False
        self.starts = 0

    def __call__(
        self, on_notice: Callable[[Frame], None], on_lost: Callable[[], None]
    ) -> FakeClient:
        self.starts += 1
        if self.refuse:
            raise EngineUnavailable("It does not start.")
        client = FakeClient(on_notice, on_lost, lambda method, args: {"method": method, **args})
        self.clients.append(client)
        return client


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(engine_link, "BACK_OFF_S", (0.01,))
    return Engine()


@pytest.fixture
def link(qtbot: QtBot, engine: Engine) -> Iterator[EngineLink]:
    link = EngineLink(engine)
    yield link
    link.close()


def test_notices_arrive_on_the_gui_thread(qtbot: QtBot, link: EngineLink, engine: Engine) -> None:
    with qtbot.waitSignal(link.connected):
        link.start()
    told: list[tuple[Frame, int]] = []
    for signal in (link.changed, link.live, link.progress):
        signal.connect(lambda frame: told.append((frame, threading.get_ident())))
    frames: list[Frame] = [
        Changed(seq=1, tickets=(7,)),
        Live(account_id=1, ticket_remote_id="1", who="a", role="customer", kind="typing", until=1),
        Progress(what="sync", key="store", done=1, total=2),
    ]

    def send() -> None:
        for frame in frames:
            engine.clients[0].on_notice(frame)

    threading.Thread(target=send).start()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [frame for frame, _ in told] == frames
    assert {ident for _, ident in told} == {threading.get_ident()}


def test_a_lost_engine_is_joined_again(qtbot: QtBot, link: EngineLink, engine: Engine) -> None:
    told: list[bool] = []
    link.connected.connect(told.append)
    link.start()
    qtbot.waitUntil(lambda: told == [True])
    engine.clients[0].on_lost()
    qtbot.waitUntil(lambda: told == [True, False, True])
    assert engine.clients[0].closed
    assert link.is_connected


def test_five_ends_in_a_row_give_up_until_asked(
    qtbot: QtBot, link: EngineLink, engine: Engine
) -> None:
    engine.refuse = True
    with qtbot.waitSignal(link.given_up):
        link.start()
    assert engine.starts == engine_link.GIVE_UP_EXITS
    engine.refuse = False
    with qtbot.waitSignal(link.connected):
        link.restart()


def test_calls_answer_here_and_fail_plainly_without_engine(
    qtbot: QtBot, link: EngineLink, engine: Engine
) -> None:
    engine.refuse = True
    with qtbot.waitSignal(link.given_up):
        link.start()
    taken: list[Any] = []
    link.call("ping", failed=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], EngineUnavailable)
    engine.refuse = False
    with qtbot.waitSignal(link.connected):
        link.restart()
    link.call("sync.now", then=taken.append, account="store")
    link.call("account.check", then=taken.append, slow=True, url="u")
    qtbot.waitUntil(lambda: len(taken) == 3)
    assert {"method": "sync.now", "account": "store"} in taken
    assert {"method": "account.check", "url": "u"} in taken
