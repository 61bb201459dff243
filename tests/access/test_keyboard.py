"""Every control of every page, menu and dialog by keyboard alone: reached, in order, seen, left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT


@pytest.mark.timeout(300)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tab_leads_everywhere_the_focus_is_seen_and_escape_closes(
    tmp_path: Path, theme: str
) -> None:
    command = [sys.executable, "-m", "tests.access.walk", str(tmp_path / "base")]
    done = subprocess.run(
        [*command, "--keys", "--theme", theme, "--sizes", "1440x900"],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    stops = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({stop["stop"] for stop in stops}) > 90
    faults = {f"{stop['stop']}: {fault}" for stop in stops for fault in stop.get("keys", [])}
    assert not faults, "\n".join(sorted(faults))
