"""What is told of an account's sync, and to whom: rest must stay rest."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

import pytest

from workspace.sync.account_status import SEEN_MS, AccountStatus


class Rest:
    """An account's status with its surroundings written down."""

    def __init__(self) -> None:
        self.now_ms = 1_000_000
        self.sent_lately = False
        self.written: list[dict[str, Any]] = []
        self.told: list[dict[str, bool]] = []
        clock = SimpleNamespace(now_ms=lambda: self.now_ms, monotonic=lambda: self.now_ms / 1000)
        self.status = AccountStatus(
            SimpleNamespace(account_id=1, clock=clock),  # type: ignore[arg-type]
            SimpleNamespace(submit=self._submit),  # type: ignore[arg-type]
            SimpleNamespace(sent_since=lambda account, at: self.sent_lately),  # type: ignore[arg-type]
            SimpleNamespace(changed=lambda **what: self.told.append(what)),  # type: ignore[arg-type]
        )

    def _submit(self, lane: object, job: Callable[[Any], bool]) -> Future[bool]:
        done: Future[bool] = Future()
        done.set_result(job(SimpleNamespace(set_account_state=self._write)))
        return done

    def _write(self, account_id: int, **columns: Any) -> bool:
        self.written.append(columns)
        return True

    def polls(self, times: int) -> None:
        """So many polls of the live feed, half a minute apart, that brought nothing."""
        self.written.clear()
        self.told.clear()
        for _ in range(times):
            self.now_ms += SEEN_MS
            self.status.set("idle")
            self.status.synced(0)


@pytest.fixture
def rest() -> Rest:
    rest = Rest()
    rest.status.set("syncing")
    rest.status.set("idle")
    assert rest.told == [{"accounts": True, "standing": False}] * 2
    return rest


def test_at_rest_only_the_time_is_written_and_nobody_reads_lists_anew(rest: Rest) -> None:
    rest.polls(3)
    assert [set(columns) for columns in rest.written] == [{"last_sync_at"}] * 3
    assert rest.told == [{"accounts": False, "standing": True}] * 3


def test_after_a_command_lists_are_read_anew_when_it_may_have_settled(rest: Rest) -> None:
    rest.sent_lately = True
    rest.polls(1)
    assert rest.told == [{"accounts": True, "standing": False}]


def test_another_clock_concerns_everything_with_an_age(rest: Rest) -> None:
    rest.status.synced(60_000)
    assert rest.told[-1] == {"accounts": True, "standing": False}


def test_progress_is_the_status_line_s_but_a_first_word_is_everybody_s() -> None:
    rest = Rest()
    rest.status.progress(1, 10)
    assert rest.written == [{"state": "syncing", "done": 1, "total": 10}]
    rest.now_ms += 10_000
    rest.status.progress(2, 10)
    assert rest.written[-1] == {"done": 2}
    assert rest.told == [
        {"accounts": True, "standing": False},
        {"accounts": False, "standing": True},
    ]
