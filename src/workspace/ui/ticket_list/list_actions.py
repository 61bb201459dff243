"""What can be done to the chosen tickets from the list: by key, bar, menu and drag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from workspace.ui.actions import ActionSpec
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_actions import TicketActions
from workspace.ui.ticket_list.marks import Marks
from workspace.ui.ticket_list.view import TicketListView

if TYPE_CHECKING:
    from workspace.ui.bulk.facts import Chosen
    from workspace.ui.ticket_list.ticket_menu import TicketMenu


class ListActions(QObject):
    """GUI thread only. Acts on the marked tickets; without any, on the one at the cursor."""

    def __init__(
        self, ctx: WindowContext, view: TicketListView, marks: Marks, actions: TicketActions
    ) -> None:
        super().__init__(view)
        self.ctx = ctx
        self.view = view
        self.marks = marks
        self.actions = actions
        self.table: tuple[ActionSpec, ...] = ()
        self.made: dict[str, QAction] = {}
        self.menu: TicketMenu | None = None  # the one that was opened last

    def use(self, table: Iterable[ActionSpec], made: dict[str, QAction]) -> None:
        """The window's own actions, for the menu's entries about a single ticket."""
        self.table, self.made = tuple(table), made

    def targets(self) -> list[int]:
        """The marked tickets, else the one at the cursor."""
        if self.marks:
            return sorted(self.marks.ids)
        one = self.view.cursor_id or self.view.current_id
        return [one] if one else []

    # --- doing ---------------------------------------------------------------------------

    def act(self, kind: str, place: QPoint | None = None, ids: list[int] | None = None) -> None:
        """Do what a chip, a key or a menu's entry says; `place` is where a menu may open."""
        from workspace.ui.bulk.facts import read_chosen

        ids = self.targets() if ids is None else ids
        if not ids:
            return
        if kind == "claim":
            self.actions.claim(ids)
        elif kind == "solve":
            self.actions.solve(ids)
        elif kind == "macros":
            self.apply_macro(ids)
        elif kind == "tag":
            self.actions.ask_tag(ids)
        else:
            self.ctx.reads.ask(
                read_chosen,
                ids,
                then=lambda chosen: self._open(kind, chosen, place),
                owner=self,
                topic="menu",
            )

    def apply_macro(self, ids: list[int]) -> None:
        """The window's own action: it takes the marked tickets, else the one in front."""
        if len(ids) == 1 and not self.marks:
            self.view.choose(ids[0])
        if "macros" in self.made:
            self.made["macros"].trigger()

    def open_menu(self, place: QPoint) -> None:
        """The context menu."""
        self.act("more", place)

    def _open(self, kind: str, chosen: Chosen, place: QPoint | None) -> None:
        from workspace.ui.ticket_list.ticket_menu import TicketMenu

        self.menu = TicketMenu(self, kind, chosen)
        if place is None:
            row = self.view.currentIndex()
            place = self.view.viewport().mapToGlobal(self.view.visualRect(row).center())
        self.menu.popup(place)
