"""A disk that is full, fails to sync, may only be read, or flips a bit."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.parts import (
    KEY,
    DeskBase,
    EngineProcess,
    FaultBase,
    Tracer,
    Verdict,
)
from tests.faults.window_kills import WindowProcess, judge_window
from tests.waiting import wait_for
from workspace.clock import SystemClock
from workspace.domain.errors import StoreError
from workspace.ipc.client import engine_command
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.queries.rows import DraftRow
from workspace.sync.connectors.desk import CustomerSide

PAGE = 4096
TICKETS = 12


def may_mount() -> bool:
    """Whether a small file system can be mounted here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount") is not None


@contextmanager
def small_disk(folder: Path, size: str = "12m") -> Iterator[Path]:
    """A file system of this size, gone afterwards."""
    folder.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)], check=True
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(disk: Path) -> Path:
    """Leave no byte free; the file to delete to have room again."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 512, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return ballast


def full_disk(disk: Path, times: int = 3) -> Verdict:
    """Window, engine, desk and cache on one disk that fills up and has room again."""
    verdict = Verdict()
    base = DeskBase(disk / "base")
    ticket, other = base.ticket(), base.ticket("another one")
    engine = EngineProcess(base)
    engine.join().call("sync.once", timeout_s=None)
    window = WindowProcess(base, ticket, "full", "--engine")
    wait_for(lambda: len(window.heard("queued")) >= 2, "the window sends")
    for number in range(times):
        verdict.points += 1
        refused = len(window.heard("refused"))
        ballast = fill(disk)
        try:
            wait_for(lambda refused=refused: len(window.heard("refused")) > refused, "a refusal")
        finally:
            ballast.unlink()
        queued = len(window.heard("queued"))
        wait_for(lambda queued=queued: len(window.heard("queued")) > queued, "it sends again")
        base.customers.write(other, base.customer, f"after {number}")
    window.kill()
    acknowledged = judge_window(base, window, verdict)
    if not engine.alive:
        verdict.details.append("the engine ended on the full disk")
        engine = EngineProcess(base)
        engine.join()
    _finish(base, engine, acknowledged, verdict)
    return verdict


def _finish(
    base: DeskBase, engine: EngineProcess, acknowledged: list[tuple[str, str]], verdict: Verdict
) -> None:
    """With the disk well again: everything leaves once, the cache follows, the files are sound."""
    if engine.client is None:
        engine.join()
    engine.tell()
    wait_for(lambda: base.all_sent(one for one, _ in acknowledged), "everything is sent")
    assert engine.client is not None
    engine.client.call("sync.once", timeout_s=None)
    wait_for(base.equal, "the cache equals the desk")
    engine.kill()
    for _, text in acknowledged:
        verdict.judge(text, base.arrived(text))
    found = base.damaged()
    verdict.corrupt += len(found)
    verdict.details += found
    base.close()


def failing_sync_of_the_window(folder: Path, times: int = 3) -> Verdict:
    """fsync answers EIO to the window: it says so, keeps the text, and goes on when it is well."""
    verdict = Verdict()
    base = DeskBase(folder / "base")
    ticket = base.ticket()
    engine = EngineProcess(base)
    engine.join().call("sync.once", timeout_s=None)
    window = WindowProcess(base, ticket, "eio")
    wait_for(lambda: window.heard("thread") and window.heard("queued"), "the window sends")
    thread = int(window.heard("thread")[0][1])
    for _ in range(times):
        verdict.points += 1
        refused = len(window.heard("refused"))
        tracer = Tracer(
            [thread], folder / "trace", "fsync,fdatasync", "fsync,fdatasync:error=EIO:when=1+"
        )
        try:
            wait_for(lambda refused=refused: len(window.heard("refused")) > refused, "a refusal")
        finally:
            tracer.end()
        queued = len(window.heard("queued"))
        wait_for(lambda queued=queued: len(window.heard("queued")) > queued, "it sends again")
    window.kill()
    _finish(base, engine, judge_window(base, window, verdict), verdict)
    return verdict


def failing_sync_of_the_engine(folder: Path, points: Iterable[int] = range(1, 9)) -> Verdict:
    """The nth fsync of a send answers EIO to the engine, which goes on without being restarted."""
    verdict = Verdict()
    base = DeskBase(folder / "base")
    ticket = base.ticket()
    engine = EngineProcess(base)
    engine.join().call("sync.once", timeout_s=None)
    acknowledged = []
    for number in points:
        verdict.points += 1
        before = engine.writes_of()
        warm = f"warm {number}"
        (command_id,) = base.send(ticket, warm)
        acknowledged.append((command_id, warm))
        engine.tell()
        wait_for(lambda one=command_id: base.state(one) == "sent", "the warm-up is sent")
        now = engine.writes_of()
        threads = [one for one in now if now[one] - before.get(one, 0) > 15]
        tracer = Tracer(
            threads, folder / "trace", "fsync,fdatasync", f"fsync:error=EIO:when={number}"
        )
        try:
            (command_id,) = base.send(ticket, f"answer {number}")
            acknowledged.append((command_id, f"answer {number}"))
            engine.tell()
            wait_for(lambda one=command_id: base.state(one) == "sent", f"EIO {number}: sent")
        finally:
            tracer.end()
        if not engine.alive:
            verdict.details.append(f"the engine ended at fsync {number}")
            engine = EngineProcess(base)
            engine.join()
    _finish(base, engine, acknowledged, verdict)
    return verdict


def read_only(disk: Path) -> Verdict:
    """The disk may only be read: nothing is said to be kept, and afterwards all goes on."""
    verdict = Verdict(points=1)
    base = DeskBase(disk / "base")
    ticket = base.ticket()
    engine = EngineProcess(base)
    engine.join().call("sync.once", timeout_s=None)
    window = WindowProcess(base, ticket, "ro")
    wait_for(lambda: window.heard("queued"), "the window sends")
    window.kill()
    engine.kill()
    acknowledged = judge_window(base, window, verdict)
    base.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        told = _start_unable(base)
        if "Traceback" in told or not told.strip():
            verdict.details.append(f"the engine did not say what is wrong: {told[-300:]!r}")
        fresh = FaultBase.__new__(FaultBase)
        fresh.paths, fresh.key, fresh.reader = base.paths, KEY, Reader(base.paths, KEY)
        window = WindowProcess(fresh, ticket, "ro2")
        wait_for(lambda: window.heard("notice") or window.heard("refused"), "the window says so")
        window.kill()
        verdict.lost += len(window.heard("queued")) + len(window.heard("text-is-gone"))
        fresh.reader.close()
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    base = reopened(base)
    _finish(base, EngineProcess(base), acknowledged, verdict)
    return verdict


def _start_unable(base: FaultBase) -> str:
    """Start an engine that must end by itself; what it says."""
    done = subprocess.run(
        engine_command(base.paths, stay=True),
        input=KEY.to_hex() + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, "an engine that can't write says so and ends"
    return done.stderr


# --- Flipped bytes -----------------------------------------------------------------------------


class Kept:
    """A base directory with drafts and an outbox, at rest; copied for every flip."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.original = folder / "original"
        base = DeskBase(self.original)
        tickets = [base.ticket(f"question {number} " + "단어 " * 300) for number in range(TICKETS)]
        for ticket in tickets:
            for number in range(3):
                base.customers.write(ticket, base.customer, f"more {number} " + "word " * 200)
        engine = EngineProcess(base)
        client = engine.join()
        client.call("sync.once", timeout_s=None)
        client.call("account.pause", name="store", paused=True)
        self.drafts: dict[str, str] = {}
        for number, ticket in enumerate(tickets):
            text = f"draft {number} " + "초안 " * 150
            self.drafts[ticket] = text
            base.door.save_draft(
                DraftRow(
                    account_id=base.account_id,
                    ticket_remote_id=ticket,
                    mode="reply",
                    text=text,
                    html=None,
                    channel="",
                    recipient="",
                    attachments="[]",
                    base_entry="",
                    updated_at=number,
                )
            )
        self.commands: set[str] = set()
        for number in range(3 * TICKETS):
            self.commands.update(base.send(tickets[number % TICKETS], f"answer {number} " * 30))
        client.call("stop")
        engine.reap()
        engine = EngineProcess(base)  # its start keeps a copy of the healthy journal
        engine.join().call("stop")
        engine.reap()
        base.close()
        (self.original / "cache.db-wal").unlink(missing_ok=True)

    def flipped(self, name: str, chance: random.Random) -> tuple[Path, int]:
        """A copy of all of it with one byte of this file flipped, and the byte's place."""
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.original, copy, ignore=shutil.ignore_patterns("*.sock"))
        file = copy / name
        pages = file.stat().st_size // PAGE
        place = chance.randrange(pages) * PAGE + chance.randrange(PAGE)
        with file.open("r+b") as opened:
            opened.seek(place)
            (byte,) = opened.read(1)
            opened.seek(place)
            opened.write(bytes([byte ^ 1 << chance.randrange(8)]))
        return copy, place


