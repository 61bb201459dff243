"""What `workspace connectors new` writes installs as it stands, and is red until filled in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workspace.domain.errors import UsageError
from workspace.sync.connectors.testing.scaffold import create


def test_the_new_package_is_found_and_its_suite_is_red(tmp_path: Path) -> None:
    package = create(tmp_path, "help-hub")
    site = tmp_path / "site"
    install = ["pip", "install", "-q", "--no-deps", "--no-index", "--no-build-isolation"]
    install += ["--disable-pip-version-check", "--target", str(site), str(package)]
    subprocess.run([sys.executable, "-m", *install], check=True, timeout=120)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    load = "from workspace.sync.connectors.registry import load; print(load('help-hub').__name__)"
    loaded = subprocess.run(
        [sys.executable, "-c", load], env=environment, capture_output=True, timeout=60, check=True
    )
    assert loaded.stdout.split() == [b"HelpHubConnector"]
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=package,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    summary = tests.stdout.decode().strip().splitlines()[-1]
    assert tests.returncode == 1, summary
    assert int(summary.split(" failed")[0].split()[-1]) > 30, summary


@pytest.mark.parametrize("name", ["", "Help", "../up", "9lives", "a" * 60, "né"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        create(tmp_path, name)
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    create(tmp_path, "twice")
    with pytest.raises(UsageError, match="already"):
        create(tmp_path, "twice")
