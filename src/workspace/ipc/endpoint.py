"""The engine's local endpoint: authenticated clients, bytes only, none of whom can hold it up."""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener

import msgspec

from workspace import __version__
from workspace.ipc.protocol import MAX_FRAME, PROTOCOL, Call, Frame, Hello, decode, encode
from workspace.ipc.wire import Wire, ensure_authkey, family, hang_up, receive, shake_as_engine
from workspace.paths import Paths

log = logging.getLogger("workspace.ipc")

SEND_QUEUE = 2000
MAX_CLIENTS = 64

BROKEN = (OSError, EOFError, AuthenticationError, AssertionError, TimeoutError)


class ClientLink:
    """One connected client: a reading thread, a sending thread and a bounded queue between.

    `send` never blocks. A client that does not take its frames is dropped.
    """

    def __init__(self, connection: Wire, number: int) -> None:
        self.number = number
        self.name = "?"
        self.pid = 0
        self._connection = connection
        self._frames: queue.Queue[bytes | None] = queue.Queue(SEND_QUEUE)
        self._sender = threading.Thread(
            target=self._send_all, name=f"ipc-send-{number}", daemon=True
        )
        self.gone = threading.Event()

    def begin(self, authkey: bytes) -> None:
        """Prove that both know the key, then start sending; raises what `BROKEN` names."""
        shake_as_engine(self._connection, authkey)
        self._sender.start()

    def send(self, frame: Frame) -> None:
        """Queue a frame for this client; from any thread."""
        self.send_encoded(encode(frame))

    def send_encoded(self, data: bytes) -> None:
        """Queue bytes of a frame; drops the client when its queue is full."""
        if self.gone.is_set():
            return
        try:
            self._frames.put_nowait(data)
        except queue.Full:
            log.warning("client %s does not read; dropped", self.name)
            self.drop()

    def drop(self) -> None:
        """End this connection; its reading thread cleans up."""
        self.gone.set()
        hang_up(self._connection)

    def end(self) -> None:
        """Let what is queued go out, for a second at most, then drop."""
        with suppress(queue.Full):
            self._frames.put_nowait(None)
        if self._sender.ident is not None:
            self._sender.join(timeout=1.0)
        self.drop()

    def receive(self) -> Frame:
        """The next frame; blocks. Raises what `BROKEN` names, or msgspec's decoding errors."""
        if self.gone.is_set():
            raise EOFError
        return decode(receive(self._connection, MAX_FRAME))

    def finish(self) -> None:
        """Stop the sender and close; on the reading thread only."""
        self.gone.set()
        with suppress(queue.Full):
            self._frames.put_nowait(None)
        if self._sender.ident is not None:
            self._sender.join(timeout=1.0)
            if self._sender.is_alive():
                hang_up(self._connection)
                self._sender.join(timeout=5.0)
        with suppress(OSError):
            self._connection.close()

    def _send_all(self) -> None:
        while (data := self._frames.get()) is not None:
            try:
                self._connection.send_bytes(data)
            except (OSError, ValueError):
                self.drop()
                return


