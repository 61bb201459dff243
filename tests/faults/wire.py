"""A TCP proxy on loopback that spoils connections below HTTP's manners.

`sync/connectors/testing/proxy.py` spoils whole answers; this one also holds a request, cuts it
half-way to the server, resets the connection after the server committed, trickles, and says
nothing at all. Which requests are spoilt, a chooser says; each connection carries one request.
"""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

PIECE = 64 * 1024
UPSTREAM_S = 120.0


class Spoil(Enum):
    """What becomes of a request. `reaches` those that the server carries out."""

    DROP_ANSWER = "carried out, then the connection ends without an answer"
    HALF_ANSWER = "carried out, the answer is cut in half"
    NO_BODY = "carried out, the head of the answer arrives, its body does not"
    CUT_REQUEST = "half of the request reaches the server, then both sides end"
    LOST_REQUEST = "the connection ends before the server hears of it"
    TRICKLE = "carried out, the answer comes in small pieces"
    BLACK_HOLE = "taken, never carried out, never answered"
    LATE = "carried out seconds after the client was cut off"
    RESET = "carried out, then the connection is reset"
    PORTAL_200 = "answered by a sign-in page"
    PORTAL_302 = "redirected to a sign-in page"


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it came."""

    method: str
    path: str
    body: bytes

    @property
    def writes(self) -> bool:
        return self.method not in ("GET", "HEAD", "OPTIONS")


Chooser = Callable[[Seen], Spoil | None]
PORTAL = b"<!DOCTYPE html><html><title>Free Wi-Fi</title><form>Accept the terms</form></html>"
LATE_S = 1.5
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:\s*chunked", re.IGNORECASE)
_CONNECTION = re.compile(rb"\r\n(?:connection|keep-alive):[^\r]*", re.IGNORECASE)


class WireProxy:
    """Passes connections on to `upstream` (a URL). Thread-safe.

    Attributes:
        choose: the spoil of each request, asked on the connection's thread.
        before, after: called with a writing request before it goes up and once the server has
            answered; a test holds the request by waiting there.
        hole_s: how long a black hole keeps its connection open.
    """

    def __init__(self, upstream: str) -> None:
        parts = urlsplit(upstream)
        self._upstream = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._path = parts.path
        self.choose: Chooser = lambda seen: None
        self.before: Callable[[Seen], None] = lambda seen: None
        self.after: Callable[[Seen], None] = lambda seen: None
        self.hole_s = UPSTREAM_S
        self._stop = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.2)
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.getsockname()[1]}{self._path}"

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        self._server.close()

    @contextmanager
    def spoiling(self, choose: Chooser) -> Iterator[None]:
        """Ask `choose` while this lasts."""
        self.choose = choose
        try:
            yield
        finally:
            self.choose = lambda seen: None

    def _accept(self) -> None:
        while not self._stop.is_set():
            with suppress(TimeoutError):
                client, _ = self._server.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError, ValueError):
            head, body = read_request(client)
            method, path, *_ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
            seen = Seen(method, path, body)
            spoil = self.choose(seen)
            if seen.writes:
                self.before(seen)
            if spoil is Spoil.BLACK_HOLE:
                self._stop.wait(self.hole_s)
            elif spoil is Spoil.PORTAL_200:
                client.sendall(_answer(b"200 OK", PORTAL))
            elif spoil is Spoil.PORTAL_302:
                client.sendall(_answer(b"302 Found", b"", b"Location: /portal/login\r\n"))
            elif spoil is Spoil.CUT_REQUEST:
                self._up(head, body, cut=True)
            elif spoil is Spoil.LATE:
                reset(client)
                self._stop.wait(LATE_S)
                self._up(head, body)
            elif spoil is not Spoil.LOST_REQUEST:
                answer = self._up(head, body)
                if seen.writes:
                    self.after(seen)
                self._give(client, answer, spoil)

    def _up(self, head: bytes, body: bytes, *, cut: bool = False) -> bytes:
        """Carry it to the server; its whole answer."""
        request = _CONNECTION.sub(b"", head) + b"\r\nConnection: close\r\n\r\n" + body
        if cut:
            request = request[: len(request) - max(1, len(body) // 2)]
        pieces = []
        with socket.create_connection(self._upstream, timeout=UPSTREAM_S) as up:
            up.sendall(request)
            if cut:
                return b""
            while piece := up.recv(PIECE):
                pieces.append(piece)
        return b"".join(pieces)

    def _give(self, client: socket.socket, answer: bytes, spoil: Spoil | None) -> None:
        if spoil is Spoil.DROP_ANSWER:
            return
        if spoil is Spoil.RESET:
            reset(client)
        elif spoil is Spoil.HALF_ANSWER:
            client.sendall(answer[: len(answer) // 2])
        elif spoil is Spoil.NO_BODY:
            client.sendall(answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
        elif spoil is Spoil.TRICKLE:
            for start in range(0, len(answer), 40):
                client.sendall(answer[start : start + 40])
                self._stop.wait(0.1)
        else:
            client.sendall(answer)


def read_request(client: socket.socket) -> tuple[bytes, bytes]:
    """Head without its blank line, and the body as it was framed."""
    client.settimeout(UPSTREAM_S)
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(client)
    head, _, body = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    if length:
        pieces, have = [body], len(body)
        while have < int(length[1]):
            piece = _more(client)
            pieces.append(piece)
            have += len(piece)
        return head, b"".join(pieces)
    if _CHUNKED.search(head):
        while not body.endswith(b"0\r\n\r\n"):
            body += _more(client)
    return head, body


def _more(client: socket.socket) -> bytes:
    piece = client.recv(PIECE)
    if not piece:
        raise ValueError("the client left")
    return piece


def reset(client: socket.socket) -> None:
    """End with RST instead of a goodbye."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def _answer(status: bytes, body: bytes, more: bytes = b"") -> bytes:
    return (
        b"HTTP/1.1 "
        + status
        + b"\r\nContent-Type: text/html; charset=utf-8\r\n"
        + more
        + b"Content-Length: "
        + str(len(body)).encode()
        + b"\r\nConnection: close\r\n\r\n"
        + body
    )
