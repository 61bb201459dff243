"""Where there is no console, or one of another code page: nothing fails, and JSON loses nothing."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workspace import console

HARD = "배송 😀 문의"


def korean_pipe() -> tuple[io.BytesIO, io.TextIOWrapper]:
    """What a command's output is on a Korean Windows, when it goes to a file."""
    raw = io.BytesIO()
    return raw, io.TextIOWrapper(raw, encoding="cp949", newline="")


def test_a_letter_that_the_code_page_lacks_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    raw, stream = korean_pipe()
    monkeypatch.setattr(sys, "stdout", stream)
    console.prepare()
    stream.write(HARD + "\n")
    stream.flush()
    assert raw.getvalue().decode("cp949") == "배송 ? 문의\n"


def test_json_is_whole_in_any_code_page() -> None:
    raw, stream = korean_pipe()
    stream.write(console.as_json({"subject": HARD}, stream))
    stream.flush()
    assert json.loads(raw.getvalue().decode("cp949")) == {"subject": HARD}
    assert HARD in console.as_json(HARD, io.TextIOWrapper(io.BytesIO(), encoding="UTF-8"))


def test_without_any_console_writing_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(console, "SILENT", set())
    console.prepare()
    given = (sys.stdout, sys.stderr)
    try:
        sys.stdout.write(HARD)
        sys.stderr.write(HARD)
        assert {"stdout", "stderr"} == console.SILENT
    finally:
        for stream in given:
            stream.close()


def test_the_command_itself_in_a_korean_code_page(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workspace", "--basedir", str(tmp_path / "base"), "--json"]
    done = subprocess.run(
        [*command, "ticket", "😀"],
        env={**os.environ, "PYTHONIOENCODING": "cp949"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 2
    told = json.loads(done.stderr.decode("cp949"))
    assert "😀" in told["error"]["message"]


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a display")
def test_a_window_without_a_display_ends_with_a_sentence(tmp_path: Path) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}
    without = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "workspace", "--demo", "--basedir", str(tmp_path / "base")],
        env=without,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display here")
    assert "Qt" not in done.stderr
    assert not (tmp_path / "base").exists()
