"""The window's link to the engine: starts it, joins it, comes back when it goes away."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from workspace.domain.errors import EngineUnavailable, WorkspaceError
from workspace.ipc.protocol import Changed, Frame, Live, Progress

log = logging.getLogger("workspace.ui")

BACK_OFF_S = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
GIVE_UP_EXITS = 5
GIVE_UP_WITHIN_S = 300.0


class Client(Protocol):
    """The part of `ipc.client.EngineClient` used here."""

    def call(self, method: str, timeout_s: float = ..., **args: Any) -> dict[str, Any]: ...

    def close(self) -> None: ...


StartClient = Callable[[Callable[[Frame], None], Callable[[], None]], Client]
"""Joins the engine, starting it if need be; (on_notice, on_lost) are called on other threads."""


class _Job(msgspec.Struct, eq=False):
    method: str
    args: dict[str, Any]
    timeout_s: float
    then: Callable[[dict[str, Any]], None] | None
    failed: Callable[[Exception], None] | None
    owner: QObject | None
    result: dict[str, Any] | None = None
    error: Exception | None = None


class EngineLink(QObject):
    """Keeps one client connected. Nothing here blocks the GUI thread; nothing waits for an engine.

    Signals:
        changed, live, progress: the engine's notices (`ipc.protocol`).
        connected: True when joined, False when lost.
        given_up: the engine ended five times in five minutes; `restart` tries anew.
    """

    changed = Signal(object)
    live = Signal(object)
    progress = Signal(object)
    connected = Signal(bool)
    given_up = Signal(str)
    _answered = Signal(object)
    _frame = Signal(object)
    _link = Signal(bool)

    def __init__(self, start_client: StartClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start_client = start_client
        self._client: Client | None = None
        self._wake = threading.Event()
        self._lost = threading.Event()
        self._closing = False
        self._exits: deque[float] = deque(maxlen=GIVE_UP_EXITS)
        self._quick: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._caller: threading.Thread | None = None
        self.is_connected = False
        queued = Qt.ConnectionType.QueuedConnection
        self._answered.connect(self._deliver, queued)
        self._frame.connect(self._take, queued)
        self._link.connect(self._set_connected, queued)

    def start(self) -> None:
        """Begin to join or start the engine, in the background. Call it after the first paint."""
        if self._closing:
            return
        self._thread = threading.Thread(target=self._keep, name="engine-link", daemon=True)
        self._thread.start()
        self._caller = threading.Thread(target=self._serve, name="engine-calls", daemon=True)
        self._caller.start()

    def restart(self) -> None:
        """Try again after having given up, or at once during a pause."""
        self._exits.clear()
        self._wake.set()

    def call(
        self,
        method: str,
        /,
        *,
        then: Callable[[dict[str, Any]], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        timeout_s: float = 30.0,
        slow: bool = False,
        **args: Any,
    ) -> None:
        """Call a method of the engine in the background; `then(result)` comes on the GUI thread.

        Quick calls run one after another in the order given; a `slow` one (a check of an account,
        a download) gets a thread of its own. `failed` gets EngineUnavailable when there is none;
        without it a failure is only logged, for most calls merely hint the engine.
        """
        job = _Job(method, args, timeout_s, then, failed, owner)
        if slow:
            threading.Thread(
                target=self._run, args=(job,), name=f"engine-{method}", daemon=True
            ).start()
        else:
            self._quick.put(job)

    def close(self) -> None:
        """Leave the engine; it ends by itself when nobody needs it."""
        self._closing = True
        self._wake.set()
        self._lost.set()
        self._quick.put(None)
        client = self._client
        if client is not None:
            client.close()
        for thread in (self._thread, self._caller):
            if thread is not None:
                thread.join(2)

    # --- other threads -------------------------------------------------------------------

    def _keep(self) -> None:
        step = 0
        while not self._closing:
            self._lost.clear()
            try:
                client = self._start_client(self._on_frame, self._lost.set)
            except Exception as error:  # the thread's top: an engine that won't start
                log.warning("no engine: %s", error)
                self._count_exit()
            else:
                self._client = client
                self._emit_link(True)
                joined = time.monotonic()
                self._lost.wait()
                self._client = None
                client.close()
                if self._closing:
                    return
                self._emit_link(False)
                if time.monotonic() - joined > 60:
                    step = 0
                self._count_exit()
            if self._gave_up():
                self._wake.wait()
                step = 0
            else:
                self._wake.wait(BACK_OFF_S[min(step, len(BACK_OFF_S) - 1)])
                step += 1
            self._wake.clear()

    def _count_exit(self) -> None:
        self._exits.append(time.monotonic())

    def _gave_up(self) -> bool:
        full = len(self._exits) == GIVE_UP_EXITS
        if self._closing or not full or self._exits[-1] - self._exits[0] > GIVE_UP_WITHIN_S:
            return False
        if isValid(self):
            self.given_up.emit("")
        return True

    def _serve(self) -> None:
        while (job := self._quick.get()) is not None:
            self._run(job)

    def _run(self, job: _Job) -> None:
        client = self._client
        try:
            if client is None:
                raise EngineUnavailable(
                    "The engine is not running, so this can't be done right now.",
                    "It is started again by itself; try again in a moment.",
                )
            job.result = client.call(job.method, timeout_s=job.timeout_s, **job.args)
        except Exception as error:  # the thread's top: every error goes to the caller
            job.error = error
        if not self._closing and isValid(self):
            self._answered.emit(job)

    def _on_frame(self, frame: Frame) -> None:
        if not self._closing and isValid(self):
            self._frame.emit(frame)

    def _emit_link(self, up: bool) -> None:
        if not self._closing and isValid(self):
            self._link.emit(up)

    # --- GUI thread ----------------------------------------------------------------------

    def _set_connected(self, up: bool) -> None:
        self.is_connected = up
        self.connected.emit(up)

    def _take(self, frame: Frame) -> None:
        if isinstance(frame, Changed):
            self.changed.emit(frame)
        elif isinstance(frame, Live):
            self.live.emit(frame)
        elif isinstance(frame, Progress):
            self.progress.emit(frame)

    def _deliver(self, job: _Job) -> None:
        """The calling thread may hold the job for longer, so it is emptied: the last reference to
        a widget must not go there."""
        then, failed, owner = job.then, job.failed, job.owner
        job.then, job.failed, job.owner = None, None, None
        if owner is not None and not isValid(owner):
            return
        if job.error is None:
            if then is not None:
                then(job.result or {})
        elif failed is not None:
            failed(job.error)
        elif not isinstance(job.error, WorkspaceError):
            log.error("a call of the engine failed: %s", job.method, exc_info=job.error)
