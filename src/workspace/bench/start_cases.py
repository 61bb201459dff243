"""Cold start: a new process from its command to a painted list."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from workspace.bench.figures import Figure, from_samples
from workspace.ipc.client import own_command
from workspace.keys import MasterKey
from workspace.paths import Paths


def measure_start(paths: Paths, key: MasterKey, repeat: int) -> list[Figure]:
    """Wall time by this process's clock, CPU and memory as the window itself tells them."""
    walls, cpus, memory = [], [], []
    environment = dict(os.environ)
    if sys.platform.startswith("linux") and not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    # As installed: with compiled modules, also where this checkout is kept free of them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(paths.base / "pycache")
    for _ in range(repeat + 1):
        began = time.perf_counter()
        process = subprocess.Popen(
            [*own_command(), "--basedir", str(paths.base), "--key-stdin", "--exit-after-paint"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(key.to_hex() + "\n")
        process.stdin.close()
        line = process.stdout.readline()
        walls.append((time.perf_counter() - began) * 1000)
        process.stdout.close()
        process.wait(60)
        told = json.loads(line)
        cpus.append(told["cpu_ms"])
        memory.append(told["rss_kb"] / 1024)
    platform = environment.get("QT_QPA_PLATFORM", "xcb")
    return [
        from_samples(
            "start",
            "command to painted list, warm page cache",
            walls[1:],
            cpus[1:],
            reach=350,
            never=700,
            note=platform,
        ),
        from_samples("start", "memory at first paint", memory[1:], unit="MiB"),
    ]
