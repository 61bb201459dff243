"""What every fault run shares: a base directory, real engine processes, kills by strace, a verdict.

Nothing here is a model: engines are the shipped `workspace --engine`, desks and caches the shipped
files, and a kill is SIGKILL.
"""

from __future__ import annotations

import io
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func
from sqlalchemy import select as choose

from tests import ROOT
from tests.waiting import PATIENCE_S
from workspace.clock import SystemClock
from workspace.domain.commands import Command, OutgoingFile, SendReply
from workspace.domain.errors import WorkspaceError
from workspace.domain.items import Address
from workspace.ipc.client import EngineClient, engine_command
from workspace.keys import MasterKey
from workspace.paths import Paths
from workspace.sqlcipher import find_damage, open_database
from workspace.store.accounts import Accounts
from workspace.store.connect import Reader
from workspace.store.journal import JournalDoor
from workspace.store.migrations import ensure_schema
from workspace.store.salvage import check
from workspace.sync.connectors.desk import CustomerSide, schema

KEY = MasterKey(bytes(range(32)))
CACHE_THREAD = 1  # the second thread that an engine starts writes the cache
NO_STRACE = "" if shutil.which("strace") else "strace is not installed: apt-get install strace"
# The engine asks the kernel to keep its memory private, so other users' eyes and tracers of the
# same user are refused; root is not.
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _may_trace() -> bool:
    """Root in a container may lack the capability for it (CAP_SYS_PTRACE, number 19)."""
    with suppress(OSError, ValueError, IndexError):
        status = Path("/proc/self/status").read_text()
        return bool(int(status.partition("CapEff:")[2].split()[0], 16) >> 19 & 1)
    return IS_ROOT


NO_TRACING = NO_STRACE or ("" if _may_trace() else "only root may trace the engine")


@dataclass
class Verdict:
    """What a run of injected faults comes to; `line` is the last thing it prints."""

    points: int = 0
    lost: int = 0
    doubled: int = 0
    corrupt: int = 0
    details: list[str] = field(default_factory=list)

    def add(self, other: Verdict) -> None:
        self.points += other.points
        self.lost += other.lost
        self.doubled += other.doubled
        self.corrupt += other.corrupt
        self.details += other.details

    def judge(self, name: str, arrived: int) -> None:
        """One acknowledged command, and how often the backend has it."""
        if arrived == 0:
            self.lost += 1
            self.details.append(f"lost: {name}")
        elif arrived > 1:
            self.doubled += 1
            self.details.append(f"{arrived} times: {name}")

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.corrupt)

    def line(self) -> str:
        return (
            f"points {self.points}, lost {self.lost}, doubled {self.doubled},"
            f" corrupt {self.corrupt}"
        )


