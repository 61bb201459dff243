"""What the tests of the RT connector share: the server, connectors on it, their collected items."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.rt.sessions import Open, a_session
from tests.rt.support import CUSTOMER, RtAccount
from tests.servers.rt_fixture import RtServer, rt_server

__all__ = ["rt_account", "rt_server"]


@pytest.fixture
def rt_account(
    rt_server: RtServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[..., RtAccount]]:
    """Makes accounts of users on the server; they are closed at the end of the test."""
    caplog.set_level(logging.DEBUG)
    made: list[RtAccount] = []

    def make(
        user: str = "agent", *, read_only: bool = False, url: str = "", **settings: str
    ) -> RtAccount:
        account = RtAccount(
            rt_server, user, tmp_path, read_only=read_only, url=url, settings=settings
        )
        made.append(account)
        return account

    yield make
    for account in made:
        account.connector.close()
    for token in rt_server.tokens.values():
        assert token not in caplog.text


@pytest.fixture
def open_session(tmp_path: Path) -> Iterator[Open]:
    """Opens sessions of the shared HTTP layer; they are closed at the end of the test."""
    with ExitStack() as opened:
        yield lambda url, **more: opened.enter_context(closing(a_session(tmp_path, url, **more)))


@pytest.fixture
def ticket(rt_server: RtServer) -> str:
    made: str = rt_server.work("create", who=CUSTOMER, subject="trap", text="first words")
    return made
