"""The machine's clock is set by hours while commands wait."""

from __future__ import annotations

from tests.builders import a_store
from tests.conftest import SetClock
from workspace.domain.commands import SendReply
from workspace.keys import MasterKey
from workspace.paths import Paths

UNDO_MS = 10_000
HOUR_S = 3600.0


def test_an_undo_wait_does_not_last_for_hours_when_the_clock_is_set_back(
    paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    with a_store(paths, key, set_clock) as store:
        account = store.account()
        now = set_clock.now_ms()
        reply, later = SendReply(text="soon"), SendReply(text="tomorrow")
        places = {"base_revision": 0, "base_entry": ""}
        (soon,) = store.journal.enqueue(account, "1", [reply], not_before=now + UNDO_MS, **places)
        store.journal.enqueue(account, "2", [later], not_before=now + 86_400_000, **places)

        def due() -> list[str]:
            return [entry.id for entry in store.outbox.due(account, set_clock.now_ms())]

        assert due() == []
        set_clock.advance(-3 * HOUR_S)
        assert due() == [soon]  # what was put off for a day still waits
        set_clock.advance(6 * HOUR_S)
        assert due() == [soon]
