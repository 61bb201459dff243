"""The engine on the embedded desk, with customers on the other side of it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from tests.engine.backend import Backend
from tests.engine.conftest import Base
from tests.waiting import wait_for
from workspace.clock import SystemClock
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.items import Address
from workspace.ipc.protocol import Live
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.sync.connectors.desk import CustomerSide


class Desk(Base):
    """A base directory with an account “store” on a desk of its own, and one customer."""

    def __init__(self, paths: Paths, key: MasterKey, backend: Backend) -> None:
        super().__init__(paths, key, backend)
        accounts = Accounts(paths, key)
        self.account_id = accounts.add("store", "desk", "", {}, "")
        accounts.close()
        folder = paths.desks / "store"
        folder.mkdir(mode=0o700)
        self.customers = CustomerSide(folder, key.subkey("desk"), SystemClock())
        self.minji = self.customers.meet("김민지", [Address("email", "minji@example.com")])

    def texts(self, ticket: str) -> list[str]:
        """What the cache shows of a ticket, activity left out."""
        rows = self.reader.all(
            "SELECT e.text FROM entry AS e JOIN ticket AS t ON t.id = e.ticket_id"
            " WHERE t.remote_id = ? AND e.kind <> 'activity' ORDER BY e.created_at, e.seq",
            (ticket,),
        )
        return [row[0] for row in rows]

    def heard(self, ticket: str) -> list[str]:
        """What the customer sees of it."""
        return [seen.text for seen in self.customers.conversation(ticket, self.minji)]

    def close(self) -> None:
        self.customers.close()
        super().close()


@pytest.fixture
def desk(paths: Paths, key: MasterKey, backend: Backend) -> Iterator[Desk]:
    desk = Desk(paths, key, backend)
    yield desk
    desk.close()


def test_a_conversation_with_a_customer(desk: Desk) -> None:
    ticket = desk.customers.open_ticket(desk.minji, "email", "배송이 아직이에요")
    with desk.engine() as client:
        client.call("sync.once")
        assert desk.texts(ticket) == ["배송이 아직이에요"]
        file = desk.door.add_file("영수증.txt", "text/plain", io.BytesIO(b"paid" * 100_000))
        ids = desk.send(
            ticket,
            AddNote(text="looks like the carrier", attachments=(file,)),
            SendReply(text="확인하겠습니다"),
            SetFields(status="pending"),
        )
        client.call("outbox.changed")
        wait_for(lambda: [desk.outbox(one)[0] for one in ids] == ["sent"] * 3)
        assert desk.heard(ticket) == ["배송이 아직이에요", "확인하겠습니다"]
        desk.customers.write(ticket, desk.minji, "감사합니다")
        client.call("poke", account="store")
        wait_for(lambda: desk.texts(ticket)[-1:] == ["감사합니다"])
        wait_for(lambda: desk.reader.all("SELECT status FROM ticket") == [("open",)])
    rows = desk.reader.all("SELECT kind, command_id FROM entry WHERE command_id <> ''")
    assert sorted(row for row in rows if row[0] != "activity") == sorted(
        [("note", ids[0]), ("message", ids[1])]
    )


def test_signs_of_life_come_by_the_stream(desk: Desk) -> None:
    ticket = desk.customers.open_ticket(desk.minji, "email", "hello?")
    with desk.engine() as client:
        client.call("sync.once")
        wait_for(lambda: client.call("status")["accounts"])
        desk.customers.type(ticket, desk.minji)

        def typed() -> list[Live]:
            signs = [one for one in list(desk.notices) if isinstance(one, Live)]
            return [one for one in signs if one.kind == "typing" and one.role == "customer"]

        wait_for(typed)
        assert typed()[0].ticket_remote_id == ticket
        (command,) = desk.send(ticket, "hi!")
        client.call("outbox.changed")
        wait_for(lambda: desk.outbox(command)[0] == "sent")
        client.call("signal", account_id=desk.account_id, remote_id=ticket, kind="typing")
        desk.customers.read(ticket, desk.minji)
        state = "SELECT state FROM entry WHERE command_id = ?"
        wait_for(lambda: desk.reader.one(state, (command,)) == ("read",))


def test_a_change_under_the_agents_hand_is_a_conflict(desk: Desk) -> None:
    ticket = desk.customers.open_ticket(desk.minji, "email", "question")
    with desk.engine() as client:
        client.call("sync.once")
        stale = SetFields(status="solved", base={"status": "pending"})
        (command,) = desk.send(ticket, stale)
        client.call("outbox.changed")
        wait_for(lambda: desk.outbox(command)[0] == "conflict")
        client.call("outbox.retry", id=command)
        wait_for(lambda: desk.outbox(command)[0] in ("sent", "conflict"))


def test_removing_the_account_keeps_the_desk(desk: Desk) -> None:
    ticket = desk.customers.open_ticket(desk.minji, "email", "question")
    with desk.engine() as client:
        client.call("sync.once")
        client.call("account.remove", name="store")
        assert desk.reader.one("SELECT count(*) FROM ticket") == (0,)
        client.call("account.add", name="store", connector="desk", url="", settings={}, secret="")
        client.call("sync.once", account="store")
        assert desk.texts(ticket) == ["question"]


def test_a_change_that_conflicts_wins_once_the_agent_insists(desk: Desk) -> None:
    ticket = desk.customers.open_ticket(desk.minji, "email", "급해요")
    with desk.engine() as client:
        client.call("sync.once")
        (first,) = desk.send(ticket, SetFields(priority="high", base={"priority": "low"}))
        client.call("outbox.changed")
        wait_for(lambda: desk.outbox(first)[0] == "conflict")
        client.call("outbox.retry", id=first)
        wait_for(lambda: desk.outbox(first)[0] == "sent")
        wait_for(lambda: desk.reader.all("SELECT priority FROM ticket") == [("high",)])
