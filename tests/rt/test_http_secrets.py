"""Credentials stay with their server: redirects, addresses, proxies, TLS, errors and logs."""

from __future__ import annotations

import logging
import ssl
import traceback
import warnings
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.rt.sessions import QUICK, TOKEN, Open, write
from tests.rt.web import Authority, Web, half, hang_up, says
from workspace.domain.errors import (
    BadAnswer,
    ConnectorError,
    ReadOnly,
    Unavailable,
    UsageError,
)
from workspace.sync.connectors.http import AnswerLost
from workspace.sync.connectors.http_wire import Redactor

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
