"""What is said of a bulk change: that it was done, what did not get through, who was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from workspace.store.queries.outbox import Standing
from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.bulk.run import BulkRun
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.runtime.notices import Notice
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
        run.paced.connect(self._on_paced)
        run.progressed.connect(self._on_progressed)
        run.going_back.connect(self._on_going_back)
        run.halted.connect(self._on_halted)
        run.undone.connect(self._on_undone)
        run.failed.connect(self._on_failed)
        run.feed.stands.connect(self._on_stands)

    @property
    def is_settled(self) -> bool:
        """Nothing of it waits, and nothing failed."""
        return not self.run.feed.waits

    def look(self) -> None:
        """Read how the commands stand; say what did not get through."""
        self.run.feed.look()

    def forget(self) -> None:
        """Its way back is given up, with the notice that offers it."""
        self._ctx.notices.withdraw(self._key)
        self.deleteLater()

    # --- under way -----------------------------------------------------------------------

    def _on_paced(self) -> None:
        self._on_progressed(len(self.run.ids) - self.run.rest, len(self.run.ids))

    def _on_progressed(self, done: int, whole: int) -> None:
        if self.run.is_paced:
            self._say_step(self._step_words(done, whole))

    def _step_words(self, done: int, whole: int) -> str:
        return t("Bulk", "{what}: {done} of %n tickets", whole, what=self._done, done=f"{done:,}")

    def _say_step(self, words: str) -> None:
        """The rest waits for the backend, which may take long: the list is free meanwhile."""
        if self.run.feed.is_stuck:
            how = t("Bulk", "The rest waits until you decide about those that were not changed.")
        else:
            how = t("Bulk", "The rest follows as the backend takes it, while the window is open.")
        self._ctx.notices.post(
            Notice(
                words,
                action=t("Bulk", "Stop"),
                on_action=self.run.stop,
                seconds=0.0,
                key=self._key,
                detail=how,
                is_step=True,
            )
        )

    def _on_going_back(self, done: int, whole: int) -> None:
        if done < whole and self.run.is_paced:
            words = t("Bulk", "Taken back: {done} of %n tickets", whole, done=f"{done:,}")
            self._ctx.notices.post(Notice(words, seconds=0.0, key=self._key, is_step=True))

    def _on_halted(self, count: int) -> None:
        self._offer_undo(self._stopped(count), seconds=0.0)

    def _stopped(self, count: int) -> str:
        return t("Bulk", "Stopped. {what}: %n tickets", count, what=self._done)

    def _on_failed(self, error: Exception) -> None:
        self._ctx.notices.withdraw(self._key)
        self._ctx.notices.error(error)
        if self.run.puts:
            words = self._put_words() if self.run.is_dealt else self._stopped(len(self.run.puts))
            self._offer_undo(words, seconds=0.0)

    # --- done ----------------------------------------------------------------------------

    def say_put(self) -> None:
        """All lies in the outbox: say so, with the way back."""
        run, notices = self.run, self._ctx.notices
        if run.puts:
            # What took long stays to be undone until somebody closes it.
            self._offer_undo(self._put_words(), 0.0 if run.is_paced else undo_seconds(self._ctx))
        elif not run.refusals:
            notices.show(self._so_already(len(run.ids)), key=self._key)
        if run.refusals:
            self._say_problems(())

    def _offer_undo(self, words: str, seconds: float) -> None:
        self._ctx.notices.show(
            words,
            "good",
            action=t("TicketActions", "Undo"),
            undoes=True,
            on_action=self.run.undo,
            seconds=seconds,
            key=self._key,
        )

    def _put_words(self) -> str:
        puts, first = self.run.puts, self.run.first
        assert first is not None
        done = self._done
        if self.run.at_once and len(puts) == 1 and first.assignee:
            done = t("Bulk", "Taken over from {who}", who=one_line(first.assignee_name))
        return many(done, len(puts), first)

    def _so_already(self, count: int) -> str:
        if count == 1:
            return t("Bulk", "There was nothing to change: the ticket has this already.")
        return t("Bulk", "There was nothing to change: the tickets have this already.")

    def _on_undone(self, back: int, left: int) -> None:
        notices = self._ctx.notices
        notices.withdraw(self._key)
        if left:
            words = t("Bulk", "Taken back: {back}. Sent before: %n.", left, back=back)
            notices.show(words, "warn", key=self._key)
        elif back:
            notices.show(t("Bulk", "Taken back: %n tickets", back), key=self._key)

    # --- what came of it -----------------------------------------------------------------

    def _on_stands(self, now: Standing) -> None:
        if self.run.feed.is_stuck and not self.run.is_over:
            self._on_paced()
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
        bad = len(problems) + self.run.refusals
        whole = len(self.run.puts) + self.run.refusals
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
        row = self.run.first
        assert row is not None

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
