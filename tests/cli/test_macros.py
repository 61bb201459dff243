"""`workspace macros` on the command line, without a key."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from workspace.cli.main import run
from workspace.cli.parser import parse
from workspace.paths import Paths
from workspace.settings import Settings, save_settings


class Cli:
    def __init__(self, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.base, self.capsys = base, capsys

    def __call__(self, *words: str) -> tuple[int, Any]:
        code = run(parse(["--basedir", str(self.base), "--json", "macros", *words]))
        out = self.capsys.readouterr()
        return code, json.loads(out.out or out.err)


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    paths = Paths(tmp_path / "base").ensure()
    paths.macros.mkdir()
    (paths.macros / "hi.toml").write_text(
        'name = "Hi"\n[language.ko]\ntext = "안녕"\n', encoding="utf-8"
    )
    (paths.macros / "bad.toml").write_text('name = "Bad"\n\nkey = "x"\n')
    team = tmp_path / "team"
    team.mkdir()
    (team / "hi.toml").write_text('name = "Hi"\ntext = "theirs"\n')
    (team / "bye.toml").write_text('name = "Bye"\ntext = "x"\nfiles = ["gone.pdf"]\n')
    save_settings(paths.settings_file, Settings(macro_folders=(str(team),)))
    return Cli(paths.base, capsys)


def test_listed_and_checked(cli: Cli, tmp_path: Path) -> None:
    code, found = cli("list")
    assert code == 0
    states = [(one["id"], one["own"], one["hidden"], one["usable"]) for one in found]
    assert states == [
        ("bad", True, False, False),
        ("hi", True, False, True),
        ("bye", False, False, True),
        ("hi", False, True, False),
    ]
    assert found[1]["languages"]["ko"]["text"] == "안녕"
    code, faults = cli("check")
    assert code == 1
    assert ("bad.toml", 3, "error") in {
        (Path(one["file"]).name, one["line"], one["level"]) for one in faults
    }
    assert "missing_file" in {one["kind"] for one in faults}
    assert cli("check", str(tmp_path / "team"))[0] == 0
    assert cli("check", str(tmp_path / "nowhere"))[0] == 1


def test_exported_and_imported(cli: Cli, tmp_path: Path) -> None:
    code, problem = cli("export", str(tmp_path / "m.zip"))
    assert (code, problem["error"]["kind"]) == (1, "not_found")  # a file to attach is missing
    (tmp_path / "team" / "gone.pdf").write_bytes(b"%PDF")
    assert cli("export", str(tmp_path / "m.zip"))[0] == 0
    names = ["bye.toml", "gone.pdf", "hi.toml"]
    assert sorted(zipfile.ZipFile(tmp_path / "m.zip").namelist()) == names
    (cli.base / "macros" / "hi.toml").write_text('name = "Hi"\ntext = "changed"')
    code, problem = cli("import", str(tmp_path / "m.zip"))
    assert (code, problem["error"]["kind"]) == (2, "usage")
    code, done = cli("import", str(tmp_path / "m.zip"), "--on-conflict", "rename")
    assert code == 0
    assert {one["id"]: one["done"] for one in done} == {"bye": "added", "hi-2": "renamed"}
    assert cli("export", str(tmp_path / "one"), "hi-2")[0] == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["hi-2.toml"]
