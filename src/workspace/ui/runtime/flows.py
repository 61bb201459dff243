"""Flows: what a dialog does step by step, as a coroutine on Qt's own loop (by qasync).

Imported with the first dialog that has one, never on the way to the first paint. There is no
second loop and no `exec`: a flow that waits gives the thread back to Qt.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from workspace.ui.runtime.engine_link import EngineLink
from workspace.ui.runtime.writes import Writes

log = logging.getLogger("workspace.ui")

T = TypeVar("T")

ROUNDS_AT_END = 20

_loop: qasync.QEventLoop | None = None
_running: set[Flow] = set()


class Flow:
    """One coroutine under way; it ends with its owner at the latest. GUI thread only.

    What the coroutine raises goes to `failed`, on the GUI thread; without it, to the log.
    """

    def __init__(
        self,
        owner: QObject,
        steps: Coroutine[Any, Any, None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._owner = owner
        self._failed = failed
        self._task = _event_loop().create_task(steps)
        _running.add(self)
        self._task.add_done_callback(self._on_end)
        # Direct: the coroutine must not run another step on widgets that are gone.
        self._link = owner.destroyed.connect(self.cancel, Qt.ConnectionType.DirectConnection)

    @property
    def is_running(self) -> bool:
        """Whether there are steps left."""
        return not self._task.done()

    def cancel(self) -> None:
        """No further step is done, and `failed` is not called."""
        self._failed = None
        self._task.cancel()

    def _on_end(self, task: asyncio.Task[None]) -> None:
        _running.discard(self)
        alive = isValid(self._owner)
        if alive:
            QObject.disconnect(self._link)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        if self._failed is not None and alive and isinstance(error, Exception):
            self._failed(error)
        else:
            log.error("a flow ended in an error", exc_info=error)


async def asked(
    engine: EngineLink, method: str, /, *, timeout_s: float = 30.0, **arguments: Any
) -> dict[str, Any]:
    """Call a method of the engine and wait for its answer; raises what it refuses with.

    On a thread of its own, for flows ask what takes long (`EngineLink.call` with `slow`).
    """
    answer: _Answer[dict[str, Any]] = _Answer()
    engine.call(
        method,
        then=answer.take,
        failed=answer.refuse,
        slow=True,
        timeout_s=timeout_s,
        **arguments,
    )
    return await answer.future


async def written(writes: Writes, fn: Callable[[], T]) -> T:
    """Run `fn` on the writer thread and wait for it. It is run even if the flow ends meanwhile."""
    answer: _Answer[T] = _Answer()
    writes.run(fn, done=answer.take, failed=answer.refuse)
    return await answer.future


async def closed(dialog: QDialog) -> bool:
    """Open a dialog and wait until it is closed: True if it was accepted. It is deleted then."""
    answer: _Answer[int] = _Answer()
    dialog.finished.connect(answer.take)
    dialog.destroyed.connect(lambda: answer.take(0))
    dialog.open()
    try:
        return await answer.future == QDialog.DialogCode.Accepted
    finally:
        if isValid(dialog):
            dialog.deleteLater()


class _Answer(Generic[T]):
    """A future for call backs; one that comes when nobody waits any more is dropped."""

    def __init__(self) -> None:
        self.future: asyncio.Future[T] = _event_loop().create_future()

    def take(self, result: T) -> None:
        if not self.future.done():
            self.future.set_result(result)

    def refuse(self, error: Exception) -> None:
        if not self.future.done():
            self.future.set_exception(error)


def running() -> int:
    """How many flows are under way."""
    return len(_running)


def end_all() -> None:
    """End all flows: nothing that they wait for comes any more."""
    for flow in list(_running):
        flow.cancel()
    for _ in range(ROUNDS_AT_END):
        if not _running:
            break
        QCoreApplication.processEvents()  # the cancelled ones take their leave


def close() -> None:
    """End all flows and their loop; for the end of the program."""
    global _loop
    loop, _loop = _loop, None
    if loop is not None:
        end_all()
        loop.stop()
        asyncio.events._set_running_loop(None)
        loop.close()


def _event_loop() -> qasync.QEventLoop:
    """The loop on the application's own, made at the first flow."""
    global _loop
    if _loop is None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        _loop = qasync.QEventLoop(app, already_running=True)
        app.aboutToQuit.connect(close)
    return _loop
