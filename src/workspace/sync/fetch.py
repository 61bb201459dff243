"""Bringing tickets' entries: open in a window first, then mine and open ones, then the rest."""

from __future__ import annotations

import logging
import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field

from workspace.domain.errors import (
    AuthFailed,
    ContractBug,
    Gone,
    RateLimited,
    StoreError,
    Unavailable,
    WorkspaceError,
)
from workspace.domain.items import Fetched, Tombstone
from workspace.store.writer import Applied, CacheWriter
from workspace.sync.cache_thread import CacheThread, Lane
from workspace.sync.connectors.contract import TicketRef
from workspace.sync.lookup import Lookup
from workspace.sync.notices import Notices
from workspace.sync.session import Session, Stopping, Urgency

log = logging.getLogger("workspace.sync")

BATCH = 64
REST_S = 2.0
REST_MOST_S = 600.0


@dataclass(eq=False)
class Job:
    """One ticket to fetch; `older` asks for the part before what is here."""

    remote_id: str
    older: bool = False
    urgency: Urgency = Urgency.FETCH
    done: Future[bool] = field(default_factory=Future)


@dataclass
class Rest:
    """A ticket that could not be fetched, and until when it is left alone.

    `over`: that time has come; kept for its count until a fetch succeeds.
    """

    until: float
    failures: int
    error: WorkspaceError | None
    over: bool = False


