"""What the window does to one ticket or many at once: through the journal door, with a way back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from workspace.store.connect import Reader
from workspace.store.queries.outbox import Standing, standing
from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.bulk import changes
from workspace.ui.bulk.changes import Change
from workspace.ui.bulk.run import MOST, BulkRun, Deal, deal_of
from workspace.ui.bulk.snoozing import WAKE, Snoozing
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import one_line

SHORT_S = 4.0
TAG_CAP = 100
REMEMBERED = 20


def read_ticket(reader: Reader, ticket_id: int) -> TicketRow | None:
    """One ticket with pending work laid over it."""
    from workspace.store.queries import tickets

    return tickets.get_tickets(reader, [ticket_id]).get(ticket_id)


def many(what: str, count: int, first: TicketRow) -> str:
    """What was done to how many tickets; a single one is named."""
    if count == 1:
        subject = (one_line(first.subject) or first.ref)[:80]
        return t("Bulk", "{what}: {subject}", what=what, subject=subject)
    return t("Bulk", "{what}: %n tickets", count, what=what)


class TicketActions(QObject):
    """GUI thread only; lives as long as the window. Ids are local ids of tickets.

    Signals:
        began: a BulkRun; its progress is worth showing where `is_long`.
        put: ids whose change lies in the outbox, or was taken back.
        ticket_asked: a ticket that the person wants to see.
    """

    began = Signal(object)
    put = Signal(set)
    ticket_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._watched: deque[Watched] = deque()
        self._number = 0
        ctx.bus.outbox_changed.connect(self._look)
        ctx.bus.refresh_all.connect(self._look)

    def solve(self, ids: Iterable[int]) -> None:
        """Set these tickets to solved."""
        self.change(ids, changes.set_status("solved", ""))

    def claim(self, ids: Iterable[int]) -> None:
        """Take these tickets; whoever was faster is named at once."""
        self.change(ids, changes.claim())

    def ask_time(self, ids: Iterable[int]) -> None:
        """Put these tickets off; until when is asked, in words."""
        from workspace.ui.ticket_list.snooze_dialog import SnoozeDialog

        wanted = list(ids)
        if not wanted:
            return
        dialog = SnoozeDialog(self._ctx, len(wanted), self._window())
        dialog.time_chosen.connect(lambda until, reply: self.snooze(wanted, until, reply))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dismiss_mentions(self, ids: Iterable[int]) -> None:
        """The notes that name the person in these tickets need no answer."""
        from workspace.ui.bulk.mentions import dismiss

        dismiss(self._ctx, list(ids), self)

    def ask_tag(self, ids: Iterable[int]) -> None:
        """Type a tag; all these tickets get it."""
        wanted = list(ids)
        dialog = QInputDialog(self._window())
        dialog.setObjectName("ask_tag")
        dialog.setWindowTitle(t("TicketMenu", "Add a tag"))
        dialog.setLabelText(t("TicketMenu", "Tag for %n tickets", len(wanted)))
        dialog.setInputMode(QInputDialog.InputMode.TextInput)
        dialog.textValueSelected.connect(lambda text: self._tag(wanted, text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tag(self, ids: list[int], text: str) -> None:
        if tag := text.strip()[:TAG_CAP]:
            self.change(ids, changes.add_tag(tag))

    def _window(self) -> QWidget | None:
        """The window that the person works in, for dialogs."""
        active, own = QApplication.activeWindow(), self.parent()
        return active or (own.window() if isinstance(own, QWidget) else None)

    def snooze(self, ids: Iterable[int], until: int, on_reply: bool) -> None:
        """Put these tickets off until a time (ms UTC; 0: until a reply; WAKE: end it)."""
        wanted = list(dict.fromkeys(ids))
        if not wanted or self._too_many(len(wanted)):
            return
        self._number += 1
        key = f"bulk-{self._number}"
        snoozing = Snoozing(self._ctx, wanted, until, on_reply, self)
        snoozing.failed.connect(self._ctx.notices.error)
        snoozing.done.connect(lambda count: self._say_snoozed(snoozing, count, until, key))
        snoozing.undone.connect(
            lambda: self._ctx.notices.show(
                t("Bulk", "Taken back: %n tickets", len(snoozing.tickets)), key=key
            )
        )
        snoozing.start()

    def _say_snoozed(self, snoozing: Snoozing, count: int, until: int, key: str) -> None:
        from workspace.ui.snooze_words import until_words

        self.put.emit({row.id for row in snoozing.tickets})
        if not count:
            return
        if until == WAKE:
            what = t("Bulk", "Woken")
        elif until:
            what = t(
                "Bulk", "Snoozed until {time}", time=until_words(until, self._ctx.clock.now_ms())
            )
        else:
            what = t("Bulk", "Snoozed until the customer writes")
        self._ctx.notices.show(
            many(what, count, snoozing.tickets[0]),
            "good",
            action=t("TicketActions", "Undo"),
            on_action=snoozing.undo,
            seconds=max(SHORT_S, float(self._ctx.settings.value.undo_s)),
            key=key,
        )

    def _too_many(self, count: int) -> bool:
        if count > MOST:
            self._ctx.notices.show(
                t("Bulk", "At most %n tickets can be changed at once: choose fewer.", MOST), "warn"
            )
        return count > MOST

    def change(self, ids: Iterable[int], change: Change) -> None:
        """Make a change of one field."""
        self.run(ids, deal_of(change), change.done, at_once=change.at_once)

    def run(
        self, ids: Iterable[int], deal: Deal, done: str, *, at_once: bool = False
    ) -> BulkRun | None:
        """Do the same to all these tickets, with one undo; `done` is what the notice says.

        None where there is nothing to do, or too much.
        """
        wanted = list(dict.fromkeys(ids))
        if not wanted or self._too_many(len(wanted)):
            return None
        self._number += 1
        run = BulkRun(self._ctx, wanted, deal, at_once=at_once)
        watched = Watched(self._ctx, run, done, f"bulk-{self._number}", self)
        self._watch(watched)
        run.put_all.connect(lambda: self._on_put(watched))
        run.undone.connect(lambda *_: self.put.emit({each.row.id for each in run.puts}))
        self.began.emit(run)
        run.start()
        return run

    def _on_put(self, watched: Watched) -> None:
        watched.say_put()
        self.put.emit({each.row.id for each in watched.run.puts})
        watched.look()

    def _watch(self, watched: Watched) -> None:
        self._watched.append(watched)
        if len(self._watched) > REMEMBERED:  # its notice made way for others long ago
            self._watched.popleft().deleteLater()

    def _look(self) -> None:
        for watched in self._watched:
            if not watched.is_settled:
                watched.look()


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
            seconds = max(SHORT_S, float(self._ctx.settings.value.undo_s))
            notices.show(
                self._put_words(),
                "good",
                action=t("TicketActions", "Undo"),
                on_action=run.undo,
                seconds=seconds,
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
