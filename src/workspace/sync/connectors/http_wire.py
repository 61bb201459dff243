"""The lower half of the shared HTTP layer: sockets, gates, uploads, secrets. See `http`."""

from __future__ import annotations

import base64
import email.utils
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import quote

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

CHUNK = 256 * 1024

# --- Did a byte of the request leave? ------------------------------------------------------

_progress = threading.local()


def begin_watch() -> None:
    """Forget what this thread sent before."""
    _progress.sent = False


def bytes_left() -> bool:
    """Whether a byte of this thread's request was handed to a connected socket."""
    return bool(getattr(_progress, "sent", False))


class _WatchedConnection(HTTPConnection):
    """Marks the moment the first byte of a request goes out.

    Looking up the name, connecting, a proxy's CONNECT and the TLS handshake come before it:
    what fails there was provably not accepted.
    """

    def connect(self) -> None:
        before = bytes_left()
        try:
            super().connect()
        finally:
            _progress.sent = before

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        _progress.sent = True
        super().send(data)


class _WatchedTlsConnection(_WatchedConnection, HTTPSConnection):
    """The same over TLS."""


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _WatchedConnection


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTlsConnection


class WatchedAdapter(HTTPAdapter):
    """requests' adapter over watched connections, without retries of its own."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}
        return manager


# --- One gate per host ---------------------------------------------------------------------


@dataclass
class Gate:
    """How many requests may be under way at one host, and how fast they may follow."""

    slots: threading.BoundedSemaphore
    interval_s: float
    lock: threading.Lock
    next_at: float = 0.0

    def book(self, now: float) -> float:
        """Seconds to wait before the next request may leave."""
        with self.lock:
            at = max(now, self.next_at)
            self.next_at = at + self.interval_s
        return at - now


_gates: dict[tuple[str, str, int], Gate] = {}
_gates_lock = threading.Lock()


def gate_for(origin: tuple[str, str, int], parallel: int, per_second: float) -> Gate:
    """The gate that all sessions of one host share; the first one sets its width."""
    with _gates_lock:
        gate = _gates.get(origin)
        if gate is None:
            gate = Gate(
                threading.BoundedSemaphore(parallel), 1.0 / max(per_second, 0.01), threading.Lock()
            )
            _gates[origin] = gate
        return gate


# --- Secrets ---------------------------------------------------------------------------------


class Redactor:
    """Blots out secrets in any text that leaves the layer."""

    def __init__(self) -> None:
        self._secrets: list[str] = []

    def add(self, *secrets: str) -> None:
        """Never let these through, nor their Base64 or percent-encoded shape."""
        for secret in secrets:
            if len(secret) < 4:
                continue
            shapes = {secret, quote(secret, safe=""), base64.b64encode(secret.encode()).decode()}
            self._secrets.extend(shape for shape in shapes if shape not in self._secrets)
        self._secrets.sort(key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        return text


# --- Uploads ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FilePart:
    """One file of an upload; opened when its turn comes, read in chunks."""

    field: str
    name: str
    media_type: str
    size: int
    open: Callable[[], IO[bytes]]


class Multipart:
    """A multipart/form-data body of known length that never lies whole in memory."""

    def __init__(self, fields: dict[str, str], files: list[FilePart]) -> None:
        self.boundary = uuid.uuid4().hex
        self._fields = [
            (self._head(f'name="{name}"') + value.encode()) for name, value in fields.items()
        ]
        self._files = [(self._file_head(part), part) for part in files]
        self._tail = f"\r\n--{self.boundary}--\r\n".encode()

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={self.boundary}"

    def _head(self, disposition: str, more: str = "") -> bytes:
        return (
            f"\r\n--{self.boundary}\r\nContent-Disposition: form-data; {disposition}\r\n{more}\r\n"
        ).encode()

    def _file_head(self, part: FilePart) -> bytes:
        name = "".join("_" if c in '"\\\r\n\0' else c for c in part.name)
        media_type = "".join(c for c in part.media_type if c.isascii() and c.isprintable())
        return self._head(
            f'name="{part.field}"; filename="{name}"', f"Content-Type: {media_type}\r\n"
        )

    def __len__(self) -> int:
        fields = sum(len(head) for head in self._fields)
        files = sum(len(head) + part.size for head, part in self._files)
        return fields + files + len(self._tail)

    def __iter__(self) -> Iterator[bytes]:
        yield from self._fields
        for head, part in self._files:
            yield head
            left = part.size
            with part.open() as stream:
                while left and (chunk := stream.read(min(CHUNK, left))):
                    left -= len(chunk)
                    yield chunk
            if left:
                raise OSError(f"an attachment is {left} bytes shorter than it was")
        yield self._tail


# --- Small things ---------------------------------------------------------------------------


def retry_after_s(value: str, now_ms: int) -> float | None:
    """Seconds from a Retry-After header, given as seconds or as a date; None if unreadable."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value), 86_400.0)
    try:
        at = email.utils.parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError):
        return None
    return min(max(at.timestamp() - now_ms / 1000, 0.0), 86_400.0)


def date_s(value: str) -> int:
    """Seconds since 1970 of a Date header; 0 if there is none."""
    try:
        return int(email.utils.parsedate_to_datetime(value).timestamp())
    except (ValueError, IndexError, TypeError):
        return 0


@contextmanager
def held(slots: threading.BoundedSemaphore) -> Iterator[None]:
    """Give a slot back at the end; it must be taken already."""
    try:
        yield
    finally:
        slots.release()
