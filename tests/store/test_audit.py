"""The audit trail shows what was done to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from workspace.store import audit
from workspace.store.audit import Broken
from workspace.store.connect import Connection
from workspace.store.migrations import apply, journal_0001

KEY = bytes(32)
ROWS = 12


def trail() -> Connection:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    apply(connection, journal_0001.SQL)
    for number in range(ROWS):
        audit.append(connection, KEY, number, "sent.reply", f"store:{number}", "상세")
    return connection


def without_guards(connection: Connection) -> Connection:
    """As somebody with the file and the key, but not the program, would have it."""
    connection.execute("DROP TRIGGER audit_only_grows_update")
    connection.execute("DROP TRIGGER audit_only_grows_delete")
    return connection


def test_an_untouched_trail_is_whole() -> None:
    connection = trail()
    assert audit.verify(connection, KEY) is None
    assert audit.verify(connection, KEY, audit.head(connection)) is None
    assert audit.verify(connection, bytes(31) + b"x") == Broken(1, "changed")


EDITS: dict[str, Callable[[Connection, int], object]] = {
    "edit": lambda c, at: c.execute("UPDATE audit SET detail = 'x' WHERE seq = ?", (at,)),
    "move": lambda c, at: c.execute(
        "UPDATE audit SET detail = detail || ref, ref = '' WHERE seq = ?", (at,)
    ),
    "delete": lambda c, at: c.execute("DELETE FROM audit WHERE seq = ?", (at,)),
    "swap": lambda c, at: c.executescript(
        f"UPDATE audit SET seq = -1 WHERE seq = {at};"
        f"UPDATE audit SET seq = {at} WHERE seq = {at + 1};"
        f"UPDATE audit SET seq = {at + 1} WHERE seq = -1;"
    ),
}


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(EDITS)), st.integers(1, ROWS - 1))
def test_every_change_is_named_by_its_first_row(how: str, at: int) -> None:
    connection = without_guards(trail())
    EDITS[how](connection, at)
    broken = audit.verify(connection, KEY)
    assert broken == Broken(at, "missing" if how == "delete" else "changed")


def test_a_cut_tail_shows_against_an_earlier_head() -> None:
    connection = without_guards(trail())
    head = audit.head(connection)
    connection.execute("DELETE FROM audit WHERE seq > 8")
    assert audit.verify(connection, KEY) is None
    assert audit.verify(connection, KEY, head) == Broken(9, "cut off")


def test_the_program_itself_can_only_append() -> None:
    connection = trail()
    for statement in ("UPDATE audit SET at = 0", "DELETE FROM audit"):
        with pytest.raises(sqlcipher.DatabaseError, match="never"):
            connection.execute(statement)
