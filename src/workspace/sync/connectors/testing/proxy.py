"""A proxy on loopback that lets a rule spoil chosen requests of a connector.

It speaks HTTP on both sides: a request is read whole, perhaps passed on, and its answer perhaps
lost, cut or replaced. `FaultProxy.requests` tells what went through.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

_TIME_OUT_S = 60.0
_HOP_BY_HOP = frozenset(
    ("connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding")
)
SIGN_IN_PAGE = (
    b"<!DOCTYPE html><html><head><title>Sign in to Wi-Fi</title></head>"
    b"<body><form action='/login'>Please accept the terms.</form></body></html>"
)
RETRY_AFTER_S = 7


class Fault(Enum):
    """What happens to a request. The first four reach the backend, the others do not."""

    LOSE_ANSWER = "carried out, then the connection is closed without an answer"
    CUT_ANSWER = "carried out, half of the answer's body arrives"
    FAIL_AFTER = "carried out, answered with 502"
    WRONG_CHARSET = "carried out, the answer holds Latin-1 bytes but says UTF-8"
    LOSE_REQUEST = "the connection is closed before the backend hears of it"
    UNAVAILABLE = "answered with 503"
    TOO_MANY = f"answered with 429 and Retry-After: {RETRY_AFTER_S}"
    SIGN_IN = "answered with 200 and a sign-in page in HTML"
    REDIRECT = "answered with 307 to another host"

    @property
    def reaches_backend(self) -> bool:
        return self in _REACHING


_REACHING = {Fault.LOSE_ANSWER, Fault.CUT_ANSWER, Fault.FAIL_AFTER, Fault.WRONG_CHARSET}


@dataclass(frozen=True, slots=True)
class Request:
    """What came from the connector. `headers` in lower case."""

    method: str
    path: str
    headers: dict[str, str]

    @property
    def writes(self) -> bool:
        """Whether this may change something: every method but GET, HEAD and OPTIONS."""
        return self.method not in ("GET", "HEAD", "OPTIONS")


Chooser = Callable[[Request], Fault | None]


class FaultProxy:
    """Passes HTTP on to `upstream` (a URL) and spoils what `faulting` says. Thread-safe."""

    def __init__(self, upstream: str) -> None:
        self._upstream = urlsplit(upstream)
        self._lock = threading.Lock()
        self._choose: Chooser = _no_fault
        self.elsewhere = ""
        self.requests: list[Request] = []
        proxy = self

        class Handler(_Handler):
            owner = proxy

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.005,), daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        """The upstream's address with host and port of the proxy."""
        return f"http://127.0.0.1:{self.port}{self._upstream.path}"

    @property
    def port(self) -> int:
        return self._server.server_port

    @contextmanager
    def faulting(self, choose: Chooser) -> Iterator[None]:
        """Ask `choose` for the fault of every request while this lasts."""
        self._choose = choose
        try:
            yield
        finally:
            self._choose = _no_fault

    def spoil_all(self, fault: Fault) -> None:
        """Spoil every request from now on."""
        self._choose = lambda request: fault

    def fault_of(self, request: Request) -> Fault | None:
        with self._lock:
            self.requests.append(request)
            return self._choose(request)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def forward(self, request: Request, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """Carry the request to the backend; its answer whole."""
        kind = (
            http.client.HTTPSConnection
            if self._upstream.scheme == "https"
            else http.client.HTTPConnection
        )
        connection = kind(self._upstream.netloc, timeout=_TIME_OUT_S)
        try:
            headers = {
                name: value
                for name, value in request.headers.items()
                if name not in _HOP_BY_HOP | {"host", "accept-encoding", "content-length"}
            }
            connection.request(request.method, request.path, body or None, headers)
            answer = connection.getresponse()
            data = answer.read()
            kept = [
                (name, value)
                for name, value in answer.getheaders()
                if name.lower() not in _HOP_BY_HOP | {"content-length", "date", "server"}
            ]
            return answer.status, kept, data
        finally:
            connection.close()


def _no_fault(request: Request) -> Fault | None:
    return None


def nth(number: int, fault: Fault, *, writes: bool) -> Chooser:
    """Spoil the request of this number (from 0) among the writing, or all, requests."""
    count = -1

    def choose(request: Request) -> Fault | None:
        nonlocal count
        if writes and not request.writes:
            return None
        count += 1
        return fault if count == number else None

    return choose


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: FaultProxy

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (OSError, ValueError):  # the client or a fault closed the connection
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what went through is in `requests`."""

    def _serve(self) -> None:
        body = self._body()
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers)
        fault = self.owner.fault_of(request)
        if fault is None or fault.reaches_backend:
            try:
                status, kept, data = self.owner.forward(request, body)
            except (OSError, http.client.HTTPException):
                self._hang_up()
                return
            self._answer_spoilt(fault, status, kept, data)
        else:
            self._answer_instead(fault)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve  # noqa: N815

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            pieces = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                pieces.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(pieces)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _answer_spoilt(
        self, fault: Fault | None, status: int, headers: list[tuple[str, str]], data: bytes
    ) -> None:
        if fault is Fault.LOSE_ANSWER or (fault is Fault.CUT_ANSWER and len(data) < 2):
            self._hang_up()
        elif fault is Fault.CUT_ANSWER:
            self._answer(status, headers, data[: len(data) // 2], length=len(data))
            self._hang_up()
        elif fault is Fault.FAIL_AFTER:
            self._answer(502, [("Content-Type", "text/plain")], b"bad gateway")
        elif fault is Fault.WRONG_CHARSET:
            self._answer(status, headers, spoil_charset(data))
        else:
            self._answer(status, headers, data)

    def _answer_instead(self, fault: Fault) -> None:
        if fault is Fault.LOSE_REQUEST:
            self._hang_up()
        elif fault is Fault.UNAVAILABLE:
            self._answer(503, [("Content-Type", "text/plain")], b"down for maintenance")
        elif fault is Fault.TOO_MANY:
            self._answer(429, [("Retry-After", str(RETRY_AFTER_S))], b"slow down")
        elif fault is Fault.SIGN_IN:
            self._answer(200, [("Content-Type", "text/html; charset=utf-8")], SIGN_IN_PAGE)
        else:
            self._answer(307, [("Location", self.owner.elsewhere + self.path)], b"")

    def _answer(
        self, status: int, headers: list[tuple[str, str]], data: bytes, length: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
            self.wfile.flush()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


def spoil_charset(data: bytes) -> bytes:
    """The same JSON with Latin-1 bytes where UTF-8 is promised; other bodies re-encoded.

    An object gets a member more, a list's first text gets a letter more: both still are what they
    were to a reader that goes by status, Location and ids.
    """
    try:
        value = json.loads(data)
    except ValueError:
        return data.decode("utf-8", "replace").encode("latin-1", "replace")
    text = json.dumps(value).encode("ascii")
    if isinstance(value, dict):
        comma = b"," if value else b""
        return text.replace(b"{", b'{"_":"Gr\xfc\xdfe"' + comma, 1)
    if isinstance(value, list) and value and isinstance(value[0], str):
        return text.replace(b'"', b'"\xfc', 1)
    return text
