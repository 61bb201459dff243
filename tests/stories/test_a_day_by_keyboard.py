"""A whole day on an embedded desk without the mouse; what arrived is read at the desk.

The window, the engine process and the desk are the real ones. Every press goes to whatever has the
focus at that moment, as a keyboard's does; nothing is called and nothing is clicked.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from tests.stories.conftest import Agent
from workspace.clock import SystemClock
from workspace.domain.items import Address
from workspace.ipc.client import EngineClient
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.sync.connectors.desk import CustomerSide, schema
from workspace.ui.main_window import MainWindow

ACCOUNT = "store"


class Keyboard:
    """Presses keys, and waits for what is to be seen of them."""

    def __init__(self, agent: Agent) -> None:
        self.agent = agent

    def focus(self) -> QWidget:
        """What gets the keys: an open menu, else what has the focus."""
        popup = QApplication.activePopupWidget()
        widget = popup or QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, *keys: str) -> None:
        for key in keys:
            stroke = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self.focus(), stroke.key(), stroke.keyboardModifiers())
            QApplication.processEvents()

    def types(self, text: str) -> None:
        """ASCII by keys; anything else is committed by an input method."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focus(), event)
        QApplication.processEvents()

    def until(self, condition: Callable[[], object]) -> None:
        self.agent.waits_for(condition)

    def back_to_the_window(self) -> None:
        """A dialog was closed by a key: the window manager, which this platform lacks, hands on."""
        window = self.agent.window
        self.until(lambda: QApplication.activeModalWidget() is None)
        window.activateWindow()
        self.until(lambda: QApplication.focusWidget() is not None)
        assert window.isAncestorOf(self.focus())

    def tab_to(self, name: str) -> None:
        """Tab until the control of this accessible name has the focus."""
        for _ in range(80):
            if self.focus().accessibleName() == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to “{name}”")


class DeskSide:
    """What the desk itself holds."""

    def __init__(self, paths: Paths, key: MasterKey) -> None:
        self.side = CustomerSide(paths.desks / ACCOUNT, key.subkey("desk"), SystemClock())
        self.tickets: dict[str, str] = {}

    def customer(self, name: str, subject: str, text: str) -> str:
        person = self.side.meet(name, [Address("email", f"{len(self.tickets)}@example.com")])
        ticket = self.side.open_ticket(person, "email", subject=subject, text=text)
        self.tickets[subject] = ticket
        return ticket

    def said(self, ticket: str) -> list[tuple[str, str]]:
        """Kind and text of what agents wrote there."""
        of = schema.entry.c
        query = select(of.kind, of.text).where(
            of.ticket_id == ticket, of.direction == "out", of.kind != "activity"
        )
        with self.side.database.read() as connection:
            return [(row.kind, row.text) for row in connection.execute(query.order_by(of.id))]

    def field(self, ticket: str, name: str) -> str:
        of = schema.ticket.c
        with self.side.database.read() as connection:
            return str(connection.scalar(select(of[name]).where(of.id == ticket)))

    def files(self, ticket: str) -> list[tuple[str, bytes]]:
        """Names and bytes of what agents attached."""
        of, entry = schema.attachment.c, schema.entry.c
        query = (
            select(of.name, of.file_id)
            .join_from(schema.attachment, schema.entry, entry.id == of.entry_id)
            .where(entry.ticket_id == ticket, entry.direction == "out")
        )
        with self.side.database.read() as connection:
            rows = connection.execute(query).fetchall()
        return [(row.name, b"".join(self.side.database.chunks(row.file_id))) for row in rows]


@pytest.fixture
def desk_side(paths: Paths, key: MasterKey, engine: EngineClient) -> DeskSide:
    """A desk with the morning's tickets, known to the engine."""
    engine.call(
        "account.add",
        timeout_s=300,
        name=ACCOUNT,
        connector="desk",
        url="",
        settings={},
        secret="",
        check=True,
    )
    desk = DeskSide(paths, key)
    desk.customer("Laura Bianchi", "Invoice without VAT number", "Please send it again.")
    desk.customer("Daniel Osei", "Two left shoes", "Both shoes are left ones. Refund?")
    desk.customer("김민지", "배송 문의", "언제 오나요?")
    engine.call("sync.once", timeout_s=120, account=ACCOUNT)
    return desk


