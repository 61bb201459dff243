"""Sets up everything on a bare machine, then opens the window or runs the tests.

    python3 tools/start.py window     the demo: a desk with sample data
    python3 tools/start.py tests      linters, types and all tests
    python3 tools/start.py run ...    `workspace ...`

Uses only the standard library. The environment lies in `.venv` beside this checkout.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")

# What Qt's wheels expect of a Debian system, found by starting the window in a bare tree.
QT_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1 fonts-noto-cjk fonts-noto-color-emoji"
).split()
TEST_PACKAGES = (
    "xvfb xauth dbus gnome-keyring strace procps curl sqlite3 at-spi2-core python3-gi "
    "gir1.2-atspi-2.0 libhunspell-1.7-0 hunspell-en-us"
).split()


def main(argv: list[str]) -> int:
    """The exit code of what was started."""
    if sys.version_info < (3, 11):
        return fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    verb = argv[0] if argv else "window"
    if verb not in ("window", "tests", "run"):
        return fail(__doc__ or "")
    packages = [*QT_PACKAGES, *(TEST_PACKAGES if verb == "tests" else ())]
    if sys.platform.startswith("linux") and not system_packages(packages):
        return 1
    if not virtual_environment("tests" if verb == "tests" else ""):
        return 1
    if verb == "tests":
        return tests(argv[1:])
    if verb == "run":
        return subprocess.call([PYTHON, "-m", "workspace", *argv[1:]])
    if not has_display():
        return fail(
            "There is no display, so no window can open. Log in to a desktop, connect with "
            "`ssh -X`, or make a virtual one:\n    sudo apt-get install -y xvfb && xvfb-run -s "
            "'-screen 0 1440x900x24' python3 tools/start.py window"
        )
    return subprocess.call([PYTHON, "-m", "workspace", "--demo", *argv[1:]])


def fail(text: str) -> int:
    """Say why it can't go on."""
    print(text, file=sys.stderr)
    return 1


def has_display() -> bool:
    """Whether a window can open here."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def system_packages(packages: list[str]) -> bool:
    """Install what is missing on Debian and its children; elsewhere name it and go on."""
    if sys.platform == "win32" or not shutil.which("dpkg-query"):
        print(f"Not Debian: see that the likes of these are installed: {' '.join(packages)}")
        return True
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    installed = {line.split()[0] for line in listed.splitlines() if line.endswith(" installed")}
    # Newer releases rename libraries for 64-bit time: libglib2.0-0t64 serves for libglib2.0-0.
    missing = [name for name in packages if not {name, f"{name}t64"} & installed]
    if not missing:
        return True
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    install = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q"]
    install += ["--no-install-recommends", *missing]
    by_hand = f"sudo apt-get update && sudo apt-get install -y {' '.join(missing)}"
    if root and not shutil.which("sudo"):
        return not fail(f"System libraries are missing. As root run:\n    {by_hand}")
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    if subprocess.call([*root, "apt-get", "update", "-q"]) or subprocess.call(install):
        return not fail(f"They could not be installed. Run by hand:\n    {by_hand}")
    return True


def virtual_environment(extra: str) -> bool:
    """Make or refresh `.venv`; does nothing when the pins have not changed."""
    project = (ROOT / "pyproject.toml").read_bytes()
    wanted = hashlib.sha256(project + sys.version.encode()).hexdigest()
    stamps = [VENV / ".for-run", VENV / ".for-tests"]
    good = stamps[1:] if extra else stamps
    if PYTHON.exists() and any(s.exists() and s.read_text() == wanted for s in good):
        return True
    print("Setting up .venv (once)", flush=True)
    if not PYTHON.exists():
        try:
            venv.create(VENV, with_pip=True)
        except (subprocess.CalledProcessError, OSError) as error:
            return not fail(f"{error}\nInstall python3-venv: sudo apt-get install -y python3-venv")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    pip = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "-e", target]
    if subprocess.call([PYTHON, *pip]):
        return not fail("The Python packages could not be installed; the reason stands above.")
    stamps[1 if extra else 0].write_text(wanted)
    return True


TYPED = ("src", "tools/start.py")

# Rooms that start a Request Tracker share the lane in which its database is made once.
RT_ROOMS = {"engine", "faults", "rt", "stories"}


def in_lanes(environment: dict[str, str]) -> tuple[list[str], list[str]]:
    """Run each room in a process of its own, so that none disturbs another's windows and engines;
    two rooms at a time. The names of those that failed, and of those that passed only when tried
    again."""
    rooms = sorted({path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")})
    lanes = [
        [room for room in rooms if room in RT_ROOMS],
        [room for room in rooms if room not in RT_ROOMS],
    ]
    failed = list(rooms)  # until it has passed
    shaky: list[str] = []
    # RETRY_FAILED=1: what fails by chance must not hold up everything else, but it is said.
    again = environment.get("RETRY_FAILED") == "1"

    def run(room: str, *options: str) -> bool:
        command: list[str | Path] = [PYTHON, "-m", "pytest", "-q", *options]
        done = subprocess.run(
            [*command, "-o", f"cache_dir=.pytest_cache/{room}", f"tests/{room}"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        sys.stdout.buffer.write(f"==> tests/{room}\n".encode() + done.stdout)
        sys.stdout.flush()
        return done.returncode == 0

    def go_through(lane: list[str]) -> None:
        for room in lane:
            if not run(room):
                if not (again and run(room, "--lf")):
                    continue
                shaky.append(room)
            failed.remove(room)

    threads = [threading.Thread(target=go_through, args=(lane,)) for lane in lanes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed, shaky


def tests(options: list[str]) -> int:
    """Linters, types, import direction, then all tests; the exit code of the first that fails.

    Where apt is, a server that the tests need is installed, and its absence is a failure.
    """
    environment = dict(os.environ)
    if shutil.which("apt-get"):
        environment.setdefault("REQUIRE_SERVERS", "1")
    steps: list[list[str | Path]] = [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "mypy"],
        *(  # what is called there must be there, though nobody runs it on these here
            [BIN / "mypy", "--platform", name, "--cache-dir", f".mypy_cache/{name}", *TYPED]
            for name in ("win32", "darwin")
        ),
        [BIN / "lint-imports"],
    ]
    for step in steps:
        print("==>", " ".join(Path(part).name for part in step), flush=True)
        code = subprocess.call(step, cwd=ROOT, env=environment)
        if code:
            return code
    if options:
        return subprocess.call([PYTHON, "-m", "pytest", *options], cwd=ROOT, env=environment)
    failed, shaky = in_lanes(environment)
    if shaky:
        print(f"Passed only at the second try, which is a defect: {', '.join(shaky)}", flush=True)
    print("All rooms passed." if not failed else f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
