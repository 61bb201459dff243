"""Python's cyclic garbage collector, kept to the GUI thread.

Left alone it runs on whichever thread allocates, and a cycle that holds a widget would then be
destroyed on a reader thread: Qt objects must die where they live.

It also gives freed memory back. Between what stays, glibc keeps the holes that conversations leave;
after fifteen minutes of steady work these were 5.5 of 151 MB, and their sum only rises.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject

from workspace.spare_memory import give_back

TRIM_EVERY_S = 60.0


class Collector(QObject):
    """Collects when the event loop is about to wait, by Python's own thresholds. A window at rest
    makes no garbage, so nothing is done for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trimmed = time.monotonic()

    def start(self) -> None:
        """Take over from the automatic collector; call it on the GUI thread."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is None:
            return
        gc.disable()
        gc.freeze()  # what the start made stays; it need not be looked at again
        dispatcher.aboutToBlock.connect(self.collect_if_due)

    def close(self) -> None:
        """Give it back; no other thread of the window runs any more."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None and not gc.isenabled():
            dispatcher.aboutToBlock.disconnect(self.collect_if_due)
        gc.unfreeze()
        gc.enable()

    def collect_if_due(self) -> None:
        """The oldest generation whose threshold is passed, as the automatic collector would."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if limits[generation] and counts[generation] > limits[generation]:
                gc.collect(generation)
                if generation and time.monotonic() - self._trimmed > TRIM_EVERY_S:
                    self._trimmed = time.monotonic()
                    give_back()
                return