@pytest.mark.timeout(300)
def test_a_day_without_the_mouse(
    desk_side: DeskSide, agent: Agent, paths: Paths, key: MasterKey, tmp_path: Path
) -> None:
    keys, window = Keyboard(agent), agent.window
    window.activateWindow()
    keys.until(lambda: window.list.model.rowCount() == 3 and QApplication.focusWidget())

    # Find, and read.
    shoes = desk_side.tickets["Two left shoes"]
    keys.press("Ctrl+K")
    keys.types("refund")
    keys.until(lambda: shown_hits(window) > 0)
    keys.press("Return")
    keys.until(lambda: in_front(agent) == shoes)
    agent.sees("Both shoes are left ones. Refund?")
    keys.press("Ctrl+3", "Home")
    assert keys.focus() is window.conversation.view or window.conversation.isAncestorOf(
        keys.focus()
    )

    # Reply, in two languages.
    keys.press("R")
    keys.until(lambda: keys.focus() is agent.edit("reply"))
    keys.types("Sorry for that! ")
    keys.types("바로 보내 드릴게요.")
    keys.press("Ctrl+Return")
    keys.until(lambda: ("message", "Sorry for that! 바로 보내 드릴게요.") in desk_side.said(shoes))

    # A note with a file.
    label = tmp_path / "label.txt"
    label.write_text("H-14")
    keys.press("Ctrl+3", "N")
    keys.until(lambda: keys.focus() is agent.edit("note"))
    keys.types("Return label is printed.")
    keys.tab_to("Attach files")
    keys.press("Space")
    keys.until(lambda: keys.focus().window() is not window)
    keys.types(str(label))
    if QApplication.activePopupWidget() is not None:  # what the dialog would complete
        keys.press("Escape")
    keys.press("Return")
    keys.back_to_the_window()
    assert window.composer.mode == "note"
    agent.row = agent.ticket(ACCOUNT, shoes)
    keys.until(lambda: [file.name for file in agent.draft_files("note")] == ["label.txt"])
    keys.press("Ctrl+3", "N", "Ctrl+Return")
    keys.until(lambda: ("note", "Return label is printed.") in desk_side.said(shoes))
    assert desk_side.files(shoes) == [("label.txt", b"H-14")]

    # Assign it to oneself, solve it.
    keys.press("Ctrl+3", "A")
    keys.until(QApplication.activePopupWidget)
    keys.press("Down", "Return")
    me = keys_owner(desk_side)
    keys.until(lambda: desk_side.field(shoes, "assignee") == me)
    keys.press("Ctrl+3", "E")
    keys.until(lambda: desk_side.field(shoes, "status") == "solved")

    # The next one: put it off till tomorrow. Home leads there once the solved one has left.
    keys.until(lambda: shoes not in listed(window))
    keys.press("Ctrl+2", "Home")
    keys.until(lambda: in_front(agent) not in ("", shoes))
    invoice = in_front(agent)
    keys.press("S")
    keys.until(lambda: keys.focus().window() is not window)
    keys.types("tomorrow 9")
    keys.press("Return")
    keys.back_to_the_window()
    keys.until(lambda: snoozed(paths, key) == [invoice])

    # Settings: larger letters, then back to work.
    keys.press("Ctrl+2", "Ctrl+,")
    keys.until(lambda: keys.focus().window() is not window)
    keys.tab_to("Pages of settings")
    keys.press("Down")
    keys.tab_to("Size of text")
    keys.press("Down")
    keys.until(lambda: agent.started.ctx.settings.value.scale > 100)
    keys.press("Escape")
    keys.back_to_the_window()

    # Nothing went out twice, nothing leaked.
    keys.until(agent.all_sent)
    assert desk_side.said(shoes) == [
        ("message", "Sorry for that! 바로 보내 드릴게요."),
        ("note", "Return label is printed."),
    ]
    others = [ticket for ticket in desk_side.tickets.values() if ticket != shoes]
    assert [desk_side.said(ticket) for ticket in others] == [[], []]


def shown_hits(window: QWidget) -> int:
    from workspace.ui.search.palette import SearchPalette

    (palette,) = window.findChildren(SearchPalette)
    return int(palette.model.rowCount())


def listed(window: MainWindow) -> list[str]:
    """The desk's ids of the tickets in the list."""
    model = window.list.model
    rows = [model.row_at(position) for position in range(model.rowCount())]
    return [row.remote_id for row in rows if row is not None]


def in_front(agent: Agent) -> str:
    """The desk's id of the ticket that shows."""
    ticket = agent.window.conversation.source.ticket
    return ticket.remote_id if ticket is not None else ""


def keys_owner(desk_side: DeskSide) -> str:
    """The desk's id of the agent who works here."""
    of = schema.meta.c
    with desk_side.side.database.read() as connection:
        return str(connection.scalar(select(of.value).where(of.key == "owner")))


def snoozed(paths: Paths, key: MasterKey) -> list[str]:
    reader = Reader(paths, key)
    rows = reader.all("SELECT ticket_remote_id FROM journal.snooze")
    reader.close()
    return [row[0] for row in rows]
