"""The shared HTTP layer against throwaway servers: nothing leaks, nothing is claimed falsely."""

from __future__ import annotations

import datetime
import email.utils
import io
import logging
import socket
import ssl
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from tests.rt.web import Authority, Web, says
from workspace.clock import SystemClock
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
from workspace.sync.connectors.http import AnswerLost, HttpLimits, HttpSession
from workspace.sync.connectors.http_wire import FilePart, Multipart, Redactor, retry_after_s

TOKEN = "secret-token-27182818"
QUICK = HttpLimits(connect_s=2, read_s=0.4, write_s=0.4, total_s=2, per_second=1000)

Open = Callable[..., HttpSession]


@pytest.fixture
def open_session(tmp_path: Path) -> Iterator[Open]:
    opened: list[HttpSession] = []

    def open_one(
        url: str, *, read_only: bool = False, ca_file: str = "", proxy: str = "", **more: Any
    ) -> HttpSession:
        host = Host(
            clock=SystemClock(),
            log=logging.getLogger("test"),
            data_dir=tmp_path,
            data_key=bytes(32),
            read_only=read_only,
            ca_file=ca_file,
            proxy=proxy,
        )
        session = HttpSession(
            url,
            host,
            headers={"Authorization": f"token {TOKEN}"},
            secrets=(TOKEN,),
            limits=more.pop("limits", QUICK),
            **more,
        )
        opened.append(session)
        return session

    yield open_one
    for session in opened:
        session.close()


def write(session: HttpSession) -> Any:
    return session.checked(session.request("POST", "x", json_body={"a": "안녕"}), write=True)


# --- Credentials stay with their origin ----------------------------------------------------

ELSEWHERE = (
    "http://{other}/x",
    "http://localhost:{port}/x",
    "http://127.0.0.1:{other_port}/x",
    "//{other}/x",
    "http://127.0.0.1:{port}@{other}/x",
    "http://[::1]:{other_port}/x",
    "https://127.0.0.1:{port}/x",
    "http://127.1:{port}/x",
    "http://127.0.0.1.:{port}/x",
    "\\\\{other}\\x",
    "file:///etc/passwd",
    "http://127.0.0.1:99999/x",
)


REDIRECTS = (301, 302, 303, 307, 308)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_redirect_elsewhere_is_refused(open_session: Open, target: str) -> None:
    with Web(says(200)) as other:
        place = {"other": f"127.0.0.1:{other.port}", "other_port": other.port}

        def redirect(handler: BaseHTTPRequestHandler) -> None:
            where = target.format(port=handler.server.server_address[1], **place)
            status = REDIRECTS[ELSEWHERE.index(target) % len(REDIRECTS)]
            says(status, b"", Location=where)(handler)

        with Web(redirect) as web:
            session = open_session(web.url)
            with pytest.raises((BadAnswer, Unavailable)):
                session.get_json("start")
        assert [seen for seen in other.seen if TOKEN in str(seen.headers)] == []
        assert other.seen == []
        assert len(web.seen) <= 1 + QUICK.redirects


@pytest.mark.parametrize("status", REDIRECTS)
def test_a_redirect_within_the_origin_is_followed(open_session: Open, status: int) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/base/start":
            says(status, b"", Location="/base/there?q=1")(handler)
        else:
            says(200, b'{"there": true}')(handler)

    with Web(answer) as web:
        assert open_session(f"{web.url}/base").get_json("start") == {"there": True}
        assert web.seen[1].headers["authorization"] == f"token {TOKEN}"


def test_a_circle_of_redirects_ends(open_session: Open) -> None:
    with Web(says(302, b"", Location="/start")) as web:
        with pytest.raises(BadAnswer):
            open_session(web.url).get_json("start")
        assert len(web.seen) == QUICK.redirects + 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_write_is_never_repeated_by_a_redirect(open_session: Open, status: int) -> None:
    with Web(says(status, b"", Location="/there")) as web:
        with pytest.raises(BadAnswer):
            write(open_session(web.url))
        assert len(web.seen) == 1


