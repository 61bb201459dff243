"""Many tickets at once, and claims, on a real desk behind a real engine process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.whole_window import SLOW_MS, a_program
from workspace.clock import SystemClock
from workspace.domain.commands import SetFields, new_command_id
from workspace.domain.items import Address
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.store.migrations import ensure_schema
from workspace.sync.connectors.contract import Outgoing, TicketRef
from workspace.sync.connectors.desk import AgentSide, CustomerSide
from workspace.sync.connectors.desk.ledger import Actor
from workspace.ui.app_window import Started
from workspace.ui.bulk.results import ResultsDialog
from workspace.ui.bulk.run import BulkRun
from workspace.ui.runtime.notices import Notice

MANY = 300


class Shop:
    """A desk with a customer and a colleague; the window belongs to the owner."""

    def __init__(self, paths: Paths, key: MasterKey) -> None:
        ensure_schema(paths, key)
        accounts = Accounts(paths, key)
        accounts.add("store", "desk", "", {}, "")
        accounts.close()
        folder = paths.desks / "store"
        folder.mkdir(mode=0o700, parents=True)
        self.customers = CustomerSide(folder, key.subkey("desk"), SystemClock())
        self.minji = self.customers.meet("김민지", [Address("email", "minji@example.com")])
        owner = AgentSide(self.customers.database, Actor("system", "", ""))
        self.bo_id = owner.add_agent("Bo Larsen")
        self.bo = AgentSide(self.customers.database, Actor("agent", self.bo_id, "Bo Larsen"))

    def open_tickets(self, count: int) -> list[str]:
        return [
            self.customers.open_ticket(self.minji, "email", f"Question {number}")
            for number in range(count)
        ]

    def bo_sets(self, ticket: str, **fields: str) -> None:
        """The colleague changes a ticket, in another window of the world."""
        self.bo.carry_out(
            Outgoing(
                ticket=TicketRef(ticket),
                command=SetFields(**fields),
                key=new_command_id(),
                base_revision=0,
                base_entry="",
                first_try_at=0,
                last_try_at=0,
            ),
            lambda _: pytest.fail("there is no file"),
        )

    def fields(self, ticket: str) -> tuple[str, str]:
        """Status and assignee at the desk."""
        with self.customers.database.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT status, assignee FROM desk_ticket WHERE id = ?", (ticket,)
            ).one()
        return str(row[0]), str(row[1])


@pytest.fixture
def shop(paths: Paths, key: MasterKey) -> Iterator[Shop]:
    shop = Shop(paths, key)
    yield shop
    shop.customers.close()


@pytest.fixture
def started(qtbot: QtBot, paths: Paths, key: MasterKey, shop: Shop) -> Iterator[Started]:
    with a_program(qtbot, paths, key, "light") as started:
        yield started


def asked(qtbot: QtBot, started: Started, method: str, **args: object) -> None:
    """Call the engine and wait for its answer."""
    answers: list[object] = []
    started.ctx.engine.call(method, then=answers.append, failed=answers.append, slow=True, **args)
    qtbot.waitUntil(lambda: bool(answers), timeout=SLOW_MS)
    assert answers == [answers[0]]
    assert isinstance(answers[0], dict), answers[0]


def show_all(qtbot: QtBot, started: Started, count: int) -> None:
    qtbot.waitUntil(lambda: started.ctx.engine.is_connected, timeout=SLOW_MS)
    asked(qtbot, started, "sync.once")
    started.window.list.show_queue("open", "All open")
    qtbot.waitUntil(lambda: started.window.list.model.rowCount() == count, timeout=SLOW_MS)


def said(notices: list[Notice], start: str) -> Notice | None:
    """The newest notice that begins so; there are others, of news."""
    return next((n for n in reversed(notices) if n.text.startswith(start)), None)


def press(notices: list[Notice], start: str) -> None:
    notice = said(notices, start)
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()


def test_many_are_solved_and_those_that_a_colleague_changed_are_told(
    qtbot: QtBot, started: Started, shop: Shop
) -> None:
    remote_ids = shop.open_tickets(MANY)
    show_all(qtbot, started, MANY)
    window, ctx = started.window, started.ctx
    asked(qtbot, started, "account.pause", name="store", paused=True)
    taken = remote_ids[10:13]
    for ticket in taken:
        shop.bo_sets(ticket, status="waiting")
    ctx.settings.change(undo_s=0)

    window.focus_list()
    qtbot.keyClick(window.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(window.list.marks) == MANY)
    notices: list[Notice] = []
    runs: list[BulkRun] = []
    ctx.notices.posted.connect(notices.append)
    window.ticket_actions.began.connect(runs.append)
    window.solve()
    qtbot.waitUntil(lambda: bool(runs) and runs[0].is_over, timeout=SLOW_MS)
    assert said(notices, f"Solved: {MANY} tickets")
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 0 or not window.list.marks)

    asked(qtbot, started, "account.pause", name="store", paused=False)
    failed = f"Not changed: 3 of {MANY} tickets"
    qtbot.waitUntil(lambda: said(notices, failed) is not None, timeout=SLOW_MS)

    def solved() -> int:
        with shop.customers.database.read() as connection:
            count = "SELECT count(*) FROM desk_ticket WHERE status = 'solved'"
            return int(connection.exec_driver_sql(count).scalar_one())

    qtbot.waitUntil(lambda: solved() == MANY - 3, timeout=SLOW_MS)
    assert [shop.fields(ticket)[0] for ticket in taken] == ["waiting"] * 3

    press(notices, failed)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ResultsDialog))
    qtbot.waitUntil(lambda: len(dialog.findChildren(QPushButton, None)) > 5)
    shown = [b for b in dialog.findChildren(QPushButton) if b.objectName().startswith("open_")]
    assert len(shown) == 3
    qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    wanted = int(shown[0].objectName().partition("_")[2])
    qtbot.waitUntil(lambda: window.ticket_id == wanted)

    asked(qtbot, started, "sync.once")  # the window sees what the colleague did
    qtbot.mouseClick(dialog.retry_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: all(shop.fields(ticket)[0] == "solved" for ticket in taken), timeout=SLOW_MS
    )
    qtbot.waitUntil(lambda: not dialog.retry_all.isEnabled(), timeout=SLOW_MS)
    dialog.close()


def test_one_undo_takes_all_back_before_any_left(
    qtbot: QtBot, started: Started, shop: Shop
) -> None:
    remote_ids = shop.open_tickets(20)
    show_all(qtbot, started, 20)
    window, ctx = started.window, started.ctx
    ctx.settings.change(undo_s=60)
    notices: list[Notice] = []
    ctx.notices.posted.connect(notices.append)
    window.list.mark_all()
    qtbot.waitUntil(lambda: len(window.list.marks) == 20)
    window.solve()
    qtbot.waitUntil(lambda: said(notices, "Solved: 20") is not None)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 0, timeout=SLOW_MS)
    press(notices, "Solved: 20")
    qtbot.waitUntil(lambda: said(notices, "Taken back: 20 tickets") is not None)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 20, timeout=SLOW_MS)
    assert {shop.fields(ticket)[0] for ticket in remote_ids} == {"new"}


def test_a_claim_goes_out_at_once_and_can_be_given_back(
    qtbot: QtBot, started: Started, shop: Shop
) -> None:
    (ticket,) = shop.open_tickets(1)
    show_all(qtbot, started, 1)
    window, ctx = started.window, started.ctx
    notices: list[Notice] = []
    ctx.notices.posted.connect(notices.append)
    window.list.view.step(1)
    window.claim()
    qtbot.waitUntil(lambda: shop.fields(ticket)[1] != "", timeout=SLOW_MS)
    assert shop.fields(ticket)[1] != shop.bo_id
    qtbot.waitUntil(lambda: said(notices, "Claimed: ") is not None)
    press(notices, "Claimed: ")
    qtbot.waitUntil(lambda: shop.fields(ticket)[1] == "", timeout=SLOW_MS)


def test_who_loses_a_claim_hears_at_once_who_won(
    qtbot: QtBot, started: Started, shop: Shop
) -> None:
    (ticket,) = shop.open_tickets(1)
    show_all(qtbot, started, 1)
    window, ctx = started.window, started.ctx
    asked(qtbot, started, "account.pause", name="store", paused=True)
    shop.bo_sets(ticket, assignee=shop.bo_id)  # faster; this window can't know it yet
    notices: list[Notice] = []
    ctx.notices.posted.connect(notices.append)
    window.list.view.step(1)
    window.claim()
    qtbot.waitUntil(lambda: said(notices, "Claimed: ") is not None)
    asked(qtbot, started, "account.pause", name="store", paused=False)
    qtbot.waitUntil(lambda: said(notices, "Bo Larsen was faster") is not None, timeout=SLOW_MS)
    assert shop.fields(ticket)[1] == shop.bo_id
    left: list[int] = []

    def waiting() -> bool:
        window.ctx.reads.ask(
            lambda reader: reader.all(
                "SELECT id FROM journal.outbox WHERE state NOT IN ('sent', 'cancelled')"
            ),
            then=lambda rows: left.append(len(rows)),
            owner=window,
        )
        return bool(left) and left[-1] == 0

    qtbot.waitUntil(waiting, timeout=SLOW_MS)  # nothing of the lost claim stays
