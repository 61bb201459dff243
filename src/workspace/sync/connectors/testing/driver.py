"""The other side of the conformance suite: a driver that works at the backend like its people.

The rules write, change and look at tickets by a way of their own, never through the connector
under test: what a connector claims to have done is compared with what the backend holds. The
author of a connector writes one subclass of `BackendDriver`; its methods speak the connector's
ids (what `TicketItem.remote_id`, `AgentItem.remote_id` hold).

A backend may already hold other tickets: rules look only at those they made.
"""

from __future__ import annotations

import abc
import dataclasses
import unittest
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from workspace.clock import Clock, SystemClock
from workspace.domain.words import Direction, Kind, Status
from workspace.sync.connectors.contract import AccountConfig, Connector


class NotApplicable(unittest.SkipTest):
    """A rule that can't be put to this backend; runners list it as skipped, with the reason."""


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who asks for something."""

    name: str = "Kim Minji"
    address: str = "minji@customer.example"


MINJI = Customer()


@dataclass(frozen=True, slots=True)
class File:
    """A whole attachment, as a customer or another agent adds it."""

    name: str
    data: bytes
    media_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class TrueEntry:
    """A message or note as the backend holds it (activities are not compared).

    `text` is plain text with newlines as ``\\n``; for an HTML message its text. `remote_id` may
    stay empty where the driver can't tell it.
    """

    kind: Kind
    direction: Direction
    text: str
    files: tuple[File, ...] = ()
    remote_id: str = ""


@dataclass(frozen=True, slots=True)
class TrueTicket:
    """The fields of a ticket as the backend holds them; ids as the connector's items name them."""

    subject: str
    status: Status
    backend_status: str = ""
    assignee: str = ""
    team: str = ""
    priority: str = ""
    tags: frozenset[str] = frozenset()
    custom_fields: dict[str, list[str]] = field(default_factory=dict)
    requester: str = ""


class BackendDriver(abc.ABC):
    """One running backend with one account on it, made anew (or shared) for each rule.

    Attributes:
        connector: the class under test.
        folder: a folder of the rule's own. `data_dir`, `data_key`: what `Host` gets.
        small_page: the suite sets `page_limit` of the manifest to this to see many pages; the
            connector must read the limit from `self.manifest`.
        many_entries: how many entries the rule for long tickets writes. A smaller number than
            10,000 needs `many_reason`, or the rule is red.
        attachment_bytes: size of the attachment that must be streamed.
        streams_attachments: whether the protocol lets an attachment be read in parts; where it
            does not, `streams_reason` says why, and only the chunks' size is looked at.
        kill_points: at how many points of a push the process is killed.
        stream_wait_s: how long a stream may take to tell of a change.
        live_wait_s: how long the live feed may take to bring a change.
    """

    connector: ClassVar[type[Connector]]
    small_page: ClassVar[int] = 5
    many_entries: ClassVar[int] = 10_000
    many_reason: ClassVar[str] = ""
    attachment_bytes: ClassVar[int] = 8 * 1024 * 1024
    streams_attachments: ClassVar[bool] = True
    streams_reason: ClassVar[str] = ""
    kill_points: ClassVar[int] = 6
    stream_wait_s: ClassVar[float] = 15.0
    live_wait_s: ClassVar[float] = 10.0

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data_dir = folder / "data"
        self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.data_key = bytes(range(32))
        self.clock: Clock = SystemClock()

    def close(self) -> None:  # noqa: B027
        """Called after the rule, also a failed one."""

    # --- The account ---------------------------------------------------------------------

    @abc.abstractmethod
    def account(self) -> AccountConfig:
        """An agent's account that may do everything the connector claims."""

    def account_at(self, url: str) -> AccountConfig:
        """The same account, reached at another address (the fault proxy on loopback)."""
        return dataclasses.replace(self.account(), url=url)

    def bad_account(self) -> AccountConfig:
        """The same account with a wrong secret. Raise NotApplicable where there is none."""
        account = self.account()
        if not account.secret:
            raise NotApplicable("This backend has no credentials.")
        return dataclasses.replace(account, secret="wrong-" + account.secret[::-1])

    def secrets(self) -> tuple[str, ...]:
        """Strings that may appear in no log and no error: the secret and what is made of it."""
        return tuple(filter(None, (self.account().secret,)))

    # --- What people do at the backend ---------------------------------------------------

    @abc.abstractmethod
    def create_ticket(
        self,
        subject: str,
        text: str,
        *,
        html: str = "",
        files: Iterable[File] = (),
        customer: Customer = MINJI,
    ) -> str:
        """A customer asks; returns the ticket's remote id. With `html`, `text` is its text."""

    @abc.abstractmethod
    def customer_writes(
        self, ticket: str, text: str, *, html: str = "", files: Iterable[File] = ()
    ) -> None:
        """The ticket's customer writes again."""

    @abc.abstractmethod
    def agent_writes(self, ticket: str, text: str, *, public: bool) -> None:
        """Another agent replies (public) or adds a note, at the backend."""

    @abc.abstractmethod
    def change_ticket(
        self,
        ticket: str,
        *,
        status: Status | None = None,
        assignee: str | None = None,
        priority: str | None = None,
        subject: str | None = None,
    ) -> None:
        """Another agent changes fields, at the backend. None is unchanged, "" is nobody."""

    def write_many(self, ticket: str, texts: list[str]) -> None:
        """The customer writes all of these, in this order; override where bulk is faster."""
        for text in texts:
            self.customer_writes(ticket, text)

    def delete_ticket(self, ticket: str) -> None:
        """Needed where capability `deletions` is claimed."""
        raise NotApplicable("This driver can't delete tickets.")

    def merge_tickets(self, ticket: str, into: str) -> None:
        """Needed where capability `merges` is claimed."""
        raise NotApplicable("This driver can't merge tickets.")

    def begin_write(self, ticket: str, text: str) -> Callable[[], None]:
        """A customer's message that takes its number or time now and shows when called.

        It stands for a transaction that overlaps others: what commits later has a lower id.
        """
        raise NotApplicable("This backend can't hold a transaction open.")

    def set_strange_status(self, ticket: str) -> str:
        """Put a status on the ticket that is none of our six; returns the backend's word."""
        raise NotApplicable("This backend has no status beyond our six.")

    # --- What is true there ----------------------------------------------------------------

    @abc.abstractmethod
    def entries(self, ticket: str) -> list[TrueEntry]:
        """All messages and notes of the ticket, oldest first."""

    @abc.abstractmethod
    def ticket(self, ticket: str) -> TrueTicket:
        """The ticket's fields now."""

    @abc.abstractmethod
    def customer_sees(self, ticket: str) -> str:
        """Everything the ticket's customer can read or was sent, as one text."""

    @abc.abstractmethod
    def dump(self) -> object:
        """Everything at the backend that a session could change, read marks and presence
        included, comparable with ``==``."""

    def customer_types(self, ticket: str) -> None:
        """The customer starts to type. Needed where `typing` and `stream` are claimed."""
        raise NotApplicable("This driver's customers can't type.")

    def signs(self, ticket: str) -> set[str]:
        """Which live signs of the agent the backend shows: typing, read, viewing.

        Needed where capability typing, receipts or presence is claimed.
        """
        raise NotApplicable("This driver can't see live signs.")

    def settle(self) -> None:  # noqa: B027
        """Wait until what was sent can be found (index lag, a request still at work)."""
