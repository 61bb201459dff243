"""Earlier versions of a draft: kept few, by what happens to the draft."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from builders import StoreForTests, a_store
from tests.conftest import SetClock
from workspace.domain.commands import SendReply
from workspace.domain.words import AccountId
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.store.queries.drafts import list_versions
from workspace.store.queries.rows import DraftRow

MINUTE = 60  # seconds


@pytest.fixture
def store(paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[StoreForTests]:
    with a_store(paths, key, set_clock) as store:
        store.account("store")
        yield store


def a_draft(text: str, mode: str = "reply", ticket: str = "7") -> DraftRow:
    return DraftRow(
        account_id=1,
        ticket_remote_id=ticket,
        mode=mode,
        text=text,
        html=None,
        channel="email",
        recipient="a@b",
        attachments="[]",
        base_entry="e1",
        updated_at=1,
    )


def kept(store: StoreForTests, mode: str = "reply", ticket: str = "7") -> list[tuple[str, str]]:
    return [(v.text, v.why) for v in list_versions(store.reader(), 1, ticket, mode)]


def test_words_that_only_grew_in_one_sitting_are_one_version(
    store: StoreForTests, set_clock: SetClock
) -> None:
    for text in ("안녕", "안녕하세요", "안녕하세요, 고객님"):
        store.journal.keep_version(a_draft(text), "pause")
        set_clock.advance(MINUTE)
    assert kept(store) == [("안녕하세요, 고객님", "pause")]
    store.journal.keep_version(a_draft("다시"), "pause")
    set_clock.advance(60 * MINUTE)
    store.journal.keep_version(a_draft("다시 시작"), "pause")
    assert [text for text, _ in kept(store)] == ["다시 시작", "다시", "안녕하세요, 고객님"]


def test_sending_and_discarding_keep_the_words_in_their_own_transaction(
    store: StoreForTests,
) -> None:
    store.journal.save_draft(a_draft("the answer"))
    store.journal.enqueue(
        AccountId(1),
        "7",
        [SendReply(text="the answer", channel="email")],
        base_revision=1,
        base_entry="e1",
        drop_draft_mode="reply",
    )
    assert kept(store) == [("the answer", "sent")]
    store.journal.save_draft(a_draft("never mind"))
    store.journal.drop_draft(1, "7", "reply")
    assert kept(store) == [("never mind", "discarded"), ("the answer", "sent")]
    assert kept(store, "note") == []
    store.journal.save_draft(a_draft("  "))
    store.journal.drop_draft(1, "7", "reply")
    assert len(kept(store)) == 2


def test_only_the_newest_twenty_stay_for_each_ticket_and_mode(store: StoreForTests) -> None:
    for number in range(30):
        store.journal.keep_version(a_draft(f"{number} words"), "replaced")
    store.journal.keep_version(a_draft("a note", "note"), "pause")
    store.journal.keep_version(a_draft("elsewhere", ticket="8"), "pause")
    assert [text for text, _ in kept(store)] == [f"{number} words" for number in range(29, 9, -1)]
    assert kept(store, "note") == [("a note", "pause")]
    assert kept(store, ticket="8") == [("elsewhere", "pause")]


def test_the_same_words_again_only_say_why_anew(store: StoreForTests) -> None:
    store.journal.keep_version(a_draft("words"), "pause")
    store.journal.keep_version(msgspec.structs.replace(a_draft("words"), html="<b>"), "left")
    assert kept(store) == [("words", "left")]


def test_versions_go_with_their_account(
    store: StoreForTests, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    store.journal.keep_version(a_draft("words"), "pause")
    accounts = Accounts(paths, key, set_clock)
    accounts.remove("store", discard_unsent=True)
    accounts.close()
    assert kept(store) == []
