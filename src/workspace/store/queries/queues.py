"""The queues of the navigation with their live counts, pending work included."""

from __future__ import annotations

from workspace.store.connect import Reader, consistent
from workspace.store.queries.pending import load
from workspace.store.queries.rows import QueueRow
from workspace.store.queries.tickets import moved

OWN = (("mine", "Mine"), ("unassigned", "Unassigned"), ("open", "All open"), ("all", "All tickets"))

COUNTS = "SELECT queue, tickets FROM queue_count"

ACCOUNTS = "SELECT id, name, connector FROM journal.account ORDER BY name"

TEAMS = """
SELECT m.account_id, m.remote_id, m.name, a.name
FROM team AS m JOIN journal.account AS a ON a.id = m.account_id
ORDER BY a.name, m.name
"""


@consistent
def list_queues(reader: Reader) -> list[QueueRow]:
    """All queues: our own, channels seen, accounts, teams. Titles of our own are English."""
    counts = {str(key): int(tickets) for key, tickets in reader.all(COUNTS)}
    for key, more in moved(load(reader)).items():
        counts[key] = counts.get(key, 0) + more

    def row(key: str, section: str, title: str, detail: str = "") -> QueueRow:
        return QueueRow(
            key=key, section=section, title=title, count=counts.get(key, 0), detail=detail
        )

    result = [row(key, "own", title) for key, title in OWN]
    result += [
        row(key, "channel", key.partition(":")[2])
        for key in sorted(counts)
        if key.startswith("channel:")
    ]
    for account_id, name, connector in reader.all(ACCOUNTS):
        result.append(row(f"account:{account_id}", "account", name, connector))
    for account_id, remote_id, name, account in reader.all(TEAMS):
        result.append(row(f"team:{account_id}:{remote_id}", "team", name, account))
    return result
