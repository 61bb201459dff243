"""What of a page is not believed, and what a fetch says about completeness."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workspace.domain.items import Fetched, Tombstone
from workspace.store.connect import Connection, Row
from workspace.store.ticket_values import TicketValues
from workspace.store.words_in import clean, dump

FLOOD_TICKETS = 20
FLOOD_SHARE = 0.30
FLOOD_WINDOW_MS = 10 * 60 * 1000
"""More tickets than this going away within the window is taken for a fault of the source."""


def flood(
    connection: Connection, account_id: int, tombstones: Sequence[Tombstone], now: int
) -> str:
    """Why these tombstones are not believed, or ""."""
    if not tombstones:
        return ""
    named = [t.remote_id if t.kind == "ticket" else t.ticket_remote_id for t in tombstones]
    going = connection.execute(
        "SELECT count(*) FROM ticket WHERE account_id = ? AND gone = 0"
        " AND remote_id IN (SELECT value FROM json_each(?))",
        (account_id, dump(sorted({clean(name) for name in named}))),
    ).fetchone()[0]
    went = connection.execute(
        "SELECT count(DISTINCT t.id) FROM change_log AS c JOIN ticket AS t ON t.id ="
        " c.ticket_id WHERE c.what = 'gone' AND c.at > ? AND t.account_id = ? AND t.gone > 0",
        (now - FLOOD_WINDOW_MS, account_id),
    ).fetchone()[0]
    total = (
        went
        + connection.execute(
            "SELECT count(*) FROM ticket WHERE account_id = ? AND gone = 0", (account_id,)
        ).fetchone()[0]
    )
    if going and going + went > max(FLOOD_TICKETS, FLOOD_SHARE * total):
        return (
            f"The backend says that {going + went} of {total} tickets are gone, which looks "
            "like a fault; they were kept, and the account waits until you confirm it."
        )
    return ""


def meets_known(connection: Connection, row: Row | None, fetched: Fetched) -> bool:
    """Whether the fetched part meets what is cached, so that no gap lies between."""
    if row is None:
        return False
    found = connection.execute(
        "SELECT 1 FROM entry WHERE ticket_id = ? AND remote_id IN"
        " (SELECT value FROM json_each(?)) LIMIT 1",
        (row[0], dump([clean(entry.remote_id) for entry in fetched.entries])),
    ).fetchone()
    return found is not None


def fetch_adjustment(
    remote_id: str, fetched: Fetched, older: bool, joined: bool
) -> Callable[[TicketValues], None]:
    """What the answer says about completeness.

    The newest part of a ticket whose older part is known joins it when the two meet; else the
    way back begins anew at the gap.
    """

    def adjust(values: TicketValues) -> None:
        if values["remote_id"] != remote_id or values["gone"]:
            return
        if fetched.ticket is not None:
            values["fetched_revision"] = max(values["fetched_revision"], fetched.ticket.revision)
        if fetched.complete:
            values |= {"complete": 1, "next_before": ""}
        elif older or not joined or not (values["complete"] or values["next_before"]):
            values |= {"complete": 0, "next_before": fetched.next_before}

    return adjust
