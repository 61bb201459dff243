"""Simulated customers: only through the customer's side, typing first, the same for a seed."""

from __future__ import annotations

import ast
import inspect
import io
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SetClock
from tests.desk.conftest import a_connector
from workspace.demo import customers as module
from workspace.demo.customers import PAUSE_FILE, Customers, run
from workspace.domain.commands import SendReply, new_command_id
from workspace.domain.items import EntryItem
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sync.connectors.contract import Outgoing, Sent, TicketRef
from workspace.sync.connectors.desk import CustomerSide, DeskConnector

DEEDS = ("open_ticket", "write", "type", "stop_typing", "read", "receive", "come_online")


class Shop:
    """A seeded desk whose customers live on a clock of the test's own, second by second."""

    def __init__(self, folder: Path, key: MasterKey, seed: int = 1) -> None:
        self.clock = SetClock()
        desk_key = key.subkey("desk")
        self.side = CustomerSide(folder, desk_key, self.clock)
        self.connector = a_connector(folder, self.clock, key=desk_key)
        self.deeds: list[tuple[float, str, tuple[Any, ...]]] = []
        self.customers = Customers(_Watched(self.side, self._note), seed)  # type: ignore[arg-type]
        self.second = 0.0
        self.begin = self.connector.pull("live", "").next

    def _note(self, name: str, arguments: tuple[Any, ...]) -> None:
        self.deeds.append((self.second, name, arguments))

    def live(self, seconds: int) -> None:
        for _ in range(seconds):
            self.customers.step(self.second)
            self.second += 1
            self.clock.advance(1)

    def reply(self, ticket: str, text: str) -> None:
        outgoing = Outgoing(
            ticket=TicketRef(ticket), command=SendReply(text=text), key=new_command_id()
        )
        assert isinstance(self.connector.push(outgoing, lambda file: io.BytesIO()), Sent)

    def close(self) -> None:
        self.connector.close()
        self.side.close()


class _Watched:
    """The customer's side, with each deed told before it is done."""

    def __init__(self, side: CustomerSide, note: Callable[[str, tuple[Any, ...]], None]) -> None:
        self._side = side
        self._note = note

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._side, name)
        if name not in DEEDS:
            return method

        def deed(*arguments: Any, **more: Any) -> Any:
            self._note(name, arguments)
            return method(*arguments, **more)

        return deed


@pytest.fixture
def shop(small_shop: Path, tmp_path: Path, key: MasterKey) -> Iterator[Shop]:
    shop = Shop(shutil.copytree(small_shop, tmp_path / "store"), key)
    yield shop
    shop.close()


def _ticket_of(shop: Shop, subject: str) -> tuple[str, DeskConnector]:
    items = shop.connector.pull("history", "").items
    (ticket,) = [item for item in items if subject in getattr(item, "subject", "")]
    return ticket.remote_id, shop.connector


def test_an_answer_follows_a_reply_after_typing(shop: Shop) -> None:
    ticket, connector = _ticket_of(shop, "Wrong size delivered twice")
    shop.live(1)
    shop.reply(ticket, "Could you send me a photo of the label?")
    replied = shop.second
    shop.live(30)
    mine = [(second, name) for second, name, args in shop.deeds if args and args[0] == ticket]
    names = [name for _, name in mine]
    assert names.index("receive") < names.index("read") < names.index("type") < names.index("write")
    (wrote,) = [second for second, name in mine if name == "write"]
    (typed,) = [second for second, name in mine if name == "type"]
    assert 5 <= wrote - replied <= 17
    assert wrote - typed >= 1
    newest = connector.fetch(TicketRef(ticket)).entries[0]
    assert newest.direction == "in"
    assert newest.attachments[0].media_type == "image/png"


def test_nobody_writes_without_typing_first(shop: Shop) -> None:
    shop.live(900)
    typing: set[str] = set()
    for _, name, arguments in shop.deeds:
        if name == "type":
            typing.add(arguments[0])
        elif name == "write":
            assert arguments[0] in typing
            typing.discard(arguments[0])
    assert [name for _, name, _ in shop.deeds if name == "write"]


