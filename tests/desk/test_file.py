"""The desk's file: encrypted, migrated, append-only where it says so, untouched by readers."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tests.conftest import SetClock
from tests.desk.conftest import KEY, Desk, a_connector
from workspace import sqlcipher as opener
from workspace.domain.commands import AddNote, SendReply, SetFields
from workspace.domain.errors import AuthFailed, ReadOnly, Unavailable, UsageError
from workspace.domain.words import Kind
from workspace.sync.connectors.contract import SignalKind, TicketRef
from workspace.sync.connectors.desk import CustomerSide, DeskDatabase
from workspace.sync.connectors.desk import schema as tables
from workspace.sync.connectors.desk.database import STAGED_FOR_MS, migrate
from workspace.sync.connectors.desk.migrations import MIGRATIONS

DRIVER_ERROR = opener.sqlcipher.Error


def _raw(desk: Desk) -> opener.Connection:
    return opener.open_database(desk.folder / "desk.db", KEY)


def test_nothing_lies_in_the_clear(desk: Desk) -> None:
    ticket = desk.ticket("CANARY-text", subject="CANARY-subject")
    desk.push(ticket, AddNote(text="CANARY-note", attachments=(desk.file("f", b"CANARY-f"),)))
    files = list(desk.folder.iterdir())
    assert {file.name for file in files} >= {"desk.db", "desk.db-wal"}
    for file in files:
        content = file.read_bytes()
        assert b"CANARY" not in content
        assert not content.startswith(b"SQLite format 3")


def test_another_key_is_refused(desk: Desk) -> None:
    desk.ticket()
    other = a_connector(desk.folder, desk.clock, key=bytes(32))
    with pytest.raises(AuthFailed):
        other.check()
    other.close()


def test_an_account_without_settings_gets_a_desk_that_works(
    tmp_path: Path, set_clock: SetClock
) -> None:
    connector = a_connector(tmp_path / "new", set_clock)
    me = connector.check().me
    directory = connector.directory()
    assert [agent.remote_id for agent in directory.agents if agent.me] == [me.remote_id]
    assert len(directory.teams) == 1
    assert {status.status.value for status in directory.statuses} == {
        "new",
        "open",
        "pending",
        "on_hold",
        "solved",
        "closed",
    }
    assert connector.pull("history", "").items == ()
    connector.close()


def test_the_owner_stays_the_owner(desk: Desk) -> None:
    plain = a_connector(desk.folder, desk.clock)
    assert plain.check().me.address == "jiyoon@shop.example"
    plain.close()
    other = a_connector(desk.folder, desk.clock, address="bo@shop.example")
    assert other.check().me.name == "bo"
    other.close()
    assert desk.connector.check().me.address == "jiyoon@shop.example"


def test_an_address_must_be_one(desk: Desk) -> None:
    with pytest.raises(UsageError):
        a_connector(desk.folder, desk.clock, address="not an address").check()


def test_the_path_setting_says_where(tmp_path: Path, set_clock: SetClock) -> None:
    connector = a_connector(tmp_path / "data", set_clock, path=str(tmp_path / "elsewhere"))
    connector.check()
    connector.close()
    assert (tmp_path / "elsewhere" / "desk.db").is_file()
    assert not (tmp_path / "data").exists()


def test_a_session_that_reads_changes_nothing(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.push(ticket, SendReply(text="hi", attachments=(desk.file("f", b"content"),)))
    reader = a_connector(desk.folder, desk.clock, read_only=True, agent="Jiyoon")
    before = desk.dump()
    assert reader.check().me.name == "Jiyoon"
    assert reader.directory().teams
    assert reader.pull("history", "").items
    assert reader.pull("live", reader.pull("live", "").next).items == ()
    assert reader.fetch(TicketRef(ticket)).entries
    assert reader.search("신발", 5)
    assert reader.capabilities(TicketRef(ticket)).reply
    for command in (SendReply(text="no"), AddNote(text="no"), SetFields(status="open")):
        outgoing = desk.outgoing(ticket, command)
        with pytest.raises(ReadOnly):
            reader.push(outgoing, desk.open_file)
        reader.find_sent(outgoing)
    with pytest.raises(ReadOnly):
        reader.signal(SignalKind("typing"), TicketRef(ticket))
    with pytest.raises(ReadOnly):
        reader.push(
            desk.outgoing(ticket, AddNote(text="", attachments=(desk.file("g", b"x"),))),
            desk.open_file,
        )
    assert desk.dump() == before
    with (
        reader.database.read() as connection,
        pytest.raises(Exception, match=r"readonly|query_only"),
    ):
        connection.execute(tables.ticket.delete())
    reader.close()
    assert desk.dump() == before


def test_a_session_that_reads_makes_no_desk(tmp_path: Path, set_clock: SetClock) -> None:
    reader = a_connector(tmp_path / "none", set_clock, read_only=True)
    with pytest.raises(Unavailable):
        reader.check()
    assert not (tmp_path / "none").exists()


def test_a_session_that_reads_invents_no_agent(desk: Desk) -> None:
    reader = a_connector(desk.folder, desk.clock, read_only=True, address="new@shop.example")
    before = desk.dump()
    with pytest.raises(AuthFailed):
        reader.check()
    reader.close()
    assert desk.dump() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_audit SET actor = 'somebody else'",
        "DELETE FROM desk_audit",
        "UPDATE desk_entry SET kind = 'message' WHERE kind = 'note'",
        "UPDATE desk_entry SET route_id = (SELECT id FROM desk_route) WHERE kind = 'note'",
        "INSERT INTO desk_entry (id, ticket_id, kind, direction, created_at, author_role, route_id)"
        " SELECT 'x', ticket_id, 'note', 'out', 0, 'agent', id FROM desk_route",
    ],
)
def test_the_file_itself_refuses(desk: Desk, statement: str) -> None:
    ticket = desk.ticket()
    desk.push(ticket, AddNote(text="secret"))
    connection = _raw(desk)
    before = desk.dump()
    with pytest.raises(DRIVER_ERROR, match=r"append-only|kind|route"):
        connection.execute(statement)
    connection.close()
    assert desk.dump() == before


def test_the_audit_names_deeds_and_no_words(desk: Desk) -> None:
    ticket = desk.ticket("CANARY")
    desk.push(ticket, AddNote(text="CANARY"))
    desk.push(ticket, SetFields(status="open"))
    audit = desk.dump()["desk_audit"]
    assert [row for row in audit if "jiyoon" in row]
    assert "note written" in str(audit)
    assert "CANARY" not in str(audit)


def test_the_migrations_make_the_tables_of_the_schema(desk: Desk) -> None:
    fresh = desk.folder / "fresh.db"
    engine = create_engine(
        "sqlite://",
        module=opener.sqlcipher,
        creator=lambda: opener.open_database(fresh, KEY),
        poolclass=NullPool,
    )
    tables.desk.create_all(engine)
    assert _shape(_raw(desk)) == _shape(opener.open_database(fresh, KEY))


def _shape(connection: opener.Connection) -> dict[str, object]:
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'desk%'"
        )
    ]
    shape: dict[str, object] = {}
    for name in sorted(names):
        columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
        keys = connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
        shape[name] = (columns, sorted(keys))
    shape["indexes"] = sorted(
        " ".join(row[0].split())
        for row in connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        )
    )
    shape["autoincrement"] = sorted(
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
        )
    )
    connection.close()
    return shape


def test_migrating_again_changes_nothing(desk: Desk) -> None:
    desk.ticket()
    before = desk.dump()
    connection = _raw(desk)
    migrate(connection)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    connection.close()
    assert desk.dump() == before


def test_a_newer_desk_is_left_alone(desk: Desk) -> None:
    desk.customers.close()
    connection = _raw(desk)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(Unavailable, match="newer"):
        a_connector(desk.folder, desk.clock).check()


def test_a_migration_that_breaks_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ((*MIGRATIONS[0], "CREATE TABLE desk_meta (x)"),)
    monkeypatch.setattr("workspace.sync.connectors.desk.database.MIGRATIONS", broken)
    connection = opener.open_database(tmp_path / "desk.db", KEY)
    with pytest.raises(DRIVER_ERROR):
        migrate(connection)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_bytes_that_nothing_claims_go_away_in_time(desk: Desk) -> None:
    database = desk.customers.database
    ticket = desk.ticket()
    desk.push(ticket, AddNote(text="kept", attachments=(desk.file("f", b"kept"),)))
    database.stage(io.BytesIO(b"an upload that died"))
    assert database.drop_unclaimed() == 0
    desk.clock.advance(STAGED_FOR_MS / 1000 + 1)
    assert database.drop_unclaimed() == 1
    assert len(desk.dump()["desk_file"]) == 1
    (entry,) = [entry for entry in desk.entries(ticket) if entry.kind is Kind.NOTE]
    assert entry.attachments[0].size == 4


def test_a_failed_transaction_leaves_nothing(desk: Desk) -> None:
    before = desk.dump()

    def write_and_die() -> None:
        with desk.customers.database.write():
            desk.ticket()
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        write_and_die()
    assert desk.dump() == before


def test_a_damaged_place_is_unavailable(tmp_path: Path, set_clock: SetClock) -> None:
    place = tmp_path / "file"
    place.write_text("not a folder")
    with pytest.raises(Unavailable):
        a_connector(place, set_clock).check()


def test_a_desk_opens_for_both_sides_at_once(tmp_path: Path, set_clock: SetClock) -> None:
    side = CustomerSide(tmp_path, KEY, set_clock)
    assert isinstance(side.database, DeskDatabase)
    connector = a_connector(tmp_path, set_clock)
    person = side.meet("X", [])
    with pytest.raises(Exception, match="no address"):
        side.open_ticket(person, "email", "hi")
    assert connector.pull("history", "").items == ()
    connector.close()
    side.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not what guards files there")
def test_the_files_are_the_users_alone(desk: Desk) -> None:
    desk.ticket()
    assert {file.stat().st_mode & 0o077 for file in desk.folder.iterdir()} == {0}


def test_a_session_that_reads_opens_a_desk_at_rest(desk: Desk) -> None:
    ticket = desk.ticket()
    desk.customers.close()
    desk.connector.close()
    content = (desk.folder / "desk.db").read_bytes()
    reader = a_connector(desk.folder, desk.clock, read_only=True)
    assert reader.fetch(TicketRef(ticket)).entries
    said = reader.stream(lambda: True)
    assert list(said) == []
    reader.close()
    assert (desk.folder / "desk.db").read_bytes() == content
