"""Generated tickets are the same each time, and as a backend's feed would bring them."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pytest

from workspace.bench import generator
from workspace.bench.generator import PAGE, Rate, fill_cache, fill_desk, generate
from workspace.clock import SystemClock
from workspace.domain.items import EntryItem, Page, PersonItem, TicketItem
from workspace.domain.words import Kind
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.queries.tickets import count, list_tickets
from workspace.sync.connectors.contract import AccountConfig, Host
from workspace.sync.connectors.desk import DeskConnector


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return list(generate(5, 3000))


def entries(pages: list[Page]) -> list[EntryItem]:
    return [item for page in pages for item in page.items if isinstance(item, EntryItem)]


def test_the_same_seed_gives_the_same_pages(pages: list[Page]) -> None:
    assert list(generate(5, 3000)) == pages
    assert list(generate(6, 3000)) != pages


def test_what_a_page_needs_comes_first(pages: list[Page]) -> None:
    persons: set[str] = set()
    tickets: set[str] = set()
    seen: set[str] = set()
    for page in pages:
        kinds = [isinstance(item, EntryItem) for item in page.items]
        assert kinds == sorted(kinds)
        assert sum(kinds) <= PAGE
        for item in page.items:
            if isinstance(item, PersonItem):
                assert item.remote_id not in persons
                persons.add(item.remote_id)
            elif isinstance(item, TicketItem):
                assert item.requester is not None
                assert item.requester.remote_id in persons
                assert item.remote_id not in tickets
                tickets.add(item.remote_id)
            else:
                assert item.ticket_remote_id in tickets
                assert item.remote_id not in seen
                seen.add(item.remote_id)
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]


def test_it_is_as_much_as_asked_for_and_like_real_mail(pages: list[Page]) -> None:
    said = [entry for entry in entries(pages) if entry.kind != Kind.ACTIVITY]
    assert len(said) == 3000
    length = sum(len(entry.text) for entry in said) / len(said)
    assert 250 < length < 500
    korean = sum(any("가" <= c <= "힣" for c in entry.text) for entry in said) / len(said)
    assert 0.5 < korean < 0.8
    assert 0.1 < sum(bool(entry.html) for entry in said) / len(said) < 0.3
    assert 0.03 < sum(bool(entry.attachments) for entry in said) / len(said) < 0.1
    assert {entry.kind for entry in entries(pages)} == set(Kind)
    sizes = Counter(entry.ticket_remote_id for entry in said)
    assert max(sizes.values()) > 4 * (len(said) / len(sizes))
    writers = Counter(entry.author_address for entry in said if entry.direction == "in")
    assert writers.most_common(1)[0][1] > 5 * (sum(writers.values()) / len(writers))


def test_filling_a_cache(paths: Paths, key: MasterKey) -> None:
    rates: list[Rate] = []
    rate = fill_cache(paths, key, 400, progress=rates.append)
    assert rate.done == 400
    assert rates[-1] == rate
    reader = Reader(paths, key)
    assert count(reader, "all") == len(list_tickets(reader, "all", limit=1000))
    assert 25 < count(reader, "all") < 60
    assert reader.one("SELECT count(*) FROM entry WHERE kind <> 'activity'") == (400,)
    reader.close()
    assert fill_cache(paths, key, 400).done == 400  # again: nothing new
    reader = Reader(paths, key)
    assert reader.one("SELECT count(*) FROM entry WHERE kind <> 'activity'") == (400,)
    assert reader.one("SELECT count(*) FROM journal.account") == (1,)
    reader.close()


def test_a_filled_desk_brings_the_same_by_its_feed(paths: Paths, key: MasterKey) -> None:
    assert fill_desk(paths, key, 300).done == 300
    host = Host(
        clock=SystemClock(),
        log=logging.getLogger("test"),
        data_dir=paths.desks / "bench",
        data_key=key.subkey("desk"),
    )
    desk = DeskConnector(AccountConfig(name="bench", url=""), host)
    pulled: list[Page] = [desk.pull("history", "")]
    while pulled[-1].more:
        pulled.append(desk.pull("history", pulled[-1].next))
    desk.close()

    def said(pages: list[Page]) -> list[tuple[int, str, str]]:
        return sorted(
            (entry.created_at, entry.kind.value, entry.text)
            for entry in entries(pages)
            if entry.kind != Kind.ACTIVITY
        )

    assert said(pulled) == said(list(generate(1, 300)))


def test_the_command_says_its_rate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--basedir", str(tmp_path / "base"), "--messages", "50"]
    assert generator.main(arguments) == 0
    said = capsys.readouterr().out
    assert said.startswith("key ")
    assert "50 messages in" in said
