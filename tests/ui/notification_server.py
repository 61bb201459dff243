"""A notification service on a real, private D-Bus: takes toasts, says when one is pressed."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


class NotificationServer:
    """Serves until its bus ends; `toasts` by number, as a desktop would hold them."""

    def __init__(self, address: str, abilities: list[str]) -> None:
        self.toasts: dict[int, tuple[Any, ...]] = {}
        self.withdrawn: list[int] = []
        self._abilities = abilities
        self._count = 0
        self._connection: DBusConnection = open_dbus_connection(address)
        reply = self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        assert reply.body == (1,)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def press(self, number: int) -> None:
        """The person presses a toast: it is told, and closes."""
        emitter = DBusAddress(PATH, NAME, NAME)
        pressed = new_signal(emitter, "ActionInvoked", "us", (number, "default"))
        closed = new_signal(emitter, "NotificationClosed", "uu", (number, 2))
        for signal in (pressed, closed):
            self._connection.send(signal)
        self.toasts.pop(number, None)

    def wait(self) -> None:
        """Until the bus has ended, and this with it."""
        self._thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except (OSError, EOFError):
                self._connection.close()
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            if member == "GetCapabilities":
                answer = new_method_return(message, "as", (self._abilities,))
            elif member == "Notify":
                number = message.body[1]
                if not number:
                    self._count += 1
                    number = self._count
                self.toasts[number] = message.body
                answer = new_method_return(message, "u", (number,))
            else:
                self.toasts.pop(message.body[0], None)
                self.withdrawn.append(message.body[0])
                answer = new_method_return(message)
            self._connection.send(answer)


@contextmanager
def a_bus() -> Iterator[str]:
    """A message bus of our own; its address."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
