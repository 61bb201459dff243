"""Very many tickets changed at once: stopped, taken back, the engine killed meanwhile.

`python -m tests.faults.bulk --tickets 50000` works on an embedded desk with the real window,
offscreen in this process, and its own engine process. The desk's own records are counted: each
ticket changed once by each command, none twice, none forgotten. Prints a line for each stretch.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from tests.faults.soak import BEAT_MS, engine_pid, figures_of
from workspace.bench.generator import add_account
from workspace.bench.tickets import DIRECTORY, make_person
from workspace.clock import SystemClock
from workspace.domain.items import EntryItem, Item, Page, PersonItem, TicketItem
from workspace.domain.words import Direction, Kind, Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.migrations import ensure_schema
from workspace.sync.connectors.desk import schema
from workspace.sync.connectors.desk.bulk import BulkLoad
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.ui.app_window import Started, open_window
from workspace.ui.bulk import changes
from workspace.ui.bulk.run import BulkRun

KEY = MasterKey(bytes(range(32)))
PAGE = 1_000
SAMPLE_S = 0.5
PATIENCE_S = 3600.0
KILL_AT, STOP_AT = 0.2, 0.4  # shares of the tickets
TAG = "spring sale"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def fill(paths: Paths, count: int) -> None:
    """A desk with so many open tickets of one message each."""
    ensure_schema(paths.ensure(), KEY)
    add_account(paths, KEY, "store")
    database = DeskDatabase(paths.desks / "store", KEY.subkey("desk"), SystemClock())
    try:
        load = BulkLoad(database)
        load.directory(DIRECTORY)
        for first in range(1, count + 1, PAGE):
            numbers = range(first, min(count + 1, first + PAGE))
            items = [item for number in numbers for item in _ticket(number, count)]
            load.page(Page(items=tuple(items), next="", more=True))
        load.finish()
    finally:
        database.close()


def _ticket(number: int, count: int) -> Iterator[Item]:
    person: PersonItem = make_person(1, number % 500)
    at = int(time.time() * 1000) - number * 60_000
    yield TicketItem(
        remote_id=str(number),
        revision=1,
        subject=f"환불 문의 {number} where is my parcel",
        status=Status.OPEN,
        backend_status="open",
        channel="email",
        requester=person,
        created_at=at,
        updated_at=at,
    )
    yield EntryItem(
        ticket_remote_id=str(number),
        remote_id=f"{number}-0",
        kind=Kind.MESSAGE,
        direction=Direction.IN,
        created_at=at,
        author_name=person.name,
        author_address=person.addresses[0].value,
        author_remote_id=person.remote_id,
        channel="email",
        text=f"안녕하세요, 주문 {number} 상품이 아직 도착하지 않았습니다.",
        seq=0,
    )


@dataclass(slots=True)
class Peak:
    """The most that was seen over one stretch; memory in kB."""

    window: int = 0
    engine: int = 0
    gap_ms: float = 0.0
    waiting: int = 0


@dataclass
class Onlooker:
    """Looks at both processes and at the outbox while the window works."""

    started: Started
    paths: Paths
    peak: Peak = field(default_factory=Peak)

    def __post_init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._beat = QTimer()
        self._beat.timeout.connect(self._on_beat)
        self._beat.start(BEAT_MS)
        self._sampled = 0.0
        self._begin("")

    def _begin(self, name: str) -> None:
        self._name, self.peak = name, Peak()
        self._began, self._cpu = time.monotonic(), time.process_time()
        self._engine_cpu: dict[int, float] = {}
        self._engine_before = self._engine_seconds()

    def _on_beat(self) -> None:
        self.peak.gap_ms = max(self.peak.gap_ms, float(self._clock.restart() - BEAT_MS))
        if time.monotonic() - self._sampled >= SAMPLE_S:
            self._sampled = time.monotonic()
            self._sample()

    def _sample(self) -> None:
        self.peak.window = max(self.peak.window, figures_of(os.getpid()).rss)
        pid = engine_pid(self.paths)
        if pid is not None:
            self.peak.engine = max(self.peak.engine, figures_of(pid).rss)
            self._engine_seconds()
        self.started.ctx.reads.ask(
            _waiting, then=self._on_waiting, owner=self.started.window, topic="bulk waiting"
        )

    def _on_waiting(self, count: int) -> None:
        self.peak.waiting = max(self.peak.waiting, count)

    def _engine_seconds(self) -> float:
        """Processor time of all engines of this stretch so far."""
        pid = engine_pid(self.paths)
        if pid is not None:
            self._engine_cpu[pid] = _cpu_of(pid)
        return sum(self._engine_cpu.values())

    def stretch(self, name: str, until: Callable[[], bool], per: int) -> None:
        """Let the window work until it is so; then one line of figures, for `per` tickets."""
        self._begin(name)
        wait(until, name)
        took, cpu = time.monotonic() - self._began, time.process_time() - self._cpu
        engine = self._engine_seconds() - self._engine_before
        peak = self.peak
        say(
            f"{name:<34} {took:6.0f} s, {per / took:6.0f} tickets/s | window"
            f" {peak.window / 1024:5.0f} MB, {1000 * cpu / per:5.2f} ms CPU a ticket | engine"
            f" {peak.engine / 1024:5.0f} MB, {1000 * engine / per:5.2f} ms CPU a ticket | longest"
            f" gap {peak.gap_ms:4.0f} ms | at most {peak.waiting} wait"
        )


def _waiting(reader: Reader) -> int:
    row = reader.one("SELECT count(*) FROM journal.outbox WHERE state NOT IN ('sent','cancelled')")
    return int(row[0]) if row else 0


def _cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait(until: Callable[[], bool], what: str) -> None:
    """Run the window's loop until it is so."""
    deadline = time.monotonic() + PATIENCE_S
    while not until():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE_S:.0f} s for: {what}")
        QTest.qWait(50)