class FaultBase:
    """A base directory with one account, as a client and an onlooker see it."""

    def __init__(
        self, folder: Path, connector: str = "desk", url: str = "", secret: str = ""
    ) -> None:
        self.paths, self.key = Paths(folder).ensure(), KEY
        ensure_schema(self.paths, KEY)
        accounts = Accounts(self.paths, KEY)
        self.account_id = accounts.add("store", connector, url, {}, secret)
        accounts.close()
        self.door = JournalDoor(self.paths, KEY, SystemClock())
        self.reader = Reader(self.paths, KEY)

    def send(self, ticket: str, *commands: Command | str) -> list[str]:
        """Put commands into the outbox as the composer does; acknowledged when it returns."""
        listed = [SendReply(text=one) if isinstance(one, str) else one for one in commands]
        return self.door.enqueue(self.account_id, ticket, listed, base_revision=0, base_entry="")

    def file(self, size: int = 300_000) -> OutgoingFile:
        """An attachment of some chunks."""
        return self.door.add_file("영수증.txt", "text/plain", io.BytesIO(b"paid " * (size // 5)))

    def state(self, command_id: str) -> str:
        """The command's state; "" if the journal does not know it."""
        row = self.reader.one("SELECT state FROM journal.outbox WHERE id = ?", (command_id,))
        return str(row[0]) if row else ""

    def all_sent(self, ids: Iterable[str]) -> bool:
        """Whether each of them got as far as `sent`."""
        sent = {
            row[0] for row in self.reader.all("SELECT id FROM journal.outbox WHERE state = 'sent'")
        }
        return set(ids) <= sent

    def refresh(self) -> None:
        """Open the files again: after a repair others lie in their place."""
        self.reader.close()
        self.reader = Reader(self.paths, KEY)

    def damaged(self) -> list[str]:
        """What is wrong with the files, quarantined ones included. No engine may be running."""
        found = check(self.paths, KEY)
        if self.paths.quarantine.is_dir():
            found += [f"quarantined: {path.name}" for path in self.paths.quarantine.iterdir()]
        return found

    def close(self) -> None:
        self.door.close()
        self.reader.close()


class DeskBase(FaultBase):
    """A base directory whose account is an embedded desk with one customer."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.desk = self.paths.desks / "store"
        self.desk.mkdir(mode=0o700, exist_ok=True)
        self.customers = CustomerSide(self.desk, KEY.subkey("desk"), SystemClock())
        self.customer = self.customers.meet("김민지", [Address("email", "minji@example.com")])

    def ticket(self, text: str = "배송이 아직이에요") -> str:
        return self.customers.open_ticket(self.customer, "email", text)

    def arrived(self, text: str) -> int:
        """How many entries of the desk have this text, whatever wrote them."""
        with self.customers.database.read() as connection:
            query = choose(func.count()).select_from(schema.entry)
            return int(connection.scalar(query.where(schema.entry.c.text == text)) or 0)

    def changes(self, ticket: str, field_name: str) -> int:
        """How often a field of a ticket was changed."""
        with self.customers.database.read() as connection:
            rows = connection.scalars(
                choose(schema.entry.c.change).where(
                    schema.entry.c.ticket_id == ticket, schema.entry.c.kind == "activity"
                )
            )
            return sum(f'"field":"{field_name}"' in str(row) for row in rows)

    def equal(self) -> bool:
        """Whether the cache shows the desk's entries, all and no others."""
        with self.customers.database.read() as connection:
            wanted = set(
                connection.scalars(
                    choose(schema.entry.c.id).where(schema.entry.c.deleted_at.is_(None))
                )
            )
        rows = self.reader.all("SELECT remote_id FROM entry")
        return len(rows) == len(wanted) and {row[0] for row in rows} == wanted

    def damaged(self) -> list[str]:
        found = super().damaged()
        connection = open_database(self.desk / "desk.db", KEY.subkey("desk"))
        if damage := find_damage(connection, self.desk / "desk.db"):
            found.append(f"desk: {damage}")
        connection.close()
        return found

    def close(self) -> None:
        self.customers.close()
        super().close()


class EngineProcess:
    """The shipped engine in a process of its own, ours to kill; `naive` is the negative control."""

    def __init__(
        self, base: FaultBase, *, naive: bool = False, prefix: Sequence[str] = (), **more: object
    ) -> None:
        self.base = base
        self.paths = base.paths
        command = engine_command(base.paths, stay=True)
        if naive:
            command = [sys.executable, "-m", "tests.faults.naive_engine", str(base.paths.base)]
        with suppress(FileNotFoundError):
            self.paths.engine_file.unlink()
        self.process = subprocess.Popen(
            [*prefix, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            **more,  # type: ignore[call-overload]
        )
        assert self.process.stdin is not None
        self.process.stdin.write(base.key.to_hex().encode() + b"\n")
        self.process.stdin.close()
        self.client: EngineClient | None = None

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def join(self) -> EngineClient:
        """A client of it; raises when it ended instead."""
        client = EngineClient(self.paths, "fault-run")
        deadline = time.monotonic() + PATIENCE_S
        while not client.connect(0.2):
            if not self.alive or time.monotonic() > deadline:
                raise AssertionError("the engine did not come up")
        self.client = client
        return client

    def tell(self) -> None:
        """“The outbox changed”, as a window says it; a dead engine hears nothing."""
        assert self.client is not None
        with suppress(WorkspaceError):
            self.client.call("outbox.changed", timeout_s=5.0)

    def kill(self) -> None:
        self.process.kill()
        self.reap()

    def reap(self) -> None:
        self.process.wait(PATIENCE_S)
        if self.client is not None:
            self.client.close()
            self.client = None

    def threads(self) -> list[int]:
        """Ids of its threads, in the order in which they began: as listed, for numbers wrap."""
        return [int(name) for name in os.listdir(f"/proc/{self.process.pid}/task")]

    def writes_of(self) -> dict[int, int]:
        """How many writing system calls each thread has made."""
        found = {}
        for thread in self.threads():
            with suppress(OSError):
                text = Path(f"/proc/{self.process.pid}/task/{thread}/io").read_text()
                found[thread] = int(text.partition("syscw: ")[2].split()[0])
        return found


class Tracer:
    """strace on chosen threads: counts their calls and kills (or fails) the nth of one kind."""

    def __init__(
        self,
        threads: Sequence[int],
        out: Path,
        calls: str,
        inject: str = "",
        *,
        follow: bool = False,
    ) -> None:
        command = ["strace", "-o", str(out), "-e", f"trace={calls}"]
        if follow:
            command.append("-f")
        if inject:
            command += ["-e", f"inject={inject}"]
        for thread in threads:
            command += ["-p", str(thread)]
        self.out = out
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE)
        assert self.process.stderr is not None
        attached, said = 0, b""
        deadline = time.monotonic() + PATIENCE_S
        while attached < len(threads):
            ready, _, _ = select.select([self.process.stderr], [], [], 0.5)
            piece = os.read(self.process.stderr.fileno(), 4096) if ready else b""
            said += piece
            attached = said.count(b"attached")
            if (ready and not piece) or time.monotonic() > deadline:
                raise AssertionError(f"strace did not attach: {said.decode()[-300:]}")

    def end(self) -> None:
        """Let go of the process, if it lives."""
        self.process.terminate()
        self.process.wait(20)
        assert self.process.stderr is not None
        self.process.stderr.close()

    def seen(self) -> dict[str, int]:
        """How often each call was entered, over all threads."""
        found: dict[str, int] = {}
        for line in self.out.read_text(errors="replace").splitlines():
            words = line.split(None, 1)
            call = (words[-1] if words[0].isdigit() else line).partition("(")[0]
            if call.isidentifier():
                found[call] = found.get(call, 0) + 1
        return found
