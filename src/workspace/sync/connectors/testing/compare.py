"""Comparisons of a replica with what the driver says is true."""

from __future__ import annotations

from workspace.domain.items import TicketItem
from workspace.sync.connectors.testing.harness import Harness, plain, text_of
from workspace.sync.connectors.testing.replica import Replica

DAY_MS = 86_400_000


class Comparing(Harness):
    """Asserts that name what differs."""

    def same_texts(self, replica: Replica, ticket: str) -> None:
        true = sorted(plain(entry.text) for entry in self.driver.entries(ticket))
        got = sorted(text_of(entry) for entry in replica.spoken(ticket))
        assert got == true, f"The backend holds {true}, the cache {got}."

    def same_fields(self, item: TicketItem, ticket: str) -> None:
        true = self.driver.ticket(ticket)
        pairs = {
            "subject": (item.subject, true.subject),
            "status": (item.status, true.status),
            "assignee": (item.assignee, true.assignee),
            "team": (item.team, true.team),
            "priority": (item.priority, true.priority),
            "tags": (frozenset(item.tags), true.tags),
        }
        for name, (got, wanted) in pairs.items():
            assert got == wanted, f"{name} is {got!r}, at the backend {wanted!r}."

    def caught_up(self, replica: Replica, *tickets: str) -> bool:
        for ticket in tickets:
            item = replica.tickets.get(ticket)
            if item is None or item.status != self.driver.ticket(ticket).status:
                return False
            true = {plain(entry.text) for entry in self.driver.entries(ticket)}
            if not true <= {text_of(entry) for entry in replica.spoken(ticket)}:
                return False
        return True

    def all_there(self, replica: Replica, ticket: str, texts: list[str], what: str) -> None:
        wanted = {plain(text) for text in texts}
        got = [text_of(entry) for entry in replica.spoken(ticket)]
        missing = len(wanted - set(got))
        assert not missing, f"{what} lost {missing} of {len(texts)} entries."
        assert len(got) == len(set(got)), f"{what} brought entries twice."
