"""`workspace bench`: what this program does on this machine, in figures.

A cache of `--messages` is filled by the generator as a first sync would, then read, searched and
shown by the real window (offscreen where there is no display). Wall time has the machine's noise
in it; the CPU column has less. `--compare` prints ratios against a saved run.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
from pathlib import Path

import msgspec

from workspace.bench import figures
from workspace.bench.figures import Figure, Run
from workspace.keys import MasterKey
from workspace.paths import Paths

PARTS = ("sync", "disk", "store", "start", "window", "queue", "engine")

MOST_TICKETS = 1_000_000
MOST_SYNCED = 60_000  # of the desk that the real engine syncs: minutes, not hours


def main(arguments: argparse.Namespace) -> int:
    """Measure what `arguments` ask for and print the table; 0, or 2 for an unknown part."""
    logging.getLogger("workspace").addHandler(logging.NullHandler())
    parts = [name for name in arguments.only.split(",") if name] or list(PARTS)
    unknown = set(parts) - set(PARTS)
    if unknown:
        print(f"Unknown parts: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    if len(arguments.compare) > 2:
        print("--compare takes one file or two", file=sys.stderr)
        return 2
    before = figures.load(arguments.compare[0]) if arguments.compare else None
    if len(arguments.compare) == 2:
        print(figures.table(figures.load(arguments.compare[1]), before))
        return 0
    if arguments.keep:
        run = _measure(arguments.keep.absolute(), parts, arguments)
    else:
        with tempfile.TemporaryDirectory(prefix="workspace-bench-") as folder:
            run = _measure(Path(folder), parts, arguments)
    table = figures.table(run, before)
    if arguments.markdown:
        arguments.markdown.write_text(table, encoding="utf-8")
    if arguments.save:
        figures.save(run, arguments.save)
    print(json.dumps(msgspec.to_builtins(run), indent=1) if arguments.json else table)
    return 0


def _measure(base: Path, parts: list[str], arguments: argparse.Namespace) -> Run:
    key = MasterKey(bytes(32))  # the data is made up; a kept cache must open again
    paths = Paths(base).ensure()
    rows: list[Figure] = []
    if "sync" in parts or not paths.cache_db.exists():
        from workspace.bench.sync_cases import measure_sync

        _say(f"filling a cache of {arguments.messages:,} messages")
        rows += measure_sync(paths, key, arguments.messages)
    if "disk" in parts:
        from workspace.bench.sync_cases import measure_disk

        rows += measure_disk(paths, key)
    if "store" in parts:
        from workspace.bench.store_cases import measure_store

        _say("reading and searching")
        rows += measure_store(paths, key, arguments.repeat)
    if "start" in parts:
        from workspace.bench.start_cases import measure_start

        _say("starting the window")
        rows += measure_start(paths, key, max(5, arguments.repeat // 20))
    if "window" in parts:
        from workspace.bench.window_cases import measure_window

        _say("working in the window")
        rows += measure_window(paths, key, arguments.repeat)
    if "queue" in parts:
        from workspace.bench.queue_cases import measure_queue

        tickets = min(arguments.messages, MOST_TICKETS)
        _say(f"working in a queue of {tickets:,} tickets")
        queue = Paths(base / "queue").ensure()
        rows += measure_queue(queue, key, tickets, arguments.repeat)
    if "engine" in parts:
        from workspace.bench.engine_cases import measure_engine

        _say("syncing a desk with the real engine while the window is used")
        rows += measure_engine(key, min(arguments.messages, MOST_SYNCED), arguments.repeat)
    return Run(messages=arguments.messages, machine=figures.machine(), figures=rows)


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)
