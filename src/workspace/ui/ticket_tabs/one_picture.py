"""From one ticket to the next in one paint: the picture before stays while it is read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST_MS = 40  # two frames and a half; a read that takes longer shows an empty pane meanwhile


class OnePicture(QObject):
    """Holds the picture of some widgets back until all that is read for them is here.

    Only the picture: what lies below has changed at once, and what is pressed or typed is about
    the ticket that was chosen.

    Signals:
        late: it takes longer; what is still of the ticket before has to go now.
    """

    late = Signal()

    def __init__(self, parent: QObject, *widgets: QWidget) -> None:
        super().__init__(parent)
        self._widgets = widgets
        self.longest_ms = LONGEST_MS
        self._missing: set[str] = set()
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.timeout.connect(self._on_late)

    def hold(self, parts: Iterable[str]) -> None:
        """From now on, until each of these was told to be `ready`."""
        self._missing = set(parts)
        self._longest.start(self.longest_ms)
        for widget in self._widgets:
            widget.setUpdatesEnabled(False)

    def ready(self, part: str) -> None:
        """This part shows the ticket."""
        if self._missing:
            self._missing.discard(part)
            if not self._missing:
                self._show()

    def _on_late(self) -> None:
        self.late.emit()
        self._show()

    def _show(self) -> None:
        self._longest.stop()
        self._missing = set()
        # Layouts before the paint, else what moved is painted once more.
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater):
            QCoreApplication.sendPostedEvents(None, kind.value)
        for widget in self._widgets:
            widget.setUpdatesEnabled(True)
