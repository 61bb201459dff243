"""What goes into the shared HTTP layer and comes out of it: addresses, limits, answers."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, urlsplit

from workspace.domain.errors import BadAnswer, ConnectorError, UsageError


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
