"""The journal door: drafts, outbox, take back, files; each in one piece."""

from __future__ import annotations

import io
import sys
from typing import Any

import msgspec
import pytest

from tests.builders import StoreForTests
from tests.conftest import SetClock
from workspace.domain.commands import AddNote, OutgoingFile, SendReply, SetFields, decode_command
from workspace.domain.errors import Conflict, NotFound, Problem, StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import audit
from workspace.store.connect import open_database
from workspace.store.journal import JournalDoor
from workspace.store.queries.rows import DraftRow

PROBLEM = Problem("rejected", "The backend said no.", "Change it.")


def a_draft(text: str = "초안 draft", mode: str = "reply", **fields: Any) -> DraftRow:
    values: dict[str, Any] = {
        "account_id": 1,
        "ticket_remote_id": "7",
        "mode": mode,
        "text": text,
        "html": None,
        "channel": "email",
        "recipient": "minji.kim@example.com",
        "attachments": "[]",
        "base_entry": "e1",
        "updated_at": 5,
    }
    return DraftRow(**(values | fields))


def drafts(store: StoreForTests) -> list[DraftRow]:
    rows = store.reader().all("SELECT * FROM journal.draft ORDER BY mode")
    return [DraftRow(**dict(zip(DraftRow.__struct_fields__, row, strict=True))) for row in rows]


def states(store: StoreForTests) -> dict[str, str]:
    return dict(store.reader().all("SELECT id, state FROM journal.outbox ORDER BY seq"))


def files(store: StoreForTests) -> list[str]:
    return sorted(row[0] for row in store.reader().all("SELECT id FROM journal.outgoing_file"))


def attach(store: StoreForTests, data: bytes = b"invoice") -> OutgoingFile:
    return store.journal.add_file("영수증.pdf", "application/pdf", io.BytesIO(data))


def as_json(*attached: OutgoingFile) -> str:
    return msgspec.json.encode(attached).decode()


def test_a_draft_is_replaced_by_its_mode_and_dropped(store: StoreForTests) -> None:
    store.journal.save_draft(a_draft("one"))
    store.journal.save_draft(a_draft("a note", mode="note"))
    store.journal.save_draft(a_draft("두 번째"))
    assert [draft.text for draft in drafts(store)] == ["a note", "두 번째"]
    store.journal.drop_draft(1, "7", "note")
    assert drafts(store) == [a_draft("두 번째")]


def test_enqueue_drops_the_draft_in_the_same_transaction(store: StoreForTests) -> None:
    store.journal.save_draft(a_draft())
    store.journal.save_draft(a_draft("kept", mode="note"))
    reply, status, tag = store.journal.enqueue(
        1,
        "7",
        [SendReply(text="답장"), SetFields(status="solved"), SetFields(tags_add=("vip",))],
        base_revision=4,
        base_entry="e9",
        not_before=99,
        drop_draft_mode="reply",
    )
    assert [draft.text for draft in drafts(store)] == ["kept"]
    rows = store.reader().all(
        'SELECT id, command, "after", base_revision, base_entry, not_before, state, payload'
        " FROM journal.outbox ORDER BY seq"
    )
    assert [row[:3] for row in rows] == [
        (reply, "reply", ""),
        (status, "set", reply),
        (tag, "set", reply),
    ]
    assert {row[3:7] for row in rows} == {(4, "e9", 99, "queued")}
    assert decode_command(rows[0][7]) == SendReply(text="답장")


def test_a_failed_enqueue_keeps_the_draft(
    store: StoreForTests, paths: Paths, key: MasterKey
) -> None:
    store.journal.save_draft(a_draft())
    with open_database(paths.journal_db, key.subkey("journal")) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    connection.close()
    with pytest.raises(StoreError, match="disk full"):
        store.journal.enqueue(
            1,
            "7",
            [SendReply(text="x")],
            base_revision=0,
            base_entry="",
            drop_draft_mode="reply",
        )
    assert drafts(store) == [a_draft()]
    assert states(store) == {}


def test_taken_back_the_words_and_files_are_a_draft_again(store: StoreForTests) -> None:
    file = attach(store)
    reply = SendReply(text="답장", channel="email", recipient="a@example.com", attachments=(file,))
    first, second = store.journal.enqueue(
        1, "7", [reply, SetFields(status="solved")], base_revision=0, base_entry="e1"
    )
    assert store.journal.take_back(first, restore_draft=True) == reply
    (draft,) = drafts(store)
    assert (draft.text, draft.mode, draft.recipient) == ("답장", "reply", "a@example.com")
    assert draft.attachments == as_json(file)
    assert states(store) == {first: "cancelled", second: "cancelled"}
    assert store.journal.open_file(file).read() == b"invoice"


def test_taking_back_joins_what_was_written_since(store: StoreForTests) -> None:
    kept, sent = attach(store), attach(store)
    (note,) = store.journal.enqueue(
        1,
        "7",
        [AddNote(text="first <b>", attachments=(sent,))],
        base_revision=0,
        base_entry="",
    )
    store.journal.save_draft(
        a_draft("second", mode="note", html="<i>second</i>", attachments=as_json(kept))
    )
    store.journal.take_back(note, restore_draft=True)
    (draft,) = drafts(store)
    assert draft.text == "first <b>\n\nsecond"
    assert draft.html == "first &lt;b&gt;<br><i>second</i>"
    assert draft.attachments == as_json(sent, kept)


