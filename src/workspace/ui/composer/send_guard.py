"""Holds a send back until the agent saw what arrived since writing began."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workspace.store.queries.rows import EntryRow
from workspace.ui.composer.draft_book import DraftKey
from workspace.ui.conversation.entry_words import author_name
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel
from workspace.ui.words import clock_time, one_line

SHOWN = 3


class SendGuard(QFrame):
    """A banner above the editor. The same press again, after it was seen, goes through."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._seen: tuple[DraftKey, str, str] | None = None
        self.title = PlainLabel("", self, role="warn")
        self.title.setWordWrap(True)
        self._lines = [ElidedLabel("", self) for _ in range(SHOWN)]
        layout = QVBoxLayout(self)
        pad = ctx.theme.px(8)
        layout.setContentsMargins(pad, pad // 2, pad, pad // 2)
        layout.setSpacing(ctx.theme.px(2))
        layout.addWidget(self.title)
        for line in self._lines:
            layout.addWidget(line)
        self.hide()

    def holds(self, key: DraftKey, arrived: Sequence[EntryRow], bound_to: str) -> bool:
        """True if the send must wait: then the banner shows why, and this state counts as seen.

        `bound_to` is the recipient of the draft where the ticket has another one by now.
        """
        if not arrived and not bound_to:
            return False
        now = (key, arrived[-1].remote_id if arrived else "", bound_to)
        if self._seen == now and not self.isHidden():
            return False
        self._seen = now
        self._show(arrived, bound_to)
        return True

    def _show(self, arrived: Sequence[EntryRow], bound_to: str) -> None:
        if arrived:
            title = t("Composer", "New message arrived. Review it, then send again.")
        else:
            title = t(
                "Composer",
                "The requester changed meanwhile; this reply still goes to {recipient}."
                " Send again if that is right.",
                recipient=bound_to,
            )
        self.title.setText(title)
        self.setAccessibleName(title)
        shown = list(arrived[-SHOWN:])
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(shown))
            if number < len(shown):
                entry = shown[number]
                text = one_line(entry.text)[:300]
                line.set_text(f"{author_name(entry)} · {clock_time(entry.created_at)}: {text}")
        self.show()

    def dismiss(self) -> None:
        """Sent, switched, or nothing to hold back."""
        self._seen = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ctx.theme.color("warn"), 1))
        painter.setBrush(self._ctx.theme.color("warn_soft"))
        radius = self._ctx.theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
