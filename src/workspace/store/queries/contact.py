"""Who a ticket is from, and what else they wrote about, across linked records of one contact."""

from __future__ import annotations

import msgspec

from workspace.store.connect import Reader, consistent
from workspace.store.queries.rows import ContactRow
from workspace.store.queries.tickets import get_tickets

EARLIER = 30
MOST_COUNTED = 1000

PERSON = """
SELECT p.id, p.account_id, p.remote_id, p.name, p.addresses, p.organization, p.language,
       p.timezone, p.note, p.tags, p.since
FROM ticket AS t JOIN person AS p ON p.id = t.person_id
WHERE t.id = ?
"""

TIMEZONE = "SELECT timezone FROM person WHERE id = ?"

LINKED = """
SELECT p.id, p.addresses
FROM journal.link AS mine INDEXED BY link_person
JOIN journal.link AS other ON other.contact_id = mine.contact_id
JOIN person AS p ON p.account_id = other.account_id AND p.remote_id = other.person_remote_id
WHERE mine.account_id = ? AND mine.person_remote_id = ?
"""

TICKETS = """
SELECT t.updated_at, t.id
FROM ticket AS t INDEXED BY ticket_person
WHERE t.person_id = ? AND t.gone = 0 AND t.id <> ?
ORDER BY t.updated_at DESC, t.id LIMIT ?
"""

# Whether a ticket is gone is asked of an index: each row would be a page to decrypt.
TOTAL = f"""
SELECT count(*) FROM (
  SELECT 1 FROM ticket AS t INDEXED BY ticket_person
  WHERE t.person_id = ? AND t.id <> ? AND EXISTS (
    SELECT 1 FROM ticket AS s INDEXED BY ticket_all
    WHERE s.gone = 0 AND s.updated_at = t.updated_at AND s.id = t.id
  ) LIMIT {MOST_COUNTED}
)
"""

READ = "SELECT complete FROM cursor WHERE account_id = ? AND feed = 'history'"

_tags = msgspec.json.Decoder(tuple[str, ...])
_addresses = msgspec.json.Decoder(tuple[tuple[str, str], ...])


def get_timezone(reader: Reader, person_id: int | None) -> str:
    """Where a person is, as the backend says it (Asia/Seoul); "" if nobody knows."""
    row = reader.one(TIMEZONE, (person_id,)) if person_id is not None else None
    return row[0] if row else ""


@consistent
def get_contact(reader: Reader, ticket_id: int) -> ContactRow | None:
    """The requester of a ticket with their newest other tickets; None if nobody is known.

    `earlier_total` counts at most MOST_COUNTED of each of their records.
    """
    row = reader.one(PERSON, (ticket_id,))
    if row is None:
        return None
    persons = [row[0]]
    addresses = list(_addresses.decode(row[4]))
    for person_id, more in reader.all(LINKED, (row[1], row[2])):
        if person_id not in persons:
            persons.append(person_id)
            addresses += [each for each in _addresses.decode(more) if each not in addresses]
    newest: list[tuple[int, int]] = []
    total = 0
    for person_id in persons:
        found = reader.all(TICKETS, (person_id, ticket_id, EARLIER))
        newest += [(-updated_at, each) for updated_at, each in found]
        if len(found) < EARLIER:
            total += len(found)
        else:
            total += (reader.one(TOTAL, (person_id, ticket_id)) or (0,))[0]
    ids = [each for _, each in sorted(newest)[:EARLIER]]
    tickets = get_tickets(reader, ids)
    return ContactRow(
        person_id=row[0],
        name=row[3],
        addresses=tuple(addresses),
        organization=row[5],
        language=row[6],
        timezone=row[7],
        note=row[8],
        tags=_tags.decode(row[9]),
        since=row[10],
        earlier=tuple(tickets[each] for each in ids if each in tickets),
        earlier_total=total,
        history_complete=bool((reader.one(READ, (row[1],)) or (0,))[0]),
    )
