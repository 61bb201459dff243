"""What a page of a first sync, a search and another customer cost must not grow with the cache.

Counted, not timed: steps of SQLite's machine, rows read, rows of the customer pane made.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.bench.test_counts import KEY, a_window
from workspace.bench.generator import DIRECTORY, ME, add_account, fill_cache, fill_desk, generate
from workspace.clock import SystemClock
from workspace.domain.items import Page
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.migrations import migrate
from workspace.store.queries.contact import get_contact
from workspace.store.queries.search import SCAN, WINDOW, search
from workspace.store.writer import CacheWriter
from workspace.sync.connectors.desk.database import DeskDatabase
from workspace.sync.connectors.desk.feeds import pull_history
from workspace.ui.contact_pane import contact_page
from workspace.ui.contact_pane.contact_pane import ContactPane
from workspace.ui.contact_pane.earlier_row import EarlierRow

SMALL, LARGE = 600, 4_800
PAGE = 200


@contextmanager
def steps(connection: Any) -> Iterator[list[int]]:
    """How many hundreds of instructions SQLite runs inside."""
    counted = [0]

    def step() -> int:
        counted[0] += 1
        return 0

    connection.set_progress_handler(step, 100)
    try:
        yield counted
    finally:
        connection.set_progress_handler(None, 0)


def steps_of_a_history_page(base: Path, messages: int) -> int:
    """Of the second page: the first one counts the desk, once."""
    fill_desk(Paths(base), KEY, messages, account="bench")
    database = DeskDatabase(Paths(base).desks / "bench", KEY.subkey("desk"), SystemClock())
    try:
        with database.read() as connection:
            cursor = pull_history(connection, "", PAGE).next
            with steps(connection.connection.driver_connection) as counted:
                page = pull_history(connection, cursor, PAGE)
    finally:
        database.close()
    assert page.more
    assert len(page.items) > PAGE // 2
    return counted[0]


def test_a_page_of_history_costs_the_same_on_a_large_desk(tmp_path: Path) -> None:
    small = steps_of_a_history_page(tmp_path / "small", SMALL)
    large = steps_of_a_history_page(tmp_path / "large", LARGE)
    assert 0 < large < 1.5 * small


def test_a_page_costs_the_same_in_a_large_cache(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    migrate(paths.ensure(), KEY)
    account = add_account(paths, KEY, "bench")
    writer = CacheWriter(paths, KEY, SystemClock())
    cost: list[float] = []
    try:
        writer.set_directory(account, DIRECTORY)
        for page in pieces(LARGE):
            with steps(writer._connection) as counted:
                writer.apply_page(account, "history", page, me=ME)
            cost.append(counted[0] / len(page.items))
    finally:
        writer.close()
    early, late = cost[1:5], cost[-5:-1]
    assert 0 < sum(late) < 1.5 * sum(early)


def pieces(messages: int, size: int = PAGE) -> Iterator[Page]:
    for page in generate(1, messages):
        for start in range(0, len(page.items), size):
            items = page.items[start : start + size]
            yield Page(items=items, next="x", more=True)


def test_no_page_waits_for_a_merge_that_others_made_due(tmp_path: Path) -> None:
    """What a page writes, merges of the search index included, stays near what pages write."""
    paths = Paths(tmp_path)
    migrate(paths.ensure(), KEY)
    account = add_account(paths, KEY, "bench")
    writer = CacheWriter(paths, KEY, SystemClock())
    log = tmp_path / f"{paths.cache_db.name}-wal"
    written: list[int] = []
    try:
        writer._connection.execute("PRAGMA wal_autocheckpoint = 0")
        writer.set_directory(account, DIRECTORY)
        for page in pieces(LARGE, PAGE // 2):
            before = log.stat().st_size
            writer.apply_page(account, "history", page, me=ME)
            written.append(log.stat().st_size - before)
        segments = writer._connection.execute("SELECT count(DISTINCT segid) FROM search_idx")
        assert segments.fetchone()[0] < len(written) // 2
    finally:
        writer.close()
    assert max(written) < 3 * sorted(written)[len(written) // 2]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = Paths(tmp_path_factory.mktemp("filled"))
    fill_cache(paths, KEY, LARGE)
    return paths


@pytest.mark.parametrize(
    ("query", "ranked", "most"),
    [
        ("the ", True, 2 * WINDOW + 400),  # candidates, their texts, what shows
        ("환", True, 3 * SCAN + 400),
        ("the a", False, 4 * SCAN + 400),  # a beginning among other words
        ("zz the a", False, 4 * SCAN + 400),
        ("is:message is:open", False, 2 * WINDOW + 400),
    ],
)
def test_a_search_reads_a_bounded_number_of_rows(
    filled: Paths, monkeypatch: pytest.MonkeyPatch, query: str, ranked: bool, most: int
) -> None:
    reader = Reader(filled, KEY)
    read = 0
    run = Reader.all

    def counting(self: Reader, *args: Any) -> Any:
        nonlocal read
        rows = run(self, *args)
        read += len(rows)
        return rows

    monkeypatch.setattr(Reader, "all", counting)
    try:
        result = search(reader, query, ranked=ranked)
    finally:
        reader.close()
    assert not result.problem
    assert read <= most


def test_a_beginning_is_tested_on_texts_alone(
    filled: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No ticket is read beside each of hundreds of entries."""
    reader = Reader(filled, KEY)
    rows_of: dict[str, int] = {}
    read = Reader.all

    def noting(self: Reader, sql: str, *args: Any) -> Any:
        rows = read(self, sql, *args)
        rows_of[sql] = rows_of.get(sql, 0) + len(rows)
        return rows

    monkeypatch.setattr(Reader, "all", noting)
    try:
        search(reader, "the zz")
    finally:
        reader.close()
    assert max(rows for sql, rows in rows_of.items() if "e.text" in sql) == SCAN
    assert max([rows for sql, rows in rows_of.items() if "ticket AS t" in sql], default=0) == 0


def test_another_customer_makes_no_rows(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 0

    class CountedRow(EarlierRow):
        def __init__(self, *args: Any) -> None:
            nonlocal made
            made += 1
            super().__init__(*args)

    monkeypatch.setattr(contact_page, "EarlierRow", CountedRow)
    with a_window(tmp_path, SMALL, qtbot) as counted:
        reader = Reader(Paths(tmp_path), KEY)
        ids = [row[0] for row in reader.all("SELECT id FROM ticket WHERE gone = 0 LIMIT 30")]
        contacts = [get_contact(reader, ticket_id) for ticket_id in ids]
        reader.close()
        for ticket_id in ids:
            counted.switch(ticket_id)
        (pane,) = counted.window.findChildren(ContactPane)
        qtbot.wait_until(lambda: bool(pane.findChildren(EarlierRow)))
    earlier = [len(contact.earlier) for contact in contacts if contact is not None]
    assert sum(earlier) > 3 * max(earlier)
    assert 0 < made <= max(earlier)
