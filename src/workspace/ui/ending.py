"""The system asks the program to end: the window goes as if it were closed, without questions."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

NAMES = ("SIGTERM", "SIGINT", "SIGHUP")  # not each of them exists on each system


class Ending(QObject):
    """Listens while it lives, until `close`; what was ignored at the start stays so (nohup).

    Python runs its handlers between two of its own steps only, and Qt's loop takes none: a
    wake-up descriptor makes it take one.

    Signals:
        asked: end now, what is written goes first.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._woken, self._wakes = socket.socketpair()
        for one in (self._woken, self._wakes):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._fd = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, self._on_signal)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def close(self) -> None:
        """Signals do again what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd)
        self._notifier.setEnabled(False)
        self._woken.close()
        self._wakes.close()

    def _on_woken(self) -> None:
        self._woken.recv(64)

    def _on_signal(self, _number: int, _frame: object) -> None:
        QTimer.singleShot(0, self.asked.emit)  # whatever was being done comes to its end first
