"""A measured figure, and how figures are printed, saved and compared."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec


class Figure(msgspec.Struct, kw_only=True):
    """One row of the table. Times in ms of wall clock; `cpu` is the p50 of this process's CPU time.

    `reach` and `never` are the budgets as numbers in the same unit; None where there is none.
    """

    part: str
    name: str
    unit: str
    p50: float
    p99: float | None = None
    worst: float | None = None
    cpu: float | None = None
    samples: int = 1
    reach: float | None = None
    never: float | None = None
    note: str = ""
    higher_is_better: bool = False

    def verdict(self) -> str:
        """reached, within, over, or empty without a budget; judged by p99 where there is one."""
        value = self.p50 if self.p99 is None else self.p99
        if self.reach is None or self.never is None:
            return ""
        if self.higher_is_better:
            value, reach, never = -value, -self.reach, -self.never
        else:
            reach, never = self.reach, self.never
        return "reached" if value <= reach else "within" if value <= never else "over"


class Run(msgspec.Struct, kw_only=True):
    """All figures of one run and where it ran."""

    messages: int
    machine: dict[str, str]
    figures: list[Figure]


def sample(
    part: str,
    name: str,
    action: Callable[[int], Any],
    *,
    repeat: int,
    reach: float | None = None,
    never: float | None = None,
    note: str = "",
    warm: int = 5,
    before: Callable[[int], Any] = lambda index: None,
) -> Figure:
    """Run `action(i)` `repeat` times after `warm` runs; wall and CPU time of each.

    `before(i)` comes before each and isn't counted.
    """
    for index in range(warm):
        before(index)
        action(index)
    walls: list[float] = []
    cpus: list[float] = []
    for index in range(repeat):
        before(index + warm)
        cpu, wall = time.process_time(), time.perf_counter()
        action(index + warm)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return from_samples(part, name, walls, cpus, reach=reach, never=never, note=note)


def from_samples(
    part: str,
    name: str,
    walls: list[float],
    cpus: list[float] | None = None,
    *,
    unit: str = "ms",
    reach: float | None = None,
    never: float | None = None,
    note: str = "",
) -> Figure:
    """A figure of these samples."""
    return Figure(
        part=part,
        name=name,
        unit=unit,
        p50=percentile(walls, 50),
        p99=percentile(walls, 99),
        worst=max(walls),
        cpu=percentile(cpus, 50) if cpus else None,
        samples=len(walls),
        reach=reach,
        never=never,
        note=note,
    )


def percentile(values: list[float], percent: float) -> float:
    """The nearest-rank percentile."""
    ordered = sorted(values)
    rank = max(0, min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1))))
    return ordered[rank]


def machine() -> dict[str, str]:
    """What ran it."""
    import os

    facts = {
        "system": platform.platform(),
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
    }
    for name in ("PySide6-Essentials", "sqlcipher3", "SQLAlchemy", "msgspec"):
        facts[name] = version(name)
    if hasattr(os, "getloadavg"):
        facts["load"] = " ".join(f"{value:.2f}" for value in os.getloadavg())
    return facts


def table(run: Run, before: Run | None = None) -> str:
    """The run as Markdown; with ratios (now / before) where `before` has the same row."""
    old = {(figure.part, figure.name): figure for figure in before.figures} if before else {}
    facts = ", ".join(f"{name} {value}" for name, value in run.machine.items())
    lines = [f"{run.messages:,} messages; {facts}", ""]
    lines += ["| what | p50 | p99 | worst | cpu p50 | n | reach | never over | |"]
    lines[-1] += " ratio |" if before else ""
    lines.append("|" + "---|" * (10 if before else 9))
    for figure in run.figures:
        cells = [
            f"{figure.part}: {figure.name}" + (f" ({figure.note})" if figure.note else ""),
            f"{_number(figure.p50)} {figure.unit}",
            _number(figure.p99),
            _number(figure.worst),
            _number(figure.cpu),
            str(figure.samples),
            _number(figure.reach),
            _number(figure.never),
            figure.verdict(),
        ]
        if before:
            other = old.get((figure.part, figure.name))
            cells.append(f"{figure.p50 / other.p50:.2f}" if other and other.p50 else "")
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def save(run: Run, path: Path) -> None:
    """As JSON, to compare with later."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(run)))


def load(path: Path) -> Run:
    """A saved run."""
    return msgspec.json.decode(path.read_bytes(), type=Run)
