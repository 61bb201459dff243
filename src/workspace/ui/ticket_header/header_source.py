"""What the header shows of its ticket: the row, what it can be set to, what the account can do."""

from __future__ import annotations

import msgspec

from workspace.store.connect import Reader
from workspace.store.queries.accounts import get_directory, list_accounts
from workspace.store.queries.rows import DirectoryRow, TicketRow
from workspace.store.queries.tickets import get_tickets


class HeaderFacts(msgspec.Struct, frozen=True):
    """One reading. `me` is the remote id of the account's own agent."""

    ticket: TicketRow
    directory: DirectoryRow
    capabilities: dict[str, object]
    me: str


def read_header(reader: Reader, ticket_id: int) -> HeaderFacts | None:
    """All of it in one go, on a reader's thread; None if the ticket is gone."""
    ticket = get_tickets(reader, [ticket_id]).get(ticket_id)
    if ticket is None:
        return None
    accounts = list_accounts(reader)
    account = next((each for each in accounts if each.id == ticket.account_id), None)
    return HeaderFacts(
        ticket,
        get_directory(reader, ticket.account_id),
        account.capabilities if account else {},
        account.me if account else "",
    )
