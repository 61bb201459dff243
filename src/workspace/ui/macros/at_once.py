"""Macros without words for a draft: done when they are chosen, taken back by one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workspace.domain.macro_plan import Plan
from workspace.store.queries.rows import SnoozeRow, TicketRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

Done = tuple[list[str], list[SnoozeRow]]


class AtOnce(QObject):
    """Puts the note and the fields into the outbox and snoozes, as one thing."""

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def apply(self, name: str, row: TicketRow, plan: Plan) -> None:
        """Do all that can be done; the notice can take it back while it waits."""
        commands = plan.commands()
        if not commands and plan.snooze_until is None:
            self._ctx.notices.show(t("Macros", "{name}: there was nothing left to do.", name=name))
            return
        undo_s = self._ctx.settings.value.undo_s
        not_before = self._ctx.clock.now_ms() + undo_s * 1000 if undo_s else 0

        def write(door: JournalDoor) -> Done:
            ids: list[str] = []
            if commands:
                ids = door.enqueue(
                    row.account_id,
                    row.remote_id,
                    commands,
                    base_revision=row.revision,
                    base_entry="",
                    not_before=not_before,
                )
            before: list[SnoozeRow] = []
            if plan.snooze_until is not None:
                before = door.snooze([row], plan.snooze_until, plan.snooze_on_reply)
            return ids, before

        self._ctx.writes.submit(
            write, done=lambda done: self._done(name, row, plan, done), owner=self
        )

    def _done(self, name: str, row: TicketRow, plan: Plan, done: Done) -> None:
        self._announce(row)
        self._ctx.notices.show(
            t("Macros", "Applied: {name}", name=name),
            "good",
            action=t("Macros", "Undo"),
            undoes=True,
            on_action=lambda: self._undo(row, plan, done),
            seconds=max(4.0, float(self._ctx.settings.value.undo_s)),
            key=f"undo-{row.id}",
        )

    def _undo(self, row: TicketRow, plan: Plan, done: Done) -> None:
        ids, before = done

        def write(door: JournalDoor) -> None:
            if ids:  # the others wait for the first, and go with it
                door.take_back(ids[0], False)
            if plan.snooze_until is not None:
                door.put_back_snoozes([row], before)

        self._ctx.writes.submit(write, done=lambda _: self._announce(row), owner=self)

    def _announce(self, row: TicketRow) -> None:
        self._ctx.bus.announce({row.id}, entries_of={row.id}, outbox=True)
        self._ctx.engine.call("outbox.changed")
