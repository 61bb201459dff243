"""Flows of dialogs on Qt's loop: they end with their owner, and their errors reach it."""

from __future__ import annotations

import gc
import logging
import subprocess
import sys
import textwrap
import threading
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.desk import Desk, RecordedEngine
from workspace.domain.errors import AuthFailed
from workspace.ui.runtime.flows import Flow, asked, closed, running, written


class SlowEngine(RecordedEngine):
    """Keeps the call backs, so that a test answers when it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Callable[[Any], None], Callable[[Exception], None]]] = []

    def call(self, method: str, /, *, then: Any = None, failed: Any = None, **rest: Any) -> None:
        self.waiting.append((then, failed))


def until_asked(qtbot: QtBot, engine: SlowEngine, times: int = 1) -> None:
    qtbot.waitUntil(lambda: len(engine.waiting) >= times)


def until_none(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: running() == 0)


def test_steps_come_in_order_and_on_the_gui_thread(qtbot: QtBot) -> None:
    engine, owner = SlowEngine(), QObject()
    seen: list[object] = []

    async def steps() -> None:
        seen.append((await asked(engine, "first"))["n"])
        seen.append((await asked(engine, "second"))["n"])
        seen.append(QThread.currentThread().isMainThread())

    flow = Flow(owner, steps())
    until_asked(qtbot, engine)
    assert seen == []
    engine.waiting[0][0]({"n": 1})
    until_asked(qtbot, engine, 2)
    assert seen == [1]
    assert flow.is_running
    engine.waiting[1][0]({"n": 2})
    until_none(qtbot)
    assert seen == [1, 2, True]
    assert not flow.is_running


def test_flow_dies_with_its_dialog_and_leaves_nothing(qtbot: QtBot) -> None:
    engine, dialog = SlowEngine(), QDialog()
    went_on: list[str] = []
    failed: list[Exception] = []

    async def steps() -> None:
        await asked(engine, "check")
        went_on.append("a step")

    flow = weakref.ref(Flow(dialog, steps(), failed.append))
    until_asked(qtbot, engine)
    dialog.deleteLater()
    until_none(qtbot)
    assert not isValid(dialog)
    engine.waiting[0][0]({"late": True})  # nobody waits any more
    engine.waiting.clear()
    del dialog
    gc.collect()
    assert flow() is None
    assert not went_on
    assert not failed


def test_answer_and_end_of_the_dialog_in_one_turn_do_no_further_step(qtbot: QtBot) -> None:
    engine, owner = SlowEngine(), QWidget()
    went_on: list[bool] = []

    async def steps() -> None:
        await asked(engine, "check")
        went_on.append(True)

    Flow(owner, steps())
    until_asked(qtbot, engine)
    engine.waiting[0][0]({})
    owner.deleteLater()
    until_none(qtbot)
    # Either the step came first, with its owner alive, or not at all; never an error.
    assert went_on in ([], [True])


def test_errors_reach_the_dialog(qtbot: QtBot) -> None:
    engine, dialog = SlowEngine(), QDialog()
    qtbot.addWidget(dialog)
    failed: list[Exception] = []

    async def steps() -> None:
        await asked(engine, "check")

    Flow(dialog, steps(), failed.append)
    until_asked(qtbot, engine)
    refusal = AuthFailed("The token was refused.")
    engine.waiting[0][1](refusal)
    until_none(qtbot)
    assert failed == [refusal]


def test_error_that_nobody_takes_is_in_the_log(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    owner = QObject()

    async def steps() -> None:
        raise ValueError("a defect")

    with caplog.at_level(logging.ERROR, "workspace.ui"):
        Flow(owner, steps())
        until_none(qtbot)
    assert "a defect" in caplog.text


def test_cancelled_flow_takes_no_answer_and_is_no_failure(qtbot: QtBot) -> None:
    engine, owner = SlowEngine(), QObject()
    failed: list[Exception] = []

    async def steps() -> None:
        await asked(engine, "check")

    flow = Flow(owner, steps(), failed.append)
    until_asked(qtbot, engine)
    flow.cancel()
    engine.waiting[0][1](AuthFailed("late"))
    until_none(qtbot)
    assert not failed


def test_write_of_a_flow_is_done_on_the_writer_thread(qtbot: QtBot, desk: Desk) -> None:
    owner = QObject()
    threads: list[str] = []
    failed: list[Exception] = []

    def write() -> None:
        threads.append(threading.current_thread().name)
        raise OSError("disk full")

    async def steps() -> None:
        await written(desk.ctx.writes, write)

    Flow(owner, steps(), failed.append)
    until_none(qtbot)
    assert threads == ["journal-door"]
    assert [str(error) for error in failed] == ["disk full"]


@pytest.mark.parametrize("end", ["accept", "reject", "destroy"])
def test_a_dialog_can_be_waited_for(qtbot: QtBot, end: str) -> None:
    owner, dialog = QObject(), QDialog()
    answers: list[bool] = []

    async def steps() -> None:
        answers.append(await closed(dialog))

    Flow(owner, steps())
    qtbot.waitUntil(dialog.isVisible)
    if end == "destroy":
        dialog.deleteLater()
    else:
        getattr(dialog, end)()
    until_none(qtbot)
    assert answers == [end == "accept"]


def test_program_ends_cleanly_with_flows_under_way() -> None:
    code = """
        import sys, warnings
        warnings.simplefilter("error")
        from PySide6.QtCore import QObject, QTimer
        from PySide6.QtWidgets import QApplication
        app = QApplication([])
        import asyncio
        from workspace.ui.runtime import flows
        owner = QObject()
        async def for_ever():
            try:
                await asyncio.get_running_loop().create_future()
            finally:
                print("ended", flush=True)
        flows.Flow(owner, for_ever())
        QTimer.singleShot(50, app.quit)
        app.exec()
        print(flows.running())
    """
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["ended", "0"]
    assert "pending" not in done.stderr
    assert "ResourceWarning" not in done.stderr
    assert done.returncode == 0, done.stderr
