"""Who a ticket is from, and how much else they wrote."""

from __future__ import annotations

from tests.builders import PEOPLE, StoreForTests
from workspace.store.queries.contact import EARLIER, TOTAL, get_contact


def test_earlier_tickets_are_counted_without_those_that_went(store: StoreForTests) -> None:
    made = [store.ticket(requester=PEOPLE[0]) for _ in range(EARLIER + 10)]
    store.ticket(requester=PEOPLE[1])
    store.write()
    for gone in made[3:6]:
        store.gone(gone)
    store.write()
    contact = get_contact(store.reader(), store.id_of(made[-1]))
    assert contact is not None
    assert len(contact.earlier) == EARLIER
    assert contact.earlier_total == len(made) - 1 - 3


def test_counting_them_reads_no_ticket(store: StoreForTests) -> None:
    """Each would be a page to decrypt, and a customer may have a thousand."""
    plan = store.reader().all(f"EXPLAIN QUERY PLAN {TOTAL}", (1, 1))
    looked_up = [str(row[-1]) for row in plan if str(row[-1]).startswith("SEARCH")]
    assert len(looked_up) == 2
    assert all("COVERING INDEX" in each for each in looked_up)
