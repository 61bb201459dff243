"""The side of window, command line and customers: calls to the engine, notices from it."""

from __future__ import annotations

import itertools
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import msgspec

from workspace import __version__
from workspace.domain.errors import EngineUnavailable, Problem, UsageError, WorkspaceError
from workspace.ipc.protocol import (
    MAX_FRAME,
    PROTOCOL,
    Answer,
    Call,
    Frame,
    Hello,
    decode,
    encode,
)
from workspace.ipc.wire import Wire, family, hang_up, read_authkey, receive, shake_as_client
from workspace.keys import MasterKey
from workspace.paths import Paths

log = logging.getLogger("workspace.ipc")

CALL_S = 30.0
START_S = 30.0
RETRY_S = 0.05
LEAVE_TRIES = 10

GONE = EngineUnavailable(
    "The sync engine is not running.",
    "Nothing is lost: what you write stays in the outbox, and it is started again by itself.",
)


def error_of(problem: Problem) -> WorkspaceError:
    """The error of our tree that this problem was, ready to raise."""
    kinds = _kinds(WorkspaceError)
    kind = kinds.get(problem.kind)
    if kind is None:
        return WorkspaceError(problem.message, problem.action)
    return kind(problem.message, action=problem.action)


def _kinds(root: type[WorkspaceError]) -> dict[str, type[WorkspaceError]]:
    found = {root.kind: root}
    for child in root.__subclasses__():
        found = {**_kinds(child), **found}
    return found


class EngineClient:
    """A connection to the engine; all methods from any thread.

    `on_notice` and `on_lost` run on the reading thread and must not call back into `call`.
    `on_lost` comes once per connection, when it ends without `close`.
    """

    def __init__(
        self,
        paths: Paths,
        client_name: str,
        on_notice: Callable[[Frame], None] | None = None,
        on_lost: Callable[[], None] | None = None,
    ) -> None:
        self._paths = paths
        self._name = client_name
        self._on_notice = on_notice
        self._on_lost = on_lost
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._send_lock = threading.Lock()
        self._waiting: dict[int, Future[Answer]] = {}
        self._connection: Wire | None = None
        self._reader: threading.Thread | None = None
        self._closing = False
        self.engine_pid = 0

    @property
    def connected(self) -> bool:
        """Whether the engine answered and has not gone since."""
        return self._connection is not None

    def connect(self, timeout_s: float = 0.0) -> bool:
        """Join a running engine; tries until the time is over. False if none is there.

        EngineUnavailable when an engine of another version listens.
        """
        deadline = time.monotonic() + timeout_s
        pause = threading.Event()
        while True:
            if self._try():
                return True
            if time.monotonic() >= deadline:
                return False
            pause.wait(RETRY_S)

    def _try(self) -> bool:
        if self.connected:
            return True
        authkey = read_authkey(self._paths.authkey_file)
        if authkey is None:
            return False
        try:
            connection = Client(self._paths.endpoint(), family())
        except (OSError, EOFError):
            return False
        try:
            shake_as_client(connection, authkey)
            self._greet(connection)
        except (OSError, EOFError, AuthenticationError, AssertionError, msgspec.DecodeError):
            connection.close()
            return False
        except EngineUnavailable:
            connection.close()
            raise
        self._closing = False
        self._connection = connection
        self._reader = threading.Thread(
            target=self._read_all, args=(connection,), name="ipc-notices", daemon=True
        )
        self._reader.start()
        return True

    def _greet(self, connection: Wire) -> None:
        mine = Hello(protocol=PROTOCOL, client=self._name, version=__version__, pid=os.getpid())
        connection.send_bytes(encode(mine))
        theirs = decode(receive(connection, MAX_FRAME))
        if not isinstance(theirs, Hello) or theirs.protocol != PROTOCOL:
            raise EngineUnavailable(
                "The sync engine that runs here belongs to another version of Workspace.",
                "Close all windows and commands of Workspace, then start this one again.",
            )
        self.engine_pid = theirs.pid

    def call(self, method: str, timeout_s: float | None = CALL_S, **args: Any) -> dict[str, Any]:
        """Ask and wait. Raises the engine's error, or EngineUnavailable when it is gone.

        `timeout_s` None waits as long as the engine lives.
        """
        future: Future[Answer] = Future()
        number = next(self._ids)
        with self._lock:
            connection = self._connection
            if connection is None:
                raise EngineUnavailable(GONE.message, GONE.action)
            self._waiting[number] = future
        try:
            data = encode(Call(id=number, method=method, args=args))
            if len(data) > MAX_FRAME:
                raise UsageError("This is too large for the sync engine.", "Make it smaller.")
            with self._send_lock:
                connection.send_bytes(data)
            answer = future.result(timeout_s)
        except (OSError, ValueError) as error:
            raise EngineUnavailable(GONE.message, GONE.action) from error
        except FutureTimeout as error:
            raise EngineUnavailable(
                f"The sync engine did not answer “{method}” in time.",
                "Wait a moment and try again; the program goes on working meanwhile.",
            ) from error
        finally:
            with self._lock:
                self._waiting.pop(number, None)
        if answer.problem is not None:
            raise error_of(answer.problem)
        return answer.result

    def close(self) -> None:
        """Leave the engine. It ends by itself some seconds after its last client."""
        self._closing = True
        connection, reader = self._connection, self._reader
        if connection is not None:
            hang_up(connection)
        if reader is not None and reader is not threading.current_thread():
            for _ in range(LEAVE_TRIES):
                reader.join(timeout=0.5)
                if connection is None or not reader.is_alive():
                    break
                hang_up(connection)

    def _read_all(self, connection: Wire) -> None:
        try:
            while True:
                self._take(decode(receive(connection, MAX_FRAME)))
        except (OSError, EOFError, msgspec.DecodeError):
            pass  # the engine left, or talks nonsense: both end this connection
        finally:
            self._lose(connection)

    def _take(self, frame: Frame) -> None:
        if isinstance(frame, Answer):
            with self._lock:
                future = self._waiting.get(frame.id)
            if future is not None and not future.done():
                future.set_result(frame)
        elif self._on_notice is not None:
            try:
                self._on_notice(frame)
            except Exception:
                log.exception("a notice of the engine could not be handled")

    def _lose(self, connection: Wire) -> None:
        with self._lock:
            self._connection = None
            waiting = list(self._waiting.values())
        with suppress(OSError):
            connection.close()
        for future in waiting:
            if not future.done():
                future.set_exception(EngineUnavailable(GONE.message, GONE.action))
        if not self._closing and self._on_lost is not None:
            self._on_lost()


