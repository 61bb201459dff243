"""Shows the ticket that a `workspace:` link names. A link may come from anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace.domain.errors import UsageError
from workspace.domain.links import TicketLink, parse_link
from workspace.store.connect import Reader
from workspace.ui.i18n import t
from workspace.ui.runtime.context import WindowContext
from workspace.ui.words import one_line

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow


def read_id(reader: Reader, link: TicketLink) -> int | None:
    """The local id of a ticket that is here."""
    from workspace.store.queries.tickets import find_ticket

    row = find_ticket(reader, link.account, link.remote_id)
    return row.id if row else None


def open_link(ctx: WindowContext, window: MainWindow, text: str) -> None:
    """Show the ticket, or say why not. Changes nothing, whatever the link says."""
    try:
        link = parse_link(text)
    except UsageError:
        ctx.notices.show(t("Window", "The link that was opened names no ticket."), "warn")
        return

    def show(ticket_id: int | None) -> None:
        if ticket_id is not None:
            window.show_ticket(ticket_id)
            return
        ctx.notices.show(
            t(
                "Window",
                "The ticket {ref} of the link is not on this computer.",
                ref=one_line(f"{link.account}:{link.remote_id}"),
            ),
            "warn",
        )

    ctx.reads.ask(read_id, link, then=show, owner=window, topic="link")
