"""The connector: the folder's events as tickets and entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from acme_tickets.folder import AcmeFolder, Event, Stale, fields_of
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import (
    Conflict,
    CursorLost,
    Gone,
    ReadOnly,
    Rejected,
    Unavailable,
    Unsupported,
)
from workspace.domain.items import (
    AgentItem,
    AttachmentItem,
    Capabilities,
    Directory,
    EntryItem,
    Fetched,
    Item,
    Page,
    PersonItem,
    StatusItem,
    TicketItem,
)
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import (
    AccountConfig,
    AttachmentRef,
    Checked,
    Connector,
    Feed,
    Host,
    Manifest,
    NotSent,
    OpenFile,
    Outgoing,
    Sent,
    Setting,
    TicketRef,
    Undecidable,
    Unknown,
)

_CHUNK = 256 * 1024
_SAID = ("message", "note")
STATUSES = {"open": Status.OPEN, "parked": Status.ON_HOLD, "done": Status.SOLVED}
WORDS = {status: word for word, status in STATUSES.items()}


class AcmeConnector(Connector):
    """Reads and appends to the folder that the setting `folder` names."""

    manifest: ClassVar[Manifest] = Manifest(
        name="acme",
        title="Acme ticket folder",
        settings=(
            Setting(name="folder", label="Folder", kind="path"),
            Setting(name="agent", label="Your name", default="agent"),
        ),
        settle_s=0.0,
        poll_s=2.0,
        embedded=True,
    )

    def __init__(self, account: AccountConfig, host: Host) -> None:
        super().__init__(account, host)
        self._folder = AcmeFolder(Path(account.settings.get("folder", "")))
        self._me = account.settings.get("agent", "agent")

    def check(self) -> Checked:
        self._events()
        return Checked(me=AgentItem(remote_id=self._me, name=self._me, me=True), server="Acme 1")

    def capabilities(self, scope: TicketRef | None = None) -> Capabilities:
        return Capabilities(
            reply=True,
            note=True,
            attachments=True,
            max_attachment_bytes=1 << 30,
            set_status=True,
            conditional_update=True,
            idempotent_push=True,
            find_sent=True,
        )

    def directory(self) -> Directory:
        return Directory(
            agents=(self.check().me,),
            statuses=tuple(
                StatusItem(backend_status=word, status=status) for word, status in STATUSES.items()
            ),
        )

    # --- Reading -------------------------------------------------------------------------

    def pull(self, feed: Feed, cursor: str) -> Page:
        if feed == "history":
            return self._history(self._position(cursor, "below") if cursor else None)
        if not cursor:
            self._events()
            return Page(next=json.dumps({"after": self._folder.size()}))
        return self._live(self._position(cursor, "after"))

    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        events = [event for event in self._events() if event["ticket"] == ref.remote_id]
        if not events:
            raise Gone("This ticket is not in the folder.")
        said = [(n, event) for n, event in enumerate(events) if event["type"] in _SAID]
        older = [(n, event) for n, event in said if not before or n < int(before)]
        part = older[-self.manifest.page_limit :]
        return Fetched(
            ticket=self._ticket(events, ref.remote_id),
            entries=tuple(self._entry(n, event) for n, event in part),
            complete=len(part) == len(older),
            next_before=str(part[0][0]) if part else "",
        )

    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        place = self._folder.files / Path(ref.remote_id).name
        try:
            with place.open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except FileNotFoundError as error:
            raise Gone("This file is no longer in the folder.") from error

    def _events(self) -> list[Event]:
        try:
            return [event for _, event in self._folder.events()]
        except OSError as error:
            raise Unavailable("The ticket folder can't be read.") from error

    def _history(self, below: int | None) -> Page:
        """Tickets, newest first, each with its newest entries; `fetch` brings the older ones."""
        events = self._events()
        numbers = [int(event["ticket"]) for event in events if event["type"] == "ticket"]
        wanted = sorted((n for n in numbers if below is None or n < below), reverse=True)
        part = wanted[: self.manifest.page_limit]
        return Page(
            items=tuple(self._ticket(events, str(number)) for number in part),
            next=json.dumps({"below": part[-1] if part else 1}),
            more=len(part) < len(wanted),
            total=len(numbers),
            done=len(numbers) - len(wanted) + len(part),
        )

    def _live(self, after: int) -> Page:
        if after > self._folder.size():
            raise CursorLost("The folder's log is shorter than it was.")
        changed: dict[str, Item] = {}
        events, more = self._events(), False
        for end, event in self._folder.events(after):
            if event["ticket"] not in changed and len(changed) == self.manifest.page_limit:
                more = True
                break
            changed[event["ticket"]] = self._ticket(events, event["ticket"])
            after = end
        return Page(items=tuple(changed.values()), next=json.dumps({"after": after}), more=more)

    def _position(self, cursor: str, name: str) -> int:
        try:
            return int(json.loads(cursor)[name])
        except (ValueError, KeyError, TypeError) as error:
            raise CursorLost("This place in the folder is unknown.") from error

    def _ticket(self, events: list[Event], ticket: str) -> TicketItem:
        fields = fields_of(events, ticket)
        return TicketItem(
            remote_id=ticket,
            revision=fields["revision"],
            subject=fields["subject"],
            status=STATUSES.get(fields["status"], Status.OPEN),
            backend_status=fields["status"],
            requester=PersonItem(remote_id=fields["address"], name=fields["name"]),
            created_at=fields["created_at"],
            updated_at=fields["updated_at"],
            entries_by_feed=False,
        )

    def _entry(self, number: int, event: Event) -> EntryItem:
        return EntryItem(
            ticket_remote_id=event["ticket"],
            remote_id=event["id"],
            kind=Kind(event["type"]),
            direction=Direction.OUT if event["by"] == "agent" else Direction.IN,
            created_at=event["at"],
            text=event["text"],
            attachments=tuple(
                AttachmentItem(remote_id=file["id"], name=file["name"], size=file["size"])
                for file in event["files"]
            ),
            command_id=event.get("key", ""),
            seq=number,
        )

    # --- Sending -------------------------------------------------------------------------

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        if self.host.read_only:
            raise ReadOnly("This session only looks.")
        fields = fields_of(self._events(), outgoing.ticket.remote_id)
        if not fields:
            raise Gone("This ticket is not in the folder.")
        if isinstance(outgoing.command, SetFields):
            return self._set_fields(outgoing, outgoing.command)
        return self._say(outgoing, outgoing.command, fields, open_file)

    def _say(
        self, outgoing: Outgoing, command: SendReply | AddNote, fields: Event, open_file: OpenFile
    ) -> Sent:
        kind = Kind.NOTE
        if isinstance(command, SendReply):
            kind = Kind.MESSAGE
            if command.recipient not in ("", fields["address"]):
                raise Rejected("The ticket belongs to somebody else.", field="recipient")
        if command.html:
            raise Unsupported("Acme tickets are plain text.")
        files = []
        for file in command.attachments:
            with open_file(file) as stream:
                name, size = self._folder.keep(stream)
            files.append({"id": name, "name": file.name, "size": size})
        event = self._folder.append(
            {
                "type": kind.value,
                "ticket": outgoing.ticket.remote_id,
                "by": "agent",
                "text": command.text,
                "files": files,
                "key": outgoing.key,
            },
            unless_key=outgoing.key,
        )
        return Sent(remote_id=event["id"])

    def _set_fields(self, outgoing: Outgoing, command: SetFields) -> Sent:
        others = (command.assignee, command.team, command.priority)
        if any(value is not None for value in others) or command.custom_fields:
            raise Unsupported("An Acme ticket has a status and nothing else.")
        if command.tags_add or command.tags_remove:
            raise Unsupported("Acme tickets have no tags.")
        if command.status is None:
            return Sent(remote_id=outgoing.ticket.remote_id)
        word = self._word(command.status)
        base = {name: value for name, value in command.base.items() if name == "status"}
        if base.get("status") in list(Status):
            base["status"] = self._word(str(base["status"]))
        try:
            self._folder.append(
                {
                    "type": "change",
                    "ticket": outgoing.ticket.remote_id,
                    "fields": {"status": word},
                    "key": outgoing.key,
                },
                unless_key=outgoing.key,
                expect=base,
            )
        except Stale as error:
            raise Conflict(f"Somebody changed the {error}.") from error
        return Sent(remote_id=outgoing.ticket.remote_id)

    def _word(self, status: str) -> str:
        """The folder's word for a status of either kind; Rejected for what it does not know."""
        nearest = {Status.NEW: "open", Status.PENDING: "parked", Status.CLOSED: "done"}
        words = {str(ours): word for ours, word in {**nearest, **WORDS}.items()}
        word = words.get(status, status)
        if word not in STATUSES:
            raise Rejected(f"Acme has no status “{status}”.", field="status")
        return word

    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        for event in self._events():
            if event.get("key") == outgoing.key:
                ours = event["ticket"] if event["type"] == "change" else event["id"]
                return Sent(remote_id=ours)
        return NotSent()
