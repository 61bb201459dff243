"""All fault runs, in their whole length or a sample: `python -m tests.faults.sweep [--full]`.

Prints a table of what was injected and what came of it. A control is an engine that sends again
without a look at the backend: it must double something, else the run proves nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import desk_kills, disk_faults, rt_faults
from tests.faults.history import explore
from tests.faults.parts import Verdict
from tests.faults.window_kills import CALLS, kill_while_writing, turmoil
from tests.servers.rt_fixture import RtServer


def note(line: str) -> None:
    """Progress, beside the table."""
    sys.stderr.write(f"  {line}\n")
    sys.stderr.flush()


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="workspace-faults-") as name:
        yield Path(name)


@contextmanager
def tracker() -> Iterator[rt_faults.TrackerBase]:
    """A base directory on a server of its own."""
    server = RtServer(Path(tempfile.mkdtemp(prefix="workspace-rt5-")))
    try:
        server.start()
        with folder() as where:
            base = rt_faults.TrackerBase(where / "base", server)
            yield base
            base.close()
    finally:
        server.close()


def desk(*, full: bool, naive: bool = False) -> Verdict:
    return desk_kills.sweep(naive=naive, step=1 if full else 12, progress=note)


def tracker_kills(*, full: bool, naive: bool = False) -> Verdict:
    with tracker() as base:
        chosen = rt_faults.CHOSEN if full else rt_faults.CHOSEN[::5]
        verdict = rt_faults.kill_at_calls(base, chosen, naive=naive, progress=note)
        verdict.add(
            rt_faults.kill_at_moments(base, range(0, 600, 10 if full else 100), naive=naive)
        )
        verdict.add(rt_faults.settled(base, naive=naive))
        return verdict


def network(*, full: bool, naive: bool = False) -> Verdict:
    with tracker() as base:
        base.proxy.hole_s = 120.0 if full else 3.0
        verdict = rt_faults.over_a_bad_network(base, 3 if full else 1, naive=naive)
        if not naive:
            verdict.add(rt_faults.over_a_restart(base))
        return verdict


def window(*, full: bool) -> Verdict:
    verdict = Verdict()
    for one in kill_while_writing(
        CALLS[:: 1 if full else 12], [0.15 * number for number in range(0, 40, 1 if full else 10)]
    ):
        verdict.add(one)
    return verdict


def both(*, full: bool) -> Verdict:
    return turmoil(200 if full else 10, progress=note)


def flips(name: str, *, full: bool) -> Verdict:
    with folder() as where:
        return disk_faults.flips(disk_faults.Kept(where), name, 200 if full else 10, progress=note)


def disk() -> Verdict:
    verdict = Verdict()
    for run in (disk_faults.failing_sync_of_the_window, disk_faults.failing_sync_of_the_engine):
        with folder() as where:
            verdict.add(run(where))
    if disk_faults.may_mount():
        for mounted in (disk_faults.full_disk, disk_faults.read_only):
            with folder() as where, disk_faults.small_disk(where / "disk") as small:
                verdict.add(mounted(small))
    return verdict


def histories(*, full: bool) -> Verdict:
    examples = 250 if full else 20
    explore(examples, 40)
    return Verdict(points=examples)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.sweep", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every point; an hour or so")
    parser.add_argument("--only", default="", help="runs whose name holds this word")
    given = parser.parse_args()
    full: bool = given.full
    runs: list[tuple[str, bool, Callable[[], Verdict]]] = [
        ("desk: engine killed at calls", False, lambda: desk(full=full)),
        ("desk: control", True, lambda: desk(full=False, naive=True)),
        ("rt: engine killed at calls and moments", False, lambda: tracker_kills(full=full)),
        ("rt: control", True, lambda: tracker_kills(full=False, naive=True)),
        ("rt: network faults", False, lambda: network(full=full)),
        ("rt: network control", True, lambda: network(full=False, naive=True)),
        ("window killed while typing and sending", False, lambda: window(full=full)),
        ("window and engine killed during sync", False, lambda: both(full=full)),
        ("disk full, failing, read-only", False, disk),
        ("bytes of the cache flipped", False, lambda: flips("cache.db", full=full)),
        ("bytes of the journal flipped", False, lambda: flips("journal.db", full=full)),
        ("random histories", False, lambda: histories(full=full)),
    ]
    bad, total = False, Verdict()
    for name, control, run in runs:
        if given.only not in name:
            continue
        began = time.monotonic()
        verdict = run()
        for line in verdict.details[:20]:
            note(line)
        wrong = verdict.doubled == 0 if control else not verdict.clean
        bad = bad or wrong
        if not control:
            total.add(verdict)
        mark = "WRONG" if wrong else "as it must be"
        sys.stdout.write(
            f"{name:42} {verdict.line()}  ({time.monotonic() - began:.0f} s, {mark})\n"
        )
        sys.stdout.flush()
    sys.stdout.write(total.line() + "\n")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
