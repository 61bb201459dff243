"""What is said of a bulk change: that it was done, what did not get through, who was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from workspace.store.queries.outbox import Standing, standing
from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.bulk.run import BulkRun
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import one_line

if TYPE_CHECKING:
    from workspace.ui.ticket_actions import TicketActions

SHORT_S = 4.0


def undo_seconds(ctx: WindowContext) -> float:
    """How long an undo is offered."""
    return max(SHORT_S, float(ctx.settings.value.undo_s))


def many(what: str, count: int, first: TicketRow) -> str:
    """What was done to how many tickets; a single one is named."""
    if count == 1:
        subject = (one_line(first.subject) or first.ref)[:80]
        return t("Bulk", "{what}: {subject}", what=what, subject=subject)
    return t("Bulk", "{what}: %n tickets", count, what=what)


class Watched(QObject):
    """What is said of one run: that it was done, what did not get through, who was faster."""

    def __init__(
        self, ctx: WindowContext, run: BulkRun, done: str, key: str, actions: TicketActions
    ) -> None:
        super().__init__(actions)
        self._ctx = ctx
        self._actions = actions
        self.run = run
        run.setParent(self)
        self._done = done
        self._key = key
        self._told: tuple[str, ...] = ()
        self.is_settled = False
        run.undone.connect(self._on_undone)
        run.failed.connect(ctx.notices.error)

    # --- done ----------------------------------------------------------------------------

    def say_put(self) -> None:
        """All lies in the outbox: say so, with the way back."""
        run, notices = self.run, self._ctx.notices
        if run.puts:
            notices.show(
                self._put_words(),
                "good",
                action=t("TicketActions", "Undo"),
                on_action=run.undo,
                seconds=undo_seconds(self._ctx),
                key=self._key,
            )
        elif not run.refused:
            notices.show(self._so_already(len(run.ids)), key=self._key)
        if run.refused:
            self._say_problems(())

    def _put_words(self) -> str:
        puts, first = self.run.puts, self.run.puts[0].row
        done = self._done
        if self.run.at_once and len(puts) == 1 and first.assignee:
            done = t("Bulk", "Taken over from {who}", who=one_line(first.assignee_name))
        return many(done, len(puts), first)

    def _so_already(self, count: int) -> str:
        if count == 1:
            return t("Bulk", "Nothing to change: this ticket is so already.")
        return t("Bulk", "Nothing to change: these tickets are so already.")

    def _on_undone(self, back: int, left: int) -> None:
        notices = self._ctx.notices
        notices.withdraw(self._key)
        if left:
            words = t("Bulk", "Taken back: {back}. Sent before: %n.", left, back=back)
            notices.show(words, "warn", key=self._key)
        elif back:
            notices.show(t("Bulk", "Taken back: %n tickets", back), key=self._key)

    # --- what came of it -----------------------------------------------------------------

    def look(self) -> None:
        """Read how the commands stand; say what did not get through."""
        ids = self.run.command_ids
        if not ids:
            self.is_settled = True
            return
        self._ctx.reads.ask(standing, ids, then=self._take, owner=self, topic="standing")

    def _take(self, now: Standing) -> None:
        self.is_settled = not now.waiting and not now.problems
        told = tuple(row.id for row in now.problems)
        if told == self._told:
            return
        self._told = told
        if self.run.at_once and len(self.run.ids) == 1 and now.problems:
            self._say_lost(now.problems[0])
        elif now.problems:
            self._say_problems(now.problems)
        else:
            self._ctx.notices.withdraw(self._key + "-bad")

    def _say_problems(self, problems: tuple[OutboxRow, ...]) -> None:
        bad = len(problems) + len(self.run.refused)
        whole = len(self.run.puts) + len(self.run.refused)
        if whole == 1:
            why = problems[0].error_message if problems else self.run.refused[0][1]
            words = t("Bulk", "Not changed: {why}", why=why)
        else:
            words = t("Bulk", "Not changed: %n of {all} tickets", bad, all=whole)
        self._ctx.notices.show(
            words,
            "bad",
            action=t("Bulk", "Show"),
            on_action=self.show_results,
            seconds=0.0,
            key=self._key + "-bad",
        )

    def show_results(self) -> None:
        """The tickets that were not changed, and why."""
        from workspace.ui.bulk.results import ResultsDialog

        own = self._actions.parent()
        window = own.window() if isinstance(own, QWidget) else None
        dialog = ResultsDialog(self._ctx, self.run, self._done, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.ticket_asked.connect(self._actions.ticket_asked)
        dialog.show()

    # --- a claim that somebody else won --------------------------------------------------

    def _say_lost(self, problem: OutboxRow) -> None:
        """Nothing of it stays: a claim that was lost is over."""
        row = self.run.puts[0].row

        def read() -> None:
            from workspace.ui.ticket_actions import read_ticket

            self._ctx.reads.ask(read_ticket, row.id, then=lost, owner=self)

        def lost(now: TicketRow | None) -> None:
            self._ctx.bus.announce({row.id}, entries_of={row.id}, outbox=True)
            subject = (one_line(row.subject) or row.ref)[:80]
            winner = one_line(now.assignee_name) if now is not None else ""
            if problem.error_kind != "conflict" or now is None or now.assignee == row.assignee:
                words = t("Bulk", "Not claimed: {why}", why=problem.error_message)
            else:
                words = t("Bulk", "{who} was faster: {subject}", who=winner, subject=subject)
            self._ctx.notices.withdraw(self._key)
            self._ctx.notices.show(words, "bad", seconds=0.0, key=self._key + "-bad")

        def fetched(_answer: object) -> None:
            self._ctx.writes.submit(
                lambda door: door.take_back_many([problem.id]),
                done=lambda _: read(),
                owner=self,
            )

        # First what the backend says now: it names the winner.
        self._ctx.engine.call(
            "ticket.fetch",
            then=fetched,
            failed=fetched,
            owner=self,
            slow=True,
            account_id=row.account_id,
            remote_id=row.remote_id,
        )
