"""One window per base directory: a second start raises the first and ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from workspace.paths import Paths

ANSWER_MS = 1_000
RAISE = b"raise"
LONGEST = 4_096


def raise_other(paths: Paths, link: str = "") -> bool:
    """Ask a window of this base directory to show itself, and a ticket; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(paths.endpoint("window"))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    socket.write(RAISE + b" " + link.encode() + b"\n")
    answered = socket.waitForBytesWritten(ANSWER_MS) and socket.waitForReadyRead(ANSWER_MS)
    socket.disconnectFromServer()
    return answered


class OneWindow(QObject):
    """Listens for later starts.

    Signals:
        raise_asked: show the window; with a link from outside, not looked at yet, or "".
    """

    raise_asked = Signal(str)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = paths.endpoint("window")
        if not self._server.listen(name):
            # Left behind by a window that crashed: nobody answered there a moment ago.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening; whoever is still connected is let go."""
        self._server.close()
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            socket.abort()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._sockets.append(socket)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(self._on_gone)
            if socket.bytesAvailable():
                self._answer(socket)

    def _on_gone(self) -> None:
        """Sockets belong to the server; a handful in a window's life may stay until it ends."""
        self._sockets = [socket for socket in self._sockets if socket.isValid()]

    def _on_ready(self) -> None:
        for socket in self._sockets:
            if socket.bytesAvailable():
                self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        line = bytes(socket.readLine(LONGEST).data()).rstrip(b"\n")
        word, _, link = line.partition(b" ")
        if word == RAISE:
            socket.write(b"ok\n")
            socket.flush()
            self.raise_asked.emit(link.decode("utf-8", "replace"))
