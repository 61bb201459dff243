"""A timer for the one moment at which the clock alone changes a queue. Nothing polls."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from workspace.clock import Clock

LONGEST_MS = 6 * 3_600_000
"""A longer wait is cut: a timer may stand still while the computer sleeps."""


class NextMoment(QObject):
    """Waits for a snooze's end or a deadline that comes near.

    Also looks at the clock when the person comes back to the window: timers of a computer that
    slept are late.

    Signals:
        came: the moment that was waited for (ms UTC) is over.
    """

    came = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._moment = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._on_state)

    @property
    def moment(self) -> int:
        """What is waited for (ms UTC), 0 for nothing."""
        return self._moment

    def wait_for(self, moment: int) -> None:
        """Wait for this moment instead; 0 for none."""
        self._moment = moment
        self._timer.stop()
        if moment:
            self._start()

    def _start(self) -> None:
        left = self._moment - self._clock.now_ms()
        self._timer.start(max(0, min(left, LONGEST_MS)))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._moment:
            self._look()

    def _look(self) -> None:
        if self._clock.now_ms() < self._moment:
            self._start()
            return
        moment, self._moment = self._moment, 0
        self._timer.stop()
        self.came.emit(moment)
