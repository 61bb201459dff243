"""The real Request Tracker as a fixture: `rt_server`, one for the whole run.

A conftest that wants it says `from tests.servers.rt_fixture import rt_server`. Where RT cannot be
had the tests are skipped with the reason; with REQUIRE_SERVERS=1 that is a failure, and missing
packages are installed first.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
import requests

SCRIPTS = Path(__file__).parent / "rt5"
SEEDED = 220


class Rest:
    """REST2 as one user, by plain requests: the tests' own way to the server."""

    def __init__(self, url: str, token: str = "", password: tuple[str, str] | None = None) -> None:
        self.url = f"{url}/REST/2.0"
        self._session = requests.Session()
        self._session.trust_env = False
        if token:
            self._session.headers["Authorization"] = f"token {token}"
        if password:
            self._session.auth = (password[0].encode(), password[1].encode())

    def call(self, method: str, path: str, **more: Any) -> requests.Response:
        return self._session.request(method, f"{self.url}/{path}", timeout=60, **more)

    def get(self, path: str, **params: Any) -> Any:
        answer = self.call("GET", path, params=params)
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        return answer.json()

    def post(self, path: str, **body: Any) -> int:
        """POST JSON; the number at the end of Location or in the answer."""
        answer = self.call("POST", path, json=body)
        assert answer.status_code == 201, (path, answer.status_code, answer.text)
        return int(answer.headers["Location"].rpartition("/")[2])

    def put(self, path: str, **body: Any) -> list[str]:
        """PUT JSON; what RT says of it."""
        answer = self.call("PUT", path, json=body)
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        said: list[str] = answer.json()
        return said

    def everything(self, path: str, **params: Any) -> list[dict[str, Any]]:
        """All rows of a list that has pages (the slow, simple way)."""
        rows: list[dict[str, Any]] = []
        page = 1
        while True:
            got = self.get(path, per_page=100, page=page, **params)["items"]
            if not got:
                return rows
            rows += got
            page += 1


class RtServer:
    """One RT with its own database. Passwords: agents agentpass1, customers customer1."""

    def __init__(self, data_dir: Path, seeded: int = SEEDED) -> None:
        self.data_dir = data_dir
        self._seeded = seeded
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.tokens: dict[str, str] = {}
        self._worker: subprocess.Popen[bytes] | None = None

    def start(self, *, install: bool = False) -> None:
        """Start it, or raise RuntimeError with what the script said."""
        done = self._script("start.sh", INSTALL="1" if install else "0", TICKETS=str(self._seeded))
        if done.returncode:
            raise RuntimeError(done.stderr.strip()[-2000:] or "start.sh failed")
        for line in (self.data_dir / "tokens.env").read_text().splitlines():
            name, _, token = line.partition("=")
            self.tokens[name.removeprefix("RT_TOKEN_").lower()] = token

    def stop(self) -> None:
        self._script("stop.sh")

    def close(self) -> None:
        """Stop it and remove all it wrote."""
        if self._worker is not None:
            assert self._worker.stdin is not None
            assert self._worker.stdout is not None
            self._worker.stdin.close()
            self._worker.wait(30)
            self._worker.stdout.close()
            self._worker = None
        self.stop()
        shutil.rmtree(self.data_dir, ignore_errors=True)

    def work(self, do: str, **asked: Any) -> Any:
        """Let somebody work at the server on RT's own API; see worker.pl. Sends no mails."""
        if self._worker is None:
            env = {
                **os.environ,
                "RT_SITE_CONFIG": str(self.data_dir / "RT_SiteConfig.pm"),
                "RT_SITE_CONFIG_DIR": str(self.data_dir / "conf.d"),
            }
            self._worker = subprocess.Popen(
                ["perl", str(SCRIPTS / "worker.pl")],
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.write(json.dumps({"do": do, **asked}).encode() + b"\n")
        self._worker.stdin.flush()
        answer = json.loads(self._worker.stdout.readline() or b'{"error": "the worker ended"}')
        assert "error" not in answer, (do, asked, answer["error"])
        return answer["ok"]

    def restart(self) -> None:
        self.stop()
        self.start()

    def rest(self, user: str) -> Rest:
        """REST2 as this user; a name with @ is a customer and signs in with the password."""
        if "@" in user:
            return Rest(self.url, password=(user, "customer1"))
        return Rest(self.url, token=self.tokens[user])

    def mails(self) -> list[str]:
        """What RT sent so far."""
        return [path.read_text("utf-8", "replace") for path in self.outbox.glob("*.eml")]

    @property
    def outbox(self) -> Path:
        return self.data_dir / "outbox"

    def sql(self, statement: str, *values: Any) -> list[Any]:
        """Straight into the database: for what no request can bring about."""
        file = self.data_dir / "rt5.sqlite"
        with closing(sqlite3.connect(file, timeout=30)) as connection, connection:
            return connection.execute(statement, values).fetchall()

    def hide(self, transaction: int) -> None:
        """As if the database transaction that holds it were still open."""
        self.sql("UPDATE Transactions SET ObjectType = 'RT::Open' WHERE id = ?", transaction)

    def show(self, transaction: int) -> None:
        """It commits."""
        self.sql("UPDATE Transactions SET ObjectType = 'RT::Ticket' WHERE id = ?", transaction)

    def _script(self, name: str, **more: str) -> subprocess.CompletedProcess[str]:
        own = {
            "DATA_DIR": str(self.data_dir),
            "PORT": str(self.port),
            "WATCH_PID": str(os.getpid()),
        }
        env = {**os.environ, **own, **more}
        return subprocess.run(
            ["bash", str(SCRIPTS / name)], env=env, capture_output=True, text=True, timeout=1200
        )


def free_port() -> int:
    """A port that stays ours while the server is down: below those that the system gives away."""
    for port in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with closing(socket.socket()) as listener, suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free on loopback")


class _Shared:
    """The server of this run and how many fixtures hold it."""

    server: RtServer | None = None
    holders = 0


@pytest.fixture(scope="session")
def rt_server() -> Iterator[RtServer]:
    """A running RT with 220 tickets. Tests may write; they look only at tickets of their own,
    or compare everything."""
    if shutil.which("bash") is None:
        pytest.skip("no Request Tracker here: no bash")
    if _Shared.server is None:
        required = os.environ.get("REQUIRE_SERVERS") == "1"
        server = RtServer(Path(tempfile.mkdtemp(prefix="workspace-rt5-")))
        try:
            server.start(install=required)
        except RuntimeError as problem:
            server.close()
            if required:
                pytest.fail(f"Request Tracker does not run: {problem}")
            pytest.skip(f"no Request Tracker here: {problem}")
        _Shared.server = server
    _Shared.holders += 1
    yield _Shared.server
    _Shared.holders -= 1
    if _Shared.holders == 0 and _Shared.server is not None:
        _Shared.server.close()
        _Shared.server = None
