"""The customer pane: who the ticket is from, how to reach them, what they asked before."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workspace.store.queries.contact import get_contact
from workspace.store.queries.rows import ContactRow
from workspace.ui.contact_pane.contact_words import (
    address_word,
    language_word,
    local_time,
    since_word,
)
from workspace.ui.contact_pane.copy_row import FactRow
from workspace.ui.contact_pane.earlier_row import EarlierRow
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.widgets.avatar import Avatar
from workspace.ui.widgets.flow import FlowLayout
from workspace.ui.widgets.labels import ElidedLabel, PlainLabel
from workspace.ui.words import one_line

MINUTE_MS = 30_000
MAX_ADDRESSES = 12
MAX_TAGS = 12


class NoteBox(QFrame):
    """What colleagues wrote down about the customer, on the ground of notes."""

    def __init__(self, ctx: WindowContext, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        label = PlainLabel(text.strip()[:4000], self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        palette = label.palette()
        palette.setColor(palette.ColorRole.WindowText, ctx.theme.color("note_text"))
        label.setPalette(palette)
        layout = QVBoxLayout(self)
        pad = ctx.theme.px(10)
        layout.setContentsMargins(pad, ctx.theme.px(8), pad, ctx.theme.px(8))
        layout.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ctx.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("note_line"), 1))
        painter.setBrush(theme.color("note"))
        radius = theme.size("radius_px")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class ContactPane(QFrame):
    """Follows the ticket that is shown.

    Signals:
        ticket_asked: local id of an earlier ticket that was pressed.
    """

    ticket_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket_id: int | None = None
        self._contact: ContactRow | None = None
        self.setProperty("pane", "quiet")
        self.setAccessibleName(t("ContactPane", "Customer"))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._where = ElidedLabel("")
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE_MS)
        self._clock.timeout.connect(self._show_time)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._build)
        self.setFocusProxy(self._scroll)
        ctx.bus.tickets_changed.connect(self._on_changed)
        ctx.bus.refresh_all.connect(self._refresh)
        ctx.theme.changed.connect(self._build)
        self._build()

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Show who this ticket is from; None empties the pane."""
        if ticket_id == self._ticket_id:
            return
        self._ticket_id = ticket_id
        if ticket_id is None:
            self._take(None, None)
        self._refresh()

    def _on_changed(self, tickets: set[int]) -> None:
        earlier = {ticket.id for ticket in self._contact.earlier} if self._contact else set()
        if self._ticket_id in tickets or tickets & earlier:
            self._refresh()

    def _refresh(self) -> None:
        ticket_id = self._ticket_id
        if ticket_id is not None:
            self._ctx.reads.ask(
                get_contact,
                ticket_id,
                then=lambda contact: self._take(ticket_id, contact),
                owner=self,
                topic="contact",
            )

    def _take(self, ticket_id: int | None, contact: ContactRow | None) -> None:
        if ticket_id == self._ticket_id and (contact != self._contact or contact is None):
            self._contact = contact
            self._late.start(0)  # Qt paints before timers: the conversation goes first

    # --- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        """All of it anew: a pane of a few dozen widgets, only when the contact changed."""
        self._late.stop()
        theme = self._ctx.theme
        page = QWidget()
        column = QVBoxLayout(page)
        pad = theme.size("pane_pad_px")
        column.setContentsMargins(pad, theme.px(14), pad, pad)
        column.setSpacing(theme.px(4))
        contact = self._contact
        if contact is not None:
            self._add_who(page, column, contact)
            self._add_facts(page, column, contact)
            self._add_note(page, column, contact)
            self._add_earlier(page, column, contact)
        elif self._ticket_id is not None:
            column.addWidget(PlainLabel(t("ContactPane", "No customer is known."), role="quiet"))
        column.addStretch(1)
        self._scroll.setWidget(page)  # deletes the page before
        page.setAutoFillBackground(False)  # setWidget turned it on; the pane's ground shows

    def _section(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(self._ctx.theme.px(10))
        column.addWidget(PlainLabel(title.upper(), role="section"))

    def _add_who(self, page: QWidget, column: QVBoxLayout, contact: ContactRow) -> None:
        theme = self._ctx.theme
        name = one_line(contact.name) or t("ContactPane", "Unknown customer")
        avatar = Avatar(theme, theme.px(40), page)
        avatar.set_name(name)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        title = ElidedLabel(name, page, role="title")
        title.setObjectName("contact_name")
        words.addWidget(title)
        self._where = ElidedLabel("", page, role="quiet")
        words.addWidget(self._where)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(avatar)
        row.addLayout(words, 1)
        column.addLayout(row)
        self._show_time()
        chips = [one_line(tag)[:40] for tag in contact.tags[:MAX_TAGS]]
        language = language_word(contact.language)
        chips += [word for word in (since_word(contact.since), language) if word]
        if chips:
            holder = QWidget(page)
            flow = FlowLayout(holder, theme.px(5))
            for number, chip in enumerate(dict.fromkeys(chips)):
                is_tag = number < len(contact.tags)
                flow.addWidget(PlainLabel(chip, holder, chip="accent" if is_tag else "quiet"))
            column.addSpacing(theme.px(4))
            column.addWidget(holder)

    def _show_time(self) -> None:
        contact = self._contact
        text = local_time(contact.timezone, self._ctx.clock.now_ms()) if contact else ""
        self._where.set_text(text)
        self._where.setVisible(bool(text))

    def _add_facts(self, page: QWidget, column: QVBoxLayout, contact: ContactRow) -> None:
        self._section(column, t("ContactPane", "Contact"))
        for kind, value in contact.addresses[:MAX_ADDRESSES]:
            word = address_word(kind)
            column.addWidget(FactRow(self._ctx, word, value, copies=True, parent=page))
        if contact.organization:
            label = t("ContactPane", "Company")
            row = FactRow(self._ctx, label, contact.organization, copies=True, parent=page)
            column.addWidget(row)
        if not contact.addresses and not contact.organization:
            column.addWidget(PlainLabel(t("ContactPane", "No contact points known."), role="quiet"))

    def _add_note(self, page: QWidget, column: QVBoxLayout, contact: ContactRow) -> None:
        if contact.note.strip():
            self._section(column, t("ContactPane", "Customer note"))
            column.addWidget(NoteBox(self._ctx, contact.note, page))

    def _add_earlier(self, page: QWidget, column: QVBoxLayout, contact: ContactRow) -> None:
        if not contact.earlier:
            self._section(column, t("ContactPane", "Earlier tickets"))
            column.addWidget(PlainLabel(t("ContactPane", "This is the first one."), role="quiet"))
            return
        title = t("ContactPane", "Earlier tickets")
        self._section(column, f"{title} · {contact.earlier_total}")
        for ticket in contact.earlier:
            row = EarlierRow(self._ctx, ticket, page)
            row.clicked.connect(lambda _=False, id_=ticket.id: self.ticket_asked.emit(id_))
            column.addWidget(row)
        more = contact.earlier_total - len(contact.earlier)
        if more > 0:
            column.addWidget(PlainLabel(t("ContactPane", "and %n more", more), role="faint"))

    # --- time --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
