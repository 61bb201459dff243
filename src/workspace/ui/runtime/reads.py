"""Reads off the GUI thread: a few threads with a Reader each; answers come back on it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from workspace.domain.errors import WorkspaceError
from workspace.spare_memory import give_back
from workspace.store.connect import Reader, snapshot

log = logging.getLogger("workspace.ui")

REST_S = 5.0

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Ask:
    run: Callable[[Reader], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    owner: QObject
    topic: object
    generation: int
    result: Any = None
    error: Exception | None = None


class Reads(QObject):
    """Runs named reads of `store.queries` on reader threads.

    Attributes:
        on_answer: called on a reader thread before an answer comes to the GUI thread.

    Signals:
        failed: an Exception that the asker did not take; the window makes a notice of it.
    """

    failed = Signal(object)
    _done = Signal(object)

    def __init__(
        self, open_reader: Callable[[], Reader], parent: QObject | None = None, threads: int = 2
    ) -> None:
        super().__init__(parent)
        self._open_reader = open_reader
        self.on_answer: Callable[[], None] = _of_no_interest
        self._asks: queue.SimpleQueue[list[_Ask] | None] = queue.SimpleQueue()
        self._together: list[_Ask] | None = None
        self._generations: dict[tuple[int, object], int] = {}
        self._counter = 0
        self._open = True
        self._epoch = 0
        self._readers: list[Reader] = []
        self._left: list[_Ask] = []
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._threads = [
            threading.Thread(target=self._serve, name=f"reader-{n}", daemon=True)
            for n in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def ask(
        self,
        fn: Callable[Concatenate[Reader, P], T],
        /,
        *args: Any,
        then: Callable[[T], None],
        owner: QObject,
        topic: object = None,
        failed: Callable[[Exception], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Run fn(reader, *args, **kwargs) on a reader thread, then `then(result)` here.

        Nothing is delivered once `owner` is deleted. With a `topic`, a later ask of the same owner
        and topic replaces this one: its answer is dropped even if it is already on its way.
        `failed` takes the error instead of a notice. GUI thread only.
        """
        if not self._open:
            return
        self._counter += 1
        if topic is not None:
            self._generations[id(owner), topic] = self._counter
        ask = _Ask(
            lambda reader: fn(reader, *args, **kwargs), then, failed, owner, topic, self._counter
        )
        if self._together is None:
            self._asks.put([ask])
        else:
            self._together.append(ask)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is asked within it goes to one thread in one piece, and so come the answers.

        One thread wakes instead of each for each ask, they don't take Python's lock from one
        another, and all of it is as the files stood at one moment. GUI thread only.
        """
        if self._together is not None:
            yield
            return
        asks = self._together = []
        try:
            yield
        finally:
            self._together = None
            if asks:
                self._asks.put(asks)

    def reopen(self) -> None:
        """Open the files anew before the next read: the engine may have put others in place."""
        self._epoch += 1

    def close(self) -> None:
        """Stop the threads; running statements are interrupted. Answers are dropped."""
        self._open = False
        for reader in list(self._readers):  # before the threads may close them
            reader.connection.interrupt()
        for _ in self._threads:
            self._asks.put(None)
        for thread in self._threads:
            thread.join(5)

    def _is_newest(self, ask: _Ask) -> bool:
        if ask.topic is None:
            return True
        return self._generations.get((id(ask.owner), ask.topic)) == ask.generation

    def _wanted(self, ask: _Ask) -> bool:
        return self._open and isValid(ask.owner) and self._is_newest(ask)

    def _next(self, reader: Reader | None) -> list[_Ask] | None:
        """The next asks. Before a long rest what was read goes back to the system."""
        if reader is not None:
            try:
                return self._asks.get(timeout=REST_S)
            except queue.Empty:
                reader.rest()
                give_back()
        return self._asks.get()

    def _serve(self) -> None:
        reader: Reader | None = None
        epoch = 0
        while (asks := self._next(reader)) is not None:
            try:
                if any(map(self._wanted, asks)):
                    if reader is not None and epoch != self._epoch:
                        self._readers.remove(reader)
                        reader.close()
                        reader = None
                    if reader is None:
                        epoch = self._epoch
                        reader = self._open_reader()
                        self._readers.append(reader)
                    self._run(reader, asks)
            except Exception as error:  # the thread's top: every error goes to the asker
                for ask in asks:
                    ask.error = ask.error or error
            if self._open:
                self.on_answer()
                self._done.emit(asks)
            else:
                self._left += asks
        if reader is not None:
            reader.close()

    def _run(self, reader: Reader, asks: list[_Ask]) -> None:
        if len(asks) == 1:
            asks[0].result = asks[0].run(reader)
            return
        with snapshot(reader):
            for ask in asks:
                try:
                    if self._wanted(ask):
                        ask.result = ask.run(reader)
                except Exception as error:  # its asker's alone
                    ask.error = error

    def _deliver(self, asks: list[_Ask]) -> None:
        """Also where an answer is taken badly, the next ones are delivered."""
        try:
            self._answer(asks[0])
        finally:
            if asks[1:]:
                self._deliver(asks[1:])

    def _answer(self, ask: _Ask) -> None:
        """Every ask ends here, wanted or not.

        The reader thread may hold it for longer, so it is emptied: the last reference to a widget
        must not go there.
        """
        wanted, then, failed, result = self._wanted(ask), ask.then, ask.failed, ask.result
        if ask.topic is not None and self._is_newest(ask):
            del self._generations[id(ask.owner), ask.topic]  # topics of one ticket would pile up
        ask.run, ask.then, ask.failed, ask.owner, ask.result = _nothing, _nothing, None, self, None
        if not wanted:
            return
        if ask.error is None:
            then(result)
        elif failed is not None:
            failed(ask.error)
        else:
            if not isinstance(ask.error, WorkspaceError):
                log.error("a read failed", exc_info=ask.error)
            self.failed.emit(ask.error)


def _of_no_interest() -> None:
    """Where nobody watches the GUI thread."""


def _nothing(_: object) -> None:
    """What an ask that has ended does."""
