"""The engine process: one per base directory. Builds everything, runs it, ends it."""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator

from workspace.clock import Clock, SystemClock
from workspace.domain.errors import WorkspaceError
from workspace.ipc.endpoint import Endpoint
from workspace.ipc.protocol import PROTOCOL, Changed, Frame
from workspace.keys import MasterKey
from workspace.log import setup_logging
from workspace.paths import Paths
from workspace.private_memory import hide_memory
from workspace.settings import load_settings
from workspace.shared_files import put_in_place
from workspace.store import salvage
from workspace.store.files import SealedFiles
from workspace.store.migrations import migrate
from workspace.store.outbox import Outbox
from workspace.store.writer import CacheWriter
from workspace.sync.account_room import Shared
from workspace.sync.accounts import AccountRooms, Loader
from workspace.sync.cache_thread import CacheThread, Lane
from workspace.sync.connectors import registry
from workspace.sync.downloads import Downloads
from workspace.sync.give_way import give_way
from workspace.sync.lookup import Lookup
from workspace.sync.methods import Methods
from workspace.sync.notices import Notices
from workspace.sync.session import Session

log = logging.getLogger("workspace.engine")

IDLE_S = 10.0
UPKEEP_S = 600.0
SANITISE_ROWS = 50
DAY_MS = 24 * 3600 * 1000
ENDING = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
]


class Engine:
    """Everything of one engine, in order of need; `run` blocks until it is to end.

    Args:
        stay: go on without clients.
        idle_s: how long after its last client it ends.
        load: finds connector classes.
    """

    def __init__(
        self,
        paths: Paths,
        key: MasterKey,
        *,
        stay: bool = False,
        idle_s: float = IDLE_S,
        load: Loader = registry.load,
        clock: Clock | None = None,
    ) -> None:
        self.paths = paths
        self._stay = stay
        self._idle_s = idle_s
        self._clock = clock or SystemClock()
        self._ended = threading.Event()
        self._changed = threading.Condition()
        self._clients = 0
        self._endpoint: Endpoint | None = None
        self._open = contextlib.ExitStack()
        with self._open:
            self._build(key, load)
            self._open = self._open.pop_all()

    def _build(self, key: MasterKey, load: Loader) -> None:
        paths, clock, later = self.paths, self._clock, self._open.callback
        told = salvage.check_at_start(paths, key)
        for line in told:
            log.error("%s", line)
        for line in migrate(paths, key):
            log.info("%s", line)
        cache = CacheThread(lambda: CacheWriter(paths, key, clock))
        cache.start()
        later(cache.stop)
        lookup = Lookup(paths, key)
        later(lookup.close)
        outbox = Outbox(paths, key, clock)
        later(outbox.close)
        for command_id in outbox.recover():
            log.info("command %s was being sent when the last engine ended", command_id)
        outbox.prune()
        notices = Notices(self._broadcast, clock)
        later(notices.close)
        files = SealedFiles(paths.attachments, key.subkey("attachments"))

        def downloads(session_of: Callable[[int], Session | None]) -> Downloads:
            return Downloads(files, cache, lookup, notices, clock, session_of)

        shared = Shared(paths, key, clock, cache, lookup, outbox, notices)
        self.rooms = AccountRooms(shared, downloads, load)
        later(self.rooms.stop)
        self.rooms.downloads.sweep()
        self.methods = Methods(self.rooms, shared, told, stop=self.stop)
        later(self.methods.close)
        self.rooms.reload()  # before anybody can ask for an account
        self._endpoint = Endpoint(
            paths,
            on_call=self.methods.handle,
            on_clients=self._on_clients,
            on_joined=lambda link: link.send(
                # So that it reads what it missed; after a repair it must read everything again.
                Changed(seq=lookup.seq(), accounts=True, bulk=bool(told))
            ),
            on_left=self.methods.client_left,
        )
        later(self._endpoint.close)
        self._upkeep = threading.Thread(
            target=self._keep_up, args=(cache, outbox), name="upkeep", daemon=True
        )

    def run(self) -> None:
        """Work until stopped or left alone; then end cleanly."""
        with self._open:
            self._announce()
            self._upkeep.start()
            self._wait()
            self._ended.set()
            self._upkeep.join(timeout=60.0)
            log.info("the engine ends")
            with contextlib.suppress(FileNotFoundError):
                self.paths.engine_file.unlink()

    def stop(self) -> None:
        """End soon; from any thread or a signal handler's thread."""
        self._ended.set()
        with self._changed:
            self._changed.notify_all()

    def _keep_up(self, cache: CacheThread, outbox: Outbox) -> None:
        """Behind all else: sanitise anew what an older sanitiser made, prune, checkpoint."""
        try:
            while not self._ended.is_set():
                if cache.call(Lane.HISTORY, lambda writer: writer.resanitise(SANITISE_ROWS)):
                    continue
                self._drop_old(cache, outbox)
                cache.call(Lane.HISTORY, lambda writer: writer.checkpoint())
                self._ended.wait(UPKEEP_S)
                outbox.prune()
        except WorkspaceError as error:
            log.warning("upkeep ends: %s", error.message)

    def _drop_old(self, cache: CacheThread, outbox: Outbox) -> None:
        """Retention: what the settings don't want kept goes, from every byte of the cache."""
        days = load_settings(self.paths.settings_file).keep_days
        if days <= 0:
            return
        before = self._clock.now_ms() - days * DAY_MS
        dropped = 0
        while not self._ended.is_set():
            gone = cache.call(Lane.HISTORY, lambda writer: writer.drop_old(before))
            if not gone:
                break
            outbox.forget(gone)
            dropped += len(gone)
        if dropped:
            log.info("%d tickets were dropped: they rested for more than %d days", dropped, days)
            cache.call(Lane.HISTORY, lambda writer: writer.compact())
            outbox.compact()

    def _broadcast(self, frame: Frame) -> None:
        if self._endpoint is not None:
            self._endpoint.broadcast(frame)

    def _on_clients(self, count: int) -> None:
        with self._changed:
            self._clients = count
            self._changed.notify_all()

    def _announce(self) -> None:
        assert self._endpoint is not None
        about = {"pid": os.getpid(), "address": self._endpoint.address, "protocol": PROTOCOL}
        fresh = self.paths.engine_file.with_suffix(".new")
        fresh.write_text(json.dumps(about), encoding="utf-8")
        os.chmod(fresh, 0o600)
        put_in_place(fresh, self.paths.engine_file)

    def _wait(self) -> None:
        """Return when stopped, or when no client was there for the idle time."""
        with self._changed:
            alone_since = self._clock.monotonic()
            while not self._ended.is_set():
                now = self._clock.monotonic()
                if self._clients or self._stay:
                    alone_since = now
                    self._changed.wait(None if self._clients else 60.0)
                    alone_since = self._clock.monotonic()
                    continue
                left = self._idle_s - (now - alone_since)
                if left <= 0:
                    return
                self._changed.wait(left)


