"""The log holds no secret, no address, no number of a person, and every failure."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workspace.log
from workspace.log import redact, register_secret, setup_logging
from workspace.paths import Paths

log = logging.getLogger("workspace.test")


@pytest.fixture
def lines(paths: Paths) -> Iterator[Any]:
    setup = setup_logging(paths, "engine")

    def read() -> list[dict[str, str]]:
        text = (paths.logs / "engine.log").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    yield read
    setup.close()


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Basic dXNlcjpodW50ZXIy",
        "headers {'Authorization': 'token 1-23-hunter2'}",
        "GET /x?token=hunter2&y=1",
        'payload {"password": "hunter2", "user": "kim"}',
        "passwd='hunter2'",
        "https://kim:hunter2@desk.test/rt",
        "X-Api-Key: hunter2",
        "Set-Cookie: session=hunter2",
        "client_secret=hunter2",
        "sent Bearer eyJhbGciOiJIUzI1NiJ9hunter2",
    ],
)
def test_credentials_are_hidden(text: str) -> None:
    assert "hunter2" not in redact(text)
    assert "dXNlcjpodW50ZXIy" not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "kim.minji+desk@example.co.kr",
        "이메일은 민지@회사.한국 입니다",
        "+82 10-1234-5678",
        "010-1234-5678",
        "01012345678",
        "(415) 555-2671",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111",
        "4111\u00a01111\u00a01111\u00a01111",
        "４１１１１１１１１１１１１１１１",
    ],
)
def test_people_are_masked(text: str) -> None:
    masked = redact(f"before {text} after")
    assert "‹" in masked
    for piece in ("kim", "민지", "1234", "2671", "1111", "１１１１"):
        assert piece not in masked


@pytest.mark.parametrize(
    "text",
    [
        "account 17: 500 rows in 20 ms, seq 123456789",
        "command 0193a5c2-7b1e-7cc4-9d3e-0f6f2d1c9a51 was sent",
        "order 4111 1111 1111 1112",
        "2026-11-21 19:05:33 took 1234.5678 s",
        "RateLimited: too many requests, retry in 30 s",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert redact(text) == text


@contextmanager
def _no_other_secrets() -> Iterator[None]:
    """Secrets are the process's: what is tried here must not be masked in other tests."""
    before = set(workspace.log._secrets)
    yield
    workspace.log._secrets.clear()
    workspace.log._secrets.update(before)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=8, max_size=60), st.text())
def test_a_registered_secret_never_shows(secret: str, around: str) -> None:
    with _no_other_secrets():
        register_secret(secret)
        masked = redact(f"{around} {secret}{around}")
    assert secret not in masked.replace("‹secret›", "")


def test_exceptions_and_their_secrets(lines: Any) -> None:
    register_secret("s3cr3t-value")
    try:
        raise ValueError("cannot sign in with s3cr3t-value as kim@example.com")
    except ValueError:
        log.exception("sign-in failed\nwith two lines and password=hunter2")
    (line,) = lines()
    assert "ValueError" in line["exception"]
    for secret in ("s3cr3t-value", "kim@example.com", "hunter2"):
        assert secret not in json.dumps(line)


def test_a_line_is_one_line(lines: Any) -> None:
    log.info("first\nsecond\r\n\u2028third %s", '"quoted"')
    (line,) = lines()
    assert line["message"].splitlines()[0] == "first"
    assert line["level"] == "INFO"


def test_what_nobody_caught_is_logged(lines: Any) -> None:
    def fail() -> None:
        raise RuntimeError("token=hunter2 lost in a thread")

    thread = threading.Thread(target=fail, name="worker-7")
    thread.start()
    thread.join()
    error = ValueError("nobody caught me")
    sys.excepthook(ValueError, error, None)
    in_thread, in_main = lines()
    assert "worker-7" in in_thread["message"]
    assert "hunter2" not in in_thread["exception"]
    assert "nobody caught me" in in_main["exception"]
    assert in_main["level"] == "CRITICAL"


def test_two_that_log_to_one_file_turn_it_over(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace.log, "MAX_BYTES", 2_000)
    first, second = setup_logging(paths, "cli"), setup_logging(paths, "cli")
    for number in range(40):
        log.info("line %d of both", number)
    first.close()
    second.close()
    kept = "".join(path.read_text(encoding="utf-8") for path in paths.logs.glob("cli.log*"))
    assert len(list(paths.logs.glob("cli.log*"))) > 1
    assert "line 39 of both" in kept


def test_closing_puts_everything_back(paths: Paths) -> None:
    before = (sys.excepthook, threading.excepthook, logging.getLogger().handlers[:])
    setup_logging(paths, "cli").close()
    assert (sys.excepthook, threading.excepthook, logging.getLogger().handlers) == before
