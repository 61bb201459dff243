"""Some of the tickets of a bulk change: planned, put into the outbox, taken back, put anew.

All of it runs on worker threads; the door's part of it is one or two short transactions.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from workspace.domain.commands import Command, SetFields
from workspace.store.connect import Reader
from workspace.store.journal_bulk import Batch
from workspace.store.queries.rows import TicketRow
from workspace.ui.bulk.changes import Change, Refusal, opposite
from workspace.ui.bulk.facts import Facts, read_facts

if TYPE_CHECKING:
    from workspace.store.journal import JournalDoor

Commands = tuple[Command, ...]
Opposites = tuple[SetFields | None, ...]
"""For each command what leads back to how the ticket was before it; None where nothing does."""
Places = tuple[int, ...]
"""For each command its place among all that is dealt to its ticket."""
Deal = Callable[[TicketRow, Facts | None], Commands | Refusal]
"""What to do to one ticket, on a reader thread; no commands where nothing would change."""


@dataclass(slots=True)
class Part:
    """Some of the tickets, planned: `rows`, `commands`, `back` and `places` go together."""

    rows: list[TicketRow] = field(default_factory=list)
    commands: list[Commands] = field(default_factory=list)
    back: list[Opposites] = field(default_factory=list)
    places: list[Places] = field(default_factory=list)
    refused: list[tuple[TicketRow, str]] = field(default_factory=list)


class Put(msgspec.Struct, frozen=True, gc=False):
    """A ticket's commands in the outbox. There may be tens of thousands of these.

    Attributes:
        back: what leads back, for each of `ids`; empty if nothing does.
        places: of each of `ids`, so that another try puts what is missing and nothing else.
        is_back: it leads back itself.
    """

    ticket_id: int
    account_id: int
    remote_id: str
    ids: tuple[str, ...]
    back: Opposites = ()
    places: Places = ()
    is_back: bool = False

    def without(self, taken: Container[str]) -> Put | None:
        """The same but for the commands that were taken back; None if no others are left."""
        left = [place for place, one in enumerate(self.ids) if one not in taken]
        if len(left) == len(self.ids) or not left:
            return self if left else None
        return msgspec.structs.replace(
            self,
            ids=tuple(self.ids[place] for place in left),
            back=tuple(self.back[place] for place in left if self.back),
            places=tuple(self.places[place] for place in left if self.places),
        )


class Anew(msgspec.Struct, frozen=True):
    """What came of another try for some tickets.

    Attributes:
        taken: ids of commands that had not got through.
        puts: what lies in the outbox in their place.
    """

    taken: list[str]
    puts: list[Put]


class Back(msgspec.Struct, frozen=True):
    """What came of taking some tickets back.

    Attributes:
        taken: ids of commands that had not left.
        opposed: tickets whose opposite change lies in the outbox now.
        left: tickets that stay as they were changed.
    """

    taken: list[str]
    opposed: list[Put]
    left: list[Put]


def deal_of(change: Change) -> Deal:
    """A change of one field as what is done to a ticket."""

    def deal(row: TicketRow, facts: Facts | None) -> Commands | Refusal:
        command = change.command(row, facts)
        if command is None:
            return ()
        return command if isinstance(command, Refusal) else (command,)

    return deal


def plan(reader: Reader, ids: Sequence[int], deal: Deal) -> Part:
    """What to do to these tickets; those gone meanwhile are left out."""
    from workspace.store.queries.tickets import get_tickets

    rows = get_tickets(reader, ids)
    facts = read_facts(reader, {row.account_id for row in rows.values()})
    part = Part()
    same: dict[bytes, tuple[Opposites, Places]] = {}  # one of each is kept, not thousands
    for ticket_id in ids:
        row = rows.get(ticket_id)
        if row is None:
            continue
        dealt = deal(row, facts.get(row.account_id))
        if isinstance(dealt, Refusal):
            part.refused.append((row, dealt.words))
        elif dealt:
            back = tuple(opposite(row, one) for one in dealt)
            part.rows.append(row)
            part.commands.append(dealt)
            key = msgspec.json.encode(back)
            back, places = same.setdefault(key, (back, tuple(range(len(dealt)))))
            part.back.append(back)
            part.places.append(places)
    return part


def put(door: JournalDoor, part: Part, not_before: int) -> list[Put]:
    """Put a planned part into the outbox, in one transaction."""
    batches = [
        Batch(row.account_id, row.remote_id, row.revision, commands)
        for row, commands in zip(part.rows, part.commands, strict=True)
    ]
    ids = door.enqueue_many(batches, not_before=not_before)
    return [
        Put(row.id, row.account_id, row.remote_id, tuple(each), back, places)
        for row, each, back, places in zip(part.rows, ids, part.back, part.places, strict=True)
    ]


def put_back(door: JournalDoor, puts: Sequence[Put], opposites: bool) -> Back:
    """Take back what has not left; with `opposites` put what undoes the rest into the outbox."""
    taken = _take(door, puts)
    left = [each for one in puts if (each := one.without(taken)) is not None]
    ways = [
        (each, way)
        for each in left
        if opposites and (way := tuple(one for one in reversed(each.back) if one is not None))
    ]
    # No base revision: the base values tell whether somebody was there meanwhile.
    batches = [Batch(each.account_id, each.remote_id, 0, way) for each, way in ways]
    ids = door.enqueue_many(batches) if batches else []
    opposed = [
        Put(each.ticket_id, each.account_id, each.remote_id, tuple(one), is_back=True)
        for (each, _), one in zip(ways, ids, strict=True)
    ]
    turned = {each.ticket_id for each in opposed}
    return Back(list(taken), opposed, [each for each in left if each.ticket_id not in turned])


def put_anew(door: JournalDoor, part: Part, old: Sequence[Put]) -> Anew:
    """Put what is planned in place of what did not get through; what has left is not repeated."""
    taken = _take(door, old)
    # The same is dealt to a ticket each time: a command has its old one's place.
    missing = {
        each.ticket_id: {
            place for place, one in zip(each.places, each.ids, strict=True) if one in taken
        }
        for each in old
    }
    chosen = Part(refused=part.refused)
    for row, commands, back in zip(part.rows, part.commands, part.back, strict=True):
        places = tuple(place for place in range(len(commands)) if place in missing[row.id])
        if places:
            chosen.rows.append(row)
            chosen.commands.append(tuple(commands[place] for place in places))
            chosen.back.append(tuple(back[place] for place in places))
            chosen.places.append(places)
    return Anew(list(taken), put(door, chosen, 0))


def _take(door: JournalDoor, puts: Iterable[Put]) -> set[str]:
    """The later commands of a ticket first: else they would go with its first one, unnamed."""
    return set(door.take_back_many([one for each in puts for one in reversed(each.ids)]))
