"""Every statement of the reads fits the schema, uses an index, and costs the same at any size."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.builders import ME, MINUTE, START, StoreForTests, a_store
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import queries
from workspace.store.connect import Reader
from workspace.store.queries import (
    accounts,
    contact,
    conversation,
    drafts,
    outbox,
    queue_kinds,
    saved,
    search,
    tickets,
)
from workspace.store.queries import queues as queues_

QUEUES = ("mine", "unassigned", "open", "all", "channel:email", "account:1", "team:1:support")
QUEUES += ("mentions", "breaching", "snoozed")

# Tables that stay small however much is cached, and virtual ones.
SMALL = {"account", "a", "agent", "g", "team", "m", "status", "s", "field", "queue_count", "cursor"}
SMALL |= {"j", "search", "account_state", "c", "json_each", "CONSTANT", "d", "saved_queue"}
SMALL |= {"own_word", "n"}
# Statements that sort what is pending, one ticket's, or a directory: never the cache.
SORTS_FEW = {"UNSETTLED", "STATUSES", "DRAFTS", "ATTACHMENTS", "AGENTS", "TEAMS", "ACCOUNTS"}
SORTS_FEW |= {"SAVED", "NAMES"}
# Read once per connection, when queues of one's own are counted for the first time.
FIRST_COUNTS = {"saved.SCAN_OPEN", "saved.SCAN_ALL"}
# Ends after MOST_OPEN rows of a partial index.
FIRST_OPEN = {"ticket_filters.OPEN_IDS"}
SORTS_FEW |= {"PRIORITIES"}
SORTS_FEW |= {"FIELDS", "WAITING"}


def statements() -> dict[str, str]:
    """Every statement of store/queries by module and name, those made on the spot included."""
    found: dict[str, str] = {}
    for info in pkgutil.iter_modules(queries.__path__):
        module = importlib.import_module(f"{queries.__name__}.{info.name}")
        for name, value in vars(module).items():
            if (
                name.isupper()
                and isinstance(value, str)
                and value.lstrip().startswith(("SELECT", "PRAGMA"))
            ):
                found[f"{info.name}.{name}"] = value
    for key in QUEUES:
        for order in queue_kinds.orders_of(key) if key != "snoozed" else ():
            for without in (False, True):
                queue = queue_kinds.parse_queue(key)
                name = f"queue_kinds.keys {key} {order} {without}"
                found[name] = queue_kinds.keys_sql(queue, order, without=without)
    for order in queue_kinds.EVERYWHERE:
        found[f"saved.keys {order}"] = saved.keys_of_ids_sql(order)
    return found


@pytest.fixture
def reader(paths: Paths, key: MasterKey) -> Iterator[Reader]:
    with a_store(paths, key) as store:
        yield store.reader()


def plan(reader: Reader, sql: str) -> list[str]:
    if sql.startswith("PRAGMA"):
        assert reader.one(sql)
        return []
    places = len(re.findall(r"\?", sql))
    rows = reader.connection.execute(f"EXPLAIN QUERY PLAN {sql}", ["[]"] * places).fetchall()
    return [row[3] for row in rows]


def test_there_are_statements() -> None:
    assert len(statements()) > 60


@pytest.mark.parametrize("name", sorted(statements()))
def test_statement_is_prepared_and_scans_nothing(reader: Reader, name: str) -> None:
    for step in plan(reader, statements()[name]):
        scanned = re.match(r"SCAN (?:journal\.)?(\w+)(.*)", step)
        if scanned and scanned[1] not in SMALL:
            partial = "INDEX ticket_" in scanned[2] and name.startswith("queue_kinds.keys")
            partial = partial or name in FIRST_COUNTS | FIRST_OPEN
            newest = name in ("outbox.DONE", "outbox.WAITING", "pending.UNSETTLED")
            assert partial or newest, (name, step)
        if "TEMP B-TREE" in step:
            few = name.startswith(("queue_kinds.keys breaching w", "queue_kinds.keys breaching n"))
            assert few or name.partition(".")[2] in SORTS_FEW, (name, step)


class Cost:
    """What reads cost in statements and in steps of SQLite's machine (each step counts 10)."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._steps = 0

    def _step(self) -> int:
        self._steps += 1
        return 0

    def of(self, read: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[int, int]:
        read(self._reader, *args, **kwargs)  # prepares statements, fills SQLite's cache
        self._reader.memo.pop("overlay", None)
        self._steps, before = 0, self._reader.statements
        self._reader.connection.set_progress_handler(self._step, 10)
        read(self._reader, *args, **kwargs)
        self._reader.connection.set_progress_handler(None, 0)
        return self._reader.statements - before, self._steps


def a_cache(store: StoreForTests, count: int) -> StoreForTests:
    """So many tickets, spread evenly over all queues, and a little pending work."""
    account = store.account("bench")
    for number in range(count):
        ticket = store.ticket(
            str(number),
            status=("open", "closed", "new")[number % 3],
            assignee=(ME, "", "agent-2", "")[number % 4],
            due_at=START + number * MINUTE if number % 5 else None,
            updated_at=START + number,
            channel="email",
        )
        for text in ("환불이 언제 되나요?", "Hello there", "확인했습니다."):
            store.message(ticket, text)
        if number < 40:
            store.note(ticket, "@박지훈", author_remote_id="agent-2")
    store.write("history")
    reader = store.reader()
    rows = list(tickets.get_tickets(reader, range(41, 49)).values())
    store.journal.add_queue("A few", "is:mentioned OR tag:환불", "newest")
    store.journal.snooze(rows, START + MINUTE)
    store.journal.dismiss_mentions(list(tickets.get_tickets(reader, range(1, 9)).values()))
    for remote_id in ("30", "31", "32"):
        for command in (SendReply(text="네, 바로 보내 드릴게요"), SetFields(status="solved")):
            store.journal.enqueue(account, remote_id, [command], base_revision=1, base_entry="")
    store.journal.enqueue(account, "33", [AddNote(text="hello")], base_revision=1, base_entry="")
    return store


def reads(reader: Reader) -> dict[str, tuple[int, int]]:
    cost = Cost(reader)
    ticket = tickets.list_tickets(reader, "all", limit=10)[9]
    own = next(row.key for row in queues_.list_queues(reader) if row.section == "saved")
    found = {
        f"list {key} {order}": cost.of(tickets.list_tickets, key, order=order, limit=10)
        for key in QUEUES
        for order in queue_kinds.orders_of(key)
    }
    return found | {
        "list saved": cost.of(tickets.list_tickets, own, limit=10),
        "count saved": cost.of(tickets.count, own),
        "count": cost.of(tickets.count, "open"),
        "count breaching": cost.of(tickets.count, "breaching"),
        "queues": cost.of(queues_.list_queues),
        "next moment": cost.of(queues_.next_moment),
        "get": cost.of(tickets.get_tickets, [ticket.id]),
        "find": cost.of(tickets.find_ticket, "bench", "7"),
        "conversation": cost.of(conversation.get_conversation, ticket.id, limit=5),
        "outbox": cost.of(outbox.list_outbox),
        "accounts": cost.of(accounts.list_accounts),
        "directory": cost.of(accounts.get_directory, ticket.account_id),
        "draft": cost.of(drafts.get_draft, ticket.account_id, "7", "reply"),
        "search filter": cost.of(search.search, "is:message", 10),
        "search word": cost.of(search.search, "확인 -refund", 10),
        "search syllable": cost.of(search.search, "환", 10),
        "search letters": cost.of(search.search, "he", 10),
    }


def test_no_read_costs_more_in_a_larger_cache(
    tmp_path_factory: pytest.TempPathFactory, key: MasterKey
) -> None:
    costs = []
    for count in (100, 1000):
        paths = Paths(tmp_path_factory.mktemp("cache") / "base").ensure()
        with a_store(paths, key) as store:
            costs.append(reads(a_cache(store, count).reader()))
    small, large = costs
    assert small.keys() == large.keys()
    for name, (count, steps) in large.items():
        assert count == small[name][0], f"{name}: {small[name]} statements and steps, then {count}"
        assert steps <= small[name][1] * 1.6 + 40, f"{name}: steps {small[name][1]} -> {steps}"


def test_reads_use_only_the_statements_checked_here(paths: Paths, key: MasterKey) -> None:
    with a_store(paths, key) as store:
        reader = a_cache(store, 300).reader()
        said: list[str] = []
        original = reader.all

        def listen(sql: str, parameters: Any = ()) -> Any:
            said.append(sql)
            return original(sql, parameters)

        reader.all = listen  # type: ignore[method-assign]
        reads(reader)
        ticket = tickets.list_tickets(reader, "all", limit=1)[0]
        contact.get_contact(reader, ticket.id)
        search.search(reader, "status:open assignee:me team:1 환불 7")
        assert set(said) <= set(statements().values())


def test_far_pages_read_no_rows_on_their_way(paths: Paths, key: MasterKey) -> None:
    with a_store(paths, key) as store:
        reader = a_cache(store, 300).reader()
        cost = Cost(reader)
        near = cost.of(tickets.list_tickets, "all", limit=10)
        far = cost.of(tickets.list_tickets, "all", limit=10, offset=250)
        assert near[0] == far[0]
        # A few steps of the index for each row that is left out, and nothing of the table.
        assert far[1] - near[1] <= 250 * 2
