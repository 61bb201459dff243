"""A virtual screen with an accessibility bus, and the shipped window on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from tests import ROOT

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
HERE = Path(__file__).parent


def missing() -> str:
    """What is not installed here; "" if all is there."""
    wanted = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    if not any(Path(one).exists() for one in LAUNCHERS):
        wanted.append("at-spi2-core")
    asks = "import gi; gi.require_version('Atspi', '2.0')"
    if subprocess.run([SYSTEM_PYTHON, "-c", asks], capture_output=True).returncode:
        wanted.append("python3-gi gir1.2-atspi-2.0")
    return " ".join(wanted)


@contextmanager
def running(command: list[str], **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with the block."""
    process = subprocess.Popen(command, **more)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def line_of(stream: IO[bytes] | None) -> str:
    """The next line; raises when the process ended instead."""
    assert stream is not None
    line = stream.readline()
    if not line:
        raise AssertionError("the process ended")
    return line.decode().strip()


def walk(base: Path, *options: str) -> list[dict[str, Any]]:
    """The stops of a walk through all pages of the window, on no screen."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.access.walk", str(base), *options],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


class Stage:
    """The environment in which windows show and readers read."""

    def __init__(self, environment: dict[str, str], stack: ExitStack) -> None:
        self.environment = environment
        self._stack = stack

    def start(self, *command: str, **more: Any) -> subprocess.Popen[bytes]:
        """A program on this stage, with pipes; it ends with the stage."""
        more = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "cwd": ROOT, **more}
        return self._stack.enter_context(running(list(command), env=self.environment, **more))

    def window(self, base: Path, *more: str) -> subprocess.Popen[bytes]:
        """The walk through all pages, which waits at each stop."""
        return self.start(sys.executable, "-m", "tests.access.walk", str(base), "--wait", *more)

    def reader(self, pid: int, *more: str) -> subprocess.Popen[bytes]:
        """A screen reader of that program."""
        return self.start(SYSTEM_PYTHON, str(HERE / "reader.py"), str(pid), *more)


@contextmanager
def a_stage(folder: Path, size: str = "1440x900") -> Iterator[Stage]:
    """Xvfb, a session bus and the accessibility bus of its own."""
    with ExitStack() as stack:
        screen = stack.enter_context(
            running(
                ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        )
        environment = {
            **os.environ,
            "DISPLAY": f":{line_of(screen.stdout)}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(folder),
            "PYTHONUNBUFFERED": "1",
        }
        environment.pop("AT_SPI_BUS_ADDRESS", None)
        bus = stack.enter_context(
            running(
                ["dbus-daemon", "--session", "--nofork", "--print-address"],
                stdout=subprocess.PIPE,
                env=environment,
            )
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = line_of(bus.stdout)
        launcher = next(one for one in LAUNCHERS if Path(one).exists())
        stack.enter_context(
            running([launcher, "--launch-immediately"], env=environment, stderr=subprocess.DEVNULL)
        )
        yield Stage(environment, stack)


def ask(process: subprocess.Popen[bytes], question: object) -> Any:
    """Ask a program, and read its answer; both are lines of JSON."""
    go_on(process, json.dumps(question))
    return json.loads(line_of(process.stdout))


def go_on(process: subprocess.Popen[bytes], line: str = "") -> None:
    """Give a program the line it waits for."""
    assert process.stdin is not None
    process.stdin.write(f"{line}\n".encode())
    process.stdin.flush()
