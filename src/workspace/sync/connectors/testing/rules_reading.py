"""Core rules of reading: what the connector shows is what the backend holds."""

from __future__ import annotations

import hashlib
import tracemalloc

from workspace.domain.errors import AuthFailed, Gone
from workspace.domain.words import Status
from workspace.sync.connectors.contract import AttachmentRef, TicketRef
from workspace.sync.connectors.registry import manifest_faults
from workspace.sync.connectors.testing.compare import Comparing
from workspace.sync.connectors.testing.driver import File
from workspace.sync.connectors.testing.harness import plain, text_of

DAY_MS = 86_400_000


class ReadingRules(Comparing):
    """Manifest, credentials, directory, and every field of what is read."""

    def test_manifest_is_valid(self) -> None:
        """Name, title, contract version, limits and settings of the manifest make sense."""
        faults = manifest_faults(self.driver.connector)
        assert not faults, " ".join(faults)

    def test_check_names_me_and_changes_nothing(self) -> None:
        """`check` tells who is signed in and leaves no trace."""
        before = self.driver.dump()
        checked = self.connect().check()
        assert checked.me.remote_id, "check names no agent."
        assert self.driver.dump() == before, "check changed something at the backend."

    def test_bad_credentials_are_auth_failed(self) -> None:
        """Every request with a wrong secret raises AuthFailed, and changes nothing."""
        ticket = self.new_ticket()
        outgoing = self.reply(ticket, self.text())
        before = self.driver.dump()
        connector = self.connect(self.driver.bad_account())
        ref = TicketRef(ticket)
        calls = {
            "check": connector.check,
            "directory": connector.directory,
            "pull": lambda: connector.pull("history", ""),
            "fetch": lambda: connector.fetch(ref),
            "push": lambda: self.push(connector, outgoing),
            "find_sent": lambda: connector.find_sent(outgoing),
        }
        for name, call in calls.items():
            self.raises(AuthFailed, call, f"{name} with a wrong secret")
        assert self.driver.dump() == before, "A request with a wrong secret changed something."

    def test_directory_is_sound(self) -> None:
        """One agent is me, the one `check` names; ids are unique; statuses are of our six."""
        connector = self.connect()
        directory = connector.directory()
        mine = [agent.remote_id for agent in directory.agents if agent.me]
        assert mine == [connector.check().me.remote_id], f"Agents marked as me: {mine}."
        for what, ids in (
            ("agents", [agent.remote_id for agent in directory.agents]),
            ("teams", [team.remote_id for team in directory.teams]),
            ("fields", [field.name for field in directory.fields]),
            ("statuses", [(item.backend_status, item.team) for item in directory.statuses]),
        ):
            assert len(set(ids)) == len(ids), f"Two {what} share an id."
        assert all(item.status in list(Status) for item in directory.statuses)

    def test_order_is_the_backends(self) -> None:
        """Entries sort by time and `seq` into the order of the backend."""
        ticket = self.new_ticket()
        for number in range(4):
            self.driver.customer_writes(ticket, self.text(f"part {number}"))
        replica, _ = self.sync(self.connect(), ticket)
        true = [plain(entry.text) for entry in self.driver.entries(ticket)]
        got = [text_of(entry) for entry in replica.spoken(ticket)]
        wanted = [text for text in true if text in got]
        assert [text for text in got if text in true] == wanted, "Entries are out of order."

    def test_notes_and_messages_are_told_apart(self) -> None:
        """Kind and direction of every entry are the backend's: an aside never looks public."""
        ticket = self.new_ticket()
        self.driver.agent_writes(ticket, self.text("answer"), public=True)
        self.aside(ticket)
        replica, _ = self.sync(self.connect(), ticket)
        got = {text_of(entry): entry for entry in replica.spoken(ticket)}
        for true in self.driver.entries(ticket):
            entry = got.get(plain(true.text))
            if entry is not None:
                found = (entry.kind, entry.direction)
                assert found == (true.kind, true.direction), f"{true.text!r} came as {found}."

    def test_fields_are_the_backends(self) -> None:
        """Subject, status, assignee, team, priority, tags and requester are the backend's."""
        ticket = self.new_ticket()
        replica, _ = self.sync(self.connect(), ticket)
        self.same_fields(replica.tickets[ticket], ticket)

    def test_ids_are_stable_and_unique(self) -> None:
        """A second sync of the same ticket finds the same ids for the same entries."""
        ticket = self.new_ticket()
        for _ in range(3):
            self.driver.customer_writes(ticket, self.text())
        first, _ = self.sync(self.connect(), ticket)
        second, _ = self.sync(self.connect(), ticket)
        ids = {entry.remote_id: text_of(entry) for entry in first.spoken(ticket)}
        again = {entry.remote_id: text_of(entry) for entry in second.spoken(ticket)}
        assert ids == again, "The ids of entries changed between two syncs."
        assert all(ids), "An entry has no id."

    def test_kind_never_changes(self) -> None:
        """However often an entry comes, by feed or fetch, it is of the same kind."""
        connector = self.connect()
        ticket = self.new_ticket()
        self.aside(ticket)
        replica, live = self.sync(connector, ticket)
        self.solve(ticket)
        self.catch_up(connector, replica, live, lambda: True)
        fetched = connector.fetch(TicketRef(ticket))
        replica.put_fetched(fetched)
        assert not replica.kind_changes, "An entry came back as another kind."

    def test_missing_ticket_is_gone(self) -> None:
        """A ticket that does not exist raises Gone, so that nobody retries for ever."""
        ticket = self.new_ticket()
        missing = ticket[:-1] + ("8" if ticket[-1] != "8" else "9") + "9999999"
        self.raises(Gone, lambda: self.connect().fetch(TicketRef(missing)), "fetch of no ticket")

    def test_times_are_utc_milliseconds(self) -> None:
        """Times are integer milliseconds of UTC, about now for what was made now."""
        ticket = self.new_ticket()
        replica, _ = self.sync(self.connect(), ticket)
        item = replica.tickets[ticket]
        now = self.driver.clock.now_ms()
        times = [item.created_at, item.updated_at]
        times += [entry.created_at for entry in replica.spoken(ticket)]
        for time in times:
            assert isinstance(time, int), f"{time!r} is not an integer."
            # An hour is too small to be forgiven: zones are mistaken by whole hours.
            assert abs(time - now) < 1_800_000, f"{time} is not now ({now}) in milliseconds UTC."

    def test_strange_status_is_kept(self) -> None:
        """A status that is none of our six keeps the backend's word and shows as one of ours."""
        ticket = self.new_ticket()
        word = self.driver.set_strange_status(ticket)
        replica, _ = self.sync(self.connect(), ticket)
        item = replica.tickets[ticket]
        assert item.backend_status == word, f"{word!r} came as {item.backend_status!r}."
        assert item.status in list(Status), f"{item.status!r} is none of our six."

    def test_attachments_arrive_streamed(self) -> None:
        """Bytes of a large attachment are the customer's, in chunks up to 1 MiB, never whole."""
        data = _noise(self.driver.attachment_bytes)
        name = "견적서 – Größe.bin"
        ticket = self.driver.create_ticket(
            self.text("Subject"), self.text(), files=[File(name, data)]
        )
        connector = self.connect()
        replica, _ = self.sync(connector, ticket)
        found = [(e, a) for e in replica.spoken(ticket) for a in e.attachments]
        assert [item.name for _, item in found] == [name], "The attachment's name is lost."
        entry, item = found[0]
        assert item.size in (-1, len(data)), f"Size {item.size}, not {len(data)}."
        ref = AttachmentRef(ticket, entry.remote_id, item.remote_id)
        received = hashlib.sha256()
        tracemalloc.start()
        try:
            for chunk in connector.get_attachment(ref):
                assert len(chunk) <= 1024 * 1024, f"A chunk of {len(chunk)} bytes."
                received.update(chunk)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        whole = hashlib.sha256(data).digest()
        assert received.digest() == whole, "The attachment's bytes are not the customer's."
        if self.driver.streams_attachments:
            assert peak < max(len(data) // 2, 3 * 1024 * 1024), (
                f"{peak >> 20} MiB were held to read an attachment of {len(data) >> 20} MiB."
            )
        else:
            assert self.driver.streams_reason, "streams_attachments is off without a reason."


def _noise(size: int) -> bytes:
    """Bytes that do not repeat, every value among them; the same each time."""
    block = hashlib.shake_256(b"workspace").digest(min(size, 1 << 20))
    return (block * (size // len(block) + 1))[:size]
