"""Tickets as macros see them: what they are, what their account can do, who wrote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workspace.domain.macro_plan import Target
from workspace.domain.macro_values import Facts
from workspace.store.connect import Reader, consistent
from workspace.store.queries.accounts import get_directory, list_accounts
from workspace.store.queries.rows import AccountRow, DirectoryRow, TicketRow
from workspace.store.queries.tickets import get_tickets

PERSON_FACTS = "SELECT language, organization FROM person WHERE id = ?"


@dataclass(frozen=True, slots=True)
class TicketTarget:
    """A ticket's row, and the same as a macro's target."""

    row: TicketRow
    target: Target


@consistent
def read_targets(
    reader: Reader, ticket_ids: Iterable[int], *, now_ms: int, window_language: str
) -> dict[int, TicketTarget]:
    """By local id; tickets that are gone are left out."""
    rows = get_tickets(reader, ticket_ids)
    accounts = {account.id: account for account in list_accounts(reader)}
    directories: dict[int, DirectoryRow] = {}
    found = {}
    for ticket_id, row in rows.items():
        if row.account_id not in directories:
            directories[row.account_id] = get_directory(reader, row.account_id)
        found[ticket_id] = TicketTarget(
            row,
            _target(
                reader,
                row,
                accounts.get(row.account_id),
                directories[row.account_id],
                now_ms,
                window_language,
            ),
        )
    return found


def _target(
    reader: Reader,
    row: TicketRow,
    account: AccountRow | None,
    directory: DirectoryRow,
    now_ms: int,
    window_language: str,
) -> Target:
    person = reader.one(PERSON_FACTS, (row.person_id,)) if row.person_id is not None else None
    language = (person[0] if person else "") or _language_of(row)
    me = account.me if account else ""
    labels = {backend: label for backend, _, label, _ in directory.statuses}
    return Target(
        account=row.account,
        channel=row.channel,
        facts=Facts(
            customer_name=row.requester_name,
            customer_language=language,
            addresses=row.requester_addresses,
            company=person[1] if person else "",
            ticket_id=row.remote_id,
            subject=row.subject,
            status=labels.get(row.backend_status, row.backend_status or row.status),
            priority=row.priority,
            team=row.team_name,
            channel=row.channel,
            created_at=row.created_at,
            custom_fields=row.custom_fields,
            agent_name=dict(directory.agents).get(me, ""),
            account=row.account,
            now_ms=now_ms,
        ),
        status=row.status,
        backend_status=row.backend_status,
        assignee=row.assignee,
        team=row.team,
        priority=row.priority,
        tags=row.tags,
        custom_fields=row.custom_fields,
        me=me,
        capabilities=account.capabilities if account else {},
        agents=directory.agents,
        teams=directory.teams,
        statuses=directory.statuses,
        priorities=directory.priorities,
        fields=directory.fields,
        languages=tuple(dict.fromkeys(filter(None, (language, window_language)))),
    )


def _language_of(row: TicketRow) -> str:
    """Who writes Hangul reads Korean; the other scripts tell too little."""
    words = row.subject + (row.snippet if row.snippet_kind == "message-in" else "")
    return "ko" if any("가" <= sign <= "힣" for sign in words) else ""
