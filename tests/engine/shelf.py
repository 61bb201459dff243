"""The connector `shelf` of these tests: a real one, over a socket to `backend.Backend`.

It is copied into a base directory's `connectors/` folder, so an engine process of its own finds
it like any connector of an administrator.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any

import msgspec

from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import (
    AuthFailed,
    BadAnswer,
    Conflict,
    CursorLost,
    Forbidden,
    Gone,
    RateLimited,
    Rejected,
    Unavailable,
)
from workspace.domain.items import (
    AgentItem,
    AttachmentItem,
    Capabilities,
    Directory,
    EntryItem,
    Fetched,
    Page,
    StatusItem,
    TeamItem,
    TicketItem,
    Tombstone,
)
from workspace.domain.words import Status
from workspace.sync.connectors.contract import (
    AttachmentRef,
    Checked,
    Connector,
    Feed,
    Manifest,
    NotSent,
    OpenFile,
    Outgoing,
    Sent,
    TicketRef,
    Undecidable,
    Unknown,
)

ME = AgentItem(remote_id="agent-1", name="Kim", me=True)

ERRORS = {
    "auth": AuthFailed,
    "forbidden": Forbidden,
    "rejected": Rejected,
    "conflict": Conflict,
    "gone": Gone,
    "cursor": CursorLost,
}


class Lost(Exception):
    """The connection ended before a whole answer was there."""


class Shelf(Connector):
    """Tickets on a shelf."""

    manifest = Manifest(
        name="shelf", title="Shelf", settle_s=1.0, poll_s=0.2, page_limit=40, parallel=3
    )

    def clock_offset_ms(self) -> int | None:
        offset = self.account.settings.get("clock_offset_ms")
        return int(offset) if offset else None

    def check(self) -> Checked:
        self._read("check")
        return Checked(me=ME)

    def capabilities(self, scope: TicketRef | None = None) -> Capabilities:
        return Capabilities(
            reply=True,
            note=True,
            attachments=True,
            set_status=True,
            find_sent=True,
            idempotent_push=self.account.settings.get("idempotent") == "yes",
        )

    def directory(self) -> Directory:
        return Directory(
            agents=(ME,),
            teams=(TeamItem(remote_id="t1", name="Support"),),
            statuses=(StatusItem(backend_status="open", status=Status.OPEN),),
        )

    def pull(self, feed: Feed, cursor: str) -> Page:
        answer = self._read("pull", feed=feed, cursor=cursor)
        if answer.get("foreign"):
            raise ZeroDivisionError("a defect of the connector, with a secret: hunter2hunter2")
        items: list[Any] = [msgspec.convert(item, TicketItem) for item in answer["tickets"]]
        items += [msgspec.convert(item, EntryItem) for item in answer["entries"]]
        return Page(
            items=tuple(items),
            tombstones=tuple(msgspec.convert(one, Tombstone) for one in answer["tombstones"]),
            next=answer["next"],
            more=answer["more"],
        )

    def fetch(self, ref: TicketRef, before: str = "") -> Fetched:
        answer = self._read("fetch", ticket=ref.remote_id, before=before)
        return Fetched(
            ticket=msgspec.convert(answer["ticket"], TicketItem),
            entries=tuple(msgspec.convert(item, EntryItem) for item in answer["entries"]),
            complete=answer["complete"],
            next_before=answer["next_before"],
        )

    def get_attachment(self, ref: AttachmentRef) -> Iterator[bytes]:
        answer = self._read("attachment", entry=ref.entry_remote_id)
        for _ in range(answer["chunks"]):
            yield answer["letter"].encode() * answer["chunk"]

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        command = outgoing.command
        sizes = []
        if isinstance(command, SendReply | AddNote):
            for file in command.attachments:
                with open_file(file) as stream:
                    sizes.append(len(stream.read()))
        kind = {SendReply: "reply", AddNote: "note", SetFields: "set"}[type(command)]
        try:
            answer = self._ask(
                "push",
                ticket=outgoing.ticket.remote_id,
                key=outgoing.key,
                kind=kind,
                text=command.text if isinstance(command, SendReply | AddNote) else command.status,
                sizes=sizes,
            )
        except Lost as error:
            return Unknown(reason=str(error))
        return Sent(remote_id=answer["remote_id"])

    def find_sent(self, outgoing: Outgoing) -> Sent | NotSent | Undecidable:
        answer = self._read("find", key=outgoing.key)
        if answer.get("undecidable"):
            return Undecidable(reason="two messages look alike")
        return Sent(remote_id=answer["remote_id"]) if answer["remote_id"] else NotSent()

    def _read(self, op: str, **args: object) -> dict[str, Any]:
        try:
            return self._ask(op, **args)
        except Lost as error:
            raise Unavailable(str(error)) from error

    def _ask(self, op: str, **args: object) -> dict[str, Any]:
        host, _, port = self.account.url.partition(":")
        try:
            connection = socket.create_connection((host, int(port)), timeout=10)
        except OSError as error:
            raise Unavailable("The shelf does not answer.") from error
        with connection, connection.makefile("rwb") as file:
            request = {"op": op, "secret": self.account.secret, **args}
            try:
                file.write(json.dumps(request).encode() + b"\n")
                file.flush()
                line = file.readline()
            except OSError as error:
                raise Lost("the connection was reset") from error
        if not line.endswith(b"\n"):
            raise Lost("the answer was cut")
        answer: dict[str, Any] = json.loads(line)
        self._raise(answer)
        return answer

    def _raise(self, answer: dict[str, Any]) -> None:
        error = answer.get("error")
        if error == "rate":
            raise RateLimited("Too many requests.", answer["retry_after_s"])
        if error == "nonsense":
            raise BadAnswer("The shelf answered with a sign-in page.")
        if error:
            raise ERRORS[error](f"The shelf says: {error}.")


def attachment(entry: str, size: int) -> dict[str, Any]:
    """An attachment's metadata as the backend tells it."""
    plain: dict[str, Any] = msgspec.to_builtins(
        AttachmentItem(remote_id=f"{entry}-a", name="file.txt", size=size)
    )
    return plain


connector = Shelf
