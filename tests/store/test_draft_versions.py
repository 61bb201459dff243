"""Earlier versions of a draft: kept few, by what happens to the draft."""

from __future__ import annotations

import io

import msgspec

from tests.builders import StoreForTests
from tests.conftest import SetClock
from workspace.domain.commands import OutgoingFile, SendReply
from workspace.domain.errors import NotFound
from workspace.domain.words import AccountId
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.accounts import Accounts
from workspace.store.queries.drafts import list_versions
from workspace.store.queries.rows import DraftRow

MINUTE = 60  # seconds


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


def attach(store: StoreForTests, name: str = "invoice.pdf") -> OutgoingFile:
    return store.journal.add_file(name, "application/pdf", io.BytesIO(name.encode()))


def with_files(text: str, *files: OutgoingFile) -> DraftRow:
    return msgspec.structs.replace(a_draft(text), attachments=msgspec.json.encode(files).decode())


def named(store: StoreForTests) -> list[list[str]]:
    versions = list_versions(store.reader(), 1, "7", "reply")
    return [[file["name"] for file in msgspec.json.decode(one.attachments)] for one in versions]


def there(store: StoreForTests, file: OutgoingFile) -> bool:
    try:
        with store.journal.open_file(file) as stream:
            return stream.read() == file.name.encode()
    except NotFound:
        return False


def test_files_of_a_version_stay_while_it_is_kept_and_go_with_it(
    store: StoreForTests, set_clock: SetClock
) -> None:
    first, second = attach(store, "first.pdf"), attach(store, "second.pdf")
    store.journal.save_draft(with_files("two files", first, second))
    store.journal.keep_version(with_files("two files", first, second), "pause")
    store.journal.save_draft(with_files("two files", first))
    store.journal.remove_file(second.id)
    store.journal.drop_draft(1, "7", "reply")
    assert named(store) == [["first.pdf"], ["first.pdf", "second.pdf"]]
    set_clock.advance(2 * 24 * 60 * MINUTE)
    store.outbox.prune()
    assert there(store, first)
    assert there(store, second)
    set_clock.advance(91 * 24 * 60 * MINUTE)
    store.outbox.prune()
    assert kept(store) == []
    assert not there(store, first)
    assert not there(store, second)


def test_a_file_that_no_version_saw_goes_when_it_is_taken_out(store: StoreForTests) -> None:
    file = attach(store)
    store.journal.save_draft(with_files("words", file))
    store.journal.save_draft(a_draft("words"))
    store.journal.remove_file(file.id)
    assert not there(store, file)


def test_a_draft_of_files_alone_is_kept_when_it_is_discarded(store: StoreForTests) -> None:
    file = attach(store)
    store.journal.save_draft(with_files("", file))
    store.journal.drop_draft(1, "7", "reply")
    assert kept(store) == [("", "discarded")]
    assert there(store, file)


def test_more_files_in_one_sitting_grow_the_version_fewer_make_another(
    store: StoreForTests,
) -> None:
    first, second = attach(store, "first.pdf"), attach(store, "second.pdf")
    store.journal.keep_version(with_files("words", first), "pause")
    store.journal.keep_version(with_files("words", first, second), "pause")
    assert named(store) == [["first.pdf", "second.pdf"]]
    store.journal.keep_version(with_files("words", second), "pause")
    assert named(store) == [["second.pdf"], ["first.pdf", "second.pdf"]]


def test_what_was_sent_takes_its_files_along_and_leaves_the_others(
    store: StoreForTests, set_clock: SetClock
) -> None:
    sent, other = attach(store, "sent.pdf"), attach(store, "other.pdf")
    store.journal.keep_version(with_files("both", sent, other), "pause")
    (command,) = store.journal.enqueue(
        AccountId(1),
        "7",
        [SendReply(text="the answer", channel="email", attachments=(sent,))],
        base_revision=1,
        base_entry="e1",
        drop_draft_mode="reply",
    )
    assert named(store) == [[], ["other.pdf"]]
    assert there(store, sent)
    store.outbox.mark_sending(command)
    store.outbox.mark_sent(command, "m1")
    set_clock.advance(2 * 24 * 60 * MINUTE)
    store.outbox.prune()
    assert not there(store, sent)
    assert there(store, other)


def test_files_of_versions_go_with_their_account(
    store: StoreForTests, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    file = attach(store)
    store.journal.keep_version(with_files("words", file), "pause")
    accounts = Accounts(paths, key, set_clock)
    accounts.remove("store", discard_unsent=True)
    accounts.close()
    assert list(paths.outgoing.iterdir()) == []
