"""Erasing persons from an embedded desk. It must be alone: no engine, no customer's side.

Numbers, times and changes of status stay, so that feeds and reports hold; every word goes.
"""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from workspace import sqlcipher as opener
from workspace.domain.errors import StoreError
from workspace.sync.connectors.desk.database import FILE_NAME

OF_TICKETS = "ticket_id IN (SELECT id FROM desk_ticket WHERE requester = :person)"
OF_ENTRIES = f"entry_id IN (SELECT id FROM desk_entry WHERE {OF_TICKETS} OR author_id = :person)"


def erase(desk_dir: Path, key: bytes, addresses: set[str], persons: set[str], now_ms: int) -> int:
    """Erase everybody with these addresses (case does not count) or ids; how many tickets went."""
    if not (desk_dir / FILE_NAME).is_file():
        return 0
    connection = opener.open_database(desk_dir / FILE_NAME, key)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        chosen = persons | {
            row[1]
            for row in connection.execute("SELECT value, person_id FROM desk_address")
            if row[0].casefold() in addresses
        }
        tickets = sum(_erase_person(connection, person, now_ms) for person in sorted(chosen))
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlcipher.Error as error:
        raise StoreError(
            f"The desk could not be erased from ({error}).",
            "Close every window of Workspace, then erase once more.",
        ) from error
    finally:
        connection.close()
    return tickets


def _erase_person(connection: opener.Connection, person: str, now_ms: int) -> int:
    who = {"person": person, "now": now_ms}

    def run(sql: str) -> None:
        connection.execute(sql, {name: who[name] for name in who if f":{name}" in sql})

    tickets = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM desk_ticket WHERE requester = ? AND deleted_at IS NULL", (person,)
        )
    ]
    files = [
        row[0]
        for row in connection.execute(
            f"SELECT file_id FROM desk_attachment WHERE {OF_ENTRIES}", {"person": person}
        )
    ]
    run(f"DELETE FROM desk_attachment WHERE {OF_ENTRIES}")
    for file in files:
        for table, column in (("desk_blob", "file_id"), ("desk_file", "id")):
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (file,))
    run(
        "UPDATE desk_entry SET text = '', html = '', change = '{}', author_name = '',"
        f" author_address = '', deleted_at = coalesce(deleted_at, :now) WHERE {OF_TICKETS}"
        " OR author_id = :person"
    )
    run(f"UPDATE desk_route SET address = id WHERE {OF_TICKETS}")
    run(f"DELETE FROM desk_signal WHERE {OF_TICKETS} OR who = :person")
    for ticket in tickets:
        seq = connection.execute(
            "INSERT INTO desk_change (what, kind, item_id, ticket_id, at)"
            " VALUES ('deleted', 'ticket', ?, ?, ?) RETURNING seq",
            (ticket, ticket, now_ms),
        ).fetchone()[0]
        connection.execute("UPDATE desk_ticket SET revision = ? WHERE id = ?", (seq, ticket))
    run(
        "UPDATE desk_ticket SET subject = '', tags = '[]', cc = '[]', custom_fields = '{}',"
        " deleted_at = coalesce(deleted_at, :now) WHERE requester = :person"
    )
    run("DELETE FROM desk_address WHERE person_id = :person")
    run(
        "UPDATE desk_person SET name = '', organization = '', language = '', timezone = '',"
        " note = '', tags = '[]' WHERE id = :person"
    )
    connection.execute(
        "INSERT INTO desk_audit (at, role, actor, action, item_id)"
        " VALUES (?, 'agent', '', 'person erased', ?)",
        (now_ms, person),
    )
    return len(tickets)
