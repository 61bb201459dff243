"""A window at work, killed by a crash: no word of what it showed or was told is in any file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import ROOT
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sqlcipher import open_database

KEY = MasterKey(bytes(range(32)))
HOMES = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "temp",
}

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


@dataclass
class Left:
    """What a window left behind, and the calls by which it wrote."""

    root: Path
    words: dict[str, str]
    fields: int
    opened: list[str]
    written: set[Path]

    def files(self) -> dict[Path, bytes]:
        """All but what the agent chose to keep, and macros; the report unpacked."""
        found: dict[Path, bytes] = {}
        for path in self.root.rglob("*"):
            below = path.relative_to(self.root)
            if not path.is_file() or below.parts[0] in ("keep", "trace"):
                continue
            found[below] = path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    found |= {below / name: archive.read(name) for name in archive.namelist()}
        return found


def _no_limit_on_cores() -> None:
    import resource  # not on Windows

    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    root = tmp_path_factory.mktemp("window")
    for name in (*HOMES.values(), "keep", "work"):
        (root / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    calls = "openat,open,creat,rename,renameat,renameat2,memfd_create,linkat,symlinkat"
    trace = root / "trace"
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-y", "-s", "400", "-o", str(trace), "-e", f"trace={calls}"),
            *(sys.executable, "-m", "tests.security.canary_window", str(root / "base")),
            str(root / "keep"),
        ],
        cwd=root / "work",
        env=dict(
            os.environ,
            QT_QPA_PLATFORM="offscreen",
            PYTHONPATH=str(ROOT),
            PYTHONDONTWRITEBYTECODE="1",
            **{name: str(root / folder) for name, folder in HOMES.items()},
        ),
        preexec_fn=_no_limit_on_cores,
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.stdout, done.stderr[-3_000:]
    told = json.loads(done.stdout.splitlines()[-1])
    written = {
        Path(path)
        for line in trace.read_text(errors="replace").splitlines()
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|O_TMPFILE", line)
        for path in re.findall(r'"([^"]+)"', line)[:1]
    }
    return Left(root, told["words"], told["fields"], told["opened"], written)


def test_no_word_lies_in_any_file(left: Left) -> None:
    """Base directory, home with its caches, temporary and working folder, report, log, crash."""
    assert left.fields >= 60
    assert len(left.words) >= 120
    for page in ("Snooze", "Transcript", "PopOut", "Queue", "Macro", "Settings", "Account"):
        assert page in " ".join(left.opened)
    files = left.files()
    names = {path.name for path in files}
    assert {"cache.db", "journal.db", "journal.db-wal", "settings.json", "macro_uses.json"} <= names
    assert {"window.log", "window.crash", "report.json"} <= names
    found = [
        (str(path), place)
        for path, data in files.items()
        for place, word in left.words.items()
        for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
        if form in data.lower()
    ]
    assert found == []
    clear = [path for path, data in files.items() if data.startswith((b"%PDF", b"\x89PNG", b"PK"))]
    assert clear == [Path("report.zip")]


def test_nothing_was_written_elsewhere_even_for_a_moment(left: Left) -> None:
    """Temporary files of printing, of sorting, of pictures: files that are gone again count too."""
    base = left.root / "base"
    ours = re.compile(
        r"(cache|journal)\.db(-wal|-shm|-journal)?|journal\.copy.*|\.?audit\.(head|lock).*|schema\.lock"
        r"|settings\.json|\.settings-\w+|macro_uses\.json|\.macro-\w+|macros/greeting\.toml"
        r"|logs/window\.(log|crash)|(attachments|outgoing)/[0-9a-f.]+(part)?"
    )
    others = {
        path
        for path in left.written
        if path.is_relative_to(base) and not ours.fullmatch(str(path.relative_to(base)))
    }
    assert others == set()
    elsewhere = {
        path
        for path in left.written
        if not path.is_relative_to(base)
        and not path.is_relative_to(left.root / "keep")
        and path != left.root / "report.zip.part"
        and not str(path).startswith(("/dev/", "/proc/"))
    }
    assert elsewhere == set()
    assert left.root / "keep" / "printed" in left.written  # the trace saw it print


def test_the_words_were_there(left: Left) -> None:
    """The control: the encrypted files hold them, so there was something to find."""
    paths = Paths(left.root / "base")
    held = ""
    for name, file in (("cache", paths.cache_db), ("journal", paths.journal_db)):
        connection = open_database(file, KEY.subkey(name), read_only=True)
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).fetchall():
            held += repr(connection.execute(f'SELECT * FROM "{table}"').fetchall())
        connection.close()
    places = (
        "customer",
        "text",
        "note",
        "tag",
        "field",
        "value",
        "draft",
        "own word",
        "local note",
    )
    places += ("queue name", "condition", "outgoing name", "organization", "what went wrong")
    assert [place for place in places if left.words[place] not in held] == []
    kept = b"".join(path.read_bytes() for path in (left.root / "keep").iterdir())
    assert left.words["picture"].encode() in kept  # as it was saved
    assert list((left.root / "work").iterdir()) == []  # no core
