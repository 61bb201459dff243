"""Clocks of backends that go ahead or behind change no age, deadline, order of words or news.

The same history is told twice: by backends whose clocks agree with ours, and by the same ones with
their clocks set otherwise. Whatever is reckoned from it must be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.builders import ME, MINUTE, START, StoreForTests, a_store
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, Command, SendReply, SetFields
from workspace.domain.words import AccountId
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader
from workspace.store.diagnostics import gather
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.news import read_news
from workspace.store.queries.queue_kinds import orders_of
from workspace.store.queries.queues import list_queues, next_moment
from workspace.store.queries.search import search
from workspace.store.queries.tickets import count, get_tickets, list_ids
from workspace.ui.sync_status.account_cards import clock_words, read_accounts
from workspace.ui.ticket_list.spoken import chips, sentence
from workspace.ui.words import age

HOUR = 60 * MINUTE
ACCOUNTS, TICKETS = 3, 40


class World:
    """One telling: accounts 1 to 3, whose clocks are ahead of ours by `ahead` (ms)."""

    def __init__(self, root: Path, key: MasterKey, ahead: tuple[int, ...], seed: str) -> None:
        self.clock = SetClock(START)
        self.store: StoreForTests = a_store(Paths(root).ensure(), key, self.clock)
        self.ahead = {AccountId(number): each for number, each in enumerate(ahead, 1)}
        self._tell(Random(seed))
        for account_id, offset in self.ahead.items():
            self.store.writer.set_account_state(account_id, clock_offset_ms=offset)
        self.reader: Reader = self.store.reader()
        self.ids = [row[0] for row in self.reader.all("SELECT id FROM ticket ORDER BY id")]

    def _tell(self, random: Random) -> None:
        for account_id in self.ahead:
            assert self.store.account(f"a{account_id}") == account_id
        for number in range(TICKETS):
            account_id = AccountId(random.randint(1, ACCOUNTS))
            by_its_clock = self.ahead[account_id]
            at = START - random.randrange(HOUR, 6 * HOUR)  # ages in hours know no calendar
            due = random.choice([None, START + random.randrange(-2 * HOUR, 5 * HOUR)])
            said = [at + part * MINUTE for part in sorted(random.sample(range(30), 3))]
            ticket = self.store.ticket(
                str(number),
                account=account_id,
                assignee=random.choice([ME, ""]),
                created_at=at + by_its_clock,
                updated_at=said[-1] + by_its_clock,
                due_at=None if due is None else due + by_its_clock,
            )
            for place, when in enumerate(said):
                self.store.message(
                    ticket,
                    f"word{number} {place}",
                    direction=random.choice(["in", "out"]),
                    created_at=when + by_its_clock,
                )
            self.store.note(
                ticket,
                random.choice(["@박지훈 확인", "memo"]),
                author_remote_id="agent-2",
                created_at=said[-1] + by_its_clock + 1,
            )
            self.store.write()
            if random.random() < 0.5:
                self._answer(account_id, str(number), said[-1], random)
        self.clock.advance((START - self.clock.now_ms() + 0.5) / 1000)

    def _answer(self, account_id: AccountId, remote_id: str, last: int, random: Random) -> None:
        """Mine, shortly before or after what the customer said last."""
        moment = last + random.choice([-1, 1]) * random.randrange(10, 90_000)
        self.clock.advance((moment - self.clock.now_ms() + 0.5) / 1000)
        commands: list[Command] = [
            SendReply(text="네"),
            AddNote(text="mine"),
            SetFields(priority="high"),
        ]
        self.store.journal.enqueue(
            account_id,
            remote_id,
            [random.choice(commands)],
            base_revision=1,
            base_entry="",
        )
        self.store.journal.add_local_note(account_id, remote_id, "kept here")

    def told(self) -> dict[str, Any]:
        """All that an agent sees of time."""
        reader, now = self.reader, self.clock.now_ms()
        rows = get_tickets(reader, self.ids)
        found = search(reader, "word1 OR 네")
        since = now - 3 * HOUR
        return {
            "queues": {row.key: row.count for row in list_queues(reader)},
            "breaching": [
                sorted(list_ids(reader, "breaching", order=order))
                for order in orders_of("breaching")
            ],
            "counted": count(reader, "breaching"),
            "next": next_moment(reader),
            "rows": {
                each: (sentence(row, now), chips(row, now), row.needs_reply, row.snippet)
                for each, row in rows.items()
            },
            "named": {each for each, row in rows.items() if row.mentioned_at},
            "news": sorted(
                each.entry_id for each in read_news(reader, dict.fromkeys(self.ids, 0), since)
            ),
            "found": sorted(
                (hit.ticket.id, hit.snippet, age(hit.ticket.backend_now(now), hit.created_at))
                for hit in found.hits
            ),
            "conversations": [self._conversation(each) for each in self.ids],
        }

    def _conversation(self, ticket_id: int) -> list[tuple[str, int]]:
        page = get_conversation(self.reader, ticket_id)
        ahead = page.ticket.clock_offset_ms
        assert ahead == self.ahead[AccountId(page.ticket.account_id)]
        return [(entry.text, entry.created_at - ahead) for entry in page.entries]


@pytest.fixture
def worlds(
    request: pytest.FixtureRequest, tmp_path: Path, key: MasterKey
) -> Iterator[tuple[World, World]]:
    seed, ahead = request.param
    with ExitStack() as stack:
        pair = [
            World(tmp_path / name, key, clocks, f"clocks {seed}")
            for name, clocks in (("true", (0,) * ACCOUNTS), ("off", ahead))
        ]
        for world in pair:
            stack.callback(world.store.close)
        yield pair[0], pair[1]


AHEAD = [
    (7 * MINUTE, 7 * MINUTE, 7 * MINUTE),
    (-HOUR, 0, 3 * HOUR),
    (90 * MINUTE, -2 * MINUTE, -5 * HOUR),
    (-26 * HOUR, 26 * HOUR, 1_500),
]


@pytest.mark.parametrize("worlds", list(enumerate(AHEAD)), indirect=True)
def test_nothing_that_is_reckoned_depends_on_the_backends_clocks(
    worlds: tuple[World, World],
) -> None:
    true, off = worlds
    told = true.told()
    assert told["counted"] > 0
    assert told["next"] > START
    assert told["news"]
    assert len({words for words, *_ in told["rows"].values()}) > 20
    for _ in range(5):
        assert off.told() == told
        moment = told["next"]
        if not moment:
            break
        for world in worlds:  # just before and at the moment that was told
            world.clock.advance((moment - 1 - world.clock.now_ms() + 0.5) / 1000)
        assert [count(w.reader, "breaching") for w in worlds] == [told["counted"]] * 2
        for world in worlds:
            world.clock.advance(0.0015)
        told = true.told()
        assert told["counted"] == count(off.reader, "breaching")


@pytest.mark.parametrize("worlds", [(0, (5 * MINUTE, -125 * MINUTE, 90_000))], indirect=True)
def test_clocks_minutes_apart_are_told(worlds: tuple[World, World]) -> None:
    true, off = worlds
    said = [clock_words(row) for row in read_accounts(off.reader)]
    assert "5 min behind the server's" in said[0]
    assert "2 h ahead of the server's" in said[1]
    assert said[2] == ""  # less than two minutes
    assert [clock_words(row) for row in read_accounts(true.reader)] == [""] * ACCOUNTS
    report = gather(off.store.paths, off.reader)[0].data.decode()
    assert [f'"clock_ahead_s": {n}' in report for n in (300, -7500, 90)] == [True] * 3
