"""Core rules of the two feeds: everything comes, once, in any order of events."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from workspace.domain.errors import CursorLost
from workspace.domain.items import TicketItem
from workspace.sync.connectors.contract import TicketRef
from workspace.sync.connectors.testing.compare import Comparing
from workspace.sync.connectors.testing.harness import plain, text_of
from workspace.sync.connectors.testing.replica import Replica, complete, pull_all

DAY_MS = 86_400_000


class FeedRules(Comparing):
    """History, live, their cursors, tombstones and limits."""

    def test_live_begins_empty(self) -> None:
        """`live` from "" brings no items, only a place to go on from: it is no second history."""
        self.new_ticket()
        page = self.connect().pull("live", "")
        assert not page.items, "The first page of live is not empty."
        assert not page.more, "The first page of live asks for more."
        assert page.next, "The first page of live has no cursor."

    def test_history_is_complete(self) -> None:
        """A first sync holds every message and note that the backend holds, once."""
        tickets = [self.new_ticket() for _ in range(3)]
        for ticket in tickets:
            self.driver.agent_writes(ticket, self.text("answer"), public=True)
            self.aside(ticket)
            self.driver.customer_writes(ticket, self.text("thanks"))
        replica, _ = self.sync(self.connect(), *tickets)
        for ticket in tickets:
            assert ticket in replica.tickets, "A ticket is missing after the first sync."
            self.same_texts(replica, ticket)

    def test_live_brings_every_change(self) -> None:
        """What happens after the first sync comes by `live`: new tickets, entries, fields."""
        connector = self.connect()
        old = self.new_ticket()
        replica, live = self.sync(connector, old)
        new = self.new_ticket("another question")
        self.driver.customer_writes(old, self.text("more"))
        self.aside(old)
        self.solve(old)
        self.driver.agent_writes(new, self.text("answer"), public=True)
        self.catch_up(connector, replica, live, lambda: self.caught_up(replica, old, new))
        for ticket in (old, new):
            assert ticket in replica.tickets, "A new ticket did not come by live."
            self.same_texts(replica, ticket)
            status = replica.tickets[ticket].status
            assert status == self.driver.ticket(ticket).status, f"Live left the status {status}."

    def test_no_gap_between_live_and_history(self) -> None:
        """What happens while history runs is not lost between the feeds."""
        for _ in range(self.driver.small_page):
            self.new_ticket()
        first = self.new_ticket()
        connector = self.connect(page_limit=self.driver.small_page)
        replica = Replica()
        live = connector.pull("live", "").next
        self.driver.customer_writes(first, self.text("before history"))
        page = connector.pull("history", "")
        replica.apply(page)
        self.driver.customer_writes(first, self.text("during history"))
        second = self.new_ticket("asked during history")
        if page.more:
            pull_all(connector, "history", page.next, replica, wanted=frozenset([first]))
        complete(connector, replica, first)
        self.catch_up(connector, replica, live, lambda: self.caught_up(replica, first, second))
        for ticket in (first, second):
            assert ticket in replica.tickets, "A ticket fell between live and history."
            self.same_texts(replica, ticket)

    def test_cursors_resume_after_a_restart(self) -> None:
        """A new connector goes on from any saved cursor, of both feeds, as the old one would."""
        tickets = [self.new_ticket() for _ in range(self.driver.small_page + 2)]
        limit = self.driver.small_page
        replica = Replica()
        connector = self.connect(page_limit=limit)
        cursor = live = connector.pull("live", "").next
        json.loads(cursor)
        history, more = "", True
        while more and not set(tickets) <= replica.tickets.keys():
            page = self.connect(page_limit=limit).pull("history", history)
            replica.apply(page)
            history, more = page.next, page.more
            json.loads(history or "null")
        assert set(tickets) <= replica.tickets.keys(), "History lost tickets over a restart."
        texts = [self.text("later") for _ in range(limit + 2)]
        for ticket, text in zip(tickets, texts, strict=True):
            self.driver.customer_writes(ticket, text)

        def restarted() -> bool:
            nonlocal cursor
            more = True
            while more:
                again = self.connect(page_limit=limit)
                page = again.pull("live", cursor)
                replica.apply(page)
                for item in page.items:
                    if isinstance(item, TicketItem):
                        complete(again, replica, item.remote_id)
                cursor, more = page.next, page.more
            return all(
                any(plain(text) == text_of(entry) for entry in replica.spoken(ticket))
                for ticket, text in zip(tickets, texts, strict=True)
            )

        self.catch_up(self.connect(), Replica(), live, restarted)
        assert restarted(), "Live lost a change over a restart."

    def test_replayed_pages_change_nothing(self) -> None:
        """The same page pulled twice, or late, leaves the cache as it is."""
        connector = self.connect()
        ticket = self.new_ticket()
        replica, live = self.sync(connector, ticket)
        text = self.text("later")
        self.driver.customer_writes(ticket, text)

        def arrived() -> bool:
            return any(text_of(entry) == plain(text) for entry in replica.spoken(ticket))

        self.catch_up(connector, replica, live, arrived)
        entries = dict(replica.entries)
        tickets = dict(replica.tickets)
        pull_all(connector, "live", live, replica)
        pull_all(connector, "history", "", replica, wanted=frozenset([ticket]))
        complete(connector, replica, ticket)
        new = [entry for name, entry in replica.entries.items() if name not in entries]
        assert not [entry for entry in new if entry.ticket_remote_id == ticket], (
            f"A replayed page brought entries under new ids: {[entry.text for entry in new]}."
        )
        assert replica.tickets[ticket] == tickets[ticket], "A replayed page changed the ticket."

    def test_interleaved_commits_are_not_lost(self) -> None:
        """A row that gets its number early and commits late is still pulled."""
        connector = self.connect()
        ticket, other = self.new_ticket(), self.new_ticket()
        replica, live = self.sync(connector, ticket, other)
        late, early = self.text("late"), self.text("early")
        commit = self.driver.begin_write(ticket, late)
        self.driver.customer_writes(other, early)
        cursor = pull_all(connector, "live", live, replica)
        commit()

        def arrived() -> bool:
            texts = {text_of(e) for name in (ticket, other) for e in replica.spoken(name)}
            return {plain(late), plain(early)} <= texts

        self.catch_up(connector, replica, cursor, arrived)
        assert arrived(), "A message that committed late never came."

    def test_revision_grows_with_every_change(self) -> None:
        """Each change of a ticket or its entries raises its `revision`; it never falls."""
        connector = self.connect()
        ticket = self.new_ticket()
        replica, live = self.sync(connector, ticket)
        steps: tuple[Callable[[], None], ...] = (
            lambda: self.driver.customer_writes(ticket, self.text()),
            lambda: self.solve(ticket),
            lambda: self.driver.agent_writes(ticket, self.text(), public=True),
        )
        for step in steps:
            before = replica.tickets[ticket].revision
            step()

            def grown(before: int = before) -> bool:
                return replica.tickets[ticket].revision > before

            live = self.catch_up(connector, replica, live, grown)
            assert replica.tickets[ticket].revision > before, "A change kept the revision."
        assert ticket not in replica.lower_revisions, "A revision fell."
        assert ticket not in replica.unchanged_revisions, "Fields changed under one revision."

    def test_deleted_tickets_leave_a_tombstone(self) -> None:
        """Capability deletions: a deleted ticket comes as a tombstone by `live`."""
        self.claimed("deletions")
        connector = self.connect()
        ticket = self.new_ticket()
        replica, live = self.sync(connector, ticket)
        self.driver.delete_ticket(ticket)
        self.catch_up(connector, replica, live, lambda: ticket not in replica.tickets)
        assert ticket not in replica.tickets, "A deleted ticket left no tombstone."

    def test_merged_tickets_name_their_heir(self) -> None:
        """Capability merges: a merged ticket names the one that took it in, with its entries."""
        self.claimed("merges")
        connector = self.connect()
        ticket, heir = self.new_ticket(), self.new_ticket()
        texts = {plain(entry.text) for entry in self.driver.entries(ticket)}
        replica, live = self.sync(connector, ticket, heir)
        self.driver.merge_tickets(ticket, heir)

        def named() -> str:
            buried = [t for t in replica.tombstones if t.remote_id == ticket]
            if buried:
                return buried[-1].merged_into
            item = replica.tickets.get(ticket)
            return item.merged_into if item else ""

        def moved() -> bool:
            return texts <= {text_of(entry) for entry in replica.spoken(heir)}

        self.catch_up(connector, replica, live, lambda: named() == heir and moved())
        assert named() == heir, "A merged ticket does not name its heir."
        assert moved(), "The heir of a merge lacks the entries."

    def test_unknown_cursor_is_lost(self) -> None:
        """A cursor that is not the connector's raises CursorLost, for both feeds."""
        connector = self.connect()
        for cursor in ('{"nonsense": [1, 2]}', "not JSON {"):
            self.raises(CursorLost, partial(connector.pull, "live", cursor), "live")
            self.raises(CursorLost, partial(connector.pull, "history", cursor), "history")

    def test_page_limit_is_kept(self) -> None:
        """No page holds more items than the manifest's `page_limit`, not even by one."""
        limit = self.driver.small_page
        connector = self.connect(page_limit=limit)
        tickets = [self.new_ticket() for _ in range(limit)]
        self.driver.write_many(tickets[0], [self.text() for _ in range(limit * 2)])
        replica, live = self.sync(connector, *tickets)
        for ticket in tickets:
            self.driver.customer_writes(ticket, self.text())
        self.catch_up(connector, replica, live, lambda: True)
        assert replica.largest_page <= limit, (
            f"A page holds {replica.largest_page} items, the limit is {limit}."
        )

    def test_long_ticket_is_complete(self) -> None:
        """A ticket with 10,000 entries (or what the driver can make) comes whole, in parts."""
        enough = self.driver.many_entries >= 10_000 or self.driver.many_reason
        assert enough, "Fewer than 10,000 entries need a reason: many_reason of the driver."
        ticket = self.new_ticket()
        texts = [self.text(f"part {number}") for number in range(self.driver.many_entries)]
        self.driver.write_many(ticket, texts)
        connector = self.connect()
        replica, _ = self.sync(connector, ticket)
        self.all_there(replica, ticket, texts, "The feeds")
        fetched = Replica()
        before = ""
        while True:
            part = connector.fetch(TicketRef(ticket), before)
            assert len(part.entries) < len(texts) or len(texts) < 1000, "fetch gave all at once."
            fetched.put_fetched(part)
            if part.complete:
                break
            assert part.next_before != before, "fetch gives the same part for ever."
            before = part.next_before
        self.all_there(fetched, ticket, texts, "fetch")
