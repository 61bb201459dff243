"""Hours at the desk: customers write, the agent reads and answers; nothing may grow.

`python -m tests.faults.soak --minutes 30 --rate 10` prints a line a minute for window and engine,
and judges at the end. The window is the real one, offscreen, in this process, with its own engine
process. The desk holds messages from before, so that SQLite's page caches (32 MB for the engine's
writer, 2 to 8 MB for each other) are full when the judge begins to look: of an empty desk
they would fill for hours, by about 0.6 kB for each message.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from tests import ROOT
from workspace.domain.errors import WorkspaceError
from workspace.ipc.client import EngineClient
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.ui.app_window import Started, open_window

KEY = MasterKey(bytes(range(32)))
WARM_UP = 0.25  # share of the run that memory may take to fill its caches
GROWTH = 0.10
LEAK_PER_TICKET = 1024.0
"""Bytes of window memory, for each ticket that is opened, by a line through the last two thirds.
What each ticket leaves behind is no cache: 3 kB of it went unseen under a tenth of the whole."""
BEAT_MS = 20
NONE_FALLS_PER_S = 1.0
"""A falling count ends in an abort of the interpreter (PySide6 6.12.0 on CPython 3.11)."""
NONE_GROWS_PER_S = 500.0
"""PySide6 6.11.3 leaks about one count, and no memory, for each virtual method that Qt calls the
first time on a widget without an override: some 15 for a label. A contact pane shown is 150."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One process at one moment. Memory in kB, private and shared pages together."""

    rss: int
    handles: int
    threads: int


def figures_of(pid: int) -> Figures:
    proc = Path(f"/proc/{pid}")
    status = (proc / "status").read_text()
    return Figures(
        rss=int(status.partition("VmRSS:")[2].split()[0]),
        handles=len(os.listdir(proc / "fd")),
        threads=int(status.partition("Threads:")[2].split()[0]),
    )


@dataclass(frozen=True, slots=True)
class Minute:
    """What is printed; times in milliseconds, of the time since the line before."""

    at_s: float
    events: int  # messages of customers that reached the cache
    window: Figures
    engine: Figures
    none_count: int
    gap_ms: float
    seen_ms: float
    behind: int
    opened: int = 0

    def line(self) -> str:
        return (
            f"{self.at_s:7.0f} s {self.events:7d} events | window {self.window.rss / 1024:6.1f} MB"
            f" {self.window.handles:3d} handles {self.window.threads:2d} threads"
            f" | engine {self.engine.rss / 1024:6.1f} MB {self.engine.handles:3d} handles"
            f" {self.engine.threads:2d} threads | longest gap {self.gap_ms:5.0f} ms,"
            f" event seen after {self.seen_ms:5.0f} ms, behind {self.behind}, {self.opened} opened"
            f" | None {self.none_count}"
        )


@dataclass
class Soak:
    """One run. `minutes` are the printed lines."""

    folder: Path
    rate: int
    messages: int = 20_000
    seed: int = 5
    minutes: list[Minute] = field(default_factory=list)

    def run(self, seconds: float, every_s: float) -> list[str]:
        """What grew, a sentence each; none is good."""
        app = QApplication.instance() or QApplication(sys.argv[:1])
        paths = Paths(self.folder / "base")
        customers = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.faults.soak_customers", str(paths.base)),
                *(str(self.rate), str(self.seed), str(self.messages)),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        assert customers.stdout is not None
        if customers.stdout.readline() != b"ready\n":
            return ["the customers did not come"]
        started = open_window(paths, KEY, theme="light", language="en")
        started.ctx.settings.change(undo_s=0)
        watcher = _Watcher(self, started, paths, seconds, every_s)
        app.exec()
        customers.kill()
        customers.wait()
        customers.stdout.close()
        watcher.end()
        return judge(self.minutes)


class _Watcher:
    """Beats on the GUI thread, clicks through tickets, answers now and then, takes figures."""

    def __init__(
        self,
        soak: Soak,
        started: Started,
        paths: Paths,
        seconds: float,
        every_s: float,
    ) -> None:
        self.soak, self.started, self.paths = soak, started, paths
        self.began, self.began_ms = time.monotonic(), time.time() * 1000
        self.seconds, self.every_s = seconds, every_s
        self.next_s = every_s
        self.gap_ms = 0.0
        self.seen: list[float] = []
        self.opened = 0
        self.clock = QElapsedTimer()
        self.clock.start()
        self.beat = QTimer()
        self.beat.timeout.connect(self._beat)
        self.beat.start(BEAT_MS)
        self.work = QTimer()
        self.work.timeout.connect(self._work)
        self.work.start(700)
        started.ctx.bus.entries_changed.connect(self._on_entries)

    def _beat(self) -> None:
        gap = self.clock.restart() - BEAT_MS
        self.gap_ms = max(self.gap_ms, float(gap))
        now = time.monotonic() - self.began
        if now >= self.next_s:
            self.next_s += self.every_s
            self._take(now)
        if now >= self.seconds:
            self.beat.stop()
            self.work.stop()
            QApplication.quit()

    def _on_entries(self, tickets: set[int]) -> None:
        """How long after it was written an event was told to the window."""
        self.started.ctx.reads.ask(
            _newest, tickets, then=self._newest, owner=self.started.window, topic="soak"
        )

    def _newest(self, created_at: int) -> None:
        if created_at > self.began_ms:  # not what the first sync brings
            self.seen.append(max(0.0, time.time() * 1000 - created_at))

    def _work(self) -> None:
        """Open a ticket; every third time answer it."""
        window = self.started.window
        self.started.ctx.reads.ask(_any_ticket, then=self._open, owner=window, topic="soak work")

    def _open(self, ticket_id: int) -> None:
        if not ticket_id:
            return
        self.started.window.show_ticket(ticket_id)
        self.opened += 1
        if self.opened % 3 == 0:
            QTimer.singleShot(250, self._answer)

    def _answer(self) -> None:
        pane = self.started.window.composer.panes["reply"]
        if not pane.edit.isReadOnly():
            pane.edit.selectAll()
            pane.edit.insertPlainText(f"확인하겠습니다 {self.opened}")
            pane.send.click()

    def _take(self, now: float) -> None:
        window = self.started.window
        self.started.ctx.reads.ask(
            lambda _: _counts(self.paths),
            then=lambda found: self._note(now, *found),
            owner=window,
            topic="soak counts",
        )

    def _note(self, now: float, cached: int, waiting: int) -> None:
        engine = engine_pid(self.paths)
        if engine is None:
            return
        minute = Minute(
            at_s=now,
            events=cached,
            window=figures_of(os.getpid()),
            engine=figures_of(engine),
            none_count=sys.getrefcount(None),
            gap_ms=self.gap_ms,
            seen_ms=_median(self.seen),
            behind=waiting,
            opened=self.opened,
        )
        self.soak.minutes.append(minute)
        sys.stdout.write(minute.line() + "\n")
        sys.stdout.flush()
        self.gap_ms, self.seen = 0.0, []

    def end(self) -> None:
        client = EngineClient(self.paths, "soak")
        self.started.window.close()
        self.started.end()
        if client.connect(5.0):
            try:
                client.call("stop", timeout_s=30.0)
            except WorkspaceError as error:
                sys.stderr.write(f"{error.message}\n")
            client.close()


