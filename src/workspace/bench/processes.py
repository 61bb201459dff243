"""What the system says of a process: processor time, memory, wake-ups. Linux; else zeros."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec


class Usage(msgspec.Struct, frozen=True):
    """Seconds of CPU, MiB resident now and at most, and how often its threads were woken.

    `share_mib` is what is resident with each page that n processes share counted as an nth of it:
    these may be added up.
    """

    cpu_s: float = 0.0
    rss_mib: float = 0.0
    share_mib: float = 0.0
    peak_mib: float = 0.0
    wakeups: dict[int, int] = {}

    def woken_since(self, before: Usage) -> int:
        """How often its threads of now were woken since then."""
        return sum(
            max(0, count - before.wakeups.get(thread, 0)) for thread, count in self.wakeups.items()
        )


def usage(pid: int) -> Usage:
    """Of this process, all its threads together; zeros where the system doesn't tell in files."""
    if sys.platform == "win32":
        return Usage()
    folder = Path("/proc") / str(pid)
    try:
        status = _status(folder / "status")
        shares = _status(folder / "smaps_rollup")
        stat = (folder / "stat").read_text().rpartition(")")[2].split()
        wakeups = {
            int(task.name): int(_status(task / "status")["voluntary_ctxt_switches"])
            for task in (folder / "task").iterdir()
        }
    except OSError:
        return Usage()
    ticks = os.sysconf("SC_CLK_TCK")
    return Usage(
        cpu_s=(int(stat[11]) + int(stat[12])) / ticks,
        rss_mib=int(status["VmRSS"].split()[0]) / 1024,
        share_mib=int(shares["Pss"].split()[0]) / 1024,
        peak_mib=int(status["VmHWM"].split()[0]) / 1024,
        wakeups=wakeups,
    )


def _status(path: Path) -> dict[str, str]:
    lines = path.read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
