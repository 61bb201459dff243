"""Killed at any moment: what was acknowledged is there, and nothing is half there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests import ROOT
from tests.builders import a_store
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.connect import Reader

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")

PRELUDE = """
import os, signal, sys
from pathlib import Path
from tests.builders import ME, a_store
from workspace.clock import SystemClock
from workspace.domain.commands import SendReply, SetFields
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.store.journal import JournalDoor
from workspace.store.outbox import Outbox
from workspace.store.queries.rows import DraftRow
paths, key = Paths(Path(sys.argv[1])), MasterKey(bytes(range(32)))
def say(*words):
    print(*words, flush=True)
"""

TYPIST = (
    PRELUDE
    + """
door = JournalDoor(paths, key, SystemClock())
for number in range(10**6):
    ticket = str(number % 3)
    door.save_draft(DraftRow(account_id=1, ticket_remote_id=ticket, mode="reply",
        text=f"draft {number}", html=None, channel="", recipient="", attachments="[]",
        base_entry="", updated_at=number))
    say("draft", ticket, number)
    if number % 4 == 3:
        ids = door.enqueue(1, ticket, [SendReply(text=f"draft {number}"), SetFields(status="open")],
            base_revision=0, base_entry="", drop_draft_mode="reply")
        say("queued", ticket, number, *ids)
"""
)

SENDER = (
    PRELUDE
    + """
outbox = Outbox(paths, key, SystemClock())
say("ready")
count = 0
while count < int(sys.argv[2]):
    for entry in outbox.due(1, 10**15):
        assert outbox.mark_sending(entry.id)
        assert outbox.mark_sent(entry.id, "r-" + entry.id)
        count += 1
say("done")
"""
)

CACHE_WRITER = (
    PRELUDE
    + """
store = a_store(paths, key)
store.current = 1
for number in range(10**6):
    for _ in range(5):
        ticket = store.ticket()
        store.message(ticket, html="<b>x</b>")
        store.note(ticket)
    page = store.page(1, next_=str(number))
    store.writer.apply_page(1, "live", page, me=ME)
    say("page", number)
"""
)


def start(script: str, paths: Paths, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(paths.base), *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def acknowledged(child: subprocess.Popen[str], lines: int) -> list[list[str]]:
    """Kill the child after that many lines; everything it had said until then."""
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(lines)]
    child.send_signal(signal.SIGKILL)
    said += child.stdout.readlines()
    child.wait(30)
    child.stdout.close()
    return [line.split() for line in said if line.endswith("\n")]


@pytest.mark.parametrize("lines", [1, 4, 5, 6, 17, 40])
def test_no_acknowledged_draft_or_reply_is_lost(paths: Paths, key: MasterKey, lines: int) -> None:
    with a_store(paths, key) as store:
        store.account("store")
    said = acknowledged(start(TYPIST, paths), lines)
    reader = Reader(paths, key)
    drafts = dict(reader.all("SELECT ticket_remote_id, updated_at FROM journal.draft"))
    queued = {row[0] for row in reader.all("SELECT id FROM journal.outbox")}
    number_of = {
        row[0]: row[1]
        for row in reader.all(
            "SELECT json_extract(CAST(payload AS TEXT), '$.text'), id FROM journal.outbox"
            " WHERE command = 'reply'"
        )
    }
    for what, ticket, number, *ids in said:
        if what == "queued":
            assert set(ids) <= queued
        else:
            newer = drafts.get(ticket, -1) >= int(number)
            sent = any(
                int(text.split()[1]) >= int(number) and int(text.split()[1]) % 3 == int(ticket)
                for text in number_of
            )
            assert newer or sent, "a draft is neither there nor in the outbox"
    for text in number_of:
        number = int(text.split()[1])
        assert drafts.get(str(number % 3)) != number, "sent, and still a draft"
    (replies, status) = (
        reader.one(f"SELECT count(*) FROM journal.outbox WHERE command = '{word}'")
        for word in ("reply", "set")
    )
    assert replies == status, "half of a pair was enqueued"
    reader.close()


@pytest.mark.parametrize("lines", [1, 3, 8])
def test_a_page_is_there_whole_with_its_cursor_or_not(
    paths: Paths, key: MasterKey, lines: int
) -> None:
    with a_store(paths, key) as store:
        store.account("store")
    said = acknowledged(start(CACHE_WRITER, paths), lines)
    reader = Reader(paths, key)
    ((cursor,),) = reader.all("SELECT value FROM cursor WHERE account_id = 1")
    pages = int(cursor) + 1
    assert pages >= len(said)
    assert reader.one("SELECT count(*) FROM ticket") == (pages * 5,)
    assert reader.one("SELECT count(*) FROM entry") == (pages * 10,)
    assert reader.one("SELECT count(*) FROM search_doc") == (pages * 15,)
    assert reader.one("SELECT tickets FROM queue_count WHERE queue = 'all'") == (pages * 5,)
    reader.close()


def test_window_and_engine_write_the_journal_side_by_side(paths: Paths, key: MasterKey) -> None:
    """Two processes, neither pausing: both get through, and nothing is “locked”."""
    commands = 20
    with a_store(paths, key) as store:
        store.account("store")
        with start(SENDER, paths, str(commands)) as sender:
            assert sender.stdout is not None
            assert sender.stdout.readline() == "ready\n"
            window = start(TYPIST, paths)
            assert sender.stdout.readline() == "done\n"
            said = acknowledged(window, 1)
            assert sender.wait(30) == 0
        queued = [
            word
            for what, *_, reply, status in (line for line in said if line[0] == "queued")
            for word in (reply, status)
        ]
        sent = {
            row[0]
            for row in store.reader().all("SELECT id FROM journal.outbox WHERE state = 'sent'")
        }
        assert len(sent) >= commands
        assert set(queued[: commands // 2]) <= sent


FULL_DISK = (
    PRELUDE
    + """
import resource
from workspace.domain.errors import StoreError
door = JournalDoor(paths, key, SystemClock())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
for number in range(10**6):
    try:
        door.enqueue(1, "7", [SendReply(text="x" * 3000)], base_revision=0, base_entry="")
    except StoreError as error:
        say("told", error.message)
        break
    say("queued")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
door.enqueue(1, "7", [SendReply(text="after")], base_revision=0, base_entry="")
say("queued")
"""
)


def test_a_full_disk_is_told_and_what_was_acknowledged_stays(paths: Paths, key: MasterKey) -> None:
    with a_store(paths, key) as store:
        store.account("store")
    with start(FULL_DISK, paths) as child:
        assert child.stdout is not None
        said = [line.split()[0] for line in child.stdout]
        assert child.wait(30) == 0
    assert said[-2:] == ["told", "queued"]
    reader = Reader(paths, key)
    assert reader.one("SELECT count(*) FROM journal.outbox") == (said.count("queued"),)
    assert reader.one("PRAGMA journal.quick_check") == ("ok",)
    reader.close()