def _newest(reader: Reader, tickets: set[int]) -> int:
    ids = ",".join(str(int(one)) for one in tickets) or "0"
    row = reader.one(
        f"SELECT max(created_at) FROM entry WHERE ticket_id IN ({ids}) AND direction = 'in'"
    )
    return int(row[0] or 0) if row else 0


def _any_ticket(reader: Reader) -> int:
    row = reader.one("SELECT id FROM ticket ORDER BY random() LIMIT 1")
    return int(row[0]) if row else 0


def _counts(paths: Paths) -> tuple[int, int]:
    """Messages of customers in the cache, and commands that wait to be sent.

    It reads the whole cache: by a connection of its own that keeps nothing, or the window's would
    each be full of it at a minute nobody can tell.
    """
    reader = Reader(paths, KEY)
    try:
        reader.connection.execute("PRAGMA cache_size = -100")
        cached = reader.one("SELECT count(*) FROM entry WHERE direction = 'in'")
        waiting = reader.one(
            "SELECT count(*) FROM journal.outbox WHERE state IN ('queued', 'sending', 'in_doubt')"
        )
    finally:
        reader.close()
    return (int(cached[0]) if cached else 0), (int(waiting[0]) if waiting else 0)


def engine_pid(paths: Paths) -> int | None:
    try:
        pid = int(json.loads(paths.engine_file.read_text())["pid"])
    except (OSError, ValueError):
        return None
    return pid if Path(f"/proc/{pid}").exists() else None


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def judge(minutes: list[Minute]) -> list[str]:
    """Compare the time after the warm-up with the end of the run."""
    kept = minutes[int(len(minutes) * WARM_UP) :]
    if len(kept) < 2:
        return ["the run was too short to judge"]
    third = max(1, len(kept) // 3)
    early, late = kept[:third], kept[-third:]
    found = []
    for who in ("window", "engine"):
        for what, slack in (("rss", GROWTH), ("handles", 0.0), ("threads", 0.0)):
            before = min(getattr(getattr(one, who), what) for one in early)
            after = min(getattr(getattr(one, who), what) for one in late)
            if after > before * (1 + slack) + (0 if slack else 2):
                found.append(f"{who}: {what} grew from {before} to {after}")
    per_ticket = bytes_per_ticket(minutes[len(minutes) // 3 :])
    if per_ticket > LEAK_PER_TICKET:
        found.append(f"window: {per_ticket:.0f} bytes more for each ticket that is opened")
    before, after = min(one.none_count for one in early), min(one.none_count for one in late)
    per_s = (after - before) / max(1.0, late[0].at_s - early[0].at_s)
    if not -NONE_FALLS_PER_S < per_s < NONE_GROWS_PER_S:
        found.append(f"None's reference count went from {before} to {after}")
    slow = [_median([one.seen_ms for one in part]) for part in (early, late)]
    if slow[1] > slow[0] * 2 + 100:
        found.append(f"events were seen after {slow[0]:.0f} ms, at the end after {slow[1]:.0f} ms")
    if late[-1].behind > 20:
        found.append(f"{late[-1].behind} commands wait at the end")
    return found


def bytes_per_ticket(minutes: list[Minute]) -> float:
    """Slope of the window's memory over the tickets opened: the median of all pairs' slopes
    (Theil and Sen), which one step or one spike does not tilt."""
    slopes = [
        (late.window.rss - early.window.rss) * 1024 / (late.opened - early.opened)
        for number, early in enumerate(minutes)
        for late in minutes[number + 1 :]
        if late.opened > early.opened
    ]
    return _median(slopes)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--rate", type=int, default=10, help="events a second")
    parser.add_argument("--messages", type=int, default=20_000, help="on the desk from before")
    parser.add_argument("--every", type=float, default=60.0, help="seconds between two lines")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="workspace-soak-"))
    try:
        grown = Soak(folder, given.rate, given.messages).run(given.minutes * 60, given.every)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for line in grown:
        sys.stdout.write(f"not flat: {line}\n")
    sys.stdout.write("not flat\n" if grown else "flat\n")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
