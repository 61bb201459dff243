"""The window killed while an agent types and sends; then window and engine, at random, in sync."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests import ROOT
from tests.faults.parts import (
    DeskBase,
    EngineProcess,
    FaultBase,
    Tracer,
    Verdict,
)
from tests.waiting import PATIENCE_S, wait_for
from workspace.domain.errors import WorkspaceError
from workspace.ipc.client import EngineClient

CALLS: tuple[tuple[str, int], ...] = (
    *(("pwrite64", number) for number in range(1, 61)),
    *(("fsync", number) for number in range(1, 13)),
    *(("fcntl", number) for number in range(1, 61, 3)),
    *(("newfstatat", number) for number in range(1, 20, 3)),
)
SLOW = ("--slow",)
Progress = Callable[[str], None]


class WindowProcess:
    """The child, and every whole line it said."""

    def __init__(self, base: FaultBase, ticket: str, label: str, *options: str) -> None:
        row = base.reader.one("SELECT id FROM ticket WHERE remote_id = ?", (ticket,))
        assert row is not None, f"ticket {ticket} is not in the cache"
        self.label = label
        self.ticket = ticket
        self.said: list[list[str]] = []
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.faults.window_child"),
                *(str(base.paths.base), str(row[0]), label, *options),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )
        assert self.process.stdin is not None
        self.process.stdin.write(base.key.to_hex().encode() + b"\n")
        self.process.stdin.close()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                self.said.append(line.decode().split())

    def heard(self, word: str) -> list[list[str]]:
        return [line for line in list(self.said) if line[0] == word]

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)
        assert self.process.stdout is not None
        self.process.stdout.close()


def judge_window(base: FaultBase, window: WindowProcess, verdict: Verdict) -> list[tuple[str, str]]:
    """After a kill: what the window said is kept must be kept, once; (id, text) of the queued."""
    rows = base.reader.all(
        "SELECT id, json_extract(CAST(payload AS TEXT), '$.text') FROM journal.outbox"
        " WHERE command = 'reply' AND ticket_remote_id = ?",
        (window.ticket,),
    )
    draft = base.reader.one(
        "SELECT text FROM journal.draft WHERE ticket_remote_id = ? AND mode = 'reply'",
        (window.ticket,),
    )
    drafted = draft[0] if draft else ""
    queued = [(str(key), str(text)) for key, text in rows if text.startswith(f"{window.label}-")]
    names = [text.partition(":")[0] for _, text in queued]
    ids = {key for key, _ in queued}
    for _, name, command_id in window.heard("queued"):
        if command_id not in ids:
            verdict.lost += 1
            verdict.details.append(f"said to be queued and is not: {name}")
    for name in dict.fromkeys(names):
        copies = names.count(name) + drafted.startswith(f"{name}:")
        if copies > 1:
            verdict.doubled += 1
            verdict.details.append(f"{copies} times in draft and outbox: {name}")
    told = {name: int(count) for _, name, count in window.heard("typed")}
    for name, count in list(told.items())[-1:]:
        kept = drafted.startswith(f"{name}:") and len(drafted) >= count
        if name not in names and not kept:
            verdict.lost += 1
            verdict.details.append(f"typed and lost: {name} {count} of {drafted!r}")
    for _, name in window.heard("text-is-gone"):
        verdict.lost += 1
        verdict.details.append(f"refused and not kept: {name}")
    return queued


def with_one_ticket(folder: Path) -> tuple[DeskBase, str]:
    """A base directory whose cache knows one ticket; no engine is left running."""
    base = DeskBase(folder / "base")
    ticket = base.ticket()
    engine = EngineProcess(base)
    engine.join().call("sync.once", timeout_s=None)
    engine.kill()
    return base, ticket


def kill_while_writing(
    calls: Sequence[tuple[str, int]], moments_s: Sequence[float] = ()
) -> Iterator[Verdict]:
    """A window killed at calls of its journal door's thread, and at moments; a verdict each."""
    with tempfile.TemporaryDirectory(prefix="workspace-faults-") as folder:
        base, ticket = with_one_ticket(Path(folder))
        try:
            for number, (call, nth) in enumerate(calls):
                verdict = Verdict()
                window = WindowProcess(base, ticket, f"c{number}", *SLOW[number % 2 :])
                wait_for(lambda window=window: window.heard("thread"), "the window types")
                thread = int(window.heard("thread")[0][1])
                tracer = Tracer(
                    [thread], Path(folder) / "trace", call, f"{call}:signal=KILL:when={nth}"
                )
                deadline = time.monotonic() + PATIENCE_S
                while window.alive and time.monotonic() < deadline:
                    time.sleep(0.01)
                verdict.points = int(not window.alive)
                window.kill()
                tracer.end()
                judge_window(base, window, verdict)
                yield verdict
            for number, moment in enumerate(moments_s):
                verdict = Verdict(points=1)
                window = WindowProcess(base, ticket, f"m{number}", "--slow")
                wait_for(lambda window=window: window.heard("thread"), "the window types")
                time.sleep(moment)
                window.kill()
                judge_window(base, window, verdict)
                yield verdict
            end = Verdict()
            end.details = base.damaged()
            end.corrupt = len(end.details)
            yield end
        finally:
            base.close()


