"""Core rules of sending: what an agent sends arrives once, as what it was, or not at all."""

from __future__ import annotations

import base64
import hashlib
import threading
import traceback
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.errors import ConnectorError, ReadOnly
from workspace.domain.words import Kind, Status
from workspace.sync.connectors.contract import (
    AttachmentRef,
    Connector,
    LiveSign,
    NotSent,
    Poke,
    Sent,
    SignalKind,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.testing.compare import Comparing
from workspace.sync.connectors.testing.driver import File, NotApplicable
from workspace.sync.connectors.testing.harness import CHUNK_LIMIT, attempt, plain, text_of
from workspace.sync.connectors.testing.killed import push_killed
from workspace.sync.connectors.testing.proxy import Fault

DIFFICULT = (
    "עברית \u202eright to left\u202c عربي",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇰🇷",
    "Ze\u0301ro a\u0308\u0323 Z\u0351\u036bo",
    unicodedata.normalize("NFD", "환불 요청드립니다"),
    "환불 요청드립니다",
    "𠜎𠜱 𝔘𝔫𝔦 𐍈",
    "<b>not bold</b> &amp; \"quoted\" 'so' \\ / %20 %s {x} $1 #{y}",
    "wide\u3000blank, zero\u200bwidth, soft\u00adhyphen",
    "bell\x07 escape\x1b[31m",
)
_MAY_VANISH = {number: None for number in range(32) if number not in (9, 10)}


def letters(text: str) -> str:
    """Text as difficult characters are compared: control characters may be dropped."""
    return plain(text.translate(_MAY_VANISH))


class SendingRules(Comparing):
    """Replies, notes, attachments, proofs of sending, read-only sessions, secrets, threads."""

    def test_difficult_characters_arrive(self) -> None:
        """Bidi, emoji, combining marks, decomposed Hangul, markup: subject and text are exact."""
        text = self.text("\n".join(DIFFICULT))
        subject = self.text(" ".join(DIFFICULT[:7]))
        ticket = self.driver.create_ticket(subject, text)
        replica, _ = self.sync(self.connect(), ticket)
        got = [letters(text_of(entry)) for entry in replica.spoken(ticket)]
        assert letters(text) in got, f"Sent {letters(text)!r}, got {got!r}."
        held = letters(self.driver.ticket(ticket).subject)  # a backend may cut long subjects
        assert letters(subject).startswith(held), f"The backend made {held!r} of the subject."
        assert letters(replica.tickets[ticket].subject) == held

    def test_difficult_characters_leave(self) -> None:
        """The same for what the agent sends: the backend holds the exact text."""
        ticket = self.new_ticket()
        text = self.text("\n".join(DIFFICULT))
        self.sent(self.connect(), self.reply(ticket, text))
        got = [letters(entry.text) for entry in self.driver.entries(ticket)]
        assert letters(text) in got, f"Sent {letters(text)!r}, the backend holds {got!r}."

    def test_reply_reaches_the_customer(self) -> None:
        """A reply is a public message at the backend, once, and its customer gets it."""
        ticket = self.new_ticket()
        text = self.text("answer")
        self.sent(self.connect(), self.reply(ticket, text))
        kinds = [e.kind for e in self.driver.entries(ticket) if plain(text) in plain(e.text)]
        assert kinds == [Kind.MESSAGE], f"The reply is at the backend as {kinds}."
        assert text in self.driver.customer_sees(ticket), "The customer did not get the reply."

    def test_pushed_entry_comes_back_once(self) -> None:
        """What was sent comes by `live` once, under the id that `push` returned or our key."""
        connector = self.connect()
        ticket = self.new_ticket()
        replica, live = self.sync(connector, ticket)
        outgoing = self.reply(ticket, self.text("answer"))
        sent = self.sent(connector, outgoing)
        wanted = plain(outgoing.command.text) if isinstance(outgoing.command, SendReply) else ""

        def twins() -> list[str]:
            found = [entry for entry in replica.spoken(ticket) if wanted in text_of(entry)]
            return [
                "ours"
                if entry.remote_id == sent.remote_id or entry.command_id == outgoing.key
                else entry.remote_id
                for entry in found
            ]

        self.catch_up(connector, replica, live, lambda: bool(twins()))
        assert twins() == ["ours"], f"The sent reply came back as {twins()}."

    def test_attachments_leave_streamed(self) -> None:
        """An attachment leaves whole, read in parts of at most 1 MiB and closed again."""
        self.claimed("attachments")
        size = min(self.driver.attachment_bytes, self.connect().capabilities().max_attachment_bytes)
        data = hashlib.shake_256(b"outgoing").digest(size)
        file = self.files.add("보고서 – Größe.bin", data, "application/octet-stream")
        ticket = self.new_ticket()
        command = SendReply(
            text=self.text("with file"),
            recipient=self.driver.ticket(ticket).requester,
            attachments=(file,),
        )
        self.sent(self.connect(), self.outgoing(ticket, command))
        arrived = [kept for entry in self.driver.entries(ticket) for kept in entry.files]
        assert [(kept.name, kept.data == data) for kept in arrived] == [(file.name, True)], (
            f"The backend holds {[(kept.name, len(kept.data)) for kept in arrived]}."
        )
        assert self.files.largest_read <= CHUNK_LIMIT, (
            f"{self.files.largest_read} bytes of a file were read at once."
        )
        assert self.files.open_now == 0, "An outgoing file was left open."

    def test_finished_push_is_found(self) -> None:
        """A push whose result was lost with the process is found by a new one, by its id."""
        ticket = self.new_ticket()
        outgoing = self.reply(ticket, self.text("answer"))
        sent = self.sent(self.connect(), outgoing)
        self.driver.settle()
        before = self.driver.dump()
        found = self.connect().find_sent(outgoing)
        assert self.driver.dump() == before, "find_sent changed something."
        if not self.connect().capabilities().find_sent:
            assert isinstance(found, Undecidable), "find_sent is not claimed, yet it decides."
            return
        assert isinstance(found, Sent), f"find_sent of a finished push gave {found}."
        assert found.remote_id == sent.remote_id, "find_sent found another entry."

    def test_unsent_command_is_not_found(self) -> None:
        """A command that never left is NotSent, also when an equal text was sent before."""
        ticket = self.new_ticket()
        text = self.text("answer")
        connector = self.connect()
        unsent = connector.find_sent(self.reply(ticket, self.text("never sent")))
        assert not isinstance(unsent, Sent), "find_sent found what never left."
        if connector.capabilities().find_sent:
            assert isinstance(unsent, NotSent), f"find_sent of what never left gave {unsent}."
        self.sent(connector, self.reply(ticket, text))
        self.driver.settle()
        twin = connector.find_sent(self.reply(ticket, text))
        assert not isinstance(twin, Sent), "find_sent took an earlier reply for this one."

    def test_killed_push_is_sent_once(self) -> None:
        """A process killed at any point of a push: found or sent again, one entry in the end."""
        ticket = self.new_ticket()
        calls = push_killed(self.driver, self.reply(ticket, self.text("answer")), 0)
        points = self.driver.kill_points
        for point in range(1, points + 1):
            ticket = self.new_ticket()
            outgoing = self.reply(ticket, self.text("answer"))
            push_killed(self.driver, outgoing, max(1, calls * point // (points + 1)))
            killed = Unknown(reason="The process was killed.")
            self.settled(self.connect(), outgoing, killed, f"Killed at {point} of {points}")

    def test_same_key_is_sent_once(self) -> None:
        """Capability idempotent_push: pushing a command again gives the first entry's id."""
        self.claimed("idempotent_push")
        ticket = self.new_ticket()
        outgoing = self.reply(ticket, self.text("answer"))
        first = self.sent(self.connect(), outgoing)
        second = self.sent(self.connect(), outgoing)
        assert first.remote_id == second.remote_id, "The second push made another entry."
        assert isinstance(outgoing.command, SendReply)
        assert self.count(ticket, outgoing.command.text) == 1, "The reply was sent twice."

    def test_read_only_session_changes_nothing(self) -> None:
        """With `Host.read_only` everything can be read, nothing is changed, push is ReadOnly."""
        ticket = self.driver.create_ticket(
            self.text("Subject"), self.text(), files=[File("a.txt", b"attached")]
        )
        commands = [self.outgoing(ticket, command) for command in self._commands(ticket)]
        before = self.driver.dump()
        connector = self.connect(read_only=True)
        connector.check()
        connector.directory()
        replica, live = self.sync(connector, ticket)
        pull_again = connector.pull("live", live)
        assert pull_again.next, "A read-only pull lost its cursor."
        connector.fetch(TicketRef(ticket))
        for entry in replica.spoken(ticket):
            for item in entry.attachments:
                ref = AttachmentRef(ticket, entry.remote_id, item.remote_id)
                assert b"".join(connector.get_attachment(ref)) == b"attached"
        for kind in ("typing", "read", "viewing", "left"):
            attempt(lambda kind=kind: connector.signal(SignalKind(kind), TicketRef(ticket)))  # type: ignore[misc]
        for outgoing in commands:
            attempt(lambda outgoing=outgoing: connector.find_sent(outgoing))  # type: ignore[misc]
            name = type(outgoing.command).__name__
            self.raises(ReadOnly, lambda o=outgoing: self.push(connector, o), f"push of {name}")  # type: ignore[misc]
        assert self.driver.dump() == before, "A read-only session changed the backend."

    def test_no_secret_in_logs_or_errors(self) -> None:
        """Neither secrets nor customers' words are in log lines, errors, their causes or reprs."""
        canary = self.text("Canaryword")
        ticket = self.driver.create_ticket(canary, canary)
        connectors = [self.connect(), self._connect_badly()]
        if not self.embedded:
            connectors += [self._connect_through(fault) for fault in _LOUD_FAULTS]
        said = []
        for connector in connectors:
            for call in self._everything(connector, ticket):
                result = attempt_any(call)
                if isinstance(result, BaseException):
                    said.append("".join(traceback.format_exception(result, limit=0)))
                if isinstance(result, ConnectorError):
                    said.append(result.message + result.action + repr(result))
            said.append(repr(connector) + repr(connector.account))
        secrets = [*self.driver.secrets()]
        secrets += [account.account.secret for account in connectors if account.account.secret]
        for where, texts in (("A log line", self.records.lines), ("An error", said)):
            for text in texts:
                for form in (form for secret in secrets for form in _forms(secret)):
                    assert form not in text, f"{where} holds a secret."
        for line in self.records.lines:
            assert canary not in line, "A log line holds what a customer wrote."

    def test_several_threads_at_once(self) -> None:
        """Pushes on several threads beside a pull all succeed, each once on its own ticket."""
        connector = self.connect()
        work = [(self.new_ticket(), self.text("answer")) for _ in range(4)]
        outgoing = [self.reply(ticket, text) for ticket, text in work]
        problems: list[BaseException] = []

        def guarded(call: Callable[[], object]) -> threading.Thread:
            def run() -> None:
                try:
                    call()
                except BaseException as error:
                    problems.append(error)

            thread = threading.Thread(target=run)
            thread.start()
            return thread

        threads = [guarded(lambda one=one: self.sent(connector, one)) for one in outgoing]  # type: ignore[misc]
        threads.append(guarded(lambda: self.sync(connector, *(ticket for ticket, _ in work))))
        for thread in threads:
            thread.join()
        assert not problems, f"On several threads: {problems[0]!r}"
        for ticket, text in work:
            assert self.count(ticket, text) == 1, "A reply is missing, doubled or elsewhere."

    def test_live_signs_reach_the_backend(self) -> None:
        """Capabilities typing, receipts, presence: the agent's signs are seen at the backend."""
        connector = self.connect()
        claims = connector.capabilities()
        pairs = [("typing", "typing"), ("receipts", "read"), ("presence", "viewing")]
        wanted = [(name, sign) for name, sign in pairs if getattr(claims, name)]
        if not wanted:
            raise NotApplicable("No live sign is claimed.")
        ticket = self.new_ticket()
        for name, sign in wanted:
            connector.signal(SignalKind(sign), TicketRef(ticket))  # type: ignore[arg-type]
            assert sign in self.driver.signs(ticket), f"{name} is claimed, {sign} did not arrive."

    def test_stream_tells_of_changes(self) -> None:
        """Capability stream: a change pokes, a typing customer is told, and `stop` ends it."""
        self.claimed("stream")
        connector = self.connect()
        ticket = self.new_ticket()
        stop = threading.Event()
        poked, typing = threading.Event(), threading.Event()

        def listen() -> None:
            for news in connector.stream(stop.is_set):
                if isinstance(news, Poke):
                    poked.set()
                elif isinstance(news, LiveSign) and news.ticket_remote_id == ticket:
                    typing.set()

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        try:
            told = self._repeat(poked, lambda: self.driver.customer_writes(ticket, self.text()))
            assert told, "The stream did not tell of a new message."
            if connector.capabilities().typing:
                told = self._repeat(typing, lambda: self.driver.customer_types(ticket))
                assert told, "The stream did not tell that the customer types."
        finally:
            stop.set()
            thread.join(self.driver.stream_wait_s)
        assert not thread.is_alive(), "The stream did not end after stop."

    # --- Helpers -------------------------------------------------------------------------------

    def _commands(self, ticket: str) -> list[Command]:
        recipient = self.driver.ticket(ticket).requester
        reply = SendReply(text=self.text("answer"), recipient=recipient)
        if self.driver.connector.manifest.kind == "channel":
            return [reply]
        return [reply, AddNote(text=self.text("aside")), SetFields(status=Status.SOLVED)]

    def _repeat(self, told: threading.Event, act: Callable[[], None]) -> bool:
        """Act again and again until told: a stream may need a moment to begin."""
        waited, pause = 0.0, 0.05
        while not told.is_set() and waited < self.driver.stream_wait_s:
            act()
            told.wait(pause)
            waited += pause
            pause = min(2 * pause, 2.0)
        return told.is_set()

    def _connect_badly(self) -> Connector:
        try:
            return self.connect(self.driver.bad_account())
        except NotApplicable:
            return self.connect()

    def _connect_through(self, fault: Fault) -> Connector:
        proxy = self.proxy()
        proxy.spoil_all(fault)
        return self.connect(self.driver.account_at(proxy.url))

    def _everything(self, connector: Connector, ticket: str) -> list[Callable[[], object]]:
        outgoing = self.reply(ticket, self.text("Canaryword"))
        return [
            connector.check,
            lambda: connector.pull("history", ""),
            lambda: connector.fetch(TicketRef(ticket)),
            lambda: self.push(connector, outgoing),
            lambda: connector.find_sent(outgoing),
        ]


_LOUD_FAULTS = (Fault.UNAVAILABLE, Fault.SIGN_IN, Fault.CUT_ANSWER, Fault.LOSE_ANSWER)


def attempt_any(call: Callable[[], object]) -> object:
    """The call's result or whatever it raised: what it says is looked at, not judged."""
    try:
        return call()
    except Exception as error:
        return error


def _forms(secret: str) -> set[str]:
    """How a secret could show: as it is, quoted, in base64 with any user before it."""
    encoded = {
        base64.b64encode(b"x" * shift + secret.encode()).decode()[4 if shift else 0 :][:-4]
        for shift in range(3)
    }
    return {form for form in {secret, quote(secret, safe=""), *encoded} if len(form) >= 6}
