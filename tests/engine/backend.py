"""A ticket backend in memory, served on a loopback socket, with faults that tests ask for.

It never removes duplicates by itself: what is sent twice is there twice.
"""

from __future__ import annotations

import json
import socketserver
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

SECRET = "correct horse battery"
NOW_MS = 1_795_000_000_000


@dataclass
class Ticket:
    """A ticket and its entries, oldest first."""

    remote_id: str
    number: int
    revision: int = 1
    status: str = "open"
    assignee: str = ""
    entries: list[dict[str, Any]] = field(default_factory=list)


class Backend:
    """The shelf. `faults[op]` are applied to the next requests of that operation, in order.

    Faults: lost (done, but the answer never comes), reset (not done, connection cut), half (done,
    half an answer), late:SECONDS (answer lost, and done only then), rate:SECONDS, undecidable,
    foreign, nonsense, auth, forbidden, rejected, conflict, gone, cursor.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.tickets: dict[str, Ticket] = {}
        self.changes: list[str] = []
        self.gone: list[tuple[int, str]] = []
        self.keys: list[tuple[str, str]] = []
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.requests: Counter[str] = Counter()
        self.log: list[tuple[str, dict[str, Any]]] = []
        self.secret = SECRET
        self.lazy = False
        self.fetch_part = 3
        self.history_page = 5
        self.live_page = 7
        self.sizes: list[int] = []
        self.before: Callable[[str], None] = lambda op: None
        self._numbers = 0
        self._server: socketserver.ThreadingTCPServer | None = None
        self._port = 0
        self._serving: threading.Thread | None = None
        self._later: list[threading.Thread] = []

    # --- being there and not ----------------------------------------------------------------

    def start(self) -> None:
        """Answer on the same port as before."""
        backend = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                line = self.rfile.readline()
                if line:
                    answer = backend.answer(json.loads(line))
                    if answer:
                        self.wfile.write(answer)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = False

            def handle_error(self, request: object, client_address: object) -> None:
                return None  # a killed engine leaves broken pipes

        self._server = Server(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_address[1]
        self._serving = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}
        )
        self._serving.start()

    def stop(self) -> None:
        """Refuse connections from now on."""
        if self._server is not None:
            self._server.shutdown()
            assert self._serving is not None
            self._serving.join()
            self._server.server_close()
            self._server = None
        self.catch_up()

    def catch_up(self) -> None:
        """Wait for what was to be done late."""
        for thread in self._later:
            thread.join()

    @property
    def url(self) -> str:
        return f"127.0.0.1:{self._port}"

    # --- what happens at the backend --------------------------------------------------------

    def add_ticket(self, entries: int = 1, *, mine: bool = False) -> str:
        """A new ticket with so many inbound messages."""
        with self.lock:
            self._numbers += 1
            ticket = Ticket(f"T{self._numbers}", self._numbers)
            ticket.assignee = "agent-1" if mine else ""
            self.tickets[ticket.remote_id] = ticket
            self.changes.append(ticket.remote_id)
            for number in range(entries):
                self.add_entry(ticket.remote_id, f"question {number} of {ticket.remote_id}")
            return ticket.remote_id

    def add_entry(self, remote_id: str, text: str, **columns: Any) -> str:
        """A new entry; by default a message of the customer."""
        with self.lock:
            ticket = self.tickets[remote_id]
            entry_id = f"{remote_id}-{len(ticket.entries) + 1}"
            ticket.entries.append(
                {
                    "ticket_remote_id": remote_id,
                    "remote_id": entry_id,
                    "kind": "message",
                    "direction": "in",
                    "created_at": NOW_MS + len(self.changes) * 1000,
                    "seq": len(ticket.entries),
                    "text": text,
                    **columns,
                }
            )
            self.touch(remote_id)
            return entry_id

    def touch(self, remote_id: str) -> None:
        """The ticket changed."""
        with self.lock:
            self.tickets[remote_id].revision += 1
            self.changes.append(remote_id)

    def remove(self, *remote_ids: str) -> None:
        """Tickets are deleted; the live feed tells all of it on one page."""
        with self.lock:
            for remote_id in remote_ids:
                del self.tickets[remote_id]
                self.gone.append((len(self.changes), remote_id))

    def count(self, key: str) -> int:
        """How often a command arrived."""
        with self.lock:
            return sum(1 for known, _ in self.keys if known == key)

    def texts(self, remote_id: str) -> list[str]:
        """All texts of a ticket in order."""
        with self.lock:
            return [entry["text"] for entry in self.tickets[remote_id].entries]

    def state(self) -> dict[str, tuple[str, list[str]]]:
        """Everything, to compare with a cache."""
        with self.lock:
            return {
                name: (ticket.status, [entry["remote_id"] for entry in ticket.entries])
                for name, ticket in self.tickets.items()
            }

    # --- answering --------------------------------------------------------------------------

    def answer(self, request: dict[str, Any]) -> bytes:
        """The bytes of an answer; none, or half of them, where a fault says so."""
        op = request["op"]
        self.before(op)
        with self.lock:
            self.requests[op] += 1
            self.log.append((op, request))
            fault = self.faults[op].popleft() if self.faults[op] else ""
            if request["secret"] != self.secret:
                return _line({"error": "auth"})
            if fault == "reset":
                return b""
            if fault.startswith("late:"):
                self._do_later(float(fault[5:]), op, request)
                return b""
            if fault.startswith("rate:"):
                return _line({"error": "rate", "retry_after_s": float(fault[5:])})
            if fault not in ("", "lost", "half", "undecidable", "foreign"):
                return _line({"error": fault})
            answer = _line(self._do(op, request) | ({fault: True} if fault else {}))
        if fault == "lost":
            return b""
        return answer[: len(answer) // 2] if fault == "half" else answer

    def _do_later(self, seconds: float, op: str, request: dict[str, Any]) -> None:
        def work() -> None:
            time.sleep(seconds)
            self._do(op, request)

        thread = threading.Thread(target=work)
        thread.start()
        self._later.append(thread)

    def _do(self, op: str, request: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            handler = {
                "check": lambda _: {},
                "pull": self._pull,
                "fetch": self._fetch,
                "push": self._push,
                "find": self._find,
                "attachment": lambda _: {"chunks": 4, "chunk": 70_000, "letter": "x"},
            }[op]
            return handler(request)

    def _pull(self, request: dict[str, Any]) -> dict[str, Any]:
        if request["feed"] == "history":
            return self._history(request["cursor"])
        if not request["cursor"]:
            return _page([], [], [], str(len(self.changes)), False)
        at = int(request["cursor"])
        upto = min(at + self.live_page, len(self.changes))
        names = dict.fromkeys(name for name in self.changes[at:upto] if name in self.tickets)
        gone = [
            {"kind": "ticket", "remote_id": name} for seq, name in self.gone if at <= seq <= upto
        ]
        tickets, entries = self._items(list(names))
        return _page(tickets, entries, gone, str(upto), upto < len(self.changes))

    def _history(self, cursor: str) -> dict[str, Any]:
        below = int(cursor) if cursor else self._numbers + 1
        chosen = sorted(
            (ticket for ticket in self.tickets.values() if ticket.number < below),
            key=lambda ticket: -ticket.number,
        )[: self.history_page]
        tickets, entries = self._items([ticket.remote_id for ticket in chosen])
        lowest = chosen[-1].number if chosen else 0
        more = any(ticket.number < lowest for ticket in self.tickets.values())
        return _page(tickets, entries, [], str(lowest), more)

    def _items(self, names: list[str]) -> tuple[list[Any], list[Any]]:
        tickets = [self._ticket(self.tickets[name]) for name in names]
        if self.lazy:
            return tickets, []
        return tickets, [entry for name in names for entry in self.tickets[name].entries]

    def _ticket(self, ticket: Ticket) -> dict[str, Any]:
        return {
            "remote_id": ticket.remote_id,
            "revision": ticket.revision,
            "subject": f"Subject of {ticket.remote_id}",
            "status": ticket.status,
            "backend_status": ticket.status,
            "assignee": ticket.assignee,
            "created_at": NOW_MS,
            "updated_at": NOW_MS + ticket.revision * 1000 + ticket.number,
            "entries_by_feed": not self.lazy,
        }

    def _fetch(self, request: dict[str, Any]) -> dict[str, Any]:
        ticket = self.tickets.get(request["ticket"])
        if ticket is None:
            return {"error": "gone"}
        upto = int(request["before"]) if request["before"] else len(ticket.entries)
        start = max(0, upto - self.fetch_part)
        return {
            "ticket": self._ticket(ticket),
            "entries": ticket.entries[start:upto],
            "complete": start == 0,
            "next_before": str(start) if start else "",
        }

    def _push(self, request: dict[str, Any]) -> dict[str, Any]:
        ticket = self.tickets.get(request["ticket"])
        if ticket is None:
            return {"error": "gone"}
        if request["kind"] == "set":
            ticket.status = request["text"]
            self.touch(ticket.remote_id)
            entry_id = ticket.remote_id
        else:
            kind = "message" if request["kind"] == "reply" else "note"
            entry_id = self.add_entry(
                ticket.remote_id,
                request["text"],
                kind=kind,
                direction="out",
                command_id=request["key"],
            )
        self.sizes += request["sizes"]
        self.keys.append((request["key"], entry_id))
        return {"remote_id": entry_id}

    def _find(self, request: dict[str, Any]) -> dict[str, Any]:
        found = [entry_id for key, entry_id in self.keys if key == request["key"]]
        return {"remote_id": found[0] if found else ""}


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer).encode() + b"\n"


def _page(
    tickets: list[Any], entries: list[Any], gone: list[Any], cursor: str, more: bool
) -> dict[str, Any]:
    return {
        "tickets": tickets,
        "entries": entries,
        "tombstones": gone,
        "next": cursor,
        "more": more,
    }
