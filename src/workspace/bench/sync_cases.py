"""First sync: pages of a backend into durable, encrypted, indexed rows."""

from __future__ import annotations

import tempfile
from pathlib import Path

from workspace.bench.figures import Figure
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader

MOST_WITHOUT_INDEX = 100_000


def measure_sync(paths: Paths, key: MasterKey, messages: int) -> list[Figure]:
    """Fill the cache unless it is there already; rates. In a process of its own."""
    from workspace.bench.generator import STRETCH, fill_in_child

    paths.ensure()
    if _held(paths, key) >= messages:
        return []
    rate = fill_in_child(paths.base, key, messages)
    with tempfile.TemporaryDirectory(prefix="workspace-bench-") as folder:
        few = min(messages, MOST_WITHOUT_INDEX)
        rows = fill_in_child(Path(folder), key, few, "--no-index")
    named = "decoded page to durable row, search index included"
    figures = [
        _rate(
            "decoded page to durable row, without the search index",
            rows.per_cpu_second,
            f"{few:,} messages, a second of CPU",
            25_000,
            10_000,
        ),
        _rate(named, rate.per_second, "wall, mean over the whole fill"),
        _rate(f"{named}, a second of CPU", rate.per_cpu_second, "mean over the whole fill"),
    ]
    if rate.slowest:
        note = f"the slowest {STRETCH:,} of all"
        figures.append(_rate(f"{named}, sustained, a second of CPU", rate.slowest, note))
    return figures


def measure_disk(paths: Paths, key: MasterKey) -> list[Figure]:
    """Bytes of the cache for each message and note in it."""
    held = max(1, _held(paths, key))
    size = sum(path.stat().st_size for path in paths.base.glob("cache.db*"))
    reader = Reader(paths, key)
    try:
        pages, free = (
            int((reader.one(f"PRAGMA {name}") or (0,))[0])
            for name in ("page_count", "freelist_count")
        )
    finally:
        reader.close()
    return [
        Figure(
            part="disk",
            name="bytes a message, index included",
            unit="bytes",
            p50=size / held,
            reach=1740,
            never=2250,
            note=f"{held:,} messages; {free / max(1, pages):.0%} of it free pages",
        )
    ]


def _rate(name: str, value: float, note: str, reach: float = 7000, never: float = 4000) -> Figure:
    return Figure(
        part="sync",
        name=name,
        unit="/s",
        p50=value,
        reach=reach,
        never=never,
        higher_is_better=True,
        note=note,
    )


def _held(paths: Paths, key: MasterKey) -> int:
    if not paths.cache_db.exists():
        return 0
    reader = Reader(paths, key)
    try:
        row = reader.one("SELECT count(*) FROM entry WHERE kind IN ('message','note')")
    finally:
        reader.close()
    return int(row[0]) if row else 0
