"""The accounts, one card each: state in words, age, progress, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workspace.domain.errors import WorkspaceError
from workspace.store.connect import Reader
from workspace.store.queries.local_notes import count_local_notes
from workspace.store.queries.rows import AccountRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_list.spoken import span
from workspace.ui.widgets.card_list import CardList
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel
from workspace.ui.widgets.problem import problem_labels
from workspace.ui.words import MINUTE, age, one_line

RECHECK_TIMEOUT_S = 90.0
CLOCKS_DIFFER_MS = 2 * MINUTE


def read_accounts(reader: Reader) -> list[AccountRow]:
    """All accounts with their state."""
    from workspace.store.queries.accounts import list_accounts

    return list_accounts(reader)


def standing_words(row: AccountRow, now_ms: int) -> tuple[str, str]:
    """(chip tone, words) for how an account stands."""
    when = age(now_ms, row.last_sync_at) if row.last_sync_at else t("Accounts", "never")
    if row.paused:
        return "quiet", t("Accounts", "Paused, last in step: {when}", when=when)
    if row.state == "held":
        return "bad", t("Accounts", "Stopped to be safe: look at the reason below")
    if row.state == "error":
        return "bad", t("Accounts", "Needs attention")
    if row.state == "offline":
        return "warn", t("Accounts", "Offline, last in step: {when}", when=when)
    if not row.history_complete or not row.last_sync_at:
        return "accent", t("Accounts", "First synchronisation")
    return "good", t("Accounts", "In step, {when}", when=when)


def clock_words(row: AccountRow) -> str:
    """That the backend's clock and ours are minutes apart, or ""."""
    apart = row.clock_offset_ms
    if abs(apart) <= CLOCKS_DIFFER_MS:
        return ""
    time = span(abs(apart))
    if apart > 0:
        return t(
            "Accounts",
            "This computer's clock is {time} behind the server's. Ages and deadlines are reckoned"
            " by the server's.",
            time=time,
        )
    return t(
        "Accounts",
        "This computer's clock is {time} ahead of the server's. Ages and deadlines are reckoned"
        " by the server's.",
        time=time,
    )


def progress_words(row: AccountRow) -> str:
    """How far the first sync is."""
    if row.total:
        return t("Accounts", "{done} of {total}", done=f"{row.done:,}", total=f"{row.total:,}")
    return t("Accounts", "%n tickets so far", row.done)


async def rechecked(ctx: WindowContext, name: str, changes: dict[str, Any]) -> None:
    """Let the engine check the account, with other credentials or settings if there are any."""
    from workspace.ui.runtime.flows import asked

    key = f"recheck-{name}"
    ctx.notices.show(t("Accounts", "Checking “{name}”…", name=name), key=key)
    try:
        await asked(
            ctx.engine, "account.recheck", name=name, timeout_s=RECHECK_TIMEOUT_S, **changes
        )
    except WorkspaceError:
        ctx.notices.withdraw(key)
        raise
    ctx.notices.show(t("Accounts", "“{name}” works.", name=name), "good", key=key)
    ctx.bus.announce(accounts=True)


async def secret_entered(ctx: WindowContext, name: str, dialog: QInputDialog) -> None:
    """Ask for the password anew, then check the account with it."""
    from workspace.ui.runtime.flows import closed

    entered: list[str] = []
    dialog.textValueSelected.connect(entered.append)
    if await closed(dialog) and entered:
        await rechecked(ctx, name, {"secret": entered[0]})


