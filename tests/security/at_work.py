"""What programs with a whole window of their own share: waiting, and all that actions open."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from workspace.ui.main_window import MainWindow

OPEN_NOTHING = {"quit", "solve", "claim", "send", "sync_now", "dismiss_mention", "undo"}


def until(wanted: Callable[[], object], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not wanted():
        if time.monotonic() > end:
            raise SystemExit("waited in vain")
        QTest.qWait(5)


def opened_by_actions(window: MainWindow) -> Iterator[tuple[str, list[QWidget]]]:
    """The id of each action, and what it opened; that is closed when one goes on."""
    for spec in window.table:
        action = window.actions_by_id.get(spec.id)
        if action is None or spec.id in OPEN_NOTHING:
            continue
        before = set(_shown())
        window.activateWindow()
        action.trigger()
        QTest.qWait(150)
        fresh = [top for top in _shown() if top not in before and isValid(top)]
        yield spec.id, fresh
        for top in fresh:
            with suppress(RuntimeError):  # it went with another one
                top.reject() if isinstance(top, QDialog) else top.close()
        QApplication.processEvents()


def _shown() -> list[QWidget]:
    dialogs = [w for w in QApplication.allWidgets() if isinstance(w, QDialog) and w.isVisible()]
    tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return list(dict.fromkeys([*dialogs, *tops]))
