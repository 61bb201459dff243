"""An administrator's session on the embedded desk, from an empty folder to a sent reply."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from workspace.clock import SystemClock
from workspace.domain.items import Address
from workspace.keys import unlock
from workspace.paths import Paths

TICKET_KEYS = {
    "ref",
    "account",
    "remote_id",
    "subject",
    "status",
    "backend_status",
    "assignee",
    "team",
    "priority",
    "tags",
    "channel",
    "requester",
    "created_at",
    "updated_at",
    "custom_fields",
    "message_count",
}


@pytest.fixture
def desk(workspace: CommandLine) -> CommandLine:
    """An account `store` with two tickets of customers."""
    from workspace.sync.connectors.desk.customer_side import CustomerSide

    workspace.ok("account", "add", "desk", "--name", "store")
    paths = Paths(workspace.base)
    key = unlock(paths, workspace.passphrase_file)
    side = CustomerSide(paths.desks / "store", key.subkey("desk"), SystemClock())
    for name, address, subject, text in (
        (
            "김민지 Kim Min-ji",
            "min-ji.kim@example.com",
            "신발 반품 요청",
            "주문 48213 신발 사이즈가 맞지 않아 반품하고 싶습니다.",
        ),
        (
            "Laura Bianchi",
            "laura@example.com",
            "Invoice without VAT number",
            "Please send the invoice again.",
        ),
    ):
        person = side.meet(name, [Address("email", address)])
        side.open_ticket(person, "email", subject=subject, text=text)
    side.close()
    workspace.ok("sync", "--once")
    return workspace


def test_lists_shows_and_searches(desk: CommandLine) -> None:
    tickets = desk.ok("tickets", "--queue", "open")
    assert len(tickets) == 2
    assert set(tickets[0]) >= TICKET_KEYS
    korean = next(ticket for ticket in tickets if "반품" in ticket["subject"])
    assert korean["requester"]["name"] == "김민지 Kim Min-ji"
    assert korean["created_at"].endswith("Z")
    shown = desk.ok("ticket", korean["ref"])
    [message] = [entry for entry in shown["messages"] if entry["kind"] == "message"]
    assert message["direction"] == "in"
    assert "48213" in message["text"]
    [hit] = desk.ok("search", "사이즈")
    assert hit["ref"] == korean["ref"]
    assert "사이즈" in hit["snippet"]


def test_reply_note_and_fields_reach_the_desk_once(desk: CommandLine, tmp_path: Path) -> None:
    ref = desk.ok("tickets")[0]["ref"]
    attachment = tmp_path / "영수증.txt"
    attachment.write_text("₩129,000", encoding="utf-8")
    sent = desk.ok("reply", ref, "--text", "안녕하세요, 처리했습니다.", "--wait")
    assert sent["state"] == "sent"
    assert sent["remote_id"]
    desk.ok("note", ref, "--text", "VIP", "--attach", str(attachment), "--wait")
    desk.ok("set", ref, "status=pending", "assignee=me", "tag+=returns", "priority=high", "--wait")
    desk.ok("sync", "--once")
    shown = desk.ok("ticket", ref)
    assert (shown["status"], shown["tags"], shown["priority"]) == ("pending", ["returns"], "high")
    assert shown["assignee"]
    out = [e for e in shown["messages"] if e["kind"] == "message" and e["direction"] == "out"]
    assert [entry["text"].strip() for entry in out] == ["안녕하세요, 처리했습니다."]
    [note] = [entry for entry in shown["messages"] if entry["kind"] == "note"]
    assert [item["name"] for item in note["attachments"]] == ["영수증.txt"]
    assert desk.ok("outbox") == []
    assert [row["state"] for row in desk.ok("outbox", "--all")] == ["sent"] * 3


def test_a_note_stays_on_this_computer(desk: CommandLine, tmp_path: Path) -> None:
    ref, other = [row["ref"] for row in desk.ok("tickets")]
    kept = desk.ok("note", ref, "--local", "--text", "4111 1111 1111 1111 은 사장님 카드")
    assert (kept["ref"], kept["local"]) == (ref, True)
    desk.ok("note", other, "--local", "--text", "내일 전화")
    assert desk.ok("outbox", "--all") == []
    [note] = [entry for entry in desk.ok("ticket", ref)["messages"] if entry["kind"] == "note"]
    assert (note["state"], note["remote_id"]) == ("local", kept["id"])
    [hit] = desk.ok("search", "사장님")
    assert (hit["ref"], hit["local"]) == (ref, True)
    assert "4111" not in hit["snippet"]
    assert len(desk.ok("search", "is:local")) == 2
    for more in (("--wait",), ("--attach", str(desk.passphrase_file))):
        refused = desk("note", ref, "--local", "--text", "x", *more)
        assert (refused.code, refused.error["kind"]) == (2, "usage")
    backup = tmp_path / "store.backup"
    said = desk.ok("desk", "backup", "store", str(backup))
    assert said["local_notes"] == 2  # not in it: they are no part of the desk
    desk.ok("desk", "restore", "store", str(backup))
    desk.ok("sync", "--once")
    assert len(desk.ok("search", "is:local")) == 2
    refused = desk("account", "remove", "store")
    assert (refused.code, refused.error["kind"]) == (2, "usage")
    assert "2 notes" in refused.error["message"]
    desk.ok("account", "remove", "store", "--force")


def test_errors_are_sentences_and_codes(desk: CommandLine) -> None:
    wrong = desk("reply", "store", "--text", "x")
    assert (wrong.code, wrong.error["kind"]) == (2, "usage")
    missing = desk("ticket", "store:no-such")
    assert (missing.code, missing.error["kind"]) == (1, "not_found")
    assert missing.error["action"]
    assert desk("set", desk.ok("tickets")[0]["ref"], "colour=red").code == 2
    assert desk("tickets", "--queue", "nonsense").code == 2
    assert desk("reply", desk.ok("tickets")[0]["ref"], "--text", "  ").code == 2


def test_a_base_directory_is_closed_without_its_passphrase(desk: CommandLine) -> None:
    desk.passphrase_file.write_text("wrong\n")
    refused = desk("tickets")
    assert (refused.code, refused.error["kind"]) == (1, "wrong_passphrase")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(desk.base / "cache.db").execute("SELECT count(*) FROM sqlite_master")


def test_diagnostics_hold_no_customer_text(desk: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "report.zip"
    desk.ok("export-diagnostics", str(target))
    with zipfile.ZipFile(target) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    for word in ("반품", "min-ji", "Laura", "VAT", "48213"):
        assert word.encode() not in whole
    assert b'"ticket": 2' in whole


def test_account_with_a_desk_is_removed_only_by_force(desk: CommandLine) -> None:
    assert desk("account", "remove", "store").code == 2
    desk.ok("account", "remove", "store", "--force")
    assert desk.ok("account", "list") == []
    assert desk.ok("tickets", "--queue", "all") == []


def test_desk_comes_back_from_its_backup(desk: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "store.backup"
    desk.ok("desk", "backup", "store", str(copy))
    assert "반품".encode() not in copy.read_bytes()
    ref = desk.ok("tickets")[0]["ref"]
    desk.ok("note", ref, "--text", "written after the backup", "--wait")
    desk.ok("desk", "restore", "store", str(copy))
    desk.ok("sync", "--once")
    assert len(desk.ok("tickets")) == 2


def test_connectors_are_listed(workspace: CommandLine) -> None:
    names = {item["name"] for item in workspace.ok("connectors")}
    assert {"desk", "rt"} <= names


def test_a_ticket_is_put_off_and_queues_are_counted(desk: CommandLine) -> None:
    desk.ok("sync", "--once")
    ref = desk.ok("tickets")[0]["ref"]

    def counts() -> tuple[int, int, int]:
        found = {row["queue"]: row["tickets"] for row in desk.ok("queues")}
        return found["open"], found["account:store"], found["snoozed"]

    assert counts() == (2, 2, 0)
    assert desk.ok("snooze", ref, "until", "reply") == {"ref": ref, "snoozed": True, "until": None}
    assert desk.ok("snooze", ref, "내일", "오전", "9시")["until"].endswith("Z")
    assert counts() == (1, 1, 1)
    assert [row["ref"] for row in desk.ok("tickets", "--queue", "snoozed")] == [ref]
    refused = desk("snooze", ref, "whenever")
    assert (refused.code, refused.error["kind"]) == (2, "usage")
    assert "tomorrow 9" in refused.error["message"]
    assert desk.ok("snooze", ref, "--off")["snoozed"] is False
    assert counts() == (2, 2, 0)
    assert desk("tickets", "--queue", "saved:none").code == 2
    assert desk("tickets", "--queue", "mine", "--order", "wake").code == 2
