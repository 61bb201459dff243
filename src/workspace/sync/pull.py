"""Bringing an account's feeds into the cache, page by page, each with its cursor."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

import msgspec

from workspace.domain.errors import ContractBug
from workspace.domain.items import AgentItem, Directory, Page
from workspace.store.writer import Applied, CacheWriter
from workspace.sync.account_status import AccountStatus
from workspace.sync.cache_thread import CacheThread, Lane
from workspace.sync.connectors.contract import Feed
from workspace.sync.notices import Notices
from workspace.sync.session import Session, Urgency

log = logging.getLogger("workspace.sync")

HISTORY_ROWS = 2000  # a fifth of a second; fewer cost the index more segments to merge
LIVE_ROWS_FIRST = 100
LIVE_ROWS_LEAST = 10
LIVE_BATCH_S = 0.020


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull brought: whether to pull again at once, or after a pause in seconds."""

    more: bool
    pause_s: float = 0.0
    held: str = ""
    tickets: frozenset[int] = frozenset()


def split(page: Page, cursor: str, rows: int) -> list[Page]:
    """The page in pieces of at most `rows` items; only the last one moves the cursor.

    A kill between two pieces thus pulls the page again, and replayed rows change nothing.
    Tombstones stay together at the end, for the guard that looks at how many there are.
    """
    if len(page.items) <= rows:
        return [page]
    starts = range(0, len(page.items), rows)
    pieces = [Page(items=page.items[at : at + rows], next=cursor, more=True) for at in starts]
    pieces[-1] = msgspec.structs.replace(page, items=pieces[-1].items)
    return pieces


