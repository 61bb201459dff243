"""What comes wrong from outside is told in words that help, and the window goes on.

The table in docs/bad-input.md names the test of each case; `test_the_table_names_tests_that_exist`
keeps it true.
"""

from __future__ import annotations

import hashlib
import io
import re
import tracemalloc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import ROOT
from tests.builders import ME, a_store
from tests.rt.web import Web, says
from tests.ui.desk import Desk
from tests.ui.whole_window import a_window, settle
from workspace.cli.main import run
from workspace.cli.parser import parse
from workspace.domain.errors import WorkspaceError
from workspace.ipc.client import EngineClient, connect_or_start
from workspace.keys import MasterKey, unlock
from workspace.paths import Paths
from workspace.sqlcipher import open_database
from workspace.store.journal import JournalDoor
from workspace.ui.conversation.attachments import copy_out
from workspace.ui.main_window import MainWindow

MEGABYTE = 1024 * 1024


def half(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(b'{"Name": "ag')
    handler.close_connection = True


Answer = Callable[[BaseHTTPRequestHandler], None]

FROM_BACKENDS: dict[str, Answer | None] = {
    "wrong url: nothing answers": None,
    "wrong url: another program answers": says(404, b"not here", Content_Type="text/plain"),
    "wrong credentials": says(401, b'{"message": "Unauthorized"}'),
    "missing permission": says(403, b'{"message": "Permission Denied"}'),
    "html instead of json": says(
        200, b"<html>Sign in to the Wi-Fi</html>", Content_Type="text/html"
    ),
    "half an answer": half,
    "wrong charset": says(200, b'{"Name": "\xb1\xe8\xff"}', Content_Type="application/json"),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngineClient]:
    """The shipped engine, in its own process, on a base directory of its own."""
    paths = Paths(tmp_path_factory.mktemp("bad") / "base").ensure()
    client = connect_or_start(paths, MasterKey(bytes(range(32))), "tests", None)
    yield client
    client.call("stop", timeout_s=20)
    client.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    ticket = desk.store.ticket(assignee=ME)
    desk.store.message(ticket, "hello")
    desk.write()
    with a_window(qtbot, desk) as made:
        settle(qtbot, made)
        yield made


def helps(error: WorkspaceError) -> None:
    """One sentence that says what happened, one that says what to do; no jargon, no address."""
    assert re.match(r"^[A-Z“].*[.”]$", error.message, re.DOTALL), error.message
    assert re.match(r"^[A-Z“`].*\.$", error.action, re.DOTALL), error.action
    assert "Traceback" not in error.message
    assert "0x" not in error.message
    assert len(error.message) < 300


@pytest.mark.parametrize("case", FROM_BACKENDS)
def test_what_a_backend_does_wrong_is_told_and_the_window_goes_on(
    case: str, engine: EngineClient, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    answer = FROM_BACKENDS[case]
    with Web(answer or says(200)) as web:
        url = web.url if answer else "http://127.0.0.1:1"
        with pytest.raises(WorkspaceError) as caught:
            engine.call(
                "account.check",
                timeout_s=60,
                connector="rt",
                url=url,
                settings={},
                secret="t0ken-xyz",
            )
    helps(caught.value)
    assert "t0ken-xyz" not in f"{caught.value.message} {caught.value.action}"
    assert engine.call("ping") == {}
    problem = caught.value.problem()
    desk.store.writer.set_account_state(
        desk.store.current or 0,
        state="error",
        error_kind=problem.kind,
        error_message=problem.message,
        error_action=problem.action,
    )
    desk.ctx.bus.refresh()
    desk.ctx.notices.error(caught.value)
    window.open_status()
    qtbot.waitUntil(lambda: problem.message in said_in(window))
    assert problem.action in said_in(window)
    window.show_ticket(window.list.model.ids_between(0, 1)[0])
    qtbot.waitUntil(lambda: bool(window.conversation.view.rows))
    for page in list(window.pages._open.values()):
        page.close()


def said_in(window: MainWindow) -> str:
    from PySide6.QtWidgets import QApplication

    labels = [label for top in QApplication.topLevelWidgets() for label in top.findChildren(QLabel)]
    return "\n".join(label.text() for label in labels)


def test_words_that_no_list_knows_are_shown_as_the_backend_says_them(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket(
        assignee=ME,
        backend_status="wartet auf Ersatzteil",
        channel="carrier-pigeon",
        priority="sofort!",
        team="nobody knows",
    )
    desk.store.message(ticket, "hello", channel="carrier-pigeon")
    desk.write()
    window.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: bool(window.conversation.view.rows))
    window.grab()


def test_a_ticket_of_ten_thousand_entries_opens_and_lays_out_what_is_seen(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    ticket = desk.store.ticket(assignee=ME, subject="ten thousand")
    for number in range(10_000):
        desk.store.message(ticket, f"message {number}")
    desk.write()
    window.show_ticket(desk.store.id_of(ticket))
    view = window.conversation.view
    qtbot.waitUntil(lambda: bool(view.rows) and "9999" in view.rows[-1].entry.text)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    window.grab()
    assert len(view.rows) < 1_000


def test_a_25_megabyte_attachment_goes_in_and_out_in_pieces(
    paths: Paths, key: MasterKey, tmp_path: Path
) -> None:
    store = a_store(paths, key)
    store.account("store")
    size, piece = 25 * MEGABYTE, bytes(range(256)) * 4

    class Stream(io.RawIOBase):
        left = size

        def readable(self) -> bool:
            return True

        def read(self, count: int = -1) -> bytes:
            given = min(self.left, count if count > 0 else MEGABYTE)
            self.left -= given
            return (piece * (given // len(piece) + 1))[:given]

    progress: list[int] = []
    tracemalloc.start()
    door = JournalDoor(paths, key, store.clock)
    file = door.add_file("film.mp4", "video/mp4", Stream(), progress.append)  # type: ignore[arg-type]
    copy_out(door.open_file(file), tmp_path / "film.mp4")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    door.close()
    store.close()
    assert (file.size, progress[-1]) == (size, size)
    assert hashlib.sha256((tmp_path / "film.mp4").read_bytes()).hexdigest() == file.sha256
    assert peak < 5 * MEGABYTE


@pytest.mark.parametrize(
    "words",
    ["x" * 100_000, "한" * 33_000, "\u202egpj.exe \u2066\u200b\x00\x1b[31m\r\nBcc: x\x07" * 40, ""],
    ids=["100 kB", "100 kB of Hangul", "bidi and control characters", "empty"],
)
def test_subjects_and_names_of_any_kind_are_one_plain_line(
    window: MainWindow, desk: Desk, qtbot: QtBot, words: str
) -> None:
    from workspace.domain.items import Address, PersonItem

    person = PersonItem(remote_id="p9", name=words, addresses=(Address("email", words or "x"),))
    ticket = desk.store.ticket(assignee=ME, subject=words, requester=person)
    desk.store.message(ticket, "hello", author_name=words)
    desk.write()
    window.show_ticket(desk.store.id_of(ticket))
    qtbot.waitUntil(lambda: bool(window.conversation.view.rows))
    size = window.size()
    window.grab()
    assert window.size() == size
    bad = set("\u202e\u2066\x00\x1b\x07\r\n")
    shown = [label for label in window.findChildren(QLabel) if label.isVisible()]
    assert [label.text()[:80] for label in shown if bad & set(label.text())] == []


def test_a_schema_of_a_newer_program_is_refused_and_left_alone(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    passphrase = paths.base.parent / "passphrase"
    passphrase.write_text("of these tests")
    key = unlock(paths, passphrase)
    a_store(paths, key).close()
    journal = open_database(paths.journal_db, key.subkey("journal"))
    journal.execute("PRAGMA user_version = 999")
    journal.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    journal.close()
    before = paths.journal_db.read_bytes()
    code = run(
        parse(["--basedir", str(paths.base), "--passphrase-file", str(passphrase), "tickets"])
    )
    told = capsys.readouterr().err
    assert code == 1
    assert "newer Workspace" in told
    assert "Start" in told or "Install" in told or "Update" in told
    assert paths.journal_db.read_bytes() == before


def test_the_table_names_tests_that_exist() -> None:
    table = (ROOT / "docs" / "bad-input.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", table)
    assert len(named) >= 13
    for file, name in named:
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), (file, name)
