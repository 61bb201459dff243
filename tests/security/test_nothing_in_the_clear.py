"""The shipped program at work on canaries: no file, log, report or process shows one of them."""

from __future__ import annotations

import base64
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import urllib.parse
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import psutil
import pytest

from tests.rt.web import Web, says
from workspace.clock import SystemClock
from workspace.domain.commands import AddNote, SendReply
from workspace.domain.errors import WorkspaceError
from workspace.domain.items import Address
from workspace.ipc.client import EngineClient, connect_or_start
from workspace.keys import MasterKey, new_recovery_code, unlock
from workspace.paths import Paths
from workspace.sqlcipher import open_database
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.migrations import ensure_schema
from workspace.store.queries.rows import DraftRow
from workspace.sync.connectors.desk.customer_side import CustomerSide
from workspace.sync.connectors.desk.ledger import NewFile

SECRETS = tuple(
    f"canary-{number:02}-{chr(97 + number % 26)}/Q+{number * 7919}" for number in range(28)
)
WORDS = {
    name: f"kanarienvogel-{name}-{number * 104_729}"
    for number, name in enumerate(
        (
            "subject",
            "text",
            "html",
            "file",
            "name",
            "address",
            "tag",
            "note",
            "draft",
            "reply",
            "outgoing",
            "localnote",
            "setting",
            "recipient",
            "version",
            "queue",
            "condition",
        )
    )
}