class Turmoil:
    """Customers write, an agent types and sends, the engine syncs; any of them may die."""

    def __init__(self, folder: Path, seed: int, *, naive: bool = False) -> None:
        self.chance = random.Random(seed)
        self.naive = naive
        self.base = DeskBase(folder / "base")
        self.tickets = [self.base.ticket(f"question {number}") for number in range(6)]
        self.verdict = Verdict()
        self.window: WindowProcess | None = None
        self.windows = 0
        self.queued: dict[str, str] = {}
        engine = EngineProcess(self.base)
        engine.join().call("sync.once", timeout_s=None)
        engine.kill()

    def cycle(self) -> None:
        """Start what is dead, let it work, kill."""
        base, chance = self.base, self.chance
        engine = EngineProcess(base, naive=self.naive)
        if self.window is None:
            self.windows += 1
            ticket = chance.choice(self.tickets)
            self.window = WindowProcess(base, ticket, f"w{self.windows}", "--engine")
        for number in range(chance.randrange(4)):
            base.customers.write(chance.choice(self.tickets), base.customer, f"and {number}")
        if chance.random() < 0.7:  # else it is killed somewhere in its start
            wait_for(lambda: base.paths.engine_file.exists() or not engine.alive, "the engine")
        time.sleep(chance.random() * 0.7)
        engine.kill()
        self.verdict.points += 1
        if chance.random() < 0.4:
            self._kill_window()

    def _kill_window(self) -> None:
        if self.window is not None:
            self.window.kill()
            self.verdict.points += 1
            self._judge()
            self.window = None

    def _judge(self) -> None:
        assert self.window is not None
        for command_id, text in judge_window(self.base, self.window, self.verdict):
            self.queued[command_id] = text

    def end(self) -> Verdict:
        """Let an engine finish everything, then compare."""
        self._kill_window()
        engine, client = self._only_engine()
        engine.tell()
        wait_for(lambda: self.base.all_sent(self.queued), "everything is sent", 180.0)
        client.call("sync.once", timeout_s=None)
        wait_for(self.base.equal, "the cache equals the desk")
        engine.kill()
        for text in self.queued.values():
            self.verdict.judge(text, self.base.arrived(text))
        found = self.base.damaged()
        self.verdict.corrupt += len(found)
        self.verdict.details += found
        self.base.close()
        return self.verdict

    def _only_engine(self) -> tuple[EngineProcess, EngineClient]:
        """One that a dying window had just started may take the lock first: it goes too."""
        for _ in range(10):
            self._stop_leftover()
            engine = EngineProcess(self.base, naive=self.naive)
            try:
                return engine, engine.join()
            except AssertionError:
                if engine.alive:
                    raise
        raise AssertionError("some other engine keeps the base directory")

    def _stop_leftover(self) -> None:
        """A window starts an engine where it finds none: that one must go too."""

        client = EngineClient(self.base.paths, "fault-run")
        if client.connect(3.0):
            try:
                client.call("stop", timeout_s=30.0)
            except WorkspaceError:
                return
            finally:
                client.close()
        wait_for(lambda: not EngineClient(self.base.paths, "x").connect(0.0), "no engine is left")


def turmoil(
    cycles: int, *, seed: int = 2026, naive: bool = False, progress: Progress = print
) -> Verdict:
    """So many cycles of killing; the verdict."""
    with tempfile.TemporaryDirectory(prefix="workspace-faults-") as folder:
        run = Turmoil(Path(folder), seed, naive=naive)
        for number in range(cycles):
            run.cycle()
            if number % 25 == 24:
                progress(f"{number + 1} cycles, {run.windows} windows: {run.verdict.line()}")
        verdict = run.end()
        progress(f"{len(run.queued)} replies were acknowledged by {run.windows} windows")
        return verdict
