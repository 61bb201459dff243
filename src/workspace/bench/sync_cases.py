"""First sync: pages of a backend into durable, encrypted, indexed rows."""

from __future__ import annotations

from workspace.bench.figures import Figure
from workspace.bench.generator import fill_cache
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader


def measure_sync(paths: Paths, key: MasterKey, messages: int) -> list[Figure]:
    """Fill the cache unless it is there already; rate and bytes a message."""
    paths.ensure()
    if paths.cache_db.exists():
        reader = Reader(paths, key)
        row = reader.one("SELECT count(*) FROM entry")
        reader.close()
        if row and row[0] >= messages:
            return []
    rate = fill_cache(paths, key, messages)
    size = sum(path.stat().st_size for path in paths.base.glob("cache.db*"))
    return [
        Figure(
            part="sync",
            name="decoded page to durable row, search index included",
            unit="/s",
            p50=rate.per_second,
            reach=7000,
            never=4000,
            higher_is_better=True,
            note="one process, mean over the whole fill",
        ),
        Figure(
            part="sync",
            name="disk a message, index included",
            unit="bytes",
            p50=size / max(1, rate.done),
            reach=1740,
            never=2250,
        ),
    ]
