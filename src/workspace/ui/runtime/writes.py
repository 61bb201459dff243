"""The window's only way to write: one thread with the journal door."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from workspace.domain.errors import WorkspaceError

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

log = logging.getLogger("workspace.ui")

P = ParamSpec("P")
T = TypeVar("T")


class _Task(msgspec.Struct, eq=False):
    run: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    owner: QObject | None
    result: Any = None
    error: Exception | None = None


class Writes(QObject):
    """Runs writes one after another, in the order given. A write is never dropped.

    Signals:
        failed: an Exception that the submitter did not take; the window makes a notice of it.
    """

    failed = Signal(object)
    _finished = Signal(object)

    def __init__(self, open_door: Callable[[], JournalDoor], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_door = open_door
        self._door: JournalDoor | None = None
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name="journal-door", daemon=True)
        self._thread.start()

    def submit(
        self,
        fn: Callable[Concatenate[JournalDoor, P], T],
        /,
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        **kwargs: Any,
    ) -> None:
        """Run fn(door, *args, **kwargs) on the writer thread, then `done(result)` on the GUI's.

        The write happens even if `owner` is deleted meanwhile; only the call back is dropped.
        """
        self._tasks.put(_Task(lambda: fn(self._journal(), *args, **kwargs), done, failed, owner))

    def run(
        self,
        fn: Callable[[], T],
        /,
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Like `submit`, for a write beside the journal (the settings file)."""
        self._tasks.put(_Task(fn, done, failed, owner))

    def reopen(self) -> None:
        """Open the journal anew before the next write; what was submitted before is done first."""

        def shut() -> None:
            door, self._door = self._door, None
            if door is not None:
                door.close()

        self.run(shut)

    def close(self, timeout_s: float = 10.0) -> bool:
        """Finish what was submitted and stop. False if that took longer than the time-out."""
        self._tasks.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _journal(self) -> JournalDoor:
        if self._door is None:
            self._door = self._open_door()
        return self._door

    def _serve(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task.result = task.run()
            except Exception as error:  # the thread's top: every error goes to the submitter
                task.error = error
            if isValid(self):
                self._finished.emit(task)
        if self._door is not None:
            self._door.close()

    def _deliver(self, task: _Task) -> None:
        """The writer thread may hold the task for longer, so it is emptied: the last reference to
        a widget must not go there."""
        alive = task.owner is None or isValid(task.owner)
        done, failed = task.done, task.failed
        task.run, task.done, task.failed, task.owner = _nothing, None, None, None
        if task.error is None:
            if done is not None and alive:
                done(task.result)
        elif failed is not None and alive:
            failed(task.error)
        else:
            if not isinstance(task.error, WorkspaceError):
                log.error("a write failed", exc_info=task.error)
            self.failed.emit(task.error)


def _nothing() -> None:
    """What a task that has ended does."""