class Records:
    """What the desk itself says was done to its tickets."""

    def __init__(self, paths: Paths) -> None:
        self._database = DeskDatabase(paths.desks / "store", KEY.subkey("desk"), SystemClock())

    def close(self) -> None:
        self._database.close()

    def statuses(self) -> Counter[str]:
        with self._database.read() as connection:
            return Counter(connection.scalars(select(schema.ticket.c.status)))

    def tagged(self) -> int:
        with self._database.read() as connection:
            return sum(TAG in tags for tags in connection.scalars(select(schema.ticket.c.tags)))

    def commands(self) -> Counter[int]:
        """How many tickets had so many commands carried out."""
        return self._per_ticket(select(schema.command.c.ticket_id))

    def changes(self) -> Counter[int]:
        """How many tickets say so often in their conversation that they were changed."""
        return self._per_ticket(
            select(schema.entry.c.ticket_id).where(schema.entry.c.kind == Kind.ACTIVITY.value)
        )

    def _per_ticket(self, statement: object) -> Counter[int]:
        with self._database.read() as connection:
            return Counter(Counter(connection.scalars(statement)).values())  # type: ignore[call-overload]


class Day:
    """The stretches one after another; `faults` are what went wrong, a sentence each."""

    def __init__(self, started: Started, paths: Paths, count: int) -> None:
        self.started, self.paths, self.count = started, paths, count
        self.look = Onlooker(started, paths)
        self.records = Records(paths)
        self.before = 0  # tickets that were changed and taken back
        self.faults: list[str] = []
        self.runs: list[BulkRun] = []
        started.window.ticket_actions.began.connect(self.runs.append)
        started.ctx.notices.posted.connect(
            lambda one: None if one.is_step else say(f"  notice: {one.text} {one.detail}")
        )

    def expect(self, what: str, found: object, wanted: object) -> None:
        """The desk's own word against what ought to be."""
        say(f"  {what}: {found}")
        if found != wanted:
            self.faults.append(f"{what}: {found}, not {wanted}")

    def go(self) -> None:
        self._sync()
        self._status_stopped_midway()
        self._tag_for_all()
        self.records.close()

    def _sync(self) -> None:
        window, ctx = self.started.window, self.started.ctx
        wait(lambda: ctx.engine.is_connected, "the engine")
        window.list.show_queue("open", "All open")
        self.look.stretch(
            "first sync", lambda: window.list.model.rowCount() == self.count, self.count
        )

    def _change(self, change: changes.Change) -> BulkRun:
        marks = self.started.window.list.marks
        self.started.window.list.mark_all()
        self.look.stretch("all chosen", lambda: len(marks) == self.count, self.count)
        self.started.window.ticket_actions.change(marks.ids, change)
        return self.runs[-1]

    def _dealt(self, name: str, run: BulkRun, first: float, last: float) -> None:
        """From one share of the tickets to another."""
        count = int((last - first) * self.count)
        self.look.stretch(name, lambda: self.count - run.rest >= last * self.count, count)

    def _settle(self, name: str, run: BulkRun, count: int) -> None:
        self.look.stretch(name, lambda: run.is_over and not run.rest and not run.feed.waits, count)

    def _undo(self, name: str, run: BulkRun, count: int) -> None:
        undone: list[tuple[int, int]] = []
        run.undone.connect(lambda back, left: undone.append((back, left)))
        run.undo()
        self._settle(name, run, count)
        self.expect("undone, left", undone, [(count, 0)])

    def _status_stopped_midway(self) -> None:
        run = self._change(changes.set_status("pending", "Pending"))
        self._dealt("status, until the kill", run, 0, KILL_AT)
        pid = engine_pid(self.paths)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        self._dealt("status, until Stop", run, KILL_AT, STOP_AT)
        halted: list[int] = []
        run.halted.connect(halted.append)
        run.stop()
        self._settle("Stop", run, int(STOP_AT * self.count))
        (left,) = halted
        others = self.count - left
        self.expect("status", dict(self.records.statuses()), {"waiting": left, "open": others})
        self.expect("tickets by commands", dict(self.records.commands()), {1: left})
        self.expect("tickets by changes", dict(self.records.changes()), {1: left})
        self._undo("undo of what stayed", run, left)
        self.expect("status", dict(self.records.statuses()), {"open": self.count})
        self.expect("tickets by commands", dict(self.records.commands()), {2: left})
        self.expect("tickets by changes", dict(self.records.changes()), {2: left})
        self.before = left

    def _tag_for_all(self) -> None:
        run = self._change(changes.add_tag(TAG))
        self._settle("tag for all", run, self.count)
        few, all_ = self.before, self.count - self.before
        self.expect("tagged", self.records.tagged(), self.count)
        self.expect("tickets by commands", dict(self.records.commands()), {3: few, 1: all_})
        self.expect("tickets by changes", dict(self.records.changes()), {3: few, 1: all_})
        self._undo("one undo of all", run, self.count)
        self.expect("tagged", self.records.tagged(), 0)
        self.expect("tickets by commands", dict(self.records.commands()), {4: few, 2: all_})
        self.expect("tickets by changes", dict(self.records.changes()), {4: few, 2: all_})


def run(folder: Path, count: int) -> list[str]:
    """All stretches; what went wrong."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    paths = Paths(folder / "base")
    fill(paths, count)
    say(f"{count:,} tickets are on the desk")
    started = open_window(paths, KEY, theme="light", language="en")
    started.ctx.settings.change(undo_s=0)
    day = Day(started, paths, count)
    try:
        day.go()
    finally:
        answered: list[object] = []
        started.ctx.engine.call("stop", then=answered.append, failed=answered.append)
        wait(lambda: bool(answered), "the engine's end")
        started.window.close()
        started.end()
        app.processEvents()
    return day.faults


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.bulk", description=__doc__)
    parser.add_argument("--tickets", type=int, default=50_000)
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="workspace-bulk-"))
    try:
        faults = run(folder, given.tickets)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for line in faults:
        say(f"not so: {line}")
    say("not right" if faults else "right")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
