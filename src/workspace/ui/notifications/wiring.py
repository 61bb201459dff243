"""Joins the notifier to the window: what is looked at, badges, and the way to a ticket."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from workspace.ui.i18n import t
from workspace.ui.notifications.notifier import Notifier
from workspace.ui.notifications.toasts import Toaster, TrayToaster, WindowToaster

if TYPE_CHECKING:
    from workspace.ui.main_window import MainWindow

TITLE = "Workspace"


def system_toaster(window: MainWindow) -> Toaster:
    """What this system has for toasts, else the window itself."""
    if sys.platform == "linux":
        from workspace.ui.notifications.dbus_toasts import DBusToaster

        return DBusToaster()
    if QSystemTrayIcon.isSystemTrayAvailable():
        return TrayToaster(window.windowIcon())
    return WindowToaster(window.ctx.notices)


def watch(window: MainWindow, toaster: Toaster | None = None) -> Notifier:
    """Begin to notify; the notifier lives as long as the window."""

    def in_view(ticket_id: int) -> bool:
        main = window.isVisible() and not window.isMinimized()
        if main and ticket_id in window.tabs.shown_ids():
            return True
        return any(popped.pane.ticket_id == ticket_id for popped in window.open_tickets.windows)

    def looked_at(ticket_id: int) -> bool:
        return QApplication.activeWindow() is not None and in_view(ticket_id)

    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    notifier = Notifier(window.ctx, toaster or system_toaster(window), looked_at, in_view, window)

    def on_active(state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            for ticket_id in window.tabs.shown_ids():
                notifier.seen(ticket_id)

    def on_asked(ticket_id: int) -> None:
        window.bring_up()
        if ticket_id:
            window.show_ticket(ticket_id)
            notifier.seen(ticket_id)

    def on_unread(count: int) -> None:
        window.setWindowTitle(f"({count}) {TITLE}" if count else TITLE)
        window.rail_inbox.set_count(count, t("Window", "%n unread", count) if count else "")
        application.setBadgeNumber(count)

    application.applicationStateChanged.connect(on_active)
    window.ticket_shown.connect(notifier.seen)
    window.closed.connect(notifier.close)
    notifier.ticket_asked.connect(on_asked)
    notifier.unread_changed.connect(on_unread)
    return notifier
