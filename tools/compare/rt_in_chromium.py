"""The same tickets in Request Tracker's own pages and in Workspace, on one RT server.

    xvfb-run -a -s "-screen 0 1440x900x24" python tools/compare/rt_in_chromium.py --repeat 30

Starts a real RT of its own (Debian's request-tracker5, see tests/servers), puts tickets of 50
messages on it, and works them twice: in headless Chromium by its WebDriver (Debian: chromium,
chromium-driver) and in the window with its engine. Times are wall clock from the click, or from
the request of the page, until the fiftieth message is there and painted; RT's server is part of
the one and not of the other, which is what an agent feels. RT on SQLite searches subjects only.
Memory is the processes' own share (PSS), without RT's server. Everything lies in folders that are
removed afterwards.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from processes import family, own_share_mib  # noqa: E402

from tests.servers.rt_fixture import RtServer, free_port  # noqa: E402

MESSAGES = 50
CUSTOMER = "sehun.oh@customer.test"
WORD = "상담"
AGENT = ("agent", "agentpass1")
SIZE = (1440, 900)


class Browser:
    """Chromium without a screen, by the WebDriver protocol."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self._driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._session = requests.Session()
        self._session.trust_env = False
        self._url = f"http://127.0.0.1:{port}"
        self._until_up()
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        arguments += [f"--window-size={SIZE[0]},{SIZE[1]}", f"--user-data-dir={folder}"]
        wanted = {"alwaysMatch": {"goog:chromeOptions": {"args": arguments}}}
        made = self._post("session", capabilities=wanted)
        self._url += f"/session/{made['sessionId']}"
        self._post("timeouts", script=60_000, pageLoad=120_000)

    def _until_up(self) -> None:
        end = time.monotonic() + 20
        while True:
            try:
                self._session.get(f"{self._url}/status", timeout=2)
                return
            except requests.ConnectionError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    def _post(self, path: str, **body: Any) -> Any:
        answer = self._session.post(f"{self._url}/{path}", json=body, timeout=180).json()
        value = answer["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"{value['error']}: {value['message'][:300]}")
        return value

    def open(self, url: str) -> None:
        """Returns when the page says that it is loaded."""
        self._post("url", url=url)

    def run(self, script: str, *values: Any) -> Any:
        """A script's result; it ends by calling its last argument."""
        return self._post("execute/async", script=script, args=list(values))

    def painted(self, selector: str, count: int) -> float:
        """Milliseconds from the page's request until so many of these were painted."""
        return float(
            self.run(
                """
                const [selector, count, done] = arguments;
                const look = () => document.querySelectorAll(selector).length >= count
                    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
                    : setTimeout(look, 2);
                look();
                """,
                selector,
                count,
            )
        )

    @property
    def pid(self) -> int:
        """The driver's; Chromium's processes are its children."""
        return self._driver.pid

    def close(self) -> None:
        self._session.delete(self._url, timeout=30)
        self._driver.terminate()
        self._driver.wait(20)


def in_chromium(server: RtServer, folder: Path, tickets: list[str], repeat: int) -> dict[str, Any]:
    """Times in ms and memory in MiB of RT's own pages."""
    browser = Browser(folder)
    try:
        browser.open(f"{server.url}/NoAuth/Login.html")
        browser.run(
            """
            const [user, word, done] = arguments;
            document.querySelector('input[name=user]').value = user;
            document.querySelector('input[name=pass]').value = word;
            done();
            """,
            *AGENT,
        )
        browser.run("document.querySelector('form#login').submit(); arguments[0]();")
        while "Logged in as" not in browser.run("arguments[0](document.body.innerText);"):
            time.sleep(0.5)  # the form is on its way, and the page loads its own cache
            browser.open(server.url)
        opened: list[float] = []
        for number in range(repeat + 1):
            browser.open(f"{server.url}/Ticket/Display.html?id={tickets[number % len(tickets)]}")
            opened.append(browser.painted(".transaction", MESSAGES))
        searched: list[float] = []
        for _ in range(repeat + 1):
            browser.open(f"{server.url}/Search/Simple.html?q={WORD}")
            searched.append(browser.painted("table.ticket-list tbody", 2))
        memory = own_share_mib(family(browser.pid)[1:])
    finally:
        browser.close()
    return {"open": opened[1:], "search": searched[1:], "memory": memory}


class Window:
    """Our window with its engine, on the same server."""

    def __init__(self, server: RtServer, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from workspace.keys import MasterKey
        from workspace.paths import Paths
        from workspace.store.accounts import Accounts
        from workspace.store.migrations import ensure_schema
        from workspace.ui.app_window import open_window

        self.paths, self.key = Paths(folder).ensure(), MasterKey.generate()
        ensure_schema(self.paths, self.key)
        accounts = Accounts(self.paths, self.key)
        accounts.add("rt", "rt", server.url, {"auth": "token"}, server.tokens["agent"])
        accounts.close()
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.app = app
        self.started = open_window(self.paths, self.key)
        self.window = self.started.window
        self.window.resize(*SIZE)
        self.until(lambda: self.window.ctx.engine.is_connected)
        told: list[object] = []
        self.window.ctx.engine.call(
            "sync.once", then=told.append, failed=told.append, slow=True, timeout_s=600.0
        )
        self.until(lambda: bool(told))

    def until(self, condition: Callable[[], bool], seconds: float = 600.0) -> None:
        """Let the window work until this holds; asleep between events."""
        from PySide6.QtCore import QEventLoop, QTimer

        waker = QTimer()
        waker.start(200)
        end = time.monotonic() + seconds
        flags = QEventLoop.ProcessEventsFlag
        while not condition():
            self.app.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
            if time.monotonic() > end:
                raise TimeoutError("the window did not show what was asked of it")

    def ids(self, tickets: list[str]) -> list[int]:
        """Local ids of the server's tickets."""
        from workspace.store.connect import Reader
        from workspace.store.queries.tickets import find_ticket

        reader = Reader(self.paths, self.key)
        rows = [find_ticket(reader, "rt", ticket) for ticket in tickets]
        reader.close()
        return [row.id for row in rows if row is not None]

    def opening(self, ids: list[int], repeat: int) -> list[float]:
        """Milliseconds from the choice to the painted conversation."""
        times, seen = [], [0]
        self.window.conversation.source.opened.connect(lambda *_: seen.append(seen[-1] + 1))
        for number in range(repeat + 1):
            before, began = seen[-1], time.perf_counter()
            self.window.show_ticket(ids[number % len(ids)])
            self.until(lambda before=before: seen[-1] > before)
            self.window.conversation.view.viewport().repaint()
            times.append((time.perf_counter() - began) * 1000)
        return times[1:]

    def searching(self, repeat: int) -> list[float]:
        """Milliseconds from the typed word to the painted results, each time after another."""
        from workspace.ui.search.palette import SearchPalette

        self.window.open_search()
        palette = self.window.findChild(SearchPalette)
        assert palette is not None
        times = []
        resets = [0]
        palette.model.modelReset.connect(lambda: resets.append(resets[-1] + 1))
        for _ in range(repeat + 1):
            palette.field.clear()
            palette.field.typed.emit("")
            before, began = resets[-1], time.perf_counter()
            palette.field.setText(WORD)
            palette.field.typed.emit(WORD)
            self.until(lambda before=before: resets[-1] > before and palette.model.rowCount() > 0)
            palette.view.viewport().repaint()
            times.append((time.perf_counter() - began) * 1000)
        palette.close_palette()
        return times[1:]

    def memory(self) -> float:
        """MiB of window and engine together."""
        import json

        engine = int(json.loads(self.paths.engine_file.read_text())["pid"])
        return own_share_mib([os.getpid(), engine])

    def close(self) -> None:
        told: list[object] = []
        self.window.ctx.engine.call("stop", then=told.append, failed=told.append)
        self.until(lambda: bool(told))
        self.window.close()
        self.started.end()


def in_workspace(server: RtServer, folder: Path, tickets: list[str], repeat: int) -> dict[str, Any]:
    """The same of our window."""
    window = Window(server, folder)
    try:
        ids = window.ids(tickets)
        return {
            "open": window.opening(ids, repeat),
            "search": window.searching(repeat),
            "memory": window.memory(),
        }
    finally:
        window.close()


def long_ticket(server: RtServer, number: int) -> str:
    """A ticket of 50 messages, customer and agent by turns."""
    made = server.work(
        "create", who=CUSTOMER, subject=f"긴 상담 {number}", text="운송장 0번입니다."
    )
    for turn in range(1, MESSAGES):
        text = f"상담 {turn}: 오늘 오후에 다시 확인했습니다. The parcel {turn} is still on its way."
        server.work("say", ticket=made, who=AGENT[0] if turn % 2 else CUSTOMER, text=text, public=1)
    return str(made)


def p99(times: list[float]) -> float:
    """The largest of few."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def main() -> int:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=30)
    options = parser.parse_args()
    for program in ("chromium", "chromedriver"):
        if not shutil.which(program):
            print(
                f"{program} is missing: apt-get install chromium chromium-driver", file=sys.stderr
            )
            return 1
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="workspace-compare-") as folder:
        server = RtServer(Path(folder) / "rt")
        server.start()
        try:
            tickets = [long_ticket(server, number) for number in range(2)]
            theirs = in_chromium(server, Path(folder) / "chromium", tickets, options.repeat)
            ours = in_workspace(server, Path(folder) / "workspace", tickets, options.repeat)
        finally:
            server.close()
    print("| what | Workspace | RT in Chromium | ratio |\n|---|---|---|---|")
    for name, what in (
        ("open", f"open a ticket of {MESSAGES} messages"),
        ("search", "search a Korean word (RT: subjects; ours: subjects and all messages)"),
    ):
        for word, measure in (("p50", statistics.median), ("p99", p99)):
            mine, other = measure(ours[name]), measure(theirs[name])
            print(f"| {what}, {word} | {mine:,.1f} ms | {other:,.0f} ms | {mine / other:.3f} |")
    mine, other = ours["memory"], theirs["memory"]
    print(f"| memory, own share | {mine:,.0f} MiB | {other:,.0f} MiB | {mine / other:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
