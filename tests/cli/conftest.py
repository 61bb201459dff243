"""The command line as scripts use it: a child process per command, a passphrase file, JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Finished:
    """One finished command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        shape: dict[str, str] = json.loads(self.err.strip().splitlines()[-1])["error"]
        return shape


class CommandLine:
    """`workspace` on one base directory."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.passphrase_file = base.parent / "passphrase"
        self.passphrase_file.write_text("correct horse 배터리 staple\n", encoding="utf-8")

    def __call__(
        self, *arguments: str, stdin: str = "", as_json: bool = True, timeout: float = 120
    ) -> Finished:
        command = [sys.executable, "-m", "workspace", "--basedir", str(self.base)]
        command += ["--passphrase-file", str(self.passphrase_file), *arguments]
        if as_json:
            command.append("--json")
        done = subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=timeout, encoding="utf-8"
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    def ok(self, *arguments: str, **options: Any) -> Any:
        """The JSON of a command that must succeed."""
        done = self(*arguments, **options)
        assert done.code == 0, (arguments, done)
        return done.json


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[CommandLine]:
    line = CommandLine(tmp_path / "ws")
    yield line
    from workspace.ipc.client import EngineClient
    from workspace.paths import Paths

    client = EngineClient(Paths(line.base), "tests", None)
    if client.connect(2):
        client.call("stop", timeout_s=20)
    client.close()
