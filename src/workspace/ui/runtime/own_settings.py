"""The settings as the window holds them: read once, changed here, saved off the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from workspace.settings import Settings, save_settings
from workspace.ui.runtime.writes import Writes


class OwnSettings(QObject):
    """Signals: `changed` after any field differs; the new values are in `value`."""

    changed = Signal()

    def __init__(
        self, path: Path, value: Settings, writes: Writes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._writes = writes
        self.value = value

    def change(self, **fields: Any) -> None:
        """Set these fields and save. GUI thread only; the write itself happens elsewhere."""
        value = msgspec.structs.replace(self.value, **fields)
        if value == self.value:
            return
        self.value = value
        self._writes.run(lambda: save_settings(self._path, value))
        self.changed.emit()
