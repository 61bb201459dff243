"""Rules of the two branches: what only a ticket backend, or only a channel, must keep."""

from __future__ import annotations

from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.errors import Conflict, ConnectorError, Rejected, Unsupported
from workspace.domain.items import Directory
from workspace.domain.words import Kind, Status
from workspace.sync.connectors.contract import Sent
from workspace.sync.connectors.testing.compare import Comparing
from workspace.sync.connectors.testing.driver import NotApplicable, TrueTicket
from workspace.sync.connectors.testing.harness import attempt, plain, text_of

_FIELDS = (
    "set_status",
    "set_assignee",
    "set_team",
    "set_priority",
    "set_tags",
    "set_custom_fields",
)


class BranchRules(Comparing):
    """Fields, notes and conflicts of backends; recipients and routes of channels."""

    def _only(self, kind: str) -> None:
        if self.driver.connector.manifest.kind != kind:
            raise NotApplicable(f"A rule for the kind {kind}.")

    # --- Both: capability truth --------------------------------------------------------------

    def test_unclaimed_capabilities_are_refused(self) -> None:
        """What is not claimed raises Unsupported and changes nothing."""
        connector = self.connect()
        claims = connector.capabilities()
        ticket = self.new_ticket()
        file = self.files.add("a.txt", b"attached")
        recipient = self.driver.ticket(ticket).requester
        commands: dict[str, Command] = {
            "reply": SendReply(text=self.text(), recipient=recipient),
            "note": AddNote(text=self.text()),
            "attachments": SendReply(text=self.text(), recipient=recipient, attachments=(file,)),
            "set_status": SetFields(status=Status.SOLVED),
            "set_assignee": SetFields(assignee="somebody"),
            "set_team": SetFields(team="something"),
            "set_priority": SetFields(priority="high"),
            "set_tags": SetFields(tags_add=("vip",)),
            "set_custom_fields": SetFields(custom_fields={"Anything": ["x"]}),
        }
        unclaimed = [name for name in commands if not getattr(claims, name)]
        if not unclaimed:
            raise NotApplicable("Every capability that push could refuse is claimed.")
        for name in unclaimed:
            outgoing = self.outgoing(ticket, commands[name])
            before = self.driver.dump()
            self.raises(Unsupported, lambda o=outgoing: self.push(connector, o), f"{name}")  # type: ignore[misc]
            assert self.driver.dump() == before, f"{name} is not claimed, yet did something."

    def test_claimed_html_arrives(self) -> None:
        """Capability html: a formatted reply keeps its formatting and its words."""
        self.claimed("html")
        connector = self.connect()
        ticket = self.new_ticket()
        words = self.text("formatted")
        command = SendReply(
            text=words,
            html=f"<p>Hello, <b>bold</b> {words}</p>",
            recipient=self.driver.ticket(ticket).requester,
        )
        self.sent(connector, self.outgoing(ticket, command))
        assert words in self.driver.customer_sees(ticket), "The customer did not get the words."
        replica, _ = self.sync(connector, ticket)
        sources = [entry.html for entry in replica.spoken(ticket) if words in text_of(entry)]
        assert len(sources) == 1, f"The reply came back {len(sources)} times."
        assert "bold</" in sources[0], f"The formatting is lost: {sources[0]!r}."

    def test_claimed_search_finds(self) -> None:
        """Capability search: the backend's search finds a ticket by a word of its subject."""
        self.claimed("search")
        word = self.text("word").split()[-1].replace("-", "")
        ticket = self.driver.create_ticket(f"Looking for {word}", self.text())
        found = [ref.remote_id for ref in self.connect().search(word, 10)]
        assert ticket in found, f"The search for a word of the subject found {found}."

    # --- Backends ------------------------------------------------------------------------------

    def test_note_never_leaves_as_reply(self) -> None:
        """Backends: an internal note is a note there, and its customer sees none of it."""
        self._only("backend")
        self.claimed("note")
        ticket = self.new_ticket()
        plain_note, with_file = self.text("aside"), self.text("aside with file")
        connector = self.connect()
        self.sent(connector, self.outgoing(ticket, AddNote(text=plain_note)))
        if connector.capabilities().attachments:
            file = self.files.add("internal.txt", b"internal")
            command = AddNote(text=with_file, attachments=(file,))
            self.sent(connector, self.outgoing(ticket, command))
        sent = [text for text in (plain_note, with_file) if self.count(ticket, text)]
        assert plain_note in sent, "The note did not arrive."
        for entry in self.driver.entries(ticket):
            if any(plain(text) in plain(entry.text) for text in sent):
                assert entry.kind is Kind.NOTE, "A note became a public message."
        seen = self.driver.customer_sees(ticket)
        assert not [text for text in sent if text in seen], "The customer sees an internal note."

    def test_claimed_fields_can_be_set(self) -> None:
        """Backends: each claimed field changes at the backend, and nothing else does."""
        self._only("backend")
        connector = self.connect()
        claims = connector.capabilities()
        directory = connector.directory()
        for name in (name for name in _FIELDS if getattr(claims, name)):
            ticket = self.new_ticket()
            before = self.driver.ticket(ticket)
            command = _change_of(name, directory, before)
            if command is None:
                raise NotApplicable(f"The directory offers no other value for {name}.")
            self.sent(connector, self.outgoing(ticket, command))
            after = self.driver.ticket(ticket)
            got, wanted = _value_of(name, after, command)
            assert got == wanted, f"{name} is claimed, but the backend holds {got!r}."
            assert after.subject == before.subject, f"{name} changed the subject."

    def test_status_takes_the_backends_word(self) -> None:
        """Backends: a status can be set by the backend's own word as well as by ours."""
        self._only("backend")
        self.claimed("set_status")
        connector = self.connect()
        ticket = self.new_ticket()
        now = self.driver.ticket(ticket)
        words = [
            item
            for item in connector.directory().statuses
            if item.team in ("", now.team) and item.status is not now.status
        ]
        if not words:
            raise NotApplicable("The directory names no other status.")
        words.sort(key=lambda item: item.backend_status in list(Status))  # a word not ours first
        command = SetFields(status=words[0].backend_status)
        self.sent(connector, self.outgoing(ticket, command))
        got = self.driver.ticket(ticket).backend_status
        assert got == words[0].backend_status, f"The backend's status is {got!r}."

    def test_impossible_value_is_rejected(self) -> None:
        """Backends: a status that does not exist is Rejected, not silently accepted."""
        self._only("backend")
        self.claimed("set_status")
        ticket = self.new_ticket()
        outgoing = self.outgoing(ticket, SetFields(status="no-such-status"))
        before = self.driver.ticket(ticket)
        self.raises(Rejected, lambda: self.push(self.connect(), outgoing), "A made-up status")
        assert self.driver.ticket(ticket) == before, "A rejected change changed something."

    def test_stale_change_is_a_conflict(self) -> None:
        """Capability conditional_update: a change made on old values is a Conflict."""
        self._only("backend")
        self.claimed("conditional_update")
        self.claimed("set_status")
        ticket = self.new_ticket()
        seen = self.driver.ticket(ticket)
        command = SetFields(status=Status.CLOSED, base={"status": seen.backend_status})
        outgoing = self.outgoing(ticket, command)
        self.driver.change_ticket(ticket, status=Status.SOLVED)
        self.raises(Conflict, lambda: self.push(self.connect(), outgoing), "A stale change")
        now = self.driver.ticket(ticket).status
        assert now is Status.SOLVED, f"A stale change was made all the same: {now}."

    # --- Channels --------------------------------------------------------------------------------

    def test_channel_takes_no_notes_or_fields(self) -> None:
        """Channels: they have only messages, so they claim neither notes nor fields."""
        self._only("channel")
        claims = self.connect().capabilities()
        claimed = [name for name in ("note", *_FIELDS) if getattr(claims, name)]
        assert not claimed, f"A channel claims {claimed}."
        assert claims.reply, "A channel that can't reply."

    def test_channel_entries_name_their_route(self) -> None:
        """Channels: every entry is a message and says by which channel and route it came."""
        self._only("channel")
        ticket = self.new_ticket()
        replica, _ = self.sync(self.connect(), ticket)
        assert replica.spoken(ticket), "The conversation is empty."
        for entry in replica.spoken(ticket):
            assert entry.kind is Kind.MESSAGE, "A channel's entry is not a message."
            assert entry.channel, "An entry names no channel."
            assert entry.route_remote_id, "An entry names no route."

    def test_reply_never_goes_to_another_person(self) -> None:
        """Channels: a reply bound to somebody else is refused; its text reaches no one here."""
        self._only("channel")
        ticket = self.new_ticket()
        text = self.text("for somebody else")
        command = SendReply(text=text, recipient="somebody.else@customer.example")
        result = attempt(lambda: self.push(self.connect(), self.outgoing(ticket, command)))
        assert text not in self.driver.customer_sees(ticket), "The wrong customer got a reply."
        assert isinstance(result, ConnectorError | Sent), f"push gave {result!r}."


