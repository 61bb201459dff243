"""Toasts by the desktop's notification service (org.freedesktop.Notifications), on own threads.

Qt's D-Bus can't write the unsigned number that Notify asks for from Python, so this speaks through
jeepney, which the keyring brings anyway.
"""

from __future__ import annotations

import html
import logging
import queue
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from workspace.ui.i18n import t
from workspace.ui.notifications.rules import Toast
from workspace.ui.notifications.toasts import Toaster

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.threading import DBusRouter

log = logging.getLogger("workspace.ui")

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ANSWER_S = 5.0


class DBusToaster(Toaster):
    """Connects with the first toast. What the service can't do comes back as `refused`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Toast | int | None] = queue.SimpleQueue()
        self._open_word = t("Notifications", "Open")
        self._router: DBusRouter | None = None
        self._abilities: frozenset[str] = frozenset()
        self._shown: dict[int, int] = {}  # ticket -> the service's number
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="toasts", daemon=True)
        self._thread.start()

    def show(self, toast: Toast) -> None:
        self._jobs.put(toast)

    def withdraw(self, ticket_id: int) -> None:
        self._jobs.put(ticket_id)

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join(2)

    # --- the toasts' thread --------------------------------------------------------------

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                if isinstance(job, Toast):
                    self._show(job)
                else:
                    self._withdraw(job)
            except Exception as error:  # the thread's top: no bus, no service, or it went away
                log.info("no toast by the desktop: %s", type(error).__name__)
                self._leave()
                if isinstance(job, Toast) and isValid(self):
                    self.refused.emit(job)
        for ticket_id in list(self._shown):
            try:
                self._withdraw(ticket_id)
            except Exception as error:
                log.info("a toast stays: %s", type(error).__name__)
                break
        self._leave()

    def _join(self) -> None:
        from jeepney import MatchRule, message_bus
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        router = DBusRouter(open_dbus_connection("SESSION"))
        rule = MatchRule(type="signal", interface=NAME, path=PATH)
        router.filter(rule, queue=_Hand(self))
        self._router = router
        router.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S)
        self._abilities = frozenset(self._call("GetCapabilities")[0])

    def _leave(self) -> None:
        router, self._router = self._router, None
        if router is not None:
            router.close()
            router.conn.close()
        with self._lock:
            self._shown.clear()

    def _call(self, method: str, signature: str = "", *arguments: Any) -> tuple[Any, ...]:
        from jeepney import DBusAddress, new_method_call
        from jeepney.wrappers import unwrap_msg

        assert self._router is not None
        call = new_method_call(DBusAddress(PATH, NAME, NAME), method, signature or None, arguments)
        body: tuple[Any, ...] = unwrap_msg(self._router.send_and_get_reply(call, timeout=ANSWER_S))
        return body

    def _show(self, toast: Toast) -> None:
        if self._router is None:
            self._join()
        body = toast.body
        if "body-markup" in self._abilities:
            body = html.escape(body, quote=False)
        actions = ["default", self._open_word] if "actions" in self._abilities else []
        hints = {
            "desktop-entry": ("s", "workspace"),
            "category": ("s", "im.received"),
            "urgency": ("y", 1),
            "suppress-sound": ("b", True),  # we sound ourselves, by the rules
        }
        earlier = self._shown.get(toast.ticket_id, 0)
        number = self._call(
            "Notify",
            "susssasa{sv}i",
            "Workspace",
            earlier,
            "workspace",
            toast.title,
            body,
            actions,
            hints,
            -1,
        )[0]
        with self._lock:
            self._shown[toast.ticket_id] = int(number)

    def _withdraw(self, ticket_id: int) -> None:
        with self._lock:
            number = self._shown.pop(ticket_id, None)
        if number is not None and self._router is not None:
            self._call("CloseNotification", "u", number)

    # --- the connection's thread ---------------------------------------------------------

    def _on_signal(self, message: Message) -> None:
        member = message.header.fields.get(3)
        number = message.body[0] if message.body else None
        with self._lock:
            ticket_id = next((t for t, n in self._shown.items() if n == number), None)
            if ticket_id is not None and member == "NotificationClosed":
                del self._shown[ticket_id]
        if ticket_id is not None and member == "ActionInvoked" and isValid(self):
            self.pressed.emit(ticket_id)


class _Hand:
    """Stands where jeepney expects a queue; hands each signal on at once."""

    def __init__(self, toaster: DBusToaster) -> None:
        self._toaster = toaster

    def put_nowait(self, message: Message) -> None:
        self._toaster._on_signal(message)