def test_they_open_come_back_read_and_show_themselves(shop: Shop) -> None:
    shop.live(1800)
    counts = dict.fromkeys(DEEDS, 0)
    for _, name, _ in shop.deeds:
        counts[name] += 1
    assert 5 <= counts["open_ticket"] <= 20
    assert counts["write"] >= 5
    assert counts["come_online"] >= 10
    assert counts["stop_typing"] >= 2
    items, cursor = [], shop.begin
    while True:
        page = shop.connector.pull("live", cursor)
        items += page.items
        cursor = page.next
        if not page.more:
            break
    changes = [item.change for item in items if isinstance(item, EntryItem)]
    assert {"field": "status", "old": "solved", "new": "open"} in changes


def test_their_rate_is_modest(shop: Shop) -> None:
    shop.live(600)
    written = [deed for deed in shop.deeds if deed[1] in ("write", "open_ticket")]
    assert 3 <= len(written) <= 120


def test_the_same_seed_does_the_same(small_shop: Path, tmp_path: Path, key: MasterKey) -> None:
    told = []
    for turn, seed in enumerate((1, 1, 2)):
        shop = Shop(shutil.copytree(small_shop, tmp_path / str(turn)), key, seed)
        shop.live(300)
        told.append(
            [
                (second, name, [text for text in args if " " in str(text)])
                for second, name, args in shop.deeds
            ]
        )
        shop.close()
    assert told[0] == told[1]
    assert told[0] != told[2]


def test_a_customer_is_content_in_the_end(shop: Shop) -> None:
    ticket, _ = _ticket_of(shop, "Wrong size delivered twice")
    shop.live(1)
    for _ in range(10):
        shop.reply(ticket, "Thank you for waiting.")
        shop.live(25)
    answers = [args for _, name, args in shop.deeds if name == "write" and args[0] == ticket]
    assert 6 <= len(answers) <= 8  # six answers, and perhaps an idea of their own


def test_a_ticket_that_went_away_stops_nobody(shop: Shop) -> None:
    ticket, connector = _ticket_of(shop, "Wrong size delivered twice")
    shop.live(1)
    shop.reply(ticket, "One moment please.")
    shop.live(1)
    connector.agent_side().delete_ticket(ticket)
    shop.live(40)
    assert shop.second == 42


def test_they_know_the_customers_side_only() -> None:
    tree = ast.parse(inspect.getsource(module))
    imported = {
        f"{node.module}.{name.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if node.module and "connectors" in node.module
    }
    home = "workspace.sync.connectors.desk"
    assert imported == {f"{home}.CustomerSide", f"{home}.Delivery", f"{home}.NewFile"}
    assert "sqlalchemy" not in inspect.getsource(module)


class _Racing(SetClock):
    """Each look at the monotonic clock is ten seconds later."""

    def monotonic(self) -> float:
        self.advance(10)
        return super().monotonic()


def test_the_process_lives_until_it_is_told_and_pauses(
    paths: Paths, key: MasterKey, small_shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = _Racing()
    shutil.copytree(small_shop, paths.desks / "store")
    monkeypatch.setattr(module, "LOOK_EVERY_S", 0.01)
    connector = a_connector(paths.desks / "store", clock, key=key.subkey("desk"))
    cursor = connector.pull("live", "").next
    pause = paths.desks / "store" / PAUSE_FILE
    pause.touch()
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(paths, key, "store", 1, stop, clock))
    thread.start()
    try:
        stop.wait(0.3)
        assert connector.pull("live", cursor).items == ()
        pause.unlink()
        while not connector.pull("live", cursor).items:
            assert thread.is_alive()
            stop.wait(0.05)
    finally:
        stop.set()
        thread.join(20)
    assert not thread.is_alive()
    connector.close()
