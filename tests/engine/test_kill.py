"""kill -9 of real engine processes: nothing is lost, nothing doubled, and the next one goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.engine.backend import Backend
from tests.engine.conftest import Base
from tests.waiting import PATIENCE_S, wait_for
from workspace.domain.commands import SetFields
from workspace.ipc.client import EngineClient, connect_or_start, engine_command
from workspace.store.salvage import check

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and signals")

KILLS = 10


class EngineProcess:
    """An engine of its own process, as a window starts it, but ours to kill and to wait for."""

    def __init__(self, base: Base, *, stay: bool = True) -> None:
        self.base = base
        self.process = subprocess.Popen(
            engine_command(base.paths, stay=stay),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self.process.stdin is not None
        self.process.stdin.write(base.key.to_hex().encode() + b"\n")
        self.process.stdin.close()

    def kill(self) -> None:
        """As a power cut would, for this process."""
        self.process.kill()
        self.wait()

    def wait(self) -> int:
        """The exit code."""
        return self.process.wait(PATIENCE_S)


@pytest.fixture
def engines() -> Iterator[list[EngineProcess]]:
    running: list[EngineProcess] = []
    yield running
    for engine in running:
        if engine.process.poll() is None:
            engine.kill()


def test_killed_at_any_moment_of_sync_and_send(
    base: Base, backend: Backend, engines: list[EngineProcess]
) -> None:
    """Kills fall where they may: the moment is a request of the backend, chosen by chance."""
    chance = random.Random(20_26)
    tickets = [backend.add_ticket(entries=number % 5) for number in range(60)]
    commands: list[str] = []
    doomed: list[EngineProcess] = []
    killed_in: list[str] = []
    wanted = [""]  # where this round's kill is to fall, most likely

    def before(op: str) -> None:
        if chance.random() < (0.4 if op == wanted[0] else 0.03) and doomed:
            engine = doomed.pop()
            time.sleep(chance.random() * 0.02)
            engine.process.kill()
            killed_in.append(op)

    def is_over() -> bool:
        return not doomed or base_is_quiet(base)

    for number in range(KILLS):
        wanted[0] = ("push", "pull", "fetch")[number % 3]
        for ticket in chance.sample(tickets, 4):
            commands += base.send(ticket, f"answer {len(commands)}", SetFields(status="pending"))
        backend.add_entry(chance.choice(tickets), "meanwhile")
        engine = EngineProcess(base)
        engines.append(engine)
        doomed[:] = [engine]
        backend.before = before
        wait_for(is_over)
        backend.before = lambda op: None
        engine.kill()
    assert {"push", "pull"} <= set(killed_in)
    engines.append(EngineProcess(base))
    wait_for(lambda: all(base.outbox(one) == ("sent", False) for one in commands))
    wait_for(base.is_equal)
    assert {one: backend.count(one) for one in commands} == dict.fromkeys(commands, 1)
    for ticket in tickets:
        numbers = [
            int(text.split()[1]) for text in backend.texts(ticket) if text.startswith("answer")
        ]
        assert numbers == sorted(numbers)
    engines[-1].kill()
    assert check(base.paths, base.key) == []


def base_is_quiet(base: Base) -> bool:
    """All sent and synced: this engine will not be asked for anything that kills it."""
    waiting = base.reader.one(
        "SELECT count(*) FROM journal.outbox WHERE state NOT IN ('sent','cancelled')"
    )
    return waiting == (0,) and base.is_equal()


def test_an_engine_killed_while_sending_is_in_doubt_first(
    base: Base, backend: Backend, engines: list[EngineProcess]
) -> None:
    """The backend has it, the engine died before it heard so: looked for, not sent again."""
    ticket = backend.add_ticket()
    engines.append(EngineProcess(base))

    def before(op: str) -> None:
        if op == "push":
            engines[0].process.kill()
            engines[0].process.wait(PATIENCE_S)

    backend.before = before
    (command,) = base.send(ticket, "once")
    wait_for(lambda: engines[0].process.poll() is not None)
    wait_for(lambda: backend.count(command) == 1)
    backend.before = lambda op: None
    assert base.outbox(command)[0] == "sending"
    engines.append(EngineProcess(base))
    wait_for(lambda: base.outbox(command) == ("sent", False))
    assert backend.count(command) == 1
    assert backend.requests["push"] == 1


def test_a_restarted_engine_gives_the_backend_time(
    base: Base, backend: Backend, engines: list[EngineProcess]
) -> None:
    """The backend is still at work on it when the next engine looks: not there is not yet no."""
    ticket = backend.add_ticket()
    engines.append(EngineProcess(base))
    backend.before = lambda op: engines[0].process.kill() if op == "push" else None
    backend.faults["push"].append("late:0.9")
    (command,) = base.send(ticket, "once")
    engines[0].wait()
    backend.before = lambda op: None
    engines.append(EngineProcess(base))
    wait_for(lambda: base.outbox(command) == ("sent", False))
    backend.catch_up()
    assert backend.count(command) == 1


def test_a_second_engine_leaves_quietly(
    base: Base, backend: Backend, engines: list[EngineProcess]
) -> None:
    engines.append(EngineProcess(base))
    client = base.client()
    second = EngineProcess(base)
    engines.append(second)
    assert second.wait() == 0
    assert client.call("status")["pid"] == engines[0].process.pid
    client.close()


def test_it_survives_its_window_and_serves_two(
    base: Base, backend: Backend, engines: list[EngineProcess]
) -> None:
    backend.add_ticket()
    engines.append(EngineProcess(base))
    window, cli = base.client(), base.client()
    window.call("sync.once")
    window.close()
    assert cli.call("ping") == {}
    cli.close()
    again = base.client()
    assert again.call("status")["pid"] == engines[0].process.pid
    again.close()


@pytest.mark.parametrize("how", ["SIGTERM", "stop"])
def test_it_ends_cleanly_when_told(
    base: Base, backend: Backend, engines: list[EngineProcess], how: str
) -> None:
    engine = EngineProcess(base)
    engines.append(engine)
    client = base.client()
    wait_for(base.paths.engine_file.exists)
    about = json.loads(base.paths.engine_file.read_text())
    assert about["pid"] == engine.process.pid
    if how == "stop":
        client.call("stop")
    else:
        engine.process.send_signal(signal.SIGTERM)
    assert engine.wait() == 0
    client.close()
    assert not base.paths.engine_file.exists()
    assert "the engine ends" in (base.paths.logs / "engine.log").read_text()


def test_clients_start_one_where_none_is(base: Base, backend: Backend) -> None:
    backend.add_ticket()
    first = connect_or_start(base.paths, base.key, "window")
    second = connect_or_start(base.paths, base.key, "cli")
    try:
        assert first.engine_pid == second.engine_pid != os.getpid()
        first.call("sync.once")
        assert base.is_equal()
    finally:
        second.close()
        first.call("stop")
        first.close()
    wait_for(lambda: not EngineClient(base.paths, "test").connect(0.0))


def test_no_secret_and_no_customer_text_in_the_log(
    base: Base, backend: Backend, engines: list[EngineProcess]
) -> None:
    ticket = backend.add_ticket()
    backend.add_entry(ticket, "my card is 4111 1111 1111 1111, kim@example.com")
    backend.faults["pull"].extend(["", "foreign"])
    engines.append(EngineProcess(base))
    client = base.client()
    wait_for(lambda: base.account() == ("paused", "contract_bug"))
    client.call("sync.once")
    base.send(ticket, "a very private answer")
    client.call("outbox.changed")
    client.call("stop")
    client.close()
    assert engines[0].wait() == 0
    log = (base.paths.logs / "engine.log").read_text()
    assert "ZeroDivisionError" in log
    for word in ("correct horse", "4111", "kim@", "private answer", base.key.to_hex(), "hunter2"):
        assert word not in log
