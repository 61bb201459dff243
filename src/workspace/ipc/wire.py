"""Connections between our processes: the handshake with time-outs, and the authkey file."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from multiprocessing.connection import Connection, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any, TypeAlias

from workspace.shared_files import put_in_place

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection

    Wire: TypeAlias = Connection | PipeConnection
else:
    Wire: TypeAlias = Connection

HANDSHAKE_S = 5.0
AUTHKEY_BYTES = 32


def read_authkey(path: Path) -> bytes | None:
    """The shared secret of this base directory, or None while no engine has written it."""
    try:
        text = path.read_text(encoding="ascii").strip()
        key = bytes.fromhex(text)
    except (OSError, ValueError):
        return None
    return key if len(key) == AUTHKEY_BYTES else None


def ensure_authkey(path: Path) -> bytes:
    """The shared secret, made if missing or damaged; the file is readable by the user alone.

    Only the engine calls this, under the lock of the base directory.
    """
    found = read_authkey(path)
    if found is not None:
        with suppress(OSError):
            os.chmod(path, 0o600)
        return found
    key = os.urandom(AUTHKEY_BYTES)
    fresh = path.with_name(path.name + ".new")
    with suppress(FileNotFoundError):
        fresh.unlink()
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
    put_in_place(fresh, path)
    return key


def family() -> str:
    """The address family of this system."""
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


class _Patient:
    """A connection whose `recv_bytes` gives up: a peer that never answers must not hold us."""

    def __init__(self, connection: Wire) -> None:
        self._connection = connection

    def send_bytes(self, data: bytes) -> None:
        self._connection.send_bytes(data)

    def recv_bytes(self, limit: int) -> bytes:
        if not self._connection.poll(HANDSHAKE_S):
            raise TimeoutError("no answer to the handshake")
        return self._connection.recv_bytes(limit)


def shake_as_engine(connection: Wire, authkey: bytes) -> None:
    """The listening side of the standard mutual challenge; raises as `shake_as_client`."""
    patient: Any = _Patient(connection)
    deliver_challenge(patient, authkey)
    answer_challenge(patient, authkey)


def shake_as_client(connection: Wire, authkey: bytes) -> None:
    """The connecting side. AuthenticationError, AssertionError, OSError or EOFError if refused."""
    patient: Any = _Patient(connection)
    answer_challenge(patient, authkey)
    deliver_challenge(patient, authkey)


def receive(connection: Wire, limit: int) -> bytes:
    """The next frame; blocks. OSError or EOFError once the other side or `hang_up` ended it."""
    try:
        return connection.recv_bytes(limit)
    except RuntimeError as error:  # how a read that was called off ends on Windows
        raise EOFError from error


def hang_up(connection: Wire) -> None:
    """End a connection that other threads are reading or writing; they see its end and close it.

    Closing the descriptor here would leave them blocked, or reading a stranger's file. On Windows
    only what is under way is called off: a read that begins later must be called off once more.
    """
    if sys.platform == "win32":
        import ctypes

        with suppress(OSError):
            ctypes.windll.kernel32.CancelIoEx(ctypes.c_void_p(connection.fileno()), None)
        return
    with suppress(OSError):
        duplicate = socket.socket(fileno=os.dup(connection.fileno()))
        try:
            duplicate.shutdown(socket.SHUT_RDWR)
        finally:
            duplicate.close()
