"""A whole window over hostile tickets opens no foreign file, no socket, and renders no markup."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import html5lib
import pytest

from tests import ROOT
from tests.security import corpus
from workspace.sanitise import sanitise

CALLS = (
    "open,openat,openat2,stat,lstat,newfstatat,statx,access,faccessat,faccessat2,readlink,execve"
)
ALLOWED_SCHEMES = ("http:", "https:", "mailto:", "tel:", "cid:")


def test_the_corpus_is_large_and_nothing_of_it_comes_through() -> None:
    made = corpus.bodies("/canary/file.png")
    assert len(set(made)) >= 300
    assert len(corpus.odd_messages()) >= 60
    began = time.process_time()
    for body in made:
        clean = sanitise(body).html
        tree = html5lib.parseFragment(clean, namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in {
                "script",
                "style",
                "link",
                "iframe",
                "object",
                "embed",
                "svg",
                "base",
                "meta",
                "form",
                "input",
                "body",
                "audio",
                "video",
            }
            for name, value in element.attrib.items():
                assert not name.startswith("on"), body
                assert name not in {"style", "background", "srcset", "poster", "id", "class"}, body
                if name in {"src", "href"}:
                    assert value.lower().startswith(ALLOWED_SCHEMES), body
                if name == "src":
                    assert value.lower().startswith("cid:"), body
    assert time.process_time() - began < 60  # no body of it makes the parser run away


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_system_calls_of_a_whole_window_name_neither_file_nor_host(tmp_path: Path) -> None:
    """Conversation, quotes, list, contact, tooltips, notices, search, paste, pages."""
    canary = tmp_path / "foreign" / "canary.png"
    canary.parent.mkdir()
    canary.write_bytes(b"\x89PNG\r\n\x1a\n")
    trace = tmp_path / "trace"
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-s", "400", "-o", str(trace)),
            *("-e", f"trace={CALLS},socket,connect,sendto"),
            *(
                sys.executable,
                "-m",
                "tests.security.hostile_window",
                str(tmp_path / "base"),
                str(canary),
            ),
        ],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["bodies"] >= 300
    assert told["painted"] >= 60
    assert told["pdf"] > 20_000  # printed with all its entries
    opened = " ".join(told["opened"])
    for page in ("Snooze", "Transcript", "PopOut", "Queue", "Macro", "Debug"):
        assert page in opened
    assert told["rich"] == []
    calls = trace.read_text(errors="replace")
    assert "cache.db" in calls  # the trace saw the process at work
    assert [line for line in calls.splitlines() if "canary" in line and "execve" not in line] == []
    assert re.findall(r".*AF_INET.*|.*127\.0\.0\.1.*", calls) == []
    assert len(re.findall(r"execve\(", calls)) == 1  # and nothing was started


CARELESS = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel(f"<img src='{sys.argv[1]}'>")
label.grab()
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_trap_catches_a_careless_label(tmp_path: Path) -> None:
    """The control: a label that guesses its format does open the file, and the trace shows it."""
    trace = tmp_path / "trace"
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-s", "400", "-o", str(trace), "-e", f"trace={CALLS}"),
            *(sys.executable, "-c", CARELESS, str(tmp_path / "canary.png")),
        ],
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        check=True,
        capture_output=True,
        timeout=120,
    )
    opened = [line for line in trace.read_text().splitlines() if "execve" not in line]
    assert any("canary.png" in line for line in opened)
