"""What an engine would hold after some pages: the cache's rules in a few lines.

The rules compare a replica with what the driver says is true. It also remembers what a correct
connector never does (pages too large, kinds that change), for the rules about just that.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from workspace.domain.items import EntryItem, Fetched, Page, TicketItem, Tombstone
from workspace.domain.words import Kind
from workspace.sync.connectors.contract import Connector, Feed, TicketRef

MAX_PAGES = 100_000


@dataclass(slots=True)
class Replica:
    """Tickets and entries by id, as pulled.

    Attributes:
        lower_revisions: tickets that came with a lower revision than before.
        unchanged_revisions: tickets that came changed under the same revision.
        kind_changes: entries that came as another kind than before.
        largest_page: most items seen on one page.
    """

    tickets: dict[str, TicketItem] = field(default_factory=dict)
    entries: dict[tuple[str, str], EntryItem] = field(default_factory=dict)
    tombstones: list[Tombstone] = field(default_factory=list)
    lower_revisions: list[str] = field(default_factory=list)
    unchanged_revisions: list[str] = field(default_factory=list)
    kind_changes: list[str] = field(default_factory=list)
    largest_page: int = 0
    pages: int = 0

    def apply(self, page: Page) -> None:
        self.pages += 1
        self.largest_page = max(self.largest_page, len(page.items))
        for item in page.items:
            if isinstance(item, TicketItem):
                self.put_ticket(item)
            elif isinstance(item, EntryItem):
                self.put_entry(item)
        self.bury(page.tombstones)

    def put_ticket(self, item: TicketItem) -> None:
        known = self.tickets.get(item.remote_id)
        if known is not None and item.revision < known.revision:
            self.lower_revisions.append(item.remote_id)
            return
        if known is not None and item.revision == known.revision and _differs(item, known):
            self.unchanged_revisions.append(item.remote_id)
        self.tickets[item.remote_id] = item

    def put_entry(self, item: EntryItem) -> None:
        name = (item.ticket_remote_id, item.remote_id)
        known = self.entries.get(name)
        if known is not None and known.kind != item.kind:
            self.kind_changes.append(item.remote_id)
        self.entries[name] = item

    def bury(self, tombstones: tuple[Tombstone, ...]) -> None:
        for tombstone in tombstones:
            self.tombstones.append(tombstone)
            if tombstone.kind == "ticket":
                self.tickets.pop(tombstone.remote_id, None)
                for name in [name for name in self.entries if name[0] == tombstone.remote_id]:
                    del self.entries[name]
            else:
                self.entries.pop((tombstone.ticket_remote_id, tombstone.remote_id), None)

    def put_fetched(self, fetched: Fetched) -> None:
        if fetched.ticket is not None:
            self.put_ticket(fetched.ticket)
        for entry in fetched.entries:
            self.put_entry(entry)
        self.bury(fetched.tombstones)

    def spoken(self, ticket: str) -> list[EntryItem]:
        """Messages and notes of a ticket, in the order of the conversation."""
        found = [
            entry
            for entry in self.entries.values()
            if entry.ticket_remote_id == ticket and entry.kind is not Kind.ACTIVITY
        ]
        return sorted(found, key=lambda entry: (entry.created_at, entry.seq))


def _differs(new: TicketItem, old: TicketItem) -> bool:
    return (new.subject, new.status, new.backend_status, new.assignee, new.priority) != (
        old.subject,
        old.status,
        old.backend_status,
        old.assignee,
        old.priority,
    )


def pull_all(
    connector: Connector,
    feed: Feed,
    cursor: str,
    replica: Replica,
    *,
    wanted: frozenset[str] = frozenset(),
) -> str:
    """Pull until the feed has no more, or (history only) all wanted tickets are past.

    Returns the cursor to go on with. History is newest first, so on a shared server the tickets
    of a rule come first and the rest need not be read.
    """
    for _ in range(MAX_PAGES):
        page = connector.pull(feed, cursor)
        replica.apply(page)
        cursor = page.next
        if not page.more:
            return cursor
        tickets = {item.remote_id for item in page.items if isinstance(item, TicketItem)}
        if wanted and tickets and wanted <= replica.tickets.keys() and not tickets & wanted:
            return cursor
    raise AssertionError(f"The {feed} feed did not end after {MAX_PAGES} pages.")


def complete(connector: Connector, replica: Replica, ticket: str) -> None:
    """Fetch a ticket's entries where the feeds don't carry them."""
    item = replica.tickets.get(ticket)
    if item is None or item.entries_by_feed:
        return
    before = ""
    for _ in range(MAX_PAGES):
        fetched = connector.fetch(TicketRef(ticket), before)
        replica.put_fetched(fetched)
        if fetched.complete:
            return
        assert fetched.next_before != before, "fetch gives the same part again."
        before = fetched.next_before
    raise AssertionError("fetch did not end.")
