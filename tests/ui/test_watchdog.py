"""The watchdog and the collector: what blocks the GUI thread is named, what is dead goes there."""

from __future__ import annotations

import gc
import logging
import platform
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.witness import Witness
from workspace.ui.runtime import collector as collector_room
from workspace.ui.runtime.collector import Collector
from workspace.ui.runtime.watchdog import AFTER_NEWS_S, LIMIT_S, Watchdog


def test_watchdog_names_what_blocked_the_gui_thread(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    watchdog = Watchdog()

    class SlowWidget(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            deadline = time.monotonic() + 10
            while not watchdog.blocked and time.monotonic() < deadline:
                pass

    widget = SlowWidget()
    qtbot.addWidget(widget)
    widget.show()
    watchdog.start()
    watchdog.watch(widget.windowHandle())
    qtbot.waitUntil(lambda: not watchdog._work.is_set())  # asleep, for nothing happens
    with caplog.at_level(logging.WARNING, "workspace.ui"):
        QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
        qtbot.waitUntil(lambda: watchdog.blocked > 0)
    watchdog.close()
    assert Path(__file__).name in caplog.text
    assert "keyPressEvent" in caplog.text


def test_watchdog_asks_a_few_times_after_a_notice_and_sleeps(qtbot: QtBot) -> None:
    watchdog, pings = Watchdog(), []
    watchdog._ping.connect(lambda: pings.append(1))
    watchdog.start()
    qtbot.waitUntil(lambda: not watchdog._work.is_set())
    pings.clear()
    watchdog.touch()
    qtbot.waitUntil(lambda: not watchdog._work.is_set())
    watchdog.close()
    assert 1 <= len(pings) <= 2 + AFTER_NEWS_S / (LIMIT_S / 2)


def test_watchdog_keeps_nothing_alive_of_what_it_looks_at(qtbot: QtBot) -> None:
    watchdog = Watchdog()
    ended: list[list[int]] = []

    def paint(died_on: list[int]) -> None:
        _painter = Witness(died_on)  # ends with this function, whoever looks at it
        deadline = time.monotonic() + 10
        while not watchdog.blocked and time.monotonic() < deadline:
            pass

    def handle() -> None:
        died_on: list[int] = []
        paint(died_on)
        ended.append(list(died_on))

    watchdog.start()
    for number in range(5):
        watchdog.blocked = 0
        watchdog.touch()
        QTimer.singleShot(0, handle)
        qtbot.waitUntil(lambda number=number: len(ended) > number)
    watchdog.close()
    assert ended == [[threading.get_ident()]] * 5


def test_cycles_with_widgets_die_on_the_gui_thread(qtbot: QtBot) -> None:
    died_on: list[int] = []

    class Node:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            died_on.append(threading.get_ident())

    collector = Collector()
    collector.start()

    def make() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            Node()

    maker = threading.Thread(target=make)
    maker.start()
    maker.join()
    assert not died_on
    qtbot.waitUntil(lambda: bool(died_on))
    collector.close()
    assert set(died_on) == {threading.get_ident()}
    assert gc.isenabled()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has to be asked")
def test_memory_that_holds_nothing_goes_back_to_the_system(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector_room, "TRIM_EVERY_S", -1.0)
    collector = Collector()
    collector.start()
    blocks = [bytearray(5_000) for _ in range(12_000)]
    blocks = blocks[::12]  # holes between what stays
    before = resident_kb()
    for _ in range(30):
        cycles: list[list[object]] = [[] for _ in range(3 * gc.get_threshold()[0])]
        for each in cycles:
            each.append(each)
        cycles.clear()
        collector.collect_if_due()
    collector.close()
    assert len(blocks) == 1_000
    assert resident_kb() < before - 20_000


def resident_kb() -> int:
    """Memory of this process that is there."""
    found = Path("/proc/self/status").read_text().partition("VmRSS:")[2]
    return int(found.split()[0])
