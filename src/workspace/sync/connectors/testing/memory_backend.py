"""A small ticket backend in memory behind real HTTP: what the suite is tried on first.

It is no product: nothing is kept. It does on purpose what makes backends hard: change numbers
that become visible out of order, statuses we have no word for, tombstones, merges.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]


@dataclass(slots=True)
class _Ticket:
    number: int
    fields: Json
    revision: int = 0
    entries: list[Json] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)


class Refused(Exception):
    """An answer other than 200: status and reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class MemoryBackend:
    """Tickets, entries, files and a change log whose numbers may commit out of order."""

    def __init__(self, token: str, page: int = 500) -> None:
        self.token = token
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.tickets: dict[str, _Ticket] = {}
        self.files: dict[str, bytes] = {}
        self.commands: dict[str, Json] = {}
        self.changes: dict[int, Json] = {}
        self.open_numbers: set[int] = set()
        self.typing: set[str] = set()
        self._page = page
        self._number = 0

    # --- Writing; every public method is one transaction --------------------------------

    def take_number(self) -> int:
        """A number in the change log, held open until `commit`."""
        with self.lock:
            self._number += 1
            self.open_numbers.add(self._number)
            return self._number

    def commit(self, number: int, change: Json) -> None:
        with self.lock:
            self.open_numbers.discard(number)
            self.changes[number] = change
            if ticket := self.tickets.get(change["ticket"]):
                ticket.revision += 1
                ticket.fields["updated_at"] = _now()
            self.changed.notify_all()

    def create(self, fields: Json) -> str:
        with self.lock:
            number = self.take_number()
            remote_id = f"T{number}"
            defaults = {
                "status": "new",
                "assignee": "",
                "team": "support",
                "priority": "normal",
                "tags": [],
                "created_at": _now(),
                "updated_at": _now(),
            }
            self.tickets[remote_id] = _Ticket(number, {**defaults, **fields, "id": remote_id})
            self.commit(number, {"ticket": remote_id})
            return remote_id

    def add_entry(self, ticket: str, entry: Json, number: int = 0) -> Json:
        with self.lock:
            number = number or self.take_number()
            row = {"id": f"E{number}", "n": number, "created_at": _now(), "files": [], **entry}
            self._get(ticket).entries.append(row)
            self.commit(number, {"ticket": ticket, "entry": row["id"]})
            return row

    def update(self, ticket: str, fields: Json) -> None:
        with self.lock:
            number = self.take_number()
            self._get(ticket).fields.update(fields)
            self.commit(number, {"ticket": ticket})

    def remove(self, ticket: str, merged_into: str = "") -> None:
        with self.lock:
            number = self.take_number()
            gone = self.tickets.pop(ticket)
            if merged_into:
                self._get(merged_into).entries.extend(gone.entries)
                for entry in gone.entries:
                    again = self.take_number()
                    self.commit(again, {"ticket": merged_into, "entry": entry["id"]})
            self.commit(number, {"ticket": ticket, "gone": True, "into": merged_into})

    def dump(self) -> object:
        with self.lock:
            return json.loads(
                json.dumps(
                    {
                        "tickets": {
                            name: [ticket.fields, ticket.entries, sorted(ticket.signs)]
                            for name, ticket in self.tickets.items()
                        },
                        "files": sorted(self.files),
                        "number": self._number,
                    }
                )
            )

    # --- Requests ------------------------------------------------------------------------

    def answer(self, method: str, path: str, query: Json, body: bytes) -> Json | bytes:
        """The answer to one authorised request; Refused for what can't be done."""
        for wanted, pattern, action in _ROUTES:
            match = re.fullmatch(pattern, path)
            if match and wanted == method:
                with self.lock:
                    return action(self, *match.groups(), query=query, body=body)
        raise Refused(404, "no such resource")

    def _get(self, ticket: str) -> _Ticket:
        if ticket not in self.tickets:
            raise Refused(404, "no such ticket")
        return self.tickets[ticket]

    def _shape(self, ticket: _Ticket) -> Json:
        return {**ticket.fields, "revision": ticket.revision, "n": ticket.number}

    def _me(self, query: Json, body: bytes) -> Json:
        return {"id": "agent-1", "name": "Ada Agent", "server": "memory"}

    def _changes(self, query: Json, body: bytes) -> Json:
        """Changes after a number, in order, below the oldest number still open."""
        after, limit = int(query["after"]), min(int(query["limit"]), self._page)
        end = min(self.open_numbers, default=self._number + 1)
        if "eager" in query:  # for readers who do not mind what commits later
            end = self._number + 1
        if after >= end + 1 or after < 0:
            raise Refused(410, "no such place in the change log")
        numbers = [n for n in range(after + 1, end) if n in self.changes]
        rows = []
        for number in numbers[:limit]:
            change = dict(self.changes[number])
            ticket = self.tickets.get(change["ticket"])
            if ticket is not None:
                change["now"] = self._shape(ticket)
                change["row"] = next(
                    (row for row in ticket.entries if row["id"] == change.get("entry")), None
                )
            rows.append(change)
        last = numbers[:limit][-1] if numbers else end - 1
        return {"changes": rows, "next": last, "more": len(numbers) > limit}

    def _tickets(self, query: Json, body: bytes) -> Json:
        """Tickets below a number, newest first."""
        below = int(query.get("below") or self._number + 1)
        found = [ticket for ticket in self.tickets.values() if ticket.number < below]
        found.sort(key=lambda ticket: -ticket.number)
        limit = min(int(query["limit"]), self._page)
        return {
            "tickets": [self._shape(ticket) for ticket in found[:limit]],
            "total": len(self.tickets),
        }

    def _ticket(self, name: str, query: Json, body: bytes) -> Json:
        return self._shape(self._get(name))

    def _entries(self, name: str, query: Json, body: bytes) -> Json:
        """Entries below a number, newest first."""
        below = int(query.get("before") or self._number + 1)
        rows = sorted(self._get(name).entries, key=lambda row: -int(row["n"]))
        limit = min(int(query["limit"]), self._page)
        rows = [row for row in rows if row["n"] < below]
        return {"entries": rows[:limit], "more": len(rows) > limit}

    def _file(self, name: str, query: Json, body: bytes) -> bytes:
        if name not in self.files:
            raise Refused(404, "no such file")
        return self.files[name]

    def _upload(self, query: Json, body: bytes) -> Json:
        name = hashlib.sha256(body).hexdigest()
        self.files[name] = body
        return {"id": name}

    def _post_entry(self, name: str, query: Json, body: bytes) -> Json:
        command = json.loads(body)
        self._get(name)
        if command["key"] in self.commands:
            return self.commands[command["key"]]
        row = self.add_entry(
            name,
            {
                "kind": command["kind"],
                "out": True,
                "author": "agent-1",
                "text": command["text"],
                "files": command["files"],
                "key": command["key"],
            },
        )
        self.commands[command["key"]] = {"id": row["id"]}
        return {"id": row["id"]}

    def _patch(self, name: str, query: Json, body: bytes) -> Json:
        command = json.loads(body)
        ticket = self._get(name)
        if command["key"] in self.commands:
            return self.commands[command["key"]]
        for key, value in command["base"].items():
            if str(ticket.fields.get(key, "")) != (value or ""):
                raise Refused(409, f"{key} has changed")
        tags = [tag for tag in ticket.fields["tags"] if tag not in command["tags_remove"]]
        tags += [tag for tag in command["tags_add"] if tag not in tags]
        self.update(name, {**command["fields"], "tags": tags})
        self.commands[command["key"]] = {"id": name}
        return {"id": name}

    def _command(self, key: str, query: Json, body: bytes) -> Json:
        if key not in self.commands:
            raise Refused(404, "no such command")
        return self.commands[key]

    def _sign(self, name: str, query: Json, body: bytes) -> Json:
        self._get(name).signs.add(json.loads(body)["kind"])
        return {}

    def _search(self, query: Json, body: bytes) -> Json:
        words = query["words"]
        return {
            "tickets": [
                name
                for name, ticket in self.tickets.items()
                if words in ticket.fields["subject"]
                or any(words in row["text"] for row in ticket.entries)
            ][: int(query["limit"])]
        }

    def _wait(self, query: Json, body: bytes) -> Json:
        after = int(query["after"])
        typing = sorted(self.typing)
        self.changed.wait_for(
            lambda: self._number > after or sorted(self.typing) != typing, float(query["wait"])
        )
        return {"number": self._number, "typing": sorted(self.typing)}

    def _position(self, query: Json, body: bytes) -> Json:
        return {"number": min(self.open_numbers, default=self._number + 1) - 1}

    def types(self, ticket: str) -> None:
        """The customer of the ticket types."""
        with self.lock:
            self.typing.add(ticket)
            self.changed.notify_all()