class AccountCard(QFrame):
    """One account. What its buttons do goes through the engine."""

    def __init__(self, row: AccountRow, ctx: WindowContext, *, removable: bool) -> None:
        super().__init__()
        self._ctx = ctx
        self._row = row
        self.setProperty("card", "true")
        theme = ctx.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(12)] * 4))
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(row.name, role="strong"))
        head.addWidget(PlainLabel(row.connector, chip="quiet"))
        where = ElidedLabel(" · ".join(filter(None, (one_line(row.me), one_line(row.url)))))
        where.set_look("role", "quiet")
        head.addWidget(where, 1)
        tone, words = standing_words(row, ctx.clock.now_ms())
        head.addWidget(PlainLabel(words, chip=tone))
        column.addLayout(head)
        self.setAccessibleName(f"{row.name}, {row.connector}, {words}")
        if not row.history_complete and not row.paused:
            column.addWidget(self._progress(row))
            column.addWidget(PlainLabel(progress_words(row), role="faint"))
        if clock := clock_words(row):
            label = PlainLabel(clock, role="faint")
            label.setWordWrap(True)
            column.addWidget(label)
        if row.error_message:
            column.addLayout(problem_labels(row.error_kind, row.error_message, row.error_action))
        column.addLayout(self._buttons(row, removable))

    def _progress(self, row: AccountRow) -> QProgressBar:
        bar = QProgressBar()
        bar.setRange(0, max(1, row.total))  # 0 of 0 would run to and fro
        bar.setValue(min(row.done, row.total))
        bar.setTextVisible(False)
        bar.setFixedHeight(self._ctx.theme.px(6))
        bar.setAccessibleName(t("Accounts", "First synchronisation"))
        bar.setAccessibleDescription(progress_words(row))
        return bar

    def _buttons(self, row: AccountRow, removable: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)

        def button(text: str, name: str, on_press: object) -> None:
            made = QPushButton(text)
            made.setObjectName(f"{name}_{row.name}")
            made.setAccessibleName(f"{text}: {row.name}")
            made.clicked.connect(on_press)
            line.addWidget(made)

        if row.state == "held":
            button(t("Accounts", "Go on anyway"), "trust", self._on_sync)
        elif row.error_kind == "auth_failed":
            button(t("Accounts", "Enter the password again…"), "secret", self._on_secret)
        elif not row.paused:
            button(t("Accounts", "Synchronise now"), "sync", self._on_sync)
        button(t("Accounts", "Check"), "recheck", self._on_recheck)
        paused = t("Accounts", "Go on") if row.paused else t("Accounts", "Pause")
        button(paused, "pause", self._on_pause)
        if removable:
            button(t("Accounts", "Settings…"), "edit", self._on_edit)
            button(t("Accounts", "Remove…"), "remove", self._on_remove)
        return line

    def _on_sync(self) -> None:
        self._ctx.engine.call(
            "sync.now", account=self._row.name, failed=self._ctx.notices.error, owner=self
        )

    def _on_recheck(self) -> None:
        self._begin(rechecked(self._ctx, self._row.name, {}))

    def _on_secret(self) -> None:
        dialog = QInputDialog(self.window())
        dialog.setWindowTitle(self._row.name)
        dialog.setLabelText(t("Accounts", "Password or token"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        self._begin(secret_entered(self._ctx, self._row.name, dialog))

    def _begin(self, steps: Coroutine[Any, Any, None]) -> None:
        """Not owned by the card: a check changes the account's state, and the card is remade."""
        from workspace.ui.runtime.flows import Flow

        Flow(self._ctx.notices, steps, self._ctx.notices.error)

    def _on_edit(self) -> None:
        from workspace.ui.settings.edit_account import EditAccountDialog

        # Not the card's child: cards are remade while it is open.
        EditAccountDialog(self._row, self._ctx, self.window()).open()

    def _on_pause(self) -> None:
        self._ctx.engine.call(
            "account.pause",
            name=self._row.name,
            paused=not self._row.paused,
            then=lambda _: self._ctx.bus.announce(accounts=True),
            failed=self._ctx.notices.error,
        )

    def _on_remove(self) -> None:
        ctx, row = self._ctx, self._row
        ctx.reads.ask(
            count_local_notes,
            row.id,
            then=lambda notes: _ask_to_remove(ctx, row.name, notes),
            owner=ctx.bus,  # the card may be remade meanwhile
        )


def _ask_to_remove(ctx: WindowContext, name: str, notes: int) -> None:
    words = t(
        "Accounts",
        "Remove “{name}” from this computer? Its tickets stay at the server.",
        name=name,
    )
    if notes:
        lost = t(
            "Accounts", "%n notes that are kept only on this computer are lost with it.", notes
        )
        words = f"{words} {lost}"

    def remove() -> None:
        ctx.engine.call(
            "account.remove",
            name=name,
            discard_notes=notes > 0,
            then=lambda _: ctx.bus.refresh(),
            failed=ctx.notices.error,
            slow=True,
        )

    ctx.notices.show(
        words,
        "warn",
        action=t("Accounts", "Remove"),
        on_action=remove,
        seconds=0.0,
        key=f"remove-{name}",
    )


class AccountCards(CardList):
    """All accounts, kept true. Signals: `account_asked`."""

    account_asked = Signal()

    def __init__(self, ctx: WindowContext, *, removable: bool) -> None:
        super().__init__(ctx.theme.px(8))
        self._ctx = ctx
        self._removable = removable
        self._shown: list[AccountRow] | None = None
        self.setAccessibleName(t("Accounts", "Accounts"))
        ctx.bus.standing_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the accounts again."""
        self._ctx.reads.ask(read_accounts, then=self._take, owner=self, topic="accounts")

    def _take(self, rows: list[AccountRow]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        cards: list[QWidget] = [
            AccountCard(row, self._ctx, removable=self._removable) for row in rows
        ]
        if not rows:
            cards.append(PlainLabel(t("Accounts", "No account yet."), role="quiet"))
        more = QPushButton(t("Accounts", "Connect an account…"))
        more.setObjectName("connect_account")
        more.clicked.connect(self.account_asked)
        line = QHBoxLayout()
        line.addWidget(more)
        line.addStretch(1)
        self.show_cards(cards, line)