def test_a_write_answered_with_see_other_is_not_called_refused(open_session: Open) -> None:
    with Web(says(303, b"", Location="/there")) as web, pytest.raises(AnswerLost):
        write(open_session(web.url))


@pytest.mark.parametrize(
    "url",
    [
        "http://rt.example.com",
        "ftp://127.0.0.1",
        "https://user:pass@rt.example.com",
        "https://rt.example.com/?token=1",
        "rt.example.com",
        "https://",
        "https://[bad",
    ],
)
def test_addresses_that_must_not_be_used(open_session: Open, url: str) -> None:
    with pytest.raises(UsageError):
        open_session(url)


def test_the_environment_is_not_trusted(
    open_session: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password other\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with Web(says(200)) as web:
        open_session(web.url).get_json("x")
        assert web.seen[0].headers["authorization"] == f"token {TOKEN}"


def test_an_explicit_proxy_is_used(open_session: Open) -> None:
    with Web(says(200, b'{"by": "proxy"}')) as proxy:
        session = open_session("http://127.0.0.1:9", proxy=proxy.url)
        assert session.get_json("x") == {"by": "proxy"}


def test_cookies_are_not_kept(open_session: Open) -> None:
    with Web(says(200, Set_Cookie="session=abc; Path=/")) as web:
        session = open_session(web.url)
        session.get_json("a")
        session.get_json("b")
        assert "cookie" not in web.seen[1].headers


# --- TLS --------------------------------------------------------------------------------------


def test_tls_servers_that_are_not_who_they_say(open_session: Open, tmp_path: Path) -> None:
    own, strange = tmp_path / "own", tmp_path / "strange"
    own.mkdir()
    strange.mkdir()
    authority, stranger = Authority(own), Authority(strange)
    old = authority.server("127.0.0.1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = ssl.TLSVersion.TLSv1_1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
    bad = {
        "signed by itself": authority.server("127.0.0.1", self_signed=True),
        "expired": authority.server("127.0.0.1", days=(-30, -2)),
        "not yet valid": authority.server("127.0.0.1", days=(5, 30)),
        "another host": authority.server("rt.example.com"),
        "another authority": stranger.server("127.0.0.1"),
        "TLS 1.1": old,
    }
    for case, context in bad.items():
        with Web(says(200), tls=context) as web:
            session = open_session(web.url, ca_file=str(authority.file))
            for call in (lambda s=session: s.get_json("x"), lambda s=session: write(s)):
                with pytest.raises(Unavailable):
                    call()
            assert web.seen == [], case
    with Web(says(200, b'{"good": 1}'), tls=authority.server("127.0.0.1")) as web:
        session = open_session(web.url, ca_file=str(authority.file))
        assert session.get_json("x") == {"good": 1}
        with pytest.raises(Unavailable):
            open_session(web.url).get_json("x")
    with Web(says(200)) as plain:
        with pytest.raises(Unavailable):
            open_session(plain.url.replace("http", "https")).get_json("x")
        assert plain.seen == []


@pytest.mark.parametrize("status", REDIRECTS)
def test_a_good_tls_server_can_not_lead_to_plain_http(
    open_session: Open, tmp_path: Path, status: int
) -> None:
    authority = Authority(tmp_path)
    with Web(says(200, b"{}")) as plain:
        down = says(status, b"", Location=f"{plain.url}/x")
        with Web(down, tls=authority.server("127.0.0.1")) as web:
            session = open_session(web.url, ca_file=str(authority.file))
            with pytest.raises(BadAnswer):
                session.get_json("x")
            with pytest.raises((BadAnswer, AnswerLost)):
                write(session)
        assert plain.seen == []


# --- What a failure proves ---------------------------------------------------------------------


def test_a_write_that_never_left_is_unavailable(open_session: Open) -> None:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        with pytest.raises(Unavailable):
            write(open_session(f"http://127.0.0.1:{port}"))
    with pytest.raises(Unavailable):
        write(open_session("https://no-such-host.invalid"))
    with pytest.raises(Unavailable):
        write(open_session("http://127.0.0.1:9", proxy="http://127.0.0.1:9"))


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def wait_long(handler: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(1.0)
    hang_up(handler)


def half(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"items": [')
    handler.wfile.flush()
    hang_up(handler)


def half_chunked(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"20\r\n{}")
    handler.wfile.flush()
    hang_up(handler)


def trickle(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            threading.Event().wait(0.05)
    except OSError:
        handler.close_connection = True


@pytest.mark.parametrize("answer", [hang_up, wait_long, half, half_chunked, trickle])
def test_a_lost_answer_is_unknown_for_a_write(
    open_session: Open, answer: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    with Web(answer) as web:
        session = open_session(web.url)
        with pytest.raises(AnswerLost):
            write(session)
        assert len(web.seen) == 1
        with pytest.raises(Unavailable):
            session.get_json("x")


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_a_failing_server_is_unknown_for_a_write(open_session: Open, status: int) -> None:
    with Web(says(status, b"oops", Content_Type="text/plain")) as web:
        session = open_session(web.url)
        with pytest.raises(AnswerLost):
            write(session)
        with pytest.raises(Unavailable):
            session.get_json("x")


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, Rejected),
        (401, AuthFailed),
        (403, Forbidden),
        (404, Gone),
        (410, Gone),
        (409, Conflict),
        (412, Conflict),
        (413, Rejected),
        (422, Rejected),
        (429, RateLimited),
    ],
)
def test_what_a_status_means(open_session: Open, status: int, error: type[ConnectorError]) -> None:
    with Web(says(status, b'{"message": "no\\n  way"}')) as web:
        session = open_session(web.url)
        with pytest.raises(error) as raised:
            write(session)
        if error in (Rejected, Forbidden):
            assert "“no way”" in raised.value.message
        with pytest.raises(error):
            session.get_json("x")


def test_retry_after(open_session: Open) -> None:
    with Web(says(429, Retry_After="7")) as web, pytest.raises(RateLimited) as raised:
        open_session(web.url).get_json("x")
    assert raised.value.retry_after_s == 7
    now_ms = 1_795_000_000_000
    at = datetime.datetime.fromtimestamp(now_ms / 1000 + 90, datetime.UTC)
    assert retry_after_s(email.utils.format_datetime(at, usegmt=True), now_ms) == 90
    assert retry_after_s("-5", now_ms) is None
    assert retry_after_s("soon", now_ms) is None
    assert retry_after_s("99999999999", now_ms) == 86_400


# --- Answers -----------------------------------------------------------------------------------


def test_html_instead_of_data(open_session: Open) -> None:
    page = b"<!DOCTYPE html><html><body>Please sign in</body></html>"
    for kind in ("text/html", "application/json"):
        with Web(says(200, page, Content_Type=kind)) as web, pytest.raises(BadAnswer) as raised:
            open_session(web.url).get_json("x")
        assert "web page" in raised.value.message


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json(open_session: Open, body: bytes) -> None:
    with Web(says(200, body)) as web, pytest.raises(BadAnswer):
        open_session(web.url).get_json("x")


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("안녕".encode("euc-kr"), "text/plain; charset=euc-kr", "안녕"),
        ("é".encode("latin-1"), "text/plain; charset=utf-8", "\ufffd"),
        ("é".encode(), "text/plain; charset=no-such-charset", "é"),
        ("é".encode(), "text/plain", "é"),
    ],
)
def test_charsets(open_session: Open, body: bytes, kind: str, text: str) -> None:
    with Web(says(200, body, Content_Type=kind)) as web:
        assert open_session(web.url).request("GET", "x").text() == text


def test_answers_have_a_largest_size(open_session: Open) -> None:
    limits = HttpLimits(max_answer=1000, max_download=1000)
    with Web(says(200, b"x" * 2000)) as web:
        session = open_session(web.url, limits=limits)
        with pytest.raises(BadAnswer):
            session.get_json("x")
        with pytest.raises(BadAnswer):
            list(session.stream("x"))


# --- Uploads, downloads, limits -------------------------------------------------------------------


def test_files_go_out_in_pieces(open_session: Open) -> None:
    reads: list[int] = []

    class Counted(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            reads.append(size or 0)
            return super().read(size)

    data = bytes(range(256)) * 8192
    parts = [FilePart("f", 'na"me\r\nX: 1 한.bin', "image/png", len(data), lambda: Counted(data))]
    upload = Multipart({"JSON": '{"a": "안"}'}, parts)
    with Web(says(201)) as web:
        open_session(web.url, limits=HttpLimits()).request("POST", "x", upload=upload)
        seen = web.seen[0]
    assert data in seen.body
    assert '{"a": "안"}'.encode() in seen.body
    assert b"\r\nX: 1" not in seen.body
    assert max(reads) <= 1024 * 1024
    assert len(seen.body) == len(upload)


def test_a_file_that_shrank_is_not_sent_as_if_whole(open_session: Open) -> None:
    part = FilePart("f", "a", "text/plain", 10, lambda: io.BytesIO(b"short"))
    with Web(says(201)) as web, pytest.raises(AnswerLost):
        open_session(web.url).request("POST", "x", upload=Multipart({}, [part]))


def test_downloads_come_in_pieces(open_session: Open) -> None:
    data = bytes(range(256)) * 8192
    with Web(says(200, data)) as web:
        chunks = list(open_session(web.url, limits=HttpLimits()).stream("x"))
    assert b"".join(chunks) == data
    assert max(map(len, chunks)) <= 1024 * 1024
    with Web(says(404)) as web, pytest.raises(Gone):
        list(open_session(web.url).stream("x"))


def test_requests_of_one_host_share_its_gate(open_session: Open) -> None:
    most = now = 0
    lock = threading.Lock()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        nonlocal most, now
        with lock:
            now += 1
            most = max(most, now)
        threading.Event().wait(0.02)
        with lock:
            now -= 1
        says(200)(handler)

    limits = HttpLimits(parallel=2, per_second=1000)
    with Web(answer) as web:
        sessions = [open_session(web.url, limits=limits) for _ in range(3)]
        threads = [
            threading.Thread(target=session.get_json, args=("x",))
            for session in sessions
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(web.seen) == 12
        assert sum(session.requests for session in sessions) == 12
    assert most <= 2


# --- Read-only, secrets -------------------------------------------------------------------------


def test_a_read_only_session_lets_no_write_out(open_session: Open) -> None:
    with Web(says(200)) as web:
        session = open_session(web.url, read_only=True, read_posts=("search",))
        session.get_json("x")
        session.request("POST", "search", json_body={})
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            with pytest.raises(ReadOnly):
                session.request(method, "x", json_body={})
        with pytest.raises(ReadOnly):
            session.request("POST", "search/../x", json_body={})
        assert [seen.method for seen in web.seen] == ["GET", "POST"]
        assert session.requests == 2


def test_no_secret_in_errors_and_logs(open_session: Open, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    echo = f'{{"message": "bad token {TOKEN}"}}'.encode()
    said: list[str] = []
    for answer in (says(400, echo), says(403, echo), says(500, echo), hang_up, half):
        with Web(answer) as web:
            session = open_session(web.url)
            for call in (lambda s=session: s.get_json("x"), lambda s=session: write(s)):
                try:
                    call()
                except ConnectorError as error:
                    said.append("".join(traceback.format_exception(error)))
    assert len(said) == 10
    assert not [text for text in [*said, caplog.text] if TOKEN in text]


def test_the_redactor_knows_the_shapes_of_a_secret() -> None:
    redact = Redactor()
    redact.add("pass/word+1", "ab")
    assert "pass" not in redact("x pass/word+1 y pass%2Fword%2B1")
    assert "cGFzcy93b3JkKzE=" not in redact("Basic cGFzcy93b3JkKzE=")
    assert redact("ab") == "ab"  # too short to be blotted out of every text
