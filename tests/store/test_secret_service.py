"""The key in a real Secret Service: gnome-keyring on a session bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
MISSING = [name for name in NEEDED if shutil.which(name) is None]

SESSION = """
set -e
if [ "$UNLOCKED" = 1 ]; then
    printf 'login password\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
fi
exec "$@"
"""


@pytest.fixture(autouse=True)
def installed() -> None:
    if MISSING and os.environ.get("REQUIRE_SERVERS") == "1":
        pytest.fail(f"REQUIRE_SERVERS=1, but these are not installed: {', '.join(MISSING)}")
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)} (apt-get install gnome-keyring dbus)")


def in_session(home: Path, script: str, *, unlocked: bool = True) -> str:
    """Run a script on a bus of its own; what it printed. The keyring's files stay in `home`."""
    run = home / "run"
    run.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(run),
        "PATH": os.environ["PATH"],
        "UNLOCKED": "1" if unlocked else "0",
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        [
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            SESSION,
            "sh",
            sys.executable,
            "-c",
            PRELUDE + script,
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


PRELUDE = textwrap.dedent(
    """
    import os
    from pathlib import Path
    from workspace.domain.errors import KeyUnavailable
    from workspace.keys import keep, kept_in, new_recovery_code, recover, unlock
    from workspace.paths import Paths
    base = Path(os.environ["HOME"])
    paths = Paths(base / "base")
    def told(call):
        try:
            call()
        except KeyUnavailable as error:
            return error.message
        return "nothing"
    """
)


def test_the_key_is_there_in_the_next_session(tmp_path: Path) -> None:
    first = in_session(tmp_path, "print(unlock(paths).to_hex(), kept_in(paths))")
    key, where = first.split(" ", 1)
    assert where == "Secret Service"
    assert in_session(tmp_path, "print(unlock(paths).to_hex())") == key
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert key.encode() not in path.read_bytes(), path


def test_each_base_directory_has_a_key_of_its_own(tmp_path: Path) -> None:
    script = "print(unlock(paths).to_hex()); print(unlock(Paths(base / 'other')).to_hex())"
    one, other = in_session(tmp_path, script).split()
    assert one != other


def test_a_locked_keyring_is_told_and_does_not_hang(tmp_path: Path) -> None:
    in_session(tmp_path, "unlock(paths)")
    before = (tmp_path / "base" / "keys.json").read_bytes()
    said = in_session(tmp_path, "print(told(lambda: unlock(paths, wait_s=5)))", unlocked=False)
    assert "Secret Service" in said
    assert (tmp_path / "base" / "keys.json").read_bytes() == before


def test_the_recovery_code_moves_the_key_into_another_keyring(tmp_path: Path) -> None:
    made = in_session(
        tmp_path, "key = unlock(paths); print(key.to_hex(), new_recovery_code(paths, key))"
    )
    key, code = made.split()
    shutil.rmtree(tmp_path / ".local")  # another user account, another machine
    script = f"""
print(told(lambda: unlock(paths)))
key = recover(paths, "{code}")
keep(paths, key)
print(unlock(paths).to_hex())
"""
    lost, found = in_session(tmp_path, script).splitlines()
    assert "no longer holds" in lost
    assert found == key
