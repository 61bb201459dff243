"""The one shared HTTP layer: every connector that speaks HTTP goes through `HttpSession`.

It keeps what no connector may forget: time-outs on every request, a gate per host, credentials
for the configured origin only, TLS always verified, nothing taken from the environment, answers
capped in size and time, secrets blotted out of every error, and a read-only session that lets no
write leave. What a failure proves about a write is told by the exception:

* `Unavailable`: no byte of the request left, it was not accepted;
* `AnswerLost`: bytes left and no answer came that settles it; connectors return `Unknown`;
* everything else: the server answered.
"""

from __future__ import annotations

import base64
import json
import logging
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urljoin

import requests
from urllib3.exceptions import HTTPError

from workspace.domain.errors import (
    AuthFailed,
    BadAnswer,
    Conflict,
    ConnectorError,
    Forbidden,
    Gone,
    RateLimited,
    ReadOnly,
    Rejected,
    Unavailable,
)
from workspace.sync.connectors.contract import Host
from workspace.sync.connectors.http_clock import ServerClock
from workspace.sync.connectors.http_values import (
    AnswerLost,
    HttpAnswer,
    HttpLimits,
    checked_base,
    origin_of,
)
from workspace.sync.connectors.http_wire import (
    CHUNK,
    Multipart,
    Redactor,
    WatchedAdapter,
    begin_watch,
    bytes_left,
    gate_for,
    held,
    retry_after_s,
)

logging.getLogger("urllib3").setLevel(logging.WARNING)  # its debug lines hold queries

READS = ("GET", "HEAD")
Params = Mapping[str, str | int] | None

__all__ = ["AnswerLost", "HttpAnswer", "HttpLimits", "HttpSession", "Multipart", "Params"]