class Endpoint:
    """Listens on the base directory's address.

    Args:
        on_call: runs on the client's reading thread; must answer by `link.send(Answer)` sometime,
            and hand long work to another thread.
        on_clients: told the number of clients whenever it changes, on some thread.
        on_joined, on_left: told of each client, on its reading thread.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        on_call: Callable[[ClientLink, Call], None],
        on_clients: Callable[[int], None] | None = None,
        on_joined: Callable[[ClientLink], None] | None = None,
        on_left: Callable[[ClientLink], None] | None = None,
    ) -> None:
        self._authkey = ensure_authkey(paths.authkey_file)
        self.address = paths.endpoint()
        self._on_call = on_call
        self._on_clients = on_clients
        self._on_joined = on_joined
        self._on_left = on_left
        self._lock = threading.Lock()
        self._links: dict[int, ClientLink] = {}
        self._greeted: set[int] = set()
        self._threads: dict[int, threading.Thread] = {}
        self._numbers = 0
        self._stopping = threading.Event()
        self._listener = self._listen()
        self._acceptor = threading.Thread(target=self._accept_all, name="ipc-accept", daemon=True)
        self._acceptor.start()

    def _listen(self) -> Listener:
        if sys.platform != "win32":
            # The engine lock is ours, so a socket file that is there is a killed engine's.
            with suppress(FileNotFoundError):
                os.unlink(self.address)
            before = os.umask(0o177)
            try:
                return Listener(self.address, family(), backlog=16)
            finally:
                os.umask(before)
        return Listener(self.address, family())

    def clients(self) -> int:
        """How many clients have said hello and are still there."""
        with self._lock:
            return len(self._greeted)

    def broadcast(self, frame: Frame) -> None:
        """Queue a notice for every client; never blocks."""
        data = encode(frame)
        with self._lock:
            links = [self._links[number] for number in self._greeted]
        for link in links:
            link.send_encoded(data)

    def close(self) -> None:
        """Stop listening and end all connections; returns when the threads are gone."""
        self._stopping.set()
        with suppress(OSError, EOFError):
            Client(self.address, family()).close()  # wakes the blocked accept
        self._acceptor.join(timeout=5.0)
        with suppress(OSError):
            self._listener.close()
        with self._lock:
            links = list(self._links.values())
            threads = list(self._threads.values())
        for link in links:
            link.end()
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join(timeout=10.0)

    def _accept_all(self) -> None:
        while not self._stopping.is_set():
            try:
                connection = self._listener.accept()
            except BROKEN as error:
                if not self._stopping.is_set():
                    log.warning("a client could not connect: %s", error)
                    self._stopping.wait(0.1)
                continue
            if self._stopping.is_set():
                connection.close()
                return
            self._admit(connection)

    def _admit(self, connection: Wire) -> None:
        with self._lock:
            if len(self._links) >= MAX_CLIENTS:
                log.warning("too many clients; one more refused")
                connection.close()
                return
            self._numbers += 1
            number = self._numbers
            link = ClientLink(connection, number)
            self._links[number] = link
            thread = threading.Thread(
                target=self._serve, args=(link,), name=f"ipc-client-{number}", daemon=True
            )
            self._threads[number] = thread
        thread.start()

    def _serve(self, link: ClientLink) -> None:
        try:
            self._converse(link)
        except BROKEN as error:
            if not link.gone.is_set() and link.number not in self._greeted:
                log.warning("a client was refused: %s", type(error).__name__)
        except (msgspec.DecodeError, msgspec.ValidationError):
            log.warning("client %s sent a bad frame; dropped", link.name)
        finally:
            link.finish()
            with self._lock:
                del self._links[link.number]
                del self._threads[link.number]
                greeted = link.number in self._greeted
                self._greeted.discard(link.number)
            if greeted:
                if self._on_left:
                    self._on_left(link)
                self._tell_count()

    def _converse(self, link: ClientLink) -> None:
        link.begin(self._authkey)
        link.send(Hello(protocol=PROTOCOL, client="engine", version=__version__, pid=os.getpid()))
        hello = link.receive()
        if not isinstance(hello, Hello) or hello.protocol != PROTOCOL:
            log.warning("a client speaks another protocol; dropped")
            return
        link.name, link.pid = hello.client, hello.pid
        with self._lock:
            self._greeted.add(link.number)
        if self._on_joined:
            self._on_joined(link)
        self._tell_count()
        while not self._stopping.is_set():
            frame = link.receive()
            if not isinstance(frame, Call):
                log.warning("client %s sent a frame that only engines send; dropped", link.name)
                return
            self._on_call(link, frame)

    def _tell_count(self) -> None:
        if self._on_clients:
            self._on_clients(self.clients())
