"""A correct connector for the in-memory backend: the suite's own reference.

Read it beside docs/connectors.md as an example of every duty of the contract over plain HTTP.
It is registered nowhere.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from typing import Any, ClassVar
from urllib.parse import quote

from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields
from workspace.domain.errors import (
    BadAnswer,
    CursorLost,
    Gone,
    ReadOnly,
    Rejected,
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
    TeamItem,
    TicketItem,
    Tombstone,
)
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import (
    AttachmentRef,
    Checked,
    Feed,
    LiveSign,
    Manifest,
    NotSent,
    OpenFile,
    Outgoing,
    Poke,
    Sent,
    Setting,
    SignalKind,
    TicketRef,
    Undecidable,
    Unknown,
)
from workspace.sync.connectors.testing.memory_transport import Interrupted, MemoryTransport

Json = dict[str, Any]

_CHUNK = 256 * 1024
WORDS = {
    Status.NEW: "new",
    Status.OPEN: "open",
    Status.PENDING: "waiting for customer",
    Status.ON_HOLD: "on hold",
    Status.SOLVED: "solved",
    Status.CLOSED: "closed",
}
_STATUSES = {word: status for status, word in WORDS.items()}


class MemoryConnector(MemoryTransport):
    """Every capability but HTML, custom fields and presence."""

    manifest: ClassVar[Manifest] = Manifest(
        name="memory",
        title="In-memory reference",
        settings=(
            Setting(name="url", label="Address", kind="url"),
            Setting(name="token", label="Access token", kind="secret"),
        ),
        settle_s=0.0,
        poll_s=1.0,
    )
    claims: ClassVar[Capabilities] = Capabilities(
        reply=True,
        note=True,
        attachments=True,
        max_attachment_bytes=64 * 1024 * 1024,
        set_status=True,
        set_assignee=True,
        set_priority=True,
        set_tags=True,
        conditional_update=True,
        idempotent_push=True,
        find_sent=True,
        typing=True,
        receipts=True,
        stream=True,
        search=True,
        deletions=True,
        merges=True,
        why={"set_team": "Tickets of this backend stay with their team."},
    )

    # --- Reading -------------------------------------------------------------------------

    def check(self) -> Checked:
        me = self.get("/me")
        agent = AgentItem(remote_id=me["id"], name=me["name"], me=True)
        return Checked(me=agent, server=me["server"])

    def capabilities(self, scope: TicketRef | None = None) -> Capabilities:
        return self.claims

    def directory(self) -> Directory:
        me = self.check().me
        return Directory(
            agents=(me, AgentItem(remote_id="agent-2", name="Bo Agent")),
            teams=(TeamItem(remote_id="support", name="Support"),),
            statuses=tuple(
                StatusItem(backend_status=word, status=status) for word, status in _STATUSES.items()
            ),
            priorities=("low", "normal", "high"),
        )

    def pull(self, feed: Feed, cursor: str) -> Page:
        if feed == "history":
            return self.history(self.cursor_of(cursor, "history") if cursor else {})
        if not cursor:
            return Page(next=self.place("live", after=self.get("/position")["number"]))
        return self.live(self.cursor_of(cursor, "live"))

    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        name = quote(ref.remote_id)
        ticket = self.get(f"/tickets/{name}")
        limit = self.room()
        rows = self.get(f"/tickets/{name}/entries", before=before, limit=limit)
        entries = rows["entries"]
        return Fetched(
            ticket=self.ticket_item(ticket),
            entries=tuple(self.entry_item(ref.remote_id, row) for row in reversed(entries)),
            complete=not rows["more"],
            next_before=str(entries[-1]["n"]) if rows["more"] else "",
        )

    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        connection, answer = self.open("GET", f"/files/{quote(ref.remote_id)}", None)
        try:
            while chunk := answer.read(_CHUNK):
                yield chunk
        except (OSError, http.client.HTTPException) as error:
            raise Interrupted("The connection broke while the attachment was loading.") from error
        finally:
            connection.close()

    def search(self, query: str, limit: int) -> list[TicketRef]:
        found = self.get("/search", words=query, limit=limit)
        return [TicketRef(name) for name in found["tickets"]]

    def stream(self, stop: Callable[[], bool]) -> Iterator[Poke | LiveSign]:
        number = self.get("/position")["number"]
        while not stop():
            news = self.get("/wait", after=number, wait=0.2)
            for ticket in news["typing"]:
                yield LiveSign(ticket_remote_id=ticket, who="", role="customer", kind="typing")
            if news["number"] > number:
                number = news["number"]
                yield Poke()

    def history(self, at: Json) -> Page:
        """A page of tickets, newest first, each followed by as many entries as there is room."""
        room = self.room()
        tickets: list[Item] = []
        entries: list[Item] = []
        below = at.get("below", "")
        found = self.get("/tickets", below=below, limit=room)
        for row in found["tickets"]:
            free = room - len(tickets) - len(entries) - 1
            if free < 1:
                return self._page(tickets, entries, self.place("history", below=below), True)
            before = at.get("before", "") if row["n"] == at.get("ticket") else ""
            part = self.get(f"/tickets/{quote(row['id'])}/entries", before=before, limit=free)
            tickets.append(self.ticket_item(row))
            entries += [self.entry_item(row["id"], entry) for entry in part["entries"]]
            if part["more"]:
                last = part["entries"][-1]["n"]
                cursor = self.place("history", below=below, ticket=row["n"], before=last)
                return self._page(tickets, entries, cursor, True)
            below = row["n"]
        more = len(found["tickets"]) == room
        return self._page(tickets, entries, self.place("history", below=below or 1), more)

    def live(self, at: Json) -> Page:
        limit = max(1, self.room() // 2)  # a change can bring a ticket and an entry
        found = self.get("/changes", after=at["after"], limit=limit)
        tickets: dict[str, Item] = {}
        entries: list[Item] = []
        tombstones = []
        for change in found["changes"]:
            if change.get("gone"):
                tombstones.append(self.tombstone(change))
            elif "now" in change:
                tickets[change["ticket"]] = self.ticket_item(change["now"])
                if change["row"]:
                    entries.append(self.entry_item(change["ticket"], change["row"]))
        return Page(
            items=(*tickets.values(), *entries),
            tombstones=tuple(tombstones),
            next=self.place("live", after=found["next"]),
            more=found["more"],
        )

    def room(self) -> int:
        """How many items a page may hold."""
        return self.manifest.page_limit

    def _page(self, tickets: list[Item], entries: list[Item], cursor: str, more: bool) -> Page:
        return Page(items=(*tickets, *entries), next=cursor, more=more)

    def place(self, feed: Feed, **place: object) -> str:
        return json.dumps({"feed": feed, **place})

    def cursor_of(self, cursor: str, feed: Feed) -> Json:
        try:
            place: Json = json.loads(cursor)
            if place["feed"] == feed:
                return place
        except (ValueError, KeyError, TypeError) as error:
            raise CursorLost("The place in the feed is not known to this backend.") from error
        raise CursorLost("The place belongs to another feed.")

    # --- Mapping: raw rows to items, no input or output ----------------------------------

    def ticket_item(self, row: Json) -> TicketItem:
        address = row["customer"]
        return TicketItem(
            remote_id=row["id"],
            revision=row["revision"],
            subject=row["subject"],
            status=_STATUSES.get(row["status"], Status.OPEN),
            backend_status=row["status"],
            assignee=row["assignee"],
            team=row["team"],
            priority=row["priority"],
            tags=tuple(row["tags"]),
            requester=PersonItem(remote_id=address, name=row["customer_name"]),
            created_at=row["created_at"],
            updated_at=row["updated_at"],
        )

    def entry_item(self, ticket: str, row: Json) -> EntryItem:
        return EntryItem(
            ticket_remote_id=ticket,
            remote_id=row["id"],
            kind=Kind(row["kind"]),
            direction=Direction.OUT if row.get("out") else Direction.IN,
            created_at=row["created_at"],
            author_name=row["author"],
            text=row["text"],
            attachments=tuple(
                AttachmentItem(
                    remote_id=file["id"],
                    name=file["name"],
                    size=file["size"],
                    media_type=file["media_type"],
                )
                for file in row["files"]
            ),
            command_id=row.get("key", ""),
            seq=row["n"],
        )

    def tombstone(self, change: Json) -> Tombstone:
        into = change["into"]
        return Tombstone(
            kind="ticket",
            remote_id=change["ticket"],
            reason="merged" if into else "deleted",
            merged_into=into,
        )

    # --- Sending -------------------------------------------------------------------------

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        command = outgoing.command
        if self.host.read_only:
            raise ReadOnly("This session only looks.")
        try:
            if isinstance(command, SetFields):
                return self.set_fields(outgoing, command)
            return self.say(outgoing, command, open_file)
        except (Interrupted, BadAnswer) as error:
            return Unknown(reason=error.message)

    def say(
        self, outgoing: Outgoing, command: SendReply | AddNote, open_file: OpenFile
    ) -> Sent | Unknown:
        kind = Kind.MESSAGE if isinstance(command, SendReply) else Kind.NOTE
        if not (self.claims.reply if kind is Kind.MESSAGE else self.claims.note):
            raise Unsupported(f"This backend takes no {kind}.")
        if command.html or (command.attachments and not self.claims.attachments):
            raise Unsupported("This backend takes plain text only.")
        if isinstance(command, SendReply) and command.recipient:
            customer = self.get(f"/tickets/{quote(outgoing.ticket.remote_id)}")["customer"]
            if customer != command.recipient:
                raise Rejected("The ticket now belongs to somebody else.", field="recipient")
        files = [self.upload(file, open_file) for file in command.attachments]
        answer = self.send(
            "POST",
            f"/tickets/{quote(outgoing.ticket.remote_id)}/entries",
            {"key": outgoing.key, "kind": kind, "text": command.text, "files": files},
        )
        return Sent(remote_id=answer["id"])

    def set_fields(self, outgoing: Outgoing, command: SetFields) -> Sent:
        fields = self.wanted_fields(command)
        base = {name: value for name, value in command.base.items() if name in fields}
        if "status" in base and base["status"] in list(Status):
            base["status"] = WORDS[Status(base["status"])]
        answer = self.send(
            "PATCH",
            f"/tickets/{quote(outgoing.ticket.remote_id)}",
            {
                "key": outgoing.key,
                "fields": fields,
                "base": base,
                "tags_add": command.tags_add,
                "tags_remove": command.tags_remove,
            },
        )
        return Sent(remote_id=answer["id"])

    def wanted_fields(self, command: SetFields) -> Json:
        """The backend's fields to change; Unsupported for what was not claimed."""
        fields: Json = {}
        for name in ("status", "assignee", "team", "priority"):
            value = getattr(command, name)
            if value is not None:
                if not getattr(self.claims, f"set_{name}"):
                    raise Unsupported(f"This backend can't change the {name}.")
                fields[name] = value
        if command.custom_fields:
            raise Unsupported("This backend has no custom fields.")
        if (command.tags_add or command.tags_remove) and not self.claims.set_tags:
            raise Unsupported("This backend has no tags.")
        if "status" in fields and fields["status"] in list(Status):
            fields["status"] = WORDS[Status(fields["status"])]
        if "status" in fields and fields["status"] not in _STATUSES:
            raise Rejected(f"“{fields['status']}” is no status of this backend.", field="status")
        return fields

    def upload(self, file: OutgoingFile, open_file: OpenFile) -> Json:
        with open_file(file) as stream:
            name = self.send("POST", "/files", stream, size=file.size)["id"]
        return {"id": name, "name": file.name, "size": file.size, "media_type": file.media_type}

    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        try:
            return Sent(remote_id=self.get(f"/commands/{quote(outgoing.key)}")["id"])
        except Gone:
            return NotSent()

    def signal(self, kind: SignalKind, ref: TicketRef) -> None:
        if not self.host.read_only and kind.kind in ("typing", "stopped_typing", "read"):
            self.send("POST", f"/tickets/{quote(ref.remote_id)}/signs", {"kind": kind.kind})