class HttpSession:
    """Requests of one account to one origin. Safe for use from several threads.

    Paths are joined to the configured base; a URL that the server supplies is never requested.
    `requests` counts what left, for the figures of a connector; `server_clock` is told by each
    answer's Date.
    """

    def __init__(
        self,
        base_url: str,
        host: Host,
        *,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        secrets: Collection[str] = (),
        limits: HttpLimits | None = None,
        read_posts: Collection[str] = (),
    ) -> None:
        self.base = checked_base(base_url)
        self.origin = origin_of(self.base)
        self.limits = limits or HttpLimits()
        self.requests = 0
        self.server_clock = ServerClock()
        self.redact = Redactor()
        self.redact.add(*secrets)
        if auth:
            self.redact.add(auth[1], f"{auth[0]}:{auth[1]}")
        self._host = host
        self._headers = {"Accept": "application/json", **(headers or {})}
        if auth:
            pair = base64.b64encode(f"{auth[0]}:{auth[1]}".encode()).decode()
            self._headers["Authorization"] = f"Basic {pair}"
        self._read_posts = frozenset(read_posts)
        self._gate = gate_for(self.origin, self.limits.parallel, self.limits.per_second)
        self._closed = threading.Event()
        self._count_lock = threading.Lock()
        self._reader = self._new_session()

    def close(self) -> None:
        """Let go of sockets; waiting requests end."""
        self._closed.set()
        self._reader.close()

    # --- What connectors call ---------------------------------------------------------------

    def get_json(self, path: str, params: Params = None) -> Any:
        """GET and parse; raises the typed errors for anything but 2xx."""
        return self.checked(self.request("GET", path, params=params), write=False).json()

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Params = None,
        json_body: Any = None,
        upload: Multipart | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> HttpAnswer:
        """One request, whole answer, whatever its status (3xx are followed or refused here)."""
        with self._exchange(method, path, params, json_body, upload, headers) as response:
            write = self.is_write(method, path)
            body = b"".join(self._read(response, self.limits.max_answer, write=write))
            return HttpAnswer(response.status_code, response.headers, body)

    def stream(self, path: str, params: Params = None) -> Iterator[bytes]:
        """GET, body in chunks. The request leaves when the first chunk is asked for."""
        with self._exchange("GET", path, params, None, None, None) as response:
            if response.status_code // 100 != 2:
                body = b"".join(self._read(response, 64 * 1024, write=False))
                answer = HttpAnswer(response.status_code, response.headers, body)
                self.checked(answer, write=False)
            yield from self._read(response, self.limits.max_download, write=False)

    def checked(self, answer: HttpAnswer, *, write: bool) -> HttpAnswer:
        """The answer if it is 2xx, else the typed error that its status means."""
        if answer.status // 100 == 2:
            return answer
        raise self._error(answer, write=write)

    def is_write(self, method: str, path: str) -> bool:
        """Whether a request may change something at the server."""
        if method.upper() in READS:
            return False
        return not (method.upper() == "POST" and path.strip("/") in self._read_posts)

    # --- One exchange ---------------------------------------------------------------------------

    @contextmanager
    def _exchange(
        self,
        method: str,
        path: str,
        params: Params,
        json_body: Any,
        upload: Multipart | None,
        headers: Mapping[str, str] | None,
    ) -> Iterator[requests.Response]:
        write = self.is_write(method, path)
        if write and self._host.read_only:
            raise ReadOnly(
                "This session only looks: the change was stopped before it left.",
                "Use an account that is not opened read-only.",
            )
        self._wait()
        session = self._new_session() if write else self._reader
        with held(self._gate.slots):
            try:
                response = self._send(session, method, path, params, json_body, upload, headers)
                try:
                    yield response
                finally:
                    response.close()
            finally:
                if write:
                    session.close()

    def _wait(self) -> None:
        """Take a slot and the next place in line; errors leave nothing taken."""
        if not self._gate.slots.acquire(timeout=self.limits.wait_s):
            raise Unavailable("Too many requests are under way at this server.")
        pause = self._gate.book(self._host.clock.monotonic())
        if self._closed.wait(min(pause, self.limits.wait_s)):
            self._gate.slots.release()
            raise Unavailable("The account was closed while a request waited.")

    def _send(
        self,
        session: requests.Session,
        method: str,
        path: str,
        params: Params,
        json_body: Any,
        upload: Multipart | None,
        headers: Mapping[str, str] | None,
    ) -> requests.Response:
        url = f"{self.base}/{path.lstrip('/')}"
        sent_headers = dict(headers or {})
        data: Any = None
        if upload is not None:
            data, sent_headers["Content-Type"] = upload, upload.content_type
        elif json_body is not None:
            data = json.dumps(json_body, ensure_ascii=False).encode()
            sent_headers["Content-Type"] = "application/json"
        write = self.is_write(method, path)
        for _ in range(self.limits.redirects + 1):
            response = self._once(session, method, url, params, data, sent_headers, write)
            if response.status_code not in (301, 302, 303, 307, 308):
                return response
            target = urljoin(url, response.headers.get("Location", ""))
            status = response.status_code
            response.close()
            self._check_redirect(status, target, write)
            url, params = target, None
        raise BadAnswer("The server redirects in a circle.")

    def _once(
        self,
        session: requests.Session,
        method: str,
        url: str,
        params: Params,
        data: Any,
        headers: Mapping[str, str],
        write: bool,
    ) -> requests.Response:
        seconds = (self.limits.connect_s, self.limits.write_s if write else self.limits.read_s)
        again = not write
        while True:
            with self._count_lock:
                self.requests += 1
            begin_watch()
            sent_ms = self._host.clock.now_ms()
            try:
                response = session.request(
                    method,
                    url,
                    params=dict(params) if params else None,
                    data=data,
                    headers=dict(headers),
                    timeout=seconds,
                    allow_redirects=False,
                    stream=True,
                )
                self.server_clock.take(
                    response.headers.get("Date"), sent_ms, self._host.clock.now_ms()
                )
                return response
            except (requests.RequestException, OSError, ValueError) as error:
                if again and bytes_left() and _closed_while_idle(error):
                    again = False
                    continue
                raise self._broken(error, write=write) from None

    def _check_redirect(self, status: int, target: str, write: bool) -> None:
        if write:
            if status == 303:
                raise AnswerLost("The server took the change but answered with another address.")
            raise BadAnswer("The server sends changes elsewhere; nothing was changed.")
        try:
            same = origin_of(target) == self.origin
        except ValueError:
            same = False
        if not same:
            raise BadAnswer(
                "The server redirects to another place; the credentials stay here.",
                "Enter the address where the backend really lives.",
            )

    def _read(self, response: requests.Response, cap: int, *, write: bool) -> Iterator[bytes]:
        """The body, decoded, within size and time. Raises where it breaks off."""
        clock = self._host.clock
        until = clock.monotonic() + self.limits.total_s
        total = 0
        try:
            # read1 gives what is there; iter_content would wait for whole chunks past the time
            while chunk := response.raw.read1(CHUNK, decode_content=True):
                total += len(chunk)
                if total > cap:
                    raise BadAnswer(f"The answer is larger than {cap} bytes; it was cut off.")
                if clock.monotonic() > until:
                    raise TimeoutError("the answer trickles")
                yield chunk
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            raise self._broken(error, write=write) from None

    def _broken(self, error: Exception, *, write: bool) -> ConnectorError:
        """What a failed exchange means; `error` never reaches a person or a log."""
        what = self._what_broke(error)
        if not bytes_left():
            return Unavailable(f"The server could not be reached: {what}.")
        if write:
            return AnswerLost(f"The server may have taken it, but {what}.")
        return Unavailable(f"The server's answer did not arrive: {what}.")

    def _what_broke(self, error: Exception) -> str:
        text = f"{type(error).__name__} {error}"
        if isinstance(error, requests.exceptions.SSLError) or "SSL" in text:
            if "CERTIFICATE" in text.upper() or "doesn't match" in text:
                return "its certificate is not valid for this address"
            return "no secure connection came about"
        if isinstance(error, requests.exceptions.ProxyError):
            return "the proxy does not answer"
        if isinstance(error, requests.Timeout | TimeoutError) or "timed out" in text:
            return "the time was up"
        if "NameResolution" in text or "getaddrinfo" in text:
            return "its name is not known"
        if "refused" in text:
            return "nothing listens there"
        if "shorter than it was" in text:
            return "an attachment could not be read whole"
        return "the connection broke"

    # --- What a status means -----------------------------------------------------------------

    def _error(self, answer: HttpAnswer, *, write: bool) -> ConnectorError:
        status = answer.status
        said = self.redact(self._said(answer))
        tail = f" It says: “{said}”" if said else ""
        if status == 401:
            return AuthFailed("The server refused the credentials.")
        if status == 429 or (status == 503 and not write and "Retry-After" in answer.headers):
            return self._limited(answer)
        if answer.is_html() and status in (403, 404, 405, 407):
            return BadAnswer(f"The server answered with a web page (status {status}).")
        if status == 403:
            return Forbidden(f"The server does not allow this.{tail}")
        if status in (404, 410):
            return Gone(f"The server no longer has this.{tail}")
        if status in (409, 412):
            return Conflict(f"It changed at the server in the meantime.{tail}")
        if status >= 500 or status == 408:
            if write:
                return AnswerLost(f"The server failed (status {status}) and may have taken it.")
            return Unavailable(f"The server failed (status {status}).")
        if 400 <= status < 500:
            return Rejected(f"The server refused it (status {status}).{tail}")
        return BadAnswer(f"The server answered with status {status}, which is not expected here.")

    def _limited(self, answer: HttpAnswer) -> RateLimited:
        header = answer.headers.get("Retry-After", "")
        seconds = retry_after_s(header, self._host.clock.now_ms())
        wait = 30.0 if seconds is None else seconds
        return RateLimited("The server asks for fewer requests.", retry_after_s=wait)

    def _said(self, answer: HttpAnswer) -> str:
        """The server's own words, if it says some: one line, short."""
        if answer.is_html():
            return ""
        try:
            body = answer.json()
        except BadAnswer:
            return ""
        if isinstance(body, dict):
            for key in ("message", "error", "detail", "description"):
                if isinstance(body.get(key), str):
                    return " ".join(body[key].split())[:300]
        return ""

    def _new_session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.headers.update(self._headers)
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        session.verify = self._host.ca_file or True
        if self._host.proxy:
            session.proxies = {"http": self._host.proxy, "https": self._host.proxy}
        adapter = WatchedAdapter(pool_maxsize=self.limits.parallel, max_retries=0)
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        return session


def _closed_while_idle(error: Exception) -> bool:
    """A kept connection that the server closed meanwhile shows only once it is used again."""
    return isinstance(error, requests.ConnectionError) and "RemoteDisconnected" in str(error)