def echo(status: int, kind: str = "text/plain") -> Callable[[BaseHTTPRequestHandler], None]:
    """Servers that say the credentials back, in body and header."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        given = handler.headers.get("Authorization", "")
        says(status, f'{{"message": "no: {given}"}}'.encode(), X_Echo=given, Content_Type=kind)(
            handler
        )

    return answer


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()


ANSWERS = (
    echo(200),
    echo(200, "application/json"),
    echo(401),
    echo(403),
    echo(404),
    echo(500),
    hang_up,
)


@dataclass
class Scene:
    """A base directory after all that, its engine still at work."""

    paths: Paths
    key: MasterKey
    temporary: Path
    home: Path
    passphrase: str
    code: str
    engine: psutil.Process
    client: EngineClient
    said: list[str] = field(default_factory=list)
    environ: dict[str, str] = field(default_factory=dict)

    def files(self) -> dict[Path, bytes]:
        """Every file that the program could have written; reports unpacked."""
        found: dict[Path, bytes] = {}
        for folder in (self.paths.base, self.temporary, self.home):
            for path in folder.rglob("*"):
                if path.is_file() and not path.is_symlink():
                    found[path] = path.read_bytes()
                    if zipfile.is_zipfile(path):
                        with zipfile.ZipFile(path) as archive:
                            for name in archive.namelist():
                                found[path / name] = archive.read(name)
        return found


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("clear")
    temporary = root / "temp"
    temporary.mkdir()
    home = root / "home"
    home.mkdir()
    passphrase_file = root / "outside" / "passphrase"
    passphrase_file.parent.mkdir()
    passphrase_file.write_text("canary-pass phrase-88")
    paths = Paths(root / "base").ensure()
    with pytest.MonkeyPatch.context() as patched, ExitStack() as stack:
        for name in ("TMPDIR", "TMP", "TEMP"):
            patched.setenv(name, str(temporary))
        for name in (
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
        ):
            patched.setenv(name, str(home))
        patched.setattr(tempfile, "tempdir", None)
        key = unlock(paths, passphrase_file)
        code = new_recovery_code(paths, key)
        ensure_schema(paths, key)
        client = connect_or_start(paths, key, "tests", None)
        stack.callback(client.close)
        engine = psutil.Process(json.loads(paths.engine_file.read_bytes())["pid"])
        made = Scene(paths, key, temporary, home, passphrase_file.read_text(), code, engine, client)
        try:
            made.environ = engine.environ()
        except psutil.AccessDenied:  # nobody but root may look: all the better
            made.environ = dict(os.environ)
        add_accounts(made, stack)
        work_on_the_desk(made)
        report(made, passphrase_file)
        yield made
        if client.connected:
            client.call("stop", timeout_s=20)


def add_accounts(scene: Scene, stack: ExitStack) -> None:
    webs = [stack.enter_context(Web(answer)) for answer in ANSWERS]
    for number, secret in enumerate(SECRETS):
        arguments = {
            "name": f"rt-{number}",
            "connector": "rt",
            "url": webs[number % len(webs)].url,
            "settings": {"teams": WORDS["setting"]},
            "secret": secret,
        }
        for check in (True, False):
            try:
                scene.client.call("account.add", timeout_s=60, check=check, **arguments)
            except WorkspaceError as error:
                scene.said += [
                    "".join(traceback.format_exception(error)),
                    f"{error!r} {error.action}",
                ]
    for number in range(0, len(SECRETS), 5):
        try:
            scene.client.call("account.recheck", timeout_s=60, name=f"rt-{number}")
        except WorkspaceError as error:
            scene.said.append("".join(traceback.format_exception(error)))


def work_on_the_desk(scene: Scene) -> None:
    paths, key, client = scene.paths, scene.key, scene.client
    client.call(
        "account.add",
        timeout_s=60,
        name="store",
        connector="desk",
        url="",
        settings={},
        secret="",
        check=True,
    )
    side = CustomerSide(paths.desks / "store", key.subkey("desk"), SystemClock())
    person = side.meet(WORDS["name"], [Address("email", f"{WORDS['address']}@example.com")])
    side.open_ticket(
        person,
        "email",
        subject=WORDS["subject"],
        text=WORDS["text"],
        html=f"<p>{WORDS['html']}</p>",
        files=[NewFile("f.txt", "text/plain", io.BytesIO(WORDS["file"].encode() * 5_000))],
    )
    side.close()
    client.call("sync.once", timeout_s=120, account="store")
    reader = Reader(paths, key)
    account_id, remote_id = reader.one("SELECT account_id, remote_id FROM ticket") or (0, "")
    (attachment_id,) = reader.one("SELECT id FROM attachment") or (0,)
    reader.close()
    client.call("attachment.get", timeout_s=60, attachment_id=attachment_id)
    door = JournalDoor(paths, key, SystemClock())
    file = door.add_file("o.txt", "text/plain", io.BytesIO(WORDS["outgoing"].encode() * 9_000))
    later = SystemClock().now_ms() + 3_600_000
    for command, not_before in (
        (AddNote(text=WORDS["note"], attachments=(file,)), 0),
        (
            SendReply(
                text=WORDS["reply"], channel="email", recipient=f"{WORDS['address']}@example.com"
            ),
            later,
        ),
    ):
        door.enqueue(
            account_id, remote_id, [command], base_revision=0, base_entry="", not_before=not_before
        )
    door.add_local_note(account_id, remote_id, WORDS["localnote"])
    door.save_draft(
        DraftRow(
            account_id=account_id,
            ticket_remote_id=remote_id,
            mode="reply",
            text=WORDS["draft"],
            html=None,
            channel="email",
            recipient=WORDS["recipient"],
            attachments="[]",
            base_entry="",
            updated_at=0,
        )
    )
    door.close()
    keep_more(paths, key, account_id, remote_id)
    client.call("outbox.changed")
    client.call("sync.once", timeout_s=120, account="store")


def keep_more(paths: Paths, key: MasterKey, account_id: int, remote_id: str) -> None:
    """An earlier state of a draft, and a queue of the agent's own."""
    journal = open_database(paths.journal_db, key.subkey("journal"))
    journal.execute(
        "INSERT INTO draft_version (account_id, ticket_remote_id, mode, text, html, kept_at)"
        " VALUES (?, ?, 'reply', ?, ?, 0)",
        (account_id, remote_id, WORDS["version"], WORDS["version"]),
    )
    journal.execute(
        "INSERT INTO saved_queue (id, name, conditions, created_at) VALUES ('q', ?, ?, 0)",
        (WORDS["queue"], f"text:{WORDS['condition']}"),
    )
    journal.close()


