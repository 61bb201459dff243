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
import ipaddress
import json
import logging
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import requests

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
    UsageError,
)
from workspace.sync.connectors.contract import Host
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


class AnswerLost(ConnectorError):
    """A write left, and no answer came that says what became of it."""

    kind = "answer_lost"


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """Seconds, bytes and counts that no request may exceed."""

    connect_s: float = 10.0
    read_s: float = 30.0
    write_s: float = 120.0
    total_s: float = 300.0
    parallel: int = 4
    per_second: float = 20.0
    max_answer: int = 64 * 1024 * 1024
    max_download: int = 2 * 1024 * 1024 * 1024
    redirects: int = 5
    wait_s: float = 60.0


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """A whole answer. Header names compare without case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    def text(self) -> str:
        """The body in the charset it declares, else UTF-8; what does not fit becomes U+FFFD."""
        declared = ""
        for part in self.headers.get("Content-Type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                declared = value.strip().strip("\"'")
        for charset in (declared, "utf-8"):
            try:
                return self.body.decode(charset)
            except (LookupError, UnicodeDecodeError, ValueError):
                continue
        return self.body.decode("utf-8", errors="replace")

    def json(self) -> Any:
        """The body as JSON. BadAnswer where it is something else."""
        text = self.text()
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            if self.is_html():
                what = "answered with a web page instead of data"
            elif not text.strip():
                what = "sent an empty answer"
            else:
                what = "sent an answer that is not JSON"
            raise BadAnswer(f"The server {what}, so nothing could be read.") from None

    def is_html(self) -> bool:
        """Whether it is a web page: a sign-in form, a proxy's notice, a wrong address."""
        kind = self.headers.get("Content-Type", "").split(";")[0].strip().lower()
        if kind in ("text/html", "application/xhtml+xml"):
            return True
        return self.body[:256].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def origin_of(url: str | SplitResult) -> tuple[str, str, int]:
    """Scheme, host and port: what credentials are bound to."""
    parts = urlsplit(url) if isinstance(url, str) else url
    default = {"http": 80, "https": 443}.get(parts.scheme.lower(), 0)
    return parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or default


def checked_base(url: str) -> str:
    """The configured address without its trailing slash; UsageError if it must not be used."""
    try:
        parts = urlsplit(url.strip())
        scheme, host, _ = origin_of(parts)
    except ValueError:
        scheme, host, parts = "", "", urlsplit("")
    if scheme not in ("http", "https") or not host:
        raise UsageError("The address of the account is not a web address.", "Begin with https://.")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(
            "The address of the account holds more than a place.",
            "Leave out user, password, “?” and “#”; credentials have fields of their own.",
        )
    if scheme == "http" and not _is_loopback(host):
        raise UsageError(
            "Over http:// everybody on the way could read the credentials.",
            "Use the https:// address; http:// is taken for this machine only.",
        )
    return url.strip().rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class HttpSession:
    """Requests of one account to one origin. Safe for use from several threads.

    Paths are joined to the configured base; a URL that the server supplies is never requested.
    `requests` counts what left, for the figures of a connector.
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
        now = self._host.clock.monotonic()
        paused = self._gate.paused_until - now
        if paused > 0:
            raise RateLimited("The server asked for a pause.", retry_after_s=paused)
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
        with self._count_lock:
            self.requests += 1
        begin_watch()
        seconds = (self.limits.connect_s, self.limits.write_s if write else self.limits.read_s)
        try:
            return session.request(
                method,
                url,
                params=dict(params) if params else None,
                data=data,
                headers=dict(headers),
                timeout=seconds,
                allow_redirects=False,
                stream=True,
            )
        except (requests.RequestException, OSError, ValueError) as error:
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
            for chunk in response.iter_content(CHUNK):
                total += len(chunk)
                if total > cap:
                    raise BadAnswer(f"The answer is larger than {cap} bytes; it was cut off.")
                if clock.monotonic() > until:
                    raise TimeoutError("the answer trickles")
                yield chunk
        except (requests.RequestException, OSError, ValueError) as error:
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
        clock = self._host.clock
        seconds = retry_after_s(answer.headers.get("Retry-After", ""), clock.now_ms())
        wait = 30.0 if seconds is None else seconds
        self._gate.pause(clock.monotonic() + wait)
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
