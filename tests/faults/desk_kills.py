"""The engine killed at system calls of a send on the embedded desk."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.parts import (
    CACHE_THREAD,
    DeskBase,
    EngineProcess,
    Tracer,
    Verdict,
)
from tests.waiting import PATIENCE_S, wait_for
from workspace.domain.commands import AddNote, Command, SendReply, SetFields

CALLS = (
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "openat",
    "close",
    "read",
    "pread64",
    "fcntl",
    "newfstatat",
    "lseek",
    "getrandom",
)
"""What a push thread calls during a send, waiting and memory left out."""

CACHE_CALLS = ("pwrite64", "fsync", "fdatasync")
MOST = 400
TRIES = 12
QUIET_S = 0.3

Progress = Callable[[str], None]


class DeskKills:
    """A chain: each engine first settles what the one before left, then is killed itself."""

    def __init__(self, folder: Path, *, naive: bool = False) -> None:
        self.base = DeskBase(folder / "base")
        self.naive = naive
        self.ticket = self.base.ticket()
        self.verdict = Verdict()
        self._out = folder / "trace"
        self._number = 0
        self._status = 0
        self._engine: EngineProcess | None = None
        self._pushers: set[int] = set()  # of this engine, as far as they were seen at work

    def close(self) -> None:
        """End the last engine, look at the files, let go."""
        if self._engine is not None:
            self._engine.kill()
        found = self.base.damaged()
        self.verdict.corrupt += len(found)
        self.verdict.details += found
        self.base.close()

    # --- one point -------------------------------------------------------------------------

    def strike(self, what: str, call: str, number: int, *, cache: bool = False) -> bool:
        """Kill at the nth `call` of a push thread (or of the cache's); False: it never came so far.

        The command is judged in any case. On a busy machine a send may fall to a push thread that
        was not known and so not watched: then again, with that one.
        """
        for _ in range(TRIES):
            engine = self._running()
            threads = self._threads(engine, cache)
            watched = ",".join({"pwrite64", call})  # which every send does, in every such thread
            tracer = Tracer(threads, self._out, watched, f"{call}:signal=KILL:when={number}")
            command, name = self._command(what)
            before = self.base.changes(self.ticket, "status")
            (command_id,) = self.base.send(self.ticket, command)
            engine.tell()
            killed = self._died(engine, command_id)
            if killed:
                engine.reap()
                self._engine = None
            tracer.end()
            self._judge(command_id, command, name, before)
            if killed:
                self.verdict.points += 1
                return True
            if tracer.seen():
                return False  # it was watched, and the send was over before
        raise AssertionError(f"{what}, {call} {number}: no send was watched in {TRIES} tries")

    def _died(self, engine: EngineProcess, command_id: str) -> bool:
        """Until it is dead, or the send is over and its twin is in the cache."""
        deadline = time.monotonic() + PATIENCE_S
        quiet_since = None
        while engine.alive:
            now = time.monotonic()
            if self.base.state(command_id) == "sent" and self.base.equal():
                quiet_since = quiet_since or now
                if now - quiet_since > QUIET_S:
                    return not engine.alive
            assert now < deadline, f"{command_id} is neither sent nor its engine dead"
            time.sleep(0.01)
        return True

    def _judge(self, command_id: str, command: Command, name: str, before: int) -> None:
        self._running()
        wait_for(lambda: self.base.all_sent([command_id]), f"{name} is sent")
        if isinstance(command, SetFields):
            arrived = self.base.changes(self.ticket, "status") - before
        else:
            arrived = self.base.arrived(name)
        self.verdict.judge(name, arrived)

    def _command(self, what: str) -> tuple[Command, str]:
        self._number += 1
        name = f"{what} {self._number}"
        if what == "set":
            self._status = 1 - self._status
            return SetFields(status=("pending", "on_hold")[self._status]), name
        if what == "note":
            return AddNote(text=name), name
        files = (self.base.file(),) if what == "reply with file" else ()
        return SendReply(text=name, attachments=files), name

    # --- the victim ------------------------------------------------------------------------

    def _running(self) -> EngineProcess:
        if self._engine is None or not self._engine.alive:
            self._engine = EngineProcess(self.base, naive=self.naive)
            self._pushers = set()
            self._engine.join().call("sync.once", timeout_s=None)
        return self._engine

    def _threads(self, engine: EngineProcess, cache: bool) -> list[int]:
        """The cache's thread, or those that push: they wrote when a command went through."""
        if cache:
            return [engine.threads()[CACHE_THREAD]]
        counts = engine.writes_of()
        (command_id,) = self.base.send(self.ticket, f"warm-up {self._number}-{time.time_ns()}")
        engine.tell()
        wait_for(lambda: self.base.all_sent([command_id]) and self.base.equal(), "the warm-up")
        now = engine.writes_of()
        order = engine.threads()
        self._pushers |= {
            thread
            for thread in order[CACHE_THREAD + 1 :]
            if now.get(thread, 0) - counts.get(thread, 0) > 20
        }
        return sorted(self._pushers)


def every_point(
    kills: DeskKills, what: str, calls: tuple[str, ...], *, cache: bool = False, step: int = 1
) -> Iterator[str]:
    """Strike at each `step`th occurrence of each call until the send survives; yields lines."""
    for call in calls:
        number, struck = 1, 0
        while number <= MOST and kills.strike(what, call, number, cache=cache):
            struck += 1
            number += step
        yield f"{what}: {'cache thread' if cache else 'push thread'}, {call}: {struck} points"


PLAN: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("reply with file", CALLS[:1], False),
    ("reply with file", CALLS[1:], False),
    ("set", CALLS, False),
    ("note", CACHE_CALLS, True),
)


def sweep(*, naive: bool = False, step: int = 1, progress: Progress = print) -> Verdict:
    """The whole of it, the parts of the plan side by side; `step` skips occurrences."""
    verdict = Verdict()

    def part(what: str, calls: tuple[str, ...], cache: bool) -> Verdict:
        with tempfile.TemporaryDirectory(prefix="workspace-faults-") as folder:
            kills = DeskKills(Path(folder), naive=naive)
            try:
                for line in every_point(kills, what, calls, cache=cache, step=step):
                    progress(line)
            finally:
                kills.close()
            return kills.verdict

    with ThreadPoolExecutor(len(PLAN)) as pool:
        for done in [pool.submit(part, *one) for one in PLAN]:
            verdict.add(done.result())
    return verdict
