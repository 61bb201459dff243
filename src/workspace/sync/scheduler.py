"""When an account is asked what: live before history, back-off with jitter, pauses, states."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from workspace.domain.errors import (
    AuthFailed,
    ContractBug,
    CursorLost,
    RateLimited,
    Unavailable,
    WorkspaceError,
)
from workspace.sync.account_status import AccountStatus
from workspace.sync.session import Backoff, Paused, Session, Stopping

log = logging.getLogger("workspace.sync")

COMMANDS_WAIT_S = 10.0
DIRECTORY_S = 900.0
STREAM_POLL_FACTOR = 4.0


class Held(WorkspaceError):
    """The source says that very much is gone. It is kept until the agent confirms it."""

    kind = "held"
    default_action = "Look at the backend. If it is right, sync this account once more."


class Pulled(Protocol):
    """What one page brought."""

    @property
    def more(self) -> bool: ...
    @property
    def pause_s(self) -> float: ...
    @property
    def held(self) -> str: ...
    @property
    def tickets(self) -> frozenset[int]: ...


class Pulls(Protocol):
    """What the loop needs of `pull.Puller`."""

    @property
    def history_complete(self) -> bool: ...
    def begin(self) -> None: ...
    def forget(self) -> None: ...
    def live(self) -> Pulled: ...
    def history(self) -> Pulled: ...
    def settle(self) -> None: ...


class SyncLoop:
    """The account's sync thread.

    Args:
        commands_wait: whether commands of this account are still to be sent; then no pause is
            longer than 10 s, so that they leave soon after the backend's return.
        on_pulled: called after every page that brought something, and when the backend is back
            (fetch threads look for new work).
    """

    def __init__(
        self,
        session: Session,
        pulls: Pulls,
        status: AccountStatus,
        *,
        commands_wait: Callable[[], bool],
        on_pulled: Callable[[], None],
    ) -> None:
        self._session = session
        self._pulls = pulls
        self._status = status
        self._commands_wait = commands_wait
        self._on_pulled = on_pulled
        self._backoff = Backoff()
        self._begun_at: float | None = None
        self._live_due = 0.0
        self._history_due = 0.0
        self.streaming = False
        self._changed = threading.Condition()
        self._wanted = 0
        self._drained = 0
        self._live_drained = 0
        self._problem: WorkspaceError | None = None
        self._problem_at = 0
        self._thread = threading.Thread(target=self._run, name=f"sync-{session.name}", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def join(self) -> None:
        """Wait for the thread after the session was stopped."""
        if self._thread.ident is not None:
            self._thread.join(timeout=60.0)
        with self._changed:
            self._changed.notify_all()

    # --- waiting for a complete pass --------------------------------------------------------

    def want_pass(self) -> int:
        """Ask for a pass that begins after now; its number is for `wait_pass`."""
        with self._changed:
            self._wanted += 1
            number = self._wanted
        self._session.poke()
        return number

    def wait_pass(self, number: int) -> WorkspaceError | None:
        """Wait until history is complete and the live feed drained; else what is in the way."""
        with self._changed:
            while self._drained < number:
                if self._problem is not None and self._problem_at >= number:
                    return self._problem
                if self._session.stopping.is_set():
                    return Unavailable("The engine is ending.")
                self._changed.wait(1.0)
        return None

    def _set_problem(self, error: WorkspaceError | None, wanted: int) -> None:
        with self._changed:
            self._problem, self._problem_at = error, wanted
            self._changed.notify_all()

    # --- the loop ---------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._session.stopping.is_set():
            try:
                delay = self._turn()
                self._session.wait_poke(delay)
            except Stopping:
                break
            except Exception:
                log.exception("account %s: the sync thread met a defect", self._session.name)
                self._session.wait_poke(self._backoff.next_s(COMMANDS_WAIT_S))
        try:
            self._pulls.settle()  # nothing of ours may be written after we have ended
        except WorkspaceError as error:
            log.info("account %s: the last page was not kept: %s", self._session.name, error)

    def _turn(self) -> float | None:
        """One round with its errors turned into states; the pause until the next one."""
        session = self._session
        with self._changed:
            wanted = self._wanted
        poked = session.take_poke()
        if session.paused:
            self._pulls.settle()
            session.set_online(False)
            self._status.set("paused")
            self._set_problem(Paused.of(session.name), wanted)
            return None
        if session.halted is not None:
            return self._on_halt(session.halted, wanted)
        try:
            trouble = session.take_trouble()
            if trouble is not None:
                raise trouble
            delay = self._round(wanted, poked)
        except CursorLost:
            log.warning("account %s: the feed lost our place; history starts anew", session.name)
            self._pulls.forget()
            return self._backoff.next_s(self._longest())
        except WorkspaceError as error:
            return self._on_error(error, wanted)
        self._backoff.reset()
        return delay

    def _round(self, wanted: int, poked: bool) -> float:
        session, pulls = self._session, self._pulls
        now = session.clock.monotonic()
        if self._begun_at is None or now - self._begun_at > DIRECTORY_S:
            if self._begun_at is None and self._status.state != "idle":
                self._status.set("syncing")
            pulls.begin()
            self._begun_at = session.clock.monotonic()
            self._live_due = 0.0
        due = session.clock.monotonic() >= self._live_due
        if poked or due or wanted > self._live_drained or not session.online:
            self._drain_live()
            self._live_drained = max(self._live_drained, wanted)
        session.set_online(True)
        if not pulls.history_complete:
            return self._advance_history()
        session.trust = False
        with self._changed:
            self._problem = None
            self._drained = max(self._drained, wanted)
            self._changed.notify_all()
        self._status.set("idle")
        self._status.synced(
            session.guard("clock_offset_ms", session.connector.clock_offset_ms),
        )
        return max(0.0, self._live_due - session.clock.monotonic())

    def _drain_live(self) -> None:
        """Read the live feed to its end. The first page ever only takes its cursor."""
        while True:
            pulled = self._pulls.live()
            if pulled.held:
                raise Held(pulled.held)
            if pulled.tickets or not self._session.online:  # else at rest nobody is woken
                self._on_pulled()
            if not pulled.more or self._session.paused:
                break
        pause = max(pulled.pause_s, min(self._interval(), self._longest() or self._interval()))
        self._live_due = self._session.clock.monotonic() + pause

    def _advance_history(self) -> float:
        """One page of history; the next round looks at the live feed first if that is due."""
        self._status.set("syncing")
        now = self._session.clock.monotonic()
        if now < self._history_due:
            return max(0.0, min(self._history_due, self._live_due) - now)
        pulled = self._pulls.history()
        if pulled.held:
            raise Held(pulled.held)
        self._on_pulled()
        if pulled.more and pulled.pause_s > 0:
            self._history_due = now + pulled.pause_s
        return 0.0

    def _interval(self) -> float:
        """The pause between polls; a live stream makes them a mere precaution."""
        factor = STREAM_POLL_FACTOR if self.streaming else 1.0
        return self._session.manifest.poll_s * factor

    def _longest(self) -> float | None:
        return COMMANDS_WAIT_S if self._commands_wait() else None

    # --- errors -----------------------------------------------------------------------------

    def _on_halt(self, error: WorkspaceError, wanted: int) -> float | None:
        self._session.set_online(False)
        self._begun_at = None
        self._status.set("paused" if isinstance(error, ContractBug) else "error", error)
        self._set_problem(error, wanted)
        return None

    def _on_error(self, error: WorkspaceError, wanted: int) -> float | None:
        session = self._session
        log.info("account %s: %s: %s", session.name, error.kind, error.message)
        if isinstance(error, RateLimited):
            self._status.set("syncing", error)
            return session.gate.held_s()
        if isinstance(error, AuthFailed | ContractBug):
            session.halt(error)
            return self._on_halt(error, wanted)
        if isinstance(error, Held):
            session.set_online(True)
            self._status.set("held", error)
            self._set_problem(error, wanted)
            return self._interval()
        session.set_online(False)
        self._status.set("offline" if isinstance(error, Unavailable) else "error", error)
        self._set_problem(error, wanted)
        self._begun_at = None if not isinstance(error, Unavailable) else self._begun_at
        return self._backoff.next_s(self._longest())
