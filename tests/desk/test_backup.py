"""A backup is whole and encrypted; a restored desk never reuses a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import KEY, Desk, a_connector
from workspace.domain.commands import AddNote, SendReply
from workspace.domain.errors import CursorLost, StoreError
from workspace.domain.items import EntryItem
from workspace.domain.words import Kind
from workspace.sync.connectors.contract import AttachmentRef
from workspace.sync.connectors.desk.backup import backup, restore


def _close(desk: Desk) -> None:
    desk.customers.close()
    desk.connector.close()


def test_a_backup_is_encrypted_and_whole(desk: Desk, tmp_path: Path) -> None:
    ticket = desk.ticket("CANARY-text")
    desk.push(ticket, AddNote(text="x", attachments=(desk.file("f", b"CANARY-f" * 50_000),)))
    before = desk.dump()
    target = tmp_path / "backup.db"
    backup(desk.folder, KEY, target)
    assert b"CANARY" not in target.read_bytes()
    assert desk.dump() == before
    _close(desk)
    other = tmp_path / "other"
    assert restore(other, KEY, target) is None
    connector = a_connector(other, desk.clock)
    items = connector.pull("history", "").items
    (note,) = [i for i in items if isinstance(i, EntryItem) and i.kind is Kind.NOTE]
    ref = AttachmentRef(ticket, note.remote_id, note.attachments[0].remote_id)
    assert b"".join(connector.get_attachment(ref)) == b"CANARY-f" * 50_000
    connector.close()
    assert {file.name for file in tmp_path.iterdir()} == {"backup.db", "store", "other"}


def test_a_restored_desk_goes_on_above_all_it_ever_said(desk: Desk, tmp_path: Path) -> None:
    ticket = desk.ticket("before")
    target = tmp_path / "backup.db"
    backup(desk.folder, KEY, target)
    lost = desk.ticket("lost: came after the backup")
    for number in range(30):
        desk.customers.write(ticket, desk.minji, f"lost {number}")
    revision = desk.get(ticket).revision
    cursor = desk.connector.pull("live", "").next
    _close(desk)
    kept = restore(desk.folder, KEY, target)
    assert kept is not None
    assert kept.is_file()

    with pytest.raises(CursorLost):
        desk.connector.pull("live", cursor)
    assert [entry.text for entry in desk.entries(ticket)] == ["before"]
    assert desk.get(ticket).revision > revision
    new = desk.ticket("after")
    assert int(new) > int(lost)
    assert desk.get(new).revision > revision
    live = desk.connector.pull("live", "").next
    desk.push(ticket, SendReply(text="works"))
    assert desk.drain("live", live)[0]


def test_a_desk_in_use_is_not_replaced(desk: Desk, tmp_path: Path) -> None:
    desk.ticket()
    target = tmp_path / "backup.db"
    backup(desk.folder, KEY, target)
    desk.ticket("after the backup")
    before = desk.dump()
    with desk.customers.database.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM desk_ticket")
        with pytest.raises(StoreError, match="in use"):
            restore(desk.folder, KEY, target)
    assert desk.dump() == before
    assert not [file for file in desk.folder.iterdir() if file.name.endswith(".part")]


def test_no_file_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("precious")
    with pytest.raises(StoreError):
        backup(desk.folder, KEY, target)
    assert target.read_text() == "precious"


@pytest.mark.parametrize("damage", ["cut", "other key", "not a desk", "flipped"])
def test_a_bad_backup_replaces_nothing(desk: Desk, tmp_path: Path, damage: str) -> None:
    desk.ticket("still here")
    target = tmp_path / "backup.db"
    key = KEY
    backup(desk.folder, KEY, target)
    content = bytearray(target.read_bytes())
    if damage == "cut":
        target.write_bytes(content[: len(content) // 2])
    elif damage == "not a desk":
        target.write_text("hello")
    elif damage == "flipped":
        content[len(content) // 2] ^= 1
        target.write_bytes(content)
    else:
        key = bytes(32)
    _close(desk)
    with pytest.raises(StoreError):
        restore(desk.folder, key, target)
    assert len(desk.connector.pull("history", "").items) == 2


def test_there_must_be_something_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        backup(tmp_path / "none", KEY, tmp_path / "b.db")
    with pytest.raises(StoreError):
        restore(tmp_path / "none", KEY, tmp_path / "b.db")
    assert list(tmp_path.iterdir()) == []
