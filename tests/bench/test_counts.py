"""What opening a queue and switching a conversation cost must not grow with the cache.

Counted, not timed: rows painted and laid out, statements run, modules imported, in the real window
over caches of two sizes.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workspace.bench.generator import fill_cache
from workspace.clock import SystemClock
from workspace.domain.errors import EngineUnavailable
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.queries.tickets import count
from workspace.ui.app_window import open_window
from workspace.ui.main_window import MainWindow

SMALL, LARGE = 800, 6_400
KEY = MasterKey(bytes(range(32)))


class Counts:
    """What one gesture made the window do."""

    def __init__(self) -> None:
        self.statements = self.list_rows = self.laid_out = 0
        self.modules: set[str] = set()


TIMERS = 10
"""Statements that the window's own timers may add, whatever the size of the cache."""
ONE_SWITCH = 35


class Counted:
    """A window whose work is counted."""

    def __init__(self, window: MainWindow, qtbot: QtBot, statements: Callable[[], int]) -> None:
        self.window = window
        self.qtbot = qtbot
        self._statements = statements

    @contextmanager
    def gesture(self) -> Iterator[Counts]:
        counts = Counts()
        self.at_rest()
        before = self._statements(), self.window.list.delegate.painted, set(sys.modules)
        yield counts
        counts.statements = self._statements() - before[0]
        counts.list_rows = self.window.list.delegate.painted - before[1]
        counts.modules = set(sys.modules) - before[2]
        counts.laid_out = self.window.conversation.view.stack.measured

    def open_queue(self, key: str) -> Counts:
        with self.gesture() as counts:
            with self.qtbot.wait_signal(self.window.list.model.modelReset):
                self.window.list.show_queue(key, key)
            self.window.list.view.viewport().repaint()
            self.at_rest()
        return counts

    def at_rest(self) -> None:
        """Nothing that came before is still at work: what was read may have asked for more."""
        quiet = 0
        while quiet < 3:
            before = self._statements()
            self.all_reads_done()
            self.qtbot.wait(1)
            quiet = quiet + 1 if self._statements() == before else 0

    def all_reads_done(self, first: Callable[[Reader], object] | None = None) -> None:
        """Both reader threads meet at a barrier, so neither is at work on something earlier."""
        barrier = threading.Barrier(2)
        met: list[object] = []

        def meet(reader: Reader) -> None:
            barrier.wait(20)
            if first is not None:
                first(reader)

        for _ in range(2):
            self.window.ctx.reads.ask(meet, then=met.append, owner=self.window)
        self.qtbot.wait_until(lambda: len(met) == 2)

    def switch(self, ticket_id: int) -> Counts:
        with self.gesture() as counts:
            opened = self.window.conversation.source.opened
            with self.qtbot.wait_signal(opened):
                self.window.show_ticket(ticket_id)
            self.window.conversation.view.viewport().repaint()
            self.at_rest()
        return counts


@contextmanager
def a_window(base: Path, messages: int, qtbot: QtBot) -> Iterator[Counted]:
    paths = Paths(base)
    fill_cache(paths, KEY, messages)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    count = 0
    run = Reader.all

    def counting(self: Reader, *args: object) -> object:
        nonlocal count
        count += 1
        return run(self, *args)  # type: ignore[arg-type]

    def no_engine(*_: object) -> None:
        raise EngineUnavailable("none in this test")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reader, "all", counting)
        started = open_window(paths, KEY, start_client=no_engine)  # type: ignore[arg-type]
        started.window.resize(1440, 900)
        try:
            model = started.window.list.model
            qtbot.wait_until(lambda: model.rowCount() > 0 and model.row_at(0) is not None)
            yield Counted(started.window, qtbot, lambda: count)
        finally:
            started.window.close()
            started.end()


def gestures(base: Path, messages: int, qtbot: QtBot) -> dict[str, Counts]:
    reader_base = base / str(messages)
    with a_window(reader_base, messages, qtbot) as counted:
        counted.open_queue("all")
        counted.open_queue("unassigned")  # warm: what is counted below is the gesture alone
        reader = Reader(Paths(reader_base), KEY)
        long_ones = reader.all(
            "SELECT ticket_id FROM entry GROUP BY ticket_id ORDER BY count(*) DESC LIMIT 2"
        )
        reader.close()
        first, second = (int(row[0]) for row in long_ones)
        counted.switch(first)
        # Macros are brought in some moments after the first ticket, by a timer.
        qtbot.wait_until(lambda: "workspace.ui.macros.room" in sys.modules)
        qtbot.wait(500)
        door = JournalDoor(Paths(reader_base), KEY, SystemClock())
        own = f"saved:{door.add_queue('Open', 'is:open OR is:waiting', 'newest').id}"
        door.close()
        counted.all_reads_done(lambda reader: count(reader, own))  # its first count, on both
        return {
            "queue": counted.open_queue("open"),
            "snoozed": counted.open_queue("snoozed"),
            "own queue": counted.open_queue(own),
            "switch": counted.switch(second),
        }


def test_work_of_a_gesture_does_not_grow_with_the_cache(tmp_path: Path, qtbot: QtBot) -> None:
    small, large = (gestures(tmp_path, size, qtbot) for size in (SMALL, LARGE))
    for gesture in ("queue", "snoozed", "own queue", "switch"):
        # A timer of the window may fall into one of the two; growth would be by hundreds.
        assert large[gesture].statements <= small[gesture].statements + TIMERS, gesture
        assert large[gesture].statements > 0
        assert not large[gesture].modules, gesture
    rows_on_screen = 20
    assert 0 < large["queue"].list_rows <= 3 * rows_on_screen
    assert large["queue"].list_rows <= small["queue"].list_rows + rows_on_screen
    # Five panes ask for the ticket, its account and what is pending: each is read once.
    assert large["switch"].statements <= ONE_SWITCH + TIMERS
    assert 0 < large["switch"].laid_out <= 40
    assert large["switch"].list_rows <= 4  # the row left and the row chosen, not the list


def test_the_windows_start_does_not_pass_through_the_command_line() -> None:
    asked = (
        "import sys; from workspace.cli.parser import parse; parse(['--basedir', 'somewhere']);"
        "print(sorted(m for m in sys.modules if m.startswith('workspace.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == (
        "['workspace.cli', 'workspace.cli.parser', 'workspace.cli.spoken_parser']"
    )
