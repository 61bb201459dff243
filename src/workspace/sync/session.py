"""One account at work: what its sync, push, fetch and stream threads share."""

from __future__ import annotations

import heapq
import itertools
import logging
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import TypeVar

from workspace.clock import Clock
from workspace.domain.errors import (
    AuthFailed,
    ContractBug,
    RateLimited,
    Unavailable,
    WorkspaceError,
)
from workspace.domain.items import Capabilities
from workspace.domain.words import AccountId
from workspace.log import redact
from workspace.sync.connectors.contract import Connector

log = logging.getLogger("workspace.sync")

T = TypeVar("T")

LONGEST_HOLD_S = 3600.0


class Stopping(Exception):
    """The account is being stopped; its threads end."""


class Paused(WorkspaceError):
    """The agent paused the account."""

    kind = "paused"
    default_action = "Resume it to go on."

    @classmethod
    def of(cls, name: str) -> Paused:
        """The sentence about the account of this name."""
        return cls(f"The account “{name}” is paused, so nothing is fetched or sent.")


class Urgency(IntEnum):
    """Who goes first where requests of one account wait for each other."""

    FOREGROUND = 0
    PUSH = 1
    LIVE = 2
    FETCH = 3
    HISTORY = 4
    ATTACHMENT = 5


class Gate:
    """At most `slots` requests at once; the most urgent waits least; all wait while held."""

    def __init__(self, slots: int, clock: Clock) -> None:
        self._free = max(1, slots)
        self._clock = clock
        self._changed = threading.Condition()
        self._waiting: list[tuple[int, int]] = []
        self._numbers = itertools.count()
        self._held_until = 0.0
        self._stopped = False

    @contextmanager
    def slot(self, urgency: Urgency) -> Iterator[None]:
        """Wait for a slot and hold it. Raises Stopping when the account stops meanwhile."""
        me = (int(urgency), next(self._numbers))
        with self._changed:
            heapq.heappush(self._waiting, me)
            try:
                while not self._stopped and not self._is_turn(me):
                    left = self._held_until - self._clock.monotonic()
                    self._changed.wait(left if left > 0 else None)
                if self._stopped:
                    raise Stopping
                self._free -= 1
            finally:
                self._waiting.remove(me)
                heapq.heapify(self._waiting)
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def _is_turn(self, me: tuple[int, int]) -> bool:
        held = self._held_until > self._clock.monotonic()
        return not held and self._free > 0 and self._waiting[0] == me

    def hold(self, seconds: float) -> None:
        """Let no further request out for so long (Retry-After)."""
        seconds = min(max(seconds, 0.0), LONGEST_HOLD_S)
        with self._changed:
            self._held_until = max(self._held_until, self._clock.monotonic() + seconds)
            self._changed.notify_all()

    def held_s(self) -> float:
        """How long it is still held, in seconds."""
        return max(0.0, self._held_until - self._clock.monotonic())

    def stop(self) -> None:
        """Wake everybody with Stopping."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()


class Backoff:
    """Growing pauses with jitter: half of the step is certain, half is chance."""

    def __init__(
        self, first_s: float = 1.0, most_s: float = 300.0, chance: random.Random | None = None
    ) -> None:
        self._first_s = first_s
        self._most_s = most_s
        self._chance = chance or random.SystemRandom()
        self.failures = 0

    def next_s(self, most_s: float | None = None) -> float:
        """The pause after one more failure, in seconds; never above `most_s`."""
        step = min(self._most_s, self._first_s * 2.0 ** min(self.failures, 30))
        self.failures += 1
        if most_s is not None:
            step = min(step, most_s)
        return step * self._chance.uniform(0.5, 1.0)

    def reset(self) -> None:
        """It worked."""
        self.failures = 0


class Session:
    """The account's connector and what its threads must agree on. All methods from any thread.

    Attributes:
        me: this account's own agent at the backend, known after the first check.
        online: the last poll worked.
        halted: an error after which nothing is asked until an agent or new credentials say so.
        trust: the agent confirmed that so many tickets are really gone; until the next whole poll.
        requests: calls made to the connector.
    """

    def __init__(
        self, account_id: AccountId, name: str, connector: Connector, clock: Clock, *, paused: bool
    ) -> None:
        self.account_id = account_id
        self.name = name
        self.connector = connector
        self.manifest = connector.manifest
        self.clock = clock
        self.gate = Gate(self.manifest.parallel, clock)
        self.me = ""
        self.capabilities = Capabilities()
        self.online = False
        self.paused = paused
        self.halted: WorkspaceError | None = None
        self.trust = False
        self.requests = 0
        self.stopping = threading.Event()
        self._changed = threading.Condition()
        self._poked = False
        self._trouble: WorkspaceError | None = None
        self.on_change: list[Callable[[], None]] = []

    @property
    def may_ask(self) -> bool:
        """Whether background work may talk to the backend now."""
        return self.online and self.refusal() is None

    @property
    def may_send(self) -> bool:
        """Whether commands may be tried now; being offline is found out by trying."""
        return self.refusal() is None

    def refusal(self) -> WorkspaceError | None:
        """Why nothing may be asked now, even by a person; being offline is found by asking."""
        if self.halted is not None:
            return self.halted
        if self.stopping.is_set():
            return Unavailable("The connection to this account is just being closed.")
        return Paused.of(self.name) if self.paused else None

    def ask(self, urgency: Urgency, rule: str, call: Callable[[], T]) -> T:
        """One request through the gate; `rule` names the contract's method in a ContractBug."""
        with self.gate.slot(urgency):
            self.requests += 1
            return self.guard(rule, call)

    def guard(self, rule: str, call: Callable[[], T]) -> T:
        """Run connector code: our errors pass, anything foreign becomes a ContractBug."""
        try:
            return call()
        except RateLimited as error:
            self.gate.hold(error.retry_after_s)
            raise
        except (WorkspaceError, Stopping):
            raise
        except Exception as error:
            log.exception("account %s: %s raised what it may not", self.name, rule)
            text = redact(f"{type(error).__name__}: {error}")[:200]
            raise ContractBug(
                f"The connector “{self.manifest.name}” failed in {rule} ({text})."
            ) from error

    def requests_made(self) -> int:
        """Requests that left, where the connector counts them; else calls of its methods."""
        counted = getattr(self.connector, "requests", None)
        return counted if isinstance(counted, int) else self.requests

    # --- waking each other ---------------------------------------------------------------

    def poke(self) -> None:
        """The backend has news, or somebody wants it asked now."""
        with self._changed:
            self._poked = True
            self._changed.notify_all()

    def report(self, error: WorkspaceError) -> None:
        """A thread beside the sync thread met an error that concerns the whole account."""
        with self._changed:
            if isinstance(error, AuthFailed | ContractBug):
                self.halted = self.halted or error
            self._trouble = error
            self._poked = True
            self._changed.notify_all()

    def take_trouble(self) -> WorkspaceError | None:
        """The last reported error, once."""
        with self._changed:
            trouble, self._trouble = self._trouble, None
            return trouble

    def take_poke(self) -> bool:
        """Whether it was poked since the last time this was asked."""
        with self._changed:
            poked, self._poked = self._poked, False
            return poked

    def wait_poke(self, seconds: float | None) -> None:
        """Sleep until poked, stopped, or the time is over; the poke stays to be taken."""
        deadline = None if seconds is None else self.clock.monotonic() + seconds
        with self._changed:
            while not self._poked and not self.stopping.is_set():
                left = None if deadline is None else deadline - self.clock.monotonic()
                if left is not None and left <= 0:
                    return
                self._changed.wait(left)

    def set_paused(self, paused: bool) -> None:
        """The agent's wish."""
        self.paused = paused
        self.tell()
        self.poke()

    def halt(self, error: WorkspaceError) -> None:
        """Ask nothing more until `resume`."""
        self.halted = error
        self.online = False
        self.tell()

    def resume(self) -> None:
        """Try again: the agent asked, or the credentials are new."""
        self.halted = None
        with self._changed:
            self._trouble = None
        self.tell()
        self.poke()

    def set_online(self, online: bool) -> None:
        """The sync thread's finding; listeners hear of every change."""
        if self.online != online:
            self.online = online
            self.tell()

    def tell(self) -> None:
        """Call the listeners (push, fetch) so that they look again."""
        for listener in list(self.on_change):
            listener()

    def stop(self) -> None:
        """Wake all threads of this account and let them end."""
        self.stopping.set()
        self.gate.stop()
        with self._changed:
            self._changed.notify_all()
        self.tell()