def report(scene: Scene, passphrase_file: Path) -> None:
    base = ("--basedir", str(scene.paths.base), "--passphrase-file", str(passphrase_file))
    for arguments in (
        ("export-diagnostics", str(scene.temporary / "report.zip")),
        ("desk", "backup", "store", str(scene.temporary / "store.backup")),
        ("reply", "store:none", "--text", "x"),
        ("account", "check", "rt-2"),
        ("account", "list"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "workspace", *base, *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        if arguments[0] != "account" or arguments[1] != "list":
            scene.said += [done.stderr]
        scene.said += [done.stdout]


def forms(secret: str) -> list[bytes]:
    """The ways in which a secret may lie about."""
    data = secret.encode()
    coded = [base64.b64encode(b"x" * pad + data)[4:-4] for pad in range(3)]
    basic = base64.b64encode(b":" + data).rstrip(b"=")
    return [
        data,
        secret.encode("utf-16-le"),
        data.hex().encode(),
        *coded,
        basic,
        urllib.parse.quote(secret, safe="").encode(),
        json.dumps(secret).strip('"').replace("/", "\\/").encode(),
    ]


def all_secrets(scene: Scene) -> list[str]:
    return [*SECRETS, scene.passphrase, scene.code, scene.key.to_hex()]


def secrets_in(scene: Scene, files: dict[Path, bytes]) -> list[tuple[str, str]]:
    return [
        (path.name, secret)
        for path, data in files.items()
        for secret in all_secrets(scene)
        if any(form in data for form in forms(secret))
    ]


def test_thirty_secrets_lie_in_no_file_log_or_report(scene: Scene) -> None:
    assert len(all_secrets(scene)) >= 30
    files = scene.files()
    names = {path.name for path in files}
    assert {
        "cache.db",
        "cache.db-wal",
        "journal.db",
        "desk.db",
        "engine.log",
        "report.json",
    } <= names
    assert secrets_in(scene, files) == []
    planted = {Path("planted"): b"x" + base64.b64encode(f"user:{SECRETS[3]}".encode())}
    assert secrets_in(scene, planted) == [("planted", SECRETS[3])]  # the search itself works


def test_no_secret_stands_in_arguments_environment_or_errors(scene: Scene) -> None:
    shown = [*scene.engine.cmdline(), *scene.environ, *scene.environ.values(), *scene.said]
    assert any("Traceback" in text for text in scene.said)
    assert len(scene.said) > 20
    found = [
        (secret, text[:200])
        for text in shown
        for secret in all_secrets(scene)
        for form in forms(secret)
        if form in text.encode()
    ]
    assert found == []
    assert scene.engine.children(recursive=True) == []


def test_no_word_of_a_customer_or_agent_lies_in_any_file(scene: Scene) -> None:
    """Logs and the report included; the files are open, their write-ahead logs not yet emptied."""
    reader = Reader(scene.paths, scene.key)  # they are all there
    assert reader.one("SELECT count(*) FROM attachment WHERE file <> ''") == (1,)
    assert reader.one("SELECT count(*) FROM journal.outbox") == (2,)
    reader.close()
    found = [
        (path.name, name)
        for path, data in scene.files().items()
        for name, word in WORDS.items()
        for form in (word.encode(), word.upper().encode(), word.encode("utf-16-le"))
        if form in data
    ]
    assert found == []


def test_stock_sqlite_opens_none_of_them(scene: Scene) -> None:
    databases = [path for path in scene.paths.base.rglob("*.db") if path.is_file()]
    assert len(databases) >= 3
    for path in (*databases, scene.temporary / "store.backup"):
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        with pytest.raises(sqlite3.DatabaseError, match="not a database"):
            connection.execute("SELECT * FROM sqlite_master")
        connection.close()


def test_log_lines_say_what_happened_all_the_same(scene: Scene) -> None:
    lines = (scene.paths.logs / "engine.log").read_text().splitlines()
    told = [json.loads(line) for line in lines]
    assert any("rt-2" in one["message"] for one in told)
    assert "INFO" in {one["level"] for one in told}


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_memory_never_comes_to_the_disk(tmp_path: Path, paths: Paths, key: MasterKey) -> None:
    """The engine is killed as by a crash, where dumps are allowed: it leaves none."""
    import resource

    allowed = resource.getrlimit(resource.RLIMIT_CORE)
    ask = (
        f"import resource; resource.setrlimit(resource.RLIMIT_CORE, ({allowed[1]}, {allowed[1]}));"
    )
    engine = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{ask} from workspace.__main__ import main; main()",
            "--engine",
            "--stay",
            "--basedir",
            str(paths.base),
        ],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert engine.stdin is not None
    engine.stdin.write(key.to_hex().encode() + b"\n")
    engine.stdin.close()
    client = EngineClient(paths, "tests", None)
    assert client.connect(60)
    limits = Path(f"/proc/{engine.pid}/limits").read_text()
    assert limits.split("Max core file size")[1].split()[:2] == ["0", "0"]
    assert (
        os.stat(f"/proc/{engine.pid}/environ").st_uid == 0
    )  # not ours to read, unless we are root
    engine.send_signal(signal.SIGABRT)
    engine.wait(30)
    assert engine.stderr is not None
    engine.stderr.close()
    client.close()
    left = [path.name for path in tmp_path.rglob("*core*") if path.is_file()]
    assert left == []
