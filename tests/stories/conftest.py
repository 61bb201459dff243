"""A whole agent's desk: the real window, the real engine process, a real server."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.servers.rt_fixture import rt_server
from workspace.domain.commands import OutgoingFile
from workspace.ipc.client import EngineClient, connect_or_start
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.settings import Settings, save_settings
from workspace.store.connect import Reader
from workspace.store.queries.rows import ConversationPage, OutboxRow, TicketRow
from workspace.ui.app_window import Started, open_window
from workspace.ui.composer.draft_book import DraftKey, Mode

__all__ = ["rt_server"]

# A send that may have arrived is looked for half a minute long before it goes again, and the engine
# stands behind everybody else for the processor.
PATIENCE_MS = 180_000


class Agent:
    """Somebody at the desk: looks at the window, presses its keys."""

    def __init__(self, started: Started, paths: Paths, key: MasterKey, qtbot: QtBot) -> None:
        self.started = started
        self.window = started.window
        self.paths = paths
        self.key = key
        self.qtbot = qtbot
        self.row: TicketRow | None = None

    def waits_for(self, condition: Callable[[], object]) -> None:
        self.qtbot.wait_until(lambda: bool(condition()), timeout=PATIENCE_MS)

    def ticket(self, account: str, remote_id: str) -> TicketRow | None:
        from workspace.store.queries.tickets import find_ticket

        with_reader = Reader(self.paths, self.key)
        try:
            return find_ticket(with_reader, account, remote_id)
        finally:
            with_reader.close()

    def conversation(self, ticket_id: int) -> ConversationPage:
        from workspace.store.queries.conversation import get_conversation

        reader = Reader(self.paths, self.key)
        try:
            return get_conversation(reader, ticket_id)
        finally:
            reader.close()

    def outbox(self) -> list[OutboxRow]:
        from workspace.store.queries.outbox import list_outbox

        reader = Reader(self.paths, self.key)
        try:
            return list_outbox(reader)
        finally:
            reader.close()

    def knows_of_trouble(self, account: str) -> bool:
        """Whether a send or a poll has found that the backend can't be had."""
        from workspace.store.queries.accounts import list_accounts

        reader = Reader(self.paths, self.key)
        try:
            rows = list_accounts(reader)
        finally:
            reader.close()
        return any(row.error_kind for row in rows if row.name == account) or any(
            row.attempts for row in self.outbox()
        )

    def opens(self, account: str, remote_id: str) -> TicketRow:
        row = self.ticket(account, remote_id)
        assert row is not None
        source = self.window.conversation.source
        self.window.show_ticket(row.id)
        self.waits_for(lambda: source.ticket is not None and source.ticket.id == row.id)
        self.waits_for(lambda: self.edit("reply").isEnabled())
        self.row = row
        return row

    def sees(self, text: str) -> None:
        source = self.window.conversation.source
        self.waits_for(lambda: any(text in entry.text for entry in source.entries))

    def edit(self, mode: str) -> QPlainTextEdit:
        found = self.window.findChild(QPlainTextEdit, f"{mode}_text")
        assert isinstance(found, QPlainTextEdit)
        return found

    def button(self, name: str) -> QWidget:
        for kind in (QPushButton, QToolButton):
            found = self.window.findChild(kind, name)
            if isinstance(found, QWidget):
                return found
        raise AssertionError(name)

    def writes(self, mode: Mode, text: str, files: tuple[Path, ...] = ()) -> None:
        composer = self.window.composer
        (composer.focus_reply if mode == "reply" else composer.focus_note)()
        edit = self.edit(mode)
        edit.insertPlainText(text)
        if files:
            composer.attach(list(files), composer.mode)
            names = [path.name for path in files]
            self.waits_for(lambda: [file.name for file in self.draft_files(mode)] == names)

    def draft_files(self, mode: Mode) -> tuple[OutgoingFile, ...]:
        assert self.row is not None
        draft = self.window.composer.book.get(
            DraftKey(self.row.account_id, self.row.remote_id, mode)
        )
        return draft.files if draft else ()

    def sends(self, mode: str) -> None:
        edit = self.edit(mode)
        self.qtbot.mouseClick(self.button(f"{mode}_send"), Qt.MouseButton.LeftButton)
        self.waits_for(lambda: not edit.toPlainText())

    def all_sent(self) -> bool:
        return all(row.state in ("sent", "cancelled") for row in self.outbox())


@pytest.fixture
def engine(paths: Paths, key: MasterKey) -> Iterator[EngineClient]:
    """The engine process of this base directory, ended with the test."""
    client = connect_or_start(paths, key, "tests", None)
    yield client
    client.call("stop", timeout_s=120)
    client.close()


@pytest.fixture
def agent(
    paths: Paths, key: MasterKey, engine: EngineClient, qtbot: QtBot, qapp: QApplication
) -> Iterator[Agent]:
    """An agent at a window that has joined the engine; sends go at once, without an undo window."""
    gc.collect()
    gc.disable()  # else a reader thread may collect, and destroy, widgets
    save_settings(paths.settings_file, Settings(undo_s=0))
    started = open_window(paths, key, language="en", theme="light")
    started.watchdog.close()  # the tests' own requests block the GUI thread
    started.window.resize(1440, 900)
    try:
        qtbot.wait_until(lambda: started.ctx.engine.is_connected, timeout=PATIENCE_MS)
        yield Agent(started, paths, key, qtbot)
    finally:
        started.window.close()
        started.end()
        gc.enable()