def test_without_restoring_the_files_go_too(store: StoreForTests) -> None:
    file = attach(store)
    (reply,) = store.journal.enqueue(
        1, "7", [SendReply(text="x", attachments=(file,))], base_revision=0, base_entry=""
    )
    store.journal.take_back(reply, restore_draft=False)
    assert drafts(store) == []
    assert files(store) == []
    with pytest.raises(NotFound):
        store.journal.open_file(file)


def test_what_left_or_may_have_left_is_not_taken_back(store: StoreForTests) -> None:
    (one,) = store.journal.enqueue(1, "7", [AddNote(text="x")], base_revision=0, base_entry="")
    store.outbox.mark_sending(one)
    with pytest.raises(Conflict, match="on its way"):
        store.journal.take_back(one, restore_draft=True)
    store.outbox.mark_in_doubt(one, 10, PROBLEM)
    with pytest.raises(Conflict, match="on its way"):
        store.journal.take_back(one, restore_draft=True)
    store.outbox.mark_sent(one, "r1")
    with pytest.raises(Conflict, match="has been sent"):
        store.journal.take_back(one, restore_draft=True)
    with pytest.raises(NotFound):
        store.journal.take_back("nothing", restore_draft=True)
    assert drafts(store) == []


def test_failed_conflicting_and_undecided_ones_are_taken_back(store: StoreForTests) -> None:
    for mark in (
        store.outbox.mark_failed,
        store.outbox.mark_conflict,
        store.outbox.mark_needs_agent,
    ):
        (one,) = store.journal.enqueue(1, "7", [AddNote(text="x")], base_revision=0, base_entry="")
        store.outbox.mark_sending(one)
        assert mark(one, PROBLEM)
        store.journal.take_back(one, restore_draft=True)
        assert states(store)[one] == "cancelled"
        with pytest.raises(Conflict, match="already"):
            store.journal.take_back(one, restore_draft=True)


def test_files_of_a_dropped_draft_stay_with_its_version_or_command(store: StoreForTests) -> None:
    shared, own = attach(store), attach(store)
    store.journal.enqueue(
        1, "7", [SendReply(text="x", attachments=(shared,))], base_revision=0, base_entry=""
    )
    store.journal.save_draft(a_draft(attachments=as_json(shared, own)))
    store.journal.drop_draft(1, "7", "reply")
    assert files(store) == sorted([shared.id, own.id]), "its version can be restored"
    store.journal.remove_file(shared.id)
    assert shared.id in files(store), "an unsent command still needs it"


def test_a_file_is_sealed_as_a_stream_and_told(store: StoreForTests) -> None:
    seen: list[int] = []
    data = bytes(range(256)) * 4096
    file = store.journal.add_file(
        "C:\\사진\\../a\u202egnp.exe", "image/png", io.BytesIO(data), seen.append
    )
    assert file.name == "agnp.exe"
    assert file.size == len(data) == seen[-1]
    assert seen == sorted(seen)
    assert len(seen) > 1
    assert store.journal.open_file(file).read() == data
    store.journal.remove_file(file.id)
    assert files(store) == []


def test_sends_status_changes_and_decisions_are_audited(
    store: StoreForTests, paths: Paths, key: MasterKey
) -> None:
    reply, status = store.journal.enqueue(
        1, "7", [SendReply(text="비밀"), SetFields(status="solved")], base_revision=0, base_entry=""
    )
    for one, remote in ((reply, "r1"), (status, "7")):
        store.outbox.mark_sending(one)
        store.outbox.mark_sent(one, remote)
    (undone,) = store.journal.enqueue(1, "8", [AddNote(text="x")], base_revision=0, base_entry="")
    store.journal.take_back(undone, restore_draft=False)
    rows = store.reader().all("SELECT action, ref, detail FROM journal.audit ORDER BY seq")
    assert rows == [
        ("account.added", "store:", "desk"),
        ("sent.reply", "store:7", f"{reply} r1"),
        ("sent.status", "store:7", f"{status} 7 solved"),
        ("outbox.taken_back", "store:8", undone),
    ]
    connection = open_database(paths.journal_db, key.subkey("journal"), read_only=True)
    assert audit.verify(connection, key.subkey("audit")) is None
    connection.close()


def test_a_payload_can_not_be_changed_once_enqueued(
    store: StoreForTests, paths: Paths, key: MasterKey
) -> None:
    store.journal.enqueue(1, "7", [AddNote(text="x")], base_revision=0, base_entry="")
    connection = open_database(paths.journal_db, key.subkey("journal"))
    with pytest.raises(Exception, match="frozen"):
        connection.execute("UPDATE outbox SET payload = x'00'")
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="what is open stays in its place there")
def test_the_door_follows_a_journal_that_was_replaced(
    store: StoreForTests, paths: Paths, key: MasterKey, set_clock: SetClock
) -> None:
    """A repair at the engine's start puts another file in place while a window is open."""
    connection = open_database(paths.journal_db, key.subkey("journal"))
    connection.execute("VACUUM INTO ?", (str(paths.base / "new.db"),))
    connection.close()
    for ending in ("-wal", "-shm", ""):
        old = paths.journal_db.with_name(paths.journal_db.name + ending)
        old.rename(paths.base / f"old{ending}")
    (paths.base / "new.db").rename(paths.journal_db)
    store.journal.save_draft(a_draft("written after"))
    door = JournalDoor(paths, key, set_clock)
    door.drop_draft(1, "7", "reply")
    door.close()
    assert drafts(store) == []
