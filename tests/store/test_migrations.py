"""Both files come into being whole, or not at all."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, MetaData
from sqlcipher3 import dbapi2 as sqlcipher

from workspace.domain.errors import SchemaTooNew, StoreError
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import migrations, schema, schema_journal
from workspace.store.connect import Connection, Reader, open_database
from workspace.store.html_pack import shown_html, source_html

FILES = ("cache", "journal")


def open_file(paths: Paths, key: MasterKey, purpose: str) -> Connection:
    return open_database(paths.base / f"{purpose}.db", key.subkey(purpose))


def shape(connection: Connection) -> dict[str, list[object]]:
    """Columns of tables, columns and conditions of indexes, however their SQL is laid out."""
    found: dict[str, list[object]] = {}
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'search%' OR name = 'search_doc'"
    ).fetchall()
    for kind, name, sql in rows:
        if kind == "table":
            found[name] = connection.execute(f"PRAGMA table_info({name})").fetchall()
            found[name] += connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
            unique = [
                connection.execute(f"PRAGMA index_info({row[1]})").fetchall()
                for row in connection.execute(f"PRAGMA index_list({name})").fetchall()
                if row[3] == "u"
            ]
            found[name] += sorted(unique)
        elif kind == "index":
            found[name] = [re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split()))]
    return found


def from_metadata(metadata: MetaData) -> dict[str, list[object]]:
    connection = sqlcipher.connect(":memory:")
    for table in metadata.sorted_tables:
        ddl = str(CreateTable(table).compile(dialect=sqlite.dialect()))
        connection.execute(re.sub(r"DEFAULT '(-?\d+)'", r"DEFAULT \1", ddl))
        for index in table.indexes:
            connection.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))
    return shape(connection)


@pytest.mark.parametrize("purpose", FILES)
def test_the_migrated_file_is_what_the_schema_says(
    paths: Paths, key: MasterKey, purpose: str
) -> None:
    migrations.migrate(paths, key)
    metadata = schema.cache if purpose == "cache" else schema_journal.journal
    assert shape(open_file(paths, key, purpose)) == from_metadata(metadata)


def test_an_index_made_anew_keeps_all_its_settings(paths: Paths, key: MasterKey) -> None:
    """A page of the file holds a leaf, and no merge comes of itself."""
    migrations.migrate(paths, key)
    settings = dict(open_file(paths, key, "cache").execute("SELECT k, v FROM search_config"))
    wanted = {"pgsz": 3900, "hashsize": 8 << 20, "automerge": 0, "usermerge": 16}
    assert wanted.items() <= settings.items()


def test_a_second_run_changes_nothing(paths: Paths, key: MasterKey) -> None:
    assert len(migrations.migrate(paths, key)) == len(migrations.JOURNAL + migrations.CACHE)
    assert migrations.migrate(paths, key) == []
    migrations.ensure_schema(paths, key)
    assert Reader(paths, key).one("SELECT count(*) FROM journal.outbox") == (0,)


def test_ensure_schema_makes_what_is_missing(paths: Paths, key: MasterKey) -> None:
    migrations.ensure_schema(paths, key)
    paths.cache_db.unlink()
    migrations.ensure_schema(paths, key)
    assert Reader(paths, key).one("SELECT count(*) FROM ticket") == (0,)


@pytest.mark.parametrize("purpose", FILES)
def test_a_newer_file_is_refused_and_left_alone(paths: Paths, key: MasterKey, purpose: str) -> None:
    migrations.migrate(paths, key)
    with open_file(paths, key, purpose) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    before = (paths.base / f"{purpose}.db").read_bytes()
    for attempt in (migrations.migrate, migrations.ensure_schema):
        with pytest.raises(SchemaTooNew, match="newer Workspace"):
            attempt(paths, key)
    assert (paths.base / f"{purpose}.db").read_bytes() == before


def test_another_key_does_not_open_the_files(paths: Paths, key: MasterKey) -> None:
    migrations.migrate(paths, key)
    with pytest.raises(StoreError, match="this key"):
        migrations.migrate(paths, MasterKey.generate())


def test_statements_are_cut_where_they_end_and_not_inside_triggers() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER c AFTER INSERT ON a\nBEGIN\n  SELECT 1;\nEND;\n"
    assert len(list(migrations.statements(script))) == 2
    with pytest.raises(ValueError, match="middle"):
        list(migrations.statements("CREATE TABLE a (b)"))


KILLED = """
import os, signal, sys
from pathlib import Path
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store import migrations

