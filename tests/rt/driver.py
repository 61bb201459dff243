"""The conformance suite's other side for RT: people who work on RT's own API, not on REST2."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from html import unescape
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from tests.servers.rt_fixture import RtServer
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import AccountConfig, Connector
from workspace.sync.connectors.rt import RtConnector
from workspace.sync.connectors.testing import (
    BackendDriver,
    Customer,
    File,
    TrueEntry,
    TrueTicket,
)

OURS = {
    "new": Status.NEW,
    "open": Status.OPEN,
    "stalled": Status.PENDING,
    "resolved": Status.SOLVED,
    "rejected": Status.CLOSED,
    "in repair": Status.OPEN,
}
WATCHED = (
    "SELECT id, Queue, Owner, Status, Subject, Priority, LastUpdated, EffectiveId FROM Tickets",
    "SELECT COUNT(*), MAX(id) FROM Transactions",
    "SELECT COUNT(*), MAX(id) FROM Attachments",
    "SELECT COUNT(*), MAX(id), SUM(Disabled) FROM ObjectCustomFieldValues",
    "SELECT COUNT(*), MAX(id) FROM GroupMembers",
    "SELECT COUNT(*), MAX(id) FROM Links",
    "SELECT id, Name, LastUpdated FROM Users",
    "SELECT COUNT(*), MAX(id) FROM Attributes",
)


class SmallPages(RtConnector):
    """The connector with small pages: a rule reads little beside its own, newest tickets."""

    manifest = msgspec.structs.replace(RtConnector.manifest, page_limit=60)


class RtDriver(BackendDriver):
    """The account is “agent”; “agent2” is the other agent; customers have passwords."""

    connector: ClassVar[type[Connector]] = SmallPages
    many_entries: ClassVar[int] = 320
    many_reason: ClassVar[str] = "RT takes ten minutes to be told 10,000 messages"
    live_wait_s: ClassVar[float] = 3.0
    attachment_bytes: ClassVar[int] = 4 * 1024 * 1024
    server: ClassVar[RtServer]

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._customers: dict[str, str] = {}

    def account(self) -> AccountConfig:
        return AccountConfig("rt", self.server.url, {}, self.server.tokens["agent"])

    def bad_account(self) -> AccountConfig:
        good = self.server.tokens["agent"]
        version, user, _ = good.split("-")
        return AccountConfig("rt", self.server.url, {}, f"{version}-{user}-{'0' * 32}")

    # --- What people do ------------------------------------------------------------------------

    def create_ticket(
        self,
        subject: str,
        text: str,
        *,
        html: str = "",
        files: Iterable[File] = (),
        customer: Customer | None = None,
    ) -> str:
        asking = customer or Customer()
        self.server.work("person", name=asking.name, address=asking.address)
        ticket: str = self.server.work(
            "create",
            who=asking.address,
            subject=subject,
            text=text,
            html=html,
            files=_files(files),
        )
        self._customers[ticket] = asking.address
        return ticket

    def customer_writes(
        self, ticket: str, text: str, *, html: str = "", files: Iterable[File] = ()
    ) -> None:
        self._say(ticket, self._customers[ticket], True, text=text, html=html, files=_files(files))

    def agent_writes(self, ticket: str, text: str, *, public: bool) -> None:
        self._say(ticket, "agent2", public, text=text)

    def write_many(self, ticket: str, texts: list[str]) -> None:
        self._say(ticket, self._customers[ticket], True, texts=texts)

    def change_ticket(
        self,
        ticket: str,
        *,
        status: Status | None = None,
        assignee: str | None = None,
        priority: str | None = None,
        subject: str | None = None,
    ) -> None:
        wanted: dict[str, str] = {}
        if status is not None:
            wanted["SetStatus"] = next(word for word, ours in OURS.items() if ours is status)
        if assignee is not None:
            wanted["SetOwner"] = assignee or "Nobody"
        if priority is not None:
            wanted["SetPriority"] = priority
        if subject is not None:
            wanted["SetSubject"] = subject
        self.server.work("change", ticket=ticket, who="agent2", set=wanted)

    def delete_ticket(self, ticket: str) -> None:
        self.server.work("change", ticket=ticket, who="root", set={"SetStatus": "deleted"})

    def merge_tickets(self, ticket: str, into: str) -> None:
        self.server.work("change", ticket=ticket, who="agent2", set={"MergeInto": into})

    def begin_write(self, ticket: str, text: str) -> Callable[[], None]:
        (transaction,) = self._say(ticket, self._customers[ticket], True, text=text)
        self.server.hide(transaction)
        return lambda: self.server.show(transaction)

    def set_strange_status(self, ticket: str) -> str:
        repairs = "(SELECT id FROM Queues WHERE Name = 'Repairs')"
        self.server.sql(
            f"UPDATE Tickets SET Status = 'in repair', Queue = {repairs} WHERE id = ?", int(ticket)
        )
        return "in repair"

    def _say(self, ticket: str, who: str, public: bool, **more: Any) -> list[int]:
        ids: list[int] = self.server.work("say", ticket=ticket, who=who, public=public, **more)
        return ids

    # --- What is true ----------------------------------------------------------------------------

    def entries(self, ticket: str) -> list[TrueEntry]:
        found = []
        for row in self.server.work("entries", ticket=ticket):
            found.append(
                TrueEntry(
                    kind=Kind.NOTE if row["type"] == "Comment" else Kind.MESSAGE,
                    direction=Direction.IN if row["incoming"] else Direction.OUT,
                    text=row["text"] or _words_of(row["html"]),
                    files=tuple(
                        File(one["name"], base64.b64decode(one["data"]), one["type"])
                        for one in row["files"]
                    ),
                    remote_id=row["id"],
                )
            )
        return found

    def ticket(self, ticket: str) -> TrueTicket:
        row = self.server.work("ticket", ticket=ticket)
        fields = row["fields"]
        return TrueTicket(
            subject=row["subject"],
            status=OURS[row["status"]],
            backend_status=row["status"],
            assignee="" if row["owner"] == "Nobody" else row["owner"],
            team=row["queue"],
            priority=row["priority"],
            tags=frozenset(fields.pop("Tags", [])),
            custom_fields=fields,
            requester=row["requestor"],
        )

    def customer_sees(self, ticket: str) -> str:
        seen: str = self.server.work("seen", ticket=ticket, who=self._customers[ticket])
        return seen + "\n".join(self.server.mails())

    def dump(self) -> object:
        return [self.server.sql(statement) for statement in WATCHED]


def _files(files: Iterable[File]) -> list[dict[str, str]]:
    return [
        {"name": one.name, "type": one.media_type, "data": base64.b64encode(one.data).decode()}
        for one in files
    ]


def _words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>|</p>", "\n", html)))