def own_command() -> list[str]:
    """The command line that runs this program again, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "workspace"]  # -P: import nothing from the current folder


def on_its_own() -> dict[str, Any]:
    """Options of Popen for a process that outlives us, and whose console never flashes up."""
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        return {"creationflags": flags}
    return {"start_new_session": True}


def engine_command(paths: Paths, *, stay: bool) -> list[str]:
    """The command line that starts the engine of this base directory."""
    command = [*own_command(), "--engine", "--basedir", str(paths.base)]
    return [*command, "--stay"] if stay else command


def _spawn(paths: Paths, key: MasterKey, *, stay: bool) -> subprocess.Popen[bytes]:
    """Start the engine as a process of its own, which outlives us; the key goes by its stdin.

    Returns at once. An engine that finds another one at work ends quietly.
    """
    options = on_its_own()
    if sys.platform == "win32":
        options["creationflags"] |= subprocess.BELOW_NORMAL_PRIORITY_CLASS  # else nice by itself
    try:
        paths.ensure()
        with _last_words(paths).open("wb") as last_words:
            process = subprocess.Popen(
                engine_command(paths, stay=stay),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=last_words,
                close_fds=True,
                **options,
            )
    except OSError as error:
        raise EngineUnavailable(
            f"The sync engine can't be started ({error.strerror}).",
            "Install Workspace again if this stays; what you write is kept in the outbox.",
        ) from error
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.write(key.to_hex().encode() + b"\n")
        process.stdin.close()
    # Reaped when it ends, so that it never stays behind as a zombie of a long-lived window.
    threading.Thread(target=process.wait, name="engine-reaper", daemon=True).start()
    return process


def _last_words(paths: Paths) -> Path:
    """What an engine says that can't even start; one sentence for people."""
    return paths.logs / "engine.start"


def connect_or_start(
    paths: Paths,
    key: MasterKey,
    name: str,
    on_notice: Callable[[Frame], None] | None = None,
    on_lost: Callable[[], None] | None = None,
    *,
    stay: bool = False,
    timeout_s: float = START_S,
) -> EngineClient:
    """A connected client; starts the engine where none runs. EngineUnavailable if that fails."""
    client = EngineClient(paths, name, on_notice, on_lost)
    if client.connect(0.0):
        return client
    process = _spawn(paths, key, stay=stay)
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if client.connect(RETRY_S):
            return client
        if process.poll():  # not 0, which says that another engine is at work
            said = _last_words(paths).read_text("utf-8", "replace").strip()
            raise EngineUnavailable(
                said[-400:] or "The sync engine ended as soon as it was started.",
                f"The reason is in {paths.logs / 'engine.log'}.",
            )
    raise EngineUnavailable(
        "The sync engine did not start in time.",
        f"Look into {paths.logs / 'engine.log'} for the reason, then try again.",
    )
