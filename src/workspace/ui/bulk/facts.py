"""What accounts know and can do, read once for a menu or a bulk change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workspace.store.connect import Reader
from workspace.store.queries.rows import DirectoryRow, TicketRow


@dataclass(frozen=True, slots=True)
class Facts:
    """One account. `me` is the remote id of its own agent, "" before its first sync."""

    account_id: int
    name: str
    me: str
    directory: DirectoryRow
    capabilities: dict[str, object]


def read_facts(reader: Reader, account_ids: Iterable[int] | None = None) -> dict[int, Facts]:
    """The facts of these accounts, or of all; on a reader thread."""
    from workspace.store.queries.accounts import get_directory, list_accounts

    wanted = None if account_ids is None else set(account_ids)
    return {
        each.id: Facts(
            each.id, each.name, each.me, get_directory(reader, each.id), each.capabilities
        )
        for each in list_accounts(reader)
        if wanted is None or each.id in wanted
    }


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen tickets as a menu needs them: `rows` only of the first few hundred."""

    ids: tuple[int, ...]
    rows: tuple[TicketRow, ...]
    facts: dict[int, Facts]


MOST_ROWS = 200


def read_chosen(reader: Reader, ids: Iterable[int]) -> Chosen:
    """Rows and accounts of these tickets; of all accounts where they are too many to look at."""
    from workspace.store.queries.tickets import get_tickets

    all_ids = tuple(ids)
    rows = tuple(get_tickets(reader, all_ids[:MOST_ROWS]).values())
    few = len(all_ids) <= MOST_ROWS
    accounts = {row.account_id for row in rows} if few else None
    return Chosen(all_ids, rows, read_facts(reader, accounts))
