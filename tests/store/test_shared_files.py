"""Files that others look into: a finished one gets its name all the same, readers keep theirs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workspace import shared_files
from workspace.shared_files import opener, put_in_place


def held(monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    """`os.replace` as on a system where somebody looks into the file for so many tries."""
    tries: list[int] = []
    really = os.replace

    def replace(part: Path, final: Path) -> None:
        tries.append(1)
        if len(tries) <= times:
            raise PermissionError(13, "The process cannot access the file")
        really(part, final)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(shared_files, "PAUSE_S", 0.0)
    return tries


def test_a_look_into_the_file_is_waited_for_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, final = tmp_path / "part", tmp_path / "final"
    part.write_text("new")
    final.write_text("old")
    tries = held(monkeypatch, 3)
    put_in_place(part, final, "win32")
    assert final.read_text() == "new"
    assert not part.exists()
    assert len(tries) == 4


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_what_is_forbidden_for_good_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    (tmp_path / "part").write_text("new")
    tries = held(monkeypatch, 10**9)
    monkeypatch.setattr(shared_files, "PATIENCE_S", 0.05)
    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "part", tmp_path / "final", system)
    assert (len(tries) > 1) == (system == "win32")


def test_a_file_that_is_read_can_be_removed_and_renamed(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for path in (one, two):
        path.write_bytes(b"0123456789")
    with open(one, "rb", opener=opener) as first, open(two, "rb", opener=opener) as second:
        one.unlink()
        two.rename(tmp_path / "three")
        assert first.read() == second.read() == b"0123456789"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["three"]


def test_writers_append_and_begin_anew(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for mode, text in (("a", "one\n"), ("a", "two\n"), ("w", "three\n"), ("a", "four\n")):
        with open(path, mode, encoding="utf-8", newline="", opener=opener) as stream:
            stream.write(text)
    assert path.read_bytes() == b"three\nfour\n"
    with pytest.raises(FileExistsError):
        open(path, "x", opener=opener).close()
    with pytest.raises(FileNotFoundError):
        open(tmp_path / "none", "rb", opener=opener).close()