def run_engine(
    paths: Paths,
    key: MasterKey,
    *,
    stay: bool,
    idle_s: float = IDLE_S,
    load: Loader = registry.load,
) -> int:
    """Be the engine of this base directory until it is to end; the exit code.

    Ends at once, with 0, where another engine is at work already.
    """
    from filelock import FileLock, Timeout

    paths.ensure()
    lock = FileLock(paths.engine_lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return 0
    give_way()
    hide_memory()
    logging_setup = setup_logging(paths, "engine")
    try:
        log.info("the engine starts, pid %d", os.getpid())
        engine = Engine(paths, key, stay=stay, idle_s=idle_s, load=load)
        _collect_less()
        with _stopping_on_signals(engine):
            engine.run()
    except WorkspaceError as error:
        log.critical("the engine can't work: %s %s", error.message, error.action)
        sys.stderr.write(f"{error.message} {error.action}".rstrip() + "\n")
        return 1
    finally:
        logging_setup.close()
        lock.release()
    return 0


def _collect_less() -> None:
    """Pages are many objects without cycles: looking through them took a twentieth of a sync."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@contextlib.contextmanager
def _stopping_on_signals(engine: Engine) -> Iterator[None]:
    """SIGTERM, a hang-up and Ctrl+C end the engine cleanly.

    By a wake-up descriptor: the kernel may hand a signal to any thread, and then a main thread
    that waits on a lock would never come to run a Python handler.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    woken, wakes = socket.socketpair()
    wakes.setblocking(False)

    def watch() -> None:
        if woken.recv(1):
            engine.stop()

    watcher = threading.Thread(target=watch, name="signals", daemon=True)
    watcher.start()
    before = signal.set_wakeup_fd(wakes.fileno(), warn_on_full_buffer=False)
    handlers = {one: signal.signal(one, lambda *_: None) for one in ENDING}
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        wakes.close()
        watcher.join()
        woken.close()