def flips(
    kept: Kept, name: str, count: int, *, seed: int = 7, progress: Callable[[str], None] = print
) -> Verdict:
    """So many copies, each with one byte of `name` flipped; the shipped engine opens each."""
    chance = random.Random(f"{seed} {name}")
    verdict = Verdict()
    for number in range(count):
        copy, place = kept.flipped(name, chance)
        base = Opened(copy)
        verdict.points += 1
        where = f"{name} byte {place}"
        engine = EngineProcess(base)  # type: ignore[arg-type]
        try:
            client = engine.join()
            base.reader = Reader(base.paths, KEY)
            drafts = dict(base.reader.all("SELECT ticket_remote_id, text FROM journal.draft"))
            commands = {row[0] for row in base.reader.all("SELECT id FROM journal.outbox")}
            if drafts != kept.drafts or not kept.commands <= commands:
                verdict.lost += 1
                verdict.details.append(
                    f"{where}: {len(drafts)} drafts, {len(commands)} commands are left"
                )
            accounts = base.reader.all("SELECT name FROM journal.account")
            if accounts != [("store",)]:
                verdict.lost += 1
                verdict.details.append(f"{where}: the accounts are {accounts}")
            else:
                client.call("account.pause", name="store", paused=False)
                client.call("sync.once", timeout_s=None)
                cached = base.reader.one("SELECT count(*) FROM entry WHERE kind = 'message'")
                if cached is None or cached[0] < TICKETS * 4:
                    verdict.corrupt += 1
                    verdict.details.append(f"{where}: the cache is not full again: {cached}")
        except (AssertionError, StoreError) as error:
            verdict.corrupt += 1
            verdict.details.append(f"{where}: {error}")
        finally:
            if base.reader is not None:
                base.reader.close()
            engine.kill()
        if number % 25 == 24:
            progress(f"{number + 1} flips of {name}: {verdict.line()}")
    return verdict


class Opened:
    """A copied base directory, as far as an engine process needs it."""

    def __init__(self, folder: Path) -> None:
        self.paths, self.key = Paths(folder), KEY
        self.reader: Reader | None = None


def reopened(base: DeskBase) -> DeskBase:
    """The same base directory, opened anew."""
    fresh = DeskBase.__new__(DeskBase)
    fresh.paths, fresh.key, fresh.account_id = base.paths, KEY, base.account_id
    fresh.desk, fresh.customer = base.desk, base.customer
    fresh.door = JournalDoor(base.paths, KEY, SystemClock())
    fresh.reader = Reader(base.paths, KEY)
    fresh.customers = CustomerSide(base.desk, KEY.subkey("desk"), SystemClock())
    return fresh
