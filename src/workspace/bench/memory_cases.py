"""Memory of window and engine together, over the cache that was filled."""

from __future__ import annotations

import os
import time

from workspace.bench.figures import Figure, from_samples
from workspace.bench.processes import Usage, usage
from workspace.keys import MasterKey
from workspace.paths import Paths

AT_REST_S = 7.0  # longer than both processes wait before they give back what they read


def measure_memory(paths: Paths, key: MasterKey) -> list[Figure]:
    """Of this process, which holds the window after its work, and of an engine on the same cache.

    The made-up account is paused, or the engine would look for its desk.
    """
    at_work = usage(os.getpid())
    time.sleep(AT_REST_S)
    window = usage(os.getpid())  # before anything below is imported
    from workspace.clock import SystemClock
    from workspace.ipc.client import connect_or_start
    from workspace.store.accounts import Accounts

    accounts = Accounts(paths, key, SystemClock())
    try:
        for account in accounts.all():
            accounts.set_paused(account.name, True)
    finally:
        accounts.close()
    client = connect_or_start(paths, key, "bench")
    try:
        time.sleep(AT_REST_S)
        engine = usage(client.engine_pid)
        client.call("stop")
    finally:
        client.close()
    return [
        from_samples(
            "window",
            "memory of the window, over this cache, right after its work",
            [at_work.rss_mib],
            unit="MiB",
            reach=110,
            never=250,
        ),
        *memory_figures("window", "over this cache, at rest", window, engine),
    ]


def memory_figures(part: str, when: str, window: Usage, engine: Usage) -> list[Figure]:
    """Resident memory of each, and of both with what they share counted once."""
    return [
        from_samples(
            part,
            f"memory of the window, {when}",
            [window.rss_mib],
            unit="MiB",
            reach=110,
            never=250,
            note=f"{window.share_mib:.0f} its own share",
        ),
        from_samples(
            part,
            f"memory of the engine at most, {when}",
            [engine.peak_mib],
            unit="MiB",
            note=f"{engine.share_mib:.0f} its own share now",
        ),
        both_figure(part, when, window, engine),
    ]


def both_figure(part: str, when: str, window: Usage, engine: Usage) -> Figure:
    """Of both, with what they share counted once."""
    return from_samples(
        part,
        f"memory of both, {when}",
        [window.share_mib + engine.share_mib],
        unit="MiB",
        reach=160,
        never=250,
        note="what they share counted once",
    )
