"""Sends to the real Request Tracker: killed at chosen calls and moments, and over a bad network."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.faults.parts import (
    CACHE_THREAD,
    EngineProcess,
    FaultBase,
    Tracer,
    Verdict,
)
from tests.faults.wire import Seen, Spoil, WireProxy
from tests.servers.rt_fixture import RtServer
from tests.waiting import PATIENCE_S, wait_for
from workspace.domain.commands import AddNote, Command, SendReply

CHOSEN: tuple[tuple[str, int], ...] = (
    *(("pwrite64", number) for number in (1, 2, 3, 4, 6, 8, 10, 12, 14, 16)),
    *(("fsync", number) for number in (1, 2, 3)),
    *(("fcntl", number) for number in (1, 5, 10, 20)),
    *(("socket", 1), ("connect", 1), ("close", 2), ("close", 3)),
    *(("sendto", number) for number in (1, 2)),
    *(("recvfrom", number) for number in (1, 2)),
)
SETTLED_S = 240.0
_numbers = itertools.count(1)


class TrackerBase(FaultBase):
    """A base directory whose account is on the server, through the proxy."""

    def __init__(self, folder: Path, server: RtServer) -> None:
        self.server = server
        self.proxy = WireProxy(server.url)
        super().__init__(folder, "rt", self.proxy.url, server.tokens["agent"])
        server.work("person", name="Fault", address="fault@example.com")
        self.sent: dict[str, str] = {}

    def ticket(self) -> str:
        subject = f"fault {next(_numbers)}"
        return str(
            self.server.work(
                "create", who="fault@example.com", subject=subject, text="it is broken", html=""
            )
        )

    def say(self, ticket: str, text: str, *, note: bool = False, with_file: bool = False) -> str:
        """Acknowledge a reply or note whose text is its own; judged at the end."""
        files = (self.file(40_000),) if with_file else ()
        command: Command
        command = AddNote(text=text, attachments=files)
        if not note:
            command = SendReply(text=text, attachments=files)
        (command_id,) = self.send(ticket, command)
        self.sent[command_id] = text
        return command_id

    def arrived(self, text: str) -> int:
        """How many messages and comments of RT hold it."""
        rows = self.server.sql(
            "SELECT count(DISTINCT t.id) FROM Transactions AS t JOIN Attachments AS a"
            " ON a.TransactionId = t.id WHERE t.Type IN ('Correspond', 'Comment')"
            " AND a.Content LIKE ?",
            f"%{text}%",
        )
        return int(rows[0][0])

    def settle(self, engine: EngineProcess, verdict: Verdict) -> None:
        """Let everything come to its end, then judge all that was acknowledged."""
        engine.tell()
        try:
            wait_for(lambda: self.all_sent(self.sent), "all are sent", SETTLED_S)
        except AssertionError:
            left = {one: self.state(one) for one in self.sent if self.state(one) != "sent"}
            verdict.details.append(f"unsettled: {left}")
        for text in self.sent.values():
            verdict.judge(text, self.arrived(text))

    def close(self) -> None:
        super().close()
        self.proxy.close()


def kill_at_calls(
    base: TrackerBase,
    chosen: Sequence[tuple[str, int]],
    *,
    naive: bool = False,
    progress: Callable[[str], None] = print,
) -> Verdict:
    """Kill the engine at the nth call of its push threads, for every chosen pair."""
    verdict = Verdict()
    trace = base.paths.base.parent / "trace"
    for call, number in chosen:
        engine = EngineProcess(base, naive=naive)
        engine.join()
        warm = base.say(base.ticket(), f"warm {next(_numbers)} {call} {number}.")
        counts = engine.writes_of()
        engine.tell()
        wait_for(lambda warm=warm: base.state(warm) == "sent", "the warm-up is sent")
        now = engine.writes_of()
        cache = engine.threads()[CACHE_THREAD]
        threads = [one for one in now if one != cache and now[one] - counts.get(one, 0) >= 8]
        assert threads, "no thread pushed the warm-up"
        watched = ",".join({"pwrite64", call})
        tracer = Tracer(threads, trace, watched, f"{call}:signal=KILL:when={number}")
        text = f"struck {next(_numbers)} {call} {number}."
        command = base.say(base.ticket(), text, note=number % 2 == 0, with_file=number % 3 == 0)
        engine.tell()
        deadline = time.monotonic() + PATIENCE_S
        while engine.alive and base.state(command) != "sent" and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.2)
        if engine.alive:
            progress(f"the send had no {call} number {number}")
            engine.kill()
        else:
            verdict.points += 1
        engine.reap()
        tracer.end()
    return verdict


def kill_at_moments(
    base: TrackerBase,
    moments_ms: Sequence[int],
    *,
    hold_s: float = 0.3,
    naive: bool = False,
) -> Verdict:
    """Kill so long after the request came to the proxy, which holds it before and after RT."""
    verdict = Verdict()
    for moment in moments_ms:
        came: list[float] = []

        def before(seen: Seen, came: list[float] = came) -> None:
            came.append(time.monotonic())
            time.sleep(hold_s)

        engine = EngineProcess(base, naive=naive)
        engine.join()
        base.proxy.before = before
        base.proxy.after = lambda seen: time.sleep(hold_s)
        base.say(base.ticket(), f"moment {next(_numbers)} {moment} ms.", note=moment % 20 == 0)
        engine.tell()
        wait_for(lambda came=came: came, "the request comes to the proxy")
        time.sleep(max(0.0, came[0] + moment / 1000 - time.monotonic()))
        engine.kill()
        verdict.points += 1
        base.proxy.before = base.proxy.after = lambda seen: None
    return verdict


def settled(base: TrackerBase, *, naive: bool = False) -> Verdict:
    """Let an engine finish what was left, and judge all that was acknowledged."""
    verdict = Verdict()
    engine = EngineProcess(base, naive=naive)
    engine.join()
    base.settle(engine, verdict)
    engine.kill()
    verdict.details += base.damaged()
    verdict.corrupt += len(base.damaged())
    return verdict


def over_a_bad_network(
    base: TrackerBase,
    rounds: int = 1,
    *,
    spoils: Sequence[Spoil] = tuple(Spoil),
    naive: bool = False,
) -> Verdict:
    """Every spoil once per round, on tickets of their own, all at once; judged."""
    verdict = Verdict()
    todo: dict[str, Spoil] = {}

    def choose(seen: Seen) -> Spoil | None:
        if not seen.writes:
            return None
        for name in list(todo):
            if name.encode() in seen.body:
                return todo.pop(name)
        return None

    engine = EngineProcess(base, naive=naive)
    engine.join()
    with base.proxy.spoiling(choose):
        for number in range(rounds):
            for spoil in spoils:
                text = f"{spoil.name} {next(_numbers)}."
                todo[text] = spoil
                base.say(base.ticket(), text, note=number % 2 == 1, with_file=number % 3 == 2)
                verdict.points += 1
        engine.tell()
        wait_for(lambda: not todo, "every request was spoilt", SETTLED_S)
        base.settle(engine, verdict)
        base.sent.clear()
    engine.kill()
    return verdict


def over_a_restart(base: TrackerBase) -> Verdict:
    """The server is stopped while it works at a request, and comes back."""
    verdict = Verdict(points=1)
    engine = EngineProcess(base)
    engine.join()
    came: list[Seen] = []
    base.proxy.before = came.append
    base.proxy.after = lambda seen: time.sleep(0.5)
    for number in range(4):
        base.say(base.ticket(), f"restart {next(_numbers)}.", note=number % 2 == 0)
    engine.tell()
    wait_for(lambda: came, "a request comes to the proxy")
    base.server.restart()
    base.proxy.before = base.proxy.after = lambda seen: None
    base.settle(engine, verdict)
    base.sent.clear()
    engine.kill()
    return verdict
