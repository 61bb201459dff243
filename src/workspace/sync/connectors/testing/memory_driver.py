"""The driver of the in-memory backend, and a complete example of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import AccountConfig, Connector
from workspace.sync.connectors.testing.driver import (
    MINJI,
    BackendDriver,
    Customer,
    File,
    TrueEntry,
    TrueTicket,
)
from workspace.sync.connectors.testing.memory import WORDS, MemoryConnector
from workspace.sync.connectors.testing.memory_backend import Json, MemoryBackend, MemoryServer

_TOKEN = "token-7Ksecret9"  # noqa: S105 - of a backend that lives as long as one rule
_STRANGE = "waiting for parts"


class MemoryDriver(BackendDriver):
    """Works on the backend's own methods, past its HTTP side."""

    connector: ClassVar[type[Connector]] = MemoryConnector
    live_wait_s: ClassVar[float] = 0.0
    stream_wait_s: ClassVar[float] = 2.0

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.backend = MemoryBackend(_TOKEN)
        self.server = MemoryServer(self.backend)

    def close(self) -> None:
        self.server.close()

    def account(self) -> AccountConfig:
        return AccountConfig(name="memory", url=self.server.url, secret=self.backend.token)

    def create_ticket(
        self,
        subject: str,
        text: str,
        *,
        html: str = "",
        files: Iterable[File] = (),
        customer: Customer = MINJI,
    ) -> str:
        ticket = self.backend.create(
            {"subject": subject, "customer": customer.address, "customer_name": customer.name}
        )
        self.customer_writes(ticket, text, html=html, files=files)
        return ticket

    def customer_writes(
        self, ticket: str, text: str, *, html: str = "", files: Iterable[File] = ()
    ) -> None:
        kept = [self._keep(file) for file in files]
        row = {"kind": "message", "author": "customer", "text": text, "files": kept}
        self.backend.add_entry(ticket, row)

    def agent_writes(self, ticket: str, text: str, *, public: bool) -> None:
        kind = "message" if public else "note"
        row = {"kind": kind, "author": "agent-2", "text": text, "out": True}
        self.backend.add_entry(ticket, row)

    def change_ticket(
        self,
        ticket: str,
        *,
        status: Status | None = None,
        assignee: str | None = None,
        priority: str | None = None,
        subject: str | None = None,
    ) -> None:
        wanted = {
            "status": None if status is None else WORDS[status],
            "assignee": assignee,
            "priority": priority,
            "subject": subject,
        }
        fields = {name: value for name, value in wanted.items() if value is not None}
        self.backend.update(ticket, fields)

    def delete_ticket(self, ticket: str) -> None:
        self.backend.remove(ticket)

    def merge_tickets(self, ticket: str, into: str) -> None:
        self.backend.remove(ticket, merged_into=into)

    def begin_write(self, ticket: str, text: str) -> Callable[[], None]:
        number = self.backend.take_number()
        row = {"kind": "message", "author": "customer", "text": text}
        return lambda: _nothing(self.backend.add_entry(ticket, row, number))

    def set_strange_status(self, ticket: str) -> str:
        self.backend.update(ticket, {"status": _STRANGE})
        return _STRANGE

    def entries(self, ticket: str) -> list[TrueEntry]:
        rows = sorted(self.backend.tickets[ticket].entries, key=lambda row: int(row["n"]))
        return [self._true_entry(row) for row in rows]

    def ticket(self, ticket: str) -> TrueTicket:
        fields = self.backend.tickets[ticket].fields
        statuses = {word: status for status, word in WORDS.items()}
        return TrueTicket(
            subject=fields["subject"],
            status=statuses.get(fields["status"], Status.OPEN),
            backend_status=fields["status"],
            assignee=fields["assignee"],
            team=fields["team"],
            priority=fields["priority"],
            tags=frozenset(fields["tags"]),
            requester=fields["customer"],
        )

    def customer_sees(self, ticket: str) -> str:
        rows = self.backend.tickets[ticket].entries
        return "\n".join(row["text"] for row in rows if row["kind"] == "message")

    def dump(self) -> object:
        return self.backend.dump()

    def customer_types(self, ticket: str) -> None:
        self.backend.types(ticket)

    def signs(self, ticket: str) -> set[str]:
        return set(self.backend.tickets[ticket].signs)

    def _keep(self, file: File) -> Json:
        name = hashlib.sha256(file.data).hexdigest()
        self.backend.files[name] = file.data
        return {
            "id": name,
            "name": file.name,
            "size": len(file.data),
            "media_type": file.media_type,
        }

    def _true_entry(self, row: Json) -> TrueEntry:
        return TrueEntry(
            kind=Kind(row["kind"]),
            direction=Direction.OUT if row.get("out") else Direction.IN,
            text=row["text"],
            files=tuple(
                File(file["name"], self.backend.files[file["id"]], file["media_type"])
                for file in row["files"]
            ),
            remote_id=row["id"],
        )


def _nothing(row: object) -> None:
    return None
