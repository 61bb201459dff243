"""The one thread that writes the cache, and the order in which work reaches it."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

from workspace.domain.errors import StoreError
from workspace.spare_memory import give_back
from workspace.store.writer import CacheWriter

log = logging.getLogger("workspace.sync")

REST_S = 5.0
PAUSE_S = 0.05  # between two pieces, for whoever shares the processor

T = TypeVar("T")


class Lane(IntEnum):
    """Live work overtakes fetched tickets, these overtake history; each lane keeps its order."""

    LIVE = 0
    FETCH = 1
    HISTORY = 2
    END = 3


Job = tuple[int, int, Callable[[CacheWriter], Any] | None, Future[Any]]


class CacheThread:
    """Runs jobs on the cache writer, one at a time. `make` builds the writer on this thread."""

    def __init__(self, make: Callable[[], CacheWriter]) -> None:
        self._make = make
        self._jobs: queue.PriorityQueue[Job] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._closed = False
        self._filled = False
        self._started: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="cache-writer", daemon=True)

    def start(self) -> None:
        """Open the cache; raises what opening raised."""
        self._thread.start()
        self._started.result()

    def submit(self, lane: Lane, job: Callable[[CacheWriter], T]) -> Future[T]:
        """Queue a job; from any thread."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                future.set_exception(StoreError("The engine is ending.", "Start it again."))
                return future
            self._jobs.put((int(lane), next(self._numbers), job, future))
        return future

    def call(self, lane: Lane, job: Callable[[CacheWriter], T]) -> T:
        """Queue a job and wait for what it returns or raises; never on the writer's thread."""
        return self.submit(lane, job).result()

    def waiting(self) -> int:
        """How many jobs wait."""
        return self._jobs.qsize()

    def stop(self) -> None:
        """Do what is queued, then close the cache."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put((int(Lane.END), next(self._numbers), None, Future()))
        if self._thread.ident is not None:
            self._thread.join(timeout=60.0)

    def _next(self, writer: CacheWriter) -> Job:
        """The next job. Before a rest, what fetches and history left to do is done piece by piece,
        and the memory they took goes back to the system.

        Live work does not end a rest: a look at a backend that has no news comes this way too.
        """
        wait = REST_S
        while self._filled:
            try:
                return self._jobs.get(timeout=wait)
            except queue.Empty:
                self._filled = _tidied(writer)
                wait = PAUSE_S
                if not self._filled:
                    writer.rest()
                    give_back()
        return self._jobs.get()

    def _run(self) -> None:
        try:
            writer = self._make()
        except BaseException as error:
            self._started.set_exception(error)
            return
        self._started.set_result(None)
        try:
            while True:
                lane, _, job, future = self._next(writer)
                self._filled |= lane > Lane.LIVE
                if job is None:
                    return
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    result = job(writer)
                except Exception as error:  # handed to whoever waits for it
                    future.set_exception(error)
                else:
                    future.set_result(result)
                del job, future
        finally:
            writer.close()


def _tidied(writer: CacheWriter) -> bool:
    """Whether a piece was done, so that there may be another."""
    try:
        return writer.tidy()
    except StoreError as error:  # no room, say: whoever has a job will be told
        log.warning("the search index was not merged: %s", error)
        return False
