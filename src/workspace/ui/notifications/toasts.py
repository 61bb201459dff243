"""Where toasts are shown: the system's notifications, its tray, or this window."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from workspace.ui.i18n import t
from workspace.ui.notifications.rules import Toast
from workspace.ui.runtime.notices import Notices


class Toaster(QObject):
    """One place for toasts. A later toast of a ticket replaces its earlier one. GUI thread only.

    Signals:
        pressed: the ticket of a toast that was clicked; 0 for several.
        refused: a Toast that can't be shown here, now or ever.
    """

    pressed = Signal(int)
    refused = Signal(object)

    @abstractmethod
    def show(self, toast: Toast) -> None:
        """Show it."""

    @abstractmethod
    def withdraw(self, ticket_id: int) -> None:
        """Take the toast of a ticket back, if it shows."""

    def close(self) -> None:
        """Take all back and let go."""


class WindowToaster(Toaster):
    """In this window: where the system has no notifications."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices

    def show(self, toast: Toast) -> None:
        self._notices.show(
            f"{toast.title}: {toast.body}".replace("\n", " · "),
            action=t("Notifications", "Open"),
            on_action=lambda: self.pressed.emit(toast.ticket_id),
            seconds=12.0,
            key=f"news-{toast.ticket_id}",
        )

    def withdraw(self, ticket_id: int) -> None:
        self._notices.withdraw(f"news-{ticket_id}")


class TrayToaster(Toaster):
    """By an icon in the tray, which shows the last toast only: Windows and macOS."""

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("Workspace")
        self._icon.messageClicked.connect(lambda: self.pressed.emit(self._shown))
        self._icon.activated.connect(lambda _: self.pressed.emit(0))
        self._icon.show()

    def show(self, toast: Toast) -> None:
        self._shown = toast.ticket_id
        self._icon.showMessage(toast.title, toast.body)

    def withdraw(self, ticket_id: int) -> None:
        if ticket_id == self._shown:
            self._shown = 0
            self._icon.hide()  # with its toast
            self._icon.show()

    def close(self) -> None:
        self._icon.hide()
