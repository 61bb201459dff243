"""The line below: how sync and outbox stand, in words; pressing it opens the details."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from workspace.store.connect import Reader
from workspace.store.queries.rows import AccountRow, OutboxRow
from workspace.ui.i18n import t
from workspace.ui.keymap import word_of
from workspace.ui.runtime.context import WindowContext
from workspace.ui.theme.theme import Theme
from workspace.ui.words import age

TICK_MS = 15_000
OUTBOX_SHOWN = 200

Standing = tuple[list[AccountRow], list[OutboxRow]]


def read_standing(reader: Reader) -> Standing:
    """Accounts and what waits in the outbox."""
    from workspace.store.queries import accounts, outbox

    waiting = [
        row
        for row in outbox.list_outbox(reader, OUTBOX_SHOWN)
        if row.state not in ("sent", "cancelled")
    ]
    return accounts.list_accounts(reader), waiting


class Dot(QWidget):
    """A small coloured dot; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colour = "text_faint"

    def set_colour(self, name: str) -> None:
        """Show this colour."""
        self._colour = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(10), self._theme.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._colour))
        side = self._theme.px(7)
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(QRectF(self.rect()).center())
        painter.drawEllipse(dot)
        painter.end()


class StatusBar(QFrame):
    """Signals: `details_asked`, `shortcuts_asked`; `standing_read(accounts, waiting)`."""

    details_asked = Signal()
    shortcuts_asked = Signal()
    standing_read = Signal(list, list)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._accounts: list[AccountRow] = []
        self._waiting: list[OutboxRow] = []
        self._gave_up = False
        self._locked = False
        self.setProperty("pane", "status")
        self.setAccessibleName(t("StatusBar", "Status"))
        row = QHBoxLayout(self)
        row.setContentsMargins(ctx.theme.px(10), 1, ctx.theme.px(6), 1)
        row.setSpacing(ctx.theme.px(4))
        self._dot = Dot(ctx.theme)
        self.sync = self._button("status_sync")
        self.outbox = self._button("status_outbox")
        self.shortcuts = self._button("status_shortcuts")
        self.sync.clicked.connect(self.details_asked)
        self.outbox.clicked.connect(self.details_asked)
        self.shortcuts.clicked.connect(self.shortcuts_asked)
        row.addWidget(self._dot)
        row.addWidget(self.sync)
        row.addWidget(self.outbox)
        row.addStretch(1)
        row.addWidget(self.shortcuts)
        ctx.bus.standing_changed.connect(self.refresh)
        ctx.bus.outbox_changed.connect(self.refresh)
        ctx.bus.refresh_all.connect(self.refresh)
        ctx.engine.connected.connect(self._on_connected)
        ctx.engine.given_up.connect(self._on_given_up)
        ctx.settings.changed.connect(self._say_keys)
        self._say_keys()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._say)
        self._tick.start()
        self._say()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("role", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def refresh(self) -> None:
        """Read accounts and outbox again."""
        self._ctx.reads.ask(read_standing, then=self._take, owner=self, topic="standing")

    def _take(self, standing: Standing) -> None:
        self._accounts, self._waiting = standing
        self._say()
        self.standing_read.emit(self._accounts, self._waiting)

    def show_locked(self, locked: bool) -> None:
        """While nothing can be read, nothing is synchronised either."""
        self._locked = locked
        self._say()

    def _on_connected(self, up: bool) -> None:
        self._gave_up = self._gave_up and not up
        self._say()

    def _on_given_up(self, _reason: str) -> None:
        self._gave_up = True
        self._say()

    def _say_keys(self) -> None:
        keys = word_of("shortcuts", self._ctx.settings.value)
        self.shortcuts.setText(t("StatusBar", "{keys} shortcuts", keys=keys).strip())

    def _say(self) -> None:
        colour, text = self._sync_words()
        self._dot.set_colour(colour)
        self.sync.setText(text)
        self.sync.setAccessibleName(t("StatusBar", "{text}. Opens details", text=text))
        self.outbox.setText(self._outbox_words())
        self.outbox.setVisible(bool(self._waiting))

    def _sync_words(self) -> tuple[str, str]:
        accounts = self._accounts
        if self._gave_up:
            return "bad", t("StatusBar", "Synchronisation stopped")
        if self._locked:
            return "text_faint", t("StatusBar", "Locked")
        if not self._ctx.engine.is_connected:
            return "warn", t("StatusBar", "Starting synchronisation…")
        if not accounts:
            return "text_faint", t("StatusBar", "No account yet")
        wrong = [a for a in accounts if a.state in ("error", "held") and not a.paused]
        if wrong:
            return "bad", t("StatusBar", "%n accounts need attention", len(wrong))
        offline = [a for a in accounts if a.state == "offline" and not a.paused]
        if offline:
            oldest = min(a.last_sync_at for a in offline)
            when = age(self._ctx.clock.now_ms(), oldest) if oldest else t("StatusBar", "never")
            return "warn", t(
                "StatusBar", "%n accounts offline, last in step: {when}", len(offline), when=when
            )
        begun = [a for a in accounts if not a.paused]
        first = [a for a in begun if not a.history_complete or not a.last_sync_at]
        if first:
            return "accent", self._first_sync_words(first)
        if not begun:
            return "text_faint", t("StatusBar", "All accounts paused")
        oldest = min(a.last_sync_at for a in begun)
        when = age(self._ctx.clock.now_ms(), oldest)
        return "good", t("StatusBar", "%n accounts in step, {when}", len(accounts), when=when)

    def _first_sync_words(self, first: list[AccountRow]) -> str:
        done, total = sum(a.done for a in first), sum(a.total for a in first)
        if total:
            return t("StatusBar", "First synchronisation: {percent} %", percent=100 * done // total)
        return t("StatusBar", "First synchronisation: %n tickets", done)

    def _outbox_words(self) -> str:
        stuck = [r for r in self._waiting if r.state in ("failed", "conflict") or r.needs_agent]
        if stuck:
            return t("StatusBar", "%n not sent", len(stuck))
        return t("StatusBar", "%n waiting to be sent", len(self._waiting))
