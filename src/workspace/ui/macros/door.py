"""A composer's door to the macros. Light: the rest is imported when a ticket has been opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workspace.ui.composer.composer import Composer
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.ui.macros.room import MacroRoom
    from workspace.ui.ticket_actions import TicketActions

LATER_MS = 300  # the first ticket is read and painted before macros are thought of


class MacroDoor(QObject):
    """One beside each composer."""

    def __init__(self, ctx: WindowContext, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._composer = composer
        self._room: MacroRoom | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._warm)
        composer.macros_asked.connect(lambda by_slash: self.room.open(by_slash=by_slash))
        composer.opened.connect(self._on_opened)

    @property
    def room(self) -> MacroRoom:
        """All of it; made when first needed."""
        return self._room or self._make()

    def _make(self) -> MacroRoom:
        from workspace.ui.macros.room import MacroRoom

        self._room = MacroRoom(self._ctx, self._composer, self)
        return self._room

    def open(self) -> None:
        """The palette, for the ticket of this composer."""
        self.room.open()

    def open_for(self, ticket_ids: Sequence[int], actions: TicketActions) -> None:
        """The palette, for several tickets; `actions` puts it into the outbox, with one undo."""
        from workspace.ui.macros.bulk import BulkMacro

        ctx = self._ctx
        self.room.open_for(ticket_ids, lambda chosen: BulkMacro(ctx, chosen, actions).start())

    def open_editor(self, macro_id: str = "") -> None:
        """The editor, at a macro if one is named."""
        self.room.open_editor(macro_id)

    def _warm(self) -> None:
        """What is long to import and needs no window, on a reader's thread; then the rest."""
        self._ctx.reads.ask(_import, then=self._on_imported, owner=self)

    def _on_imported(self, _: None) -> None:
        if self._room is None:
            self._make()

    def _on_opened(self) -> None:
        if self._room is None:
            self._later.start()


def _import(_reader: object) -> None:
    import workspace.domain.macro_search
    import workspace.macro_files
    import workspace.store.queries.macro_targets  # noqa: F401
