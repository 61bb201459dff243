"""The stream: the file tells that something was committed, and who types or is here."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.desk.conftest import Desk, a_connector
from workspace.domain.commands import SetFields
from workspace.sync.connectors.contract import LiveSign, Poke, SignalKind, TicketRef
from workspace.sync.connectors.desk import DeskConnector

PATIENCE_S = 20.0  # only a broken stream needs it


class Listener:
    """What a stream said, in order; each is taken once."""

    def __init__(self, connector: DeskConnector) -> None:
        self._said: queue.SimpleQueue[Poke | LiveSign] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._listen, args=(connector,))
        self._thread.start()

    def _listen(self, connector: DeskConnector) -> None:
        for said in connector.stream(self._stop.is_set):
            self._said.put(said)

    def until(self, kind: str) -> LiveSign:
        while True:
            said = self._said.get(timeout=PATIENCE_S)
            if isinstance(said, LiveSign) and said.kind == kind:
                return said

    def until_poke(self) -> None:
        while not isinstance(self._said.get(timeout=PATIENCE_S), Poke):
            pass

    def rest(self) -> list[Poke | LiveSign]:
        """Stop, and give what was not taken."""
        self._stop.set()
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()
        said = []
        while not self._said.empty():
            said.append(self._said.get())
        return said


@contextmanager
def listening(desk: Desk) -> Iterator[Listener]:
    listener = Listener(desk.connector)
    try:
        yield listener
    finally:
        listener.rest()


def test_a_message_pokes(desk: Desk) -> None:
    with listening(desk) as listener:
        listener.until_poke()  # the first look, for what came before it
        desk.ticket()
        listener.until_poke()


def test_an_agents_own_signs_are_not_told_to_that_agent(desk: Desk) -> None:
    ticket = desk.ticket()
    with listening(desk) as listener:
        desk.connector.signal(SignalKind("typing"), TicketRef(ticket))
        desk.customers.type(ticket, desk.minji)
        sign = listener.until("typing")
        assert (sign.role, sign.who, sign.ticket_remote_id) == ("customer", "김민지", ticket)
        assert sign.until > desk.clock.now_ms()


def test_typing_ends_with_the_message(desk: Desk) -> None:
    ticket = desk.ticket()
    with listening(desk) as listener:
        desk.customers.type(ticket, desk.minji)
        listener.until("typing")
        desk.customers.write(ticket, desk.minji, "다 썼어요")
        listener.until("stopped_typing")


def test_typing_that_nobody_ends_runs_out(desk: Desk) -> None:
    ticket = desk.ticket()
    with listening(desk) as listener:
        desk.customers.type(ticket, desk.minji)
        listener.until("typing")
        desk.clock.advance(60)
        listener.until("stopped_typing")


def test_presence_is_told_on_each_open_ticket(desk: Desk) -> None:
    one, two, solved = desk.ticket(), desk.ticket(), desk.ticket()
    desk.push(solved, SetFields(status="solved"))
    with listening(desk) as listener:
        desk.customers.come_online(desk.minji)
        told = {listener.until("online").ticket_remote_id for _ in range(2)}
        assert told == {one, two}
        desk.customers.go_offline(desk.minji)
        gone = {listener.until("offline").ticket_remote_id for _ in range(2)}
        assert gone == {one, two}
        assert solved not in {
            said.ticket_remote_id for said in listener.rest() if isinstance(said, LiveSign)
        }


def test_a_colleague_who_looks_is_told(desk: Desk) -> None:
    ticket = desk.ticket()
    colleague = a_connector(desk.folder, desk.clock, agent="Bo")
    with listening(desk) as listener:
        colleague.signal(SignalKind("viewing"), TicketRef(ticket))
        sign = listener.until("viewing")
        assert (sign.role, sign.who) == ("agent", "Bo")
        colleague.signal(SignalKind("left"), TicketRef(ticket))
        listener.until("left")
    colleague.close()


def test_signs_make_no_entries_and_no_revision(desk: Desk) -> None:
    ticket = desk.ticket()
    cursor = desk.connector.pull("live", "").next
    for kind in ("typing", "stopped_typing", "read", "viewing", "left"):
        desk.connector.signal(SignalKind(kind), TicketRef(ticket))  # type: ignore[arg-type]
    desk.customers.type(ticket, desk.minji)
    desk.customers.come_online(desk.minji)
    assert desk.drain("live", cursor)[0] == []


def test_closing_ends_the_stream(desk: Desk) -> None:
    listener = Listener(desk.connector)
    desk.ticket()
    listener.until_poke()
    desk.connector.close()
    listener.rest()
