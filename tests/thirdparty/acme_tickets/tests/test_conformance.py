"""The connector keeps every rule that a folder can be asked."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from acme_tickets import AcmeConnector, AcmeFolder
from acme_tickets.connector import STATUSES, WORDS
from acme_tickets.folder import Event, fields_of

from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import AccountConfig, Connector
from workspace.sync.connectors.registry import load
from workspace.sync.connectors.testing import (
    MINJI,
    BackendDriver,
    ConnectorConformance,
    Customer,
    File,
    NotApplicable,
    TrueEntry,
    TrueTicket,
)


class AcmeDriver(BackendDriver):
    connector: ClassVar[type[Connector]] = AcmeConnector
    live_wait_s: ClassVar[float] = 0.0
    many_entries: ClassVar[int] = 10_000

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.place = folder / "acme"
        self.acme = AcmeFolder(self.place)
        self.acme.create()

    def account(self) -> AccountConfig:
        return AccountConfig(name="acme", url="", settings={"folder": str(self.place)})

    def create_ticket(
        self,
        subject: str,
        text: str,
        *,
        html: str = "",
        files: Iterable[File] = (),
        customer: Customer = MINJI,
    ) -> str:
        fields = {
            "subject": subject,
            "status": "open",
            "address": customer.address,
            "name": customer.name,
        }
        ticket = str(self.acme.append({"type": "ticket", "fields": fields})["ticket"])
        self.customer_writes(ticket, text, files=files)
        return ticket

    def customer_writes(
        self, ticket: str, text: str, *, html: str = "", files: Iterable[File] = ()
    ) -> None:
        kept = []
        for file in files:
            name, size = self.acme.keep(io.BytesIO(file.data))
            kept.append({"id": name, "name": file.name, "size": size})
        self._say(ticket, "message", "customer", text, kept)

    def write_many(self, ticket: str, texts: list[str]) -> None:
        self.acme.append_many(
            [
                {"type": "message", "ticket": ticket, "by": "customer", "text": text, "files": []}
                for text in texts
            ]
        )

    def agent_writes(self, ticket: str, text: str, *, public: bool) -> None:
        self._say(ticket, "message" if public else "note", "agent", text, [])

    def change_ticket(
        self,
        ticket: str,
        *,
        status: Status | None = None,
        assignee: str | None = None,
        priority: str | None = None,
        subject: str | None = None,
    ) -> None:
        if assignee is not None or priority is not None:
            raise NotApplicable("Acme tickets have neither assignee nor priority.")
        wanted = {"status": status and WORDS[status], "subject": subject}
        fields = {name: value for name, value in wanted.items() if value is not None}
        self.acme.append({"type": "change", "ticket": ticket, "fields": fields})

    def set_strange_status(self, ticket: str) -> str:
        fields = {"status": "on the roof"}
        self.acme.append({"type": "change", "ticket": ticket, "fields": fields})
        return "on the roof"

    def entries(self, ticket: str) -> list[TrueEntry]:
        return [
            TrueEntry(
                kind=Kind(event["type"]),
                direction=Direction.OUT if event["by"] == "agent" else Direction.IN,
                text=event["text"],
                files=tuple(
                    File(file["name"], (self.acme.files / file["id"]).read_bytes())
                    for file in event["files"]
                ),
                remote_id=event["id"],
            )
            for event in self._events()
            if event["ticket"] == ticket and event["type"] in ("message", "note")
        ]

    def ticket(self, ticket: str) -> TrueTicket:
        fields = fields_of(self._events(), ticket)
        return TrueTicket(
            subject=fields["subject"],
            status=STATUSES.get(fields["status"], Status.OPEN),
            backend_status=fields["status"],
            requester=fields["address"],
        )

    def customer_sees(self, ticket: str) -> str:
        return "\n".join(e.text for e in self.entries(ticket) if e.kind is Kind.MESSAGE)

    def dump(self) -> object:
        return self.acme.log.read_bytes(), sorted(file.name for file in self.acme.files.iterdir())

    def _events(self) -> list[Event]:
        return [event for _, event in self.acme.events()]

    def _say(self, ticket: str, kind: str, by: str, text: str, files: list[Event]) -> None:
        self.acme.append({"type": kind, "ticket": ticket, "by": by, "text": text, "files": files})


class TestAcme(ConnectorConformance):
    def make_driver(self, folder: Path) -> BackendDriver:
        return AcmeDriver(folder)


def test_it_is_found_by_its_entry_point() -> None:
    assert load("acme") is AcmeConnector
