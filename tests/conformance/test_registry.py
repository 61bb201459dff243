"""Connectors of the administrator's folder, and the broken ones beside them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from workspace.domain.errors import ContractBug, NotFound
from workspace.paths import Paths
from workspace.sync.connectors import registry
from workspace.sync.connectors.desk import DeskConnector

SOUND = """
from workspace.sync.connectors.testing.memory import MemoryConnector
import msgspec
{more}
class Mine(MemoryConnector):
    manifest = msgspec.structs.replace(MemoryConnector.manifest, name="{name}"{change})
connector = Mine
"""


def put(paths: Paths, name: str, source: str, file: str = "__init__.py") -> Path:
    folder = paths.connectors / name
    folder.mkdir(exist_ok=True)
    folder.chmod(0o700)
    (folder / file).write_text(source, encoding="utf-8")
    (folder / file).chmod(0o600)
    return folder


def sound(name: str, more: str = "", change: str = "") -> str:
    return SOUND.format(name=name, more=more, change=change)


def test_a_folder_with_a_package_is_loaded(paths: Paths) -> None:
    put(paths, "one", "LIMIT = 7", "limits.py")
    put(paths, "one", sound("one", "from . import limits", ", page_limit=limits.LIMIT"))
    connector = registry.load("one", paths)
    assert connector.manifest.page_limit == 7
    assert registry.load("one", paths) is connector
    assert registry.available(paths)["one"] is connector


def test_a_folder_with_a_module_of_its_name_is_loaded(paths: Paths) -> None:
    put(paths, "two", sound("two"), "two.py")
    assert registry.load("two", paths).manifest.name == "two"


def test_installed_ones_are_found_without_a_base_directory() -> None:
    assert registry.load("desk") is DeskConnector
    assert {"desk", "rt"} <= registry.available().keys()


def test_an_unknown_one_is_not_found(paths: Paths) -> None:
    with pytest.raises(NotFound, match="no connector “three”"):
        registry.load("three", paths)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("import no_such_module_here", "can't be loaded (ModuleNotFoundError"),
        ("this is no Python", "can't be loaded (SyntaxError"),
        ("raise SystemExit(3)", "can't be loaded (SystemExit"),
        ("x = 1", "can't be loaded (AttributeError"),
        ("connector = dict", "not a Connector class"),
        (
            "from workspace.sync.connectors.contract import Connector as connector",
            "lacks capabilities, check",
        ),
        (sound("another"), "its manifest says “another”"),
        (sound("bad", change=", contract=99"), "version 99 of the contract"),
        (sound("bad", change=', title=" "'), "title is empty"),
        (sound("bad", change=", page_limit=0"), "page limit of 0"),
    ],
)
def test_a_broken_one_is_reported_and_harms_nobody(
    paths: Paths, source: str, sentence: str
) -> None:
    put(paths, "bad", source)
    put(paths, "good", sound("good"))
    assert "good" in registry.available(paths)
    assert "bad" not in registry.available(paths)
    assert sentence in registry.problems(paths)["bad"]
    with pytest.raises(ContractBug):
        registry.load("bad", paths)


def test_an_empty_folder_is_reported(paths: Paths) -> None:
    (paths.connectors / "hollow").mkdir(mode=0o700)
    assert "holds no connector" in registry.problems(paths)["hollow"]


def test_a_folder_cannot_take_the_place_of_an_installed_one(paths: Paths) -> None:
    folder = put(paths, "desk", sound("desk"))
    assert registry.available(paths)["desk"] is DeskConnector
    assert registry.load("desk", paths) is DeskConnector
    assert "not used" in registry.problems(paths)[f"desk ({folder})"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX's")
@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_code_that_others_could_write_is_not_run(paths: Paths, tmp_path: Path, mode: int) -> None:
    trace = tmp_path / "ran"
    folder = put(paths, "open", f"open({str(trace)!r}, 'w')\n" + sound("open"))
    os.chmod(folder, mode)
    assert "can be changed by other users" in registry.problems(paths)["open"]
    assert not trace.exists()


def test_hidden_folders_and_files_are_left_alone(paths: Paths) -> None:
    put(paths, "__pycache__", "raise ValueError")
    put(paths, ".git", "raise ValueError")
    (paths.connectors / "README.md").write_text("x")
    assert not [name for name in registry.problems(paths) if name not in ("desk", "rt")]
