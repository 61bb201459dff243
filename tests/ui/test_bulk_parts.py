"""Tickets of a bulk change taken back and tried again: nothing twice, nothing forgotten."""

from __future__ import annotations

import pytest

from tests.builders import StoreForTests
from tests.ui.desk import Desk
from workspace.domain.commands import AddNote, SendReply, SetFields, decode_command
from workspace.domain.errors import Problem
from workspace.store.queries.rows import TicketRow
from workspace.ui.bulk.facts import Facts
from workspace.ui.bulk.parts import Commands, Part, Put, plan, put, put_anew, put_back

NO = Problem("rejected", "No.", "Ask.")


def macro(row: TicketRow, facts: Facts | None) -> Commands:
    """Words and fields, as a macro has them."""
    return (SendReply(text="Bye"), SetFields(status="solved", base={"status": "open"}))


@pytest.fixture
def store(desk: Desk) -> StoreForTests:
    return desk.store


@pytest.fixture
def part(store: StoreForTests) -> Part:
    ids = [store.ticket(str(number), status="open").remote_id for number in range(3)]
    store.write()
    return plan(store.reader(), [store.id_of(one) for one in ids], macro)


def send(store: StoreForTests, command_id: str) -> None:
    assert store.outbox.mark_sending(command_id)
    assert store.outbox.mark_sent(command_id, f"r-{command_id}")


def refuse(store: StoreForTests, command_id: str) -> None:
    assert store.outbox.mark_sending(command_id)
    assert store.outbox.mark_failed(command_id, NO)


def waiting(store: StoreForTests) -> list[tuple[str, type]]:
    rows = store.reader().all(
        "SELECT ticket_remote_id, payload FROM journal.outbox WHERE state = 'queued' ORDER BY seq"
    )
    return [(ticket, type(decode_command(bytes(payload)))) for ticket, payload in rows]


def again(store: StoreForTests, old: list[Put]) -> list[Put]:
    fresh = plan(store.reader(), [each.ticket_id for each in old], macro)
    return put_anew(store.journal, fresh, old).puts


def test_all_commands_of_a_ticket_are_taken_back_and_it_counts_as_such(
    store: StoreForTests, part: Part
) -> None:
    puts = put(store.journal, part, 0)
    back = put_back(store.journal, puts, opposites=False)
    assert waiting(store) == []
    assert back.left == []
    assert set(back.taken) == {one for each in puts for one in each.ids}


def test_only_what_has_left_is_turned_round(store: StoreForTests, part: Part) -> None:
    puts = put(store.journal, part, 0)
    send(store, puts[0].ids[0])  # its words; the status waits still
    for one in puts[1].ids:
        send(store, one)
    back = put_back(store.journal, puts, opposites=True)
    assert waiting(store) == [("1", SetFields)]
    assert [each.ticket_id for each in back.opposed] == [puts[1].ticket_id]
    assert [each.ids for each in back.left] == [puts[0].ids[:1]]


def test_another_try_does_not_depend_on_the_other_tickets(store: StoreForTests, part: Part) -> None:
    puts = put(store.journal, part, 0)
    for each in puts:
        refuse(store, each.ids[0])
    store.journal.take_back_many(puts[1].ids)  # left as it is, at the same moment
    fresh = again(store, puts)
    assert waiting(store) == [
        ("0", SendReply),
        ("0", SetFields),
        ("2", SendReply),
        ("2", SetFields),
    ]
    assert [each.ticket_id for each in fresh] == [puts[0].ticket_id, puts[2].ticket_id]


def test_words_that_have_left_are_not_said_again(store: StoreForTests, part: Part) -> None:
    puts = put(store.journal, part, 0)
    send(store, puts[0].ids[0])
    refuse(store, puts[0].ids[1])
    fresh = again(store, puts[:1])
    assert waiting(store)[-1] == ("0", SetFields)
    assert [kind for ticket, kind in waiting(store) if ticket == "0"] == [SetFields]
    assert [each.ticket_id for each in fresh] == [puts[0].ticket_id]


def test_nor_by_a_third_try(store: StoreForTests, part: Part) -> None:
    puts = put(store.journal, part, 0)
    send(store, puts[0].ids[0])
    refuse(store, puts[0].ids[1])
    second = again(store, puts[:1])
    refuse(store, second[0].ids[0])
    third = again(store, second)
    assert [kind for ticket, kind in waiting(store) if ticket == "0"] == [SetFields]
    refuse(store, third[0].ids[0])
    left = [each.without(set(puts[0].ids[:1])) for each in puts[:1]]  # the refused one alone
    again(store, [each for each in left if each])
    assert SendReply not in [kind for ticket, kind in waiting(store) if ticket == "0"]


def test_a_note_is_no_way_back(store: StoreForTests) -> None:
    store.ticket("7")
    store.write()
    planned = plan(store.reader(), [store.id_of("7")], lambda row, facts: (AddNote(text="x"),))
    puts = put(store.journal, planned, 0)
    send(store, puts[0].ids[0])
    back = put_back(store.journal, puts, opposites=True)
    assert waiting(store) == []
    assert back.left == puts
