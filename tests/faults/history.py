"""Whatever agents, colleagues and customers do in whatever order: a note never becomes public, one
that is kept only here never leaves, and a reply never changes its ticket or its recipient.

Real journal, outbox, desk and push; hypothesis chooses what happens. Only the network is missing.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from tests.faults.parts import KEY, DeskBase
from workspace.clock import SystemClock
from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.errors import Conflict, Unavailable, WorkspaceError
from workspace.domain.items import Address, Capabilities
from workspace.domain.macro_plan import Into, Target, make_plan
from workspace.domain.macro_values import Facts
from workspace.domain.macros import Changes, Macro, Variant
from workspace.domain.words import AccountId, OutboxState
from workspace.store.outbox import Outbox
from workspace.store.queries.rows import DraftRow
from workspace.sync.connectors.contract import (
    AccountConfig,
    Host,
    OpenFile,
    Outgoing,
    Sent,
    Unknown,
)
from workspace.sync.connectors.desk import DeskConnector, schema
from workspace.sync.connectors.desk.manifest import MANIFEST
from workspace.sync.notices import Notices
from workspace.sync.push import Pusher, _outgoing
from workspace.sync.session import Session

PEOPLE = 2
TICKETS = 3


MACROS_SEE = Target(account="store", channel="email", facts=Facts(), me="agent")


class LosingDesk(DeskConnector):
    """The desk over a line that loses what the machine says: the request, or only its answer."""

    next_fault = ""

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        fault, self.next_fault = self.next_fault, ""
        if fault == "request":
            raise Unavailable("the line was cut")
        answer = super().push(outgoing, open_file)
        return Unknown(reason="the answer was lost") if fault == "answer" else answer


class SteppedClock(SystemClock):
    """Real time plus what the machine steps over."""

    def __init__(self) -> None:
        self.ahead_s = 0.0
        self.set_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() + int(self.ahead_s * 1000) + self.set_ms

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead_s


class World(RuleBasedStateMachine):
    """Everything that may happen around two customers and three tickets."""

    sent = Bundle("sent")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="workspace-property-"))
        self.base = DeskBase(self.folder / "base")
        self.clock = SteppedClock()
        self.outbox = Outbox(self.base.paths, KEY, self.clock)
        side = self.base.customers
        self.people = [
            side.meet(f"고객 {n}", [Address("email", one) for one in self._addresses(n)])
            for n in range(PEOPLE)
        ]
        self.owner: dict[str, str] = {}
        for number in range(TICKETS):
            person = self.people[number % PEOPLE]
            self.owner[side.open_ticket(person, "email", f"question {number}")] = person
        self.tickets = list(self.owner)
        self.heir = {ticket: ticket for ticket in self.tickets}
        host = Host(
            clock=self.clock,
            log=logging.getLogger("workspace.test"),
            data_dir=self.base.desk,
            data_key=KEY.subkey("desk"),
        )
        self.connector = LosingDesk(AccountConfig("store", "", {}, ""), host)
        self.written: dict[str, tuple[str, str, str]] = {}  # text -> kind, ticket, recipient
        self.local: dict[str, str] = {}  # id of a note kept only here -> its text
        self.number = 0
        self._pusher()

    def _pusher(self) -> None:
        """As an engine's start makes it."""
        self.session = Session(
            AccountId(self.base.account_id), "store", self.connector, self.clock, paused=False
        )
        self.session.capabilities = Capabilities(reply=True, note=True, find_sent=True)
        self.session.set_online(True)
        notices = Notices(lambda frame: None, self.clock)
        self.pusher = Pusher(self.session, self.outbox, notices, on_sent=lambda ticket: None)
        self._notices = notices

    def _text(self, kind: str) -> str:
        self.number += 1
        return f"{kind} {self.number}."

    def _addresses(self, person: int) -> tuple[str, str]:
        """The second one is never where an answer goes by itself."""
        return f"c{person}@example.com", f"work-of-c{person}@example.com"

    def _address(self, ticket: str, *, second: bool = False) -> str:
        return self._addresses(self.people.index(self.owner[ticket]))[second]

    # --- the agent --------------------------------------------------------------------------

    @rule(
        target=sent,
        ticket=st.integers(0, TICKETS - 1),
        second=st.booleans(),
        with_status=st.booleans(),
    )
    def reply(self, ticket: int, second: bool, with_status: bool) -> str:
        where, text = self.tickets[ticket], self._text("reply")
        to = self._address(where, second=second)
        self.written[text] = ("message", where, to)
        commands: list[Command] = [SendReply(text=text, channel="email", recipient=to)]
        if with_status:
            commands.append(SetFields(status="pending"))
        return self._enqueue(where, commands, "reply")

    @rule(target=sent, ticket=st.integers(0, TICKETS - 1))
    def note(self, ticket: int) -> str:
        where, text = self.tickets[ticket], self._text("note")
        self.written[text] = ("note", where, "")
        return self._enqueue(where, [AddNote(text=text)], "note")

    @rule(
        target=sent,
        ticket=st.integers(0, TICKETS - 1),
        into=st.sampled_from(["reply", "note"]),
        with_text=st.booleans(),
        changes=st.sampled_from([Changes(), Changes(status="pending", assignee="me")]),
    )
    def macro(self, ticket: int, into: Into, with_text: bool, changes: Changes) -> str:
        """One gesture: what it writes, its note and its changes as one ordered set of commands."""
        where, note = self.tickets[ticket], self._text("note")
        words = Variant("", self._text("reply") if with_text else "", note)
        made = make_plan(Macro("m", "M", variants={"": words}, changes=changes), MACROS_SEE, into)
        commands = made.commands()
        self.written[note] = ("note", where, "")
        if into == "note":
            assert made.text == note
            commands.insert(0, AddNote(text=made.text))
        elif made.text:
            self.written[made.text] = ("message", where, self._address(where))
            reply = SendReply(text=made.text, channel="email", recipient=self._address(where))
            commands.insert(0, reply)
        return self._enqueue(where, commands, into)

    def _enqueue(self, ticket: str, commands: list[Command], mode: str) -> str:
        return self.base.door.enqueue(
            self.base.account_id,
            ticket,
            commands,
            base_revision=0,
            base_entry="",
            drop_draft_mode=mode,
        )[0]

    @rule(ticket=st.integers(0, TICKETS - 1), mode=st.sampled_from(["reply", "note", "local"]))
    def draft(self, ticket: int, mode: str) -> None:
        self.base.door.save_draft(self._draft(self.tickets[ticket], mode, f"draft {mode}"))

    @rule(ticket=st.integers(0, TICKETS - 1))
    def local_note(self, ticket: int) -> None:
        """Written, kept."""
        where, text = self.tickets[ticket], self._text("local note")
        self.base.door.save_draft(self._draft(where, "local", text))
        self.local[self.base.door.keep_local_note(self.base.account_id, where, text)] = text

    @precondition(lambda self: self.local)
    @rule(data=st.data())
    def local_note_changes(self, data: st.DataObject) -> None:
        note_id = data.draw(st.sampled_from(sorted(self.local)))
        text = self._text("local note")
        where = self.tickets[0]  # read in an older ticket's section: the note stays where it is
        self.base.door.keep_local_note(self.base.account_id, where, text, note_id)
        self.local[note_id] = text

    @precondition(lambda self: self.local)
    @rule(data=st.data(), undo=st.booleans())
    def local_note_goes(self, data: st.DataObject, undo: bool) -> None:
        note_id = data.draw(st.sampled_from(sorted(self.local)))
        gone = self.base.door.remove_local_note(note_id)
        if undo:
            self.base.door.restore_local_note(gone)
        else:
            del self.local[note_id]

    @rule(target=sent, ticket=st.integers(0, TICKETS - 1))
    def local_note_is_for_colleagues_after_all(self, ticket: int) -> str:
        """The agent turns the kind while writing: it leaves as what it is then, a note."""
        where, text = self.tickets[ticket], self._text("note")
        self.base.door.save_draft(self._draft(where, "local", text))
        self.base.door.save_draft(self._draft(where, "note", text))
        self.base.door.drop_draft(self.base.account_id, where, "local")
        self.written[text] = ("note", where, "")
        return self._enqueue(where, [AddNote(text=text)], "note")

    def _draft(self, ticket: str, mode: str, text: str) -> DraftRow:
        return DraftRow(
            account_id=self.base.account_id,
            ticket_remote_id=ticket,
            mode=mode,
            text=text,
            html=None,
            channel="email" if mode == "reply" else "",
            recipient=self._address(ticket) if mode == "reply" else "",
            attachments="[]",
            base_entry="",
            updated_at=0,
        )

    @rule(command_id=sent)
    def take_back(self, command_id: str) -> None:
        """Its words are a draft of the same mode, ticket and recipient, or it stays as it was."""
        entry = self.outbox.get(command_id)
        try:
            command = self.base.door.take_back(command_id, restore_draft=True)
        except Conflict:
            return
        mode = "note" if isinstance(command, AddNote) else "reply"
        rows = self.base.reader.all(
            "SELECT mode, text, recipient FROM journal.draft WHERE ticket_remote_id = ?",
            (entry.ticket_remote_id,),
        )
        assert isinstance(command, SendReply | AddNote)
        kept = [row for row in rows if command.text in row[1]]
        assert [row[0] for row in kept] == [mode]
        if isinstance(command, SendReply):
            assert kept[0][2] == command.recipient

    @rule(command_id=sent)
    def retry(self, command_id: str) -> None:
        try:
            self.outbox.retry(command_id)
        except WorkspaceError:
            return

    @rule(ticket=st.integers(0, TICKETS - 1), status=st.sampled_from(["open", "solved", "closed"]))
    def set_status(self, ticket: int, status: str) -> None:
        self._enqueue(self.tickets[ticket], [SetFields(status=status)], "")

    # --- everybody else -----------------------------------------------------------------------

    @rule(ticket=st.integers(0, TICKETS - 1))
    def customer_writes(self, ticket: int) -> None:
        where = self.tickets[ticket]
        try:
            self.base.customers.write(where, self.owner[where], "meanwhile")
        except WorkspaceError:
            return  # merged away or closed

    @rule(pair=st.permutations(range(TICKETS)))
    def colleague_merges(self, pair: list[int]) -> None:
        source, target = self.tickets[pair[0]], self.tickets[pair[1]]
        try:
            self.connector.agent_side().merge(source, target)
        except WorkspaceError:
            return
        self.heir = {
            ticket: target if heir == source else heir for ticket, heir in self.heir.items()
        }

    # --- the engine ---------------------------------------------------------------------------

    @rule(fault=st.sampled_from(["", "", "request", "answer"]))
    def push(self, fault: str) -> None:
        """One round of the pusher: all that is due, as its threads would do it, one by one."""
        self.connector.next_fault = fault
        self._step()

    def _step(self) -> None:
        self.clock.ahead_s += MANIFEST.settle_s + 11.0
        pending: list[Any] = []
        self.pusher._workers.submit = lambda *args: pending.append(args)  # type: ignore[method-assign, assignment]
        self.pusher._choose()
        for work, *args in pending:
            work(*args)

    @rule()
    def engine_dies_and_starts(self) -> None:
        self.outbox.recover()
        self._pusher()

    @precondition(lambda self: self.number > 0)
    @rule()
    def engine_dies_while_sending(self) -> None:
        """The desk has it, the journal says “sending”."""
        now = self.clock.now_ms()
        for entry in self.outbox.due(self.base.account_id, now):
            if entry.state is OutboxState.QUEUED and self.outbox.mark_sending(entry.id):
                with suppress(WorkspaceError):
                    self.connector.push(_outgoing(entry), self._no_file)
                break
        self.engine_dies_and_starts()

    def _no_file(self, file: Any) -> Any:
        return self.outbox.open_files().open(file.id)

    @rule(hours=st.sampled_from([-30, -3, 3, 30]))
    def clock_jumps(self, hours: int) -> None:
        self.clock.set_ms += hours * 3_600_000

    # --- what must hold ------------------------------------------------------------------------

    @invariant()
    def everything_is_where_it_belongs(self) -> None:
        with self.base.customers.database.read() as connection:
            entry, route = schema.entry.c, schema.route.c
            rows = connection.execute(
                select(entry.text, entry.kind, entry.ticket_id, route.address, entry.command_id)
                .select_from(schema.entry.outerjoin(schema.route, entry.route_id == route.id))
                .where(entry.kind != "activity")
            ).all()
        kept = self.base.reader.all("SELECT id, text FROM journal.local_note")
        assert dict(kept) == self.local, "a note kept only here is lost or another"
        leaving = self.base.reader.all("SELECT CAST(payload AS TEXT) FROM journal.outbox")
        assert not any("local note" in payload for (payload,) in leaving), "it would leave"
        seen: dict[str, int] = {}
        for text, kind, ticket, address, _ in rows:
            assert not text.startswith("local note"), "what is kept only here has left"
            if text not in self.written:
                continue
            wanted, where, recipient = self.written[text]
            assert kind == wanted, f"{text} is a {kind}"
            assert ticket in (where, self.heir[where]), f"{text} is in {ticket}, not {where}"
            if kind == "message":
                assert address == recipient, f"{text} went to {address}, not {recipient}"
            seen[text] = seen.get(text, 0) + 1
        assert all(count == 1 for count in seen.values()), "something arrived twice"
        for number, person in enumerate(self.people):
            for ticket in self.tickets:
                try:
                    conversation = self.base.customers.conversation(ticket, person)
                except WorkspaceError:
                    continue
                for message in conversation:
                    assert "note" not in message.text, "a customer sees a note"
                    if message.text in self.written:
                        assert self.written[message.text][2] in self._addresses(number)

    def teardown(self) -> None:
        """Let everything leave; then what was neither taken back nor refused is there, once."""
        for _ in range(6 * max(1, self.number)):
            if not self.pusher.commands_wait():
                break
            self.connector.next_fault = ""
            self._step()
        self.everything_is_where_it_belongs()
        rows = self.base.reader.all(
            "SELECT json_extract(CAST(payload AS TEXT), '$.text') FROM journal.outbox"
            " WHERE state = 'sent' AND command IN ('reply', 'note')"
        )
        for (text,) in rows:
            assert self.base.arrived(text) == 1, f"{text} is called sent"
        self._notices.close()
        self.connector.close()
        self.outbox.close()
        self.base.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def explore(examples: int, steps: int) -> None:
    """So many random histories of so many steps; raises with the shortest that breaks a promise."""
    run_state_machine_as_test(
        World,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
