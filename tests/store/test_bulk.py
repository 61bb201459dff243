"""Many tickets at once: one transaction in, one out, and nothing half."""

from __future__ import annotations

import pytest

from tests.builders import StoreForTests
from workspace.domain.commands import AddNote, SetFields
from workspace.domain.errors import StoreError
from workspace.store.journal_bulk import Batch
from workspace.store.queries.outbox import standing


def batches(store: StoreForTests, count: int) -> list[Batch]:
    account = store.current
    assert account is not None
    change = SetFields(status="solved", base={"status": "open"})
    return [Batch(account, f"t{number}", 7, (change,)) for number in range(count)]


def test_commands_of_many_tickets_are_one_transaction(store: StoreForTests) -> None:
    before = store.journal._file._connection.execute("PRAGMA data_version").fetchone()
    ids = store.journal.enqueue_many(batches(store, 300), not_before=5)
    assert len({one for each in ids for one in each}) == 300
    rows = store.reader().all(
        "SELECT ticket_remote_id, base_revision, not_before, state FROM journal.outbox ORDER BY seq"
    )
    assert rows == [(f"t{number}", 7, 5, "queued") for number in range(300)]
    assert store.journal._file._connection.execute("PRAGMA data_version").fetchone() == before


def test_a_tickets_later_commands_wait_for_its_first(store: StoreForTests) -> None:
    account = store.current
    assert account is not None
    two = Batch(account, "t", 1, (AddNote(text="seen"), SetFields(status="solved")))
    ((first, second),) = store.journal.enqueue_many([two])
    after = store.reader().all('SELECT id, "after" FROM journal.outbox ORDER BY seq')
    assert after == [(first, ""), (second, first)]


def test_one_that_cannot_be_kept_keeps_none(store: StoreForTests) -> None:
    account = store.current
    assert account is not None
    bad = Batch(account, None, 1, (SetFields(status="solved"),))  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.journal.enqueue_many([*batches(store, 3), bad])
    assert store.reader().all("SELECT id FROM journal.outbox") == []


def test_taking_back_leaves_what_has_left(store: StoreForTests) -> None:
    ids = [one for (one,) in store.journal.enqueue_many(batches(store, 6))]
    file = store.journal._file
    with file.write() as connection:
        connection.execute("UPDATE outbox SET state = 'sending' WHERE id = ?", (ids[1],))
        connection.execute("UPDATE outbox SET state = 'sent' WHERE id = ?", (ids[2],))
        connection.execute("UPDATE outbox SET state = 'conflict' WHERE id = ?", (ids[3],))
    now = standing(store.reader(), ids)
    assert (now.waiting, now.sent, now.cancelled) == (4, 1, 0)
    assert [row.id for row in now.problems] == [ids[3]]
    taken = store.journal.take_back_many([*ids, "unknown"])
    assert taken == [ids[0], ids[3], ids[4], ids[5]]
    assert store.journal.take_back_many(ids) == []
    after = standing(store.reader(), ids)
    assert (after.waiting, after.sent, after.cancelled, after.problems) == (1, 1, 4, ())
