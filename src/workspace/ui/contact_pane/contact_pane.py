"""The customer pane: who the ticket is from, how to reach them, what they asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workspace.store.connect import Reader
from workspace.store.queries.contact import get_contact
from workspace.store.queries.rows import ContactRow
from workspace.ui.contact_pane.contact_page import ContactPage
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.zones import zone_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MINUTE_MS = 30_000


def read_contact(reader: Reader, ticket_id: int) -> tuple[ContactRow | None, ZoneInfo | None]:
    """Who a ticket is from, and where they live; on a reader's thread."""
    contact = get_contact(reader, ticket_id)
    return contact, zone_of(contact.timezone) if contact else None


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
        self._zone: ZoneInfo | None = None
        self.setProperty("pane", "quiet")
        self.setAccessibleName(t("ContactPane", "Customer"))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("look", "pane")
        self._scroll.setAccessibleName(t("ContactPane", "Customer"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE_MS)
        self._clock.timeout.connect(lambda: self._page.show_time())
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._show)
        self.setFocusProxy(self._scroll)
        ctx.bus.tickets_changed.connect(self._on_changed)
        ctx.bus.standing_changed.connect(self._on_standing)
        ctx.bus.refresh_all.connect(self._refresh)
        ctx.theme.changed.connect(self._build)
        self._build()

    def show_ticket(self, ticket_id: int | None, at_entry: int | None = None) -> None:
        """Show who this ticket is from; None empties the pane."""
        if ticket_id == self._ticket_id:
            return
        self._ticket_id = ticket_id
        if ticket_id is None:
            self._take(None, (None, None))
        self._refresh()

    def _on_changed(self, tickets: set[int]) -> None:
        earlier = {ticket.id for ticket in self._contact.earlier} if self._contact else set()
        if self._ticket_id in tickets or tickets & earlier:
            self._refresh()

    def _on_standing(self) -> None:
        if self._contact and not self._contact.history_complete:
            self._refresh()

    def _refresh(self) -> None:
        ticket_id = self._ticket_id
        if ticket_id is not None:
            self._ctx.reads.ask(
                read_contact,
                ticket_id,
                then=lambda found: self._take(ticket_id, found),
                owner=self,
                topic="contact",
            )

    def _take(
        self, ticket_id: int | None, found: tuple[ContactRow | None, ZoneInfo | None]
    ) -> None:
        contact, zone = found
        if ticket_id == self._ticket_id and (contact != self._contact or contact is None):
            self._contact, self._zone = contact, zone
            self._late.start(0)  # Qt paints before timers: the conversation goes first

    def _build(self) -> None:
        """Make the page, at first and for another theme."""
        self._page = ContactPage(self._ctx)
        self._page.ticket_asked.connect(self.ticket_asked)
        self._scroll.setWidget(self._page)  # deletes the page before
        self._page.setAutoFillBackground(False)  # setWidget turned it on; the pane's ground shows
        self._show()

    def _show(self) -> None:
        self._late.stop()
        self._page.show_contact(self._contact, self._zone, nobody=self._ticket_id is not None)

    # --- time --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._page.show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
