"""Comparisons of a replica with what the driver says is true."""

from __future__ import annotations

from workspace.domain.commands import SetFields
from workspace.domain.errors import ConnectorError
from workspace.domain.items import TicketItem
from workspace.sync.connectors.contract import (
    Connector,
    NotSent,
    Outgoing,
    Sent,
    Undecidable,
    Unknown,
)
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

    def settled(
        self,
        connector: Connector,
        outgoing: Outgoing,
        result: Sent | Unknown | ConnectorError,
        case: str,
    ) -> None:
        """Do as the engine does after this result, and count what the backend holds."""
        self.driver.settle()
        landed = self._landed(outgoing)
        if isinstance(result, Sent):
            assert landed, f"{case}: Sent, but the backend holds nothing."
        elif isinstance(result, ConnectorError):
            assert not landed, (
                f"{case}: {type(result).__name__} says that nothing was accepted, but it was."
            )
            self.sent(connector, outgoing)
        else:
            found = connector.find_sent(outgoing)
            if isinstance(found, Sent):
                assert landed, f"{case}: find_sent found what the backend does not hold."
            elif isinstance(found, NotSent):
                assert not landed, f"{case}: find_sent overlooked what the backend holds."
                self.sent(connector, outgoing)
            else:
                self._may_be_undecided(connector, found, case)
                return
        assert self._landed(outgoing) == 1, f"{case}: it is at the backend more than once."

    def _may_be_undecided(self, connector: Connector, found: Undecidable, case: str) -> None:
        assert not connector.capabilities().find_sent, f"{case}: undecided, {found.reason}"

    def _landed(self, outgoing: Outgoing) -> int:
        command = outgoing.command
        ticket = outgoing.ticket.remote_id
        if isinstance(command, SetFields):
            return int(self.driver.ticket(ticket).status == command.status)
        return self.count(ticket, command.text)
