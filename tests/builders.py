"""Filling a cache as the engine does: through the writer, with Korean and English by default.

store = a_store(paths, key)
account = store.account("store")
ticket = store.ticket(subject="배송 문의")
store.message(ticket, "언제 도착하나요?")
store.note(ticket, "VIP")
store.write()
"""

from __future__ import annotations

from types import TracebackType
from typing import Any

from workspace.clock import Clock
from workspace.domain.items import (
    Address,
    AgentItem,
    AttachmentItem,
    Directory,
    EntryItem,
    Item,
    Page,
    PersonItem,
    StatusItem,
    TeamItem,
    TicketItem,
    Tombstone,
)
from workspace.domain.words import AccountId, Direction, Kind, Status
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.migrations import migrate
from workspace.store.outbox import Outbox
from workspace.store.writer import Applied, CacheWriter

START = 1_795_000_000_000  # ms UTC, the time at which tests/conftest.py's clock stands
MINUTE = 60_000
ME = "agent-me"

PEOPLE = (
    PersonItem(
        remote_id="person-1",
        name="김민지",
        addresses=(Address("email", "minji.kim@example.com"), Address("phone", "+82 10 0000 0001")),
        language="ko",
    ),
    PersonItem(
        remote_id="person-2",
        name="Ada Miller",
        addresses=(Address("email", "ada.miller@example.com"),),
        organization="Miller & Sons",
        language="en",
    ),
    PersonItem(
        remote_id="person-3",
        name="이서준",
        addresses=(Address("web", "seojun"),),
        language="ko",
    ),
)
SUBJECTS = ("배송이 아직 도착하지 않았어요", "Invoice shows the wrong address", "환불 요청드립니다")
TEXTS = (
    "안녕하세요, 주문한 상품이 언제 도착하는지 알고 싶습니다.",
    "Hello, could you please correct the address on my last invoice?",
    "결제가 두 번 되었어요. 확인 부탁드립니다.",
)
DIRECTORY = Directory(
    agents=(
        AgentItem(remote_id=ME, name="박지훈", address="me@example.com", me=True),
        AgentItem(remote_id="agent-2", name="Grace Lee", address="grace@example.com"),
    ),
    teams=(
        TeamItem(remote_id="support", name="Support"),
        TeamItem(remote_id="returns", name="반품"),
    ),
    statuses=tuple(
        StatusItem(backend_status=status.value, status=status, label=status.value.title())
        for status in Status
    ),
    priorities=("low", "normal", "high"),
)


