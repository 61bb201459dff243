"""What the window does to one ticket or many at once: through the journal door, with a way back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from workspace.store.connect import Reader
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext

if TYPE_CHECKING:
    from workspace.ui.bulk.changes import Change
    from workspace.ui.bulk.parts import Deal
    from workspace.ui.bulk.run import BulkRun
    from workspace.ui.bulk.snoozing import Snoozing
    from workspace.ui.bulk.watched import Watched

TAG_CAP = 100
REMEMBERED = 20


def read_ticket(reader: Reader, ticket_id: int) -> TicketRow | None:
    """One ticket with pending work laid over it."""
    from workspace.store.queries import tickets

    return tickets.get_tickets(reader, [ticket_id]).get(ticket_id)


class TicketActions(QObject):
    """GUI thread only; lives as long as the window. Ids are local ids of tickets.

    What changes tickets (`ui/bulk`) is imported with the first change, not with the window.

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
        self._may_close = False
        ctx.bus.outbox_changed.connect(self._look)
        ctx.bus.refresh_all.connect(self._look)

    def solve(self, ids: Iterable[int]) -> None:
        """Set these tickets to solved."""
        from workspace.ui.bulk import changes

        self.change(ids, changes.set_status("solved", ""))

    def claim(self, ids: Iterable[int]) -> None:
        """Take these tickets; whoever was faster is named at once."""
        from workspace.ui.bulk import changes

        self.change(ids, changes.claim())

    def ask_time(self, ids: Iterable[int]) -> None:
        """Put these tickets off; until when is asked, in words."""
        from workspace.ui.ticket_list.snooze_dialog import SnoozeDialog

        wanted = list(ids)
        if not wanted:
            return
        dialog = SnoozeDialog(self._ctx, wanted, self._window())
        dialog.time_chosen.connect(lambda until, reply: self.snooze(wanted, until, reply))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dismiss_mentions(self, ids: Iterable[int]) -> None:
        """The notes that name the person in these tickets need no answer."""
        from workspace.ui.bulk.mentions import dismiss

        dismiss(self._ctx, list(ids), self)

    def ask_tag(self, ids: Iterable[int]) -> None:
        """Type a tag; all these tickets get it."""
        from PySide6.QtWidgets import QInputDialog

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
        from workspace.ui.bulk import changes

        if tag := text.strip()[:TAG_CAP]:
            self.change(ids, changes.add_tag(tag))

    def _window(self) -> QWidget | None:
        """The window that the person works in, for dialogs."""
        active, own = QApplication.activeWindow(), self.parent()
        return active or (own.window() if isinstance(own, QWidget) else None)

    def snooze(self, ids: Iterable[int], until: int, on_reply: bool) -> None:
        """Put these tickets off until a time (ms UTC; 0: until a reply; WAKE: end it)."""
        from workspace.ui.bulk.limits import MOST_SNOOZED, words_of_snoozed
        from workspace.ui.bulk.snoozing import Snoozing

        wanted = list(dict.fromkeys(ids))
        if not wanted or self._is_over(len(wanted), MOST_SNOOZED, words_of_snoozed()):
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
        from workspace.ui.bulk.snoozing import WAKE
        from workspace.ui.bulk.watched import many, undo_seconds
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
            undoes=True,
            on_action=snoozing.undo,
            seconds=undo_seconds(self._ctx),
            key=key,
        )

    def say_nothing_to_undo(self) -> None:
        """Asked for by a key when no notice offers it any more."""
        words = t("TicketActions", "There is nothing that could be undone any more.")
        self._ctx.notices.show(words, key="undo")

    def ask_before_close(self) -> bool:
        """Whether the window has to stay open until somebody answered: a change of many tickets
        goes on only while it is. It closes by itself if the answer is yes."""
        rest = sum(watched.run.rest for watched in self._watched)
        if not rest or self._may_close:
            return False
        from workspace.ui.bulk.closing import ask

        def close(window: QWidget) -> None:
            self._may_close = True
            window.close()

        ask(rest, self._window(), close)
        return True

    def _too_many(self, count: int) -> bool:
        from workspace.ui.bulk.limits import MOST, words_of_most

        return self._is_over(count, MOST, words_of_most())

    def too_many_for_macro(self, count: int) -> bool:
        """Whether a macro can't be applied to so many at once; said, with the reason."""
        from workspace.ui.bulk.limits import MOST_BY_MACRO, words_of_macro

        return self._is_over(count, MOST_BY_MACRO, words_of_macro())

    def _is_over(self, count: int, most: int, words: str) -> bool:
        if count > most:
            self._ctx.notices.show(words, "warn", seconds=0.0, key="too-many")
        return count > most

    def change(self, ids: Iterable[int], change: Change) -> None:
        """Make a change of one field."""
        from workspace.ui.bulk.parts import deal_of

        self.run(ids, deal_of(change), change.done, at_once=change.at_once)

    def run(
        self, ids: Iterable[int], deal: Deal, done: str, *, at_once: bool = False
    ) -> BulkRun | None:
        """Do the same to all these tickets, with one undo; `done` is what the notice says.

        None where there is nothing to do, or too much.
        """
        from workspace.ui.bulk.run import BulkRun
        from workspace.ui.bulk.watched import Watched

        wanted = list(dict.fromkeys(ids))
        if not wanted or self._too_many(len(wanted)):
            return None
        self._number += 1
        run = BulkRun(self._ctx, wanted, deal, at_once=at_once)
        watched = Watched(self._ctx, run, done, f"bulk-{self._number}", self)
        self._watch(watched)
        run.put_all.connect(lambda: self._on_put(watched))
        for ended in (run.undone, run.halted):
            ended.connect(lambda *_: self.put.emit(set(run.ids)))
        self.began.emit(run)
        run.start()
        return run

    def _on_put(self, watched: Watched) -> None:
        watched.say_put()
        self.put.emit({each.ticket_id for each in watched.run.puts})
        watched.look()

    def _watch(self, watched: Watched) -> None:
        """Follow this one too; of the oldest the way back is given up, for it takes memory."""
        from workspace.ui.bulk.limits import MOST

        over = [one for one in self._watched if not one.run.rest]
        self._watched.append(watched)
        kept = sum(len(one.run.ids) for one in self._watched)
        while over and (len(self._watched) > REMEMBERED or kept > 2 * MOST):
            oldest = over.pop(0)
            self._watched.remove(oldest)
            kept -= len(oldest.run.ids)
            oldest.forget()

    def _look(self) -> None:
        for watched in self._watched:
            if not watched.is_settled:
                watched.look()
