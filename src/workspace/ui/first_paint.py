"""Figures of a start, for the smoke test of a bundle and the benchmark."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from workspace.ui.main_window import MainWindow


class _FirstPaint(QObject):
    """Waits until the list has painted its rows (or the welcome page stands)."""

    def __init__(self, window: MainWindow, began: float) -> None:
        super().__init__(window)
        self._window = window
        self._began = began
        window.list.view.viewport().installEventFilter(self)
        window.status.standing_read.connect(self._on_standing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._on_painted)  # this is asked before the painting
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        if self._window.list.delegate.painted:
            self._tell()

    def _on_standing(self, accounts: list[object], _waiting: list[object]) -> None:
        if not accounts or not self._window.list.model.rowCount():
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        if self._began < 0:
            return
        figures = {
            "painted_ms": round((time.monotonic() - self._began) * 1000, 1),
            "cpu_ms": round(time.process_time() * 1000, 1),
            "rss_kb": resident_kb(),
        }
        self._began = -1.0
        sys.stdout.write(json.dumps(figures) + "\n")
        sys.stdout.flush()
        self._window.close()
        QCoreApplication.exit(0)


def tell_first_paint(window: MainWindow, began: float) -> None:
    """Print one JSON line once the list is painted, then end the program with 0."""
    _FirstPaint(window, began)


def resident_kb() -> int:
    """Memory of this process now, 0 where the system doesn't tell in a file."""
    try:
        with open("/proc/self/status", encoding="ascii") as stream:
            for line in stream:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1])
    except OSError:
        return 0
    return 0
