"""What the window sees of an account's sync: written when it changes, progress now and then."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

from workspace.domain.errors import WorkspaceError
from workspace.store.queries.pending import SETTLED_MS
from workspace.sync.cache_thread import CacheThread, Lane
from workspace.sync.lookup import Lookup
from workspace.sync.notices import Notices
from workspace.sync.session import Session

PROGRESS_S = 0.5
SEEN_MS = 30_000


OFFSET_STEP_MS = 1_000
"""Nearer than this two clocks are one: ages and due times are shown in seconds at best."""


def _worth_telling(offset_ms: int | None) -> int:
    return offset_ms if offset_ms is not None and abs(offset_ms) >= OFFSET_STEP_MS else 0


class AccountStatus:
    """Keeps `account_state` of one account. From any thread."""

    def __init__(
        self, session: Session, cache: CacheThread, lookup: Lookup, notices: Notices
    ) -> None:
        self._session = session
        self._cache = cache
        self._lookup = lookup
        self._notices = notices
        self._lock = threading.Lock()
        self._written: dict[str, Any] = {}
        self._progress_at = 0.0

    @property
    def state(self) -> str:
        """The last state set, "" before the first."""
        return str(self._written.get("state", ""))

    def set(self, state: str, problem: WorkspaceError | None = None) -> None:
        """idle, syncing, offline, error, paused or held, and why."""
        self._write(
            state=state,
            error_kind=problem.kind if problem else "",
            error_message=problem.message if problem else "",
            error_action=problem.action if problem else "",
        )

    def synced(self, clock_offset_ms: int | None = None) -> None:
        """A poll of the live feed came to its end; the backend's clock is so far from ours."""
        now = self._session.clock.now_ms()
        news: dict[str, Any] = {}
        if abs(now - int(self._written.get("last_sync_at", 0))) >= SEEN_MS:
            news["last_sync_at"] = now
        offset = _worth_telling(clock_offset_ms)
        if abs(offset - int(self._written.get("clock_offset_ms", 0))) >= OFFSET_STEP_MS:
            news["clock_offset_ms"] = offset
        if news:
            self._write(standing=news.keys() == {"last_sync_at"} and not self._settles(now), **news)

    def progress(self, done: int, total: int, *, at_once: bool = False) -> None:
        """How far the first sync is."""
        now = self._session.clock.monotonic()
        if not at_once and now - self._progress_at < PROGRESS_S:
            return
        self._progress_at = now
        self._write(standing=True, done=done, total=total)

    def describe(self, **columns: Any) -> None:
        """Other columns, such as the capabilities."""
        self._write(**columns)

    def _settles(self, now: int) -> bool:
        """Whether what was sent lately may cease to be laid over its ticket by this sync."""
        return self._lookup.sent_since(self._session.account_id, now - 2 * SETTLED_MS)

    def _write(self, *, standing: bool = False, **columns: Any) -> None:
        """`standing`: nothing but the words on how far the account is depends on it."""
        with self._lock:
            first = not self._written
            news = {name: value for name, value in columns.items() if self._is_news(name, value)}
            if not news:
                return
            self._written.update(news)
            if first:
                # A new row needs its state; `syncing` is true of an account just being begun.
                news.setdefault("state", self._written.setdefault("state", "syncing"))
        standing = standing and not first
        account_id = self._session.account_id
        future = self._cache.submit(
            Lane.LIVE, lambda writer: writer.set_account_state(account_id, **news)
        )
        future.add_done_callback(lambda written: self._on_written(written, standing))

    def _on_written(self, future: Future[bool], standing: bool) -> None:
        if future.cancelled() or future.exception() is not None:
            with self._lock:
                self._written.clear()  # not kept: whatever comes next is news
        elif future.result():
            self._notices.changed(accounts=not standing, standing=standing)

    def _is_news(self, name: str, value: Any) -> bool:
        return name not in self._written or self._written[name] != value
