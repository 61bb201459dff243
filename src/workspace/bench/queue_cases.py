"""A queue of very many tickets, in a cache that holds nothing else."""

from __future__ import annotations

from workspace.bench.figures import Figure
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader, Transaction, open_database

ROWS = """
WITH RECURSIVE n(n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM n WHERE n < ?2)
INSERT INTO ticket (account_id, remote_id, revision, complete, subject, status, channel, assignee,
                    created_at, updated_at, last_entry_at, message_count, snippet, snippet_kind,
                    needs_reply)
SELECT 1, n, 1, 1, '환불 문의 ' || n || ' where is my parcel', 'open',
       CASE n % 3 WHEN 0 THEN 'email' WHEN 1 THEN 'messenger' ELSE 'web' END, 'agent-' || n % 7,
       1700000000000 + n, 1700000000000 + n * 60000, 1700000000000 + n * 60000, 3,
       '안녕하세요, 주문한 상품이 아직 도착하지 않았습니다. order ' || n, 'message-in', n % 2
FROM n
"""
AT_ONCE = 20_000


def fill_queue(paths: Paths, key: MasterKey, rows: int) -> None:
    """So many open tickets, unless they are there. Written past the writer: it is about reading."""
    from workspace.bench.generator import add_account
    from workspace.store.migrations import migrate

    migrate(paths.ensure(), key)
    add_account(paths, key, "bench")
    reader = Reader(paths, key)
    held = int((reader.one("SELECT count(*) FROM ticket") or (0,))[0])
    reader.close()
    connection = open_database(paths.cache_db, key.subkey("cache"))
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -64000")
        for first in range(held + 1, rows + 1, AT_ONCE):
            with Transaction(connection):
                connection.execute(ROWS, (first, min(rows, first + AT_ONCE - 1)))
    finally:
        connection.close()


def measure_queue(paths: Paths, key: MasterKey, rows: int, repeat: int) -> list[Figure]:
    """Open, refresh and scroll it in the real window."""
    from workspace.bench.window_cases import driven

    fill_queue(paths, key, rows)
    with driven(paths, key) as driver:
        return driver.measure_queue(f"a queue of {rows:,} rows", repeat)
