"""Several processes on one desk, and one that dies in the middle of a write."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.desk.conftest import KEY, Desk
from tests.desk.pusher import CONTENT, a_push
from workspace import sqlcipher as opener
from workspace.domain.commands import new_command_id
from workspace.domain.items import EntryItem, TicketItem
from workspace.sync.connectors.contract import AttachmentRef, NotSent, Sent

WRITER = Path(__file__).with_name("writer.py")
PUSHER = Path(__file__).with_name("pusher.py")


def _start(desk: Desk, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(desk.folder), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_reader_between_two_writers_misses_nothing(desk: Desk) -> None:
    cursor = desk.connector.pull("live", "").next
    seen: Counter[str] = Counter()
    writers = [_start(desk, name, 40) for name in ("one", "two")]
    running = True
    while running:
        running = any(writer.poll() is None for writer in writers)
        items, _, cursor = desk.drain("live", cursor)
        seen.update(item.remote_id for item in items if isinstance(item, EntryItem))
    printed = []
    for writer in writers:
        out, _ = writer.communicate(timeout=60)
        assert writer.returncode == 0
        printed += out.split()
    assert len(printed) == 80
    assert set(printed) <= set(seen)
    assert len(seen) == 82  # and each one's first
    assert set(seen.values()) == {1}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("after", [1, 3, 7])
def test_a_killed_writer_loses_nothing_it_was_told_is_safe(desk: Desk, after: int) -> None:
    writer = _start(desk, "doomed", 0)
    assert writer.stdout is not None
    safe = [writer.stdout.readline().strip() for _ in range(after)]
    os.kill(writer.pid, signal.SIGKILL)
    rest, _ = writer.communicate(timeout=60)
    safe += rest.split()

    items, _, _ = desk.drain("history", "")
    entries = [item for item in items if isinstance(item, EntryItem)]
    assert set(safe) <= {entry.remote_id for entry in entries}
    assert len(entries) <= len(safe) + 2  # the first one, and one whose print was cut off
    (ticket,) = [item for item in items if isinstance(item, TicketItem)]
    assert ticket.message_count == len(entries)
    for entry in entries[:-1]:
        assert [file.size for file in entry.attachments] == [20_000]
    raw = opener.open_database(desk.folder / "desk.db", KEY)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()
    # And work goes on.
    assert desk.customers.write(ticket.remote_id, ticket.requester.remote_id, "back")  # type: ignore[union-attr]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("moment", range(1, 7))
def test_a_push_that_is_killed_and_repeated_is_done_once(desk: Desk, moment: int) -> None:
    ticket, key = desk.ticket(), new_command_id()
    pusher = subprocess.Popen(
        [sys.executable, str(PUSHER), str(desk.folder), ticket, key, str(moment)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert pusher.stdout is not None
    said = pusher.stdout.readline().strip()
    os.kill(pusher.pid, signal.SIGKILL)
    pusher.communicate(timeout=60)

    outgoing = a_push(ticket, key)
    found = desk.connector.find_sent(outgoing)
    assert isinstance(found, Sent if said == "done" else NotSent)
    assert len(desk.entries(ticket)) == (2 if said == "done" else 1)
    assert isinstance(desk.connector.push(outgoing, lambda file: io.BytesIO(CONTENT)), Sent)
    (_, reply) = desk.entries(ticket)
    ref = AttachmentRef(ticket, reply.remote_id, reply.attachments[0].remote_id)
    assert b"".join(desk.connector.get_attachment(ref)) == CONTENT
    assert len(desk.customers.conversation(ticket, desk.minji)) == 2
