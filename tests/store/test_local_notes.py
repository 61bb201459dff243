"""Notes kept only on this computer: written, changed, deleted, never lost in a merge."""

from __future__ import annotations

import pytest

from tests.builders import ME, StoreForTests, a_store
from tests.conftest import SetClock
from tests.store.test_salvage import flip_pages, start
from workspace.domain.errors import NotFound, UsageError
from workspace.domain.items import Fetched, Tombstone
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import salvage
from workspace.store.accounts import Accounts
from workspace.store.queries.conversation import get_conversation
from workspace.store.queries.drafts import get_draft
from workspace.store.queries.local_notes import count_local_notes
from workspace.store.queries.rows import DraftRow


def notes(store: StoreForTests) -> list[tuple[str, str]]:
    rows = store.reader().all(
        "SELECT ticket_remote_id, text FROM journal.local_note ORDER BY created_at, id"
    )
    return [(row[0], row[1]) for row in rows]


def a_draft(mode: str, text: str, base_entry: str = "") -> DraftRow:
    return DraftRow(
        account_id=1,
        ticket_remote_id="7",
        mode=mode,
        text=text,
        html=None,
        channel="",
        recipient="",
        attachments="[]",
        base_entry=base_entry,
        updated_at=0,
    )


def test_a_kept_note_takes_its_draft_along_and_no_other(store: StoreForTests) -> None:
    store.journal.save_draft(a_draft("local", "기억할 것"))
    store.journal.save_draft(a_draft("note", "for the team"))
    store.journal.keep_local_note(1, "7", "기억할 것")
    assert notes(store) == [("7", "기억할 것")]
    assert get_draft(store.reader(), 1, "7", "local") is None
    assert get_draft(store.reader(), 1, "7", "note") is not None
    assert store.reader().all("SELECT 1 FROM journal.outbox") == []


def test_a_note_changes_in_place_and_one_that_is_gone_is_kept_anew(
    store: StoreForTests, set_clock: SetClock
) -> None:
    first = store.journal.add_local_note(1, "7", "one")
    set_clock.advance(1)
    store.journal.add_local_note(1, "7", "two")
    assert store.journal.keep_local_note(1, "7", "one, mended", first) == first
    assert notes(store) == [("7", "one, mended"), ("7", "two")]
    store.journal.remove_local_note(first)
    set_clock.advance(1)
    assert store.journal.keep_local_note(1, "7", "one, once more", first) != first
    assert notes(store) == [("7", "two"), ("7", "one, once more")]


def test_a_deleted_note_comes_back_at_its_own_time(
    store: StoreForTests, set_clock: SetClock
) -> None:
    first = store.journal.add_local_note(1, "7", "one")
    set_clock.advance(1)
    store.journal.add_local_note(1, "7", "two")
    gone = store.journal.remove_local_note(first)
    with pytest.raises(NotFound):
        store.journal.remove_local_note(first)
    store.journal.restore_local_note(gone)
    store.journal.restore_local_note(gone)
    assert notes(store) == [("7", "one"), ("7", "two")]


def test_a_discarded_draft_of_one_stays_as_an_earlier_version(store: StoreForTests) -> None:
    store.journal.save_draft(a_draft("local", "half a thought"))
    store.journal.drop_draft(1, "7", "local")
    rows = store.reader().all("SELECT mode, text, why FROM journal.draft_version")
    assert rows == [("local", "half a thought", "discarded")]


def test_notes_follow_their_ticket_into_the_one_it_is_merged_into(store: StoreForTests) -> None:
    for remote_id in ("old", "middle", "new", "other"):
        store.message(store.ticket(remote_id))
    store.write()
    for remote_id in ("old", "middle", "new", "other"):
        store.journal.add_local_note(1, remote_id, f"about {remote_id}")
    store.gone("middle", reason="merged", merged_into="new")
    store.gone("old", reason="merged", merged_into="middle")
    store.gone("other", reason="deleted")
    store.write()
    assert sorted(notes(store)) == [
        ("new", "about middle"),
        ("new", "about new"),
        ("new", "about old"),
        ("other", "about other"),  # deleted there: comes back should the ticket
    ]
    page = get_conversation(store.reader(), store.id_of("new"))
    shown = [entry.text for entry in page.entries if entry.state == "local"]
    assert sorted(shown) == ["about middle", "about new", "about old"]


def test_a_merge_that_a_fetch_tells_takes_them_along_too(store: StoreForTests) -> None:
    store.message(store.ticket("old"))
    store.message(store.ticket("new"))
    store.write()
    store.journal.add_local_note(1, "old", "remember")
    lost = Fetched(
        ticket=None,
        entries=(),
        complete=True,
        tombstones=(Tombstone(kind="ticket", remote_id="old", reason="merged", merged_into="new"),),
    )
    store.writer.apply_fetch(1, "old", lost, older=False, me=ME)
    assert notes(store) == [("new", "remember")]


def test_an_account_does_not_go_while_notes_would_be_lost(
    store: StoreForTests, paths: Paths, key: MasterKey
) -> None:
    store.journal.add_local_note(1, "7", "one")
    store.journal.add_local_note(1, "8", "two")
    assert count_local_notes(store.reader(), 1) == 2
    accounts = Accounts(paths, key)
    with pytest.raises(UsageError, match="2 notes"):
        accounts.remove("store", discard_unsent=True)
    assert len(notes(store)) == 2
    accounts.remove("store", discard_notes=True)
    accounts.close()
    assert notes(store) == []


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_journal_gives_them_back(paths: Paths, key: MasterKey, seed: int) -> None:
    with a_store(paths, key) as store:
        store.account("store")
        for number in range(80):
            store.journal.add_local_note(1, str(number % 7), f"메모 {number} " * 20)
    assert salvage.check_at_start(paths, key) == []  # as each start does, with a copy
    flip_pages(paths.journal_db, 2, seed)
    told, after = start(paths, key)
    with after:
        assert told
        assert len(notes(after)) == 80
