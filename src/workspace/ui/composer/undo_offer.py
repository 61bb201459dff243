"""The undo button beside Send: there as long as what was sent can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from workspace.ui.composer.draft_book import Mode
from workspace.ui.composer.mode_pane import ModePane
from workspace.ui.runtime.context import WindowContext


class UndoOffer(QObject):
    """Holds the last command of the ticket in front.

    Attributes:
        command_id: what an undo would take back, "" when its time is over.
    """

    def __init__(self, ctx: WindowContext, panes: Mapping[Mode, ModePane], parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._panes = panes
        self.command_id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end)

    def offer(self, mode: Mode, command_id: str, not_before: int) -> None:
        """Until `not_before` (ms UTC) this command can be taken back."""
        self.end()
        left = not_before - self._ctx.clock.now_ms()
        if left > 0:
            self.command_id = command_id
            self._panes[mode].undo.show()
            self._timer.start(left)

    def end(self) -> None:
        """Time is over, or it was taken back."""
        self._timer.stop()
        self.command_id = ""
        for pane in self._panes.values():
            pane.undo.hide()