class StoreForTests:
    """A migrated base directory with its writer, journal door and outbox."""

    def __init__(self, paths: Paths, key: MasterKey, clock: Clock) -> None:
        self.paths = paths
        self.key = key
        self.clock = clock
        migrate(paths, key)
        self.writer = CacheWriter(paths, key, clock)
        self.journal = JournalDoor(paths, key, clock)
        self.outbox = Outbox(paths, key, clock)
        self.accounts = Accounts(paths, key, clock)
        self.current: AccountId | None = None
        self._items: dict[AccountId, list[Item]] = {}
        self._tombstones: dict[AccountId, list[Tombstone]] = {}
        self._revisions: dict[tuple[AccountId, str], int] = {}
        self._account_of: dict[str, AccountId] = {}
        self._count = 0
        self._readers: list[Reader] = []

    def account(
        self,
        name: str = "store",
        connector: str = "desk",
        *,
        directory: Directory | None = DIRECTORY,
        **settings: str,
    ) -> AccountId:
        """A new account with a directory; later calls without one use the newest."""
        self.current = self.accounts.add(name, connector, "", settings, "secret of " + name)
        self.writer.set_account_state(self.current, state="idle")
        if directory is not None:
            self.writer.set_directory(self.current, directory)
        return self.current

    def ticket(
        self, remote_id: str | None = None, *, account: AccountId | None = None, **fields: Any
    ) -> TicketItem:
        """A ticket (or a newer state of one) on the next page to write; fields of TicketItem.

        `requester=None` for none; otherwise one of PEOPLE in turn. Revisions grow by themselves.
        """
        account = self._account(account)
        self._count += 1
        number = self._count
        remote_id = remote_id or str(number)
        revision = self._revisions.get((account, remote_id), 0) + 1
        values: dict[str, Any] = {
            "revision": revision,
            "subject": SUBJECTS[number % len(SUBJECTS)],
            "status": Status.OPEN,
            "backend_status": "open",
            "team": "support",
            "priority": "normal",
            "requester": PEOPLE[number % len(PEOPLE)],
            "created_at": START - 60 * MINUTE + number * MINUTE,
            "updated_at": START + number * MINUTE,
        } | fields
        item = TicketItem(remote_id=remote_id, **values)
        self._revisions[account, remote_id] = max(revision, item.revision)
        self._account_of[remote_id] = account
        self._items.setdefault(account, []).append(item)
        return item

    def message(
        self,
        ticket: TicketItem | str,
        text: str | None = None,
        *,
        direction: Direction | str = Direction.IN,
        account: AccountId | None = None,
        **fields: Any,
    ) -> EntryItem:
        """A message from the customer, or with direction="out" from an agent."""
        direction = Direction(direction)
        author = {"author_name": "김민지", "author_address": "minji.kim@example.com"}
        if direction == Direction.OUT:
            author = {"author_name": "박지훈", "author_remote_id": ME}
        return self._entry(ticket, Kind.MESSAGE, direction, text, account, author | fields)

    def messages(
        self, ticket: TicketItem | str, count: int, start: str = "message", end: str = ""
    ) -> None:
        """So many messages of the customer, numbered from 0: “message 0” and so on."""
        for number in range(count):
            self.message(ticket, f"{start} {number}{end}")

    def note(
        self,
        ticket: TicketItem | str,
        text: str = "고객에게 전화함. Call back on Monday.",
        *,
        account: AccountId | None = None,
        **fields: Any,
    ) -> EntryItem:
        """An internal note."""
        author = {"author_name": "박지훈", "author_remote_id": ME}
        return self._entry(ticket, Kind.NOTE, Direction.OUT, text, account, author | fields)

    def activity(
        self,
        ticket: TicketItem | str,
        change: dict[str, str] | None = None,
        *,
        account: AccountId | None = None,
        **fields: Any,
    ) -> EntryItem:
        """Something that happened, by default a change of status."""
        changed = change or {"field": "status", "old": "new", "new": "open"}
        fields = {"change": changed, "author_name": "Grace Lee"} | fields
        return self._entry(ticket, Kind.ACTIVITY, Direction.NONE, "", account, fields)

    def attachment(self, name: str = "영수증.pdf", **fields: Any) -> AttachmentItem:
        """For `attachments=(…,)` of an entry."""
        self._count += 1
        values = {"size": 12_345, "media_type": "application/pdf"} | fields
        return AttachmentItem(remote_id=f"file-{self._count}", name=name, **values)

    def gone(
        self, ticket: TicketItem | str, *, account: AccountId | None = None, **fields: Any
    ) -> None:
        """A tombstone of a ticket on the next page."""
        remote_id = ticket if isinstance(ticket, str) else ticket.remote_id
        tombstone = Tombstone(kind="ticket", remote_id=remote_id, **fields)
        account = account or self._account_of.get(remote_id)
        self._tombstones.setdefault(self._account(account), []).append(tombstone)

    def page(self, account: AccountId | None = None, next_: str = "cursor") -> Page:
        """What was built for an account since the last write, as one page."""
        account = self._account(account)
        items = self._items.pop(account, [])
        ordered = [item for item in items if not isinstance(item, EntryItem)]
        ordered += [item for item in items if isinstance(item, EntryItem)]
        return Page(
            items=tuple(ordered),
            tombstones=tuple(self._tombstones.pop(account, [])),
            next=next_,
        )

    def write(self, feed: str = "live") -> Applied:
        """Apply what was built, for all accounts; what came of the last of them."""
        applied = Applied(self.writer.seq())
        for account in sorted(self._items.keys() | self._tombstones.keys()):
            applied = self.writer.apply_page(account, feed, self.page(account), me=ME)
            assert not applied.held, applied.held
        return applied

    def reader(self) -> Reader:
        """A new reader; closed with the store."""
        reader = Reader(self.paths, self.key, self.clock)
        self._readers.append(reader)
        return reader

    def id_of(self, ticket: TicketItem | str) -> int:
        """The local id of a written ticket."""
        remote_id = ticket if isinstance(ticket, str) else ticket.remote_id
        row = self.reader().one("SELECT id FROM ticket WHERE remote_id = ?", (remote_id,))
        assert row is not None, f"ticket {remote_id} was not written"
        identity: int = row[0]
        return identity

    def close(self) -> None:
        """Close every file."""
        for reader in self._readers:
            reader.close()
        for part in (self.writer, self.journal, self.outbox, self.accounts):
            part.close()

    def __enter__(self) -> StoreForTests:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _account(self, account: AccountId | None) -> AccountId:
        if account is None:
            account = self.current if self.current is not None else self.account()
        return account

    def _entry(
        self,
        ticket: TicketItem | str,
        kind: Kind,
        direction: Direction,
        text: str | None,
        account: AccountId | None,
        fields: dict[str, Any],
    ) -> EntryItem:
        self._count += 1
        number = self._count
        remote_ticket = ticket if isinstance(ticket, str) else ticket.remote_id
        values: dict[str, Any] = {
            "remote_id": f"entry-{number}",
            "created_at": START + number * MINUTE,
            "text": TEXTS[number % len(TEXTS)] if text is None else text,
        } | fields
        item = EntryItem(ticket_remote_id=remote_ticket, kind=kind, direction=direction, **values)
        account = account or self._account_of.get(remote_ticket)
        self._items.setdefault(self._account(account), []).append(item)
        return item


class _StandingClock:
    def now_ms(self) -> int:
        return START

    def monotonic(self) -> float:
        return START / 1000


def a_store(paths: Paths, key: MasterKey, clock: Clock | None = None) -> StoreForTests:
    """A store in `paths`, at a clock that stands still unless one is given."""
    return StoreForTests(paths, key, clock or _StandingClock())