def _change_of(name: str, directory: Directory, now: TrueTicket) -> SetFields | None:
    """A change that this ticket can take, from what the directory offers."""
    if name == "set_status":
        return SetFields(status=Status.SOLVED)
    if name == "set_assignee":
        ids = [agent.remote_id for agent in directory.agents if agent.me]
        return SetFields(assignee=ids[0]) if ids and ids[0] != now.assignee else None
    if name == "set_team":
        teams = [team.remote_id for team in directory.teams if team.remote_id != now.team]
        return SetFields(team=teams[0]) if teams else None
    if name == "set_priority":
        words = [word for word in directory.priorities if word != now.priority]
        return SetFields(priority=words[0]) if words else None
    if name == "set_tags":
        return SetFields(tags_add=("conformance",))
    for field in directory.fields:
        if not field.teams or now.team in field.teams:
            value = field.choices[0] if field.choices else "value"
            return SetFields(custom_fields={field.name: [value]})
    return None


def _value_of(name: str, now: TrueTicket, command: SetFields) -> tuple[object, object]:
    """What the backend holds and what was wanted."""
    if name == "set_tags":
        return set(command.tags_add) <= now.tags, True
    if name == "set_custom_fields":
        (field, wanted), *_ = command.custom_fields.items()
        return now.custom_fields.get(field), wanted
    word = name.removeprefix("set_")
    return getattr(now, word), getattr(command, word)
