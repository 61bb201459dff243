"""Fixtures that every test may use: a base directory, a key, a clock that tests can set."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.waiting import PATIENCE_S

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workspace.keys import MasterKey
from workspace.paths import Paths


class SetClock:
    """A clock that stands still until the test moves it."""

    def __init__(self, now_ms: int = 1_795_000_000_000) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms

    def monotonic(self) -> float:
        return self._now_ms / 1000

    def advance(self, seconds: float) -> None:
        self._now_ms += int(seconds * 1000)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "base").ensure()


@pytest.fixture
def key() -> MasterKey:
    return MasterKey(bytes(range(32)))


@pytest.fixture
def set_clock() -> SetClock:
    return SetClock()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits longer: a reader thread or an engine has its turn late where others work as well."""
    for name in ("waitUntil", "wait_until", "waitSignal", "wait_signal", "waitExposed"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=round(PATIENCE_S * 1000)))
    return qtbot


@pytest.fixture(autouse=True)
def _windows_die_on_their_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Garbage of a window's test is collected here, not later on some reader thread of another."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()
    # What a test left in the offscreen clipboard would be deleted after Python has ended.
    request.getfixturevalue("qapp").clipboard().clear()