class Puller:
    """Pulls for one account; on its sync thread only."""

    def __init__(
        self, session: Session, cache: CacheThread, notices: Notices, status: AccountStatus
    ) -> None:
        self._session = session
        self._cache = cache
        self._notices = notices
        self._status = status
        self._live_rows = LIVE_ROWS_FIRST
        self._history_cursor: str | None = None
        self._history_complete = False
        self._applied: Future[Applied] | None = None

    @property
    def history_complete(self) -> bool:
        """Whether the history feed was read to its end, and all of it is in the cache."""
        return self._history_complete and self._applied is None

    def begin(self) -> None:
        """Check the credentials, learn who we are, what can be done and the directory."""
        session = self._session
        checked = session.ask(Urgency.LIVE, "check", session.connector.check)
        session.me = checked.me.remote_id
        session.capabilities = session.guard("capabilities", session.connector.capabilities)
        directory = session.ask(Urgency.LIVE, "directory", session.connector.directory)
        directory = with_me(directory, checked.me)
        account_id = session.account_id
        self._cache.call(Lane.LIVE, lambda writer: writer.set_directory(account_id, directory))
        self._status.describe(
            capabilities=msgspec.json.encode(session.capabilities).decode(),
            priorities=msgspec.json.encode(directory.priorities).decode(),
        )
        self._notices.changed(accounts=True)
        self._reload()

    def forget(self) -> None:
        """The cursors no longer fit: begin both feeds anew. Nothing is deleted."""
        self._settle()
        account_id = self._session.account_id
        self._cache.call(Lane.LIVE, lambda writer: writer.forget_cursors(account_id))
        self._reload()

    def live(self) -> Pulled:
        """One page of what is new. The very first call only takes the cursor."""
        cursor = self._cursor("live")
        session = self._session
        page = session.ask(Urgency.LIVE, "pull", lambda: session.connector.pull("live", cursor))
        self._require_progress(page, cursor, "live")
        if page.next == cursor and not page.items and not page.tombstones:
            return Pulled(False, page.not_before_s)  # at rest nothing is written
        held, tickets = "", set[int]()
        pieces = split(page, cursor, self._live_rows)
        for piece in pieces:
            applied, spent = self._cache.call(Lane.LIVE, self._timed("live", piece))
            self._adapt(len(piece.items), spent)
            self._announce(applied)
            held = held or applied.held
            tickets |= applied.tickets
        return Pulled(page.more, page.not_before_s, held, frozenset(tickets))

    def history(self) -> Pulled:
        """One page of the past. The page is written while the next one is being asked for."""
        session = self._session
        if self._history_complete:
            return Pulled(False, held=self._settle())
        cursor = self._history_cursor or ""
        try:
            page = session.ask(
                Urgency.HISTORY, "pull", lambda: session.connector.pull("history", cursor)
            )
        finally:
            held = self._settle()
        if held:
            return Pulled(True, held=held)
        self._require_progress(page, cursor, "history")
        pieces = split(page, cursor, HISTORY_ROWS)
        for piece in pieces[:-1]:
            self._announce(self._cache.call(Lane.HISTORY, self._apply("history", piece)))
        self._applied = self._cache.submit(Lane.HISTORY, self._apply("history", pieces[-1]))
        self._history_cursor = page.next
        if not page.more:
            self._history_complete = True
            held = self._settle()
        if page.done is not None and page.total is not None:
            self._status.progress(page.done, page.total, at_once=not page.more)
        return Pulled(page.more, page.not_before_s, held)

    def settle(self) -> None:
        """Wait for the page that is being written, if any."""
        self._settle()

    def _settle(self) -> str:
        applied, self._applied = self._applied, None
        if applied is None:
            return ""
        try:
            result = applied.result()
        except BaseException:
            self._history_cursor = None  # not written: go on from what the cache says
            self._history_complete = False
            self._reload()
            raise
        if result.held:
            self._reload()  # not applied, so the next page is this one again
        self._announce(result)
        return result.held

    def _reload(self) -> None:
        account_id = self._session.account_id
        value, complete = self._cache.call(
            Lane.LIVE, lambda writer: writer.cursor(account_id, "history")
        )
        self._history_cursor, self._history_complete = value, bool(complete)

    def _cursor(self, feed: Feed) -> str:
        account_id = self._session.account_id
        value, _ = self._cache.call(Lane.LIVE, lambda writer: writer.cursor(account_id, feed))
        return str(value)

    def _apply(self, feed: Feed, page: Page) -> Callable[[CacheWriter], Applied]:
        account_id, me = self._session.account_id, self._session.me
        trust = self._session.trust

        def job(writer: CacheWriter) -> Applied:
            return writer.apply_page(account_id, feed, page, me=me, trust=trust)

        return job

    def _timed(self, feed: Feed, page: Page) -> Callable[[CacheWriter], tuple[Applied, float]]:
        apply = self._apply(feed, page)

        def job(writer: CacheWriter) -> tuple[Applied, float]:
            start = time.perf_counter()
            applied = apply(writer)
            return applied, time.perf_counter() - start

        return job

    def _adapt(self, rows: int, spent_s: float) -> None:
        """Keep a live transaction near 20 ms whatever the disk and the entries are like."""
        if spent_s > LIVE_BATCH_S:
            self._live_rows = max(LIVE_ROWS_LEAST, self._live_rows // 2)
        elif rows >= self._live_rows and spent_s < LIVE_BATCH_S / 2:
            self._live_rows = min(HISTORY_ROWS, self._live_rows * 2)

    def _announce(self, applied: Applied) -> None:
        if applied.tickets or applied.entries_of:
            self._notices.changed(
                applied.seq, tickets=applied.tickets, entries_of=applied.entries_of
            )

    def _require_progress(self, page: Page, cursor: str, feed: Feed) -> None:
        name = self._session.manifest.name
        if page.next == "" and (page.more or feed == "live"):
            raise ContractBug(f"The connector “{name}” gave a page of “{feed}” without a cursor.")
        if page.more and page.next == cursor:
            raise ContractBug(f"The connector “{name}” stands still in its feed “{feed}”.")


def with_me(directory: Directory, me: AgentItem) -> Directory:
    """The directory with exactly one agent marked as the account's own."""
    agents = [
        msgspec.structs.replace(agent, me=agent.remote_id == me.remote_id)
        for agent in directory.agents
    ]
    if not any(agent.me for agent in agents):
        agents.append(msgspec.structs.replace(me, me=True))
    return msgspec.structs.replace(directory, agents=tuple(agents))
