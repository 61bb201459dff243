"""Best first: what says more of what was looked for stands before what says it once."""

from __future__ import annotations

from tests.builders import StoreForTests
from workspace.domain.search import parse
from workspace.store.queries.ranking import scores
from workspace.store.queries.search import search


def test_oftener_shorter_and_rarer_words_count_more() -> None:
    texts = ["환불 " * 4 + "배송", "환불 배송 문의 " + "다른 말 " * 60, "배송 문의", "배송"]
    first, second, third, last = scores(texts, parse("환불 배송", typing=False).words)
    assert first > second > third
    assert last > third, "the shorter of two that say the same"
    assert scores(["a", "b"], ()) == [0.0, 0.0]
    assert scores([], parse("x", typing=False).words) == []


def test_the_best_match_comes_first_and_of_equals_the_newest(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    store.message(ticket, "환불 환불 환불 부탁합니다")
    for number in range(4):
        store.message(ticket, f"환불은 어떻게 하나요? 지난주에 주문한 상품이 {number}")
    store.write()
    reader = store.reader()
    newest = search(reader, "환불 ")
    best = search(reader, "환불 ", ranked=True)
    assert newest.hits[-1].snippet.startswith("환불 환불")
    assert best.hits[0].snippet.startswith("환불 환불")
    assert [hit.entry_id for hit in best.hits[1:]] == [hit.entry_id for hit in newest.hits[:-1]]
    assert {hit.entry_id for hit in best.hits} == {hit.entry_id for hit in newest.hits}
    assert not best.cut
    assert search(reader, "status:open", ranked=True).hits == search(reader, "status:open").hits
    beginning = search(reader, "환", ranked=True)
    assert beginning.hits[0].snippet.startswith("환불 환불")


def test_best_first_keeps_to_the_filters(store: StoreForTests) -> None:
    ticket = store.ticket("T")
    store.message(ticket, "환불 환불 환불 부탁합니다")
    store.message(ticket, "환불은 어떻게 하나요? 지난주에 주문한 상품입니다")
    store.write()
    reader = store.reader()
    best = search(reader, "환불 ", ranked=True)
    assert len(best.hits) == 2
    assert search(reader, "환불 after:2001-01-01 ", ranked=True).hits == best.hits
    assert not search(reader, "환불 before:2001-01-01 ", ranked=True).hits
    assert not search(reader, "환불 status:solved ", ranked=True).hits
