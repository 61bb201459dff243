"""The shared HTTP layer: what a failure proves, what an answer may be, what limits hold."""

from __future__ import annotations

import datetime
import email.utils
import io
import socket
import threading
from collections.abc import Callable
from contextlib import closing
from http.server import BaseHTTPRequestHandler

import pytest

from tests.rt.sessions import Open, write
from tests.rt.web import Web, half, hang_up, says
from workspace.domain.errors import (
    AuthFailed,
    BadAnswer,
    Conflict,
    ConnectorError,
    Forbidden,
    Gone,
    RateLimited,
    Rejected,
    Unavailable,
)
from workspace.sync.connectors.http import AnswerLost, HttpLimits
from workspace.sync.connectors.http_wire import FilePart, Multipart, retry_after_s

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


def wait_long(handler: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(1.0)
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
