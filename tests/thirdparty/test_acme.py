"""A connector from a package of its own: installed by pip, found by entry point, put to use.

`acme_tickets` imports nothing of the tests and lies outside the source tree; everything here runs
in processes of their own, with the package on their path as an installation would put it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent / "acme_tickets"
MAKE_TICKET = """
import sys
from pathlib import Path
from acme_tickets import AcmeFolder
acme = AcmeFolder(Path(sys.argv[1]))
acme.create()
fields = {"subject": "배송 문의", "status": "open", "address": "kim@c.example", "name": "Kim"}
ticket = acme.append({"type": "ticket", "fields": fields})["ticket"]
said = {"type": "message", "by": "customer", "text": "언제 오나요?", "files": []}
acme.append({**said, "ticket": ticket})
"""


class Installed:
    """A folder with the installed package, and Python processes that see it."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "acme_tickets"
        self.site = folder / "site"
        shutil.copytree(PACKAGE, self.source)  # building leaves files behind
        install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
        install += ["--no-build-isolation", "--disable-pip-version-check"]
        self.python(*install, "--target", str(self.site), str(self.source))

    def python(self, *arguments: str, cwd: Path | None = None) -> str:
        path = os.pathsep.join(filter(None, (str(self.site), os.environ.get("PYTHONPATH"))))
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            timeout=240,
            check=False,
        )
        output = done.stdout.decode()
        assert done.returncode == 0, output + done.stderr.decode()
        return output


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("thirdparty"))


def test_its_own_tests_keep_the_contract(installed: Installed) -> None:
    output = installed.python(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "tests"),
        cwd=installed.source,
    )
    passed = int(output.split(" passed")[0].split()[-1].lstrip("="))
    assert passed >= 40, output


def test_an_account_of_it_syncs_and_sends(installed: Installed, tmp_path: Path) -> None:
    place = tmp_path / "acme"
    installed.python("-c", MAKE_TICKET, str(place))
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("correct horse battery staple")

    def workspace(*arguments: str) -> str:
        common = ("--basedir", str(tmp_path / "base"), "--passphrase-file", str(passphrase))
        return installed.python("-m", "workspace", *common, *arguments)

    workspace("account", "add", "acme", "--name", "shop", "--set", f"folder={place}")
    workspace("sync", "--once")
    tickets = json.loads(workspace("tickets", "--json"))
    assert [(ticket["ref"], ticket["subject"]) for ticket in tickets] == [("shop:1", "배송 문의")]
    workspace("reply", "shop:1", "--text", "내일 도착합니다.", "--wait")
    lines = (place / "log.jsonl").read_text(encoding="utf-8").splitlines()
    said = [event for event in map(json.loads, lines) if event.get("by") == "agent"]
    assert [(event["type"], event["text"]) for event in said] == [("message", "내일 도착합니다.")]
