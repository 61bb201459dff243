"""The endpoint: who may join, what a bad or slow client can do (nothing), what a client sees."""

from __future__ import annotations

import os
import socket
import stat
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client

import pytest

from tests.waiting import PATIENCE_S, wait_for
from workspace.domain.errors import Conflict, EngineUnavailable, RateLimited, WorkspaceError
from workspace.ipc.client import EngineClient, error_of
from workspace.ipc.endpoint import SEND_QUEUE, ClientLink, Endpoint
from workspace.ipc.protocol import Answer, Call, Changed, Frame, Hello, Live, decode, encode
from workspace.ipc.wire import family, read_authkey
from workspace.paths import Paths

of_sockets = pytest.mark.skipif(sys.platform == "win32", reason="looks at sockets")

HELLO = encode(Hello(protocol=1, client="raw", version="0", pid=1))


class Echo:
    """An endpoint whose only method answers its arguments."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.silent = threading.Event()
        self.counts: list[int] = []
        self.endpoint = Endpoint(paths, on_call=self.answer, on_clients=self.counts.append)

    def answer(self, link: ClientLink, call: Call) -> None:
        if call.method == "refuse":
            problem = Conflict("It changed.", "Look.").problem()
            link.send(Answer(id=call.id, problem=problem))
        elif call.method == "echo":
            link.send(Answer(id=call.id, result=call.args))

    def works(self) -> bool:
        """A proper client is served."""
        client = EngineClient(self.paths, "test")
        if not client.connect(PATIENCE_S):
            return False
        try:
            return client.call("echo", word="yes") == {"word": "yes"}
        finally:
            client.close()


@pytest.fixture
def echo(paths: Paths) -> Iterator[Echo]:
    echo = Echo(paths)
    yield echo
    echo.endpoint.close()
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith("ipc-")]


def test_calls_and_their_problems(echo: Echo) -> None:
    client = EngineClient(echo.paths, "test")
    assert client.connect(PATIENCE_S)
    assert client.call("echo", text="안녕", number=3) == {"text": "안녕", "number": 3}
    with pytest.raises(Conflict) as caught:
        client.call("refuse")
    assert (caught.value.message, caught.value.action) == ("It changed.", "Look.")
    client.close()


@of_sockets
def test_only_the_user_may_reach_it(echo: Echo) -> None:
    assert stat.S_IMODE(os.stat(echo.endpoint.address).st_mode) == 0o600
    assert stat.S_IMODE(echo.paths.authkey_file.stat().st_mode) == 0o600


def test_a_wrong_authkey_is_refused(echo: Echo) -> None:
    with pytest.raises(AuthenticationError):
        Client(echo.endpoint.address, family(), authkey=b"not the key")
    assert echo.works()


def test_a_client_does_not_trust_an_impostor(echo: Echo) -> None:
    """Who listens must know the key too, or the client tells it nothing."""
    echo.paths.authkey_file.write_text("00" * 32)
    client = EngineClient(echo.paths, "test")
    assert not client.connect(0.0)


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"\x80\x04garbage",
        b"{}",
        b'{"type":"call","id":"x"}',
        b'{"type":"nothing"}',
        encode(Changed(seq=1)),
        b"[" * 100_000,
    ],
)
def test_garbage_drops_that_client_alone(echo: Echo, frame: bytes) -> None:
    bystander = EngineClient(echo.paths, "test")
    assert bystander.connect(PATIENCE_S)
    key = read_authkey(echo.paths.authkey_file)
    with Client(echo.endpoint.address, family(), authkey=key) as raw:
        raw.send_bytes(HELLO)
        raw.recv_bytes()
        raw.send_bytes(frame)
        with pytest.raises((EOFError, OSError)):
            raw.recv_bytes()
    assert bystander.call("echo", still="here") == {"still": "here"}
    bystander.close()


@of_sockets
def test_an_oversized_frame_is_not_read(echo: Echo) -> None:
    key = read_authkey(echo.paths.authkey_file)
    with Client(echo.endpoint.address, family(), authkey=key) as raw:
        raw.send_bytes(HELLO)
        raw.recv_bytes()
        os.write(raw.fileno(), struct.pack("!i", 2_000_000_000))
        with pytest.raises((EOFError, OSError)):
            raw.recv_bytes()
    assert echo.works()


@of_sockets
def test_noise_instead_of_a_handshake(echo: Echo) -> None:
    """Clients that say nothing, or nonsense, hold up nobody."""
    silent = socket.socket(socket.AF_UNIX)
    silent.connect(echo.endpoint.address)
    noisy = socket.socket(socket.AF_UNIX)
    noisy.connect(echo.endpoint.address)
    noisy.sendall(b"GET / HTTP/1.1\r\n\r\n" * 100)
    assert echo.works()
    silent.close()
    noisy.close()


def test_another_protocol_is_told_apart(echo: Echo) -> None:
    key = read_authkey(echo.paths.authkey_file)
    with Client(echo.endpoint.address, family(), authkey=key) as raw:
        raw.send_bytes(encode(Hello(protocol=999, client="new", version="9", pid=1)))
        raw.recv_bytes()
        with pytest.raises((EOFError, OSError)):
            raw.recv_bytes()
    assert echo.works()


def test_a_client_that_does_not_read_is_dropped(echo: Echo) -> None:
    got: list[Frame] = []
    reader = EngineClient(echo.paths, "reader", got.append)
    assert reader.connect(PATIENCE_S)
    key = read_authkey(echo.paths.authkey_file)
    with Client(echo.endpoint.address, family(), authkey=key) as lazy:
        lazy.send_bytes(HELLO)
        lazy.recv_bytes()
        wait_for(lambda: echo.endpoint.clients() == 2)
        sent: list[int] = []

        def keeps_up() -> bool:
            return len(got) == len(sent) or echo.endpoint.clients() < 2

        while echo.endpoint.clients() == 2:
            for _ in range(SEND_QUEUE // 4):
                sent.append(len(sent))
                echo.endpoint.broadcast(_sign(len(sent) - 1))
            wait_for(keeps_up)
            assert len(sent) < 100 * SEND_QUEUE
    wait_for(lambda: len(got) == len(sent))
    assert [frame.account_id for frame in got if isinstance(frame, Live)] == sent
    reader.close()


def _sign(number: int) -> Live:
    filler = "x" * 1000
    return Live(account_id=number, ticket_remote_id=filler, who="", role="", kind="", until=0)


def test_the_engines_end_is_noticed_once(echo: Echo) -> None:
    lost: list[int] = []
    client = EngineClient(echo.paths, "test", None, lambda: lost.append(1))
    assert client.connect(PATIENCE_S)
    answers: list[object] = []

    def ask() -> None:
        with suppress(EngineUnavailable):
            client.call("never answered", timeout_s=None)
        answers.append("woken")

    thread = threading.Thread(target=ask)
    thread.start()
    wait_for(lambda: client._waiting)
    echo.endpoint.close()
    thread.join(PATIENCE_S)
    wait_for(lambda: lost == [1])
    assert answers == ["woken"]
    with pytest.raises(EngineUnavailable):
        client.call("echo")
    assert not client.connect(0.0)


def test_leaving_is_no_loss(echo: Echo) -> None:
    lost: list[int] = []
    client = EngineClient(echo.paths, "test", None, lambda: lost.append(1))
    assert client.connect(PATIENCE_S)
    client.close()
    wait_for(lambda: echo.counts[-1:] == [0])
    assert lost == []


def test_without_an_engine_there_is_none(paths: Paths) -> None:
    client = EngineClient(paths, "test")
    assert not client.connect(0.0)
    with pytest.raises(EngineUnavailable):
        client.call("ping")


def test_every_error_of_ours_survives_the_way() -> None:
    for error in (RateLimited("Slow.", 3.0), Conflict("No."), EngineUnavailable("Gone.", "Wait.")):
        back = error_of(error.problem())
        assert type(back) is type(error)
        assert (back.message, back.action) == (error.message, error.action)
    unknown = error_of(WorkspaceError("Odd.", "Hm.").problem())
    assert type(unknown) is WorkspaceError


def test_frames_round_trip() -> None:
    frame = Changed(seq=7, tickets=(1, 2), outbox=True)
    assert decode(encode(frame)) == frame
