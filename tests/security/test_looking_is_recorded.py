"""Who looks at a ticket without working on it changes nothing there, and leaves a record here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from workspace.clock import SystemClock
from workspace.domain.errors import WorkspaceError
from workspace.domain.items import Address
from workspace.ipc.client import EngineClient
from workspace.keys import MasterKey, unlock
from workspace.paths import Paths
from workspace.sqlcipher import open_database
from workspace.sync.connectors.desk import CustomerSide


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[CommandLine]:
    line = CommandLine(tmp_path / "ws")
    paths = Paths(line.base).ensure()
    unlock(paths, line.passphrase_file)
    line("recovery", "new")
    line.ok("account", "add", "desk", "--name", "store")
    yield line
    client = EngineClient(paths, "tests", None)
    with suppress(WorkspaceError):
        if client.connect(2):
            client.call("stop", timeout_s=20)
    client.close()


def rows_of(path: Path, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    """All that a database holds, table by table."""
    connection = open_database(path, key, read_only=True)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}
    connection.close()
    return found


def audit_rows(line: CommandLine, key: MasterKey) -> list[tuple[object, ...]]:
    rows = rows_of(Paths(line.base).journal_db, key.subkey("journal"))["audit"]
    return [row[2:5] for row in rows if str(row[2]).startswith("viewed")]


def test_a_look_changes_nothing_and_is_recorded_with_its_reason(supervisor: CommandLine) -> None:
    paths = Paths(supervisor.base)
    key = unlock(paths, supervisor.passphrase_file)
    desk = paths.desks / "store"
    side = CustomerSide(desk, key.subkey("desk"), SystemClock())
    person = side.meet("김민지", [Address("email", "minji@example.com")])
    ticket = side.open_ticket(person, "email", subject="배송", text="언제 오나요?")
    supervisor.ok("sync", "--once")
    before = rows_of(desk / "desk.db", key.subkey("desk"))

    seen = supervisor.ok("view", f"store:{ticket}", "--reason", "  quality check,\n week 47 ")

    assert seen["subject"] == "배송"
    assert [one["text"] for one in seen["messages"] if one["kind"] == "message"] == ["언제 오나요?"]
    assert rows_of(desk / "desk.db", key.subkey("desk")) == before
    assert audit_rows(supervisor, key) == [
        ("viewed.ticket", f"store:{ticket}", "quality check, week 47")
    ]
    side.close()


def test_a_look_that_the_backend_refuses_is_recorded_all_the_same(supervisor: CommandLine) -> None:
    key = unlock(Paths(supervisor.base), supervisor.passphrase_file)
    done = supervisor("view", "store:nowhere", "--reason", "complaint 12")
    assert done.code == 1
    assert audit_rows(supervisor, key) == [("viewed.ticket", "store:nowhere", "complaint 12")]
    supervisor.ok("audit", "verify")


def test_without_a_reason_nobody_looks(supervisor: CommandLine) -> None:
    key = unlock(Paths(supervisor.base), supervisor.passphrase_file)
    assert supervisor("view", "store:1", "--reason", " \n ").error["kind"] == "usage"
    assert supervisor("view", "store:1").code == 2
    assert audit_rows(supervisor, key) == []
