"""What a family of processes takes: its own share of memory, its processor time. Linux."""

from __future__ import annotations

import os
import time
from pathlib import Path


def family(pid: int) -> list[int]:
    """A process and all that come of it."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            children.setdefault(int(stat[1]), []).append(int(folder.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def own_share_mib(pids: list[int]) -> float:
    """PSS: what is shared is divided among those who share it."""
    total = 0
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(text.split("Pss:")[1].split()[0])
    return total / 1024


def cpu_s(pids: list[int]) -> float:
    """Seconds of processor time, with that of children that ended."""
    ticks = 0
    for pid in pids:
        try:
            stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(int(value) for value in stat[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def at_rest(pid: int, extra: list[int], seconds: float = 90.0) -> float:
    """Wait until the family takes less than 5 % of a core for 2 s; what it had taken before."""
    end = time.monotonic() + seconds
    before = cpu_s([*family(pid), *extra])
    while time.monotonic() < end:
        time.sleep(2.0)
        now = cpu_s([*family(pid), *extra])
        if now - before < 0.1:
            return before
        before = now
    return before