left = int(sys.argv[2])
whole = migrations.statements

def until_killed(script):
    global left
    for statement in whole(script):
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        yield statement

migrations.statements = until_killed
migrations.migrate(Paths(Path(sys.argv[1])), MasterKey(bytes(range(32))))
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [0, 1, 9, 18, 30, 50])
def test_killed_between_any_two_statements_nothing_half_remains(
    paths: Paths, key: MasterKey, after: int
) -> None:
    child = subprocess.run([sys.executable, "-c", KILLED, str(paths.base), str(after)], check=False)
    assert child.returncode == -signal.SIGKILL
    for purpose in FILES:
        if not (paths.base / f"{purpose}.db").exists():
            continue
        connection = open_file(paths, key, purpose)
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        assert (tables == 0) == (version == 0)
        connection.close()
    migrations.migrate(paths, key)
    assert Reader(paths, key).one("SELECT count(*) FROM ticket") == (0,)


def test_many_processes_at_once_agree(paths: Paths, key: MasterKey, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from workspace.keys import MasterKey;"
        "from workspace.paths import Paths; from workspace.store.migrations import ensure_schema;"
        "ensure_schema(Paths(Path(sys.argv[1])), MasterKey(bytes(range(32))))"
    )
    children = [subprocess.Popen([sys.executable, "-c", script, str(paths.base)]) for _ in range(4)]
    assert [child.wait(60) for child in children] == [0, 0, 0, 0]
    assert Reader(paths, key).one("SELECT count(*) FROM ticket") == (0,)


def test_the_window_can_check_the_schema_without_sqlalchemy() -> None:
    script = (
        "import sys; import workspace.store.migrations, workspace.store.journal, workspace.keys;"
        "heavy = {'sqlalchemy', 'requests', 'keyring', 'asyncio', 'cryptography'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_html_that_is_cached_already_is_packed_with_its_source(
    paths: Paths, key: MasterKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(migrations, "CACHE", migrations.CACHE[:3])
        migrations.migrate(paths, key)
    connection = open_file(paths, key, "cache")
    connection.execute("PRAGMA foreign_keys = OFF")
    rows = [(1, "<b>가</b>", "<b onclick=x>가</b>"), (2, "", "<table>" * 99), (3, "", "")]
    for number, shown, source in rows:
        connection.execute(
            "INSERT INTO entry (id, ticket_id, remote_id, kind, direction, created_at, html)"
            " VALUES (?1, 1, ?1, 'message', 'in', 1, ?2)",
            (number, shown),
        )
        if source:
            connection.execute(
                "INSERT INTO entry_source VALUES (?, 7, ?)",
                (number, zlib.compress(source.encode())),
            )
    connection.close()
    migrations.migrate(paths, key)
    found = Reader(paths, key).all("SELECT id, html, sanitiser FROM entry ORDER BY id")
    assert [(row[0], shown_html(row[1]), source_html(row[1])) for row in found] == rows
    assert [row[2] for row in found] == [7, 7, 0]


@pytest.mark.parametrize("filled", [False, True])
def test_the_index_of_a_new_cache_cuts_by_ascii_and_a_filled_one_stays(
    paths: Paths, key: MasterKey, monkeypatch: pytest.MonkeyPatch, filled: bool
) -> None:
    whole = migrations.CACHE
    monkeypatch.setattr(migrations, "CACHE", whole[:4])
    migrations.migrate(paths, key)
    if filled:
        with open_file(paths, key, "cache") as connection:
            connection.execute(
                "INSERT INTO search_doc (doc, entry_id, ticket_id, created_at) VALUES (7, 1, 1, 0)"
            )
            connection.execute(
                "INSERT INTO search (rowid, body, fields) VALUES (7, '환불 refund', '')"
            )
            connection.commit()
    monkeypatch.setattr(migrations, "CACHE", whole)
    migrations.migrate(paths, key)
    reader = Reader(paths, key)
    ((sql,),) = reader.all("SELECT sql FROM sqlite_schema WHERE name = 'search'")
    assert ("ascii" in sql, "unicode61" in sql) == (not filled, filled)
    assert reader.all("SELECT rowid FROM search WHERE search MATCH '환불'") == [(7,)] * filled
    assert reader.one("SELECT v FROM search_config WHERE k = 'hashsize'") == (8 << 20,)
    reader.close()
