"""No text is cut off on any page, from 100 to 200 %, in small and large windows, in both languages.

Long texts may end in …, if a tooltip has the rest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT


@pytest.mark.parametrize(
    ("languages", "scales", "size"),
    [("en,ko", "100,200", "1024x700"), ("ko", "150", "1024x700"), ("en,ko", "100,200", "1440x900")],
)
def test_every_text_is_seen_whole(tmp_path: Path, languages: str, scales: str, size: str) -> None:
    command = [sys.executable, "-m", "tests.access.walk", str(tmp_path / "base")]
    command += ["--languages", languages, "--scales", scales, "--sizes", size]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    stops = [json.loads(line) for line in done.stdout.splitlines()]
    combinations = (languages.count(",") + 1) * (scales.count(",") + 1)
    assert len(stops) > 30 * combinations
    cut = [
        f"{stop['stop']} {stop['language']} {stop['scale']} %: {text}"
        for stop in stops
        for text in stop["cut"]
    ]
    assert cut == []
