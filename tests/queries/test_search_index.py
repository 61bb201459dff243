"""Which place in the index a document gets, and that adding it again changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Connection, open_database
from workspace.store.migrations import migrate
from workspace.store.search_index import (
    LIVE,
    LIVE_SUBJECTS,
    SearchDoc,
    add,
    field_word,
    remove,
    subject_doc,
)


@pytest.fixture
def cache(paths: Paths, key: MasterKey) -> Iterator[Connection]:
    migrate(paths, key)
    connection = open_database(paths.cache_db, key.subkey("cache"))
    yield connection
    connection.close()


def entry(entry_id: int, created_at: int, text: str = "환불 요청", **fields: object) -> SearchDoc:
    return SearchDoc(entry_id=entry_id, ticket_id=1, created_at=created_at, text=text, **fields)  # type: ignore[arg-type]


def places(cache: Connection) -> dict[int, int]:
    return dict(cache.execute("SELECT entry_id, doc FROM search_doc").fetchall())


def found(cache: Connection, expression: str) -> list[int]:
    rows = cache.execute(
        "SELECT entry_id FROM search JOIN search_doc ON doc = search.rowid WHERE search MATCH ?"
        " ORDER BY search.rowid DESC",
        (expression,),
    )
    return [row[0] for row in rows.fetchall()]


def test_older_pages_go_below_and_live_ones_above(cache: Connection) -> None:
    add(cache, [entry(1, 30), entry(2, 20)], live=False)
    add(cache, [entry(3, 10), entry(4, 15)], live=False)
    add(cache, [entry(5, 40)], live=True)
    add(cache, [entry(6, 51), entry(7, 50)], live=True)
    assert places(cache) == {
        3: LIVE - 4,
        4: LIVE - 3,
        2: LIVE - 2,
        1: LIVE - 1,
        5: LIVE,
        7: LIVE + 1,
        6: LIVE + 2,
    }
    assert found(cache, "환불") == [6, 7, 5, 1, 2, 4, 3]


def test_subjects_have_their_own_places(cache: Connection) -> None:
    add(cache, [entry(1, 5), subject_doc(ticket_id=1, created_at=1, subject="교환")], live=False)
    add(cache, [subject_doc(ticket_id=2, created_at=1, subject="교환")], live=True)
    assert places(cache) == {1: LIVE - 1, -1: LIVE_SUBJECTS - 1, -2: LIVE_SUBJECTS}


def test_adding_again_replaces_in_place(cache: Connection) -> None:
    add(cache, [entry(1, 10), entry(2, 11)], live=False)
    before = places(cache)
    add(cache, [entry(1, 10, "교환 문의"), entry(3, 12)], live=True)
    after = places(cache)
    assert {each: after[each] for each in before} == before
    assert found(cache, "환불") == [3, 2]
    assert found(cache, "교환") == [1]
    add(cache, [entry(1, 10, "교환 문의"), entry(3, 12)], live=True)
    assert places(cache) == after


def test_the_same_entry_twice_in_one_page(cache: Connection) -> None:
    add(cache, [entry(1, 10), entry(1, 10, "교환")], live=False)
    assert found(cache, "교환") == [1]
    assert found(cache, "환불") == []


def test_removed_documents_are_found_no_more(cache: Connection) -> None:
    add(cache, [entry(1, 10), subject_doc(ticket_id=1, created_at=1, subject="환불")], live=True)
    remove(cache, [1, -1, 77])
    assert found(cache, "환불") == []
    assert places(cache) == {}
    remove(cache, [])


def test_what_an_entry_is_of(cache: Connection) -> None:
    add(
        cache,
        [
            entry(
                1,
                10,
                author="김민지 minji@example.com",
                channel="Live Chat",
                account="shop-1",
                kind="note",
                has_attachment=True,
                attachment_names=("영수증.pdf",),
            )
        ],
        live=True,
    )
    for expression in (
        'fields : "xis_note"',
        'fields : "xchannel_live_chat"',
        f'fields : "{field_word("xaccount_", "shop-1")}"',
        'fields : "xhas_attachment"',
        'fields : "xf_김민 xf_민지"',
        'fields : "xf_example xf_com"',
        'body : "영수 수증 pdf"',
    ):
        assert found(cache, expression) == [1], expression
    # A phrase never runs from the text into the name of a file.
    assert found(cache, 'body : "요청 영수"') == []


def test_single_messages_are_merged_as_they_come(cache: Connection) -> None:
    for at in range(400):
        add(cache, [entry(at + 1, at)], live=True)
    segments = cache.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()[0]
    assert 0 < segments <= 32  # each costs every search a look
    assert len(found(cache, "환불")) == 400


def test_words_of_fields_do_not_collide() -> None:
    assert field_word("x", "한국") != field_word("x", "대한")
    assert field_word("x", "E-Mail") == field_word("x", "e-mail") == "xe_mail"
