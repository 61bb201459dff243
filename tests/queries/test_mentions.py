"""A note that names me with @ brings its ticket to Mentions until I answer or dismiss it."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from tests.builders import ME, START, StoreForTests
from workspace.domain.mentions import Mentions
from workspace.store.migrations import CACHE, apply, cache_0003

AGENTS = (
    ("agent-me", "Grace Lee", "grace.lee@example.com", True),
    ("kim", "Grace Kim", "grace.kim@example.com", False),
    ("77", "박지훈", "", False),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Grace Lee can you look?", True),
        ("@grace lee, @박지훈", True),
        ("(@GraceLee)", True),
        ("＠Grace　Lee님께 부탁드려요", True),
        ("ask @grace.lee", True),
        ("ask @grace.lee@example.com.", True),
        ("@agent-me?", True),
        ("@Grace", True),  # either of the two may be meant: better seen twice than missed
        ("@Grace Kim please", False),  # the longer name is the one that was written
        ("@grace.kim", False),
        ("@Gracelyn", False),
        ("@grace.lees", False),
        ("write to sales@grace.lee", False),
        ("Grace Lee", False),
        ("@", False),
        ("@77 @박지훈님", False),
    ],
)
def test_who_is_named(text: str, named: bool) -> None:
    assert Mentions(AGENTS).me_by("kim", text) == named
    assert not Mentions(AGENTS).me_by("agent-me", text)  # nobody calls themselves


def test_a_korean_name_takes_particles_and_titles() -> None:
    names = Mentions([("me", "박지훈", "", True)])
    for text in ("@박지훈", "@박지훈님께", "@박지훈은 어떻게 생각하세요", "확인:@박지훈"):
        assert names.me_by("x", text), text


def test_without_knowing_me_nobody_is_named() -> None:
    assert not Mentions([]).me_by("kim", "@Grace")


def mentioned(store: StoreForTests) -> dict[str, int]:
    rows = store.reader().all("SELECT remote_id, mentioned_at FROM ticket WHERE mentioned_at > 0")
    [counted] = store.reader().all(
        "SELECT coalesce((SELECT tickets FROM queue_count WHERE queue = 'mentions'), 0)"
    )
    assert counted[0] == len(rows)
    return dict(rows)


@pytest.mark.parametrize("feed", ["history", "live"])
def test_an_answer_after_it_settles_a_mention(store: StoreForTests, feed: str) -> None:
    def named(ticket: str, at: int) -> None:
        store.note(ticket, "@박지훈 봐 주세요", author_remote_id="agent-2", created_at=START + at)

    for remote_id in ("named", "answered", "noted", "own", "other", "again"):
        store.ticket(remote_id)
    for remote_id in ("named", "answered", "noted", "again"):
        named(remote_id, 5)
    store.message("answered", direction="out", created_at=START + 6)
    store.note("noted", "done", created_at=START + 6)
    store.note("again", "done", created_at=START + 6)
    named("again", 7)
    store.note("own", "@박지훈 to myself")
    store.message("named", "@박지훈 from the customer", created_at=START + 8)
    store.note("other", "@Grace Lee", author_remote_id="agent-2")
    store.write(feed)
    assert mentioned(store) == {"named": START + 5, "again": START + 7}
    # The same in pages of their own: what is known is asked of the tables, not of the page.
    store.note(store.ticket("named"), "seen", created_at=START + 9)
    named("other", 9)
    store.write(feed)
    assert mentioned(store) == {"again": START + 7, "other": START + 9}
    store.gone("again")
    store.write(feed)
    assert mentioned(store) == {"other": START + 9}


def test_a_note_that_is_edited_or_deleted(store: StoreForTests) -> None:
    fields = {"remote_id": "note-1", "author_remote_id": "agent-2", "created_at": START}
    store.note(store.ticket("1"), "@박지훈", **fields)
    store.write()
    assert mentioned(store) == {"1": START}
    store.note(store.ticket("1"), "never mind", **fields)
    store.write()
    assert mentioned(store) == {}
    store.note(store.ticket("1"), "yes, @박지훈", **fields)
    store.write()
    assert mentioned(store) == {"1": START}


def test_an_older_cache_is_looked_through_once() -> None:
    connection = sqlcipher.connect(":memory:")
    for migration in CACHE[:2]:
        apply(connection, migration)
    connection.executemany(
        "INSERT INTO agent (account_id, remote_id, name, me) VALUES (1, ?, ?, ?)",
        [(ME, "박지훈", 1), ("agent-2", "Grace Lee", 0)],
    )
    for ticket, status in ((1, "open"), (2, "solved"), (3, "open")):
        connection.execute(
            "INSERT INTO ticket (id, account_id, remote_id, revision, status, created_at,"
            " updated_at) VALUES (?, 1, ?, 1, ?, 0, 0)",
            (ticket, str(ticket), status),
        )
        said = [("note", "agent-2", "@박지훈", 5), ("note", "agent-2", "@Grace", 7)]
        said += [("message", ME, "done", 6)] if ticket == 3 else []
        connection.executemany(
            "INSERT INTO entry (ticket_id, remote_id, kind, direction, author_remote_id, text,"
            " created_at) VALUES (?, ?, ?, 'out', ?, ?, ?)",
            [(ticket, str(number), *rest) for number, rest in enumerate(said)],
        )
    apply(connection, cache_0003.bring)
    rows = connection.execute("SELECT id, mentioned_at FROM ticket WHERE mentioned_at > 0")
    assert rows.fetchall() == [(1, 5)]
    counted = connection.execute("SELECT tickets FROM queue_count WHERE queue = 'mentions'")
    assert counted.fetchone() == (1,)
    connection.execute("UPDATE ticket SET gone = 1")
    assert connection.execute("SELECT max(tickets) FROM queue_count").fetchone() == (0,)
