"""A macro for several tickets: each with its own words, one undo, and a list of those left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workspace.domain.commands import Command, SendReply
from workspace.domain.macro_plan import Plan
from workspace.store.queries.rows import SnoozeRow, TicketRow
from workspace.ui.bulk.changes import Refusal
from workspace.ui.bulk.facts import Facts
from workspace.ui.bulk.parts import Commands
from workspace.ui.bulk.run import BulkRun
from workspace.ui.composer.channel_rules import why_not_rich
from workspace.ui.composer.composer_source import Known
from workspace.ui.composer.send_plan import recipient_of
from workspace.ui.composer.sender import dressed
from workspace.ui.i18n import t
from workspace.ui.macros.chosen import Chosen
from workspace.ui.macros.library import window_language
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_actions import TicketActions

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor


def commands_of(row: TicketRow, facts: Facts, plan: Plan) -> Commands:
    """All that goes out to one ticket: the reply, then the note, then the fields."""
    known = Known(row, (), facts.capabilities, facts.directory)
    commands: list[Command] = []
    if plan.text:
        reply = SendReply(text=plan.text, channel=row.channel, recipient=recipient_of(row))
        commands.append(dressed(reply, rich=not why_not_rich(known, "reply")))
    rich_note = not why_not_rich(known, "note")
    return (*commands, *(dressed(one, rich_note) for one in plan.commands()))


class BulkMacro(QObject):
    """Applies a Chosen; snoozes with it, and wakes with its undo."""

    def __init__(self, ctx: WindowContext, chosen: Chosen, actions: TicketActions) -> None:
        super().__init__(actions)
        self._ctx = ctx
        self._actions = actions
        self._chosen = chosen
        self._before: list[SnoozeRow] = []
        self._snoozed: list[TicketRow] = []

    def start(self) -> BulkRun | None:
        """Put all of it into the outbox. None where there are too many tickets."""
        macro = self._chosen.file.macro
        assert macro is not None
        plans = {target.row.id: plan for target, plan in self._chosen.goes}
        left_out = {row.id: why for row, why in self._chosen.left_out}

        def deal(row: TicketRow, facts: Facts | None) -> Commands | Refusal:
            if row.id in left_out:
                return Refusal(left_out[row.id])
            plan = plans.get(row.id)
            return commands_of(row, facts, plan) if plan is not None and facts is not None else ()

        ids = [target.row.id for target in self._chosen.targets]
        name = t("Macros", "Applied: {name}", name=macro.title(window_language()))
        run = self._actions.run(ids, deal, name)
        if run is not None and any(plan.snooze_until is not None for plan in plans.values()):
            run.put_all.connect(self._snooze)
            run.undone.connect(lambda *_: self._wake())
        return run

    def _snooze(self) -> None:
        rows = [(target.row, plan) for target, plan in self._chosen.goes]
        wanted = [(row, plan) for row, plan in rows if plan.snooze_until is not None]

        def write(door: JournalDoor) -> list[SnoozeRow]:
            before: list[SnoozeRow] = []
            times = {(plan.snooze_until or 0, plan.snooze_on_reply) for _, plan in wanted}
            for until, on_reply in times:
                some = [
                    row
                    for row, plan in wanted
                    if (plan.snooze_until or 0, plan.snooze_on_reply) == (until, on_reply)
                ]
                before += door.snooze(some, until, on_reply)
            return before

        def done(before: list[SnoozeRow]) -> None:
            self._before, self._snoozed = before, [row for row, _ in wanted]
            self._ctx.bus.announce({row.id for row in self._snoozed})

        self._ctx.writes.submit(write, done=done, owner=self)

    def _wake(self) -> None:
        rows, before = self._snoozed, self._before
        if rows:
            self._ctx.writes.submit(
                lambda door: door.put_back_snoozes(rows, before),
                done=lambda _: self._ctx.bus.announce({row.id for row in rows}),
                owner=self,
            )
