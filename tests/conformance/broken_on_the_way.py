"""Connectors that break a rule about trouble on the way."""

from __future__ import annotations

import http.client
from typing import IO, ClassVar
from urllib.parse import urlsplit

from tests.conformance.broken import breaks, replaced
from workspace.domain.commands import new_command_id
from workspace.domain.errors import (
    BadAnswer,
    ConnectorError,
    Gone,
    RateLimited,
    Unavailable,
)
from workspace.sync.connectors.contract import (
    AccountConfig,
    Host,
    OpenFile,
    Outgoing,
    Sent,
    Unknown,
)
from workspace.sync.connectors.testing.memory import MemoryConnector
from workspace.sync.connectors.testing.memory_transport import Interrupted, Json

# --- Trouble on the way ------------------------------------------------------------------------


@breaks("test_constructing_makes_no_request")
class AsksWhenMade(MemoryConnector):
    def __init__(self, account: AccountConfig, host: Host) -> None:
        super().__init__(account, host)
        try:
            self.get("/position")
        except ConnectorError:
            self.host.log.info("not reachable yet")


@breaks("test_unreachable_is_unavailable")
class UnreachableIsABadAnswer(MemoryConnector):
    def open(
        self, method: str, path: str, body: Json | IO[bytes] | None, size: int = 0
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        try:
            return super().open(method, path, body, size)
        except Interrupted:
            raise
        except Unavailable as error:
            raise BadAnswer("Nothing answered.") from error


@breaks("test_server_errors_while_pulling")
class ServerErrorIsGone(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        try:
            return super().get(path, **query)
        except Interrupted as error:
            if "failed with" in error.message:
                raise Gone("It is no longer there.") from error
            raise


@breaks("test_half_answers_while_pulling")
class HalfAnAnswerIsAShortPage(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        try:
            return super().get(path, **query)
        except Interrupted as error:
            if path == "/tickets" and "complete" in error.message:
                return {"tickets": []}
            raise


@breaks("test_wrong_charset_while_pulling")
class CharsetIsAnAccident(MemoryConnector):
    def get(self, path: str, **query: object) -> Json:
        try:
            return super().get(path, **query)
        except BadAnswer as error:
            if isinstance(error.__cause__, UnicodeDecodeError):
                raise error.__cause__ from None
            raise


@breaks("test_sign_in_page_is_a_bad_answer")
class SignInPageIsUnavailable(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        try:
            super().judge(answer)
        except BadAnswer as error:
            raise Unavailable("Not now.") from error


@breaks("test_rate_limit_is_told")
class RateLimitIsUnavailable(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        try:
            super().judge(answer)
        except RateLimited as error:
            raise Unavailable("Not now.") from error


@breaks("test_credentials_stay_with_their_host")
class FollowsRedirectsWithToken(MemoryConnector):
    def judge(self, answer: http.client.HTTPResponse) -> None:
        if answer.status == 307:
            target = urlsplit(answer.headers["Location"])
            connection = http.client.HTTPConnection(target.netloc, timeout=5)
            token = {"Authorization": f"Bearer {self.account.secret}"}
            connection.request("GET", f"{target.path}?{target.query}", headers=token)
            connection.getresponse().read()
            connection.close()
        super().judge(answer)


class _ReadsReasons(MemoryConnector):
    """Looks at why a push is unknown, and knows better."""

    reason: ClassVar[str]

    def push(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        result = super().push(outgoing, open_file)
        if isinstance(result, Unknown) and self.reason in result.reason:
            return self.decide(outgoing, open_file)
        return result

    def decide(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        raise Unavailable("It surely was not accepted.")


@breaks("test_lost_answer_is_not_sent_twice")
class TriesAgainByItself(_ReadsReasons):
    reason = "before an answer came"

    def decide(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        return super().push(replaced(outgoing, key=new_command_id()), open_file)


@breaks("test_lost_request_is_sent_once")
class BelievesItWasSent(_ReadsReasons):
    reason = "before an answer came"

    def decide(self, outgoing: Outgoing, open_file: OpenFile) -> Sent | Unknown:
        return Sent(remote_id="surely")


@breaks("test_half_an_answer_is_not_sent_twice")
class HalfAnAnswerIsNone(_ReadsReasons):
    reason = "before the answer was complete"


@breaks("test_server_error_is_not_sent_twice")
class ServerErrorMeansNotAccepted(_ReadsReasons):
    reason = "failed with"


@breaks("test_wrong_charset_is_not_sent_twice")
class UnreadableMeansNotAccepted(MemoryConnector):
    def exchange(
        self,
        method: str,
        path: str,
        body: Json | IO[bytes] | None,
        size: int = 0,
        errors: str = "strict",
    ) -> Json:
        try:
            return super().exchange(method, path, body, size)
        except BadAnswer as error:
            if method != "GET" and isinstance(error.__cause__, UnicodeDecodeError):
                raise Unavailable("The answer was not readable.") from error
            raise


@breaks("test_sign_in_page_is_no_success")
class AnyAnswerIsSuccess(MemoryConnector):
    def send(self, method: str, path: str, body: Json | IO[bytes], size: int = 0) -> Json:
        try:
            return super().send(method, path, body, size)
        except BadAnswer:
            return {"id": "assumed"}
