"""How the reference connector speaks HTTP: requests, what their answers mean, and no more."""

from __future__ import annotations

import http.client
import json
from typing import IO, Any
from urllib.parse import urlencode, urlsplit

from workspace.domain.errors import (
    AuthFailed,
    BadAnswer,
    Conflict,
    ConnectorError,
    CursorLost,
    Forbidden,
    Gone,
    RateLimited,
    ReadOnly,
    Rejected,
    Unavailable,
)
from workspace.sync.connectors.contract import Connector

Json = dict[str, Any]

_TIME_OUT_S = 20.0
_ERRORS: dict[int, type[ConnectorError]] = {
    401: AuthFailed,
    403: Forbidden,
    404: Gone,
    409: Conflict,
    410: CursorLost,
}


class Interrupted(Unavailable):
    """The request left, its outcome is not known."""


class MemoryTransport(Connector):
    """One connection per request; a read-only session sends nothing but GET."""

    def get(self, path: str, **query: object) -> Json:
        given = {name: value for name, value in query.items() if value != ""}
        return self.exchange("GET", path + ("?" + urlencode(given) if given else ""), None)

    def send(self, method: str, path: str, body: Json | IO[bytes], size: int = 0) -> Json:
        if self.host.read_only:
            raise ReadOnly("This session only looks.")
        return self.exchange(method, path, body, size, errors="replace")

    def exchange(
        self,
        method: str,
        path: str,
        body: Json | IO[bytes] | None,
        size: int = 0,
        errors: str = "strict",
    ) -> Json:
        connection, answer = self.open(method, path, body, size)
        try:
            found: Json = json.loads(answer.read().decode("utf-8", errors))
        except (OSError, http.client.HTTPException) as error:
            raise Interrupted("The connection broke before the answer was complete.") from error
        except ValueError as error:
            raise BadAnswer("The server's answer is not JSON.") from error
        finally:
            connection.close()
        return found

    def open(
        self, method: str, path: str, body: Json | IO[bytes] | None, size: int = 0
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """Send a request; the answer's head has been read and is good."""
        connection = http.client.HTTPConnection(
            urlsplit(self.account.url).netloc, timeout=_TIME_OUT_S
        )
        try:
            connection.connect()
        except OSError as error:
            raise Unavailable("The server can't be reached.") from error
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        length = len(data) if isinstance(data, bytes) else size
        headers = {
            "Authorization": f"Bearer {self.account.secret}",
            "Content-Length": str(length),
        }
        try:
            connection.request(method, path, data, headers)
            answer = connection.getresponse()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise Interrupted("The connection broke before an answer came.") from error
        self.host.log.debug("%s %s: %d", method, path.partition("?")[0], answer.status)
        try:
            self.judge(answer)
        except ConnectorError:
            connection.close()
            raise
        return connection, answer

    def judge(self, answer: http.client.HTTPResponse) -> None:
        """Raise what the head of the answer means, if it is not good."""
        status = answer.status
        if status == 429:
            retry = answer.headers.get("Retry-After", "")
            raise RateLimited("The server asks for a pause.", float(retry or 30))
        if status >= 500:
            raise Interrupted(f"The server failed with {status}.")
        if status in _ERRORS:
            raise _ERRORS[status](f"The server refused with {status}.")
        if status >= 400:
            raise Rejected(f"The server refused with {status}.")
        if status != 200 or answer.headers.get_content_type() != "application/json":
            raise BadAnswer("What answered is not the ticket server.")
