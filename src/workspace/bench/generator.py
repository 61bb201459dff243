"""Filling a cache or a desk with generated tickets (`tickets.py`), for measuring."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import msgspec

from workspace.bench.tickets import DIRECTORY, END, ME, PAGE, generate
from workspace.clock import SystemClock
from workspace.keys import MasterKey
from workspace.paths import Paths

__all__ = [
    "DIRECTORY",
    "END",
    "ME",
    "PAGE",
    "Rate",
    "add_account",
    "fill_cache",
    "fill_desk",
    "fill_in_child",
    "generate",
    "main",
]


class Rate(msgspec.Struct, frozen=True):
    """How far a filling is: messages and notes written so far, of how many, and what it took.

    `slowest` is the rate, in messages a second of CPU, of the slowest stretch of `STRETCH`.
    """

    done: int
    total: int
    seconds: float
    cpu_s: float = 0.0
    slowest: float = 0.0

    @property
    def per_second(self) -> float:
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def per_cpu_second(self) -> float:
        return self.done / self.cpu_s if self.cpu_s else 0.0


STRETCH = 20_000


class _Meter:
    """Time spent inside `with`, and how slow it became at worst."""

    def __init__(self, total: int) -> None:
        self.rate = Rate(0, total, 0.0)
        self._stretch = (0, 0.0)
        self._began = (0.0, 0.0)

    def __enter__(self) -> None:
        self._began = (time.perf_counter(), time.process_time())

    def __exit__(self, *_: object) -> None:
        wall, cpu = self._began
        self.rate = msgspec.structs.replace(
            self.rate,
            seconds=self.rate.seconds + time.perf_counter() - wall,
            cpu_s=self.rate.cpu_s + time.process_time() - cpu,
        )

    def reached(self, done: int) -> Rate:
        """So many messages are there now."""
        before, cpu = self._stretch
        slowest = self.rate.slowest
        if done - before >= STRETCH:
            pace = (done - before) / max(self.rate.cpu_s - cpu, 1e-9)
            slowest = min(pace, slowest or pace)
            self._stretch = (done, self.rate.cpu_s)
        self.rate = msgspec.structs.replace(self.rate, done=done, slowest=slowest)
        return self.rate


def fill_cache(
    paths: Paths,
    key: MasterKey,
    messages: int,
    *,
    seed: int = 1,
    account: str = "bench",
    end_ms: int = END,
    progress: Callable[[Rate], None] | None = None,
) -> Rate:
    """Fill a base directory's cache as a first sync would, index included; then it is at rest.

    Makes the files and the account if they are not there. `progress` is called for each page.
    """
    from workspace.store.migrations import migrate
    from workspace.store.writer import CacheWriter

    clock = SystemClock()
    migrate(paths.ensure(), key)
    account_id = add_account(paths, key, account)
    writer = CacheWriter(paths, key, clock)
    meter = _Meter(messages)
    try:
        writer.set_directory(account_id, DIRECTORY)
        for page in generate(seed, messages, end_ms=end_ms):
            with meter:
                writer.apply_page(account_id, "history", page, me=ME)
            rate = meter.reached(page.done or 0)
            if progress:
                progress(rate)
        writer.set_account_state(account_id, state="idle", last_sync_at=end_ms)
        writer.checkpoint()
    finally:
        writer.close()
    return meter.rate


def fill_desk(
    paths: Paths,
    key: MasterKey,
    messages: int,
    *,
    seed: int = 1,
    account: str = "bench",
    end_ms: int = END,
    with_account: bool = True,
    progress: Callable[[Rate], None] | None = None,
) -> Rate:
    """Fill the embedded desk of an account; its first sync then brings it all into the cache.

    Makes files and, unless told otherwise, the account if they are not there. The desk must hold
    no ticket yet.
    """
    from workspace.store.migrations import migrate
    from workspace.sync.connectors.desk.bulk import BulkLoad
    from workspace.sync.connectors.desk.database import DeskDatabase

    clock = SystemClock()
    migrate(paths.ensure(), key)
    if with_account:
        add_account(paths, key, account)
    database = DeskDatabase(paths.desks / account, key.subkey("desk"), clock)
    meter = _Meter(messages)
    try:
        load = BulkLoad(database)
        load.directory(DIRECTORY)
        for page in generate(seed, messages, end_ms=end_ms):
            with meter:
                load.page(page)
            rate = meter.reached(page.done or 0)
            if progress:
                progress(rate)
        load.finish()
    finally:
        database.close()
    return meter.rate


def add_account(paths: Paths, key: MasterKey, name: str) -> int:
    """The local id of a desk account, made if it is not there."""
    from workspace.store.accounts import Accounts

    accounts = Accounts(paths, key, SystemClock())
    try:
        here = {each.name: each.id for each in accounts.all()}
        return here[name] if name in here else accounts.add(name, "desk", "", {}, "")
    finally:
        accounts.close()


@contextmanager
def _without_index() -> Iterator[None]:
    """What the rows alone cost: the search index gets nothing."""
    from workspace.store import search_index

    add = search_index.add
    search_index.add = lambda connection, docs, live: None
    try:
        yield
    finally:
        search_index.add = add


def fill_in_child(base: Path, key: MasterKey, messages: int, *options: str) -> Rate:
    """Fill in a process of its own, so that none of its memory is counted with what comes after."""
    command = [sys.executable, "-m", "workspace.bench.generator", "--json", "--basedir", str(base)]
    command += ["--messages", str(messages), "--key", key.to_hex(), *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=Rate)


def main(argv: Sequence[str] | None = None) -> int:
    """Fill a cache or a desk for measuring; prints the rate every few seconds."""
    parser = argparse.ArgumentParser(prog="workspace.bench.generator", description=main.__doc__)
    parser.add_argument("--basedir", type=Path, required=True)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--desk", action="store_true", help="fill an embedded desk instead")
    parser.add_argument("--no-index", action="store_true", help="leave the search index out")
    parser.add_argument("--json", action="store_true", help="print the rate alone, as JSON")
    parser.add_argument("--no-account", action="store_true", help="leave the account to others")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--key", help="64 hex digits; by default one is made and printed")
    options = parser.parse_args(argv)
    key = MasterKey.from_hex(options.key) if options.key else MasterKey.generate()
    if not options.key and not options.json:
        print(f"key {key.to_hex()}")
    said = time.monotonic()

    def say(rate: Rate) -> None:
        nonlocal said
        if time.monotonic() - said >= 5 and not options.json:
            said = time.monotonic()
            print(
                f"{rate.done:,} of {rate.total:,} messages, {rate.per_second:,.0f} /s", flush=True
            )

    paths = Paths(options.basedir)
    if options.desk:
        rate = fill_desk(
            paths,
            key,
            options.messages,
            seed=options.seed,
            with_account=not options.no_account,
            progress=say,
        )
    else:
        with _without_index() if options.no_index else nullcontext():
            rate = fill_cache(paths, key, options.messages, seed=options.seed, progress=say)
    if options.json:
        print(msgspec.json.encode(rate).decode())
        return 0
    files = paths.desks.rglob("desk.db*") if options.desk else paths.base.glob("cache.db*")
    size = sum(path.stat().st_size for path in files)
    print(
        f"{rate.done:,} messages in {rate.seconds:.1f} s of writing,"
        f" {rate.per_second:,.0f} /s, {size / max(1, rate.done):,.0f} bytes each"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
