"""The outbox in words: what waits, what failed and why, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.queries.pending import LONGEST_UNDO_MS
from workspace.store.queries.rows import OutboxRow, TicketRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.snooze_words import until_words
from workspace.ui.widgets.card_list import CardList
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel
from workspace.ui.widgets.problem import problem_labels
from workspace.ui.words import age, command_word, one_line, state_word

SHOWN = 200
_TONES = {"failed": "bad", "conflict": "bad", "in_doubt": "warn", "queued": "warn", "sent": "good"}


def read_outbox(reader: Reader) -> list[OutboxRow]:
    """The commands that are not done, and the newest that are."""
    from workspace.store.queries.outbox import list_outbox

    return list_outbox(reader, SHOWN)


def find(reader: Reader, account_id: int, remote_id: str) -> TicketRow | None:
    """The ticket of a command."""
    from workspace.store.queries.tickets import find_ticket

    return find_ticket(reader, account_id, remote_id)


def _state_words(row: OutboxRow, now_ms: int) -> str:
    if row.needs_agent:
        return t("Outbox", "Was it sent?")
    put_off = row.not_before - row.created_at > LONGEST_UNDO_MS and not row.attempts
    if row.state == "queued" and put_off and row.not_before > now_ms:
        return t("Outbox", "To be sent {time}", time=until_words(row.not_before, now_ms))
    return state_word(row.state)


class OutboxCard(QFrame):
    """Signals: `ticket_asked(account_id, remote_id)`."""

    ticket_asked = Signal(int, str)

    def __init__(self, row: OutboxRow, ctx: WindowContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._row = row
        self.setProperty("card", "true")
        theme = ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(10)] * 4))
        column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(command_word(row.command), role="strong"))
        subject = one_line(row.subject) or f"{row.account}:{row.ticket_remote_id}"
        head.addWidget(ElidedLabel(subject), 1)
        state = _state_words(row, ctx.clock.now_ms())
        head.addWidget(PlainLabel(state, chip=_TONES.get(row.state, "quiet")))
        head.addWidget(PlainLabel(age(ctx.clock.now_ms(), row.created_at), role="faint"))
        column.addLayout(head)
        self.setAccessibleName(f"{command_word(row.command)}, {subject}, {state}")
        if row.preview:
            words = ElidedLabel(row.preview[:300])
            words.set_look("role", "quiet")
            column.addWidget(words)
        if row.error_message:
            column.addLayout(problem_labels(row.error_kind, row.error_message, row.error_action))
        column.addLayout(self._buttons(row))

    def _buttons(self, row: OutboxRow) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)

        def button(text: str, name: str, on_press: Callable[[], None]) -> None:
            made = QPushButton(text)
            made.setObjectName(f"{name}_{row.id}")
            made.clicked.connect(lambda: on_press())
            line.addWidget(made)

        if row.needs_agent:
            button(t("Outbox", "It was sent"), "was_sent", lambda: self._resolve(True))
            button(t("Outbox", "Send again"), "send_again", lambda: self._resolve(False))
        elif row.state in ("failed", "conflict"):
            button(t("Outbox", "Retry"), "retry", self._retry)
        if row.state in ("queued", "failed", "conflict") or row.needs_agent:
            if row.command == "set":
                button(t("Outbox", "Drop the change"), "take_back", self._take_back)
            else:
                button(t("Outbox", "Edit"), "take_back", self._take_back)
        button(t("Outbox", "Open ticket"), "open", self._open)
        return line

    def _call(self, method: str, **arguments: Any) -> None:
        ctx = self._ctx
        ctx.engine.call(
            method,
            then=lambda _: ctx.bus.announce(outbox=True),
            failed=ctx.notices.error,
            id=self._row.id,
            **arguments,
        )

    def _retry(self) -> None:
        self._call("outbox.retry")

    def _resolve(self, sent: bool) -> None:
        self._call("outbox.resolve", sent=sent)

    def _take_back(self) -> None:
        command_id = self._row.id

        def take_back(door: JournalDoor) -> object:
            return door.take_back(command_id, True)

        ctx = self._ctx
        ctx.writes.submit(take_back, done=lambda _: self._taken_back(ctx))

    def _taken_back(self, ctx: WindowContext) -> None:
        ctx.bus.refresh()
        ctx.engine.call("outbox.changed")
        if self._row.command != "set":
            self._open()

    def _open(self) -> None:
        self.ticket_asked.emit(self._row.account_id, self._row.ticket_remote_id)


class OutboxList(CardList):
    """Signals: `ticket_asked(local ticket id)`."""

    ticket_asked = Signal(int)

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx.theme.px(8))
        self._ctx = ctx
        self._shown: list[OutboxRow] | None = None
        self.setAccessibleName(t("Outbox", "Outbox"))
        ctx.bus.outbox_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the outbox again."""
        self._ctx.reads.ask(read_outbox, then=self._take, owner=self, topic="outbox")

    def _take(self, rows: list[OutboxRow]) -> None:
        rows = [row for row in rows if row.state not in ("sent", "cancelled")]
        if rows == self._shown:
            return
        self._shown = rows
        cards: list[QWidget] = []
        for row in rows:
            card = OutboxCard(row, self._ctx)
            card.ticket_asked.connect(self._find)
            cards.append(card)
        if not rows:
            words = t("Outbox", "Nothing waits to be sent.")
            cards.append(PlainLabel(words, role="quiet"))
        self.show_cards(cards)

    def _find(self, account_id: int, remote_id: str) -> None:
        self._ctx.reads.ask(find, account_id, remote_id, then=self._found, owner=self)

    def _found(self, row: TicketRow | None) -> None:
        if row is not None:
            self.ticket_asked.emit(row.id)
