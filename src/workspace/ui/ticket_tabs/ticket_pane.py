"""One ticket to work on: its header, its conversation, its composer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workspace.ui.composer.composer import Composer
from workspace.ui.composer.draft_book import DraftBook
from workspace.ui.conversation.conversation_area import ConversationArea
from workspace.ui.i18n import t
from workspace.ui.macros.door import MacroDoor
from workspace.ui.runtime.context import WindowContext
from workspace.ui.ticket_header.ticket_header import TicketHeader
from workspace.ui.ticket_tabs.one_picture import OnePicture

SHORT_PX = 400  # at 100 %; with less, what can give way does
CONVERSATION_PX = 24  # at 100 %; a line of it stays in sight, whatever is held back
BESIDE_EDITOR_PX = 300  # at 100 %; what header, conversation and buttons take at least

_retiring: set[TicketPane] = set()


class TicketPane(QFrame):
    """Shows one ticket at a time.

    Signals:
        sent: a reply or note lies in the outbox.
    """

    sent = Signal()

    def __init__(
        self, ctx: WindowContext, book: DraftBook | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = ctx.theme
        self.ticket_id: int | None = None
        self.header = TicketHeader(ctx)
        self.conversation = ConversationArea(ctx)
        self.composer = Composer(ctx, book=book)
        self.macros = MacroDoor(ctx, self.composer, self)
        self.setAccessibleName(t("Window", "Ticket"))
        # It fills its ground itself: no pane behind it is painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        # The conversation gives way first: what is written below it must be seen whole.
        self.conversation.view.setMinimumHeight(ctx.theme.px(30))
        column.addWidget(self.conversation, 1)
        column.addWidget(self.composer)
        self.composer.sent.connect(self.conversation.scroll_to_end)
        self.composer.sent.connect(self.sent)
        self.composer.held.connect(self._fit)
        ctx.theme.changed.connect(self._fit)
        self.composer.look_asked.connect(self._on_look)
        self.conversation.take_back_asked.connect(self.composer.take_back)
        self.conversation.entry_actions.edit_asked.connect(self.composer.edit_local_note)
        recipients = [pane.recipient for pane in self.composer.panes.values()]
        self.picture = OnePicture(self, self.header, self.conversation, *recipients)
        self.picture.late.connect(self.header.clear)
        self.picture.late.connect(self.conversation.bar.clear)
        self.header.ready.connect(partial(self.picture.ready, "header"))
        self.conversation.source.opened.connect(partial(self.picture.ready, "conversation"))
        self.conversation.bar.counted.connect(partial(self.picture.ready, "counts"))
        self.composer.opened.connect(partial(self.picture.ready, "composer"))

    def show_ticket(
        self, ticket_id: int, at_entry: int | None = None, words: Sequence[str] = ()
    ) -> None:
        """Show this ticket, at an entry if one is named, with what a search found it by marked."""
        changed = ticket_id != self.ticket_id
        holds = changed and self.ticket_id is not None and self.isVisible()
        if holds:
            self.picture.hold(("header", "conversation", "counts", "composer"))
        self.ticket_id = ticket_id
        self.conversation.show_ticket(ticket_id, at_entry, words, is_held=holds)
        if changed:
            self.header.show_ticket(ticket_id, is_held=holds)
            self.composer.show_ticket(ticket_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where height is short, what is held back shows whole and other things give way."""
        is_short = self.height() < self._theme.px(SHORT_PX)
        self.header.fit(is_short=is_short)
        gives_way = is_short and self.composer.is_held
        self.conversation.bar.setVisible(not gives_way)
        self.conversation.typing.give_way(gives_way)
        room = self.height() - self._theme.px(BESIDE_EDITOR_PX)
        # Not its height now: that may be from before it was laid out.
        header = self.header.heightForWidth(self.width())
        above = header if header >= 0 else self.header.sizeHint().height()
        above += self._theme.px(CONVERSATION_PX)
        if not gives_way:
            above += self.conversation.bar.sizeHint().height()
        self.composer.fit(room, self.height() - above, is_short=is_short)

    def flush(self) -> None:
        """Hand what is typed to the journal's thread now."""
        self.composer.flush()

    def retire(self) -> None:
        """Go away, but not before a send or a file that is under way has arrived."""
        self.flush()
        self.hide()
        self.setParent(None)
        self.conversation.show_ticket(None)
        if not self.composer.is_busy:
            self.deleteLater()
            return
        _retiring.add(self)
        self.composer.writing.changed.connect(self._go_if_done)
        self.composer.files.changed.connect(self._go_if_done)

    def _go_if_done(self) -> None:
        if not self.composer.is_busy and self in _retiring:
            _retiring.discard(self)
            self.flush()
            self.deleteLater()

    def _on_look(self, entry_id: int) -> None:
        self.conversation.show_ticket(self.ticket_id, entry_id)
