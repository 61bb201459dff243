"""Which tickets of a bulk change were not changed, and why; once more, or to the ticket."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workspace.store.queries.outbox import Standing
from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.bulk.feed import PART
from workspace.ui.bulk.parts import Put
from workspace.ui.bulk.run import BulkRun
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.card_list import CardList
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tooltip
from workspace.ui.widgets.problem import problem_labels
from workspace.ui.widgets.room import resize_within
from workspace.ui.words import one_line, state_word

SHOWN = 200
"""Cards at most; the rest comes up when these are settled, and stands in the outbox."""

Button = tuple[str, str, Callable[[], None]]


class Which(msgspec.Struct, frozen=True):
    """A ticket as its card names it."""

    id: int
    subject: str
    remote_id: str
    account: str


class TicketCard(QFrame):
    """One ticket that was not changed: which, why, and what can be done."""

    def __init__(
        self, ctx: WindowContext, ticket: Which, state: str, buttons: list[Button]
    ) -> None:
        super().__init__()
        self.setProperty("card", "true")
        theme = ctx.theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*([theme.px(10)] * 4))
        self.column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        number = f"#{one_line(ticket.remote_id)} · {ticket.account}"
        subject = one_line(ticket.subject) or number
        head.addWidget(ElidedLabel(subject, role="strong"), 1)
        head.addWidget(PlainLabel(number, role="faint"))
        head.addWidget(PlainLabel(state, chip="bad"))
        self.column.addLayout(head)
        self.setAccessibleName(f"{subject}, {state}")
        self._line = QHBoxLayout()
        self._line.addStretch(1)
        for text, name, on_press in buttons:
            button = QPushButton(text)
            button.setObjectName(f"{name}_{ticket.id}")
            button.setAccessibleName(f"{text}: {subject}")
            button.clicked.connect(lambda _=False, on_press=on_press: on_press())
            self._line.addWidget(button)

    def finish(self) -> None:
        """The buttons come last."""
        self.column.addLayout(self._line)


class ResultsDialog(QDialog):
    """Follows the outbox while it is open.

    Signals:
        ticket_asked: local id of a ticket to be shown.
    """

    ticket_asked = Signal(int)

    def __init__(
        self, ctx: WindowContext, run: BulkRun, done: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._run = run
        self._done = done
        self._problems: tuple[OutboxRow, ...] = ()
        self._shown = False
        self.setObjectName("bulk_results")
        self.setWindowTitle(t("Bulk", "Tickets that were not changed"))
        theme = ctx.theme
        resize_within(self, theme, 560, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(14)] * 4))
        column.setSpacing(theme.px(8))
        column.addWidget(PlainLabel(self.windowTitle(), role="title"))
        self.summary = PlainLabel("", role="quiet")
        self.summary.setWordWrap(True)
        column.addWidget(self.summary)
        self.cards = CardList(theme.px(8))
        self.cards.setAccessibleName(self.windowTitle())
        column.addWidget(self.cards, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        self.retry_all = QPushButton(t("Bulk", "Retry all"))
        self.retry_all.setObjectName("retry_all")
        self.retry_all.clicked.connect(lambda: self._run.again(self._problems))
        below.addWidget(self.retry_all)
        self.drop_all = QPushButton(t("Bulk", "Leave all as they are"))
        self.drop_all.setObjectName("drop_all")
        self.drop_all.clicked.connect(self._drop_all)
        below.addWidget(self.drop_all)
        close = QPushButton(t("Bulk", "Close"))
        close.setProperty("role", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        below.addWidget(close)
        column.addLayout(below)
        run.feed.stands.connect(self._take)
        run.progressed.connect(lambda *_: self._summarise(run.feed.standing))
        run.feed.look()

    def _take(self, now: Standing) -> None:
        changed = not self._shown or now.problems != self._problems
        self._problems, self._shown = now.problems, True
        self._summarise(now)
        if changed:  # else a card would go away under the pointer
            self._show_cards()

    def _show_cards(self) -> None:
        cards: list[QWidget] = [
            self._card(ours, problem)
            for problem in self._problems[:SHOWN]
            if (ours := self._run.put_of(problem.id)) is not None
        ]
        cards += [self._refused(row, why) for row, why in self._run.refused[: SHOWN - len(cards)]]
        self.cards.show_cards(cards)

    def _summarise(self, now: Standing) -> None:
        bad = len(now.problems) + self._run.refusals
        parts = [self._done, t("Bulk", "%n not changed", bad)]
        if now.waiting:
            parts.append(t("Bulk", "%n on their way", now.waiting))
        if now.sent:
            parts.append(t("Bulk", "%n done", now.sent))
        self.summary.setText(" · ".join(parts))
        again = any(
            not ours.is_back and not one.needs_agent
            for one in now.problems
            if (ours := self._run.put_of(one.id))
        )
        nothing = t("Bulk", "Nothing here would be better for another try.")
        settled = t("Bulk", "Nothing here waits for your decision.")
        for button, is_on, why in (
            (self.retry_all, again, nothing),
            (self.drop_all, bool(now.problems), settled),
        ):
            button.setEnabled(is_on)
            button.setToolTip("" if is_on else plain_tooltip(why))
            button.setAccessibleDescription("" if is_on else why)

    def _card(self, ours: Put, problem: OutboxRow) -> TicketCard:
        buttons: list[Button] = []
        if problem.needs_agent:
            state = t("Bulk", "Was it done?")
        else:
            state = state_word(problem.state)
            if not ours.is_back:
                buttons.append((t("Bulk", "Retry"), "retry", lambda: self._run.again([problem])))
            buttons.append((t("Bulk", "Leave as it is"), "drop", lambda: self._drop([problem])))
        buttons.append((t("Bulk", "Open ticket"), "open", lambda: self._open(ours.ticket_id)))
        which = Which(ours.ticket_id, problem.subject, problem.ticket_remote_id, problem.account)
        card = TicketCard(self._ctx, which, state, buttons)
        card.column.addLayout(
            problem_labels(problem.error_kind, problem.error_message, problem.error_action)
        )
        card.finish()
        return card

    def _refused(self, row: TicketRow, why: str) -> TicketCard:
        open_it: Button = (t("Bulk", "Open ticket"), "open", lambda: self._open(row.id))
        which = Which(row.id, row.subject, row.remote_id, row.account)
        card = TicketCard(self._ctx, which, t("Bulk", "Not possible"), [open_it])
        reason = PlainLabel(why)
        reason.setWordWrap(True)
        card.column.addWidget(reason)
        card.finish()
        return card

    def _drop_all(self) -> None:
        self._drop([one for one in self._problems if not one.needs_agent])

    def _drop(self, problems: Sequence[OutboxRow]) -> None:
        """The tickets stay as they are; the commands go, some hundred at a time."""
        for first in range(0, len(problems), PART):
            part = problems[first : first + PART]
            self._drop_part([one.id for one in part])

    def _drop_part(self, ids: list[str]) -> None:
        tickets = {ours.ticket_id for one in ids if (ours := self._run.put_of(one))}

        def dropped(taken: list[str]) -> None:
            self._run.forget(taken)
            self._ctx.bus.announce(tickets, entries_of=tickets, outbox=True)

        self._ctx.writes.submit(lambda door: door.take_back_many(ids), done=dropped, owner=self)

    def _open(self, ticket_id: int) -> None:
        self.ticket_asked.emit(ticket_id)
