"""An earlier ticket of the contact; a press opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from workspace.store.queries.rows import TicketRow
from workspace.ui.contact_pane.press_row import ROW_PAD_PX, PressRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.channel_badge import paint_channel_badge
from workspace.ui.widgets.labels import plain_tooltip
from workspace.ui.words import age, channel_word, one_line, status_word


class EarlierRow(PressRow):
    """Channel, subject, age."""

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(ctx, parent, room_px=9)
        self.ticket_id = 0
        self._subject = self._age = self._channel = ""

    def show_ticket(self, ticket: TicketRow) -> None:
        """Show this."""
        ctx = self._ctx
        if ticket.id != self.ticket_id:
            self.setDown(False)  # a press that began on another ticket is none of this one
        self.ticket_id, self._channel = ticket.id, ticket.channel
        subject = one_line(ticket.subject) or t("ContactPane", "(no subject)")
        self._subject = subject
        self._age = age(ticket.backend_now(ctx.clock.now_ms()), ticket.updated_at)
        self.setText(subject)
        spoken = ", ".join(
            (subject, channel_word(ticket.channel), status_word(ticket.status), self._age)
        )
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tooltip(f"{spoken} · {ticket.ref}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = self.begin_paint()
        side = theme.px(16)
        badge = QRectF(theme.px(ROW_PAD_PX), (self.height() - side) / 2, side, side)
        paint_channel_badge(painter, badge, self._channel, theme)
        small = theme.font("small")
        wide = QFontMetricsF(small).horizontalAdvance(self._age) + 2
        painter.setFont(small)
        painter.setPen(theme.color("text_faint"))
        area = QRectF(self.rect()).adjusted(side + theme.px(9), 0, -theme.px(2), 0)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags | Qt.AlignmentFlag.AlignRight, self._age)
        area.setRight(area.right() - wide - theme.px(6))
        painter.setFont(self.font())
        painter.setPen(theme.color("text"))
        text = self.fontMetrics().elidedText(
            self._subject, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, flags | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
