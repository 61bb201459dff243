"""Filling a cache or a desk with generated tickets (`tickets.py`), for measuring."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from workspace.bench.tickets import DIRECTORY, END, ME, PAGE, generate
from workspace.clock import SystemClock
from workspace.keys import MasterKey
from workspace.paths import Paths

__all__ = ["DIRECTORY", "END", "ME", "PAGE", "Rate", "fill_cache", "fill_desk", "generate", "main"]


class Rate(msgspec.Struct, frozen=True):
    """How far a filling is: messages and notes written so far, of how many, and seconds spent."""

    done: int
    total: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.done / self.seconds if self.seconds else 0.0


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
    account_id = _account(paths, key, account)
    writer = CacheWriter(paths, key, clock)
    rate = Rate(0, messages, 0.0)
    spent = 0.0
    try:
        writer.set_directory(account_id, DIRECTORY)
        for page in generate(seed, messages, end_ms=end_ms):
            begin = time.perf_counter()
            writer.apply_page(account_id, "history", page, me=ME)
            spent += time.perf_counter() - begin
            rate = Rate(page.done or 0, messages, spent)
            if progress:
                progress(rate)
        writer.set_account_state(account_id, state="idle", last_sync_at=end_ms)
        writer.checkpoint()
    finally:
        writer.close()
    return rate


def fill_desk(
    paths: Paths,
    key: MasterKey,
    messages: int,
    *,
    seed: int = 1,
    account: str = "bench",
    end_ms: int = END,
    add_account: bool = True,
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
    if add_account:
        _account(paths, key, account)
    database = DeskDatabase(paths.desks / account, key.subkey("desk"), clock)
    rate = Rate(0, messages, 0.0)
    spent = 0.0
    try:
        load = BulkLoad(database)
        load.directory(DIRECTORY)
        for page in generate(seed, messages, end_ms=end_ms):
            begin = time.perf_counter()
            load.page(page)
            spent += time.perf_counter() - begin
            rate = Rate(page.done or 0, messages, spent)
            if progress:
                progress(rate)
        load.finish()
    finally:
        database.close()
    return rate


def _account(paths: Paths, key: MasterKey, name: str) -> int:
    """The local id of a desk account, made if it is not there."""
    from workspace.store.accounts import Accounts

    accounts = Accounts(paths, key, SystemClock())
    try:
        here = {each.name: each.id for each in accounts.all()}
        return here[name] if name in here else accounts.add(name, "desk", "", {}, "")
    finally:
        accounts.close()


def main(argv: Sequence[str] | None = None) -> int:
    """Fill a cache or a desk for measuring; prints the rate every few seconds."""
    parser = argparse.ArgumentParser(prog="workspace.bench.generator", description=main.__doc__)
    parser.add_argument("--basedir", type=Path, required=True)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--desk", action="store_true", help="fill an embedded desk instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--key", help="64 hex digits; by default one is made and printed")
    options = parser.parse_args(argv)
    key = MasterKey.from_hex(options.key) if options.key else MasterKey.generate()
    if not options.key:
        print(f"key {key.to_hex()}")
    said = time.monotonic()

    def say(rate: Rate) -> None:
        nonlocal said
        if time.monotonic() - said >= 5:
            said = time.monotonic()
            print(
                f"{rate.done:,} of {rate.total:,} messages, {rate.per_second:,.0f} /s", flush=True
            )

    paths = Paths(options.basedir)
    fill = fill_desk if options.desk else fill_cache
    rate = fill(paths, key, options.messages, seed=options.seed, progress=say)
    files = paths.desks.rglob("desk.db*") if options.desk else paths.base.glob("cache.db*")
    size = sum(path.stat().st_size for path in files)
    print(
        f"{rate.done:,} messages in {rate.seconds:.1f} s of writing,"
        f" {rate.per_second:,.0f} /s, {size / max(1, rate.done):,.0f} bytes each"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