class Fetcher:
    """The account's fetch threads. Foreground jobs are tried even while the account is offline."""

    def __init__(
        self, session: Session, cache: CacheThread, lookup: Lookup, notices: Notices
    ) -> None:
        self._session = session
        self._cache = cache
        self._lookup = lookup
        self._notices = notices
        self._changed = threading.Condition()
        self._foreground: deque[Job] = deque()
        self._background: deque[str] = deque()
        self._busy: set[str] = set()
        self._opened: set[str] = set()
        self._preferred: deque[str] = deque(maxlen=BATCH)
        self._rests: dict[str, Rest] = {}
        self._dirty = True
        self._looking = False
        self._was_online = False
        self.fetched = 0
        session.on_change.append(self._on_session)
        count = max(1, session.manifest.parallel)
        self._threads = [
            threading.Thread(target=self._run, name=f"fetch-{session.name}-{number}", daemon=True)
            for number in range(count)
        ]

    def start(self) -> None:
        """Begin to work."""
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        """Wait for the threads after the session was stopped."""
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(timeout=60.0)
        with self._changed:
            jobs = list(self._foreground)
            self._foreground.clear()
        for job in jobs:
            job.done.cancel()

    def kick(self) -> None:
        """The cache changed: there may be tickets to fetch."""
        with self._changed:
            self._dirty = True
            self._changed.notify_all()

    def prefer(self, remote_id: str) -> None:
        """Before others, should the live feed say soon that this ticket has to be fetched."""
        with self._changed:
            self._preferred.append(remote_id)

    def want(self, remote_id: str, *, older: bool = False) -> Future[bool]:
        """Fetch this ticket before all others; the future says whether nothing older remains."""
        with self._changed:
            for job in self._foreground:
                if job.remote_id == remote_id and job.older == older:
                    return job.done
            job = Job(remote_id, older, Urgency.FOREGROUND)
            if (refusal := self._session.refusal()) is not None:
                job.done.set_exception(refusal)
                return job.done
            self._foreground.append(job)
            self._rests.pop(remote_id, None)
            self._changed.notify_all()
            return job.done

    def open(self, remote_id: str, is_open: bool) -> None:
        """A window shows this ticket (or no longer does): it is kept fresh before all others."""
        with self._changed:
            if is_open:
                self._opened.add(remote_id)
            else:
                self._opened.discard(remote_id)
        if is_open and self._is_stale(remote_id):
            self.want(remote_id)

    def wait_idle(self) -> bool:
        """Wait until nothing is left to fetch; False if the account can't go on."""
        with self._changed:
            while self._has_work():
                if not self._session.may_ask:
                    return False
                self._changed.wait(1.0)
        return True

    def waiting(self) -> int:
        """How many tickets are known to wait."""
        with self._changed:
            return len(self._foreground) + len(self._background) + len(self._busy)

    def first_problem(self) -> WorkspaceError | None:
        """Why some ticket could not be fetched, if any."""
        with self._changed:
            return next((rest.error for rest in self._rests.values() if rest.error), None)

    # --- choosing ------------------------------------------------------------------------

    def _has_work(self) -> bool:
        return bool(
            self._foreground or self._background or self._busy or self._dirty or self._looking
        )

    def _on_session(self) -> None:
        online = self._session.may_ask
        if (refusal := self._session.refusal()) is not None:
            self._refuse(refusal)
        with self._changed:
            if online and not self._was_online:
                self._rests.clear()
                self._dirty = True
            self._was_online = online
            self._changed.notify_all()

    def _run(self) -> None:
        while True:
            try:
                job = self._next()
                if job is not None:
                    self._work(job)
            except Stopping:
                return
            except Exception:
                log.exception("account %s: a fetch thread met a defect", self._session.name)
                self._session.stopping.wait(REST_S)

    def _next(self) -> Job | None:
        with self._changed:
            while True:
                if self._session.stopping.is_set():
                    raise Stopping
                job = self._choose_foreground()
                if job is None and self._dirty and not self._looking and self._session.may_ask:
                    self._dirty, self._looking = False, True
                    break
                job = job or self._choose_background()
                if job is not None:
                    self._busy.add(job.remote_id)
                    return job
                self._changed.wait(self._shortest_rest())
        self._look()
        return None

    def _refuse(self, error: WorkspaceError) -> None:
        """Nobody shall wait for a ticket that will not be asked for."""
        with self._changed:
            jobs = list(self._foreground)
            self._foreground.clear()
        for job in jobs:
            job.done.set_exception(error)

    def _choose_foreground(self) -> Job | None:
        if self._session.may_send:
            for job in self._foreground:
                if job.remote_id not in self._busy:
                    self._foreground.remove(job)
                    return job
        return None

    def _choose_background(self) -> Job | None:
        if not self._session.may_ask:
            return None
        for remote_id in self._background:
            if remote_id not in self._busy:
                self._background.remove(remote_id)
                return Job(remote_id)
        return None

    def _shortest_rest(self) -> float | None:
        """How long to sleep; a rest that is over makes the list worth looking at again."""
        resting = [rest for rest in self._rests.values() if not rest.over]
        if not resting or not self._session.may_ask:
            return None
        now = self._session.clock.monotonic()
        for rest in resting:
            if rest.until <= now:
                rest.over = self._dirty = True
        return max(min(rest.until for rest in resting) - now, 0.01)

    def _look(self) -> None:
        """Ask the cache what lacks entries; with no lock held meanwhile."""
        found: list[str] = []
        try:
            account_id = self._session.account_id
            with self._changed:
                first = dict.fromkeys([*self._opened, *self._preferred])
                resting = {name for name, rest in self._rests.items() if not rest.over}
                limit = BATCH + len(resting) + len(self._busy)
            found = [remote_id for remote_id in first if self._is_stale(remote_id)]
            listed = self._cache.call(
                Lane.FETCH, lambda writer: writer.tickets_to_fetch(account_id, limit)
            )
            found += [one.remote_id for one in listed if one.remote_id not in found]
            found = [remote_id for remote_id in found if remote_id not in resting]
        except StoreError as error:
            log.warning(
                "account %s: can't look for tickets to fetch: %s", self._session.name, error
            )
        finally:
            with self._changed:
                self._looking = False
                self._background = deque(name for name in found if name not in self._busy)
                self._changed.notify_all()

    def _is_stale(self, remote_id: str) -> bool:
        state = self._lookup.ticket(self._session.account_id, remote_id)
        return state is None or state.fetched_revision < state.revision

    # --- working -------------------------------------------------------------------------

    def _work(self, job: Job) -> None:
        try:
            complete = self._fetch(job)
            self._on_fetched(job)
            job.done.set_result(complete)
        except WorkspaceError as error:
            job.done.set_exception(error)
            self._on_error(job.remote_id, error)
        except BaseException as error:  # whoever waits must not wait for ever
            job.done.set_exception(error)
            raise
        finally:
            with self._changed:
                self._busy.discard(job.remote_id)
                self._dirty = self._dirty or not self._background
                self._changed.notify_all()

    def _on_fetched(self, job: Job) -> None:
        """Forget its failures; but leave a ticket alone for a while that is stale all the same."""
        self.fetched += 1
        with self._changed:
            before = self._rests.pop(job.remote_id, None)
        if job.urgency is not Urgency.FOREGROUND:
            state = self._lookup.ticket(self._session.account_id, job.remote_id)
            if not state or state.fetched_revision < state.revision or not state.complete:
                self._rest(job.remote_id, None, before)

    def _on_error(self, remote_id: str, error: WorkspaceError) -> None:
        if isinstance(error, AuthFailed | ContractBug):
            self._session.report(error)
        elif isinstance(error, Unavailable):
            self._session.poke()  # the sync thread finds out whether we are offline
        log.info("account %s: a ticket could not be fetched: %s", self._session.name, error.kind)
        with self._changed:
            before = self._rests.get(remote_id)
        self._rest(remote_id, error, before)

    def _rest(self, remote_id: str, error: WorkspaceError | None, before: Rest | None) -> None:
        failures = before.failures + 1 if before else 0
        rest_s = min(REST_S * 2.0**failures, REST_MOST_S)
        if isinstance(error, RateLimited):
            rest_s = self._session.gate.held_s()
        with self._changed:
            until = self._session.clock.monotonic() + rest_s
            self._rests[remote_id] = Rest(until, failures, error)
            self._changed.notify_all()

    def _fetch(self, job: Job) -> bool:
        """Fetch the newest part, and behind the scenes all older ones too."""
        session = self._session
        state = self._lookup.ticket(session.account_id, job.remote_id)
        before = ""
        if state is not None and (job.older or state.fetched_revision >= state.revision):
            if job.older and state.complete:
                return True
            before = "" if state.complete else state.next_before
        while True:
            try:
                fetched = self._ask(job, before)
            except Gone:
                self._bury(job)
                return True
            self._store(job, fetched, older=bool(before))
            if fetched.complete or job.urgency is Urgency.FOREGROUND:
                return fetched.complete
            if fetched.next_before in ("", before):
                raise ContractBug(
                    f"The connector “{session.manifest.name}” says that a ticket has older "
                    "entries, but not where."
                )
            before = fetched.next_before

    def _ask(self, job: Job, before: str) -> Fetched:
        connector = self._session.connector
        return self._session.ask(
            job.urgency, "fetch", lambda: connector.fetch(TicketRef(job.remote_id), before)
        )

    def _store(self, job: Job, fetched: Fetched, *, older: bool) -> None:
        account_id, me = self._session.account_id, self._session.me

        def apply(writer: CacheWriter) -> Applied:
            return writer.apply_fetch(account_id, job.remote_id, fetched, older=older, me=me)

        lane = Lane.LIVE if job.urgency is Urgency.FOREGROUND else Lane.FETCH
        self._announce(self._cache.call(lane, apply))

    def _bury(self, job: Job) -> None:
        """The backend says this ticket is gone."""
        stone = Tombstone(kind="ticket", remote_id=job.remote_id)
        gone = Fetched(ticket=None, entries=(), complete=True, tombstones=(stone,))
        self._store(job, gone, older=False)

    def _announce(self, applied: Applied) -> None:
        if applied.held:
            raise WorkspaceError(applied.held, "Look at the ticket at the backend.")
        if applied.tickets or applied.entries_of:
            self._notices.changed(
                applied.seq, tickets=applied.tickets, entries_of=applied.entries_of
            )
