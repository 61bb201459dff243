"""Where only an open ticket can pass, no other is read; and nothing is missed by it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import DIRECTORY, StoreForTests
from workspace.domain.commands import SetFields
from workspace.domain.items import Directory, StatusItem
from workspace.domain.words import Status
from workspace.store.connect import Reader
from workspace.store.queries import ticket_filters
from workspace.store.queries.search import search

CLOSED = 40


def some_tickets(store: StoreForTests) -> None:
    for number in range(CLOSED):
        closed = store.ticket(f"c{number}", status=Status.CLOSED, backend_status="closed")
        store.message(closed, "where is my parcel")
    for number in range(3):
        waiting = store.ticket(f"w{number}", status=Status.PENDING, backend_status="waiting")
        store.message(waiting, "where is my parcel")
    store.write()


def found(reader: Reader, query: str) -> set[str]:
    return {hit.ticket.remote_id for hit in search(reader, query).hits}


@pytest.mark.parametrize("query", ["parcel is:open", "parcel status:pending,open"])
def test_only_open_tickets_are_read(
    store: StoreForTests, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    some_tickets(store)
    read = 0
    run = Reader.all

    def counting(self: Reader, sql: str, *args: Any) -> Any:
        nonlocal read
        rows = run(self, sql, *args)
        read += len(rows) if sql == ticket_filters.FACTS else 0
        return rows

    monkeypatch.setattr(Reader, "all", counting)
    assert found(store.reader(), query) == {"w0", "w1", "w2"}
    assert 0 < read <= 6  # of the entries and of the subjects


def test_a_backends_word_for_what_is_closed_is_found(store: StoreForTests) -> None:
    """It calls “open” what counts as solved here: its own word finds it."""
    named = StatusItem(backend_status="Open", status=Status.SOLVED, label="Open")
    statuses = (*(s for s in DIRECTORY.statuses if s.backend_status != "open"), named)
    directory = Directory(agents=DIRECTORY.agents, teams=DIRECTORY.teams, statuses=statuses)
    assert store.current is not None
    store.writer.set_directory(store.current, directory)
    some_tickets(store)
    solved = store.ticket("s", status=Status.SOLVED, backend_status="Open")
    store.message(solved, "where is my parcel")
    store.write()
    reader = store.reader()
    assert found(reader, "parcel status:open") == {"s"}
    assert found(reader, "parcel is:open") == {"w0", "w1", "w2"}
    assert "w0" not in found(reader, "parcel -is:open")
    assert len(found(reader, "parcel -status:open,pending")) == CLOSED


def test_what_waits_to_be_opened_is_found_as_open(store: StoreForTests) -> None:
    some_tickets(store)
    assert store.current is not None
    store.journal.enqueue(
        store.current, "c0", [SetFields(status="open")], base_revision=1, base_entry=""
    )
    assert found(store.reader(), "parcel is:open") == {"c0", "w0", "w1", "w2"}


def test_of_very_many_open_ones_no_list_is_made(
    store: StoreForTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticket_filters, "MOST_OPEN", 2)
    some_tickets(store)
    assert found(store.reader(), "parcel is:open") == {"w0", "w1", "w2"}
