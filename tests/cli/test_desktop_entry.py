"""The desktop entry takes `workspace:` links and hands them over as the program reads them."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from workspace.cli.parser import parse

ENTRY = ROOT / "installer" / "linux" / "workspace.desktop"
LINK = "workspace:ticket/store/%EA%B0%80%2F1"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def test_entry_names_scheme_and_programs_argument() -> None:
    found = entry()
    assert "x-scheme-handler/workspace" in found["MimeType"].split(";")
    program, argument = found["Exec"].split()
    assert (program, argument) == ("workspace-window", "%u")
    assert found["StartupWMClass"] == "workspace"
    assert parse([LINK]).verb == "open"  # what %u becomes for a link
    assert parse([]).verb == "window"  # and without one


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop entry is Linux's")
def test_the_desktop_opens_a_link_with_the_program(tmp_path: Path) -> None:
    """xdg-open finds the entry by its scheme and starts its program with the link."""
    if shutil.which("xdg-open") is None:
        pytest.skip("xdg-utils are not installed")
    programs = tmp_path / "bin"
    applications = tmp_path / "share" / "applications"
    programs.mkdir()
    applications.mkdir(parents=True)
    shutil.copy(ENTRY, applications)
    told = tmp_path / "told"
    program = programs / "workspace-window"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    program.chmod(0o755)
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CURRENT_DESKTOP": "X-Generic",
        "BROWSER": "false",
        "DISPLAY": ":none",  # only for xdg-open to look for entries at all
    }
    (tmp_path / "config").mkdir()
    subprocess.run(
        ["xdg-mime", "default", "workspace.desktop", "x-scheme-handler/workspace"],
        env=environment,
        check=True,
        timeout=60,
    )
    subprocess.run(["xdg-open", LINK], env=environment, check=True, timeout=60)
    assert told.read_text() == LINK + "\n"