_ROUTES: tuple[tuple[str, str, Callable[..., Json | bytes]], ...] = (
    ("GET", "/me", MemoryBackend._me),
    ("GET", "/changes", MemoryBackend._changes),
    ("GET", "/tickets", MemoryBackend._tickets),
    ("GET", "/search", MemoryBackend._search),
    ("GET", "/position", MemoryBackend._position),
    ("GET", "/wait", MemoryBackend._wait),
    ("GET", "/tickets/([^/]+)", MemoryBackend._ticket),
    ("GET", "/tickets/([^/]+)/entries", MemoryBackend._entries),
    ("GET", "/files/([^/]+)", MemoryBackend._file),
    ("GET", "/commands/([^/]+)", MemoryBackend._command),
    ("POST", "/files", MemoryBackend._upload),
    ("POST", "/tickets/([^/]+)/entries", MemoryBackend._post_entry),
    ("POST", "/tickets/([^/]+)/signs", MemoryBackend._sign),
    ("PATCH", "/tickets/([^/]+)", MemoryBackend._patch),
)


class MemoryServer:
    """The backend on loopback; `url` names it until `close`."""

    def __init__(self, backend: MemoryBackend) -> None:
        class Handler(_Handler):
            served = backend

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.005,), daemon=True
        )
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: MemoryBackend

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:  # the reader had enough
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: tests look at the backend itself."""

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        status = 200
        answer: Json | bytes = {}
        try:
            if self.headers.get("Authorization") != f"Bearer {self.served.token}":
                raise Refused(401, "wrong token")
            answer = self.served.answer(self.command, address.path, query, body)
        except Refused as refused:
            status, answer = refused.status, {"reason": str(refused)}
        except (KeyError, ValueError) as error:
            status, answer = 400, {"reason": str(error)}
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = _serve  # noqa: N815


def _now() -> int:
    return time.time_ns() // 1_000_000
