"""A desk's backup opens on another computer by recovery code or passphrase, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine, workspace
from tests.cli.test_desk_by_command_line import desk
from workspace.keys import new_recovery_code, unlock
from workspace.paths import Paths

__all__ = ["desk", "workspace"]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[CommandLine]:
    """Another computer: its own base directory, passphrase and key, and an empty desk."""
    folder = tmp_path / "another-computer"
    folder.mkdir()
    line = CommandLine(folder / "ws")
    line.passphrase_file.write_text("a passphrase of the other one")
    line.ok("account", "add", "desk", "--name", "store")
    yield line
    from workspace.ipc.client import EngineClient

    client = EngineClient(Paths(line.base), "tests", None)
    if client.connect(2):
        client.call("stop", timeout_s=20)
    client.close()


def test_by_recovery_code_or_passphrase(
    desk: CommandLine, other: CommandLine, tmp_path: Path
) -> None:
    paths = Paths(desk.base)
    code = new_recovery_code(paths, unlock(paths, desk.passphrase_file))
    copy = tmp_path / "store.backup"
    desk.ok("desk", "backup", "store", str(copy))
    for file in (copy, tmp_path / "store.backup.key"):
        assert "반품".encode() not in file.read_bytes()

    plain = other("desk", "restore", "store", str(copy))
    assert plain.code == 1
    wrong = f"{code[:-4]}0000"
    refused = other("desk", "restore", "store", str(copy), "--recovery-code", stdin=wrong)
    assert refused.code == 1
    assert "typing error" in refused.error["message"]

    other.ok("desk", "restore", "store", str(copy), "--recovery-code", stdin=code)
    other.ok("sync", "--once")
    subjects = {ticket["subject"] for ticket in other.ok("tickets")}
    assert subjects == {"신발 반품 요청", "Invoice without VAT number"}

    by_passphrase = ("--backup-passphrase-file", str(desk.passphrase_file))
    other.ok("desk", "restore", "store", str(copy), *by_passphrase)
    other.ok("sync", "--once")
    assert len(other.ok("tickets")) == 2
